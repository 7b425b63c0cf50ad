"""Messages of OCPP 2.0.1: ResetRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v201.datatypes import CustomDataType, StatusInfoType
from pilotwire.ocpp.v201.enums import ResetEnumType, ResetStatusEnumType

__all__ = [
    "ResetRequest",
    "ResetResponse",
]


class ResetResponse(Response):
    """Response of Reset, station to CSMS. B Provisioning (Messages 1.48, B11)."""

    action: ClassVar[str] = "Reset"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: ResetStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class ResetRequest(CsmsRequest[ResetResponse]):
    """Request of Reset, CSMS to station. B Provisioning (Messages 1.48, B11)."""

    action: ClassVar[str] = "Reset"
    _response: ClassVar[ResponseClass] = ResetResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    type: ResetEnumType
    evse_id: Annotated[WholeNumber | None, Field(alias="evseId")] = None
