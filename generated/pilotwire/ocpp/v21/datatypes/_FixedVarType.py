"""Parts of the messages of OCPP 2.1: FixedVarType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Number, Timestamp, WholeNumber
from pilotwire.ocpp.v21.datatypes import CustomDataType
from pilotwire.ocpp.v21.enums import DERUnitEnumType

__all__ = [
    "FixedVarType",
]


class FixedVarType(DataType):
    """Used by FixedVarGetType, SetDERControlRequest."""

    priority: Annotated[WholeNumber, Field(ge=0)]
    """At least 0."""
    setpoint: Number
    """In %."""
    unit: DERUnitEnumType
    start_time: Annotated[Timestamp | None, Field(alias="startTime")] = None
    duration: Number | None = None
    """In s."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
