"""Messages of OCPP 1.6 with the security extension: LogStatusNotificationRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v16.enums import UploadLogStatusEnumType

__all__ = [
    "LogStatusNotificationRequest",
    "LogStatusNotificationResponse",
]


class LogStatusNotificationResponse(Response):
    """Response of LogStatusNotification, CSMS to station. Security (white paper 5.13)."""

    action: ClassVar[str] = "LogStatusNotification"


class LogStatusNotificationRequest(StationRequest[LogStatusNotificationResponse]):
    """Request of LogStatusNotification, station to CSMS. Security (white paper 5.13)."""

    action: ClassVar[str] = "LogStatusNotification"
    _response: ClassVar[ResponseClass] = LogStatusNotificationResponse

    status: UploadLogStatusEnumType
    request_id: Annotated[WholeNumber | None, Field(alias="requestId")] = None
