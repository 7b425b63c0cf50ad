"""Parts of the messages of OCPP 2.0.1: MeterValueType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Number, Sequence, Timestamp, WholeNumber
from pilotwire.ocpp.v201.datatypes import CustomDataType
from pilotwire.ocpp.v201.enums import (
    LocationEnumType,
    MeasurandEnumType,
    PhaseEnumType,
    ReadingContextEnumType,
)

__all__ = [
    "MeterValueType",
    "SampledValueType",
    "SignedMeterValueType",
    "UnitOfMeasureType",
]


class SignedMeterValueType(DataType):
    """Used by SampledValueType."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    signed_meter_data: Annotated[str, Field(alias="signedMeterData", max_length=2500)]
    """At most 2500 characters."""
    signing_method: Annotated[str, Field(alias="signingMethod", max_length=50)]
    """At most 50 characters."""
    encoding_method: Annotated[str, Field(alias="encodingMethod", max_length=50)]
    """At most 50 characters."""
    public_key: Annotated[str, Field(alias="publicKey", max_length=2500)]
    """At most 2500 characters."""


class UnitOfMeasureType(DataType):
    """Used by SampledValueType."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    unit: Annotated[str, Field(max_length=20)] = "Wh"
    """At most 20 characters. Wh if absent."""
    multiplier: WholeNumber = 0
    """0 if absent."""


class SampledValueType(DataType):
    """Used by MeterValueType."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    value: Number
    context: ReadingContextEnumType = ReadingContextEnumType.SAMPLE_PERIODIC
    """Sample.Periodic if absent."""
    measurand: MeasurandEnumType = MeasurandEnumType.ENERGY_ACTIVE_IMPORT_REGISTER
    """Energy.Active.Import.Register if absent."""
    phase: PhaseEnumType | None = None
    location: LocationEnumType = LocationEnumType.OUTLET
    """Outlet if absent."""
    signed_meter_value: Annotated[SignedMeterValueType | None, Field(alias="signedMeterValue")] = (
        None
    )
    unit_of_measure: Annotated[UnitOfMeasureType | None, Field(alias="unitOfMeasure")] = None


class MeterValueType(DataType):
    """Used by MeterValuesRequest, TransactionEventRequest."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    sampled_value: Annotated[Sequence[SampledValueType], Field(alias="sampledValue", min_length=1)]
    """Elements: at least 1."""
    timestamp: Timestamp
