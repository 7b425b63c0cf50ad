"""Messages of OCPP 2.1: AdjustPeriodicEventStreamRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v21.datatypes import (
    CustomDataType,
    PeriodicEventStreamParamsType,
    StatusInfoType,
)
from pilotwire.ocpp.v21.enums import GenericStatusEnumType

__all__ = [
    "AdjustPeriodicEventStreamRequest",
    "AdjustPeriodicEventStreamResponse",
]


class AdjustPeriodicEventStreamResponse(Response):
    """Response of AdjustPeriodicEventStream, station to CSMS. N Diagnostics (Messages 1.1, N14)."""

    action: ClassVar[str] = "AdjustPeriodicEventStream"

    status: GenericStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class AdjustPeriodicEventStreamRequest(CsmsRequest[AdjustPeriodicEventStreamResponse]):
    """Request of AdjustPeriodicEventStream, CSMS to station. N Diagnostics (Messages 1.1, N14)."""

    action: ClassVar[str] = "AdjustPeriodicEventStream"
    _response: ClassVar[ResponseClass] = AdjustPeriodicEventStreamResponse

    id: Annotated[WholeNumber, Field(ge=0)]
    """At least 0."""
    params: PeriodicEventStreamParamsType
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
