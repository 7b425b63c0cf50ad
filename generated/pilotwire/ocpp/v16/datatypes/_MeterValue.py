"""Parts of the messages of OCPP 1.6 with the security extension: MeterValue.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType, Text
from pilotwire.ocpp.scalars import Sequence, Timestamp
from pilotwire.ocpp.v16.enums import (
    Location,
    Measurand,
    Phase,
    ReadingContext,
    UnitOfMeasure,
    ValueFormat,
)

__all__ = [
    "MeterValue",
    "SampledValue",
]


class SampledValue(DataType):
    """Used by MeterValue."""

    value: Text
    context: ReadingContext | None = None
    format: ValueFormat | None = None
    measurand: Measurand | None = None
    phase: Phase | None = None
    location: Location | None = None
    unit: UnitOfMeasure | None = None


class MeterValue(DataType):
    """Used by MeterValuesRequest, StopTransactionRequest."""

    timestamp: Timestamp
    sampled_value: Annotated[Sequence[SampledValue], Field(alias="sampledValue", min_length=1)]
    """Elements: at least 1."""
