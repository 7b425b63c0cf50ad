"""Messages of OCPP 2.1: GetDERControlRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import Boolean, WholeNumber
from pilotwire.ocpp.v21.datatypes import CustomDataType, StatusInfoType
from pilotwire.ocpp.v21.enums import DERControlEnumType, DERControlStatusEnumType

__all__ = [
    "GetDERControlRequest",
    "GetDERControlResponse",
]


class GetDERControlResponse(Response):
    """Response of GetDERControl, station to CSMS. R DER Control (Messages 1.29, R04)."""

    action: ClassVar[str] = "GetDERControl"

    status: DERControlStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class GetDERControlRequest(CsmsRequest[GetDERControlResponse]):
    """Request of GetDERControl, CSMS to station. R DER Control (Messages 1.29, R04)."""

    action: ClassVar[str] = "GetDERControl"
    _response: ClassVar[ResponseClass] = GetDERControlResponse

    request_id: Annotated[WholeNumber, Field(alias="requestId")]
    is_default: Annotated[Boolean | None, Field(alias="isDefault")] = None
    control_type: Annotated[DERControlEnumType | None, Field(alias="controlType")] = None
    control_id: Annotated[str | None, Field(alias="controlId", max_length=36)] = None
    """At most 36 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
