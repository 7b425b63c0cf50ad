"""Parts of the messages of OCPP 2.1: PriceType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Number, Sequence
from pilotwire.ocpp.v21.datatypes import CustomDataType, TaxRateType

__all__ = [
    "PriceType",
]


class PriceType(DataType):
    """Used by TariffType, TotalCostType."""

    excl_tax: Annotated[Number | None, Field(alias="exclTax")] = None
    incl_tax: Annotated[Number | None, Field(alias="inclTax")] = None
    tax_rates: Annotated[
        Sequence[TaxRateType] | None, Field(alias="taxRates", max_length=5, min_length=1)
    ] = None
    """Elements: 1 to 5."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
