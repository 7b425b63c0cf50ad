"""Messages of OCPP 1.6 with the security extension: GetLocalListVersionRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import Integer

__all__ = [
    "GetLocalListVersionRequest",
    "GetLocalListVersionResponse",
]


class GetLocalListVersionResponse(Response):
    """Response of GetLocalListVersion, station to CSMS. Local Auth List Management (5.10)."""

    action: ClassVar[str] = "GetLocalListVersion"

    list_version: Annotated[Integer, Field(alias="listVersion")]


class GetLocalListVersionRequest(CsmsRequest[GetLocalListVersionResponse]):
    """Request of GetLocalListVersion, CSMS to station. Local Auth List Management (5.10)."""

    action: ClassVar[str] = "GetLocalListVersion"
    _response: ClassVar[ResponseClass] = GetLocalListVersionResponse
