"""Parts of the messages of OCPP 2.1: StreamDataElementType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Number
from pilotwire.ocpp.v21.datatypes import CustomDataType

__all__ = [
    "StreamDataElementType",
]


class StreamDataElementType(DataType):
    """Used by NotifyPeriodicEventStream."""

    t: Number
    v: Annotated[str, Field(max_length=2500)]
    """At most 2500 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
