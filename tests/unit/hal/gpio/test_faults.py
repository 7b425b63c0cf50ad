"""Each fault at the pins, while energy flows: how soon it is cut, in which order, what is told."""

import asyncio
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import pytest

from pilotwire.hal.interfaces import FaultCode, PilotState
from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation
from pilotwire.ocpp import v16
from tests.support.gpio_world import CONFIG, RCD, World
from tests.support.scene import TOKEN, Scene, scene
from tests.support.virtual_time import virtual_time

IN_TIME = 0.1
"""Seconds till the relay is off (IEC 61851-1 Annex A)."""

Do = Callable[[World], None]


@dataclass(frozen=True)
class Case:
    """What goes wrong, how it is mended, and what the station makes of it."""

    breaks: Do
    mends: Do
    code: FaultCode | None = None
    """The fault; None: it is none, but energy may not flow."""
    within: float = IN_TIME
    status: str = "Faulted"
    error: str = "NoError"
    stays: bool = True
    """Whether it is there until it is mended."""


def rcd(world: World, there: bool = True) -> None:
    world._fault(FaultCode.GROUND_FAULT, there=there)


def stop_button(world: World, there: bool = True) -> None:
    world._fault(FaultCode.EMERGENCY_STOP, there=there)


def heat(world: World, there: bool = True) -> None:
    world._fault(FaultCode.HIGH_TEMPERATURE, there=there)


def thermistor_gone(world: World) -> None:
    world.celsius_ohms = 1e12


def short(world: World) -> None:
    world.forced = PilotState.E


def no_diode(world: World) -> None:
    world.diode = False


def diode(world: World) -> None:
    world.diode = True


def as_the_car(world: World) -> None:
    world.forced = None


def pilot_lost(world: World) -> None:
    """The pilot's wire breaks: it reads as without a vehicle."""
    world.forced = PilotState.A


def proximity_lost(world: World) -> None:
    world.cable_ohms = None


def proximity(world: World) -> None:
    world.cable_ohms = 220.0


def full(world: World) -> None:
    assert world.car is not None
    world.car.pause()


def hungry(world: World) -> None:
    assert world.car is not None
    world.car.resume()


def converter_gone(world: World) -> None:
    world.spi_error = OSError(5, "Input/output error")


def converter(world: World) -> None:
    world.spi_error = None


def coil(world: World) -> None:
    world.burnt = True
    world._contactor_moves()


def new_coil(world: World) -> None:
    world.burnt = False


CASES = {
    "RCD": Case(rcd, lambda w: rcd(w, False), FaultCode.GROUND_FAULT, 0.001, error="GroundFailure"),
    "emergency stop": Case(
        stop_button,
        lambda w: stop_button(w, False),
        FaultCode.EMERGENCY_STOP,
        0.001,
        error="OtherError",
    ),
    "heat": Case(
        heat, lambda w: heat(w, False), FaultCode.HIGH_TEMPERATURE, 1.5, error="HighTemperature"
    ),
    "thermistor": Case(
        thermistor_gone,
        lambda w: heat(w, False),
        FaultCode.HIGH_TEMPERATURE,
        1.5,
        error="HighTemperature",
    ),
    "pilot short": Case(short, as_the_car, None, status="SuspendedEVSE"),
    "no diode": Case(no_diode, diode, None, status="SuspendedEVSE"),
    "pilot lost": Case(pilot_lost, as_the_car, None, status="Finishing"),
    "proximity lost": Case(proximity_lost, proximity, None, status="Preparing"),
    "full": Case(full, hungry, None, status="SuspendedEV"),
    "converter": Case(converter_gone, converter, FaultCode.PILOT, error="OtherError"),
    "coil": Case(coil, new_coil, FaultCode.CONTACTOR, 1.0, error="PowerSwitchFailure", stays=False),
}


async def charging(world: World, s: Scene) -> None:
    world.plug_in(ElectricVehicle(soc=20, phases=1, max_current_a=32, wakes_after_s=0.5))
    assert await s.station.evse(1).authorize(TOKEN)
    await s.wait(20)
    assert world.closed
    assert world.locked()


def of(world: World) -> SimulatedStation:
    return cast("SimulatedStation", world.hardware)


def last(s: Scene) -> v16.StatusNotificationRequest:
    told = s.csms.requests(v16.StatusNotificationRequest)
    return [each for each in told if each.connector_id == 1][-1]


@pytest.mark.parametrize("name", CASES)
@virtual_time
async def test_a_fault_while_energy_flows(name: str, tmp_path: Path) -> None:
    case, world = CASES[name], World(tmp_path)
    async with scene("1.6", hardware=of(world)) as s:
        await charging(world, s)
        world.moves.clear()
        since = asyncio.get_running_loop().time()
        case.breaks(world)
        await s.wait(8)

        assert world.when("relay off") - since <= case.within, "the relay in time"
        assert not world.closed
        unlocked = [at for at, what in world.moves if what == "unlock on"]
        assert all(at >= world.when("relay off") for at in unlocked), "the plug after the contactor"
        told = s.csms.requests(v16.StatusNotificationRequest)
        assert case.status in {each.status.value for each in told}
        assert case.error in {each.error_code.value for each in told}
        faults = {fault.code for fault in s.station.evse(1).snapshot.faults}
        assert faults == ({case.code} if case.code and case.stays else set())
        assert last(s).status.value == case.status or not case.stays
        assert world.duty == 1.0 or case.status == "SuspendedEV"

        case.mends(world)
        await s.wait(25)
        assert not s.station.evse(1).snapshot.faults, "mended"
        world.unplug()
        await s.wait(25)
        assert last(s).status.value == "Available"
        await charging(world, s)


@pytest.mark.parametrize("name", ["RCD", "converter", "heat"])
@virtual_time
async def test_a_fault_before_the_start_lets_nothing_begin(name: str, tmp_path: Path) -> None:
    case, world = CASES[name], World(tmp_path)
    case.breaks(world)
    async with scene("1.6", hardware=of(world)) as s:
        world.plug_in(ElectricVehicle(soc=20, phases=1))
        assert not await s.station.evse(1).authorize(TOKEN)
        await s.wait(20)
        assert not world.closed
        assert last(s).status.value == "Faulted"
        case.mends(world)
        await s.wait(80)
        assert not s.station.evse(1).snapshot.faults
        assert await s.station.evse(1).authorize(TOKEN)
        await s.wait(20)
        assert world.closed


@virtual_time
async def test_a_trip_of_a_moment_is_told(tmp_path: Path) -> None:
    """It was over before anybody could look: the relay is off all the same, and it is a fault."""
    world = World(tmp_path)
    async with scene("1.6", hardware=of(world)) as s:
        await charging(world, s)
        world.drive(RCD, high=True)
        world.drive(RCD, high=False)
        await s.wait(3)
        assert not world.closed
        errors = [e.error_code.value for e in s.csms.requests(v16.StatusNotificationRequest)]
        assert "GroundFailure" in errors
        [stopped] = s.csms.requests(v16.StopTransactionRequest)
        assert stopped.reason is v16.Reason.OTHER
        await s.wait(20)
        assert not s.station.evse(1).snapshot.faults


@virtual_time
async def test_a_weld_keeps_the_plug_locked(tmp_path: Path) -> None:
    world = World(tmp_path)
    async with scene("1.6", hardware=of(world)) as s:
        await charging(world, s)
        world.welded = True
        assert await s.station.evse(1).authorize(TOKEN)  # to stop
        await s.wait(30)
        assert last(s).error_code.value == "PowerSwitchFailure"
        assert world.locked()
        assert not world.is_on(17)
        world.welded = False
        world._contactor_moves()
        await s.wait(30)
        assert not world.locked()
        assert not s.station.evse(1).snapshot.faults


@virtual_time
async def test_a_lock_that_jams(tmp_path: Path) -> None:
    world = World(tmp_path)
    async with scene("1.6", hardware=of(world)) as s:
        world.jammed = True
        world.plug_in(ElectricVehicle(soc=20, phases=1))
        await s.station.evse(1).authorize(TOKEN)
        await s.wait(5)
        assert last(s).error_code.value == "ConnectorLockFailure"
        assert not world.closed
        assert not world.is_on(22), "the motor stops"
        assert not world.is_on(23)
        world.jammed = False
        await s.wait(30)
        assert not s.station.evse(1).snapshot.faults


@virtual_time
async def test_a_residual_current_device_that_does_not_trip_bars_the_contactor(
    tmp_path: Path,
) -> None:
    world = World(tmp_path)
    world.deaf = True
    async with scene("1.6", hardware=of(world)) as s:
        world.plug_in(ElectricVehicle(soc=20, phases=1))
        assert not await s.station.evse(1).authorize(TOKEN)
        assert "self test" in s.station.evse(1).snapshot.faults[0].info
        world.deaf = False
        await s.wait(70)
        assert not s.station.evse(1).snapshot.faults, "it is tested again"
        assert await s.station.evse(1).authorize(TOKEN)
        await s.wait(10)
        assert world.closed


@virtual_time
async def test_it_is_tested_again_before_the_contactor_closes(tmp_path: Path) -> None:
    document = deepcopy(CONFIG)
    document["evses"][0]["faults"][0]["self_test"]["every_s"] = 60.0
    world = World(tmp_path, config=document)
    async with scene("1.6", hardware=of(world)) as s:
        await s.wait(61)
        world.deaf = True
        world.plug_in(ElectricVehicle(soc=20, phases=1))
        assert await s.station.evse(1).authorize(TOKEN)
        await s.wait(8)
        assert not world.closed
        assert FaultCode.GROUND_FAULT in {f.code for f in s.station.evse(1).snapshot.faults}
