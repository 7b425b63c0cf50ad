"""Parts of the messages of OCPP 2.1: ClearMonitoringResultType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v21.datatypes import CustomDataType, StatusInfoType
from pilotwire.ocpp.v21.enums import ClearMonitoringStatusEnumType

__all__ = [
    "ClearMonitoringResultType",
]


class ClearMonitoringResultType(DataType):
    """Used by ClearVariableMonitoringResponse."""

    status: ClearMonitoringStatusEnumType
    id: Annotated[WholeNumber, Field(ge=0)]
    """At least 0."""
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
