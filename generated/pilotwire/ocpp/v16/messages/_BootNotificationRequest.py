"""Messages of OCPP 1.6 with the security extension: BootNotificationRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.scalars import Integer, Timestamp
from pilotwire.ocpp.v16.enums import RegistrationStatus

__all__ = [
    "BootNotificationRequest",
    "BootNotificationResponse",
]


class BootNotificationResponse(Response):
    """Response of BootNotification, CSMS to station. Core (4.2)."""

    action: ClassVar[str] = "BootNotification"

    status: RegistrationStatus
    current_time: Annotated[Timestamp, Field(alias="currentTime")]
    interval: Integer
    """In s."""


class BootNotificationRequest(StationRequest[BootNotificationResponse]):
    """Request of BootNotification, station to CSMS. Core (4.2)."""

    action: ClassVar[str] = "BootNotification"
    _response: ClassVar[ResponseClass] = BootNotificationResponse

    charge_point_vendor: Annotated[str, Field(alias="chargePointVendor", max_length=20)]
    """At most 20 characters."""
    charge_point_model: Annotated[str, Field(alias="chargePointModel", max_length=20)]
    """At most 20 characters."""
    charge_point_serial_number: Annotated[
        str | None, Field(alias="chargePointSerialNumber", max_length=25)
    ] = None
    """At most 25 characters."""
    charge_box_serial_number: Annotated[
        str | None, Field(alias="chargeBoxSerialNumber", max_length=25)
    ] = None
    """At most 25 characters."""
    firmware_version: Annotated[str | None, Field(alias="firmwareVersion", max_length=50)] = None
    """At most 50 characters."""
    iccid: Annotated[str | None, Field(max_length=20)] = None
    """At most 20 characters."""
    imsi: Annotated[str | None, Field(max_length=20)] = None
    """At most 20 characters."""
    meter_type: Annotated[str | None, Field(alias="meterType", max_length=25)] = None
    """At most 25 characters."""
    meter_serial_number: Annotated[str | None, Field(alias="meterSerialNumber", max_length=25)] = (
        None
    )
    """At most 25 characters."""
