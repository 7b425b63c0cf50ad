"""Messages of OCPP 1.6 with the security extension: ClearCacheRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import ClassVar

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.v16.enums import ClearCacheStatus

__all__ = [
    "ClearCacheRequest",
    "ClearCacheResponse",
]


class ClearCacheResponse(Response):
    """Response of ClearCache, station to CSMS. Core (5.4)."""

    action: ClassVar[str] = "ClearCache"

    status: ClearCacheStatus


class ClearCacheRequest(CsmsRequest[ClearCacheResponse]):
    """Request of ClearCache, CSMS to station. Core (5.4)."""

    action: ClassVar[str] = "ClearCache"
    _response: ClassVar[ResponseClass] = ClearCacheResponse
