"""Messages of OCPP 1.6 with the security extension: SignedFirmwareStatusNotificationRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v16.enums import FirmwareStatusEnumType

__all__ = [
    "SignedFirmwareStatusNotificationRequest",
    "SignedFirmwareStatusNotificationResponse",
]


class SignedFirmwareStatusNotificationResponse(Response):
    """Response of SignedFirmwareStatusNotification, CSMS to station. Security (white paper 5.19)."""

    action: ClassVar[str] = "SignedFirmwareStatusNotification"


class SignedFirmwareStatusNotificationRequest(
    StationRequest[SignedFirmwareStatusNotificationResponse]
):
    """Request of SignedFirmwareStatusNotification, station to CSMS. Security (white paper 5.19)."""

    action: ClassVar[str] = "SignedFirmwareStatusNotification"
    _response: ClassVar[ResponseClass] = SignedFirmwareStatusNotificationResponse

    status: FirmwareStatusEnumType
    request_id: Annotated[WholeNumber | None, Field(alias="requestId")] = None
