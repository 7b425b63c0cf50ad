"""Parts of the messages of OCPP 2.1: BatteryDataType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Number, Timestamp, WholeNumber
from pilotwire.ocpp.v21.datatypes import CustomDataType

__all__ = [
    "BatteryDataType",
]


class BatteryDataType(DataType):
    """Used by BatterySwapRequest."""

    evse_id: Annotated[WholeNumber, Field(alias="evseId", ge=0)]
    """At least 0."""
    serial_number: Annotated[str, Field(alias="serialNumber", max_length=50)]
    """At most 50 characters."""
    so_c: Annotated[Number, Field(alias="soC", ge=0, le=100)]
    """0 to 100."""
    so_h: Annotated[Number, Field(alias="soH", ge=0, le=100)]
    """0 to 100."""
    production_date: Annotated[Timestamp | None, Field(alias="productionDate")] = None
    vendor_info: Annotated[str | None, Field(alias="vendorInfo", max_length=500)] = None
    """At most 500 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
