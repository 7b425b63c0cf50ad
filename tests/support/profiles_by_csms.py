"""Charging profiles as a CSMS sets them, with one period unless more is said.

assert await set_profile(s, 1, profile(7, limit=10.0)) == "Accepted"
"""

from collections.abc import Sequence
from datetime import datetime

from pilotwire.ocpp import v21
from pilotwire.station.vocabulary import (
    ChargingProfileKind,
    ChargingProfilePurpose,
    ChargingRateUnit,
    OperationMode,
)
from tests.support.scene import Scene

__all__ = ["period", "profile", "reported", "set_profile"]

TX_DEFAULT = ChargingProfilePurpose.TX_DEFAULT_PROFILE


def period(
    start: int, limit: float | None, phases: int | None = None, mode: OperationMode | None = None
) -> v21.ChargingSchedulePeriodType:
    """A period of a schedule."""
    return v21.ChargingSchedulePeriodType(
        start_period=start, limit=limit, number_phases=phases, operation_mode=mode
    )


def profile(
    number: int,
    purpose: ChargingProfilePurpose = TX_DEFAULT,
    *,
    limit: float | None = None,
    periods: Sequence[v21.ChargingSchedulePeriodType] = (),
    kind: ChargingProfileKind = ChargingProfileKind.RELATIVE,
    unit: ChargingRateUnit = ChargingRateUnit.A,
    mode: OperationMode | None = None,
    stack_level: int = 0,
    start: datetime | None = None,
    duration: int | None = None,
    transaction_id: str | None = None,
    interval: int | None = None,
) -> v21.ChargingProfileType:
    """A profile."""
    schedule = v21.ChargingScheduleType(
        id=number,
        charging_rate_unit=unit,
        charging_schedule_period=tuple(periods) or (period(0, limit, mode=mode),),
        start_schedule=start,
        duration=duration,
    )
    return v21.ChargingProfileType(
        id=number,
        stack_level=stack_level,
        charging_profile_purpose=purpose,
        charging_profile_kind=kind,
        charging_schedule=(schedule,),
        transaction_id=transaction_id,
        dyn_update_interval=interval,
    )


async def set_profile(s: Scene, evse_id: int, wanted: v21.ChargingProfileType) -> str:
    """Set a profile; the status that the station answers."""
    request = v21.SetChargingProfileRequest(evse_id=evse_id, charging_profile=wanted)
    return (await s.csms.call(request)).status.value


async def reported(
    s: Scene, purpose: ChargingProfilePurpose | None = None, evse_id: int | None = None
) -> list[v21.ReportChargingProfilesRequest]:
    """The reports in which a station tells its profiles."""
    before = len(s.csms.requests(v21.ReportChargingProfilesRequest))
    request = v21.GetChargingProfilesRequest(
        request_id=before + 1,
        evse_id=evse_id,
        charging_profile=v21.ChargingProfileCriterionType(charging_profile_purpose=purpose),
    )
    if (await s.csms.call(request)).status is v21.GetChargingProfileStatusEnumType.NO_PROFILES:
        return []
    await s.wait(10)
    return s.csms.requests(v21.ReportChargingProfilesRequest)[before:]
