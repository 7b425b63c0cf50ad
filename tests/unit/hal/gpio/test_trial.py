"""A contactor that is tried without a vehicle, by whoever tests the hardware."""

import asyncio
from pathlib import Path

import pytest

from pilotwire.hal.interfaces import ContactorTrial, HardwareError
from pilotwire.hal.simulated import ElectricVehicle
from tests.support.gpio_world import RELAY, World
from tests.support.virtual_time import virtual_time


@virtual_time
async def test_it_closes_and_opens(tmp_path: Path) -> None:
    world = World(tmp_path)
    await world.hardware.start(lambda _: None)
    [evse] = world.hardware.evses
    tried: ContactorTrial = evse
    trial = asyncio.create_task(tried.try_contactor(2.0))
    await asyncio.sleep(1.0)
    assert world.closed
    await trial
    assert not world.closed
    await asyncio.sleep(0.1)
    with pytest.raises(HardwareError, match="there is no vehicle"):
        await evse.close_contactor()  # as ever
    await world.hardware.stop()


@virtual_time
async def test_a_vehicle_that_comes_opens_it(tmp_path: Path) -> None:
    world = World(tmp_path)
    await world.hardware.start(lambda _: None)
    [evse] = world.hardware.evses
    trial = asyncio.create_task(evse.try_contactor(2.0))
    await asyncio.sleep(1.0)
    world.plug_in(ElectricVehicle(phases=1))
    await asyncio.sleep(0.1)
    assert not world.is_on(RELAY)
    with pytest.raises(HardwareError, match="a vehicle has come"):
        await trial
    with pytest.raises(HardwareError, match="a vehicle is connected"):
        await evse.try_contactor(2.0)
    assert not world.is_on(RELAY)
    await world.hardware.stop()


@virtual_time
async def test_a_trial_that_is_given_up_opens_it(tmp_path: Path) -> None:
    world = World(tmp_path)
    await world.hardware.start(lambda _: None)
    [evse] = world.hardware.evses
    trial = asyncio.create_task(evse.try_contactor(60.0))
    await asyncio.sleep(1.0)
    assert world.is_on(RELAY)
    trial.cancel()
    await asyncio.gather(trial, return_exceptions=True)
    assert not world.is_on(RELAY)
    await world.hardware.stop()
