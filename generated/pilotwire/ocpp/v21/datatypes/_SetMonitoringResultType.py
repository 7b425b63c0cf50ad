"""Parts of the messages of OCPP 2.1: SetMonitoringResultType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v21.datatypes import ComponentType, CustomDataType, StatusInfoType, VariableType
from pilotwire.ocpp.v21.enums import MonitorEnumType, SetMonitoringStatusEnumType

__all__ = [
    "SetMonitoringResultType",
]


class SetMonitoringResultType(DataType):
    """Used by SetVariableMonitoringResponse."""

    id: Annotated[WholeNumber | None, Field(ge=0)] = None
    """At least 0."""
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    status: SetMonitoringStatusEnumType
    type: MonitorEnumType
    component: ComponentType
    variable: VariableType
    severity: Annotated[WholeNumber, Field(ge=0)]
    """At least 0."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
