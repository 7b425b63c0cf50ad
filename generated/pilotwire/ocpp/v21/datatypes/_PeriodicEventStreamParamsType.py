"""Parts of the messages of OCPP 2.1: PeriodicEventStreamParamsType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v21.datatypes import CustomDataType

__all__ = [
    "PeriodicEventStreamParamsType",
]


class PeriodicEventStreamParamsType(DataType):
    """Used by AdjustPeriodicEventStreamRequest, ConstantStreamDataType, SetMonitoringDataType."""

    interval: Annotated[WholeNumber | None, Field(ge=0)] = None
    """In s. At least 0."""
    values: Annotated[WholeNumber | None, Field(ge=0)] = None
    """At least 0."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
