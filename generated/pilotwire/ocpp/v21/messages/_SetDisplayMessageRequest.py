"""Messages of OCPP 2.1: SetDisplayMessageRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.v21.datatypes import CustomDataType, MessageInfoType, StatusInfoType
from pilotwire.ocpp.v21.enums import DisplayMessageStatusEnumType

__all__ = [
    "SetDisplayMessageRequest",
    "SetDisplayMessageResponse",
]


class SetDisplayMessageResponse(Response):
    """Response of SetDisplayMessage, station to CSMS. O Display Message (Messages 1.76, O01)."""

    action: ClassVar[str] = "SetDisplayMessage"

    status: DisplayMessageStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class SetDisplayMessageRequest(CsmsRequest[SetDisplayMessageResponse]):
    """Request of SetDisplayMessage, CSMS to station. O Display Message (Messages 1.76, O01)."""

    action: ClassVar[str] = "SetDisplayMessage"
    _response: ClassVar[ResponseClass] = SetDisplayMessageResponse

    message: MessageInfoType
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
