"""Messages of OCPP 2.1: NotifyPriorityChargingRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.scalars import Boolean
from pilotwire.ocpp.v21.datatypes import CustomDataType

__all__ = [
    "NotifyPriorityChargingRequest",
    "NotifyPriorityChargingResponse",
]


class NotifyPriorityChargingResponse(Response):
    """Response of NotifyPriorityCharging, CSMS to station. K Smart Charging (Messages 1.55, K21)."""

    action: ClassVar[str] = "NotifyPriorityCharging"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class NotifyPriorityChargingRequest(StationRequest[NotifyPriorityChargingResponse]):
    """Request of NotifyPriorityCharging, station to CSMS. K Smart Charging (Messages 1.55, K21)."""

    action: ClassVar[str] = "NotifyPriorityCharging"
    _response: ClassVar[ResponseClass] = NotifyPriorityChargingResponse

    transaction_id: Annotated[str, Field(alias="transactionId", max_length=36)]
    """At most 36 characters."""
    activated: Boolean
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
