"""Parts of the messages of OCPP 2.1: TariffConditionsType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType, Text
from pilotwire.ocpp.scalars import Number, Sequence, WholeNumber
from pilotwire.ocpp.v21.datatypes import CustomDataType
from pilotwire.ocpp.v21.enums import DayOfWeekEnumType, EvseKindEnumType

__all__ = [
    "TariffConditionsType",
]


class TariffConditionsType(DataType):
    """Used by TariffEnergyPriceType, TariffTimePriceType."""

    start_time_of_day: Annotated[Text | None, Field(alias="startTimeOfDay")] = None
    end_time_of_day: Annotated[Text | None, Field(alias="endTimeOfDay")] = None
    day_of_week: Annotated[
        Sequence[DayOfWeekEnumType] | None, Field(alias="dayOfWeek", max_length=7, min_length=1)
    ] = None
    """Elements: 1 to 7."""
    valid_from_date: Annotated[Text | None, Field(alias="validFromDate")] = None
    valid_to_date: Annotated[Text | None, Field(alias="validToDate")] = None
    evse_kind: Annotated[EvseKindEnumType | None, Field(alias="evseKind")] = None
    min_energy: Annotated[Number | None, Field(alias="minEnergy")] = None
    """In Wh."""
    max_energy: Annotated[Number | None, Field(alias="maxEnergy")] = None
    """In Wh."""
    min_current: Annotated[Number | None, Field(alias="minCurrent")] = None
    """In A."""
    max_current: Annotated[Number | None, Field(alias="maxCurrent")] = None
    """In A."""
    min_power: Annotated[Number | None, Field(alias="minPower")] = None
    """In W."""
    max_power: Annotated[Number | None, Field(alias="maxPower")] = None
    """In W."""
    min_time: Annotated[WholeNumber | None, Field(alias="minTime")] = None
    """In s."""
    max_time: Annotated[WholeNumber | None, Field(alias="maxTime")] = None
    """In s."""
    min_charging_time: Annotated[WholeNumber | None, Field(alias="minChargingTime")] = None
    """In s."""
    max_charging_time: Annotated[WholeNumber | None, Field(alias="maxChargingTime")] = None
    """In s."""
    min_idle_time: Annotated[WholeNumber | None, Field(alias="minIdleTime")] = None
    """In s."""
    max_idle_time: Annotated[WholeNumber | None, Field(alias="maxIdleTime")] = None
    """In s."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
