"""Messages of OCPP 2.1: ClosePeriodicEventStreamRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v21.datatypes import CustomDataType

__all__ = [
    "ClosePeriodicEventStreamRequest",
    "ClosePeriodicEventStreamResponse",
]


class ClosePeriodicEventStreamResponse(Response):
    """Response of ClosePeriodicEventStream, CSMS to station. N Diagnostics (Messages 1.17, N13)."""

    action: ClassVar[str] = "ClosePeriodicEventStream"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ClosePeriodicEventStreamRequest(StationRequest[ClosePeriodicEventStreamResponse]):
    """Request of ClosePeriodicEventStream, station to CSMS. N Diagnostics (Messages 1.17, N13)."""

    action: ClassVar[str] = "ClosePeriodicEventStream"
    _response: ClassVar[ResponseClass] = ClosePeriodicEventStreamResponse

    id: Annotated[WholeNumber, Field(ge=0)]
    """At least 0."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
