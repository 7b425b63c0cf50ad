"""What is logged about a station is kept on its disk."""

import asyncio
import logging
import os
import threading
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path

import pytest

from pilotwire.charging_station import FileFolder
from pilotwire.hal.interfaces import FaultCode
from pilotwire.logs import about, logger
from pilotwire.station.diagnostics.recording import LONGEST, PAUSE, WAITING, LogRecorder
from pilotwire.station.diagnostics.ring import LEAST, PARTS, Ring
from tests.support.scene import now, scene
from tests.support.virtual_time import virtual_time

log = logger("pilotwire.test")


def time() -> tuple[datetime, bool]:
    return now(), False


@contextmanager
def recording(folder: Path, station: str = "A") -> Generator[LogRecorder]:
    recorder = LogRecorder(folder)
    with about(station), recorder.recording(station, time):
        yield recorder


def on_disk(folder: Path) -> list[str]:
    lines: list[bytes] = []
    Ring(folder).copy(lines.append)
    return [line.decode().rstrip("\n") for line in lines]


@virtual_time
async def test_what_a_station_logs_is_on_its_disk(tmp_path: Path) -> None:
    async with scene("2.1", files=FileFolder(tmp_path)) as s:
        s.evse.fail(FaultCode.GROUND_FAULT, "leak")
        await s.wait(PAUSE + 0.1)
        (line,) = [each for each in on_disk(tmp_path / "log") if "is faulted" in each]
    assert line == (
        "2026-03-01T12:00:01.020Z ERROR pilotwire.station.evse.intake:"
        " EVSE 1 is faulted: GroundFault: leak"
    )


@virtual_time
async def test_the_last_words_are_there_too(tmp_path: Path) -> None:
    handlers = len(logging.getLogger("pilotwire").handlers)
    with recording(tmp_path):
        log.warning("the last words")
    log.warning("later")
    assert [line.partition("Z ")[2] for line in on_disk(tmp_path)] == [
        "WARNING pilotwire.test: the last words"
    ]
    assert len(logging.getLogger("pilotwire").handlers) == handlers


@virtual_time
async def test_stations_of_one_process_are_told_apart(tmp_path: Path) -> None:
    with ExitStack() as stack:
        for name in ("A", "B"):
            stack.enter_context(LogRecorder(tmp_path / name).recording(name, time))
        for name in ("A", "B", "C"):
            with about(name):
                log.warning("from %s", name)
        log.warning("from nobody")
    for name in ("A", "B"):
        (line,) = on_disk(tmp_path / name)
        assert line.endswith(f"from {name}")


@virtual_time
async def test_another_thread_logs(tmp_path: Path) -> None:
    with recording(tmp_path):
        await asyncio.to_thread(log.warning, "from a driver")
        thread = threading.Thread(target=log.error, args=("nobody's thread",))
        thread.start()
        thread.join()
        await asyncio.sleep(5)
    (line,) = on_disk(tmp_path)  # a bare thread does not know on whose behalf it runs
    assert line == "2026-03-01T12:00:00.000Z WARNING pilotwire.test: from a driver"


@virtual_time
async def test_a_traceback_is_kept_and_bounded(tmp_path: Path) -> None:
    def deep(levels: int) -> None:
        if not levels:
            raise ValueError("at the bottom\n2026-01-01T00:00:00.000Z not a line of its own")
        (deep if levels % 2 else deeper)(levels - 1)

    def deeper(levels: int) -> None:
        deep(levels)

    with recording(tmp_path):
        try:
            deep(200)
        except ValueError:
            log.exception("it \x1b[31mfailed\nbadly")
        log.warning("x" * 10 * LONGEST)
    lines = on_disk(tmp_path)
    assert lines[0].endswith(r"ERROR pilotwire.test: it \x1b[31mfailed\nbadly")
    traced = [line for line in lines if line.startswith("  | ")]
    assert 50 < len(traced) <= 100
    assert traced[-2].endswith("ValueError: at the bottom")
    assert len(lines) == len(traced) + 2
    assert len(lines[-1]) < LONGEST + 100


@virtual_time
async def test_lines_that_come_too_fast_are_counted(tmp_path: Path) -> None:
    with recording(tmp_path):
        for number in range(2 * WAITING // 1000):
            log.warning("%d %s", number, "x" * 1000)
        await asyncio.sleep(5)
        log.warning("and on")
    lines = on_disk(tmp_path)
    first = [line for line in lines if "xxx" in line]
    assert sum(map(len, first)) <= WAITING
    *_, told, last = lines
    left_out = 2 * WAITING // 1000 - len(first)
    assert told.endswith(f"lines before this one that are left out: {left_out}")
    assert last.endswith("and on")


@virtual_time
async def test_a_disk_that_fails_is_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(ring: Ring, lines: bytes) -> None:
        raise OSError(28, os.strerror(28))

    with recording(tmp_path):
        with monkeypatch.context() as failing:
            failing.setattr(Ring, "append", full)
            for _ in range(5):
                log.warning("lost")
                await asyncio.sleep(10)
        log.warning("found")
        await asyncio.sleep(10)
    told = [each for each in caplog.messages if "can't be written" in each]
    assert told == ["the log of the station can't be written: No space left on device"]
    told_later, found = on_disk(tmp_path)
    assert "left out: 6" in told_later
    assert found.endswith("found")


@virtual_time
async def test_a_station_runs_without_a_place_for_its_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "log").write_text("in the way")
    async with scene("2.1", files=FileFolder(tmp_path)) as s:
        assert s.station.accepted
    assert any(each.startswith("no log is kept: ") for each in caplog.messages)


@virtual_time
async def test_no_log_where_none_is_wanted(tmp_path: Path) -> None:
    async with scene("2.1", files=FileFolder(tmp_path, log_bytes=0)) as s:
        s.evse.fail(FaultCode.GROUND_FAULT, "leak")
        await s.wait(5)
    assert not (tmp_path / "log").exists()


def test_a_log_has_room_for_something(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="room for 524288 bytes at least, not 1000"):
        FileFolder(tmp_path, log_bytes=1000)


@virtual_time
async def test_it_is_bounded(tmp_path: Path) -> None:
    recorder = LogRecorder(tmp_path, LEAST)
    with about("A"), recorder.recording("A", time):
        for _ in range(40):
            for _ in range(50):
                log.warning("x" * 1000)
            await asyncio.sleep(2)
        assert recorder.ring is not None
        assert LEAST * (PARTS - 2) / PARTS < recorder.ring.size <= LEAST
