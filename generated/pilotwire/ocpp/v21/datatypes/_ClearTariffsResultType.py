"""Parts of the messages of OCPP 2.1: ClearTariffsResultType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.v21.datatypes import CustomDataType, StatusInfoType
from pilotwire.ocpp.v21.enums import TariffClearStatusEnumType

__all__ = [
    "ClearTariffsResultType",
]


class ClearTariffsResultType(DataType):
    """Used by ClearTariffsResponse."""

    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    tariff_id: Annotated[str | None, Field(alias="tariffId", max_length=60)] = None
    """At most 60 characters."""
    status: TariffClearStatusEnumType
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
