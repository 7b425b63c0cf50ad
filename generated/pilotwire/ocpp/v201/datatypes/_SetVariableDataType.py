"""Parts of the messages of OCPP 2.0.1: SetVariableDataType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.v201.datatypes import ComponentType, CustomDataType, VariableType
from pilotwire.ocpp.v201.enums import AttributeEnumType

__all__ = [
    "SetVariableDataType",
]


class SetVariableDataType(DataType):
    """Used by SetVariablesRequest."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    attribute_type: Annotated[AttributeEnumType, Field(alias="attributeType")] = (
        AttributeEnumType.ACTUAL
    )
    """Actual if absent."""
    attribute_value: Annotated[str, Field(alias="attributeValue", max_length=1000)]
    """At most 1000 characters."""
    component: ComponentType
    variable: VariableType
