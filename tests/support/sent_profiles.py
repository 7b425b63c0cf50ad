"""Charging profiles as a CSMS sends them, in any version of 2.x and in 1.6.

answer = await s.csms.call(setting(profile(limit=10), evse_id=1))
"""

from typing import Any

from pilotwire.ocpp import v16, v21
from tests.support.scene import Scene, now

__all__ = [
    "Kind",
    "Purpose",
    "composite",
    "profile",
    "profile_16",
    "reason",
    "reported",
    "schedule",
    "send",
    "setting",
]

Purpose = v21.ChargingProfilePurposeEnumType
Kind = v21.ChargingProfileKindEnumType

FIELDS_OF_SCHEDULES = frozenset(v21.ChargingScheduleType.model_fields) - {"id"}


def schedule(*periods: dict[str, Any], **fields: Any) -> v21.ChargingScheduleType:
    """A schedule in amperes; 16 A all along if no periods are given."""
    given = [v21.ChargingSchedulePeriodType(**each) for each in periods]
    whole = v21.ChargingSchedulePeriodType(start_period=0, limit=16.0)
    defaults: dict[str, Any] = {
        "id": 1,
        "charging_rate_unit": v21.ChargingRateUnitEnumType.A,
        "charging_schedule_period": given or [whole],
    }
    return v21.ChargingScheduleType(**(defaults | fields))


def profile(*periods: dict[str, Any], **fields: Any) -> v21.ChargingProfileType:
    """A TxDefaultProfile that is relative, unless something else is said; what is of the schedule
    goes there. `limit` is one of all the time.
    """
    if "limit" in fields:
        periods = ({"start_period": 0, "limit": fields.pop("limit")},)
    of_schedule = {name: fields.pop(name) for name in FIELDS_OF_SCHEDULES & fields.keys()}
    defaults: dict[str, Any] = {
        "id": 1,
        "stack_level": 0,
        "charging_profile_purpose": Purpose.TX_DEFAULT_PROFILE,
        "charging_profile_kind": Kind.RELATIVE,
        "charging_schedule": [schedule(*periods, **of_schedule)],
    }
    return v21.ChargingProfileType(**(defaults | fields))


def setting(new: v21.ChargingProfileType, evse_id: int = 1) -> v21.SetChargingProfileRequest:
    """The request to install a profile."""
    return v21.SetChargingProfileRequest(evse_id=evse_id, charging_profile=new)


async def send(s: Scene, new: v21.ChargingProfileType, evse_id: int = 1) -> str | None:
    """Install a profile: None where it is accepted, else the reason that the station gives."""
    answer = await s.csms.call(setting(new, evse_id))
    if answer.status is v21.ChargingProfileStatusEnumType.ACCEPTED:
        assert answer.status_info is None
        return None
    return reason(answer)


def reason(answer: v21.SetChargingProfileResponse | v21.ClearChargingProfileResponse) -> str:
    """The reason code of an answer."""
    assert answer.status_info is not None
    return answer.status_info.reason_code


async def reported(s: Scene, **criteria: Any) -> dict[int, v21.ReportChargingProfilesRequest]:
    """What the station reports of the profiles that are asked for, by the id of each."""
    before = len(s.csms.requests(v21.ReportChargingProfilesRequest))
    evse_id = criteria.pop("evse_id", None)
    answer = await s.csms.call(
        v21.GetChargingProfilesRequest(
            request_id=5,
            evse_id=evse_id,
            charging_profile=v21.ChargingProfileCriterionType(**criteria),
        )
    )
    await s.wait(1)
    told = s.csms.requests(v21.ReportChargingProfilesRequest)[before:]
    accepted = answer.status is v21.GetChargingProfileStatusEnumType.ACCEPTED
    assert accepted == bool(told)
    assert [bool(page.tbc) for page in told] == [True] * (len(told) - 1) + [False] * accepted
    assert {page.request_id for page in told} <= {5}
    return {each.id: page for page in told for each in page.charging_profile}


async def composite(s: Scene, evse_id: int = 1, seconds: int = 3600) -> list[tuple[int, float]]:
    """The composite schedule of an EVSE from now on: when each period begins, and its limit."""
    answer = await s.csms.call(v21.GetCompositeScheduleRequest(evse_id=evse_id, duration=seconds))
    assert answer.schedule is not None
    return [
        (period.start_period, period.limit or 0.0)
        for period in answer.schedule.charging_schedule_period
    ]


def profile_16(**fields: Any) -> v16.ChargingProfile:
    """A profile of 1.6: a TxDefaultProfile that is absolute and begins now, 16 A all along."""
    of_schedule = {
        name: fields.pop(name) for name in set(v16.ChargingSchedule.model_fields) & fields.keys()
    }
    whole = v16.ChargingSchedulePeriod(start_period=0, limit=fields.pop("limit", 16.0))
    shape: dict[str, Any] = {
        "charging_rate_unit": v16.ChargingRateUnitType.A,
        "start_schedule": now(),
        "charging_schedule_period": [whole],
        **of_schedule,
    }
    defaults: dict[str, Any] = {
        "charging_profile_id": 1,
        "stack_level": 0,
        "charging_profile_purpose": v16.ChargingProfilePurposeType.TX_DEFAULT_PROFILE,
        "charging_profile_kind": v16.ChargingProfileKindType.ABSOLUTE,
        "charging_schedule": v16.ChargingSchedule(**shape),
    }
    return v16.ChargingProfile(**(defaults | fields))
