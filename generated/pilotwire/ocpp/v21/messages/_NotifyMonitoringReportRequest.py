"""Messages of OCPP 2.1: NotifyMonitoringReportRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.scalars import Boolean, Sequence, Timestamp, WholeNumber
from pilotwire.ocpp.v21.datatypes import CustomDataType, MonitoringDataType

__all__ = [
    "NotifyMonitoringReportRequest",
    "NotifyMonitoringReportResponse",
]


class NotifyMonitoringReportResponse(Response):
    """Response of NotifyMonitoringReport, CSMS to station. N Diagnostics (Messages 1.53, N02)."""

    action: ClassVar[str] = "NotifyMonitoringReport"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class NotifyMonitoringReportRequest(StationRequest[NotifyMonitoringReportResponse]):
    """Request of NotifyMonitoringReport, station to CSMS. N Diagnostics (Messages 1.53, N02)."""

    action: ClassVar[str] = "NotifyMonitoringReport"
    _response: ClassVar[ResponseClass] = NotifyMonitoringReportResponse

    monitor: Annotated[Sequence[MonitoringDataType] | None, Field(min_length=1)] = None
    """Elements: at least 1."""
    request_id: Annotated[WholeNumber, Field(alias="requestId")]
    tbc: Boolean = False
    """False if absent."""
    seq_no: Annotated[WholeNumber, Field(alias="seqNo", ge=0)]
    """At least 0."""
    generated_at: Annotated[Timestamp, Field(alias="generatedAt")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
