"""Parts of the messages of OCPP 2.1: GradientType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Number, WholeNumber
from pilotwire.ocpp.v21.datatypes import CustomDataType

__all__ = [
    "GradientType",
]


class GradientType(DataType):
    """Used by GradientGetType, SetDERControlRequest."""

    priority: Annotated[WholeNumber, Field(ge=0)]
    """At least 0."""
    gradient: Number
    """In s."""
    soft_gradient: Annotated[Number, Field(alias="softGradient")]
    """In s."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
