"""Messages of OCPP 1.6 with the security extension: FirmwareStatusNotificationRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import ClassVar

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.v16.enums import FirmwareStatus

__all__ = [
    "FirmwareStatusNotificationRequest",
    "FirmwareStatusNotificationResponse",
]


class FirmwareStatusNotificationResponse(Response):
    """Response of FirmwareStatusNotification, CSMS to station. Firmware Management (4.5)."""

    action: ClassVar[str] = "FirmwareStatusNotification"


class FirmwareStatusNotificationRequest(StationRequest[FirmwareStatusNotificationResponse]):
    """Request of FirmwareStatusNotification, station to CSMS. Firmware Management (4.5)."""

    action: ClassVar[str] = "FirmwareStatusNotification"
    _response: ClassVar[ResponseClass] = FirmwareStatusNotificationResponse

    status: FirmwareStatus
