"""Parts of the messages of OCPP 2.1: GradientGetType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.v21.datatypes import CustomDataType, GradientType

__all__ = [
    "GradientGetType",
]


class GradientGetType(DataType):
    """Used by ReportDERControlRequest."""

    gradient: GradientType
    id: Annotated[str, Field(max_length=36)]
    """At most 36 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
