"""Parts of the messages of OCPP 2.0.1: ClearMonitoringResultType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v201.datatypes import CustomDataType, StatusInfoType
from pilotwire.ocpp.v201.enums import ClearMonitoringStatusEnumType

__all__ = [
    "ClearMonitoringResultType",
]


class ClearMonitoringResultType(DataType):
    """Used by ClearVariableMonitoringResponse."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: ClearMonitoringStatusEnumType
    id: WholeNumber
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
