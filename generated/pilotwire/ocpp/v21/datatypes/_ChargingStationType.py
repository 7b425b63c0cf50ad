"""Parts of the messages of OCPP 2.1: ChargingStationType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.v21.datatypes import CustomDataType

__all__ = [
    "ChargingStationType",
    "ModemType",
]


class ModemType(DataType):
    """Used by ChargingStationType."""

    iccid: Annotated[str | None, Field(max_length=20)] = None
    """At most 20 characters."""
    imsi: Annotated[str | None, Field(max_length=20)] = None
    """At most 20 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ChargingStationType(DataType):
    """Used by BootNotificationRequest."""

    serial_number: Annotated[str | None, Field(alias="serialNumber", max_length=25)] = None
    """At most 25 characters."""
    model: Annotated[str, Field(max_length=20)]
    """At most 20 characters."""
    modem: ModemType | None = None
    vendor_name: Annotated[str, Field(alias="vendorName", max_length=50)]
    """At most 50 characters."""
    firmware_version: Annotated[str | None, Field(alias="firmwareVersion", max_length=50)] = None
    """At most 50 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
