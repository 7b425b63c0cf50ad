"""Messages of OCPP 2.0.1: GetCompositeScheduleRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v201.datatypes import CompositeScheduleType, CustomDataType, StatusInfoType
from pilotwire.ocpp.v201.enums import ChargingRateUnitEnumType, GenericStatusEnumType

__all__ = [
    "GetCompositeScheduleRequest",
    "GetCompositeScheduleResponse",
]


class GetCompositeScheduleResponse(Response):
    """Response of GetCompositeSchedule, station to CSMS. K Smart Charging (Messages 1.20, K08)."""

    action: ClassVar[str] = "GetCompositeSchedule"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: GenericStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    schedule: CompositeScheduleType | None = None


class GetCompositeScheduleRequest(CsmsRequest[GetCompositeScheduleResponse]):
    """Request of GetCompositeSchedule, CSMS to station. K Smart Charging (Messages 1.20, K08)."""

    action: ClassVar[str] = "GetCompositeSchedule"
    _response: ClassVar[ResponseClass] = GetCompositeScheduleResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    duration: WholeNumber
    """In s."""
    charging_rate_unit: Annotated[
        ChargingRateUnitEnumType | None, Field(alias="chargingRateUnit")
    ] = None
    evse_id: Annotated[WholeNumber, Field(alias="evseId")]
