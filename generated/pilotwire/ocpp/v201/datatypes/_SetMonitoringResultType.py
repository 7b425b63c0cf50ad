"""Parts of the messages of OCPP 2.0.1: SetMonitoringResultType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v201.datatypes import (
    ComponentType,
    CustomDataType,
    StatusInfoType,
    VariableType,
)
from pilotwire.ocpp.v201.enums import MonitorEnumType, SetMonitoringStatusEnumType

__all__ = [
    "SetMonitoringResultType",
]


class SetMonitoringResultType(DataType):
    """Used by SetVariableMonitoringResponse."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    id: WholeNumber | None = None
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    status: SetMonitoringStatusEnumType
    type: MonitorEnumType
    component: ComponentType
    variable: VariableType
    severity: WholeNumber
