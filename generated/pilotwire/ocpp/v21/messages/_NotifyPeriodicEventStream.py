"""Messages of OCPP 2.1: NotifyPeriodicEventStream.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Send
from pilotwire.ocpp.scalars import Sequence, Timestamp, WholeNumber
from pilotwire.ocpp.v21.datatypes import CustomDataType, StreamDataElementType

__all__ = [
    "NotifyPeriodicEventStream",
]


class NotifyPeriodicEventStream(Send):
    """Message of NotifyPeriodicEventStream, station to CSMS. N Diagnostics (Messages 1.54, N15)."""

    action: ClassVar[str] = "NotifyPeriodicEventStream"

    data: Annotated[Sequence[StreamDataElementType], Field(min_length=1)]
    """Elements: at least 1."""
    id: Annotated[WholeNumber, Field(ge=0)]
    """At least 0."""
    pending: Annotated[WholeNumber, Field(ge=0)]
    """At least 0."""
    basetime: Timestamp
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
