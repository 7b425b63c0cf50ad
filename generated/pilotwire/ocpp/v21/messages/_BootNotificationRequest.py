"""Messages of OCPP 2.1: BootNotificationRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.scalars import Timestamp, WholeNumber
from pilotwire.ocpp.v21.datatypes import ChargingStationType, CustomDataType, StatusInfoType
from pilotwire.ocpp.v21.enums import BootReasonEnumType, RegistrationStatusEnumType

__all__ = [
    "BootNotificationRequest",
    "BootNotificationResponse",
]


class BootNotificationResponse(Response):
    """Response of BootNotification, CSMS to station. B Provisioning (Messages 1.5, B01)."""

    action: ClassVar[str] = "BootNotification"

    current_time: Annotated[Timestamp, Field(alias="currentTime")]
    interval: WholeNumber
    """In s."""
    status: RegistrationStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class BootNotificationRequest(StationRequest[BootNotificationResponse]):
    """Request of BootNotification, station to CSMS. B Provisioning (Messages 1.5, B01)."""

    action: ClassVar[str] = "BootNotification"
    _response: ClassVar[ResponseClass] = BootNotificationResponse

    charging_station: Annotated[ChargingStationType, Field(alias="chargingStation")]
    reason: BootReasonEnumType
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
