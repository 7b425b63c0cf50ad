"""Parts of the messages of OCPP 2.0.1: ChargingScheduleType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Number, Sequence, Timestamp, WholeNumber
from pilotwire.ocpp.v201.datatypes import ChargingSchedulePeriodType, CustomDataType
from pilotwire.ocpp.v201.enums import ChargingRateUnitEnumType, CostKindEnumType

__all__ = [
    "ChargingScheduleType",
    "ConsumptionCostType",
    "CostType",
    "RelativeTimeIntervalType",
    "SalesTariffEntryType",
    "SalesTariffType",
]


class CostType(DataType):
    """Used by ConsumptionCostType."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    cost_kind: Annotated[CostKindEnumType, Field(alias="costKind")]
    amount: WholeNumber
    amount_multiplier: Annotated[WholeNumber | None, Field(alias="amountMultiplier")] = None


class RelativeTimeIntervalType(DataType):
    """Used by SalesTariffEntryType."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    start: WholeNumber
    """In s."""
    duration: WholeNumber | None = None
    """In s."""


class ConsumptionCostType(DataType):
    """Used by SalesTariffEntryType."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    start_value: Annotated[Number, Field(alias="startValue")]
    cost: Annotated[Sequence[CostType], Field(max_length=3, min_length=1)]
    """Elements: 1 to 3."""


class SalesTariffEntryType(DataType):
    """Used by SalesTariffType."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    relative_time_interval: Annotated[RelativeTimeIntervalType, Field(alias="relativeTimeInterval")]
    e_price_level: Annotated[WholeNumber | None, Field(alias="ePriceLevel", ge=0)] = None
    """At least 0."""
    consumption_cost: Annotated[
        Sequence[ConsumptionCostType] | None,
        Field(alias="consumptionCost", max_length=3, min_length=1),
    ] = None
    """Elements: 1 to 3."""


class SalesTariffType(DataType):
    """Used by ChargingScheduleType."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    id: WholeNumber
    sales_tariff_description: Annotated[
        str | None, Field(alias="salesTariffDescription", max_length=32)
    ] = None
    """At most 32 characters."""
    num_e_price_levels: Annotated[WholeNumber | None, Field(alias="numEPriceLevels")] = None
    sales_tariff_entry: Annotated[
        Sequence[SalesTariffEntryType],
        Field(alias="salesTariffEntry", max_length=1024, min_length=1),
    ]
    """Elements: 1 to 1024."""


class ChargingScheduleType(DataType):
    """Used by ChargingProfileType, NotifyChargingLimitRequest, NotifyEVChargingScheduleRequest."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    id: WholeNumber
    start_schedule: Annotated[Timestamp | None, Field(alias="startSchedule")] = None
    duration: WholeNumber | None = None
    """In s."""
    charging_rate_unit: Annotated[ChargingRateUnitEnumType, Field(alias="chargingRateUnit")]
    charging_schedule_period: Annotated[
        Sequence[ChargingSchedulePeriodType],
        Field(alias="chargingSchedulePeriod", max_length=1024, min_length=1),
    ]
    """Elements: 1 to 1024."""
    min_charging_rate: Annotated[Number | None, Field(alias="minChargingRate")] = None
    sales_tariff: Annotated[SalesTariffType | None, Field(alias="salesTariff")] = None
