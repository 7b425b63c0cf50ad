"""Messages of OCPP 1.6 with the security extension: SecurityEventNotificationRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.scalars import Timestamp

__all__ = [
    "SecurityEventNotificationRequest",
    "SecurityEventNotificationResponse",
]


class SecurityEventNotificationResponse(Response):
    """Response of SecurityEventNotification, CSMS to station. Security (white paper 5.15)."""

    action: ClassVar[str] = "SecurityEventNotification"


class SecurityEventNotificationRequest(StationRequest[SecurityEventNotificationResponse]):
    """Request of SecurityEventNotification, station to CSMS. Security (white paper 5.15)."""

    action: ClassVar[str] = "SecurityEventNotification"
    _response: ClassVar[ResponseClass] = SecurityEventNotificationResponse

    type: Annotated[str, Field(max_length=50)]
    """At most 50 characters."""
    timestamp: Timestamp
    tech_info: Annotated[str | None, Field(alias="techInfo", max_length=255)] = None
    """At most 255 characters."""
