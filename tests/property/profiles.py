"""Random sets of charging profiles, and situations that they are looked at in."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import Any, Final
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from pilotwire.ocpp.v21 import (
    ChargingProfileKindEnumType as Kind,
)
from pilotwire.ocpp.v21 import (
    ChargingProfileType,
    ChargingRateUnitEnumType,
    ChargingSchedulePeriodType,
    ChargingScheduleType,
    LimitAtSoCType,
    OperationModeEnumType,
    RecurrencyKindEnumType,
)
from pilotwire.station.smart_charging.profiles import WHOLE_STATION, Installed
from pilotwire.station.smart_charging.situation import Site, Situation
from pilotwire.station.vocabulary import ChargingProfilePurpose as Purpose

__all__ = ["EVSES", "TRANSACTION", "Case", "cases", "installed", "schedules"]

EVSES: Final = (1, 2, 3)
TRANSACTION: Final = "TX-1"


@dataclass(frozen=True)
class Case:
    """A set of profiles, and what it is looked at with."""

    profiles: Sequence[Installed]
    evse_id: int
    site: Site
    situation: Situation
    start: datetime

    def with_profiles(self, profiles: Sequence[Installed]) -> "Case":
        return replace(self, profiles=profiles)


def _utc(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


ZONES: Final[Sequence[tuple[tzinfo, Sequence[datetime]]]] = (
    (UTC, ()),
    (timezone(timedelta(hours=5, minutes=45)), ()),
    (ZoneInfo("Europe/Amsterdam"), (_utc(2024, 3, 31, 1), _utc(2024, 10, 27, 1))),
    (ZoneInfo("America/New_York"), (_utc(2024, 3, 10, 7), _utc(2024, 11, 3, 6))),
    # Half an hour.
    (ZoneInfo("Australia/Lord_Howe"), (_utc(2024, 4, 6, 15), _utc(2024, 10, 5, 15, 30))),
)
"""Zones, and when their clocks are put forward and back."""

DAYS: Final = (_utc(2024, 2, 28, 22), _utc(2024, 2, 29, 23), _utc(2023, 12, 31, 20))

steps = st.sampled_from([1, 59, 60, 600, 900, 1800, 3600, 5400, 7200, 40_000, 86_400, 604_800])
durations = st.sampled_from(
    [0, 1, 60, 600, 3600, 7200, 40_000, 86_399, 86_400, 90_000, 604_800, 700_000, 10**8, 2**31 - 1]
)
offsets = st.one_of(
    st.integers(-12, 12).map(lambda each: each * 1800),
    st.integers(-100_000, 100_000),
    st.sampled_from([-31_557_600, -604_800, -172_800, -86_400, 86_400, 604_800, 20_000_000]),
)
far = st.sampled_from([_utc(1970, 1, 1), _utc(2000, 2, 29, 12), _utc(2100, 1, 1), _utc(9999, 1, 1)])


def moments(start: datetime) -> st.SearchStrategy[datetime]:
    """Times round about `start`, and a few far from it, most of them to the second."""
    second = start.replace(microsecond=0)
    near = offsets.map(lambda each: second + timedelta(seconds=each))
    between = near.map(lambda each: each + timedelta(milliseconds=500))
    return st.integers(0, 19).flatmap(lambda each: [far, between, near][min(each, 2)])


def limits(unit: ChargingRateUnitEnumType) -> st.SearchStrategy[float]:
    if unit is ChargingRateUnitEnumType.A:
        return st.sampled_from([0.0, 5.9, 6.0, 8.0, 10.0, 13.3, 16.0, 20.0, 32.0, 999_999.0])
    return st.sampled_from([0.0, 1380.0, 2000.0, 3680.0, 7360.0, 11_000.0, 22_080.0, 999_999.0])


@st.composite
def schedules(
    draw: st.DrawFn,
    kind: Kind,
    purpose: Purpose,
    start: datetime,
    phase: int,
) -> ChargingScheduleType:
    """One that K01 takes of a profile of that kind; `phase` is the one to use where it says one."""
    unit = draw(st.sampled_from(list(ChargingRateUnitEnumType)))
    periods: list[ChargingSchedulePeriodType] = []
    begins = 0
    for _ in range(1 if kind is Kind.DYNAMIC else draw(st.integers(1, 5))):
        numbers = draw(st.sampled_from([None, None, 1, 2, 3]))
        unsaid = (
            purpose is not Purpose.CHARGING_STATION_MAX_PROFILE and draw(st.integers(0, 9)) == 0
        )
        periods.append(
            ChargingSchedulePeriodType(
                start_period=begins,
                limit=None if unsaid else draw(limits(unit)),
                number_phases=numbers,
                phase_to_use=phase if numbers == 1 and draw(st.booleans()) else None,
                operation_mode=OperationModeEnumType.EXTERNAL_LIMITS if unsaid else None,
            )
        )
        begins += draw(steps)
    beginning: dict[str, Any] = {"use_local_time": draw(st.booleans())}
    if kind is Kind.RECURRING or (kind is Kind.ABSOLUTE and draw(st.integers(0, 9))):
        beginning["start_schedule"] = draw(moments(start))
    beyond = None
    if draw(st.integers(0, 3)) == 0:
        beyond = LimitAtSoCType(
            soc=draw(st.sampled_from([0, 50, 80, 100])), limit=draw(limits(unit))
        )
    has_duration = purpose is not Purpose.PRIORITY_CHARGING and draw(st.booleans())
    return ChargingScheduleType(
        id=1,
        charging_rate_unit=unit,
        duration=draw(durations) if has_duration else None,
        min_charging_rate=draw(st.sampled_from([None, None, 6.0, 1000.0])),
        limit_at_soc=beyond,
        charging_schedule_period=periods,
        **beginning,
    )


def _kinds(purpose: Purpose) -> Sequence[Kind]:
    if purpose is Purpose.CHARGING_STATION_MAX_PROFILE:  # K01.FR.38
        return [Kind.ABSOLUTE, Kind.RECURRING, Kind.DYNAMIC]
    return [Kind.ABSOLUTE, Kind.RECURRING, Kind.RECURRING, Kind.RELATIVE, Kind.DYNAMIC]


@st.composite
def installed(
    draw: st.DrawFn,
    number: int,
    start: datetime,
    phase: int,
    purposes: Sequence[Purpose] = tuple(Purpose),
) -> Installed:
    """A profile of that id."""
    purpose = draw(st.sampled_from(purposes))
    evse_id = draw(st.sampled_from([WHOLE_STATION, 1, 1, 2, 3]))
    if purpose is Purpose.CHARGING_STATION_MAX_PROFILE:  # K04.FR.03
        evse_id = WHOLE_STATION
    elif purpose is Purpose.TX_PROFILE:  # K01.FR.16
        evse_id = evse_id or 1
    kind = draw(st.sampled_from(_kinds(purpose)))
    many = draw(st.integers(1, 3)) if purpose is Purpose.TX_PROFILE else 1
    window = [draw(moments(start)) if draw(st.integers(0, 2)) == 0 else None for _ in range(2)]
    profile = ChargingProfileType(
        id=number,
        stack_level=draw(st.integers(0, 3)),
        charging_profile_purpose=purpose,
        charging_profile_kind=kind,
        recurrency_kind=(
            draw(st.sampled_from(list(RecurrencyKindEnumType))) if kind is Kind.RECURRING else None
        ),
        valid_from=window[0],
        valid_to=window[1],
        transaction_id=(
            draw(st.sampled_from([TRANSACTION, TRANSACTION, TRANSACTION, "TX-2", None]))
            if purpose is Purpose.TX_PROFILE
            else None
        ),
        max_offline_duration=draw(st.sampled_from([None, None, None, 0, 60, 3600, 90_000])),
        dyn_update_time=draw(moments(start)) if kind is Kind.DYNAMIC else None,
        charging_schedule=[draw(schedules(kind, purpose, start, phase)) for _ in range(many)],
    )
    return Installed(evse_id, profile)


@st.composite
def cases(draw: st.DrawFn, most: int = 8) -> Case:
    """At most so many profiles, no two of the same level and purpose at an EVSE (K01.FR.06)."""
    zone, changes = draw(st.sampled_from(ZONES))
    start = draw(st.sampled_from([*changes, *changes, *DAYS])) + timedelta(
        seconds=draw(st.integers(-100_000, 40_000)),
        microseconds=draw(st.sampled_from([0, 0, 0, 250_000])),
    )
    phase = draw(st.integers(1, 3))
    taken: dict[tuple[Purpose, int, int], Installed] = {}
    for number in range(1, 1 + draw(st.integers(0, most))):
        each = draw(installed(number, start, phase))
        key = each.purpose, each.evse_id, each.profile.stack_level
        if key not in taken:
            taken[key] = each
    transaction_id = draw(st.sampled_from([None, TRANSACTION, TRANSACTION, TRANSACTION]))
    runs = transaction_id is not None
    situation = Situation(
        transaction_id=transaction_id,
        ready_at=draw(st.none() | moments(start)),
        priority=runs and draw(st.booleans()),
        soc=draw(st.sampled_from([None, 0.0, 49.9, 50.0, 80.0, 100.0])),
        offline_since=draw(st.none() | st.integers(0, 4000).map(lambda n: _before(start, n))),
        zone=zone,
        chosen=draw(st.integers(0, 2)),
    )
    if runs:
        delays = {each.id: draw(_delays(each, situation)) for each in taken.values()}
        situation = replace(situation, delays={n: each for n, each in delays.items() if each})
    site = Site(
        most=draw(st.sampled_from([16.0, 32.0, 63.0])),
        phases=draw(st.sampled_from([1, 2, 3, 3])),
        volts=draw(st.sampled_from([120.0, 230.0, 240.0])),
    )
    return Case(
        tuple(taken.values()),
        draw(st.sampled_from([WHOLE_STATION, *EVSES])),
        site,
        situation,
        start,
    )


def _before(start: datetime, seconds: int) -> datetime:
    return start.replace(microsecond=0) - timedelta(seconds=seconds)


@st.composite
def _delays(draw: st.DrawFn, of: Installed, situation: Situation) -> tuple[int, ...]:
    """How much later its periods begin, the first one of all never (K01.FR.92, .95)."""
    allowed = {
        Purpose.TX_PROFILE,
        Purpose.TX_DEFAULT_PROFILE,
        Purpose.CHARGING_STATION_EXTERNAL_CONSTRAINTS,
    }
    if of.purpose not in allowed or draw(st.booleans()):
        return ()
    schedules = of.profile.charging_schedule
    periods = schedules[min(situation.chosen, len(schedules) - 1)].charging_schedule_period
    most = draw(st.sampled_from([30, 600, 7200]))
    return (0, *(draw(st.integers(0, most)) for _ in periods[1:]))
