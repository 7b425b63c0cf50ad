"""Messages of OCPP 2.0.1: LogStatusNotificationRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v201.datatypes import CustomDataType
from pilotwire.ocpp.v201.enums import UploadLogStatusEnumType

__all__ = [
    "LogStatusNotificationRequest",
    "LogStatusNotificationResponse",
]


class LogStatusNotificationResponse(Response):
    """Response of LogStatusNotification, CSMS to station. N Diagnostics (Messages 1.31, N01)."""

    action: ClassVar[str] = "LogStatusNotification"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class LogStatusNotificationRequest(StationRequest[LogStatusNotificationResponse]):
    """Request of LogStatusNotification, station to CSMS. N Diagnostics (Messages 1.31, N01)."""

    action: ClassVar[str] = "LogStatusNotification"
    _response: ClassVar[ResponseClass] = LogStatusNotificationResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: UploadLogStatusEnumType
    request_id: Annotated[WholeNumber | None, Field(alias="requestId")] = None
