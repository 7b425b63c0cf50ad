"""Parts of the messages of OCPP 2.0.1: ChargingSchedulePeriodType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Number, WholeNumber
from pilotwire.ocpp.v201.datatypes import CustomDataType

__all__ = [
    "ChargingSchedulePeriodType",
]


class ChargingSchedulePeriodType(DataType):
    """Used by ChargingScheduleType, CompositeScheduleType."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    start_period: Annotated[WholeNumber, Field(alias="startPeriod")]
    """In s."""
    limit: Number
    number_phases: Annotated[WholeNumber | None, Field(alias="numberPhases")] = None
    phase_to_use: Annotated[WholeNumber | None, Field(alias="phaseToUse")] = None
