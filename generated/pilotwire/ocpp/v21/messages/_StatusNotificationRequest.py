"""Messages of OCPP 2.1: StatusNotificationRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.scalars import Timestamp, WholeNumber
from pilotwire.ocpp.v21.datatypes import CustomDataType
from pilotwire.ocpp.v21.enums import ConnectorStatusEnumType

__all__ = [
    "StatusNotificationRequest",
    "StatusNotificationResponse",
]


class StatusNotificationResponse(Response):
    """Response of StatusNotification, CSMS to station. G Availability (Messages 1.83, G01)."""

    action: ClassVar[str] = "StatusNotification"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class StatusNotificationRequest(StationRequest[StatusNotificationResponse]):
    """Request of StatusNotification, station to CSMS. G Availability (Messages 1.83, G01)."""

    action: ClassVar[str] = "StatusNotification"
    _response: ClassVar[ResponseClass] = StatusNotificationResponse

    timestamp: Timestamp
    connector_status: Annotated[ConnectorStatusEnumType, Field(alias="connectorStatus")]
    evse_id: Annotated[WholeNumber, Field(alias="evseId", ge=0)]
    """At least 0."""
    connector_id: Annotated[WholeNumber, Field(alias="connectorId", ge=0)]
    """At least 0."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
