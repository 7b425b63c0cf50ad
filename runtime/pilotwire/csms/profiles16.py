"""Charging profiles of 2.1 in the words of 1.6 (7.8, 7.13, 7.14), as far as it has them."""

from pilotwire.ocpp import v16, v21
from pilotwire.ocpp.v21 import ChargingProfilePurposeEnumType as ChargingProfilePurpose

__all__ = ["composite_of", "profile16", "purpose16"]

_PURPOSES = {
    ChargingProfilePurpose.CHARGING_STATION_MAX_PROFILE: (
        v16.ChargingProfilePurposeType.CHARGE_POINT_MAX_PROFILE
    ),
    ChargingProfilePurpose.TX_DEFAULT_PROFILE: v16.ChargingProfilePurposeType.TX_DEFAULT_PROFILE,
    ChargingProfilePurpose.TX_PROFILE: v16.ChargingProfilePurposeType.TX_PROFILE,
}

_OF_PROFILE = {
    "id",
    "transaction_id",
    "stack_level",
    "charging_profile_purpose",
    "charging_profile_kind",
    "recurrency_kind",
    "valid_from",
    "valid_to",
    "charging_schedule",
}
_OF_SCHEDULE = {
    "id",
    "start_schedule",
    "duration",
    "charging_rate_unit",
    "min_charging_rate",
    "charging_schedule_period",
}
_OF_PERIOD = {"start_period", "limit", "number_phases"}


def purpose16(purpose: ChargingProfilePurpose) -> v16.ChargingProfilePurposeType:
    """A purpose in 1.6's words.

    Raises:
        ValueError: It has none for it.
    """
    if purpose not in _PURPOSES:
        raise ValueError(f"OCPP 1.6 has no {purpose}")
    return _PURPOSES[purpose]


def profile16(profile: v21.ChargingProfileType) -> v16.ChargingProfile:
    """A profile in 1.6's words.

    Raises:
        ValueError: It has none for something in it; the text says for what.
    """
    _no_more_than(_OF_PROFILE, profile)
    if len(profile.charging_schedule) != 1:
        raise ValueError("a profile of OCPP 1.6 has one schedule")
    (schedule,) = profile.charging_schedule
    recurrency, transaction_id = profile.recurrency_kind, profile.transaction_id
    if profile.charging_profile_kind is v21.ChargingProfileKindEnumType.DYNAMIC:
        raise ValueError("OCPP 1.6 has no dynamic profiles")
    if transaction_id is not None and not transaction_id.isdecimal():
        raise ValueError(f"a transaction of OCPP 1.6 has a number, not {transaction_id!r}")
    return v16.ChargingProfile(
        charging_profile_id=profile.id,
        transaction_id=None if transaction_id is None else int(transaction_id),
        stack_level=profile.stack_level,
        charging_profile_purpose=purpose16(profile.charging_profile_purpose),
        charging_profile_kind=v16.ChargingProfileKindType(profile.charging_profile_kind),
        recurrency_kind=None if recurrency is None else v16.RecurrencyKindType(recurrency),
        valid_from=profile.valid_from,
        valid_to=profile.valid_to,
        charging_schedule=_schedule16(schedule),
    )


def composite_of(
    response: v16.GetCompositeScheduleResponse, connector_id: int
) -> v21.CompositeScheduleType | None:
    """The composite schedule of an answer; None where it has none."""
    schedule = response.charging_schedule
    start = response.schedule_start or (None if schedule is None else schedule.start_schedule)
    if schedule is None or start is None:
        return None
    periods = schedule.charging_schedule_period
    return v21.CompositeScheduleType(
        evse_id=connector_id if response.connector_id is None else response.connector_id,
        duration=schedule.duration or 0,
        schedule_start=start,
        charging_rate_unit=v21.ChargingRateUnitEnumType(schedule.charging_rate_unit),
        charging_schedule_period=[
            v21.ChargingSchedulePeriodType(
                start_period=each.start_period, limit=each.limit, number_phases=each.number_phases
            )
            for each in periods
        ],
    )


def _schedule16(schedule: v21.ChargingScheduleType) -> v16.ChargingSchedule:
    _no_more_than(_OF_SCHEDULE, schedule)
    return v16.ChargingSchedule(
        start_schedule=schedule.start_schedule,
        duration=schedule.duration,
        charging_rate_unit=v16.ChargingRateUnitType(schedule.charging_rate_unit),
        min_charging_rate=schedule.min_charging_rate,
        charging_schedule_period=[_period16(each) for each in schedule.charging_schedule_period],
    )


def _period16(period: v21.ChargingSchedulePeriodType) -> v16.ChargingSchedulePeriod:
    _no_more_than(_OF_PERIOD, period)
    if period.limit is None:
        raise ValueError("a period of OCPP 1.6 has a limit")
    return v16.ChargingSchedulePeriod(
        start_period=period.start_period, limit=period.limit, number_phases=period.number_phases
    )


def _no_more_than(
    known: set[str],
    part: v21.ChargingProfileType | v21.ChargingScheduleType | v21.ChargingSchedulePeriodType,
) -> None:
    further = part.model_fields_set - known
    unknown = sorted(name for name in further if getattr(part, name) is not None)
    if unknown:
        raise ValueError(f"OCPP 1.6 has no {', '.join(unknown)}")
