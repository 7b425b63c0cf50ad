"""Messages of OCPP 2.1: NotifyEVChargingScheduleRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.scalars import Boolean, Timestamp, WholeNumber
from pilotwire.ocpp.v21.datatypes import ChargingScheduleType, CustomDataType, StatusInfoType
from pilotwire.ocpp.v21.enums import GenericStatusEnumType

__all__ = [
    "NotifyEVChargingScheduleRequest",
    "NotifyEVChargingScheduleResponse",
]


class NotifyEVChargingScheduleResponse(Response):
    """Response of NotifyEVChargingSchedule, CSMS to station. K Smart Charging (Messages 1.51, K15)."""

    action: ClassVar[str] = "NotifyEVChargingSchedule"

    status: GenericStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class NotifyEVChargingScheduleRequest(StationRequest[NotifyEVChargingScheduleResponse]):
    """Request of NotifyEVChargingSchedule, station to CSMS. K Smart Charging (Messages 1.51, K15)."""

    action: ClassVar[str] = "NotifyEVChargingSchedule"
    _response: ClassVar[ResponseClass] = NotifyEVChargingScheduleResponse

    time_base: Annotated[Timestamp, Field(alias="timeBase")]
    charging_schedule: Annotated[ChargingScheduleType, Field(alias="chargingSchedule")]
    evse_id: Annotated[WholeNumber, Field(alias="evseId", ge=1)]
    """At least 1."""
    selected_charging_schedule_id: Annotated[
        WholeNumber | None, Field(alias="selectedChargingScheduleId", ge=0)
    ] = None
    """At least 0."""
    power_tolerance_acceptance: Annotated[
        Boolean | None, Field(alias="powerToleranceAcceptance")
    ] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
