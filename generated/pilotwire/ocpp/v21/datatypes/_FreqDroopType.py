"""Parts of the messages of OCPP 2.1: FreqDroopType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Number, Timestamp, WholeNumber
from pilotwire.ocpp.v21.datatypes import CustomDataType

__all__ = [
    "FreqDroopType",
]


class FreqDroopType(DataType):
    """Used by FreqDroopGetType, SetDERControlRequest."""

    priority: Annotated[WholeNumber, Field(ge=0)]
    """At least 0."""
    over_freq: Annotated[Number, Field(alias="overFreq")]
    under_freq: Annotated[Number, Field(alias="underFreq")]
    over_droop: Annotated[Number, Field(alias="overDroop")]
    under_droop: Annotated[Number, Field(alias="underDroop")]
    response_time: Annotated[Number, Field(alias="responseTime")]
    """In s."""
    start_time: Annotated[Timestamp | None, Field(alias="startTime")] = None
    duration: Number | None = None
    """In s."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
