"""Messages of OCPP 2.0.1: NotifyEVChargingScheduleRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.scalars import Timestamp, WholeNumber
from pilotwire.ocpp.v201.datatypes import ChargingScheduleType, CustomDataType, StatusInfoType
from pilotwire.ocpp.v201.enums import GenericStatusEnumType

__all__ = [
    "NotifyEVChargingScheduleRequest",
    "NotifyEVChargingScheduleResponse",
]


class NotifyEVChargingScheduleResponse(Response):
    """Response of NotifyEVChargingSchedule, CSMS to station. K Smart Charging (Messages 1.37, K15)."""

    action: ClassVar[str] = "NotifyEVChargingSchedule"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: GenericStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class NotifyEVChargingScheduleRequest(StationRequest[NotifyEVChargingScheduleResponse]):
    """Request of NotifyEVChargingSchedule, station to CSMS. K Smart Charging (Messages 1.37, K15)."""

    action: ClassVar[str] = "NotifyEVChargingSchedule"
    _response: ClassVar[ResponseClass] = NotifyEVChargingScheduleResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    time_base: Annotated[Timestamp, Field(alias="timeBase")]
    charging_schedule: Annotated[ChargingScheduleType, Field(alias="chargingSchedule")]
    evse_id: Annotated[WholeNumber, Field(alias="evseId")]
