"""Messages of OCPP 2.0.1: FirmwareStatusNotificationRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v201.datatypes import CustomDataType
from pilotwire.ocpp.v201.enums import FirmwareStatusEnumType

__all__ = [
    "FirmwareStatusNotificationRequest",
    "FirmwareStatusNotificationResponse",
]


class FirmwareStatusNotificationResponse(Response):
    """Response of FirmwareStatusNotification, CSMS to station. L Firmware Management (Messages 1.15, L01)."""

    action: ClassVar[str] = "FirmwareStatusNotification"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class FirmwareStatusNotificationRequest(StationRequest[FirmwareStatusNotificationResponse]):
    """Request of FirmwareStatusNotification, station to CSMS. L Firmware Management (Messages 1.15, L01)."""

    action: ClassVar[str] = "FirmwareStatusNotification"
    _response: ClassVar[ResponseClass] = FirmwareStatusNotificationResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: FirmwareStatusEnumType
    request_id: Annotated[WholeNumber | None, Field(alias="requestId")] = None
