"""Messages of OCPP 2.1: PublishFirmwareStatusNotificationRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.scalars import Sequence, WholeNumber
from pilotwire.ocpp.v21.datatypes import CustomDataType, StatusInfoType, String2000
from pilotwire.ocpp.v21.enums import PublishFirmwareStatusEnumType

__all__ = [
    "PublishFirmwareStatusNotificationRequest",
    "PublishFirmwareStatusNotificationResponse",
]


class PublishFirmwareStatusNotificationResponse(Response):
    """Response of PublishFirmwareStatusNotification, CSMS to station. L Firmware Management (Messages 1.61, L03)."""

    action: ClassVar[str] = "PublishFirmwareStatusNotification"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class PublishFirmwareStatusNotificationRequest(
    StationRequest[PublishFirmwareStatusNotificationResponse]
):
    """Request of PublishFirmwareStatusNotification, station to CSMS. L Firmware Management (Messages 1.61, L03)."""

    action: ClassVar[str] = "PublishFirmwareStatusNotification"
    _response: ClassVar[ResponseClass] = PublishFirmwareStatusNotificationResponse

    status: PublishFirmwareStatusEnumType
    location: Annotated[Sequence[String2000] | None, Field(min_length=1)] = None
    """Elements: at least 1. Each: at most 2000 characters."""
    request_id: Annotated[WholeNumber | None, Field(alias="requestId", ge=0)] = None
    """At least 0."""
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
