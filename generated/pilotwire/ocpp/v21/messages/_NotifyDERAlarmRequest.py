"""Messages of OCPP 2.1: NotifyDERAlarmRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.scalars import Boolean, Timestamp
from pilotwire.ocpp.v21.datatypes import CustomDataType
from pilotwire.ocpp.v21.enums import DERControlEnumType, GridEventFaultEnumType

__all__ = [
    "NotifyDERAlarmRequest",
    "NotifyDERAlarmResponse",
]


class NotifyDERAlarmResponse(Response):
    """Response of NotifyDERAlarm, CSMS to station. R DER Control (Messages 1.47, R05)."""

    action: ClassVar[str] = "NotifyDERAlarm"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class NotifyDERAlarmRequest(StationRequest[NotifyDERAlarmResponse]):
    """Request of NotifyDERAlarm, station to CSMS. R DER Control (Messages 1.47, R05)."""

    action: ClassVar[str] = "NotifyDERAlarm"
    _response: ClassVar[ResponseClass] = NotifyDERAlarmResponse

    control_type: Annotated[DERControlEnumType, Field(alias="controlType")]
    grid_event_fault: Annotated[GridEventFaultEnumType | None, Field(alias="gridEventFault")] = None
    alarm_ended: Annotated[Boolean | None, Field(alias="alarmEnded")] = None
    timestamp: Timestamp
    extra_info: Annotated[str | None, Field(alias="extraInfo", max_length=200)] = None
    """At most 200 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
