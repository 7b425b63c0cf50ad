"""Charging profiles in few words, and what is made of them."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from pilotwire.ocpp.v21.datatypes import (
    ChargingProfileType,
    ChargingSchedulePeriodType,
    ChargingScheduleType,
    LimitAtSoCType,
)
from pilotwire.ocpp.v21.enums import ChargingProfileKindEnumType as Kind
from pilotwire.ocpp.v21.enums import ChargingRateUnitEnumType as Unit
from pilotwire.ocpp.v21.enums import RecurrencyKindEnumType as Recurrency
from pilotwire.station.smart_charging.composition import segments
from pilotwire.station.smart_charging.profiles import Installed
from pilotwire.station.smart_charging.situation import Segment, Site, Situation
from pilotwire.station.vocabulary import ChargingProfilePurpose as Purpose

__all__ = [
    "CHARGING",
    "DAILY",
    "DAY",
    "HOUR",
    "IDLE",
    "NOON",
    "THREE",
    "WEEK",
    "WEEKLY",
    "Kind",
    "Period",
    "Purpose",
    "Recurrency",
    "Unit",
    "during",
    "now",
    "own",
    "profile",
]

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOUR, DAY, WEEK = 3600, 86_400, 7 * 86_400
IDLE = Situation()
CHARGING = Situation(transaction_id="t")
THREE = Site(most=32.0)

DAILY, WEEKLY = Recurrency.DAILY, Recurrency.WEEKLY

Period = tuple[int, float | None]


def profile(
    *periods: Period,
    number: int = 1,
    evse: int = 1,
    purpose: Purpose = Purpose.TX_DEFAULT_PROFILE,
    level: int = 0,
    kind: Kind | None = None,
    start: datetime | None = NOON,
    duration: int | None = None,
    every: Recurrency | None = None,
    unit: Unit = Unit.A,
    phases: int | None = None,
    phase: int | None = None,
    least: float | None = None,
    local: bool = False,
    soc: tuple[int, float] | None = None,
    valid: tuple[datetime | None, datetime | None] = (None, None),
    offline: int | None = None,
    transaction: str | None = "t",
    more: Iterable[ChargingScheduleType] = (),
) -> Installed:
    """A profile of some periods: seconds, and amperes unless another unit is said. It is absolute,
    and recurs if it says how often, unless another kind is said.
    """
    kind = kind or (Kind.RECURRING if every else Kind.ABSOLUTE)
    when = None if kind in {Kind.RELATIVE, Kind.DYNAMIC} else start
    schedule = ChargingScheduleType(
        id=number,
        start_schedule=when,
        duration=duration,
        charging_rate_unit=unit,
        min_charging_rate=least,
        use_local_time=local or None,
        limit_at_soc=None if soc is None else LimitAtSoCType(soc=soc[0], limit=soc[1]),
        charging_schedule_period=[
            ChargingSchedulePeriodType(
                start_period=begins, limit=limit, number_phases=phases, phase_to_use=phase
            )
            for begins, limit in periods
        ],
    )
    made = ChargingProfileType(
        id=number,
        stack_level=level,
        charging_profile_purpose=purpose,
        charging_profile_kind=kind,
        recurrency_kind=every,
        valid_from=valid[0],
        valid_to=valid[1],
        transaction_id=transaction if purpose is Purpose.TX_PROFILE else None,
        max_offline_duration=offline,
        dyn_update_time=start if kind is Kind.DYNAMIC else None,
        charging_schedule=[schedule, *more],
    )
    return Installed(evse, made)


def during(
    *profiles: Installed,
    seconds: int = DAY,
    start: datetime = NOON,
    evse: int = 1,
    situation: Situation = CHARGING,
    site: Site = THREE,
) -> list[Segment]:
    """What is made of some seconds; all of it, and nothing twice."""
    made: list[Segment] = []
    for segment in segments(profiles, evse, site, situation, start):
        made.append(segment)
        if segment.end is None or segment.end >= start + timedelta(seconds=seconds):
            break
    assert made[0].start == start
    assert all(one.end == other.start for one, other in pairwise(made))
    return made


def own(
    *profiles: Installed,
    seconds: int = DAY,
    start: datetime = NOON,
    situation: Situation = CHARGING,
) -> list[tuple[float, float | None]]:
    """What those of the EVSE allow, from which second on."""
    made = during(*profiles, seconds=seconds, start=start, situation=situation)
    return [((each.start - start).total_seconds(), each.own) for each in made]


def now(
    *profiles: Installed,
    evse: int = 1,
    situation: Situation = CHARGING,
    site: Site = THREE,
    start: datetime = NOON,
) -> Segment:
    """What counts at once."""
    return next(segments(profiles, evse, site, situation, start))
