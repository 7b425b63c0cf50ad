"""Messages of OCPP 2.0.1: GetLocalListVersionRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v201.datatypes import CustomDataType

__all__ = [
    "GetLocalListVersionRequest",
    "GetLocalListVersionResponse",
]


class GetLocalListVersionResponse(Response):
    """Response of GetLocalListVersion, station to CSMS. D Local Authorization List Management (Messages 1.23, D02)."""

    action: ClassVar[str] = "GetLocalListVersion"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    version_number: Annotated[WholeNumber, Field(alias="versionNumber")]


class GetLocalListVersionRequest(CsmsRequest[GetLocalListVersionResponse]):
    """Request of GetLocalListVersion, CSMS to station. D Local Authorization List Management (Messages 1.23, D02)."""

    action: ClassVar[str] = "GetLocalListVersion"
    _response: ClassVar[ResponseClass] = GetLocalListVersionResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
