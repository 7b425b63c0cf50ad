"""Parts of the messages of OCPP 2.1: FixedPFType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Boolean, Number, Timestamp, WholeNumber
from pilotwire.ocpp.v21.datatypes import CustomDataType

__all__ = [
    "FixedPFType",
]


class FixedPFType(DataType):
    """Used by FixedPFGetType, SetDERControlRequest."""

    priority: Annotated[WholeNumber, Field(ge=0)]
    """At least 0."""
    displacement: Number
    excitation: Boolean
    start_time: Annotated[Timestamp | None, Field(alias="startTime")] = None
    duration: Number | None = None
    """In s."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
