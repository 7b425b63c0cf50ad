"""What counts while the station does not know the time of day. Nothing here acts.

Of a schedule that goes by the clock (Absolute, Recurring, or valid from or to a time) nobody knows
then which period it is at, or whether it is over. Its lowest limit counts, all of the time; and of
several such profiles that of each, whichever would lead: the lowest of what they leave. Local
generation by the clock adds nothing. So no limit is exceeded, whatever the time is. Relative and
dynamic schedules go on as ever.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from pilotwire.ocpp.v21 import datatypes
from pilotwire.station.smart_charging.composition import segments
from pilotwire.station.smart_charging.profiles import Installed
from pilotwire.station.smart_charging.situation import Segment, Site, Situation
from pilotwire.station.vocabulary import (
    ChargingProfileKind,
    ChargingProfilePurpose,
    ChargingRateUnit,
)

__all__ = ["cautious"]

_BY_CLOCK = frozenset({ChargingProfileKind.ABSOLUTE, ChargingProfileKind.RECURRING})


def cautious(
    profiles: Iterable[Installed], evse_id: int, site: Site, situation: Situation, start: datetime
) -> Segment:
    """The least that may be so at `start`, and until when it is no more than that."""
    sure: list[Installed] = []
    doubtful: list[Installed] = []
    for each in profiles:
        (doubtful if _by_clock(each.profile) else sure).append(each)
    cases = [sure]
    cases += [
        [*sure, Installed(each.evse_id, _lowest(each.profile, start), each.source)]
        for each in doubtful
        if each.purpose is not ChargingProfilePurpose.LOCAL_GENERATION
    ]
    found = [next(segments(case, evse_id, site, situation, start)) for case in cases]
    return Segment(
        start=start,
        end=min((each.end for each in found if each.end is not None), default=None),
        own=min((each.own for each in found if each.own is not None), default=None),
        station=min((each.station for each in found if each.station is not None), default=None),
        generation=found[0].generation,
        phases=min(each.phases for each in found),
        phase_to_use=found[0].phase_to_use,
        least=found[0].least,
        most=site.most,
        mode=found[0].mode,
    )


def _by_clock(profile: datatypes.ChargingProfileType) -> bool:
    return (
        profile.charging_profile_kind in _BY_CLOCK
        or profile.valid_from is not None
        or profile.valid_to is not None
    )


def _lowest(
    profile: datatypes.ChargingProfileType, start: datetime
) -> datatypes.ChargingProfileType:
    """A profile that always has the lowest limit of all of its periods."""
    schedule, period = min(
        (
            (schedule, period)
            for schedule in profile.charging_schedule
            for period in schedule.charging_schedule_period
        ),
        key=lambda pair: _amperes(*pair),
    )
    phases = min(
        (each.number_phases or 3)
        for one in profile.charging_schedule
        for each in one.charging_schedule_period
    )
    unit = schedule.charging_rate_unit
    lowest = period.model_copy(update={"start_period": 0})
    if unit is ChargingRateUnit.A:
        lowest = lowest.model_copy(update={"number_phases": phases, "phase_to_use": None})
    always = schedule.model_copy(
        update={
            "start_schedule": start - timedelta(seconds=1),
            "duration": None,
            "use_local_time": None,
            "charging_schedule_period": [lowest],
        }
    )
    return profile.model_copy(
        update={
            "charging_profile_kind": ChargingProfileKind.ABSOLUTE,
            "recurrency_kind": None,
            "valid_from": None,
            "valid_to": None,
            "charging_schedule": [always],
        }
    )


def _amperes(
    schedule: datatypes.ChargingScheduleType, period: datatypes.ChargingSchedulePeriodType
) -> float:
    """A limit in a measure in which limits can be compared."""
    if period.limit is None:
        return float("inf")
    if schedule.charging_rate_unit is ChargingRateUnit.W:
        return period.limit / (230 * (period.number_phases or 3))
    return period.limit
