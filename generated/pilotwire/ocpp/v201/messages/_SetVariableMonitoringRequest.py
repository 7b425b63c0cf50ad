"""Messages of OCPP 2.0.1: SetVariableMonitoringRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import Sequence
from pilotwire.ocpp.v201.datatypes import (
    CustomDataType,
    SetMonitoringDataType,
    SetMonitoringResultType,
)

__all__ = [
    "SetVariableMonitoringRequest",
    "SetVariableMonitoringResponse",
]


class SetVariableMonitoringResponse(Response):
    """Response of SetVariableMonitoring, station to CSMS. N Diagnostics (Messages 1.56, N04)."""

    action: ClassVar[str] = "SetVariableMonitoring"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    set_monitoring_result: Annotated[
        Sequence[SetMonitoringResultType], Field(alias="setMonitoringResult", min_length=1)
    ]
    """Elements: at least 1."""


class SetVariableMonitoringRequest(CsmsRequest[SetVariableMonitoringResponse]):
    """Request of SetVariableMonitoring, CSMS to station. N Diagnostics (Messages 1.56, N04)."""

    action: ClassVar[str] = "SetVariableMonitoring"
    _response: ClassVar[ResponseClass] = SetVariableMonitoringResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    set_monitoring_data: Annotated[
        Sequence[SetMonitoringDataType], Field(alias="setMonitoringData", min_length=1)
    ]
    """Elements: at least 1."""
