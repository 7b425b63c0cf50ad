"""What a composite schedule costs, and what it costs to know what counts now.

A week of 20 profiles of 24 periods each, of all purposes and four levels. And the worst by the
caps: 100 profiles of as many levels, each of 1024 periods of a second or two that recur daily, of
which the lowest alone is executed now, so that all others are looked at for each period; the same
under a constant lower limit, so that nothing that changes counts, and as much as may be is looked
at for nothing.

The floor is what the same times cost without any rule: the beginnings of all periods of those
profiles until the composite schedule ends, counted and merged in order.
"""

import heapq
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from functools import partial
from random import Random

from benchmarks.timing import seconds
from pilotwire.ocpp.v21.datatypes import (
    ChargingProfileType,
    ChargingSchedulePeriodType,
    ChargingScheduleType,
    CompositeScheduleType,
)
from pilotwire.ocpp.v21.enums import (
    ChargingProfileKindEnumType,
    ChargingRateUnitEnumType,
    RecurrencyKindEnumType,
)
from pilotwire.station.smart_charging.composition import composite_schedule, segments
from pilotwire.station.smart_charging.profiles import WHOLE_STATION, Installed
from pilotwire.station.smart_charging.situation import Segment, Site, Situation
from pilotwire.station.vocabulary import ChargingProfilePurpose

__all__ = ["composition"]

_NOW = datetime(2026, 1, 31, 8, 30, 0, 250000, tzinfo=UTC)
_DAY, _WEEK = 86_400, 7 * 86_400
_YEARS = timedelta(days=3652)
_EVSE, _SITE, _SITUATION = 1, Site(most=32.0), Situation(transaction_id="1")
_STATION = ChargingProfilePurpose.CHARGING_STATION_MAX_PROFILE
_PURPOSES = (
    _STATION,
    ChargingProfilePurpose.CHARGING_STATION_EXTERNAL_CONSTRAINTS,
    ChargingProfilePurpose.TX_DEFAULT_PROFILE,
    ChargingProfilePurpose.TX_PROFILE,
)


def composition() -> Mapping[str, Mapping[str, float]]:
    """Milliseconds, and how many times as long as the floor."""
    random = Random(14)  # noqa: S311 -- nothing secret
    week = [
        _profile(n, _PURPOSES[n % 4], _NOW - _YEARS, range(0, _DAY, 3600), random)
        for n in range(20)
    ]
    # The lowest is executed now, the others are later in the day.
    worst = [
        _profile(
            n,
            ChargingProfilePurpose.TX_DEFAULT_PROFILE,
            _NOW - _YEARS + timedelta(seconds=3600 * (n > 0) + n / 1000),
            sorted([0, *random.sample(range(1, 1536), 1023)]),
            random,
            lasts=1536,
        )
        for n in range(100)
    ]
    lower = _profile(100, _STATION, _NOW - _YEARS, [0], random, limits=[5.0])
    outer = ChargingProfilePurpose.CHARGING_STATION_EXTERNAL_CONSTRAINTS
    cap = _profile(101, outer, _NOW - _YEARS, [0], random, limits=[5.0], evse_id=_EVSE)
    return {
        "week of 20 profiles of 24 periods": _figures(week),
        "100 profiles of 1024 periods": _figures(worst),
        "100 profiles of 1024 periods under a lower limit": _figures([*worst, lower, cap]),
    }


def _profile(
    number: int,
    purpose: ChargingProfilePurpose,
    start: datetime,
    starts: Iterable[int],
    random: Random,
    *,
    lasts: int = _DAY,
    limits: Iterable[float] = tuple(range(6, 33)),
    evse_id: int | None = None,
) -> Installed:
    """One that recurs daily, of a level of its own."""
    choices = list(limits)
    schedule = ChargingScheduleType(
        id=number,
        start_schedule=start,
        duration=lasts,
        charging_rate_unit=ChargingRateUnitEnumType.A,
        charging_schedule_period=[
            ChargingSchedulePeriodType(start_period=each, limit=float(random.choice(choices)))
            for each in starts
        ],
    )
    profile = ChargingProfileType(
        id=number,
        stack_level=number,
        charging_profile_purpose=purpose,
        charging_profile_kind=ChargingProfileKindEnumType.RECURRING,
        recurrency_kind=RecurrencyKindEnumType.DAILY,
        transaction_id="1" if purpose is ChargingProfilePurpose.TX_PROFILE else None,
        charging_schedule=[schedule],
    )
    if evse_id is None:
        evse_id = WHOLE_STATION if purpose in _PURPOSES[:2] else _EVSE
    return Installed(evse_id, profile)


def _figures(profiles: list[Installed]) -> Mapping[str, float]:
    ahead = partial(segments, profiles, _EVSE, _SITE, _SITUATION, _NOW)

    def unready() -> Segment:
        new = [Installed(each.evse_id, each.profile) for each in profiles]
        return next(segments(new, _EVSE, _SITE, _SITUATION, _NOW))

    made = _composite(ahead())
    whole, first, new, floor = seconds(
        lambda: _composite(ahead()),
        lambda: next(ahead()),
        unready,
        lambda: _merged(profiles, made.duration),
    )
    return {
        "periods": len(made.charging_schedule_period),
        "covered_s": made.duration,
        "composite_ms": round(whole * 1000, 3),
        "floor_ms": round(floor * 1000, 3),
        "composite_to_floor": round(whole / floor, 2),
        "first_segment_ms": round(first * 1000, 4),
        "first_segment_of_new_profiles_ms": round(new * 1000, 4),
    }


def _composite(ahead: Iterator[Segment]) -> CompositeScheduleType:
    unit = ChargingRateUnitEnumType.A
    return composite_schedule(ahead, _EVSE, _NOW, _WEEK, unit, _SITE)


def _merged(profiles: list[Installed], duration: int) -> list[int]:
    """The seconds with which something begins, in order; each once."""

    def starts(installed: Installed) -> Iterator[int]:
        (schedule,) = installed.profile.charging_schedule
        if (begins := schedule.start_schedule) is None:
            raise ValueError("it begins never")
        since = int((_NOW - begins).total_seconds()) % _DAY
        for day in range(-since, duration, _DAY):
            yield from (day + each.start_period for each in schedule.charging_schedule_period)

    merged: list[int] = []
    for each in heapq.merge(*map(starts, profiles)):
        if each >= duration:
            break
        if each >= 0 and (not merged or each != merged[-1]):
            merged.append(each)
    return merged
