"""Parts of the messages of OCPP 2.1: RationalNumberType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v21.datatypes import CustomDataType

__all__ = [
    "RationalNumberType",
]


class RationalNumberType(DataType):
    """Used by AbsolutePriceScheduleType, AdditionalSelectedServicesType and 4 others."""

    exponent: WholeNumber
    value: WholeNumber
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
