"""The walk through the hardware: what it reads and moves, when it refuses, and how it leaves it."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pilotwire.cli.walk import Walk
from pilotwire.configuration import Configuration, Hardware, build_hardware
from pilotwire.hal.interfaces import MeterReading
from pilotwire.hal.mixture import with_meters
from pilotwire.hal.simulated import ElectricVehicle, SimulatedEvse
from tests.support.gpio_world import LAMP, LOCK, RELAY, World
from tests.support.virtual_time import virtual_time
from tests.unit.cli.commands import pilotwire, process
from tests.unit.configuration.station import configured, hardware_in

FILE = """\
[station]
identity = "CS-1"
vendor = "Example"
model = "One"
[csms]
url = "ws://127.0.0.1:1"
[store]
file = "station.db"
[[evse]]
backend = "simulated"
"""


class Somebody:
    """Who answers yes, but to what begins with `refuses`; `before` happens before an answer."""

    def __init__(
        self, *, refuses: tuple[str, ...] = (), before: Callable[[str], object] = lambda _: None
    ) -> None:
        self._refuses = refuses
        self._before = before
        self.asked: list[str] = []

    async def agrees(self, question: str, /) -> bool:
        self.asked.append(question)
        outcome = self._before(question)
        if asyncio.iscoroutine(outcome):
            await outcome
        return not any(each in question for each in self._refuses)

    async def confirms(self, question: str, /) -> bool | None:
        return await self.agrees(question)


class Nobody(Somebody):
    async def confirms(self, question: str, /) -> bool | None:
        return None


def simulated(**evse: Any) -> tuple[Configuration, Hardware, SimulatedEvse]:
    configuration = Configuration.model_validate(
        {
            "station": {"identity": "CS-1", "vendor": "Example", "model": "One"},
            "csms": {"url": "ws://127.0.0.1:1"},
            "evse": [{"backend": "simulated", **evse}],
        }
    )
    hardware = build_hardware(configuration)
    return configuration, hardware, hardware.simulated[1]


async def walked(
    configuration: Configuration, hardware: Hardware, person: Somebody
) -> tuple[list[str], list[str]]:
    """What was found, and all that was told."""
    told: list[str] = []
    walk = Walk(configuration, hardware, person, told.append)
    await walk.go()
    return walk.findings, told


@virtual_time
async def test_all_is_well() -> None:
    configuration, hardware, _ = simulated()
    person = Somebody()
    findings, told = await walked(configuration, hardware, person)
    assert findings == []
    assert "EVSE 1: pilot A, no vehicle is connected" in told
    assert "EVSE 1: the contactor closes and opens" in told
    assert "  Energy.Active.Import.Register  0 Wh" in told
    assert len(person.asked) == 2, "before it closes, and whether that was heard"


@virtual_time
async def test_nothing_moves_where_a_vehicle_is_connected() -> None:
    configuration, hardware, evse = simulated()
    await evse.plug_in(ElectricVehicle())
    person = Somebody()
    findings, _ = await walked(configuration, hardware, person)
    assert findings == ["EVSE 1: pilot B, a vehicle is connected: nothing is moved"]
    assert person.asked == []


@virtual_time
async def test_nothing_moves_where_a_vehicle_comes_before_the_answer() -> None:
    configuration, hardware, evse = simulated()
    person = Somebody(before=lambda _: evse.plug_in(ElectricVehicle()))
    findings, told = await walked(configuration, hardware, person)
    assert findings == ["EVSE 1: a vehicle has come (pilot B)"]
    assert "EVSE 1: the contactor is not tried" in told


@virtual_time
async def test_the_contactor_opens_where_a_vehicle_comes_meanwhile() -> None:
    configuration, hardware, evse = simulated()
    walking = asyncio.create_task(walked(configuration, hardware, Nobody()))
    await asyncio.sleep(4)
    assert evse.contactor.closed
    await evse.plug_in(ElectricVehicle())
    await asyncio.sleep(0.1)
    assert not evse.contactor.closed
    assert (await walking)[0] == [
        "EVSE 1: the contactor: a vehicle has come meanwhile: it has opened"
    ]


@virtual_time
async def test_nothing_moves_that_nobody_agrees_to() -> None:
    configuration, hardware, _ = simulated()
    findings, told = await walked(configuration, hardware, Somebody(refuses=("close",)))
    assert findings == []
    assert "EVSE 1: the contactor is not tried" in told


@virtual_time
async def test_what_fails_is_found() -> None:
    configuration, hardware, evse = simulated()
    evse.contactor.stick_open()
    evse.meter.hang()
    findings, _ = await walked(configuration, hardware, Nobody())
    assert findings[0].startswith("EVSE 1: the meter can't be read: ")
    assert findings[1].startswith("EVSE 1: the contactor: ")
    assert len(findings) == 2


@virtual_time
async def test_what_nobody_hears_is_found() -> None:
    configuration, hardware, _ = simulated()
    findings, _ = await walked(configuration, hardware, Somebody(refuses=("heard",)))
    assert findings == ["EVSE 1: it was not heard"]


@virtual_time
async def test_a_walk_that_is_given_up_leaves_all_safe() -> None:
    configuration, hardware, evse = simulated()
    walking = asyncio.create_task(walked(configuration, hardware, Nobody()))
    await asyncio.sleep(4)
    assert evse.contactor.closed
    walking.cancel()
    await asyncio.gather(walking, return_exceptions=True)
    assert not evse.contactor.closed
    await hardware.station.start(lambda _: None)  # it was stopped
    await hardware.station.stop()


@virtual_time
async def test_pins(tmp_path: Path) -> None:
    world = World(tmp_path)
    configuration = configured(tmp_path)
    hardware = hardware_in(world, configuration)

    def holds(question: str) -> None:
        if "button" in question:
            world.drive(16, high=False)

    world.cable_ohms = 220.0  # a cable with nothing behind it
    findings, told = await walked(configuration, hardware, Somebody(before=holds))
    assert findings == []
    assert "EVSE 2: there is a cable, which bears 32 A" in told
    for line in (
        "EVSE 2: the contactor closes and opens",
        "EVSE 2: the lock locks and unlocks",
        "lamp charging: it was switched on and off",
        "button stop: pressed",
    ):
        assert line in told
    assert [what for _, what in world.moves].count("relay on") == 1
    assert not any(world.is_on(pin) for pin in (RELAY, LAMP, LOCK))


@virtual_time
async def test_a_contactor_behind_another_meter(tmp_path: Path) -> None:
    world = World(tmp_path)
    configuration = configured(tmp_path)
    hardware = hardware_in(world, configuration)
    mixed = with_meters(hardware.station, {2: Shows()})
    findings, told = await walked(configuration, replace(hardware, station=mixed), Nobody())
    assert findings == []
    assert "EVSE 2: the contactor closes and opens" in told
    assert "  Energy.Active.Import.Register  4711 Wh" in told


class Shows:
    async def read_meter(self) -> MeterReading:
        return MeterReading(energy_wh=4711)


@virtual_time
async def test_a_lock_without_a_plug_is_left_alone(tmp_path: Path) -> None:
    world = World(tmp_path)
    configuration = configured(tmp_path)
    hardware = hardware_in(world, configuration)
    findings, told = await walked(configuration, hardware, Nobody())
    assert findings == []
    assert "EVSE 2: there is no plug in the socket to lock" in told
    assert "button stop: not pressed" in told


@virtual_time
async def test_hardware_that_does_not_start(tmp_path: Path) -> None:
    world = World(tmp_path)
    (tmp_path / "count.json").write_text("rubbish", "utf-8")
    configuration = configured(tmp_path)
    hardware = hardware_in(world, configuration)
    findings, told = await walked(configuration, hardware, Nobody())
    assert findings[0].startswith("the hardware does not start: ")
    assert len(findings) == 1
    assert not [line for line in told if "pilot" in line]


@virtual_time
async def test_faults_are_found_once(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.stop_pressed = True
    configuration = configured(tmp_path)
    hardware = hardware_in(world, configuration)
    findings, _ = await walked(configuration, hardware, Nobody())
    assert [each for each in findings if each.startswith("the station: Emer")] == findings[:1]
    assert any(each.startswith("EVSE 2: the contactor: ") for each in findings)


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "station.toml"
    path.write_text(FILE, "utf-8")
    with process("hw", "test", "--config", str(path), "--yes") as running:
        code, printed = running.end()
    assert (code, printed.splitlines()[-1]) == (0, "all is well")
    with process("hw", "test", "--config", str(path)) as asked:
        asked.wait_for("close the contactor for 2 s? Its outlet is live then. [y/n]")
        asked.say("no")
        asked.wait_for("the contactor is not tried")
        assert asked.end()[0] == 0
    path.write_text(FILE.replace("vendor", "vender"), "utf-8")
    assert pilotwire("hw", "test", "--config", str(path)) == 2
    assert "station.toml:1: station.vendor: is missing" in capsys.readouterr().err


def test_nobody_answers(tmp_path: Path) -> None:
    path = tmp_path / "station.toml"
    path.write_text(FILE, "utf-8")
    with process("hw", "test", "--config", str(path)) as asked:
        asked.wait_for("[y/n]")
        asked.close()
        code, printed = asked.end()
    assert code == 2
    assert "somebody must answer, or say --yes" in printed


def test_a_station_that_runs_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "station.toml"
    path.write_text(FILE, "utf-8")
    with process("run", "--config", str(path)) as station:
        station.wait_for("keeps its records in")
        assert pilotwire("hw", "test", "--config", str(path), "--yes") == 4
    assert "station.db" in capsys.readouterr().err


def test_a_signal_ends_it(tmp_path: Path) -> None:
    path = tmp_path / "station.toml"
    path.write_text(FILE, "utf-8")
    with process("hw", "test", "--config", str(path)) as asked:
        asked.wait_for("[y/n]")
        asked.send(2)
        code, printed = asked.end()
    assert code == 130
    assert printed.endswith("stopped\n")
