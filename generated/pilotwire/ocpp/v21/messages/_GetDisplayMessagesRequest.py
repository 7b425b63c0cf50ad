"""Messages of OCPP 2.1: GetDisplayMessagesRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import Sequence, WholeNumber
from pilotwire.ocpp.v21.datatypes import CustomDataType, StatusInfoType, WholeNumberFrom0
from pilotwire.ocpp.v21.enums import (
    GetDisplayMessagesStatusEnumType,
    MessagePriorityEnumType,
    MessageStateEnumType,
)

__all__ = [
    "GetDisplayMessagesRequest",
    "GetDisplayMessagesResponse",
]


class GetDisplayMessagesResponse(Response):
    """Response of GetDisplayMessages, station to CSMS. O Display Message (Messages 1.30, O03)."""

    action: ClassVar[str] = "GetDisplayMessages"

    status: GetDisplayMessagesStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class GetDisplayMessagesRequest(CsmsRequest[GetDisplayMessagesResponse]):
    """Request of GetDisplayMessages, CSMS to station. O Display Message (Messages 1.30, O03)."""

    action: ClassVar[str] = "GetDisplayMessages"
    _response: ClassVar[ResponseClass] = GetDisplayMessagesResponse

    id: Annotated[Sequence[WholeNumberFrom0] | None, Field(min_length=1)] = None
    """Elements: at least 1. Each: at least 0."""
    request_id: Annotated[WholeNumber, Field(alias="requestId")]
    priority: MessagePriorityEnumType | None = None
    state: MessageStateEnumType | None = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
