"""Parts of the messages of OCPP 2.1: SetVariableResultType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.v21.datatypes import ComponentType, CustomDataType, StatusInfoType, VariableType
from pilotwire.ocpp.v21.enums import AttributeEnumType, SetVariableStatusEnumType

__all__ = [
    "SetVariableResultType",
]


class SetVariableResultType(DataType):
    """Used by SetVariablesResponse."""

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
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
