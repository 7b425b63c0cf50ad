"""Messages of OCPP 2.1: UsePriorityChargingRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import Boolean
from pilotwire.ocpp.v21.datatypes import CustomDataType, StatusInfoType
from pilotwire.ocpp.v21.enums import PriorityChargingStatusEnumType

__all__ = [
    "UsePriorityChargingRequest",
    "UsePriorityChargingResponse",
]


class UsePriorityChargingResponse(Response):
    """Response of UsePriorityCharging, station to CSMS. K Smart Charging (Messages 1.90, K21)."""

    action: ClassVar[str] = "UsePriorityCharging"

    status: PriorityChargingStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class UsePriorityChargingRequest(CsmsRequest[UsePriorityChargingResponse]):
    """Request of UsePriorityCharging, CSMS to station. K Smart Charging (Messages 1.90, K21)."""

    action: ClassVar[str] = "UsePriorityCharging"
    _response: ClassVar[ResponseClass] = UsePriorityChargingResponse

    transaction_id: Annotated[str, Field(alias="transactionId", max_length=36)]
    """At most 36 characters."""
    activate: Boolean
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
