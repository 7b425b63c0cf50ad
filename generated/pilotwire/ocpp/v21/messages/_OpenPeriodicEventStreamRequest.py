"""Messages of OCPP 2.1: OpenPeriodicEventStreamRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.v21.datatypes import ConstantStreamDataType, CustomDataType, StatusInfoType
from pilotwire.ocpp.v21.enums import GenericStatusEnumType

__all__ = [
    "OpenPeriodicEventStreamRequest",
    "OpenPeriodicEventStreamResponse",
]


class OpenPeriodicEventStreamResponse(Response):
    """Response of OpenPeriodicEventStream, CSMS to station. N Diagnostics (Messages 1.59, N11)."""

    action: ClassVar[str] = "OpenPeriodicEventStream"

    status: GenericStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class OpenPeriodicEventStreamRequest(StationRequest[OpenPeriodicEventStreamResponse]):
    """Request of OpenPeriodicEventStream, station to CSMS. N Diagnostics (Messages 1.59, N11)."""

    action: ClassVar[str] = "OpenPeriodicEventStream"
    _response: ClassVar[ResponseClass] = OpenPeriodicEventStreamResponse

    constant_stream_data: Annotated[ConstantStreamDataType, Field(alias="constantStreamData")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
