"""Parts of the messages of OCPP 2.1: ConstantStreamDataType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v21.datatypes import CustomDataType, PeriodicEventStreamParamsType

__all__ = [
    "ConstantStreamDataType",
]


class ConstantStreamDataType(DataType):
    """Used by GetPeriodicEventStreamResponse, OpenPeriodicEventStreamRequest."""

    id: Annotated[WholeNumber, Field(ge=0)]
    """At least 0."""
    params: PeriodicEventStreamParamsType
    variable_monitoring_id: Annotated[WholeNumber, Field(alias="variableMonitoringId", ge=0)]
    """At least 0."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
