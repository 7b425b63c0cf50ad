"""Messages of OCPP 2.1: ClearTariffsRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import Sequence, WholeNumber
from pilotwire.ocpp.v21.datatypes import ClearTariffsResultType, CustomDataType, String60

__all__ = [
    "ClearTariffsRequest",
    "ClearTariffsResponse",
]


class ClearTariffsResponse(Response):
    """Response of ClearTariffs, station to CSMS. I Tariff and Cost (Messages 1.15, I10)."""

    action: ClassVar[str] = "ClearTariffs"

    clear_tariffs_result: Annotated[
        Sequence[ClearTariffsResultType], Field(alias="clearTariffsResult", min_length=1)
    ]
    """Elements: at least 1."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ClearTariffsRequest(CsmsRequest[ClearTariffsResponse]):
    """Request of ClearTariffs, CSMS to station. I Tariff and Cost (Messages 1.15, I10)."""

    action: ClassVar[str] = "ClearTariffs"
    _response: ClassVar[ResponseClass] = ClearTariffsResponse

    tariff_ids: Annotated[Sequence[String60] | None, Field(alias="tariffIds", min_length=1)] = None
    """Elements: at least 1. Each: at most 60 characters."""
    evse_id: Annotated[WholeNumber | None, Field(alias="evseId", ge=0)] = None
    """At least 0."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
