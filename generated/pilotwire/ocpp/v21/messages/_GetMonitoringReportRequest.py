"""Messages of OCPP 2.1: GetMonitoringReportRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import Sequence, WholeNumber
from pilotwire.ocpp.v21.datatypes import ComponentVariableType, CustomDataType, StatusInfoType
from pilotwire.ocpp.v21.enums import GenericDeviceModelStatusEnumType, MonitoringCriterionEnumType

__all__ = [
    "GetMonitoringReportRequest",
    "GetMonitoringReportResponse",
]


class GetMonitoringReportResponse(Response):
    """Response of GetMonitoringReport, station to CSMS. N Diagnostics (Messages 1.34, N02)."""

    action: ClassVar[str] = "GetMonitoringReport"

    status: GenericDeviceModelStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class GetMonitoringReportRequest(CsmsRequest[GetMonitoringReportResponse]):
    """Request of GetMonitoringReport, CSMS to station. N Diagnostics (Messages 1.34, N02)."""

    action: ClassVar[str] = "GetMonitoringReport"
    _response: ClassVar[ResponseClass] = GetMonitoringReportResponse

    component_variable: Annotated[
        Sequence[ComponentVariableType] | None, Field(alias="componentVariable", min_length=1)
    ] = None
    """Elements: at least 1."""
    request_id: Annotated[WholeNumber, Field(alias="requestId")]
    monitoring_criteria: Annotated[
        Sequence[MonitoringCriterionEnumType] | None,
        Field(alias="monitoringCriteria", max_length=3, min_length=1),
    ] = None
    """Elements: 1 to 3."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
