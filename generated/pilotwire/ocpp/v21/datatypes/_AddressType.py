"""Parts of the messages of OCPP 2.1: AddressType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.v21.datatypes import CustomDataType

__all__ = [
    "AddressType",
]


class AddressType(DataType):
    """Used by NotifySettlementRequest, VatNumberValidationResponse."""

    name: Annotated[str, Field(max_length=50)]
    """At most 50 characters."""
    address1: Annotated[str, Field(max_length=100)]
    """At most 100 characters."""
    address2: Annotated[str | None, Field(max_length=100)] = None
    """At most 100 characters."""
    city: Annotated[str, Field(max_length=100)]
    """At most 100 characters."""
    postal_code: Annotated[str | None, Field(alias="postalCode", max_length=20)] = None
    """At most 20 characters."""
    country: Annotated[str, Field(max_length=50)]
    """At most 50 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
