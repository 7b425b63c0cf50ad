"""Messages of OCPP 1.6 with the security extension: StatusNotificationRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.scalars import Integer, Timestamp
from pilotwire.ocpp.v16.enums import ChargePointErrorCode, ChargePointStatus

__all__ = [
    "StatusNotificationRequest",
    "StatusNotificationResponse",
]


class StatusNotificationResponse(Response):
    """Response of StatusNotification, CSMS to station. Core (4.9)."""

    action: ClassVar[str] = "StatusNotification"


class StatusNotificationRequest(StationRequest[StatusNotificationResponse]):
    """Request of StatusNotification, station to CSMS. Core (4.9)."""

    action: ClassVar[str] = "StatusNotification"
    _response: ClassVar[ResponseClass] = StatusNotificationResponse

    connector_id: Annotated[Integer, Field(alias="connectorId")]
    error_code: Annotated[ChargePointErrorCode, Field(alias="errorCode")]
    info: Annotated[str | None, Field(max_length=50)] = None
    """At most 50 characters."""
    status: ChargePointStatus
    timestamp: Timestamp | None = None
    vendor_id: Annotated[str | None, Field(alias="vendorId", max_length=255)] = None
    """At most 255 characters."""
    vendor_error_code: Annotated[str | None, Field(alias="vendorErrorCode", max_length=50)] = None
    """At most 50 characters."""
