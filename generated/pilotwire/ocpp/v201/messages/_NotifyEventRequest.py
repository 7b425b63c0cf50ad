"""Messages of OCPP 2.0.1: NotifyEventRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.scalars import Boolean, Sequence, Timestamp, WholeNumber
from pilotwire.ocpp.v201.datatypes import CustomDataType, EventDataType

__all__ = [
    "NotifyEventRequest",
    "NotifyEventResponse",
]


class NotifyEventResponse(Response):
    """Response of NotifyEvent, CSMS to station. N Diagnostics (Messages 1.38, N07)."""

    action: ClassVar[str] = "NotifyEvent"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class NotifyEventRequest(StationRequest[NotifyEventResponse]):
    """Request of NotifyEvent, station to CSMS. N Diagnostics (Messages 1.38, N07)."""

    action: ClassVar[str] = "NotifyEvent"
    _response: ClassVar[ResponseClass] = NotifyEventResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    generated_at: Annotated[Timestamp, Field(alias="generatedAt")]
    tbc: Boolean = False
    """False if absent."""
    seq_no: Annotated[WholeNumber, Field(alias="seqNo")]
    event_data: Annotated[Sequence[EventDataType], Field(alias="eventData", min_length=1)]
    """Elements: at least 1."""
