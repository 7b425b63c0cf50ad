"""Messages of OCPP 2.1: GetPeriodicEventStreamRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import Sequence
from pilotwire.ocpp.v21.datatypes import ConstantStreamDataType, CustomDataType

__all__ = [
    "GetPeriodicEventStreamRequest",
    "GetPeriodicEventStreamResponse",
]


class GetPeriodicEventStreamResponse(Response):
    """Response of GetPeriodicEventStream, station to CSMS. N Diagnostics (Messages 1.35, N12)."""

    action: ClassVar[str] = "GetPeriodicEventStream"

    constant_stream_data: Annotated[
        Sequence[ConstantStreamDataType] | None, Field(alias="constantStreamData", min_length=1)
    ] = None
    """Elements: at least 1."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class GetPeriodicEventStreamRequest(CsmsRequest[GetPeriodicEventStreamResponse]):
    """Request of GetPeriodicEventStream, CSMS to station. N Diagnostics (Messages 1.35, N12)."""

    action: ClassVar[str] = "GetPeriodicEventStream"
    _response: ClassVar[ResponseClass] = GetPeriodicEventStreamResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
