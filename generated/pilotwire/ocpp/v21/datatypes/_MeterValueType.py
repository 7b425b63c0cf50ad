"""Parts of the messages of OCPP 2.1: MeterValueType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Number, Sequence, Timestamp, WholeNumber
from pilotwire.ocpp.v21.datatypes import CustomDataType
from pilotwire.ocpp.v21.enums import (
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

    signed_meter_data: Annotated[str, Field(alias="signedMeterData", max_length=32768)]
    """At most 32768 characters."""
    signing_method: Annotated[str | None, Field(alias="signingMethod", max_length=50)] = None
    """At most 50 characters."""
    encoding_method: Annotated[str, Field(alias="encodingMethod", max_length=50)]
    """At most 50 characters."""
    public_key: Annotated[str | None, Field(alias="publicKey", max_length=2500)] = None
    """At most 2500 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class UnitOfMeasureType(DataType):
    """Used by SampledValueType."""

    unit: Annotated[str, Field(max_length=20)] = "Wh"
    """At most 20 characters. Wh if absent."""
    multiplier: WholeNumber = 0
    """0 if absent."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class SampledValueType(DataType):
    """Used by MeterValueType."""

    value: Number
    measurand: MeasurandEnumType = MeasurandEnumType.ENERGY_ACTIVE_IMPORT_REGISTER
    """Energy.Active.Import.Register if absent."""
    context: ReadingContextEnumType = ReadingContextEnumType.SAMPLE_PERIODIC
    """Sample.Periodic if absent."""
    phase: PhaseEnumType | None = None
    location: LocationEnumType = LocationEnumType.OUTLET
    """Outlet if absent."""
    signed_meter_value: Annotated[SignedMeterValueType | None, Field(alias="signedMeterValue")] = (
        None
    )
    unit_of_measure: Annotated[UnitOfMeasureType | None, Field(alias="unitOfMeasure")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class MeterValueType(DataType):
    """Used by MeterValuesRequest, TransactionEventRequest."""

    sampled_value: Annotated[Sequence[SampledValueType], Field(alias="sampledValue", min_length=1)]
    """Elements: at least 1."""
    timestamp: Timestamp
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
