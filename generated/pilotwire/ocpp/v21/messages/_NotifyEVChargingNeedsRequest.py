"""Messages of OCPP 2.1: NotifyEVChargingNeedsRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.scalars import Timestamp, WholeNumber
from pilotwire.ocpp.v21.datatypes import ChargingNeedsType, CustomDataType, StatusInfoType
from pilotwire.ocpp.v21.enums import NotifyEVChargingNeedsStatusEnumType

__all__ = [
    "NotifyEVChargingNeedsRequest",
    "NotifyEVChargingNeedsResponse",
]


class NotifyEVChargingNeedsResponse(Response):
    """Response of NotifyEVChargingNeeds, CSMS to station. K Smart Charging (Messages 1.50, K15)."""

    action: ClassVar[str] = "NotifyEVChargingNeeds"

    status: NotifyEVChargingNeedsStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class NotifyEVChargingNeedsRequest(StationRequest[NotifyEVChargingNeedsResponse]):
    """Request of NotifyEVChargingNeeds, station to CSMS. K Smart Charging (Messages 1.50, K15)."""

    action: ClassVar[str] = "NotifyEVChargingNeeds"
    _response: ClassVar[ResponseClass] = NotifyEVChargingNeedsResponse

    evse_id: Annotated[WholeNumber, Field(alias="evseId", ge=1)]
    """At least 1."""
    max_schedule_tuples: Annotated[WholeNumber | None, Field(alias="maxScheduleTuples", ge=0)] = (
        None
    )
    """At least 0."""
    charging_needs: Annotated[ChargingNeedsType, Field(alias="chargingNeeds")]
    timestamp: Timestamp | None = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
