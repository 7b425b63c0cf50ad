"""Parts of the messages of OCPP 2.1: EnterServiceType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Number, WholeNumber
from pilotwire.ocpp.v21.datatypes import CustomDataType

__all__ = [
    "EnterServiceType",
]


class EnterServiceType(DataType):
    """Used by EnterServiceGetType, SetDERControlRequest."""

    priority: Annotated[WholeNumber, Field(ge=0)]
    """At least 0."""
    high_voltage: Annotated[Number, Field(alias="highVoltage")]
    low_voltage: Annotated[Number, Field(alias="lowVoltage")]
    high_freq: Annotated[Number, Field(alias="highFreq")]
    low_freq: Annotated[Number, Field(alias="lowFreq")]
    delay: Number | None = None
    random_delay: Annotated[Number | None, Field(alias="randomDelay")] = None
    ramp_rate: Annotated[Number | None, Field(alias="rampRate")] = None
    """In s."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
