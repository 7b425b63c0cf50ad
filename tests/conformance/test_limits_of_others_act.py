"""What others allow, what the CSMS updates, and priority, are on the pilot (K11 to K13, K21, K27 to
K29).
"""

from datetime import timedelta

import pytest

from pilotwire.charging_station import (
    ChargingLimitSource,
    ChargingRateUnit,
    ChargingStation,
    LimitPeriod,
)
from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation
from pilotwire.ocpp import v21
from pilotwire.station.vocabulary import (
    ChargingProfileKind,
    ChargingProfilePurpose,
    OperationMode,
)
from tests.support.editions import IN_ALL
from tests.support.profiles_by_csms import profile, set_profile
from tests.support.scene import TOKEN, Scene, charge, now, scene
from tests.support.virtual_time import virtual_time

EMS, SO = ChargingLimitSource.EMS, ChargingLimitSource.SO
DYNAMIC = ChargingProfileKind.DYNAMIC
PRIORITY = ChargingProfilePurpose.PRIORITY_CHARGING
MOST = 32.0
WITHIN = 5.0
"""Seconds in which what is offered follows a limit."""


async def offered(s: Scene, evse_id: int = 1) -> float:
    """What is offered once it has followed, in amperes."""
    await s.wait(WITHIN)
    return s.hardware.evse(evse_id).offered_a


def running(s: Scene) -> str:
    return s.csms.requests(v21.TransactionEventRequest)[-1].transaction_info.transaction_id


@IN_ALL
@virtual_time
async def test_no_more_is_offered_than_others_allow(version: str) -> None:
    """K11.FR.01, K13.FR.01: of several the lowest counts, and the rest when it is released."""
    async with scene(version) as s:
        await charge(s)
        limits = s.station.external_limits
        assert await offered(s) == MOST
        limits.set(10.0, source=EMS)
        assert await offered(s) == 10.0
        limits.set(8.0, source=SO, evse_id=1)
        assert await offered(s) == 8.0
        limits.clear(source=SO, evse_id=1)
        assert await offered(s) == 10.0
        limits.set(12.0, source=EMS)
        assert await offered(s) == 12.0
        limits.clear(source=EMS)
        assert await offered(s) == MOST


@virtual_time
async def test_what_is_generated_for_the_station_is_not_for_an_evse_that_has_its_own() -> None:
    """K27, 3.6: of two sources of one level, that of the EVSE leads there."""
    async with scene("2.1") as s:
        await charge(s)
        limits = s.station.external_limits
        limits.set(8.0, source=EMS)
        limits.set(4.0, source=EMS, local_generation=True)
        assert await offered(s) == 12.0
        limits.set(0.0, source=EMS, evse_id=1, local_generation=True)
        assert await offered(s) == 8.0


@virtual_time
async def test_less_than_can_be_offered_suspends_the_session() -> None:
    async with scene("2.1") as s:
        await charge(s)
        s.station.external_limits.set(5.0)
        await s.wait(WITHIN)
        assert not s.evse.contactor.closed
        event = s.csms.requests(v21.TransactionEventRequest)[-1]
        assert event.transaction_info.charging_state == "SuspendedEVSE"
        s.station.external_limits.set(7.0)
        assert await offered(s) == 7.0


@virtual_time
async def test_the_limit_counts_before_the_contactor_closes() -> None:
    """One that was set before the start, and one after a restart."""
    highest = 0.0

    def prepare(station: ChargingStation[SimulatedStation]) -> None:
        station.external_limits.set(9.0)

    async with scene("2.1", prepare=prepare) as s:
        for _ in range(2):
            await s.plug_in_and_swipe()
            for _ in range(300):
                await s.wait(0.1)
                highest = max(highest, s.evse.offered_a)
            assert s.evse.contactor.closed
            await s.evse.swipe(TOKEN)
            await s.wait(5)
            await s.evse.unplug()
            await s.csms.call(v21.ResetRequest(type=v21.ResetEnumType.IMMEDIATE))
            await s.wait(60)
        assert highest == 9.0


@virtual_time
async def test_all_evses_together_take_no_more_than_the_station_may() -> None:
    """K12.FR.01."""
    async with scene("2.1", evses=2) as s:
        s.station.external_limits.set(16.0)
        for evse_id in (1, 2):
            evse = s.hardware.evse(evse_id)
            await evse.plug_in(ElectricVehicle())
            await evse.swipe(f"TOKEN{evse_id}")
            for _ in range(60):
                await s.wait(1)
                assert sum(s.hardware.evse(n).offered_a for n in (1, 2)) <= 16.0
        assert [s.hardware.evse(n).offered_a for n in (1, 2)] == [8.0, 8.0]


@virtual_time
async def test_a_schedule_is_followed_period_by_period() -> None:
    async with scene("2.1") as s:
        await charge(s)
        s.station.external_limits.set(
            [LimitPeriod(0, 16.0), LimitPeriod(60, 8.0), LimitPeriod(120, 20.0)],
            start=now() + timedelta(seconds=30),
            duration=180,
        )
        told = [await offered(s)]
        for _ in range(4):
            await s.wait(60 - WITHIN)
            told.append(await offered(s))
        assert told == [MOST, 16.0, 8.0, 20.0, MOST]


@virtual_time
async def test_what_is_generated_here_may_be_taken_besides() -> None:
    """K27: 2 kW on top of 5 kW, for one phase."""
    hardware = SimulatedStation(evses=1, phases=1)
    async with scene("2.1", hardware=hardware) as s:
        await set_profile(s, 1, profile(7, limit=10.0))
        await charge(s)
        assert await offered(s) == 10.0
        s.station.external_limits.set(1380.0, ChargingRateUnit.W, evse_id=1, local_generation=True)
        assert await offered(s) == pytest.approx(16.0)
        s.station.external_limits.set(8.0, source=SO, evse_id=1)
        assert await offered(s) == pytest.approx(14.0)
        s.station.external_limits.clear(evse_id=1, local_generation=True)
        assert await offered(s) == 8.0


@virtual_time
async def test_an_update_of_the_csms_is_followed_at_once() -> None:
    """K28.FR.06; without updates it ends, and counts again with the next (K28.FR.13, K28.FR.14)."""
    async with scene("2.1") as s:

        async def update(limit: float) -> None:
            request = v21.UpdateDynamicScheduleRequest(
                charging_profile_id=7, schedule_update=v21.ChargingScheduleUpdateType(limit=limit)
            )
            assert (await s.csms.call(request)).status == "Accepted"

        await set_profile(s, 1, profile(8, limit=20.0))
        await set_profile(s, 1, profile(7, kind=DYNAMIC, limit=10.0, duration=120, stack_level=1))
        await charge(s)
        assert await offered(s) == 10.0
        await update(8.0)
        assert await offered(s) == 8.0
        await s.wait(100)
        assert await offered(s) == 8.0
        await s.wait(10)
        assert await offered(s) == 20.0
        await update(9.0)
        assert await offered(s) == 9.0


@virtual_time
async def test_a_profile_that_lets_others_in_is_followed() -> None:
    """K29.FR.03; before they have said anything, it limits nothing."""
    async with scene("2.1") as s:
        wanted = profile(7, kind=DYNAMIC, mode=OperationMode.EXTERNAL_LIMITS)
        await set_profile(s, 0, wanted)
        await charge(s)
        assert await offered(s) == MOST
        s.station.external_limits.set(10.0)
        assert await offered(s) == 10.0


@virtual_time
async def test_priority_charging_overrules_what_the_transaction_may_have() -> None:
    """K21.FR.04, K21.FR.07; what the station may take stays."""
    async with scene("2.1") as s:
        await set_profile(s, 0, profile(7, limit=10.0))
        await set_profile(s, 0, profile(8, PRIORITY, limit=24.0))
        await charge(s)
        assert await offered(s) == 10.0
        tx = running(s)
        request = v21.UsePriorityChargingRequest(transaction_id=tx, activate=True)
        assert (await s.csms.call(request)).status == "Accepted"
        assert await offered(s) == 24.0
        s.station.external_limits.set(20.0)
        assert await offered(s) == 20.0
        request = v21.UsePriorityChargingRequest(transaction_id=tx, activate=False)
        assert (await s.csms.call(request)).status == "Accepted"
        assert await offered(s) == 10.0
