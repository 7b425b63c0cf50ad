"""Parts of the messages of OCPP 2.1: CompositeScheduleType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Sequence, Timestamp, WholeNumber
from pilotwire.ocpp.v21.datatypes import ChargingSchedulePeriodType, CustomDataType
from pilotwire.ocpp.v21.enums import ChargingRateUnitEnumType

__all__ = [
    "CompositeScheduleType",
]


class CompositeScheduleType(DataType):
    """Used by GetCompositeScheduleResponse."""

    evse_id: Annotated[WholeNumber, Field(alias="evseId", ge=0)]
    """At least 0."""
    duration: WholeNumber
    schedule_start: Annotated[Timestamp, Field(alias="scheduleStart")]
    charging_rate_unit: Annotated[ChargingRateUnitEnumType, Field(alias="chargingRateUnit")]
    charging_schedule_period: Annotated[
        Sequence[ChargingSchedulePeriodType], Field(alias="chargingSchedulePeriod", min_length=1)
    ]
    """Elements: at least 1."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
