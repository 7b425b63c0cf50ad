"""Parts of the messages of OCPP 2.0.1: MonitoringDataType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Boolean, Number, Sequence, WholeNumber
from pilotwire.ocpp.v201.datatypes import ComponentType, CustomDataType, VariableType
from pilotwire.ocpp.v201.enums import MonitorEnumType

__all__ = [
    "MonitoringDataType",
    "VariableMonitoringType",
]


class VariableMonitoringType(DataType):
    """Used by MonitoringDataType."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    id: WholeNumber
    transaction: Boolean
    value: Number
    type: MonitorEnumType
    severity: WholeNumber


class MonitoringDataType(DataType):
    """Used by NotifyMonitoringReportRequest."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    component: ComponentType
    variable: VariableType
    variable_monitoring: Annotated[
        Sequence[VariableMonitoringType], Field(alias="variableMonitoring", min_length=1)
    ]
    """Elements: at least 1."""
