"""Messages of OCPP 2.1: ClearDERControlRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import Boolean
from pilotwire.ocpp.v21.datatypes import CustomDataType, StatusInfoType
from pilotwire.ocpp.v21.enums import DERControlEnumType, DERControlStatusEnumType

__all__ = [
    "ClearDERControlRequest",
    "ClearDERControlResponse",
]


class ClearDERControlResponse(Response):
    """Response of ClearDERControl, station to CSMS. R DER Control (Messages 1.12, R04)."""

    action: ClassVar[str] = "ClearDERControl"

    status: DERControlStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ClearDERControlRequest(CsmsRequest[ClearDERControlResponse]):
    """Request of ClearDERControl, CSMS to station. R DER Control (Messages 1.12, R04)."""

    action: ClassVar[str] = "ClearDERControl"
    _response: ClassVar[ResponseClass] = ClearDERControlResponse

    is_default: Annotated[Boolean, Field(alias="isDefault")]
    control_type: Annotated[DERControlEnumType | None, Field(alias="controlType")] = None
    control_id: Annotated[str | None, Field(alias="controlId", max_length=36)] = None
    """At most 36 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
