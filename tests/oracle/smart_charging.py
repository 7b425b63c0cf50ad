"""What profiles allow at an instant, by the text's rules one after the other (K; 1.6 3.13, 5.16).

Written from the text alone, for one instant at a time, with nothing kept and nothing skipped: slow
and plain, so that what is fast can be held against it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from pilotwire.ocpp.v21 import (
    ChargingProfileKindEnumType,
    ChargingProfileType,
    ChargingRateUnitEnumType,
    ChargingSchedulePeriodType,
    ChargingScheduleType,
    RecurrencyKindEnumType,
)
from pilotwire.station.smart_charging.profiles import WHOLE_STATION, Installed
from pilotwire.station.smart_charging.situation import Site, Situation
from pilotwire.station.vocabulary import ChargingProfilePurpose

__all__ = ["Allowed", "at", "is_valid"]

_RECURS: Final = {
    RecurrencyKindEnumType.DAILY: timedelta(days=1),
    RecurrencyKindEnumType.WEEKLY: timedelta(days=7),
}
_PHASES = 3
"""How many phases a period means that says nothing of them (K01.FR.49)."""


@dataclass(frozen=True)
class Allowed:
    """What counts at an instant, in the words of `Segment`."""

    own: float | None
    station: float | None
    generation: float
    phases: int
    phase_to_use: int | None
    least: float | None

    def limit(self, most: float) -> float:
        """What may be taken, in amperes a phase, of the most that the hardware can (SC.01)."""
        limits = [each for each in (self.own, self.station) if each is not None]
        return min([most] + [limit + self.generation for limit in limits])


@dataclass(frozen=True)
class Leading:
    """The schedule that leads for its purpose, and its period (3.6)."""

    schedule: ChargingScheduleType
    period: ChargingSchedulePeriodType


def at(
    profiles: Iterable[Installed],
    evse_id: int,
    site: Site,
    situation: Situation,
    start: datetime,
    t: datetime,
) -> Allowed:
    """What the profiles allow an EVSE (0: all of them together) at `t`.

    `start` is since when the situation is looked at: relative schedules begin then whose EVSE was
    not ready before.
    """
    everything = list(profiles)

    def leading(purpose: ChargingProfilePurpose, *of: int) -> Leading | None:
        """Of the profiles of some EVSEs, those that go first of the same level named first."""
        found: tuple[int, int, Leading] | None = None
        for installed in everything:
            if installed.purpose is not purpose or installed.evse_id not in of:
                continue
            profile = installed.profile
            if not is_valid(profile, situation, t):
                continue
            schedule = _schedule(profile, situation)
            period = _period(profile, schedule, situation, start, t)
            if period is None:
                continue
            rank = profile.stack_level, -of.index(installed.evse_id)  # K01.FR.17
            if found is None or rank > found[:2]:
                found = *rank, Leading(schedule, period)
        return None if found is None else found[2]

    station = [
        leading(ChargingProfilePurpose.CHARGING_STATION_MAX_PROFILE, WHOLE_STATION),
        leading(ChargingProfilePurpose.CHARGING_STATION_EXTERNAL_CONSTRAINTS, WHOLE_STATION),
    ]
    own: list[Leading | None] = []
    if evse_id == WHOLE_STATION:
        generation = leading(ChargingProfilePurpose.LOCAL_GENERATION, WHOLE_STATION)
    else:
        here = (evse_id, WHOLE_STATION)  # K01.FR.14: what the station has applies to all EVSEs
        generation = leading(ChargingProfilePurpose.LOCAL_GENERATION, *here)
        of_session = None
        if situation.priority:  # K21.FR.04
            of_session = leading(ChargingProfilePurpose.PRIORITY_CHARGING, *here)
        if of_session is None:  # K02.FR.04
            of_session = leading(ChargingProfilePurpose.TX_PROFILE, evse_id)
        if of_session is None:  # K02.FR.08
            of_session = leading(ChargingProfilePurpose.TX_DEFAULT_PROFILE, *here)
        own = [
            of_session,
            leading(ChargingProfilePurpose.CHARGING_STATION_EXTERNAL_CONSTRAINTS, evse_id),
        ]

    applicable = [each for each in (*own, *station, generation) if each is not None]
    chosen = [each.period.phase_to_use for each in applicable if each.period.phase_to_use]
    rates = [
        _amperes(each.schedule.min_charging_rate, each, site)
        for each in (*own, *station)
        if each is not None and each.schedule.min_charging_rate is not None
    ]
    added = None if generation is None else _limit(generation, site, situation)
    return Allowed(
        own=_lowest(own, site, situation),
        station=_lowest(station, site, situation),
        generation=0.0 if added is None else added,  # K27
        phases=min([site.phases] + [_phases(each.period) for each in applicable]),  # K01.FR.140
        phase_to_use=chosen[0] if chosen else None,  # K01.FR.141: they are all the same
        least=max(rates, default=None),
    )


def is_valid(profile: ChargingProfileType, situation: Situation, t: datetime) -> bool:
    """Whether it is valid at `t` (K01.FR.10, .36, .37, .101 to .103) for what goes on."""
    if profile.valid_from is not None and t < profile.valid_from:
        return False
    if profile.valid_to is not None and t >= profile.valid_to:
        return False
    since, longest = situation.offline_since, profile.max_offline_duration
    if since is not None and longest is not None and t - since >= timedelta(seconds=longest):
        return False
    if profile.charging_profile_purpose == ChargingProfilePurpose.TX_PROFILE:
        # K01.FR.04. One without a transaction was given along by a remote start, and is of the
        # transaction that is about to begin (K05.FR.03); else nothing is of none (K08.FR.06).
        return profile.transaction_id == situation.transaction_id
    return True


def _schedule(profile: ChargingProfileType, situation: Situation) -> ChargingScheduleType:
    """The one that counts of those that a profile has (K15.FR.22)."""
    schedules = profile.charging_schedule
    return schedules[min(situation.chosen, len(schedules) - 1)]


def _period(
    profile: ChargingProfileType,
    schedule: ChargingScheduleType,
    situation: Situation,
    start: datetime,
    t: datetime,
) -> ChargingSchedulePeriodType | None:
    """The period of a schedule that `t` is in."""
    elapsed = _elapsed(profile, schedule, situation, start, t)
    if elapsed is None or elapsed < timedelta(0):
        return None  # K01.FR.30
    if schedule.duration is not None and elapsed >= timedelta(seconds=schedule.duration):
        return None  # K01.FR.11 to .13
    begins = _begins(profile, schedule, situation)
    # The last one that has begun: one whose own beginning was put off until the next had begun,
    # or further, never counts (K01.FR.97).
    begun = [
        period
        for period, begin in zip(schedule.charging_schedule_period, begins, strict=True)
        if timedelta(seconds=begin) <= elapsed
    ]
    return begun[-1] if begun else None


def _elapsed(
    profile: ChargingProfileType,
    schedule: ChargingScheduleType,
    situation: Situation,
    start: datetime,
    t: datetime,
) -> timedelta | None:
    """How far into its schedule a profile is (3.3)."""
    kind = profile.charging_profile_kind
    if kind is ChargingProfileKindEnumType.DYNAMIC:
        since = profile.dyn_update_time  # K28.FR.13
        return timedelta(0) if since is None else t - since
    if schedule.start_schedule is None:  # relative (K01.FR.41, .42), or so of 1.6 (1.6 7.13)
        return t - (start if situation.ready_at is None else situation.ready_at)
    if schedule.use_local_time:  # K01.FR.90, .91: as clocks on the wall show it
        wall = t.astimezone(situation.zone).replace(tzinfo=None)
        elapsed = wall - schedule.start_schedule.astimezone(UTC).replace(tzinfo=None)
    else:
        elapsed = t - schedule.start_schedule
    if kind is ChargingProfileKindEnumType.RECURRING and elapsed >= timedelta(0):
        assert profile.recurrency_kind is not None
        return elapsed % _RECURS[profile.recurrency_kind]
    return elapsed


def _begins(
    profile: ChargingProfileType, schedule: ChargingScheduleType, situation: Situation
) -> Sequence[int]:
    """When each period begins, in seconds of the schedule, delays included (K01.FR.92)."""
    delays = situation.delays.get(profile.id, ())
    return [
        period.start_period + (delays[place] if place < len(delays) else 0)
        for place, period in enumerate(schedule.charging_schedule_period)
    ]


def _lowest(them: Iterable[Leading | None], site: Site, situation: Situation) -> float | None:
    limits = [_limit(each, site, situation) for each in them if each is not None]
    return min((each for each in limits if each is not None), default=None)  # K08.FR.04


def _limit(leading: Leading, site: Site, situation: Situation) -> float | None:
    """What a period allows, in amperes a phase; None where it says nothing."""
    limit, beyond = leading.period.limit, leading.schedule.limit_at_soc
    if beyond is not None and situation.soc is not None and situation.soc >= beyond.soc:
        limit = beyond.limit if limit is None else min(limit, beyond.limit)  # K01.FR.100
    return None if limit is None else _amperes(limit, leading, site)


def _amperes(rate: float, leading: Leading, site: Site) -> float:
    if leading.schedule.charging_rate_unit is ChargingRateUnitEnumType.A:
        return rate  # K01.FR.51: of each phase, not the sum
    return rate / (site.volts * _phases(leading.period))  # K01.FR.50


def _phases(period: ChargingSchedulePeriodType) -> int:
    return _PHASES if period.number_phases is None else period.number_phases
