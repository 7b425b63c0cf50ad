"""Messages of OCPP 2.0.1: GetReportRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import Sequence, WholeNumber
from pilotwire.ocpp.v201.datatypes import ComponentVariableType, CustomDataType, StatusInfoType
from pilotwire.ocpp.v201.enums import ComponentCriterionEnumType, GenericDeviceModelStatusEnumType

__all__ = [
    "GetReportRequest",
    "GetReportResponse",
]


class GetReportResponse(Response):
    """Response of GetReport, station to CSMS. B Provisioning (Messages 1.26, B08)."""

    action: ClassVar[str] = "GetReport"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: GenericDeviceModelStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class GetReportRequest(CsmsRequest[GetReportResponse]):
    """Request of GetReport, CSMS to station. B Provisioning (Messages 1.26, B08)."""

    action: ClassVar[str] = "GetReport"
    _response: ClassVar[ResponseClass] = GetReportResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    component_variable: Annotated[
        Sequence[ComponentVariableType] | None, Field(alias="componentVariable", min_length=1)
    ] = None
    """Elements: at least 1."""
    request_id: Annotated[WholeNumber, Field(alias="requestId")]
    component_criteria: Annotated[
        Sequence[ComponentCriterionEnumType] | None,
        Field(alias="componentCriteria", max_length=4, min_length=1),
    ] = None
    """Elements: 1 to 4."""
