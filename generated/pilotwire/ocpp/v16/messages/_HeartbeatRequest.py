"""Messages of OCPP 1.6 with the security extension: HeartbeatRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.scalars import Timestamp

__all__ = [
    "HeartbeatRequest",
    "HeartbeatResponse",
]


class HeartbeatResponse(Response):
    """Response of Heartbeat, CSMS to station. Core (4.6)."""

    action: ClassVar[str] = "Heartbeat"

    current_time: Annotated[Timestamp, Field(alias="currentTime")]


class HeartbeatRequest(StationRequest[HeartbeatResponse]):
    """Request of Heartbeat, station to CSMS. Core (4.6)."""

    action: ClassVar[str] = "Heartbeat"
    _response: ClassVar[ResponseClass] = HeartbeatResponse
