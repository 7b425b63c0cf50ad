"""Parts of the messages of OCPP 1.6 with the security extension: ChargingSchedule.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Integer, Sequence, Tenths, Timestamp
from pilotwire.ocpp.v16.enums import ChargingRateUnitType

__all__ = [
    "ChargingSchedule",
    "ChargingSchedulePeriod",
]


class ChargingSchedulePeriod(DataType):
    """Used by ChargingSchedule."""

    start_period: Annotated[Integer, Field(alias="startPeriod")]
    """In s."""
    limit: Tenths
    """In steps of 0.1."""
    number_phases: Annotated[Integer | None, Field(alias="numberPhases")] = None


class ChargingSchedule(DataType):
    """Used by ChargingProfile, GetCompositeScheduleResponse."""

    duration: Integer | None = None
    """In s."""
    start_schedule: Annotated[Timestamp | None, Field(alias="startSchedule")] = None
    charging_rate_unit: Annotated[ChargingRateUnitType, Field(alias="chargingRateUnit")]
    charging_schedule_period: Annotated[
        Sequence[ChargingSchedulePeriod], Field(alias="chargingSchedulePeriod", min_length=1)
    ]
    """Elements: at least 1."""
    min_charging_rate: Annotated[Tenths | None, Field(alias="minChargingRate")] = None
    """In steps of 0.1."""
