"""Parts of the messages of OCPP 2.1: ComponentVariableType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.v21.datatypes import ComponentType, CustomDataType, VariableType

__all__ = [
    "ComponentVariableType",
]


class ComponentVariableType(DataType):
    """Used by GetMonitoringReportRequest, GetReportRequest."""

    component: ComponentType
    variable: VariableType | None = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
