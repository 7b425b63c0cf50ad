"""Messages of OCPP 2.0.1: GetDisplayMessagesRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import Sequence, WholeNumber
from pilotwire.ocpp.v201.datatypes import CustomDataType, StatusInfoType
from pilotwire.ocpp.v201.enums import (
    GetDisplayMessagesStatusEnumType,
    MessagePriorityEnumType,
    MessageStateEnumType,
)

__all__ = [
    "GetDisplayMessagesRequest",
    "GetDisplayMessagesResponse",
]


class GetDisplayMessagesResponse(Response):
    """Response of GetDisplayMessages, station to CSMS. O Display Message (Messages 1.21, O03)."""

    action: ClassVar[str] = "GetDisplayMessages"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: GetDisplayMessagesStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class GetDisplayMessagesRequest(CsmsRequest[GetDisplayMessagesResponse]):
    """Request of GetDisplayMessages, CSMS to station. O Display Message (Messages 1.21, O03)."""

    action: ClassVar[str] = "GetDisplayMessages"
    _response: ClassVar[ResponseClass] = GetDisplayMessagesResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    id: Annotated[Sequence[WholeNumber] | None, Field(min_length=1)] = None
    """Elements: at least 1."""
    request_id: Annotated[WholeNumber, Field(alias="requestId")]
    priority: MessagePriorityEnumType | None = None
    state: MessageStateEnumType | None = None
