"""Charging profiles as a CSMS sets them, and what a composite schedule says, in any version.

await s.csms.call(set_2x(1, profile_2x(7, (0, 6), (600, 16))))
await s.csms.call(set_16(1, profile_16(7, (0, 6), (600, 16))))
assert near(periods_2x(schedule), (0, 6), (595, 16))
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from pilotwire.errors import CallFailed
from pilotwire.ocpp import v16, v21
from tests.support.scene import Scene, now

__all__ = [
    "MAX",
    "MAX_16",
    "TX",
    "TX_DEFAULT",
    "Period",
    "Validity",
    "just_now",
    "near",
    "periods_2x",
    "periods_16",
    "profile_2x",
    "profile_16",
    "set_2x",
    "set_16",
    "sets_2x",
]

Period = tuple[float, float]
"""When a limit begins, in seconds from the start of its schedule, and the limit."""

Validity = tuple[datetime | None, datetime | None]
"""From when until when a profile is valid."""

MAX = "ChargingStationMaxProfile"
MAX_16 = "ChargePointMaxProfile"
TX = "TxProfile"
TX_DEFAULT = "TxDefaultProfile"

TOLERANCE = 1.0
"""By how many seconds a period may begin at another time: they are told in whole ones."""


def just_now(seconds: float = 0) -> datetime:
    """The time in whole seconds, and so many later (earlier, if they are negative)."""
    return now().replace(microsecond=0) + timedelta(seconds=seconds)


def profile_2x(
    number: int,
    *periods: Period,
    purpose: str = TX_DEFAULT,
    level: int = 0,
    kind: str = "Absolute",
    unit: str = "A",
    phases: int | None = 3,
    start: datetime | None = None,
    duration: int | None = None,
    transaction_id: str | None = None,
    valid: Validity = (None, None),
    period: Mapping[str, Any] | None = None,
    schedule: Mapping[str, Any] | None = None,
    **fields: Any,
) -> v21.ChargingProfileType:
    """A profile of 2.x. Where a start is wanted and none is given, it is now. `period` and
    `schedule` are further fields of each period, and of the schedule.
    """
    if start is None and kind in {"Absolute", "Recurring"}:
        start = just_now()
    return v21.ChargingProfileType(
        id=number,
        stack_level=level,
        charging_profile_purpose=v21.ChargingProfilePurposeEnumType(purpose),
        charging_profile_kind=v21.ChargingProfileKindEnumType(kind),
        transaction_id=transaction_id,
        valid_from=valid[0],
        valid_to=valid[1],
        charging_schedule=[
            v21.ChargingScheduleType(
                id=number,
                start_schedule=start,
                duration=duration,
                charging_rate_unit=v21.ChargingRateUnitEnumType(unit),
                charging_schedule_period=[
                    v21.ChargingSchedulePeriodType(
                        start_period=int(at), limit=limit, number_phases=phases, **(period or {})
                    )
                    for at, limit in periods
                ],
                **(schedule or {}),
            )
        ],
        **fields,
    )


def set_2x(evse_id: int, profile: v21.ChargingProfileType) -> v21.SetChargingProfileRequest:
    """A request to install it."""
    return v21.SetChargingProfileRequest(evse_id=evse_id, charging_profile=profile)


async def sets_2x(s: Scene, profile: v21.ChargingProfileType, evse_id: int = 1) -> str:
    """What the station says to a profile: a status and its reason, or the code of an error."""
    try:
        answer = await s.csms.call(set_2x(evse_id, profile))
    except CallFailed as failed:
        return failed.code
    info = answer.status_info
    return answer.status if info is None else f"{answer.status} {info.reason_code}"


def profile_16(
    number: int,
    *periods: Period,
    purpose: str = TX_DEFAULT,
    level: int = 0,
    kind: str = "Absolute",
    unit: str = "A",
    phases: int | None = 3,
    start: datetime | None = None,
    duration: int | None = None,
    transaction_id: int | None = None,
    valid: Validity = (None, None),
    recurrency: str | None = None,
) -> v16.ChargingProfile:
    """A profile of 1.6. A start that is not given is left out."""
    return v16.ChargingProfile(
        charging_profile_id=number,
        transaction_id=transaction_id,
        stack_level=level,
        charging_profile_purpose=v16.ChargingProfilePurposeType(purpose),
        charging_profile_kind=v16.ChargingProfileKindType(kind),
        recurrency_kind=None if recurrency is None else v16.RecurrencyKindType(recurrency),
        valid_from=valid[0],
        valid_to=valid[1],
        charging_schedule=v16.ChargingSchedule(
            duration=duration,
            start_schedule=start,
            charging_rate_unit=v16.ChargingRateUnitType(unit),
            charging_schedule_period=[
                v16.ChargingSchedulePeriod(start_period=int(at), limit=limit, number_phases=phases)
                for at, limit in periods
            ],
        ),
    )


def set_16(connector: int, profile: v16.ChargingProfile) -> v16.SetChargingProfileRequest:
    """A request to install it."""
    return v16.SetChargingProfileRequest(connector_id=connector, cs_charging_profiles=profile)


def periods_2x(schedule: v21.CompositeScheduleType) -> list[Period]:
    """What a composite schedule of 2.x says."""
    return [(each.start_period, _said(each.limit)) for each in schedule.charging_schedule_period]


def periods_16(schedule: v16.ChargingSchedule) -> list[Period]:
    """What a composite schedule of 1.6 says."""
    return [(each.start_period, each.limit) for each in schedule.charging_schedule_period]


def _said(limit: float | None) -> float:
    assert limit is not None, "a composite schedule says how much"
    return limit


def near(told: Sequence[Period], *wanted: Period) -> bool:
    """Whether these limits are told, in this order, and begin within a second of what is wanted.

    Of a limit that is not told in the unit in which it was set, a tenth may be missing.
    """
    return len(told) == len(wanted) and all(
        abs(at - when) <= TOLERANCE and limit - 0.1001 <= found <= limit
        for (at, found), (when, limit) in zip(told, wanted, strict=True)
    )
