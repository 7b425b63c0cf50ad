"""Charging profiles of OCPP 1.6 (7.8, 7.13, 7.14), read into 2.1's."""

from __future__ import annotations

from pilotwire.ocpp import v16, v21

__all__ = ["profile_of"]


def profile_of(profile: v16.ChargingProfile) -> v21.ChargingProfileType:
    """The same profile in 2.1's words, which are 1.6's, and more.

    Raises:
        ValueError: it has what no profile can have: a negative stack level, say.
    """
    number, recurrency = profile.transaction_id, profile.recurrency_kind
    return v21.ChargingProfileType(
        id=profile.charging_profile_id,
        stack_level=profile.stack_level,
        charging_profile_purpose=_PURPOSES[profile.charging_profile_purpose],
        charging_profile_kind=v21.ChargingProfileKindEnumType(profile.charging_profile_kind),
        recurrency_kind=None if recurrency is None else v21.RecurrencyKindEnumType(recurrency),
        valid_from=profile.valid_from,
        valid_to=profile.valid_to,
        transaction_id=None if number is None else str(number),
        charging_schedule=[_schedule(profile.charging_profile_id, profile.charging_schedule)],
    )


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
