"""Messages of OCPP 2.1: GetTariffsRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import Sequence, WholeNumber
from pilotwire.ocpp.v21.datatypes import CustomDataType, StatusInfoType, TariffAssignmentType
from pilotwire.ocpp.v21.enums import TariffGetStatusEnumType

__all__ = [
    "GetTariffsRequest",
    "GetTariffsResponse",
]


class GetTariffsResponse(Response):
    """Response of GetTariffs, station to CSMS. I Tariff and Cost (Messages 1.37, I09)."""

    action: ClassVar[str] = "GetTariffs"

    status: TariffGetStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    tariff_assignments: Annotated[
        Sequence[TariffAssignmentType] | None, Field(alias="tariffAssignments", min_length=1)
    ] = None
    """Elements: at least 1."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class GetTariffsRequest(CsmsRequest[GetTariffsResponse]):
    """Request of GetTariffs, CSMS to station. I Tariff and Cost (Messages 1.37, I09)."""

    action: ClassVar[str] = "GetTariffs"
    _response: ClassVar[ResponseClass] = GetTariffsResponse

    evse_id: Annotated[WholeNumber, Field(alias="evseId", ge=0)]
    """At least 0."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
