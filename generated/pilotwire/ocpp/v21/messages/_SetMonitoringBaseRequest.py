"""Messages of OCPP 2.1: SetMonitoringBaseRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.v21.datatypes import CustomDataType, StatusInfoType
from pilotwire.ocpp.v21.enums import GenericDeviceModelStatusEnumType, MonitoringBaseEnumType

__all__ = [
    "SetMonitoringBaseRequest",
    "SetMonitoringBaseResponse",
]


class SetMonitoringBaseResponse(Response):
    """Response of SetMonitoringBase, station to CSMS. N Diagnostics (Messages 1.77, N03)."""

    action: ClassVar[str] = "SetMonitoringBase"

    status: GenericDeviceModelStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class SetMonitoringBaseRequest(CsmsRequest[SetMonitoringBaseResponse]):
    """Request of SetMonitoringBase, CSMS to station. N Diagnostics (Messages 1.77, N03)."""

    action: ClassVar[str] = "SetMonitoringBase"
    _response: ClassVar[ResponseClass] = SetMonitoringBaseResponse

    monitoring_base: Annotated[MonitoringBaseEnumType, Field(alias="monitoringBase")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
