"""Messages of OCPP 1.6 with the security extension: DiagnosticsStatusNotificationRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import ClassVar

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.v16.enums import DiagnosticsStatus

__all__ = [
    "DiagnosticsStatusNotificationRequest",
    "DiagnosticsStatusNotificationResponse",
]


class DiagnosticsStatusNotificationResponse(Response):
    """Response of DiagnosticsStatusNotification, CSMS to station. Firmware Management (4.4)."""

    action: ClassVar[str] = "DiagnosticsStatusNotification"


class DiagnosticsStatusNotificationRequest(StationRequest[DiagnosticsStatusNotificationResponse]):
    """Request of DiagnosticsStatusNotification, station to CSMS. Firmware Management (4.4)."""

    action: ClassVar[str] = "DiagnosticsStatusNotification"
    _response: ClassVar[ResponseClass] = DiagnosticsStatusNotificationResponse

    status: DiagnosticsStatus
