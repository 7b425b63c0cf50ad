"""Log records say which station they are about."""

import asyncio
import logging
import re
import threading
from pathlib import Path

import pytest

from pilotwire.hal.interfaces import FaultCode, FaultRaised
from pilotwire.logs import about, logger
from tests.support.scene import Scene, scene
from tests.support.virtual_time import virtual_time

ROOT = Path(__file__).parents[2]


def stations(caplog: pytest.LogCaptureFixture, text: str) -> list[str | None]:
    """Of the records with a text: the stations that they are about."""
    found = [record for record in caplog.records if text in record.getMessage()]
    assert found
    return [vars(record).get("station") for record in found]


async def fault(s: Scene) -> None:
    s.evse.fail(FaultCode.GROUND_FAULT, "leak")
    await s.wait(1)


@virtual_time
async def test_what_a_station_logs_is_about_it(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        async with scene("2.0.1") as s:
            await fault(s)  # told from a task that is not the station's
            s.cut()
            await s.wait(5)
    for text in ("connected to the CSMS", "is faulted", "accepted by the CSMS"):
        assert set(stations(caplog, text)) == {"CS-0042"}


@virtual_time
async def test_a_fault_is_told_with_what_is_known_of_it(caplog: pytest.LogCaptureFixture) -> None:
    async with scene("2.0.1") as s:
        s.evse._report(FaultRaised(1, FaultCode.GROUND_FAULT))
        await s.wait(1)
        s.evse._report(FaultRaised(1, FaultCode.EMERGENCY_STOP, "button of bay 2"))
        await s.wait(1)
    told = [record.getMessage() for record in caplog.records if "is faulted" in record.msg]
    assert told == [
        "EVSE 1 is faulted: GroundFault",
        "EVSE 1 is faulted: EmergencyStop: button of bay 2",
    ]


@virtual_time
async def test_also_what_another_thread_tells(caplog: pytest.LogCaptureFixture) -> None:
    async with scene("1.6") as s:
        event = FaultRaised(1, FaultCode.GROUND_FAULT, "leak")
        thread = threading.Thread(target=s.evse._report, args=(event,))
        thread.start()
        thread.join()
        await s.wait(1)
    assert stations(caplog, "is faulted") == ["CS-0042"]


@virtual_time
async def test_two_stations_are_told_apart(caplog: pytest.LogCaptureFixture) -> None:
    log = logger("pilotwire.test")

    async def work(name: str) -> None:
        with about(name):
            await asyncio.sleep(1)
            log.warning("working")
            asyncio.get_running_loop().call_later(1, log.warning, "later")
            await asyncio.sleep(2)

    await asyncio.gather(work("A"), work("B"))
    assert sorted(str(name) for name in stations(caplog, "working")) == ["A", "B"]
    assert sorted(str(name) for name in stations(caplog, "later")) == ["A", "B"]
    log.warning("neither")
    assert stations(caplog, "neither") == [None]


def test_what_is_given_besides_stays(caplog: pytest.LogCaptureFixture) -> None:
    with about("A"):
        logger("pilotwire.test").warning("more", extra={"evse": 1})
    (record,) = caplog.records
    assert (vars(record)["station"], vars(record)["evse"]) == ("A", 1)


def test_every_module_of_the_station_logs_so() -> None:
    plain = re.compile(r"^\s*_?log = logging\.getLogger", re.MULTILINE)
    command_line = ROOT / "runtime/pilotwire/cli"
    programs = ROOT / "hal/pilotwire/hal/updater"  # drivers import nothing of the runtime
    wire = ROOT / "runtime/pilotwire/connection/websocket.py"  # the library's own logger
    found = [
        path
        for folder in ("runtime", "hal")
        for path in (ROOT / folder).rglob("*.py")
        if plain.search(path.read_text("utf-8"))
        and not {command_line, programs} & set(path.parents)
        and path != wire
    ]
    assert found == []
