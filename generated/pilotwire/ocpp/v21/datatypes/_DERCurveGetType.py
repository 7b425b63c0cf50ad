"""Parts of the messages of OCPP 2.1: DERCurveGetType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Boolean
from pilotwire.ocpp.v21.datatypes import CustomDataType, DERCurveType
from pilotwire.ocpp.v21.enums import DERControlEnumType

__all__ = [
    "DERCurveGetType",
]


class DERCurveGetType(DataType):
    """Used by ReportDERControlRequest."""

    curve: DERCurveType
    id: Annotated[str, Field(max_length=36)]
    """At most 36 characters."""
    curve_type: Annotated[DERControlEnumType, Field(alias="curveType")]
    is_default: Annotated[Boolean, Field(alias="isDefault")]
    is_superseded: Annotated[Boolean, Field(alias="isSuperseded")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
