"""What the cases of block K do over and over: profiles set and reported, composite schedules.

Limits of the document are in A; where its rate unit is W, they are multiplied (errata 6.2.69).
"""

from datetime import datetime, timedelta

import pytest

from pilotwire.ocpp import v21
from tests.conformance.v201.play import Play
from tests.support.charging_schedules import Period, just_now, near, periods_2x, set_2x

__all__ = [
    "DEVIATION",
    "IN_EACH_UNIT",
    "LONG",
    "MULTIPLIERS",
    "all_reported",
    "asked",
    "clear",
    "composite",
    "limits",
    "none_reported",
    "says",
    "sets",
]

DEVIATION = 5.0
"""<Configured max time deviation>, in seconds: by how much clocks may differ."""

LONG = 300
"""<Configured duration>, in seconds."""

IN_EACH_UNIT = pytest.mark.parametrize("unit", ["A", "W"])
"""<Configured chargingRateUnit>."""

MULTIPLIERS = {"A": 1, "W": 690}
"""What limits are multiplied by where numberPhases is 3 (errata 6.2.69)."""

REQUEST_ID = 19


def limits(unit: str, *periods: Period) -> list[Period]:
    """Limits of the document in this unit."""
    return [(at, limit * MULTIPLIERS[unit]) for at, limit in periods]


async def sets(play: Play, evse_id: int, profile: v21.ChargingProfileType) -> None:
    """SetChargingProfile, of one that is accepted."""
    await play.call(set_2x(evse_id, profile), status="Accepted")


def clear(
    *, evse_id: int | None = None, purpose: str | None = None, level: int | None = None
) -> v21.ClearChargingProfileRequest:
    """A request to clear the profiles that fit."""
    kind = None if purpose is None else v21.ChargingProfilePurposeEnumType(purpose)
    return v21.ClearChargingProfileRequest(
        charging_profile_criteria=v21.ClearChargingProfileType(
            evse_id=evse_id, charging_profile_purpose=kind, stack_level=level
        )
    )


def asked(
    evse_id: int | None = None,
    *,
    number: int | None = None,
    purpose: str | None = None,
    level: int | None = None,
    source: str | None = None,
) -> v21.GetChargingProfilesRequest:
    """A request for a report of the profiles that fit."""
    return v21.GetChargingProfilesRequest(
        request_id=REQUEST_ID,
        evse_id=evse_id,
        charging_profile=v21.ChargingProfileCriterionType(
            charging_profile_id=None if number is None else [number],
            charging_profile_purpose=(
                None if purpose is None else v21.ChargingProfilePurposeEnumType(purpose)
            ),
            stack_level=level,
            charging_limit_source=None if source is None else [source],
        ),
    )


async def all_reported(
    play: Play, request: v21.GetChargingProfilesRequest
) -> dict[int, list[v21.ChargingProfileType]]:
    """What GetChargingProfiles brings, by EVSE; the messages agree with it."""
    await play.call(request, status="Accepted")
    found: dict[int, list[v21.ChargingProfileType]] = {}
    to_be_continued = True
    while to_be_continued:
        report = await play.expect(v21.ReportChargingProfilesRequest, request_id=request.request_id)
        found.setdefault(report.evse_id, []).extend(report.charging_profile)
        to_be_continued = report.tbc
    await play.s.wait(5)
    assert not play.pending(v21.ReportChargingProfilesRequest), "the last one was the last"
    return found


async def none_reported(play: Play, request: v21.GetChargingProfilesRequest) -> None:
    """There is no such profile."""
    await play.call(request, status="NoProfiles")
    await play.silence(v21.ReportChargingProfilesRequest, seconds=5)


async def composite(
    play: Play, duration: int, *, evse_id: int = 1, unit: str = "A"
) -> v21.CompositeScheduleType:
    """The composite schedule, which begins now."""
    request = v21.GetCompositeScheduleRequest(
        evse_id=evse_id, duration=duration, charging_rate_unit=v21.ChargingRateUnitEnumType(unit)
    )
    answer = await play.call(
        request,
        status="Accepted",
        schedule__evse_id=evse_id,
        schedule__duration=duration,
        schedule__charging_rate_unit=unit,
    )
    assert answer.schedule is not None
    assert abs(answer.schedule.schedule_start - just_now()) <= timedelta(seconds=DEVIATION)
    return answer.schedule


async def says(
    play: Play,
    duration: int,
    since: datetime,
    *wanted: Period,
    evse_id: int = 1,
    unit: str = "A",
) -> None:
    """The composite schedule says this: when a limit begins is counted from `since`."""
    schedule = await composite(play, duration, evse_id=evse_id, unit=unit)
    x = (schedule.schedule_start - since).total_seconds()
    expected = [(max(0.0, at - x), limit) for at, limit in limits(unit, *wanted)]
    told = periods_2x(schedule)
    assert near(told, *expected), f"{told}, not {expected}"
