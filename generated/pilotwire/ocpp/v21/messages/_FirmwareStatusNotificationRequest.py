"""Messages of OCPP 2.1: FirmwareStatusNotificationRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v21.datatypes import CustomDataType, StatusInfoType
from pilotwire.ocpp.v21.enums import FirmwareStatusEnumType

__all__ = [
    "FirmwareStatusNotificationRequest",
    "FirmwareStatusNotificationResponse",
]


class FirmwareStatusNotificationResponse(Response):
    """Response of FirmwareStatusNotification, CSMS to station. L Firmware Management (Messages 1.22, L01)."""

    action: ClassVar[str] = "FirmwareStatusNotification"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class FirmwareStatusNotificationRequest(StationRequest[FirmwareStatusNotificationResponse]):
    """Request of FirmwareStatusNotification, station to CSMS. L Firmware Management (Messages 1.22, L01)."""

    action: ClassVar[str] = "FirmwareStatusNotification"
    _response: ClassVar[ResponseClass] = FirmwareStatusNotificationResponse

    status: FirmwareStatusEnumType
    request_id: Annotated[WholeNumber | None, Field(alias="requestId")] = None
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
