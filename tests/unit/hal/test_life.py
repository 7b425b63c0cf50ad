"""Start, stop and reboot of a simulated station."""

import asyncio
from pathlib import Path

import pytest

from pilotwire.hal.interfaces import FaultCode, FaultRaised, HardwareError, PilotChanged, PilotState
from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation
from tests.support.virtual_time import run, virtual_time
from tests.unit.hal.scenes import charge, energy_wh, pilots, started, timers


@virtual_time
async def test_what_stood_before_the_start_is_reported_at_the_start() -> None:
    station = SimulatedStation(3)
    await station.evse(2).plug_in(ElectricVehicle())
    station.evse(3).fail(FaultCode.GROUND_FAULT)
    await station.swipe("nobody reads this")

    assert await started(station) == [
        PilotChanged(2, PilotState.B),
        FaultRaised(3, FaultCode.GROUND_FAULT),
    ]


@virtual_time
async def test_before_the_start_nothing_closes_and_nothing_is_offered() -> None:
    evse = SimulatedStation().evse(1)
    with pytest.raises(HardwareError, match="not started"):
        await evse.close_contactor()
    with pytest.raises(HardwareError, match="not started"):
        await evse.offer_current(6)
    await evse.offer_current(0)
    await evse.open_contactor()
    assert await energy_wh(evse) == 0.0


@virtual_time
async def test_after_the_stop_nothing_is_reported_and_no_timer_is_left() -> None:
    station = SimulatedStation()
    events = await started(station)
    waking = station.evse(2)
    await charge(station.evse(1), ElectricVehicle())
    await asyncio.sleep(60)
    await charge(waking, ElectricVehicle(wakes_after_s=100))
    tasks = asyncio.all_tasks()
    count = len(events)

    await station.stop()

    assert timers() == []
    assert asyncio.all_tasks() == tasks
    register = await energy_wh(station.evse(1))
    await asyncio.sleep(3600)
    await waking.unplug()
    await station.swipe("nobody reads this")
    waking.fail(FaultCode.OTHER)
    assert len(events) == count
    assert await energy_wh(station.evse(1)) == register
    assert not any(evse.contactor.closed for evse in station.evses)
    await station.stop()


def test_no_timer_is_left_with_a_memory_either(tmp_path: Path) -> None:
    async def scenario() -> None:
        station = SimulatedStation(memory=tmp_path / "meters.json")
        await started(station)
        await charge(station.evse(1), ElectricVehicle())
        await asyncio.sleep(60)
        await station.stop()
        assert timers() == []

    run(scenario())


@virtual_time
async def test_a_station_starts_once_and_again_after_a_stop() -> None:
    station = SimulatedStation()
    await started(station)
    with pytest.raises(HardwareError, match="started already"):
        await started(station)
    await station.stop()
    await started(station)


@virtual_time
async def test_a_reboot_opens_everything_and_reports_anew() -> None:
    station = SimulatedStation()
    events = await started(station)
    evse = station.evse(1)
    await charge(evse, ElectricVehicle())
    await evse.lock_connector()
    await asyncio.sleep(600)
    station.evse(2).fail(FaultCode.TOKEN_READER)
    register = await energy_wh(evse)
    del events[:]

    await station.reboot()

    assert events == [PilotChanged(1, PilotState.B), FaultRaised(2, FaultCode.TOKEN_READER)]
    assert not evse.contactor.closed
    assert evse.lock.locked
    assert evse.offered_a == 0.0
    await asyncio.sleep(600)
    assert await energy_wh(evse) == register

    await evse.offer_current(16)
    await evse.close_contactor()
    await asyncio.sleep(600)
    assert await energy_wh(evse) > register
    assert pilots(events) == [PilotState.B, PilotState.C]


@virtual_time
async def test_a_station_that_is_not_started_does_not_reboot() -> None:
    with pytest.raises(HardwareError, match="not started"):
        await SimulatedStation().reboot()
