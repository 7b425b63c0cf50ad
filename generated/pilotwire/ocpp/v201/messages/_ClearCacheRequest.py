"""Messages of OCPP 2.0.1: ClearCacheRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.v201.datatypes import CustomDataType, StatusInfoType
from pilotwire.ocpp.v201.enums import ClearCacheStatusEnumType

__all__ = [
    "ClearCacheRequest",
    "ClearCacheResponse",
]


class ClearCacheResponse(Response):
    """Response of ClearCache, station to CSMS. C Authorization (Messages 1.6, C11)."""

    action: ClassVar[str] = "ClearCache"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: ClearCacheStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class ClearCacheRequest(CsmsRequest[ClearCacheResponse]):
    """Request of ClearCache, CSMS to station. C Authorization (Messages 1.6, C11)."""

    action: ClassVar[str] = "ClearCache"
    _response: ClassVar[ResponseClass] = ClearCacheResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
