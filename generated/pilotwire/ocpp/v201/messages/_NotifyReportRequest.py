"""Messages of OCPP 2.0.1: NotifyReportRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.scalars import Boolean, Sequence, Timestamp, WholeNumber
from pilotwire.ocpp.v201.datatypes import CustomDataType, ReportDataType

__all__ = [
    "NotifyReportRequest",
    "NotifyReportResponse",
]


class NotifyReportResponse(Response):
    """Response of NotifyReport, CSMS to station. B Provisioning (Messages 1.40, B07)."""

    action: ClassVar[str] = "NotifyReport"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class NotifyReportRequest(StationRequest[NotifyReportResponse]):
    """Request of NotifyReport, station to CSMS. B Provisioning (Messages 1.40, B07)."""

    action: ClassVar[str] = "NotifyReport"
    _response: ClassVar[ResponseClass] = NotifyReportResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    request_id: Annotated[WholeNumber, Field(alias="requestId")]
    generated_at: Annotated[Timestamp, Field(alias="generatedAt")]
    report_data: Annotated[
        Sequence[ReportDataType] | None, Field(alias="reportData", min_length=1)
    ] = None
    """Elements: at least 1."""
    tbc: Boolean = False
    """False if absent."""
    seq_no: Annotated[WholeNumber, Field(alias="seqNo")]
