"""Messages of OCPP 2.1: NotifyDERStartStopRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.scalars import Boolean, Sequence, Timestamp
from pilotwire.ocpp.v21.datatypes import CustomDataType, String36

__all__ = [
    "NotifyDERStartStopRequest",
    "NotifyDERStartStopResponse",
]


class NotifyDERStartStopResponse(Response):
    """Response of NotifyDERStartStop, CSMS to station. R DER Control (Messages 1.48, R04)."""

    action: ClassVar[str] = "NotifyDERStartStop"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class NotifyDERStartStopRequest(StationRequest[NotifyDERStartStopResponse]):
    """Request of NotifyDERStartStop, station to CSMS. R DER Control (Messages 1.48, R04)."""

    action: ClassVar[str] = "NotifyDERStartStop"
    _response: ClassVar[ResponseClass] = NotifyDERStartStopResponse

    control_id: Annotated[str, Field(alias="controlId", max_length=36)]
    """At most 36 characters."""
    started: Boolean
    timestamp: Timestamp
    superseded_ids: Annotated[
        Sequence[String36] | None, Field(alias="supersededIds", max_length=24, min_length=1)
    ] = None
    """Elements: 1 to 24. Each: at most 36 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
