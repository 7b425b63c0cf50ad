"""Parts of the messages of OCPP 2.0.1: EventDataType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Boolean, Timestamp, WholeNumber
from pilotwire.ocpp.v201.datatypes import ComponentType, CustomDataType, VariableType
from pilotwire.ocpp.v201.enums import EventNotificationEnumType, EventTriggerEnumType

__all__ = [
    "EventDataType",
]


class EventDataType(DataType):
    """Used by NotifyEventRequest."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    event_id: Annotated[WholeNumber, Field(alias="eventId")]
    timestamp: Timestamp
    trigger: EventTriggerEnumType
    cause: WholeNumber | None = None
    actual_value: Annotated[str, Field(alias="actualValue", max_length=2500)]
    """At most 2500 characters."""
    tech_code: Annotated[str | None, Field(alias="techCode", max_length=50)] = None
    """At most 50 characters."""
    tech_info: Annotated[str | None, Field(alias="techInfo", max_length=500)] = None
    """At most 500 characters."""
    cleared: Boolean | None = None
    transaction_id: Annotated[str | None, Field(alias="transactionId", max_length=36)] = None
    """At most 36 characters."""
    component: ComponentType
    variable_monitoring_id: Annotated[WholeNumber | None, Field(alias="variableMonitoringId")] = (
        None
    )
    event_notification_type: Annotated[
        EventNotificationEnumType, Field(alias="eventNotificationType")
    ]
    variable: VariableType
