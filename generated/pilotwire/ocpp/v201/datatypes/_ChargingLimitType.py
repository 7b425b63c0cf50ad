"""Parts of the messages of OCPP 2.0.1: ChargingLimitType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Boolean
from pilotwire.ocpp.v201.datatypes import CustomDataType
from pilotwire.ocpp.v201.enums import ChargingLimitSourceEnumType

__all__ = [
    "ChargingLimitType",
]


class ChargingLimitType(DataType):
    """Used by NotifyChargingLimitRequest."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    charging_limit_source: Annotated[
        ChargingLimitSourceEnumType, Field(alias="chargingLimitSource")
    ]
    is_grid_critical: Annotated[Boolean | None, Field(alias="isGridCritical")] = None
