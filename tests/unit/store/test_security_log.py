"""The security log (A04.FR.04): what is kept of it, what is read, and what a power cut leaves."""

import json
import shutil
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from pilotwire.ocpp.v21.standard_values import CRITICAL_SECURITY_EVENTS, SecurityEvent
from pilotwire.store import SECURITY_EVENT, SecurityLogEntry, StationRecords, Store
from pilotwire.store.security_log import KEPT
from tests.support.scene import scene
from tests.support.virtual_time import run
from tests.unit.cli.commands import pilotwire

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def entry(seconds: float, event: str = "Example") -> SecurityLogEntry:
    return SecurityLogEntry(NOON + seconds * SECOND, event, "info")


def test_no_more_are_kept_than_there_is_room_for() -> None:
    with Store(":memory:") as store:
        mine, other = StationRecords(store, "CS-1"), StationRecords(store, "CS-2")
        with store.atomic():
            other.security_log.add(entry(0, "the other's"))
            for number in range(KEPT + 5):
                mine.security_log.add(entry(number))
        assert mine.security_log.read() == [entry(number) for number in range(5, KEPT + 5)]
        assert other.security_log.read() == [entry(0, "the other's")]


def test_what_happened_between_two_times() -> None:
    east = timezone(timedelta(hours=5))
    with Store(":memory:") as store:
        log = StationRecords(store, "CS-1").security_log
        with store.atomic():
            for number in range(10):
                log.add(entry(number))
        assert log.read(NOON + 3 * SECOND, NOON + 5 * SECOND) == [entry(3), entry(4), entry(5)]
        assert log.read(oldest=(NOON + 8 * SECOND).astimezone(east)) == [entry(8), entry(9)]
        assert log.read(latest=NOON) == [entry(0)]
        assert log.newest() == NOON + 9 * SECOND


def test_what_was_written_before_the_time_was_known_is_dated_once() -> None:
    with Store(":memory:") as store:
        log = StationRecords(store, "CS-1").security_log
        with store.atomic():
            log.add(entry(0))
            log.add(entry(1), provisional=True)
            log.correct(60 * SECOND)
            log.correct(60 * SECOND)
        assert log.read() == [entry(0), entry(61)]


@pytest.mark.parametrize("time", ["yesterday", "2026-03-01T12:00:00.000", b"\xff"])
def test_a_damaged_entry_hides_no_other(time: str) -> None:
    with Store(":memory:") as store:
        log = StationRecords(store, "CS-1").security_log
        with store.atomic():
            for number in range(3):
                log.add(entry(number), provisional=True)
            store.execute("UPDATE security_log SET at = ? WHERE id = 2", time)
            log.correct(SECOND)
        assert log.read() == [entry(1), entry(3)]


class Watched(Store):
    """A store of which there is a copy of before and after each commit, as a power cut leaves."""

    def __init__(self, path: Path, copies: list[Path]) -> None:
        self._copies = copies
        super().__init__(path)

    def _commit(self) -> None:
        self._copy()
        super()._commit()
        self._copy()

    def _copy(self) -> None:
        folder = Path(self.path).parent / f"{len(self._copies)}"
        folder.mkdir()
        for part in Path(self.path).parent.glob("station.db*"):
            shutil.copy(part, folder / part.name)
        self._copies.append(folder / "station.db")


def test_an_event_and_its_message_are_one_commit(tmp_path: Path) -> None:
    copies: list[Path] = []

    async def play() -> None:
        with Watched(tmp_path / "station.db", copies) as store:
            async with scene("2.1", store=store) as s:
                s.go_offline()
                await s.wait(1)
                for event in SecurityEvent:
                    s.station.security_event(event)

    run(play())
    seen = set()
    for copy in copies:
        with Store(copy, reserve=0) as store:
            records = StationRecords(store, "CS-0042")
            logged = [each.event for each in records.security_log.read()][1:]  # StartupOfTheDevice
            texts = store.rows(
                "SELECT event FROM outbox WHERE lane = ? ORDER BY id", SECURITY_EVENT.name
            )
            waiting = [json.loads(row["event"])["event"] for row in texts]
            told = [each for each in logged if each in CRITICAL_SECURITY_EVENTS]
            if logged:
                assert waiting == told
            assert logged == list(SecurityEvent)[: len(logged)]
            seen.add(len(logged))
    assert seen == set(range(len(SecurityEvent) + 1))


def test_it_is_exported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Store(tmp_path / "station.db") as store, store.atomic():
        StationRecords(store, "CS-1").security_log.add(entry(0, "InvalidMessages"))
    assert pilotwire("store", "export", str(tmp_path / "station.db")) == 0
    line = json.loads(capsys.readouterr().out)
    assert (line["table"], line["event"], line["tech_info"]) == (
        "security_log",
        "InvalidMessages",
        "info",
    )
