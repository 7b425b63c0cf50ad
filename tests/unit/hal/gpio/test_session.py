"""A whole session on mock pins, in each version: volts at the pilot's input, duty at its output."""

import asyncio
from pathlib import Path
from typing import cast

import pytest

from pilotwire.hal.gpio import duty_of
from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation
from pilotwire.ocpp import v16, v21
from tests.support.gpio_world import LAMP, World
from tests.support.scene import TOKEN, Scene, scene
from tests.support.virtual_time import virtual_time

VERSIONS = ["1.6", "2.0.1", "2.1"]


def of(world: World) -> SimulatedStation:
    """What a scene takes: it asks nothing else of it than a station does."""
    return cast("SimulatedStation", world.hardware)


def car() -> ElectricVehicle:
    return ElectricVehicle(battery_kwh=60, soc=30, phases=1, max_current_a=32)


def statuses(s: Scene) -> list[str]:
    if s.csms.requests(v16.StatusNotificationRequest):
        told = s.csms.requests(v16.StatusNotificationRequest)
        return [each.status.value for each in told if each.connector_id == 1]
    return [e.connector_status.value for e in s.csms.requests(v21.StatusNotificationRequest)]


def delivered(s: Scene) -> float:
    """What the CSMS was told of the session, in Wh."""
    stopped = s.csms.requests(v16.StopTransactionRequest)
    if stopped:
        [started] = s.csms.requests(v16.StartTransactionRequest)
        return stopped[0].meter_stop - started.meter_start
    events = s.csms.requests(v21.TransactionEventRequest)
    registers = [
        sampled.value
        for event in events
        for value in event.meter_value or ()
        for sampled in value.sampled_value
        if sampled.measurand in {None, v21.MeasurandEnumType.ENERGY_ACTIVE_IMPORT_REGISTER}
    ]
    return registers[-1] - registers[0]


@pytest.mark.parametrize("version", VERSIONS)
@virtual_time
async def test_a_session(version: str, tmp_path: Path) -> None:
    world = World(tmp_path)
    async with scene(version, hardware=of(world)) as s:
        assert world.duty == 1.0, "nothing is offered to nobody"
        evse = s.station.evse(1)
        world.plug_in(car(), cable_a=20.0)
        await s.wait(5)
        assert not world.closed
        assert await evse.authorize(TOKEN)
        await s.wait(10)
        assert world.duty == pytest.approx(duty_of(20.0)), "the cable bears 20 A"
        assert world.closed
        assert world.locked()

        await evse.limit(10.0)
        await s.wait(5)
        assert world.duty == pytest.approx(duty_of(10.0))
        assert world.closed
        await evse.limit(None)
        await s.wait(600)

        assert world.car is not None
        world.car.pause()
        await s.wait(0.2)
        assert not world.closed, "the vehicle does not ask any more"
        world.car.resume()
        await s.wait(10)
        assert world.closed

        assert await evse.authorize(TOKEN)
        await s.wait(5)
        assert not world.closed
        assert world.duty == 1.0
        assert not world.locked(), "it was unlocked once the contactor was open"
        assert world.when("relay off") <= world.when("unlock on")
        counted = world.pulses
        world.unplug()
        await s.wait(30)
        assert statuses(s)[-1] == "Available"
        assert delivered(s) == counted
        assert counted == pytest.approx(20 * 230 / 6, rel=0.05)
    assert world.duty == 0.0, "stopped: not available"
    assert not world.is_on(LAMP)


@virtual_time
async def test_lamps_and_buttons_are_the_applications(tmp_path: Path) -> None:
    world = World(tmp_path)
    async with scene("2.1", hardware=of(world)) as s:
        pressed: list[float] = []
        world.hardware.buttons["stop"].when_pressed = lambda: pressed.append(
            asyncio.get_running_loop().time()
        )
        world.hardware.lamps["charging"].on()
        assert world.is_on(LAMP)
        for _ in range(2):
            world.button_pressed = True
            world._show()
            await s.wait(1)
            world.button_pressed = False
            world._show()
            await s.wait(1)
        assert len(pressed) == 2
        assert world.hardware.lamps["charging"].lit
    assert not world.is_on(LAMP)
    assert not world.hardware.lamps["charging"].lit


@virtual_time
async def test_a_restart_while_it_charges_leaves_nothing_closed_and_no_register_fallen(
    tmp_path: Path,
) -> None:
    world = World(tmp_path)
    async with scene("2.1", hardware=of(world)) as s:
        world.plug_in(car())
        assert await s.station.evse(1).authorize(TOKEN)
        await s.wait(600)
        before = (await world.hardware.evses[0].read_meter()).energy_wh
        answer = await s.csms.call(v21.ResetRequest(type=v21.ResetEnumType.IMMEDIATE))
        assert answer.status is v21.ResetStatusEnumType.ACCEPTED
        await s.hears(v21.BootNotificationRequest, count=2)
        await s.wait(10)
        assert not world.closed
        assert (await world.hardware.evses[0].read_meter()).energy_wh >= before
        assert s.station.evse(1).snapshot.connected, "it has looked anew"
