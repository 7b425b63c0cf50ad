"""Charging profiles of OCPP 1.6 (7.8, 7.13, 7.14), read into 2.1's, and composite schedules back.

When a schedule of 1.6 begins, which 2.1 wants to be told more exactly:

    kind          with startSchedule    without
    Absolute      then                  when charging begins (7.13); that of the whole Charge Point:
                                        when it was received
    Recurring     then                  when its day began, or its week, on Monday (7.37)
    Relative      when charging begins  when charging begins
"""

from __future__ import annotations

from datetime import datetime, time, timedelta

from pilotwire.ocpp import v16, v21

__all__ = ["beginning", "profile_of", "purpose_of", "schedule_of"]


def profile_of(profile: v16.ChargingProfile) -> v21.ChargingProfileType:
    """The same profile in 2.1's words, which are 1.6's, and more.

    Raises:
        ValueError: it has what no profile can have: a negative stack level, say.
    """
    number, recurrency = profile.transaction_id, profile.recurrency_kind
    return v21.ChargingProfileType(
        id=profile.charging_profile_id,
        stack_level=profile.stack_level,
        charging_profile_purpose=purpose_of(profile.charging_profile_purpose),
        charging_profile_kind=v21.ChargingProfileKindEnumType(profile.charging_profile_kind),
        recurrency_kind=None if recurrency is None else v21.RecurrencyKindEnumType(recurrency),
        valid_from=profile.valid_from,
        valid_to=profile.valid_to,
        transaction_id=None if number is None else str(number),
        charging_schedule=[_schedule(profile.charging_profile_id, profile.charging_schedule)],
    )


def purpose_of(purpose: v16.ChargingProfilePurposeType) -> v21.ChargingProfilePurposeEnumType:
    """The same purpose in 2.1's words."""
    return _PURPOSES[purpose]


def beginning(profile: v21.ChargingProfileType, now: datetime) -> v21.ChargingProfileType:
    """A profile that has come now, and says when its schedule begins as 2.1 has it."""
    schedule, kind = profile.charging_schedule[0], profile.charging_profile_kind
    start: datetime | None = None
    match kind, schedule.start_schedule:
        case v21.ChargingProfileKindEnumType.RELATIVE, datetime():
            pass
        case v21.ChargingProfileKindEnumType.ABSOLUTE, None if (
            profile.charging_profile_purpose is _OF_ALL
        ):
            start = now
        case v21.ChargingProfileKindEnumType.ABSOLUTE, None:
            kind = v21.ChargingProfileKindEnumType.RELATIVE
        case v21.ChargingProfileKindEnumType.RECURRING, None:
            days = now.weekday() if profile.recurrency_kind is _WEEKLY else 0
            start = datetime.combine(now.date() - timedelta(days), time(tzinfo=now.tzinfo))
        case _:
            return profile
    return profile.replace(
        charging_profile_kind=kind, charging_schedule=[schedule.replace(start_schedule=start)]
    )


def schedule_of(composite: v21.CompositeScheduleType) -> v16.ChargingSchedule:
    """A composite schedule in 1.6's words."""
    return v16.ChargingSchedule(
        duration=composite.duration,
        charging_rate_unit=v16.ChargingRateUnitType(composite.charging_rate_unit.value),
        charging_schedule_period=[
            v16.ChargingSchedulePeriod(
                start_period=period.start_period,
                limit=period.limit or 0.0,
                number_phases=period.number_phases,
            )
            for period in composite.charging_schedule_period
        ],
    )


_OF_ALL = v21.ChargingProfilePurposeEnumType.CHARGING_STATION_MAX_PROFILE
_WEEKLY = v21.RecurrencyKindEnumType.WEEKLY

_PURPOSES = {
    v16.ChargingProfilePurposeType.CHARGE_POINT_MAX_PROFILE: (
        v21.ChargingProfilePurposeEnumType.CHARGING_STATION_MAX_PROFILE
    ),
    v16.ChargingProfilePurposeType.TX_DEFAULT_PROFILE: (
        v21.ChargingProfilePurposeEnumType.TX_DEFAULT_PROFILE
    ),
    v16.ChargingProfilePurposeType.TX_PROFILE: v21.ChargingProfilePurposeEnumType.TX_PROFILE,
}


def _schedule(number: int, schedule: v16.ChargingSchedule) -> v21.ChargingScheduleType:
    """1.6 has one for each profile, and no number for it: it gets the profile's."""
    return v21.ChargingScheduleType(
        id=number,
        start_schedule=schedule.start_schedule,
        duration=schedule.duration,
        charging_rate_unit=v21.ChargingRateUnitEnumType(schedule.charging_rate_unit),
        min_charging_rate=schedule.min_charging_rate,
        charging_schedule_period=[
            v21.ChargingSchedulePeriodType(
                start_period=period.start_period,
                limit=period.limit,
                number_phases=period.number_phases,
            )
            for period in schedule.charging_schedule_period
        ],
    )
