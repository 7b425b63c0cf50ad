"""Messages of OCPP 1.6 with the security extension: ResetRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import ClassVar

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.v16.enums import ResetStatus, ResetType

__all__ = [
    "ResetRequest",
    "ResetResponse",
]


class ResetResponse(Response):
    """Response of Reset, station to CSMS. Core (5.14)."""

    action: ClassVar[str] = "Reset"

    status: ResetStatus


class ResetRequest(CsmsRequest[ResetResponse]):
    """Request of Reset, CSMS to station. Core (5.14)."""

    action: ClassVar[str] = "Reset"
    _response: ClassVar[ResponseClass] = ResetResponse

    type: ResetType
