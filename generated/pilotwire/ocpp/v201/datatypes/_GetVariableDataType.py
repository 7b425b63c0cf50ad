"""Parts of the messages of OCPP 2.0.1: GetVariableDataType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.v201.datatypes import ComponentType, CustomDataType, VariableType
from pilotwire.ocpp.v201.enums import AttributeEnumType

__all__ = [
    "GetVariableDataType",
]


class GetVariableDataType(DataType):
    """Used by GetVariablesRequest."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    attribute_type: Annotated[AttributeEnumType, Field(alias="attributeType")] = (
        AttributeEnumType.ACTUAL
    )
    """Actual if absent."""
    component: ComponentType
    variable: VariableType
