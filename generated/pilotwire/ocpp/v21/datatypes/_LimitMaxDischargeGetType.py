"""Parts of the messages of OCPP 2.1: LimitMaxDischargeGetType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Boolean
from pilotwire.ocpp.v21.datatypes import CustomDataType, LimitMaxDischargeType

__all__ = [
    "LimitMaxDischargeGetType",
]


class LimitMaxDischargeGetType(DataType):
    """Used by ReportDERControlRequest."""

    id: Annotated[str, Field(max_length=36)]
    """At most 36 characters."""
    is_default: Annotated[Boolean, Field(alias="isDefault")]
    is_superseded: Annotated[Boolean, Field(alias="isSuperseded")]
    limit_max_discharge: Annotated[LimitMaxDischargeType, Field(alias="limitMaxDischarge")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
