"""Smart charging in OCPP 1.6 (3.13, 5.5, 5.7, 5.16, 9.4): profiles, and what they come to."""

from __future__ import annotations

from pilotwire.dialects.base import Dialect
from pilotwire.dialects.bounds import is_number
from pilotwire.dialects.smart_charging import smart_charging
from pilotwire.dialects.v16.charging_profiles import (
    beginning,
    profile_of,
    purpose_of,
    schedule_of,
)
from pilotwire.dialects.v16.connectors import numbers_of
from pilotwire.dialects.v16.keys import Block16
from pilotwire.errors import CallRefused
from pilotwire.ocpp import v16, v21
from pilotwire.ocpp.v16.configuration import Keys
from pilotwire.rpc import ErrorCode
from pilotwire.station.device_model.standard import SmartChargingCtrlr
from pilotwire.station.smart_charging.reports import Criteria
from pilotwire.station.station import Station
from pilotwire.station.vocabulary import (
    ChargingProfilePurpose,
    ChargingProfileStatus,
    ChargingRateUnit,
)

__all__ = ["BLOCK"]

_QUANTITIES = {ChargingRateUnit.A.value: "Current", ChargingRateUnit.W.value: "Power"}
"""9.4.2 as of errata 3.88."""

_WHOLE = 0


def _quantities(station: Station) -> tuple[str, ...]:
    units = station.core.device_model[SmartChargingCtrlr.RateUnit]
    return tuple(_QUANTITIES[unit] for unit in units)


def _room(station: Station) -> int:
    entries = station.core.device_model.definition(SmartChargingCtrlr.Entries_ChargingProfiles)
    return int(entries.limits[1] or 0)


BLOCK = Block16("SmartCharging")
BLOCK.key(Keys.ChargeProfileMaxStackLevel, SmartChargingCtrlr.ProfileStackLevel)
BLOCK.key(Keys.ChargingScheduleMaxPeriods, SmartChargingCtrlr.PeriodsPerSchedule)
BLOCK.key(Keys.ConnectorSwitch3to1PhaseSupported, SmartChargingCtrlr.Phases3to1)
BLOCK.fixed_key(Keys.ChargingScheduleAllowedChargingRateUnit, _quantities)
BLOCK.fixed_key(Keys.MaxChargingProfilesInstalled, _room)


@BLOCK.command("SetChargingProfile", lambda: v16.SetChargingProfileRequest)
async def set_charging_profile(
    to: Dialect, request: v16.SetChargingProfileRequest
) -> v16.SetChargingProfileResponse:
    """5.16. One of the same purpose and stack level gives way (3.13.2)."""
    block, number = smart_charging(to), request.connector_id
    evse_id = _evse_of(to, number)
    if evse_id is None:  # errata 3.39
        raise CallRefused(ErrorCode.PROPERTY_CONSTRAINT_VIOLATION, f"no connector {number}")
    rejected = v16.SetChargingProfileResponse(status=v16.ChargingProfileStatus.REJECTED)
    try:
        profile = profile_of(request.cs_charging_profiles)
    except ValueError:
        return rejected
    profile = beginning(profile, to.station.now())
    if profile.charging_profile_purpose is ChargingProfilePurpose.TX_PROFILE:
        running = _transaction_of(to, number, request.cs_charging_profiles.transaction_id)
        if running is None:  # 5.16.4
            return rejected
        profile = profile.replace(transaction_id=running)
    outcome = block.replace_profile(evse_id, profile)
    if outcome.status is not ChargingProfileStatus.ACCEPTED:
        return rejected
    return v16.SetChargingProfileResponse(status=v16.ChargingProfileStatus.ACCEPTED)


def _evse_of(to: Dialect, number: int) -> int | None:
    """The EVSE of a connector, 0 for the station; None where there is none."""
    place = (_WHOLE, _WHOLE) if number == _WHOLE else numbers_of(to.station).place(number)
    return None if place is None else place[0]


def _transaction_of(to: Dialect, number: int, wanted: int | None) -> str | None:
    """The transaction that runs on a connector, if it is the one that is `wanted`, or any is."""
    place = numbers_of(to.station).place(number)
    if place is None:
        return None
    evse = to.station.evse(place[0])
    if evse.transaction_id is None or evse.connector_id not in {None, place[1]}:
        return None
    if wanted is None:
        return evse.transaction_id
    row = to.station.core.records.transactions.by_csms_id(wanted) if is_number(wanted) else None
    return evse.transaction_id if row is not None and row.id == evse.transaction_id else None


@BLOCK.command("ClearChargingProfile", lambda: v16.ClearChargingProfileRequest)
async def clear_charging_profile(
    to: Dialect, request: v16.ClearChargingProfileRequest
) -> v16.ClearChargingProfileResponse:
    """5.5: those that are as all of the fields say (errata 3.25); all where there are none."""
    block, number = smart_charging(to), request.connector_id
    unknown = v16.ClearChargingProfileResponse(status=v16.ClearChargingProfileStatus.UNKNOWN)
    evse_id = None if number is None else _evse_of(to, number)
    if number is not None and evse_id is None:
        return unknown
    purpose = request.charging_profile_purpose
    outcome = block.clear(
        Criteria(
            () if request.id is None else (request.id,),
            evse_id,
            None if purpose is None else purpose_of(purpose),
            request.stack_level,
        )
    )
    return v16.ClearChargingProfileResponse(
        status=v16.ClearChargingProfileStatus(outcome.status.value)
    )


@BLOCK.command("GetCompositeSchedule", lambda: v16.GetCompositeScheduleRequest)
async def get_composite_schedule(
    to: Dialect, request: v16.GetCompositeScheduleRequest
) -> v16.GetCompositeScheduleResponse:
    """5.7. Its beginning is told beside the schedule, not in it (errata 3.57)."""
    block, unit = smart_charging(to), request.charging_rate_unit
    evse_id = _evse_of(to, request.connector_id)
    composite: v21.CompositeScheduleType | None = None
    if evse_id is not None:
        told_in = None if unit is None else ChargingRateUnit(unit.value)
        composite = block.composite_schedule(evse_id, request.duration, told_in).schedule
    if composite is None:
        return v16.GetCompositeScheduleResponse(status=v16.GetCompositeScheduleStatus.REJECTED)
    return v16.GetCompositeScheduleResponse(
        status=v16.GetCompositeScheduleStatus.ACCEPTED,
        connector_id=request.connector_id,
        schedule_start=composite.schedule_start,
        charging_schedule=schedule_of(composite),
    )
