"""Messages of OCPP 2.0.1: HeartbeatRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.scalars import Timestamp
from pilotwire.ocpp.v201.datatypes import CustomDataType

__all__ = [
    "HeartbeatRequest",
    "HeartbeatResponse",
]


class HeartbeatResponse(Response):
    """Response of Heartbeat, CSMS to station. G Availability (Messages 1.29, G02)."""

    action: ClassVar[str] = "Heartbeat"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    current_time: Annotated[Timestamp, Field(alias="currentTime")]


class HeartbeatRequest(StationRequest[HeartbeatResponse]):
    """Request of Heartbeat, station to CSMS. G Availability (Messages 1.29, G02)."""

    action: ClassVar[str] = "Heartbeat"
    _response: ClassVar[ResponseClass] = HeartbeatResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
