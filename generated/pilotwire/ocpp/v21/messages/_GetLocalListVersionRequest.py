"""Messages of OCPP 2.1: GetLocalListVersionRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v21.datatypes import CustomDataType

__all__ = [
    "GetLocalListVersionRequest",
    "GetLocalListVersionResponse",
]


class GetLocalListVersionResponse(Response):
    """Response of GetLocalListVersion, station to CSMS. D Local Authorization List Management (Messages 1.32, D02)."""

    action: ClassVar[str] = "GetLocalListVersion"

    version_number: Annotated[WholeNumber, Field(alias="versionNumber")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class GetLocalListVersionRequest(CsmsRequest[GetLocalListVersionResponse]):
    """Request of GetLocalListVersion, CSMS to station. D Local Authorization List Management (Messages 1.32, D02)."""

    action: ClassVar[str] = "GetLocalListVersion"
    _response: ClassVar[ResponseClass] = GetLocalListVersionResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
