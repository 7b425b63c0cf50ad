"""Messages of OCPP 2.0.1: SecurityEventNotificationRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.scalars import Timestamp
from pilotwire.ocpp.v201.datatypes import CustomDataType

__all__ = [
    "SecurityEventNotificationRequest",
    "SecurityEventNotificationResponse",
]


class SecurityEventNotificationResponse(Response):
    """Response of SecurityEventNotification, CSMS to station. A Security (Messages 1.49, A04)."""

    action: ClassVar[str] = "SecurityEventNotification"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class SecurityEventNotificationRequest(StationRequest[SecurityEventNotificationResponse]):
    """Request of SecurityEventNotification, station to CSMS. A Security (Messages 1.49, A04)."""

    action: ClassVar[str] = "SecurityEventNotification"
    _response: ClassVar[ResponseClass] = SecurityEventNotificationResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    type: Annotated[str, Field(max_length=50)]
    """At most 50 characters."""
    timestamp: Timestamp
    tech_info: Annotated[str | None, Field(alias="techInfo", max_length=255)] = None
    """At most 255 characters."""
