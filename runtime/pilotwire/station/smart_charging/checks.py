"""What is wrong with a charging profile (K01, with the errata of 2.1 of 2025-09).

Pure functions: each looks at one side of a profile and names the first thing that is not as it must
be, with the reason that the standard has for it. This is all that a profile tells by itself; what
others are there is the matter of `conflicts`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from pilotwire.ocpp.v21 import datatypes
from pilotwire.station.smart_charging.profiles import WHOLE_STATION
from pilotwire.station.vocabulary import (
    ChargingProfileKind,
    ChargingProfilePurpose,
    OperationMode,
    ReasonCode,
)

__all__ = ["MAX_ID", "Abilities", "Objection", "Wiring", "wrong_with"]

MAX_ID: Final = 2**63 - 1
"""The highest id that can be kept."""

_THREE: Final = 3

_OF_TRANSACTIONS = frozenset(
    {ChargingProfilePurpose.TX_PROFILE, ChargingProfilePurpose.TX_DEFAULT_PROFILE}
)

_WITH_START = frozenset({ChargingProfileKind.ABSOLUTE, ChargingProfileKind.RECURRING})

_MODES: dict[ChargingProfilePurpose, frozenset[OperationMode]] = {
    ChargingProfilePurpose.CHARGING_STATION_MAX_PROFILE: frozenset({OperationMode.CHARGING_ONLY}),
    ChargingProfilePurpose.PRIORITY_CHARGING: frozenset({OperationMode.CHARGING_ONLY}),
}
"""Table 95 (K01.FR.111), as far as it says less than `_ANY_MODE`."""

_ANY_MODE = frozenset({OperationMode.CHARGING_ONLY, OperationMode.EXTERNAL_LIMITS})
"""All that a station can that gives energy and takes none (K01.FR.115)."""

_GIVING = (
    "discharge_limit",
    "discharge_limit_l2",
    "discharge_limit_l3",
    "setpoint",
    "setpoint_l2",
    "setpoint_l3",
    "setpoint_reactive",
    "setpoint_reactive_l2",
    "setpoint_reactive_l3",
    "v2x_baseline",
    "v2x_freq_watt_curve",
    "v2x_signal_watt_curve",
)
"""What belongs to operation modes that are not there."""


@dataclass(frozen=True, slots=True)
class Objection:
    """Why a profile is refused."""

    reason: ReasonCode
    text: str


@dataclass(frozen=True, slots=True)
class Abilities:
    """What a profile may ask of the station.

    Attributes:
        external_ids: The highest id that belongs to external systems (MaxExternalConstraintsId).
        stack_level: The highest stack level (ProfileStackLevel).
        periods: The most periods of a schedule (PeriodsPerSchedule).
        units: In which units schedules may be (RateUnit).
        purposes: Those of SupportedAdditionalPurposes.
        dynamic: Whether profiles may be dynamic; as the following, a SupportsFeature.
        offline_limits: Whether one may cease to count while the station is offline.
        local_time: Whether schedules may be in local time.
        randomized_delays: Whether their periods may begin at random a little later.
        limit_at_soc: Whether they may be limited from a state of charge on.
    """

    external_ids: int
    stack_level: int
    periods: int
    units: frozenset[str]
    purposes: frozenset[str]
    dynamic: bool
    offline_limits: bool
    local_time: bool
    randomized_delays: bool
    limit_at_soc: bool


@dataclass(frozen=True, slots=True)
class Wiring:
    """What an EVSE can do about phases.

    Attributes:
        direct: Whether it gives direct current.
        counts: Of how many phases it can be held to, each.
        any_phase: Whether it can give a single phase, whichever is wanted
            (ACPhaseSwitchingSupported).
    """

    direct: bool
    counts: frozenset[int]
    any_phase: bool = False


def wrong_with(
    profile: datatypes.ChargingProfileType,
    evse_id: int,
    abilities: Abilities,
    wirings: Sequence[Wiring],
    *,
    schedules: int = 1,
) -> Objection | None:
    """What is wrong with a profile of the CSMS for an EVSE, or the station (EVSE 0).

    Args:
        profile: The profile.
        evse_id: For which EVSE.
        abilities: What the station can.
        wirings: What the EVSEs can about phases that it is for.
        schedules: How many it may have at most: one, but where the vehicle chooses (K01.FR.34).
    """
    objections = (
        _identity(profile, abilities),
        _purpose(profile, evse_id, abilities),
        _kind(profile, abilities),
        _validity(profile, abilities),
        *_schedules(profile, abilities, schedules),
        *_phases(profile, wirings),
    )
    return next((each for each in objections if each is not None), None)


def _identity(profile: datatypes.ChargingProfileType, able: Abilities) -> Objection | None:
    if profile.id <= able.external_ids:  # K01.FR.81
        return Objection(
            ReasonCode.INVALID_PROFILE_ID, f"ids up to {able.external_ids} are of external systems"
        )
    if profile.id > MAX_ID:
        return Objection(ReasonCode.INVALID_PROFILE_ID, f"the highest id is {MAX_ID}")
    if profile.stack_level > able.stack_level:
        return Objection(
            ReasonCode.INVALID_STACK_LEVEL, f"the highest stackLevel is {able.stack_level}"
        )
    return None


def _purpose(
    profile: datatypes.ChargingProfileType, evse_id: int, able: Abilities
) -> Objection | None:
    match profile.charging_profile_purpose:
        case ChargingProfilePurpose.CHARGING_STATION_EXTERNAL_CONSTRAINTS:  # K01.FR.22
            return Objection(ReasonCode.INVALID_PROFILE, "that purpose is of external systems")
        case ChargingProfilePurpose.CHARGING_STATION_MAX_PROFILE if evse_id != WHOLE_STATION:
            why = "a ChargingStationMaxProfile is of the station, EVSE 0"  # K04.FR.03
            return Objection(ReasonCode.INVALID_PROFILE, why)
        case ChargingProfilePurpose.TX_PROFILE if evse_id == WHOLE_STATION:  # K01.FR.16
            return Objection(ReasonCode.INVALID_PROFILE, "a TxProfile is of an EVSE")
        case (
            ChargingProfilePurpose.PRIORITY_CHARGING | ChargingProfilePurpose.LOCAL_GENERATION
        ) as purpose if purpose.value not in able.purposes:  # K01.FR.120
            return Objection(ReasonCode.UNSUPPORTED_PURPOSE, f"no {purpose.value} here")
        case _:
            return None


def _kind(profile: datatypes.ChargingProfileType, able: Abilities) -> Objection | None:
    kind = profile.charging_profile_kind
    if kind is ChargingProfileKind.DYNAMIC:
        if not able.dynamic:  # K01.FR.121
            return Objection(ReasonCode.UNSUPPORTED_KIND, "no dynamic profiles here")
    elif profile.dyn_update_interval is not None or profile.dyn_update_time is not None:
        # K01.FR.122, K28.FR.04
        return Objection(ReasonCode.INVALID_PROFILE, "dynUpdate... is of dynamic profiles")
    if (profile.dyn_update_interval or 0) < 0:
        return Objection(ReasonCode.INVALID_PROFILE, "dynUpdateInterval is below 0")
    if (
        kind is ChargingProfileKind.RELATIVE
        and profile.charging_profile_purpose is ChargingProfilePurpose.CHARGING_STATION_MAX_PROFILE
    ):  # K01.FR.38
        why = "a ChargingStationMaxProfile is relative to nothing"
        return Objection(ReasonCode.INVALID_PROFILE, why)
    if kind is ChargingProfileKind.RECURRING and profile.recurrency_kind is None:
        return Objection(ReasonCode.INVALID_PROFILE, "recurrencyKind is missing")
    return None


def _validity(profile: datatypes.ChargingProfileType, able: Abilities) -> Objection | None:
    start, end = profile.valid_from, profile.valid_to
    if start is not None and end is not None and end <= start:
        return Objection(ReasonCode.INVALID_PROFILE, "validTo is not after validFrom")
    if profile.max_offline_duration is None and profile.invalid_after_offline_duration is None:
        return None
    if not able.offline_limits:
        return Objection(ReasonCode.INVALID_PROFILE, "no maxOfflineDuration here")
    if (profile.max_offline_duration or 0) < 0:
        return Objection(ReasonCode.INVALID_PROFILE, "maxOfflineDuration is below 0")
    return None


# The schedules.


def _schedules(
    profile: datatypes.ChargingProfileType, able: Abilities, most: int
) -> Iterator[Objection | None]:
    schedules = profile.charging_schedule
    if len(schedules) > most:  # K01.FR.34
        yield _bad(f"{len(schedules)} schedules; {most} at most")
    for schedule in schedules:
        yield _schedule(profile, schedule, able)
        yield _feature(profile, schedule, able)
        yield _order(schedule)
        yield from (_period(profile, period) for period in schedule.charging_schedule_period)


def _schedule(
    profile: datatypes.ChargingProfileType,
    schedule: datatypes.ChargingScheduleType,
    able: Abilities,
) -> Objection | None:
    kind, number = profile.charging_profile_kind, len(schedule.charging_schedule_period)
    if schedule.charging_rate_unit.value not in able.units:  # K01.FR.26
        return Objection(
            ReasonCode.UNSUPPORTED_RATE_UNIT, f"chargingRateUnit is {schedule.charging_rate_unit}"
        )
    if number > able.periods:
        return _bad(f"{number} periods; {able.periods} at most")
    if kind in _WITH_START and schedule.start_schedule is None:  # K01.FR.40
        return _bad("startSchedule is missing")
    if kind is ChargingProfileKind.RELATIVE and schedule.start_schedule is not None:  # K01.FR.41
        return _bad("a relative profile has no startSchedule")
    if kind is ChargingProfileKind.DYNAMIC and (number > 1 or len(profile.charging_schedule) > 1):
        return _bad("a dynamic profile has one schedule of one period")  # K28.FR.01, K28.FR.03
    if schedule.duration is not None and schedule.duration <= 0:
        return _bad("duration is not above 0")
    if schedule.duration is not None and (
        profile.charging_profile_purpose is ChargingProfilePurpose.PRIORITY_CHARGING
    ):  # K01.FR.70
        return _bad("priority charging has no duration")
    if not _is_rate(schedule.min_charging_rate):
        return _bad("minChargingRate is no rate")
    return None


def _feature(
    profile: datatypes.ChargingProfileType,
    schedule: datatypes.ChargingScheduleType,
    able: Abilities,
) -> Objection | None:
    if schedule.use_local_time and not able.local_time:  # K01.FR.123
        return _bad("no useLocalTime here")
    if schedule.randomized_delay and not able.randomized_delays:  # K01.FR.124
        return _bad("no randomizedDelay here")
    if schedule.randomized_delay and profile.charging_profile_purpose not in _OF_TRANSACTIONS:
        return _bad("randomizedDelay is of transactions")  # K01.FR.95
    if schedule.limit_at_soc is None:
        return None
    if not able.limit_at_soc:  # K01.FR.125
        return _bad("no limitAtSoC here")
    return None if _is_rate(schedule.limit_at_soc.limit) else _bad("limitAtSoC is no rate")


def _order(schedule: datatypes.ChargingScheduleType) -> Objection | None:
    periods = schedule.charging_schedule_period
    if periods[0].start_period != 0:  # K01.FR.31, K28.FR.02
        return _bad("the first startPeriod is not 0")
    for one, other in pairwise(periods):
        if one.start_period >= other.start_period:  # K01.FR.35
            return _bad(f"startPeriod {other.start_period} comes after {one.start_period}")
    return None


def _period(
    profile: datatypes.ChargingProfileType, period: datatypes.ChargingSchedulePeriodType
) -> Objection | None:
    at = f"at startPeriod {period.start_period}"
    mode = period.operation_mode or OperationMode.CHARGING_ONLY
    if mode not in _MODES.get(profile.charging_profile_purpose, _ANY_MODE):
        # K01.FR.71, K01.FR.114, K01.FR.115
        return Objection(ReasonCode.INVALID_OPERATION_MODE, f"operationMode {mode.value} {at}")
    if period.limit_l2 is not None or period.limit_l3 is not None:  # K01.FR.144, K01.FR.146
        return Objection(ReasonCode.PHASE_CONFLICT, f"a limit of a phase of its own {at}")
    given = [name for name in _GIVING if getattr(period, name) is not None]
    if given:
        return _bad(f"{given[0]} {at}, and no vehicle gives energy here")
    if period.evse_sleep:  # K01.FR.126
        return _bad(f"evseSleep {at}, which is not known here")
    if period.limit is None and mode is OperationMode.CHARGING_ONLY:
        return _bad(f"limit is missing {at}")
    return None if _is_rate(period.limit) else _bad(f"limit is no rate {at}")


def _is_rate(value: float | None) -> bool:
    """Whether a value, which is finite, can be a limit; or there is none."""
    return value is None or value >= 0


def _bad(text: str) -> Objection:
    return Objection(ReasonCode.INVALID_SCHEDULE, text)


# Phases.


def _phases(
    profile: datatypes.ChargingProfileType, wirings: Sequence[Wiring]
) -> Iterator[Objection | None]:
    alternating = [wiring for wiring in wirings if not wiring.direct]
    for schedule in profile.charging_schedule:
        for period in schedule.charging_schedule_period:
            if period.number_phases is None and period.phase_to_use is None:
                continue
            if not alternating:  # K01.FR.44
                yield Objection(ReasonCode.NO_PHASE_FOR_DC, "phases are not of direct current")
            for wiring in alternating:
                yield _phases_of(period, wiring)


def _phases_of(period: datatypes.ChargingSchedulePeriodType, wiring: Wiring) -> Objection | None:
    number, phase = period.number_phases, period.phase_to_use
    most = _THREE if number is None else number  # K01.FR.49
    if not any(count <= most for count in wiring.counts):  # K01.FR.43; more is no harm: K01.FR.45
        return _bad(f"the EVSE can't be held to {most} of its phases")
    if phase is None:
        return None
    if number != 1:  # K01.FR.19
        return _bad("phaseToUse is of a single phase")
    # Where the EVSE has no choice, a single phase is the first (K01.FR.46, K01.FR.48).
    if not (wiring.any_phase and 1 <= phase <= _THREE) and phase != 1:
        return _bad(f"the EVSE can't choose phase {phase}")
    return None
