"""Parts of the messages of OCPP 2.0.1: GetVariableResultType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.v201.datatypes import (
    ComponentType,
    CustomDataType,
    StatusInfoType,
    VariableType,
)
from pilotwire.ocpp.v201.enums import AttributeEnumType, GetVariableStatusEnumType

__all__ = [
    "GetVariableResultType",
]


class GetVariableResultType(DataType):
    """Used by GetVariablesResponse."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    attribute_status_info: Annotated[StatusInfoType | None, Field(alias="attributeStatusInfo")] = (
        None
    )
    attribute_status: Annotated[GetVariableStatusEnumType, Field(alias="attributeStatus")]
    attribute_type: Annotated[AttributeEnumType, Field(alias="attributeType")] = (
        AttributeEnumType.ACTUAL
    )
    """Actual if absent."""
    attribute_value: Annotated[str | None, Field(alias="attributeValue", max_length=2500)] = None
    """At most 2500 characters."""
    component: ComponentType
    variable: VariableType
