"""Parts of the messages of OCPP 2.1: TransactionLimitType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Number, WholeNumber
from pilotwire.ocpp.v21.datatypes import CustomDataType

__all__ = [
    "TransactionLimitType",
]


class TransactionLimitType(DataType):
    """Used by TransactionEventResponse, TransactionType."""

    max_cost: Annotated[Number | None, Field(alias="maxCost")] = None
    max_energy: Annotated[Number | None, Field(alias="maxEnergy")] = None
    """In Wh."""
    max_time: Annotated[WholeNumber | None, Field(alias="maxTime")] = None
    """In s."""
    max_soc: Annotated[WholeNumber | None, Field(alias="maxSoC", ge=0, le=100)] = None
    """In %. 0 to 100."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
