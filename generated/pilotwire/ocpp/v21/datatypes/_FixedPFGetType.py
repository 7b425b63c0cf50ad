"""Parts of the messages of OCPP 2.1: FixedPFGetType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Boolean
from pilotwire.ocpp.v21.datatypes import CustomDataType, FixedPFType

__all__ = [
    "FixedPFGetType",
]


class FixedPFGetType(DataType):
    """Used by ReportDERControlRequest."""

    fixed_pf: Annotated[FixedPFType, Field(alias="fixedPF")]
    id: Annotated[str, Field(max_length=36)]
    """At most 36 characters."""
    is_default: Annotated[Boolean, Field(alias="isDefault")]
    is_superseded: Annotated[Boolean, Field(alias="isSuperseded")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
