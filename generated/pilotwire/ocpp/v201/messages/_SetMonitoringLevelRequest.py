"""Messages of OCPP 2.0.1: SetMonitoringLevelRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v201.datatypes import CustomDataType, StatusInfoType
from pilotwire.ocpp.v201.enums import GenericStatusEnumType

__all__ = [
    "SetMonitoringLevelRequest",
    "SetMonitoringLevelResponse",
]


class SetMonitoringLevelResponse(Response):
    """Response of SetMonitoringLevel, station to CSMS. N Diagnostics (Messages 1.54, N05)."""

    action: ClassVar[str] = "SetMonitoringLevel"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: GenericStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class SetMonitoringLevelRequest(CsmsRequest[SetMonitoringLevelResponse]):
    """Request of SetMonitoringLevel, CSMS to station. N Diagnostics (Messages 1.54, N05)."""

    action: ClassVar[str] = "SetMonitoringLevel"
    _response: ClassVar[ResponseClass] = SetMonitoringLevelResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    severity: WholeNumber
