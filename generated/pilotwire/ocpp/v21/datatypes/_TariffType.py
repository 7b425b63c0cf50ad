"""Parts of the messages of OCPP 2.1: TariffType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType, Text
from pilotwire.ocpp.scalars import Number, Sequence, Timestamp
from pilotwire.ocpp.v21.datatypes import (
    CustomDataType,
    MessageContentType,
    PriceType,
    TariffConditionsType,
    TaxRateType,
)
from pilotwire.ocpp.v21.enums import DayOfWeekEnumType, EvseKindEnumType

__all__ = [
    "TariffConditionsFixedType",
    "TariffEnergyPriceType",
    "TariffEnergyType",
    "TariffFixedPriceType",
    "TariffFixedType",
    "TariffTimePriceType",
    "TariffTimeType",
    "TariffType",
]


class TariffConditionsFixedType(DataType):
    """Used by TariffFixedPriceType."""

    start_time_of_day: Annotated[Text | None, Field(alias="startTimeOfDay")] = None
    end_time_of_day: Annotated[Text | None, Field(alias="endTimeOfDay")] = None
    day_of_week: Annotated[
        Sequence[DayOfWeekEnumType] | None, Field(alias="dayOfWeek", max_length=7, min_length=1)
    ] = None
    """Elements: 1 to 7."""
    valid_from_date: Annotated[Text | None, Field(alias="validFromDate")] = None
    valid_to_date: Annotated[Text | None, Field(alias="validToDate")] = None
    evse_kind: Annotated[EvseKindEnumType | None, Field(alias="evseKind")] = None
    payment_brand: Annotated[str | None, Field(alias="paymentBrand", max_length=20)] = None
    """At most 20 characters."""
    payment_recognition: Annotated[str | None, Field(alias="paymentRecognition", max_length=20)] = (
        None
    )
    """At most 20 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class TariffEnergyPriceType(DataType):
    """Used by TariffEnergyType."""

    price_kwh: Annotated[Number, Field(alias="priceKwh")]
    conditions: TariffConditionsType | None = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class TariffFixedPriceType(DataType):
    """Used by TariffFixedType."""

    conditions: TariffConditionsFixedType | None = None
    price_fixed: Annotated[Number, Field(alias="priceFixed")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class TariffTimePriceType(DataType):
    """Used by TariffTimeType."""

    price_minute: Annotated[Number, Field(alias="priceMinute")]
    conditions: TariffConditionsType | None = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class TariffEnergyType(DataType):
    """Used by TariffType."""

    prices: Annotated[Sequence[TariffEnergyPriceType], Field(min_length=1)]
    """Elements: at least 1."""
    tax_rates: Annotated[
        Sequence[TaxRateType] | None, Field(alias="taxRates", max_length=5, min_length=1)
    ] = None
    """Elements: 1 to 5."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class TariffFixedType(DataType):
    """Used by TariffType."""

    prices: Annotated[Sequence[TariffFixedPriceType], Field(min_length=1)]
    """Elements: at least 1."""
    tax_rates: Annotated[
        Sequence[TaxRateType] | None, Field(alias="taxRates", max_length=5, min_length=1)
    ] = None
    """Elements: 1 to 5."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class TariffTimeType(DataType):
    """Used by TariffType."""

    prices: Annotated[Sequence[TariffTimePriceType], Field(min_length=1)]
    """Elements: at least 1."""
    tax_rates: Annotated[
        Sequence[TaxRateType] | None, Field(alias="taxRates", max_length=5, min_length=1)
    ] = None
    """Elements: 1 to 5."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class TariffType(DataType):
    """Used by AuthorizeResponse, ChangeTransactionTariffRequest, SetDefaultTariffRequest."""

    tariff_id: Annotated[str, Field(alias="tariffId", max_length=60)]
    """At most 60 characters."""
    description: Annotated[
        Sequence[MessageContentType] | None, Field(max_length=10, min_length=1)
    ] = None
    """Elements: 1 to 10."""
    currency: Annotated[str, Field(max_length=3)]
    """At most 3 characters."""
    energy: TariffEnergyType | None = None
    valid_from: Annotated[Timestamp | None, Field(alias="validFrom")] = None
    charging_time: Annotated[TariffTimeType | None, Field(alias="chargingTime")] = None
    idle_time: Annotated[TariffTimeType | None, Field(alias="idleTime")] = None
    fixed_fee: Annotated[TariffFixedType | None, Field(alias="fixedFee")] = None
    reservation_time: Annotated[TariffTimeType | None, Field(alias="reservationTime")] = None
    reservation_fixed: Annotated[TariffFixedType | None, Field(alias="reservationFixed")] = None
    min_cost: Annotated[PriceType | None, Field(alias="minCost")] = None
    max_cost: Annotated[PriceType | None, Field(alias="maxCost")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
