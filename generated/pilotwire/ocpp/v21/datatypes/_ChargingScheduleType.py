"""Parts of the messages of OCPP 2.1: ChargingScheduleType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Boolean, Number, Sequence, Timestamp, WholeNumber
from pilotwire.ocpp.v21.datatypes import (
    ChargingSchedulePeriodType,
    CustomDataType,
    RationalNumberType,
)
from pilotwire.ocpp.v21.enums import ChargingRateUnitEnumType, CostKindEnumType

__all__ = [
    "AbsolutePriceScheduleType",
    "AdditionalSelectedServicesType",
    "ChargingScheduleType",
    "ConsumptionCostType",
    "CostType",
    "LimitAtSoCType",
    "OverstayRuleListType",
    "OverstayRuleType",
    "PriceLevelScheduleEntryType",
    "PriceLevelScheduleType",
    "PriceRuleStackType",
    "PriceRuleType",
    "RelativeTimeIntervalType",
    "SalesTariffEntryType",
    "SalesTariffType",
    "TaxRuleType",
]


class CostType(DataType):
    """Used by ConsumptionCostType."""

    cost_kind: Annotated[CostKindEnumType, Field(alias="costKind")]
    amount: WholeNumber
    amount_multiplier: Annotated[WholeNumber | None, Field(alias="amountMultiplier")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class LimitAtSoCType(DataType):
    """Used by ChargingScheduleType."""

    soc: Annotated[WholeNumber, Field(ge=0, le=100)]
    """0 to 100."""
    limit: Number
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class PriceLevelScheduleEntryType(DataType):
    """Used by PriceLevelScheduleType."""

    duration: WholeNumber
    """In s."""
    price_level: Annotated[WholeNumber, Field(alias="priceLevel", ge=0)]
    """At least 0."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class PriceLevelScheduleType(DataType):
    """Used by ChargingScheduleType."""

    price_level_schedule_entries: Annotated[
        Sequence[PriceLevelScheduleEntryType],
        Field(alias="priceLevelScheduleEntries", max_length=100, min_length=1),
    ]
    """Elements: 1 to 100."""
    time_anchor: Annotated[Timestamp, Field(alias="timeAnchor")]
    price_schedule_id: Annotated[WholeNumber, Field(alias="priceScheduleId", ge=0)]
    """At least 0."""
    price_schedule_description: Annotated[
        str | None, Field(alias="priceScheduleDescription", max_length=32)
    ] = None
    """At most 32 characters."""
    number_of_price_levels: Annotated[WholeNumber, Field(alias="numberOfPriceLevels", ge=0)]
    """At least 0."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class RelativeTimeIntervalType(DataType):
    """Used by SalesTariffEntryType."""

    start: WholeNumber
    """In s."""
    duration: WholeNumber | None = None
    """In s."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class TaxRuleType(DataType):
    """Used by AbsolutePriceScheduleType."""

    tax_rule_id: Annotated[WholeNumber, Field(alias="taxRuleID", ge=0)]
    """At least 0."""
    tax_rule_name: Annotated[str | None, Field(alias="taxRuleName", max_length=100)] = None
    """At most 100 characters."""
    tax_included_in_price: Annotated[Boolean | None, Field(alias="taxIncludedInPrice")] = None
    applies_to_energy_fee: Annotated[Boolean, Field(alias="appliesToEnergyFee")]
    applies_to_parking_fee: Annotated[Boolean, Field(alias="appliesToParkingFee")]
    applies_to_overstay_fee: Annotated[Boolean, Field(alias="appliesToOverstayFee")]
    applies_to_minimum_maximum_cost: Annotated[Boolean, Field(alias="appliesToMinimumMaximumCost")]
    tax_rate: Annotated[RationalNumberType, Field(alias="taxRate")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class AdditionalSelectedServicesType(DataType):
    """Used by AbsolutePriceScheduleType."""

    service_fee: Annotated[RationalNumberType, Field(alias="serviceFee")]
    service_name: Annotated[str, Field(alias="serviceName", max_length=80)]
    """At most 80 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ConsumptionCostType(DataType):
    """Used by SalesTariffEntryType."""

    start_value: Annotated[Number, Field(alias="startValue")]
    cost: Annotated[Sequence[CostType], Field(max_length=3, min_length=1)]
    """Elements: 1 to 3."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class OverstayRuleType(DataType):
    """Used by OverstayRuleListType."""

    overstay_fee: Annotated[RationalNumberType, Field(alias="overstayFee")]
    overstay_rule_description: Annotated[
        str | None, Field(alias="overstayRuleDescription", max_length=32)
    ] = None
    """At most 32 characters."""
    start_time: Annotated[WholeNumber, Field(alias="startTime")]
    """In s."""
    overstay_fee_period: Annotated[WholeNumber, Field(alias="overstayFeePeriod")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class PriceRuleType(DataType):
    """Used by PriceRuleStackType."""

    parking_fee_period: Annotated[WholeNumber | None, Field(alias="parkingFeePeriod")] = None
    """In s."""
    carbon_dioxide_emission: Annotated[
        WholeNumber | None, Field(alias="carbonDioxideEmission", ge=0)
    ] = None
    """In g/kWh. At least 0."""
    renewable_generation_percentage: Annotated[
        WholeNumber | None, Field(alias="renewableGenerationPercentage", ge=0, le=100)
    ] = None
    """In %. 0 to 100."""
    energy_fee: Annotated[RationalNumberType, Field(alias="energyFee")]
    parking_fee: Annotated[RationalNumberType | None, Field(alias="parkingFee")] = None
    power_range_start: Annotated[RationalNumberType, Field(alias="powerRangeStart")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class SalesTariffEntryType(DataType):
    """Used by SalesTariffType."""

    relative_time_interval: Annotated[RelativeTimeIntervalType, Field(alias="relativeTimeInterval")]
    e_price_level: Annotated[WholeNumber | None, Field(alias="ePriceLevel", ge=0)] = None
    """At least 0."""
    consumption_cost: Annotated[
        Sequence[ConsumptionCostType] | None,
        Field(alias="consumptionCost", max_length=3, min_length=1),
    ] = None
    """Elements: 1 to 3."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class SalesTariffType(DataType):
    """Used by ChargingScheduleType."""

    id: Annotated[WholeNumber, Field(ge=0)]
    """At least 0."""
    sales_tariff_description: Annotated[
        str | None, Field(alias="salesTariffDescription", max_length=32)
    ] = None
    """At most 32 characters."""
    num_e_price_levels: Annotated[WholeNumber | None, Field(alias="numEPriceLevels", ge=0)] = None
    """At least 0."""
    sales_tariff_entry: Annotated[
        Sequence[SalesTariffEntryType],
        Field(alias="salesTariffEntry", max_length=1024, min_length=1),
    ]
    """Elements: 1 to 1024."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class OverstayRuleListType(DataType):
    """Used by AbsolutePriceScheduleType."""

    overstay_power_threshold: Annotated[
        RationalNumberType | None, Field(alias="overstayPowerThreshold")
    ] = None
    overstay_rule: Annotated[
        Sequence[OverstayRuleType], Field(alias="overstayRule", max_length=5, min_length=1)
    ]
    """Elements: 1 to 5."""
    overstay_time_threshold: Annotated[WholeNumber | None, Field(alias="overstayTimeThreshold")] = (
        None
    )
    """In s."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class PriceRuleStackType(DataType):
    """Used by AbsolutePriceScheduleType."""

    duration: WholeNumber
    """In s."""
    price_rule: Annotated[
        Sequence[PriceRuleType], Field(alias="priceRule", max_length=8, min_length=1)
    ]
    """Elements: 1 to 8."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class AbsolutePriceScheduleType(DataType):
    """Used by ChargingScheduleType."""

    time_anchor: Annotated[Timestamp, Field(alias="timeAnchor")]
    price_schedule_id: Annotated[WholeNumber, Field(alias="priceScheduleID", ge=0)]
    """At least 0."""
    price_schedule_description: Annotated[
        str | None, Field(alias="priceScheduleDescription", max_length=160)
    ] = None
    """At most 160 characters."""
    currency: Annotated[str, Field(max_length=3)]
    """At most 3 characters."""
    language: Annotated[str, Field(max_length=8)]
    """At most 8 characters."""
    price_algorithm: Annotated[str, Field(alias="priceAlgorithm", max_length=2000)]
    """At most 2000 characters."""
    minimum_cost: Annotated[RationalNumberType | None, Field(alias="minimumCost")] = None
    maximum_cost: Annotated[RationalNumberType | None, Field(alias="maximumCost")] = None
    price_rule_stacks: Annotated[
        Sequence[PriceRuleStackType], Field(alias="priceRuleStacks", max_length=1024, min_length=1)
    ]
    """Elements: 1 to 1024."""
    tax_rules: Annotated[
        Sequence[TaxRuleType] | None, Field(alias="taxRules", max_length=10, min_length=1)
    ] = None
    """Elements: 1 to 10."""
    overstay_rule_list: Annotated[OverstayRuleListType | None, Field(alias="overstayRuleList")] = (
        None
    )
    additional_selected_services: Annotated[
        Sequence[AdditionalSelectedServicesType] | None,
        Field(alias="additionalSelectedServices", max_length=5, min_length=1),
    ] = None
    """Elements: 1 to 5."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ChargingScheduleType(DataType):
    """Used by ChargingProfileType, NotifyChargingLimitRequest, NotifyEVChargingScheduleRequest."""

    id: WholeNumber
    limit_at_soc: Annotated[LimitAtSoCType | None, Field(alias="limitAtSoC")] = None
    start_schedule: Annotated[Timestamp | None, Field(alias="startSchedule")] = None
    duration: WholeNumber | None = None
    """In s."""
    charging_rate_unit: Annotated[ChargingRateUnitEnumType, Field(alias="chargingRateUnit")]
    min_charging_rate: Annotated[Number | None, Field(alias="minChargingRate")] = None
    power_tolerance: Annotated[Number | None, Field(alias="powerTolerance")] = None
    signature_id: Annotated[WholeNumber | None, Field(alias="signatureId", ge=0)] = None
    """At least 0."""
    digest_value: Annotated[str | None, Field(alias="digestValue", max_length=88)] = None
    """At most 88 characters."""
    use_local_time: Annotated[Boolean | None, Field(alias="useLocalTime")] = None
    charging_schedule_period: Annotated[
        Sequence[ChargingSchedulePeriodType],
        Field(alias="chargingSchedulePeriod", max_length=1024, min_length=1),
    ]
    """Elements: 1 to 1024."""
    randomized_delay: Annotated[WholeNumber | None, Field(alias="randomizedDelay", ge=0)] = None
    """In s. At least 0."""
    sales_tariff: Annotated[SalesTariffType | None, Field(alias="salesTariff")] = None
    absolute_price_schedule: Annotated[
        AbsolutePriceScheduleType | None, Field(alias="absolutePriceSchedule")
    ] = None
    price_level_schedule: Annotated[
        PriceLevelScheduleType | None, Field(alias="priceLevelSchedule")
    ] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
