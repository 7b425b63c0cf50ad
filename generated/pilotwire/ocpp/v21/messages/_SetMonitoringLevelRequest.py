"""Messages of OCPP 2.1: SetMonitoringLevelRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v21.datatypes import CustomDataType, StatusInfoType
from pilotwire.ocpp.v21.enums import GenericStatusEnumType

__all__ = [
    "SetMonitoringLevelRequest",
    "SetMonitoringLevelResponse",
]


class SetMonitoringLevelResponse(Response):
    """Response of SetMonitoringLevel, station to CSMS. N Diagnostics (Messages 1.78, N05)."""

    action: ClassVar[str] = "SetMonitoringLevel"

    status: GenericStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class SetMonitoringLevelRequest(CsmsRequest[SetMonitoringLevelResponse]):
    """Request of SetMonitoringLevel, CSMS to station. N Diagnostics (Messages 1.78, N05)."""

    action: ClassVar[str] = "SetMonitoringLevel"
    _response: ClassVar[ResponseClass] = SetMonitoringLevelResponse

    severity: Annotated[WholeNumber, Field(ge=0)]
    """At least 0."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
