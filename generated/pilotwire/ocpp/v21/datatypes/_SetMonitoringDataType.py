"""Parts of the messages of OCPP 2.1: SetMonitoringDataType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Boolean, Number, WholeNumber
from pilotwire.ocpp.v21.datatypes import (
    ComponentType,
    CustomDataType,
    PeriodicEventStreamParamsType,
    VariableType,
)
from pilotwire.ocpp.v21.enums import MonitorEnumType

__all__ = [
    "SetMonitoringDataType",
]


class SetMonitoringDataType(DataType):
    """Used by SetVariableMonitoringRequest."""

    id: Annotated[WholeNumber | None, Field(ge=0)] = None
    """At least 0."""
    periodic_event_stream: Annotated[
        PeriodicEventStreamParamsType | None, Field(alias="periodicEventStream")
    ] = None
    transaction: Boolean = False
    """False if absent."""
    value: Number
    type: MonitorEnumType
    severity: Annotated[WholeNumber, Field(ge=0)]
    """At least 0."""
    component: ComponentType
    variable: VariableType
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
