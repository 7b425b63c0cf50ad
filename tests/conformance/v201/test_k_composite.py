"""Cases of block K, smart charging (Part 6, 2.12): what profiles add up to."""

from datetime import timedelta

from pilotwire.ocpp import v21
from pilotwire.station.device_model.standard import SmartChargingCtrlr
from tests.conformance.v201 import states
from tests.conformance.v201.charging_profiles import (
    DEVIATION,
    IN_EACH_UNIT,
    LONG,
    composite,
    limits,
    says,
    sets,
)
from tests.conformance.v201.play import case
from tests.support.charging_schedules import MAX, TX, just_now, periods_2x, profile_2x
from tests.support.editions import IN_2X
from tests.support.virtual_time import virtual_time

pytestmark = IN_2X


def wish(evse_id: int, unit: str) -> v21.GetCompositeScheduleRequest:
    """A request for a composite schedule."""
    return v21.GetCompositeScheduleRequest(
        evse_id=evse_id, duration=LONG, charging_rate_unit=v21.ChargingRateUnitEnumType(unit)
    )


@IN_EACH_UNIT
@virtual_time
async def test_TC_K_39_CS(version: str, unit: str) -> None:
    async with case(version) as play:
        schedule = await composite(play, LONG, evse_id=0, unit=unit)
        ((begins, limit),) = periods_2x(schedule)
        assert begins == 0
        assert limit > 0


@IN_EACH_UNIT
@virtual_time
async def test_TC_K_40_CS(version: str, unit: str) -> None:
    """With the errata (6.2.72)."""
    async with case(version) as play:
        since = just_now(-DEVIATION)
        valid = since, just_now(DEVIATION) + timedelta(seconds=401)
        lower = profile_2x(
            1,
            *limits(unit, (0, 6), (100, 8), (200, 10)),
            unit=unit,
            start=since,
            duration=int(400 + DEVIATION),
            valid=valid,
        )
        higher = profile_2x(
            2,
            *limits(unit, (0, 7), (100, 9)),
            level=1,
            unit=unit,
            start=since,
            duration=int(150 + DEVIATION),
            valid=valid,
        )
        await sets(play, 1, lower)
        await sets(play, 1, higher)
        expected = (0, 7), (100, 9), (150 + DEVIATION, 8), (200, 10)
        await says(play, 350, since, *expected, unit=unit)


@IN_EACH_UNIT
@virtual_time
async def test_TC_K_41_CS(version: str, unit: str) -> None:
    """With the errata (6.2.73, 6.2.75)."""
    async with case(version) as play:
        at = play.at()
        await states.energy_transfer_started(at)
        since = just_now(-DEVIATION)
        valid = since, just_now(DEVIATION) + timedelta(seconds=401)
        most = profile_2x(
            1, *limits(unit, (0, 10)), purpose=MAX, unit=unit, start=since, duration=86_400
        )
        default = profile_2x(
            2,
            *limits(unit, (0, 6), (60, 10), (120, 8), (180, 15), (260, 8)),
            unit=unit,
            start=since,
            duration=300,
            valid=valid,
        )
        own = profile_2x(
            3,
            *limits(unit, (0, 8), (50, 11), (140, 16), (200, 6), (240, 12)),
            purpose=TX,
            unit=unit,
            start=since,
            duration=260,
            transaction_id=at.transaction_id,
            valid=valid,
        )
        await sets(play, 0, most)
        await sets(play, 1, default)
        await sets(play, 1, own)
        expected = (0, 8), (50, 10), (200, 6), (240, 10), (260, 8), (300, 10)
        await says(play, 400, since, *expected, unit=unit)


@virtual_time
async def test_TC_K_42_CS(version: str) -> None:
    async with case(version, settings={SmartChargingCtrlr.RateUnit: ("A",)}) as play:
        await play.call(wish(0, "W"), status="Rejected", schedule=None)
        await play.call(wish(0, "A"), status="Accepted")


@virtual_time
async def test_TC_K_47_CS(version: str) -> None:
    async with case(version, evses=2) as play:
        await play.call(wish(3, "A"), status="Rejected", schedule=None)
