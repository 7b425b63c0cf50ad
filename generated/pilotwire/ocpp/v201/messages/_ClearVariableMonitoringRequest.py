"""Messages of OCPP 2.0.1: ClearVariableMonitoringRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import Sequence, WholeNumber
from pilotwire.ocpp.v201.datatypes import ClearMonitoringResultType, CustomDataType

__all__ = [
    "ClearVariableMonitoringRequest",
    "ClearVariableMonitoringResponse",
]


class ClearVariableMonitoringResponse(Response):
    """Response of ClearVariableMonitoring, station to CSMS. N Diagnostics (Messages 1.10, N06)."""

    action: ClassVar[str] = "ClearVariableMonitoring"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    clear_monitoring_result: Annotated[
        Sequence[ClearMonitoringResultType], Field(alias="clearMonitoringResult", min_length=1)
    ]
    """Elements: at least 1."""


class ClearVariableMonitoringRequest(CsmsRequest[ClearVariableMonitoringResponse]):
    """Request of ClearVariableMonitoring, CSMS to station. N Diagnostics (Messages 1.10, N06)."""

    action: ClassVar[str] = "ClearVariableMonitoring"
    _response: ClassVar[ResponseClass] = ClearVariableMonitoringResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    id: Annotated[Sequence[WholeNumber], Field(min_length=1)]
    """Elements: at least 1."""
