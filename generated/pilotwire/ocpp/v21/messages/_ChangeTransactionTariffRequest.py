"""Messages of OCPP 2.1: ChangeTransactionTariffRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.v21.datatypes import CustomDataType, StatusInfoType, TariffType
from pilotwire.ocpp.v21.enums import TariffChangeStatusEnumType

__all__ = [
    "ChangeTransactionTariffRequest",
    "ChangeTransactionTariffResponse",
]


class ChangeTransactionTariffResponse(Response):
    """Response of ChangeTransactionTariff, station to CSMS. I Tariff and Cost (Messages 1.9, I11)."""

    action: ClassVar[str] = "ChangeTransactionTariff"

    status: TariffChangeStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ChangeTransactionTariffRequest(CsmsRequest[ChangeTransactionTariffResponse]):
    """Request of ChangeTransactionTariff, CSMS to station. I Tariff and Cost (Messages 1.9, I11)."""

    action: ClassVar[str] = "ChangeTransactionTariff"
    _response: ClassVar[ResponseClass] = ChangeTransactionTariffResponse

    tariff: TariffType
    transaction_id: Annotated[str, Field(alias="transactionId", max_length=36)]
    """At most 36 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
