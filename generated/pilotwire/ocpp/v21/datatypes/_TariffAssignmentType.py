"""Parts of the messages of OCPP 2.1: TariffAssignmentType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Sequence, Timestamp
from pilotwire.ocpp.v21.datatypes import CustomDataType, String255, WholeNumberFrom0
from pilotwire.ocpp.v21.enums import TariffKindEnumType

__all__ = [
    "TariffAssignmentType",
]


class TariffAssignmentType(DataType):
    """Used by GetTariffsResponse."""

    tariff_id: Annotated[str, Field(alias="tariffId", max_length=60)]
    """At most 60 characters."""
    tariff_kind: Annotated[TariffKindEnumType, Field(alias="tariffKind")]
    valid_from: Annotated[Timestamp | None, Field(alias="validFrom")] = None
    evse_ids: Annotated[Sequence[WholeNumberFrom0] | None, Field(alias="evseIds", min_length=1)] = (
        None
    )
    """Elements: at least 1. Each: at least 0."""
    id_tokens: Annotated[Sequence[String255] | None, Field(alias="idTokens", min_length=1)] = None
    """Elements: at least 1. Each: at most 255 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
