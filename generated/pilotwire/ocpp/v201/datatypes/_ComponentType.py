"""Parts of the messages of OCPP 2.0.1: ComponentType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.v201.datatypes import CustomDataType, EVSEType

__all__ = [
    "ComponentType",
]


class ComponentType(DataType):
    """Used by ComponentVariableType, EventDataType, GetVariableDataType and 8 others."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    evse: EVSEType | None = None
    name: Annotated[str, Field(max_length=50)]
    """At most 50 characters."""
    instance: Annotated[str | None, Field(max_length=50)] = None
    """At most 50 characters."""
