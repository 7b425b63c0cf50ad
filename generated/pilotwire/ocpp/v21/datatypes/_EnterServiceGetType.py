"""Parts of the messages of OCPP 2.1: EnterServiceGetType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.v21.datatypes import CustomDataType, EnterServiceType

__all__ = [
    "EnterServiceGetType",
]


class EnterServiceGetType(DataType):
    """Used by ReportDERControlRequest."""

    enter_service: Annotated[EnterServiceType, Field(alias="enterService")]
    id: Annotated[str, Field(max_length=36)]
    """At most 36 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
