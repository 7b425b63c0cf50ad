"""Parts of the messages of OCPP 2.1: GetVariableResultType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.v21.datatypes import ComponentType, CustomDataType, StatusInfoType, VariableType
from pilotwire.ocpp.v21.enums import AttributeEnumType, GetVariableStatusEnumType

__all__ = [
    "GetVariableResultType",
]


class GetVariableResultType(DataType):
    """Used by GetVariablesResponse."""

    attribute_status: Annotated[GetVariableStatusEnumType, Field(alias="attributeStatus")]
    attribute_status_info: Annotated[StatusInfoType | None, Field(alias="attributeStatusInfo")] = (
        None
    )
    attribute_type: Annotated[AttributeEnumType, Field(alias="attributeType")] = (
        AttributeEnumType.ACTUAL
    )
    """Actual if absent."""
    attribute_value: Annotated[str | None, Field(alias="attributeValue", max_length=2500)] = None
    """At most 2500 characters."""
    component: ComponentType
    variable: VariableType
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
