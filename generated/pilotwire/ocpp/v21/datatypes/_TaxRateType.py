"""Parts of the messages of OCPP 2.1: TaxRateType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Number, WholeNumber
from pilotwire.ocpp.v21.datatypes import CustomDataType

__all__ = [
    "TaxRateType",
]


class TaxRateType(DataType):
    """Used by PriceType, TariffEnergyType, TariffFixedType, TariffTimeType."""

    type: Annotated[str, Field(max_length=20)]
    """At most 20 characters."""
    tax: Number
    """In %."""
    stack: Annotated[WholeNumber | None, Field(ge=0)] = None
    """At least 0."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
