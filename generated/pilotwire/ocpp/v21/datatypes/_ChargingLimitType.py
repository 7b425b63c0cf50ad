"""Parts of the messages of OCPP 2.1: ChargingLimitType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Boolean
from pilotwire.ocpp.v21.datatypes import CustomDataType

__all__ = [
    "ChargingLimitType",
]


class ChargingLimitType(DataType):
    """Used by NotifyChargingLimitRequest."""

    charging_limit_source: Annotated[str, Field(alias="chargingLimitSource", max_length=20)]
    """At most 20 characters."""
    is_local_generation: Annotated[Boolean | None, Field(alias="isLocalGeneration")] = None
    is_grid_critical: Annotated[Boolean | None, Field(alias="isGridCritical")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
