"""Parts of the messages of OCPP 2.1: CostDetailsType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Boolean, Number, Sequence, Timestamp, WholeNumber
from pilotwire.ocpp.v21.datatypes import CustomDataType, PriceType
from pilotwire.ocpp.v21.enums import CostDimensionEnumType, TariffCostEnumType

__all__ = [
    "ChargingPeriodType",
    "CostDetailsType",
    "CostDimensionType",
    "TotalCostType",
    "TotalPriceType",
    "TotalUsageType",
]


class CostDimensionType(DataType):
    """Used by ChargingPeriodType."""

    type: CostDimensionEnumType
    volume: Number
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class TotalPriceType(DataType):
    """Used by TotalCostType."""

    excl_tax: Annotated[Number | None, Field(alias="exclTax")] = None
    incl_tax: Annotated[Number | None, Field(alias="inclTax")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class TotalUsageType(DataType):
    """Used by CostDetailsType."""

    energy: Number
    charging_time: Annotated[WholeNumber, Field(alias="chargingTime")]
    """In s."""
    idle_time: Annotated[WholeNumber, Field(alias="idleTime")]
    """In s."""
    reservation_time: Annotated[WholeNumber | None, Field(alias="reservationTime")] = None
    """In s."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ChargingPeriodType(DataType):
    """Used by CostDetailsType."""

    dimensions: Annotated[Sequence[CostDimensionType] | None, Field(min_length=1)] = None
    """Elements: at least 1."""
    tariff_id: Annotated[str | None, Field(alias="tariffId", max_length=60)] = None
    """At most 60 characters."""
    start_period: Annotated[Timestamp, Field(alias="startPeriod")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class TotalCostType(DataType):
    """Used by CostDetailsType."""

    currency: Annotated[str, Field(max_length=3)]
    """At most 3 characters."""
    type_of_cost: Annotated[TariffCostEnumType, Field(alias="typeOfCost")]
    fixed: PriceType | None = None
    energy: PriceType | None = None
    charging_time: Annotated[PriceType | None, Field(alias="chargingTime")] = None
    idle_time: Annotated[PriceType | None, Field(alias="idleTime")] = None
    reservation_time: Annotated[PriceType | None, Field(alias="reservationTime")] = None
    reservation_fixed: Annotated[PriceType | None, Field(alias="reservationFixed")] = None
    total: TotalPriceType
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class CostDetailsType(DataType):
    """Used by TransactionEventRequest."""

    charging_periods: Annotated[
        Sequence[ChargingPeriodType] | None, Field(alias="chargingPeriods", min_length=1)
    ] = None
    """Elements: at least 1."""
    total_cost: Annotated[TotalCostType, Field(alias="totalCost")]
    total_usage: Annotated[TotalUsageType, Field(alias="totalUsage")]
    failure_to_calculate: Annotated[Boolean | None, Field(alias="failureToCalculate")] = None
    failure_reason: Annotated[str | None, Field(alias="failureReason", max_length=500)] = None
    """At most 500 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
