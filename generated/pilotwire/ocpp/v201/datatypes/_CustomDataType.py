"""Parts of the messages of OCPP 2.0.1: CustomDataType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import ExtensibleDataType

__all__ = [
    "CustomDataType",
]


class CustomDataType(ExtensibleDataType):
    """Used by ACChargingParametersType, APNType, AdditionalInfoType and 179 others."""

    vendor_id: Annotated[str, Field(alias="vendorId", max_length=255)]
    """At most 255 characters."""
