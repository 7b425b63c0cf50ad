"""Parts of the messages of OCPP 2.0.1: ComponentVariableType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.v201.datatypes import ComponentType, CustomDataType, VariableType

__all__ = [
    "ComponentVariableType",
]


class ComponentVariableType(DataType):
    """Used by GetMonitoringReportRequest, GetReportRequest."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    component: ComponentType
    variable: VariableType | None = None
