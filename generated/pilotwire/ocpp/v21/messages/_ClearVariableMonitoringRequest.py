"""Messages of OCPP 2.1: ClearVariableMonitoringRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import Sequence
from pilotwire.ocpp.v21.datatypes import ClearMonitoringResultType, CustomDataType, WholeNumberFrom0

__all__ = [
    "ClearVariableMonitoringRequest",
    "ClearVariableMonitoringResponse",
]


class ClearVariableMonitoringResponse(Response):
    """Response of ClearVariableMonitoring, station to CSMS. N Diagnostics (Messages 1.16, N06)."""

    action: ClassVar[str] = "ClearVariableMonitoring"

    clear_monitoring_result: Annotated[
        Sequence[ClearMonitoringResultType], Field(alias="clearMonitoringResult", min_length=1)
    ]
    """Elements: at least 1."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ClearVariableMonitoringRequest(CsmsRequest[ClearVariableMonitoringResponse]):
    """Request of ClearVariableMonitoring, CSMS to station. N Diagnostics (Messages 1.16, N06)."""

    action: ClassVar[str] = "ClearVariableMonitoring"
    _response: ClassVar[ResponseClass] = ClearVariableMonitoringResponse

    id: Annotated[Sequence[WholeNumberFrom0], Field(min_length=1)]
    """Elements: at least 1. Each: at least 0."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
