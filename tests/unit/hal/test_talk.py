"""What a simulated vehicle makes of ISO 15118."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

import pytest

from pilotwire.hal.interfaces import (
    AcNeeds,
    ConnectorKind,
    DcNeeds,
    EnergyTransfer,
    HardwareEvent,
    NeedsTold,
    OfferedSchedule,
    PilotState,
    PowerStep,
    ScheduleChosen,
    VehicleTalks,
)
from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation, Talk
from tests.support.virtual_time import virtual_time
from tests.unit.hal.scenes import charge, pilots, power_w, started

SCHEDULES = (
    OfferedSchedule(7, (PowerStep(0.0, 22000.0), PowerStep(600.0, 5000.0)), 86400.0),
    OfferedSchedule(8, (PowerStep(0.0, 4000.0),), 86400.0),
)


def told(events: Sequence[HardwareEvent]) -> list[NeedsTold]:
    return [event for event in events if isinstance(event, NeedsTold)]


@virtual_time
async def test_it_tells_its_needs_once_there_is_current_and_charges_by_the_schedule_it_takes() -> (
    None
):
    station = SimulatedStation()
    events = await started(station)
    evse = station.evse(1)
    vehicle = ElectricVehicle(50, 40, target_soc=80, talk=Talk(departs_in_s=7200))
    await evse.plug_in(vehicle)
    assert events == [*events[:-1], VehicleTalks(1)]
    await asyncio.sleep(600)
    assert not told(events)

    await evse.offer_current(32)
    await evse.close_contactor()
    (needs,) = told(events)
    energy_wh = 0.4 * 50000 / 0.9
    wanted = AcNeeds(energy_wh, 6.0, 16.0, 400.0)
    assert isinstance(needs.needs, AcNeeds)
    assert needs.needs.energy_wh == pytest.approx(energy_wh)
    assert replace(needs, needs=wanted) == NeedsTold(
        1, wanted, EnergyTransfer.AC_THREE_PHASE, 6600.0, 12
    )
    await asyncio.sleep(30)
    assert pilots(events)[-1] is PilotState.B
    await evse.offer_schedules(SCHEDULES)
    plan = (PowerStep(0.0, 16 * 3 * 230.0), PowerStep(600.0, 5000.0))
    assert events[-1] == ScheduleChosen(1, 7, plan)
    await asyncio.sleep(30)
    assert pilots(events)[-1] is PilotState.C
    assert await power_w(evse) == pytest.approx(16 * 3 * 230)


@virtual_time
async def test_it_goes_on_to_charge_while_it_is_asked_again() -> None:
    station = SimulatedStation()
    events = await started(station)
    evse = station.evse(1)
    await charge(evse, ElectricVehicle(talk=Talk(prefers=1, plans=False)))
    await evse.offer_schedules(SCHEDULES)
    assert ScheduleChosen(1, 8) in events
    await asyncio.sleep(30)
    await evse.renegotiate()
    assert len(told(events)) == 2
    assert await power_w(evse) > 0
    await evse.offer_schedules(SCHEDULES[:1])
    assert ScheduleChosen(1, 7) in events
    await evse.offer_schedules(SCHEDULES)  # it waits for none
    assert len([event for event in events if isinstance(event, ScheduleChosen)]) == 2


@virtual_time
async def test_without_schedules_it_charges_by_the_pilot_in_the_end() -> None:
    """ISO 15118-2: it waits 60 s."""
    station = SimulatedStation()
    events = await started(station)
    await charge(station.evse(1), ElectricVehicle(talk=Talk()))
    await asyncio.sleep(59)
    assert pilots(events) == [PilotState.B]
    await asyncio.sleep(5)
    assert pilots(events)[-1] is PilotState.C


@virtual_time
async def test_what_it_says_over_direct_current() -> None:
    station = SimulatedStation(1, kind=ConnectorKind.CCS2_CABLE, phases=1, voltage=400)
    events = await started(station)
    await charge(station.evse(1), ElectricVehicle(60, 50, max_dc_current_a=100, talk=Talk()), 200)
    (needs,) = told(events)
    assert needs.transfer is EnergyTransfer.DC
    assert isinstance(needs.needs, DcNeeds)
    assert (needs.needs.max_power_w, needs.needs.soc) == (40000.0, 50.0)


@virtual_time
async def test_after_a_restart_of_the_charger_it_begins_anew() -> None:
    station = SimulatedStation()
    events = await started(station)
    evse = station.evse(1)
    await charge(evse, ElectricVehicle(talk=Talk()))
    await evse.offer_schedules(SCHEDULES)
    await station.reboot()
    assert events[-1] == VehicleTalks(1)
    await evse.offer_current(16)
    assert len(told(events)) == 2
    await evse.tear_out()
    await evse.renegotiate()
    assert len(told(events)) == 2
