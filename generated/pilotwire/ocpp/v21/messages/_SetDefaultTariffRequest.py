"""Messages of OCPP 2.1: SetDefaultTariffRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v21.datatypes import CustomDataType, StatusInfoType, TariffType
from pilotwire.ocpp.v21.enums import TariffSetStatusEnumType

__all__ = [
    "SetDefaultTariffRequest",
    "SetDefaultTariffResponse",
]


class SetDefaultTariffResponse(Response):
    """Response of SetDefaultTariff, station to CSMS. I Tariff and Cost (Messages 1.74, I07)."""

    action: ClassVar[str] = "SetDefaultTariff"

    status: TariffSetStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class SetDefaultTariffRequest(CsmsRequest[SetDefaultTariffResponse]):
    """Request of SetDefaultTariff, CSMS to station. I Tariff and Cost (Messages 1.74, I07)."""

    action: ClassVar[str] = "SetDefaultTariff"
    _response: ClassVar[ResponseClass] = SetDefaultTariffResponse

    evse_id: Annotated[WholeNumber, Field(alias="evseId", ge=0)]
    """At least 0."""
    tariff: TariffType
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
