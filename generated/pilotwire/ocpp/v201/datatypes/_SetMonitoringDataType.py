"""Parts of the messages of OCPP 2.0.1: SetMonitoringDataType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Boolean, Number, WholeNumber
from pilotwire.ocpp.v201.datatypes import ComponentType, CustomDataType, VariableType
from pilotwire.ocpp.v201.enums import MonitorEnumType

__all__ = [
    "SetMonitoringDataType",
]


class SetMonitoringDataType(DataType):
    """Used by SetVariableMonitoringRequest."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    id: WholeNumber | None = None
    transaction: Boolean = False
    """False if absent."""
    value: Number
    type: MonitorEnumType
    severity: WholeNumber
    component: ComponentType
    variable: VariableType
