"""Parts of the messages of OCPP 2.1: SetVariableDataType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.v21.datatypes import ComponentType, CustomDataType, VariableType
from pilotwire.ocpp.v21.enums import AttributeEnumType

__all__ = [
    "SetVariableDataType",
]


class SetVariableDataType(DataType):
    """Used by SetVariablesRequest."""

    attribute_type: Annotated[AttributeEnumType, Field(alias="attributeType")] = (
        AttributeEnumType.ACTUAL
    )
    """Actual if absent."""
    attribute_value: Annotated[str, Field(alias="attributeValue", max_length=2500)]
    """At most 2500 characters."""
    component: ComponentType
    variable: VariableType
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
