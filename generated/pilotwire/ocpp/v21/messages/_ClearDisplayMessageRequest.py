"""Messages of OCPP 2.1: ClearDisplayMessageRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v21.datatypes import CustomDataType, StatusInfoType
from pilotwire.ocpp.v21.enums import ClearMessageStatusEnumType

__all__ = [
    "ClearDisplayMessageRequest",
    "ClearDisplayMessageResponse",
]


class ClearDisplayMessageResponse(Response):
    """Response of ClearDisplayMessage, station to CSMS. O Display Message (Messages 1.13, O05)."""

    action: ClassVar[str] = "ClearDisplayMessage"

    status: ClearMessageStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ClearDisplayMessageRequest(CsmsRequest[ClearDisplayMessageResponse]):
    """Request of ClearDisplayMessage, CSMS to station. O Display Message (Messages 1.13, O05)."""

    action: ClassVar[str] = "ClearDisplayMessage"
    _response: ClassVar[ResponseClass] = ClearDisplayMessageResponse

    id: Annotated[WholeNumber, Field(ge=0)]
    """At least 0."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
