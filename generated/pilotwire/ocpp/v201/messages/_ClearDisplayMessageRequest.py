"""Messages of OCPP 2.0.1: ClearDisplayMessageRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v201.datatypes import CustomDataType, StatusInfoType
from pilotwire.ocpp.v201.enums import ClearMessageStatusEnumType

__all__ = [
    "ClearDisplayMessageRequest",
    "ClearDisplayMessageResponse",
]


class ClearDisplayMessageResponse(Response):
    """Response of ClearDisplayMessage, station to CSMS. O Display Message (Messages 1.8, O05)."""

    action: ClassVar[str] = "ClearDisplayMessage"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: ClearMessageStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class ClearDisplayMessageRequest(CsmsRequest[ClearDisplayMessageResponse]):
    """Request of ClearDisplayMessage, CSMS to station. O Display Message (Messages 1.8, O05)."""

    action: ClassVar[str] = "ClearDisplayMessage"
    _response: ClassVar[ResponseClass] = ClearDisplayMessageResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    id: WholeNumber
