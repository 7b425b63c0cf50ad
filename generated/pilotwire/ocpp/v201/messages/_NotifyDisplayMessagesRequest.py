"""Messages of OCPP 2.0.1: NotifyDisplayMessagesRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.scalars import Boolean, Sequence, WholeNumber
from pilotwire.ocpp.v201.datatypes import CustomDataType, MessageInfoType

__all__ = [
    "NotifyDisplayMessagesRequest",
    "NotifyDisplayMessagesResponse",
]


class NotifyDisplayMessagesResponse(Response):
    """Response of NotifyDisplayMessages, CSMS to station. O Display Message (Messages 1.35, O03)."""

    action: ClassVar[str] = "NotifyDisplayMessages"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class NotifyDisplayMessagesRequest(StationRequest[NotifyDisplayMessagesResponse]):
    """Request of NotifyDisplayMessages, station to CSMS. O Display Message (Messages 1.35, O03)."""

    action: ClassVar[str] = "NotifyDisplayMessages"
    _response: ClassVar[ResponseClass] = NotifyDisplayMessagesResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    message_info: Annotated[
        Sequence[MessageInfoType] | None, Field(alias="messageInfo", min_length=1)
    ] = None
    """Elements: at least 1."""
    request_id: Annotated[WholeNumber, Field(alias="requestId")]
    tbc: Boolean = False
    """False if absent."""
