"""Smart charging in OCPP 2.x: profiles are set, cleared and reported, and what they come to is told
(K01, K08 to K10).
"""

from __future__ import annotations

from pilotwire.connection import OcppVersion
from pilotwire.dialects.base import Block, Dialect
from pilotwire.dialects.smart_charging import smart_charging
from pilotwire.dialects.v2x.status_info import status_info
from pilotwire.ocpp import v21
from pilotwire.rpc import Answer
from pilotwire.station.smart_charging.profiles import BY_CSMS
from pilotwire.station.smart_charging.reports import Criteria, ProfilePage

__all__ = ["BLOCK"]

BLOCK: Block[Dialect] = Block()


class Profiles:
    """What profiles are told to: the CSMS, on one connection."""

    __slots__ = ("_to",)

    def __init__(self, to: Dialect) -> None:
        self._to = to

    def tells(self, page: ProfilePage) -> bool:
        """Not of what 2.0.1 does not know."""
        try:
            self._to.worded(_report(self._to, page))
        except ValueError:
            return False
        return True

    async def report_profiles(self, page: ProfilePage) -> None:
        """ReportChargingProfiles."""
        await self._to.call(_report(self._to, page))


def _report(to: Dialect, page: ProfilePage) -> v21.ReportChargingProfilesRequest:
    profiles = page.profiles
    if to.version is OcppVersion.V2_0_1 and page.source != BY_CSMS:
        profiles = [_absolute(each) for each in profiles]
    return v21.ReportChargingProfilesRequest(
        request_id=page.request_id,
        charging_limit_source=page.source,
        evse_id=page.evse_id,
        charging_profile=profiles,
        tbc=page.more,
    )


def _absolute(profile: v21.ChargingProfileType) -> v21.ChargingProfileType:
    """A dynamic profile for 2.0.1, which knows no such kind: absolute since its limit was told. So
    a CSMS of 2.0.1 hears of external limits, too (K11.FR.06).
    """
    if profile.charging_profile_kind is not v21.ChargingProfileKindEnumType.DYNAMIC:
        return profile
    (schedule,) = profile.charging_schedule
    return profile.replace(
        charging_profile_kind=v21.ChargingProfileKindEnumType.ABSOLUTE,
        charging_schedule=(schedule.replace(start_schedule=profile.dyn_update_time),),
        dyn_update_time=None,
        dyn_update_interval=None,
    )


@BLOCK.command("SetChargingProfile", lambda: v21.SetChargingProfileRequest)
async def set_charging_profile(
    to: Dialect, request: v21.SetChargingProfileRequest
) -> v21.SetChargingProfileResponse:
    """K01."""
    outcome = smart_charging(to).set_profile(request.evse_id, request.charging_profile)
    return v21.SetChargingProfileResponse(status=outcome.status, status_info=status_info(outcome))


@BLOCK.command("ClearChargingProfile", lambda: v21.ClearChargingProfileRequest)
async def clear_charging_profile(
    to: Dialect, request: v21.ClearChargingProfileRequest
) -> v21.ClearChargingProfileResponse:
    """K10. Where an id is given, nothing else counts (K10.FR.02, K10.FR.03)."""
    wanted, number = request.charging_profile_criteria, request.charging_profile_id
    criteria = Criteria(() if number is None else (number,))
    if number is None and wanted is not None:
        criteria = Criteria(
            evse_id=wanted.evse_id,
            purpose=wanted.charging_profile_purpose,
            stack_level=wanted.stack_level,
        )
    outcome = smart_charging(to).clear(criteria)
    return v21.ClearChargingProfileResponse(status=outcome.status, status_info=status_info(outcome))


@BLOCK.command("GetChargingProfiles", lambda: v21.GetChargingProfilesRequest)
async def get_charging_profiles(
    to: Dialect, request: v21.GetChargingProfilesRequest
) -> Answer[v21.GetChargingProfilesResponse]:
    """K09."""
    wanted = request.charging_profile
    criteria = Criteria(
        wanted.charging_profile_id or (),
        request.evse_id,
        wanted.charging_profile_purpose,
        wanted.stack_level,
        wanted.charging_limit_source or (),
    )
    outcome = smart_charging(to).get_profiles(Profiles(to), request.request_id, criteria)
    response = v21.GetChargingProfilesResponse(
        status=outcome.status, status_info=status_info(outcome)
    )
    return Answer(response, outcome.once_sent)


@BLOCK.command("GetCompositeSchedule", lambda: v21.GetCompositeScheduleRequest)
async def get_composite_schedule(
    to: Dialect, request: v21.GetCompositeScheduleRequest
) -> v21.GetCompositeScheduleResponse:
    """K08."""
    outcome = smart_charging(to).composite_schedule(
        request.evse_id, request.duration, request.charging_rate_unit
    )
    return v21.GetCompositeScheduleResponse(
        status=outcome.status, status_info=status_info(outcome), schedule=outcome.schedule
    )
