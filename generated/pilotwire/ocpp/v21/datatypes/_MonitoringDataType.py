"""Parts of the messages of OCPP 2.1: MonitoringDataType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Boolean, Number, Sequence, WholeNumber
from pilotwire.ocpp.v21.datatypes import ComponentType, CustomDataType, VariableType
from pilotwire.ocpp.v21.enums import EventNotificationEnumType, MonitorEnumType

__all__ = [
    "MonitoringDataType",
    "VariableMonitoringType",
]


class VariableMonitoringType(DataType):
    """Used by MonitoringDataType."""

    id: Annotated[WholeNumber, Field(ge=0)]
    """At least 0."""
    transaction: Boolean
    value: Number
    type: MonitorEnumType
    severity: Annotated[WholeNumber, Field(ge=0)]
    """At least 0."""
    event_notification_type: Annotated[
        EventNotificationEnumType, Field(alias="eventNotificationType")
    ]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class MonitoringDataType(DataType):
    """Used by NotifyMonitoringReportRequest."""

    component: ComponentType
    variable: VariableType
    variable_monitoring: Annotated[
        Sequence[VariableMonitoringType], Field(alias="variableMonitoring", min_length=1)
    ]
    """Elements: at least 1."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
