"""Cases of 1.6 about smart charging (2.22)."""

from datetime import datetime, timedelta

import pytest

from pilotwire.ocpp import v16
from tests.conformance.v16.play import VALID, Play, case
from tests.support.charging_schedules import (
    MAX_16,
    TX,
    Period,
    just_now,
    near,
    periods_16,
    profile_16,
    set_16,
)
from tests.support.virtual_time import virtual_time

DEVIATION = 5.0
"""<Configured max time deviation>, in seconds: by how much clocks may differ."""

LONG = 300
"""<Configured duration>, in seconds."""

IN_EACH_UNIT = pytest.mark.parametrize("unit", ["A", "W"])
"""<Configured chargingRateUnit>."""

BEARABLE = {"A": 32.0, "W": 22_080.0}
"""What a connector of the simulated station can bear: the local limit."""


def limits(unit: str, *periods: Period) -> list[Period]:
    """Limits of the document, which are a thousandfold in W."""
    return [(at, limit * (1000 if unit == "W" else 1)) for at, limit in periods]


async def composite(
    play: Play, unit: str, duration: int, *, connector: int = 1
) -> tuple[datetime, list[Period]]:
    """The composite schedule: when it begins, which is now, and its periods."""
    asked = v16.GetCompositeScheduleRequest(
        connector_id=connector,
        duration=duration,
        charging_rate_unit=v16.ChargingRateUnitType(unit),
    )
    answer = await play.call(
        asked,
        status="Accepted",
        connector_id=connector,
        charging_schedule__duration=duration,
        charging_schedule__charging_rate_unit=unit,
    )
    assert answer.schedule_start is not None
    assert answer.charging_schedule is not None
    assert abs(answer.schedule_start - just_now()) <= timedelta(seconds=DEVIATION)
    return answer.schedule_start, periods_16(answer.charging_schedule)


async def says(play: Play, unit: str, duration: int, since: datetime, *wanted: Period) -> None:
    """The composite schedule says this: when a limit begins is counted from `since`."""
    begins, told = await composite(play, unit, duration)
    x = (begins - since).total_seconds()
    expected = [(max(0.0, at - x), limit) for at, limit in limits(unit, *wanted)]
    assert near(told, *expected), f"{told}, not {expected}"


async def sets(play: Play, connector: int, profile: v16.ChargingProfile) -> None:
    """SetChargingProfile."""
    await play.call(set_16(connector, profile), status="Accepted")


async def clears(play: Play, request: v16.ClearChargingProfileRequest) -> None:
    """ClearChargingProfile."""
    await play.call(request, status="Accepted")


# Central smart charging.


@IN_EACH_UNIT
@virtual_time
async def test_TC_056_CS(unit: str) -> None:
    """Nothing is said of a start: then it is that of the transaction, as if one began now."""
    async with case() as play:
        await sets(play, 1, profile_16(1, *limits(unit, (0, 6)), unit=unit, duration=LONG))
        await says(play, unit, LONG, just_now(), (0, 6))


@IN_EACH_UNIT
@virtual_time
async def test_TC_057_CS(unit: str) -> None:
    async with case() as play:
        await play.charging()
        profile = profile_16(
            1,
            *limits(unit, (0, 6)),
            purpose=TX,
            unit=unit,
            duration=LONG,
            start=just_now(),
            transaction_id=play.transaction_id,
        )
        await sets(play, 1, profile)
        await says(play, unit, LONG - 2, just_now(), (0, 6))


@virtual_time
async def test_TC_058_1_CS() -> None:
    async with case() as play:
        profile = profile_16(1, (0, 6), purpose=TX, transaction_id=1, start=just_now())
        await play.call(set_16(1, profile), status="Rejected")


@virtual_time
async def test_TC_058_2_CS() -> None:
    async with case() as play:
        await play.charging()
        wrong = play.transaction_id + 1
        profile = profile_16(1, (0, 6), purpose=TX, transaction_id=wrong, start=just_now())
        await play.call(set_16(1, profile), status="Rejected")


@IN_EACH_UNIT
@virtual_time
async def test_TC_082_CS(unit: str) -> None:
    async with case() as play:
        await play.charging()
        profile = profile_16(1, *limits(unit, (0, 6)), unit=unit, duration=LONG, start=just_now())
        await sets(play, 1, profile)
        await says(play, unit, LONG - 2, just_now(), (0, 6))
        assert play.transaction_id == 1
        assert play.evse.contactor.closed


# What profiles add up to.


@IN_EACH_UNIT
@virtual_time
async def test_TC_066_CS(unit: str) -> None:
    """The document leaves out what follows once the profile of the transaction has ended; that of
    2.0.1 with its errata has it (TC_K_41_CS).
    """
    async with case() as play:
        await play.charging()
        since = just_now(-DEVIATION)
        valid = since, since + timedelta(seconds=401)
        most = profile_16(
            1, *limits(unit, (0, 10)), purpose=MAX_16, unit=unit, start=since, duration=86_400
        )
        default = profile_16(
            2,
            *limits(unit, (0, 6), (60, 10), (120, 8), (180, 15), (260, 8)),
            unit=unit,
            start=since,
            duration=300,
            valid=valid,
        )
        own = profile_16(
            3,
            *limits(unit, (0, 8), (50, 11), (140, 16), (200, 6), (240, 12)),
            purpose=TX,
            unit=unit,
            start=since,
            duration=260,
            transaction_id=play.transaction_id,
            valid=valid,
        )
        await sets(play, 0, most)
        await sets(play, 1, default)
        await sets(play, 1, own)
        expected = (0, 8), (50, 10), (200, 6), (240, 10), (260, 8), (300, 10)
        await says(play, unit, 400, since, *expected)


@IN_EACH_UNIT
@virtual_time
async def test_TC_067_CS(unit: str) -> None:
    async with case() as play:
        since = just_now(-DEVIATION)
        valid = since, since + timedelta(seconds=401)
        higher = profile_16(
            1,
            *limits(unit, (0, 6), (60, 8), (200, 10)),
            level=1,
            unit=unit,
            start=since,
            duration=400,
        )
        lower = profile_16(
            2, *limits(unit, (0, 7), (100, 9)), unit=unit, start=since, duration=400, valid=valid
        )
        most = profile_16(
            3,
            *limits(unit, (0, 11), (200, 12)),
            purpose=MAX_16,
            unit=unit,
            start=since,
            duration=86_400,
            valid=valid,
        )
        await sets(play, 1, higher)
        await sets(play, 1, lower)
        await sets(play, 0, most)
        await clears(play, v16.ClearChargingProfileRequest(id=1))
        await says(play, unit, 350, since, (0, 7), (100, 9))
        purpose = lower.charging_profile_purpose
        request = v16.ClearChargingProfileRequest(charging_profile_purpose=purpose, stack_level=0)
        await clears(play, request)
        await says(play, unit, 350, since, (0, 11), (200, 12))
        await clears(play, v16.ClearChargingProfileRequest())
        _, told = await composite(play, unit, 350)
        assert told == [(0, BEARABLE[unit])]


@IN_EACH_UNIT
@virtual_time
async def test_TC_072_CS(unit: str) -> None:
    async with case() as play:
        since = just_now(-DEVIATION)
        valid = since, since + timedelta(seconds=401)
        lower = profile_16(
            1,
            *limits(unit, (0, 6), (100, 8), (200, 10)),
            unit=unit,
            start=since,
            duration=400,
            valid=valid,
        )
        higher = profile_16(
            2,
            *limits(unit, (0, 7), (100, 9)),
            level=1,
            unit=unit,
            start=since,
            duration=150,
            valid=valid,
        )
        await sets(play, 1, lower)
        await sets(play, 1, higher)
        await says(play, unit, 350, since, (0, 7), (100, 9), (150, 8), (200, 10))


# Starts from afar with a profile.


def start_with(profile: v16.ChargingProfile) -> v16.RemoteStartTransactionRequest:
    """A start from afar with a charging profile."""
    return v16.RemoteStartTransactionRequest(id_tag=VALID, connector_id=1, charging_profile=profile)


@IN_EACH_UNIT
@virtual_time
async def test_TC_059_CS(unit: str) -> None:
    async with case() as play:
        await play.plug_in()
        profile = profile_16(
            1, *limits(unit, (0, 6)), purpose=TX, kind="Relative", unit=unit, duration=LONG
        )
        await play.call(start_with(profile), status="Accepted")
        await play.expect(v16.AuthorizeRequest, id_tag=VALID)
        await play.expect(v16.StartTransactionRequest, connector_id=1, id_tag=VALID)
        await play.status("Charging")
        await says(play, unit, LONG - 5, just_now(), (0, 6))
        assert play.evse.offered_a == pytest.approx(6 if unit == "A" else 6000 / 690)


@virtual_time
async def test_TC_060_CS() -> None:
    async with case() as play:
        await play.plug_in()
        profile = profile_16(1, (0, 6), kind="Relative", duration=LONG)
        await play.call(start_with(profile), status="Rejected")
        await play.s.wait(10)
        assert not play.pending(v16.StartTransactionRequest)
