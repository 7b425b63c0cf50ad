"""Messages of OCPP 2.0.1: NotifyEVChargingNeedsRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v201.datatypes import ChargingNeedsType, CustomDataType, StatusInfoType
from pilotwire.ocpp.v201.enums import NotifyEVChargingNeedsStatusEnumType

__all__ = [
    "NotifyEVChargingNeedsRequest",
    "NotifyEVChargingNeedsResponse",
]


class NotifyEVChargingNeedsResponse(Response):
    """Response of NotifyEVChargingNeeds, CSMS to station. K Smart Charging (Messages 1.36, K15)."""

    action: ClassVar[str] = "NotifyEVChargingNeeds"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: NotifyEVChargingNeedsStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class NotifyEVChargingNeedsRequest(StationRequest[NotifyEVChargingNeedsResponse]):
    """Request of NotifyEVChargingNeeds, station to CSMS. K Smart Charging (Messages 1.36, K15)."""

    action: ClassVar[str] = "NotifyEVChargingNeeds"
    _response: ClassVar[ResponseClass] = NotifyEVChargingNeedsResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    max_schedule_tuples: Annotated[WholeNumber | None, Field(alias="maxScheduleTuples")] = None
    charging_needs: Annotated[ChargingNeedsType, Field(alias="chargingNeeds")]
    evse_id: Annotated[WholeNumber, Field(alias="evseId")]
