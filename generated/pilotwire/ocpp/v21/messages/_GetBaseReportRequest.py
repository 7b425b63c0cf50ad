"""Messages of OCPP 2.1: GetBaseReportRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v21.datatypes import CustomDataType, StatusInfoType
from pilotwire.ocpp.v21.enums import GenericDeviceModelStatusEnumType, ReportBaseEnumType

__all__ = [
    "GetBaseReportRequest",
    "GetBaseReportResponse",
]


class GetBaseReportResponse(Response):
    """Response of GetBaseReport, station to CSMS. B Provisioning (Messages 1.24, B07)."""

    action: ClassVar[str] = "GetBaseReport"

    status: GenericDeviceModelStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class GetBaseReportRequest(CsmsRequest[GetBaseReportResponse]):
    """Request of GetBaseReport, CSMS to station. B Provisioning (Messages 1.24, B07)."""

    action: ClassVar[str] = "GetBaseReport"
    _response: ClassVar[ResponseClass] = GetBaseReportResponse

    request_id: Annotated[WholeNumber, Field(alias="requestId")]
    report_base: Annotated[ReportBaseEnumType, Field(alias="reportBase")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
