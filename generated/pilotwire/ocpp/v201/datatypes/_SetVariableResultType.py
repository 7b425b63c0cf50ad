"""Parts of the messages of OCPP 2.0.1: SetVariableResultType.

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
from pilotwire.ocpp.v201.enums import AttributeEnumType, SetVariableStatusEnumType

__all__ = [
    "SetVariableResultType",
]


class SetVariableResultType(DataType):
    """Used by SetVariablesResponse."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    attribute_type: Annotated[AttributeEnumType, Field(alias="attributeType")] = (
        AttributeEnumType.ACTUAL
    )
    """Actual if absent."""
    attribute_status: Annotated[SetVariableStatusEnumType, Field(alias="attributeStatus")]
    attribute_status_info: Annotated[StatusInfoType | None, Field(alias="attributeStatusInfo")] = (
        None
    )
    component: ComponentType
    variable: VariableType
