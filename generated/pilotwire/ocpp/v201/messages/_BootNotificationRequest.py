"""Messages of OCPP 2.0.1: BootNotificationRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.scalars import Timestamp, WholeNumber
from pilotwire.ocpp.v201.datatypes import ChargingStationType, CustomDataType, StatusInfoType
from pilotwire.ocpp.v201.enums import BootReasonEnumType, RegistrationStatusEnumType

__all__ = [
    "BootNotificationRequest",
    "BootNotificationResponse",
]


class BootNotificationResponse(Response):
    """Response of BootNotification, CSMS to station. B Provisioning (Messages 1.2, B01)."""

    action: ClassVar[str] = "BootNotification"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    current_time: Annotated[Timestamp, Field(alias="currentTime")]
    interval: WholeNumber
    """In s."""
    status: RegistrationStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class BootNotificationRequest(StationRequest[BootNotificationResponse]):
    """Request of BootNotification, station to CSMS. B Provisioning (Messages 1.2, B01)."""

    action: ClassVar[str] = "BootNotification"
    _response: ClassVar[ResponseClass] = BootNotificationResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    charging_station: Annotated[ChargingStationType, Field(alias="chargingStation")]
    reason: BootReasonEnumType
