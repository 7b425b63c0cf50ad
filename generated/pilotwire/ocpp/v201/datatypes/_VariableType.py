"""Parts of the messages of OCPP 2.0.1: VariableType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.v201.datatypes import CustomDataType

__all__ = [
    "VariableType",
]


class VariableType(DataType):
    """Used by ComponentVariableType, EventDataType, GetVariableDataType and 7 others."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    name: Annotated[str, Field(max_length=50)]
    """At most 50 characters."""
    instance: Annotated[str | None, Field(max_length=50)] = None
    """At most 50 characters."""
