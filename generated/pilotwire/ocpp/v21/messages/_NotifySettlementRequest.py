"""Messages of OCPP 2.1: NotifySettlementRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.scalars import Number, Timestamp
from pilotwire.ocpp.v21.datatypes import AddressType, CustomDataType
from pilotwire.ocpp.v21.enums import PaymentStatusEnumType

__all__ = [
    "NotifySettlementRequest",
    "NotifySettlementResponse",
]


class NotifySettlementResponse(Response):
    """Response of NotifySettlement, CSMS to station. C Authorization (Messages 1.57, C21)."""

    action: ClassVar[str] = "NotifySettlement"

    receipt_url: Annotated[str | None, Field(alias="receiptUrl", max_length=2000)] = None
    """At most 2000 characters."""
    receipt_id: Annotated[str | None, Field(alias="receiptId", max_length=50)] = None
    """At most 50 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class NotifySettlementRequest(StationRequest[NotifySettlementResponse]):
    """Request of NotifySettlement, station to CSMS. C Authorization (Messages 1.57, C21)."""

    action: ClassVar[str] = "NotifySettlement"
    _response: ClassVar[ResponseClass] = NotifySettlementResponse

    transaction_id: Annotated[str | None, Field(alias="transactionId", max_length=36)] = None
    """At most 36 characters."""
    psp_ref: Annotated[str, Field(alias="pspRef", max_length=255)]
    """At most 255 characters."""
    status: PaymentStatusEnumType
    status_info: Annotated[str | None, Field(alias="statusInfo", max_length=500)] = None
    """At most 500 characters."""
    settlement_amount: Annotated[Number, Field(alias="settlementAmount")]
    settlement_time: Annotated[Timestamp, Field(alias="settlementTime")]
    receipt_id: Annotated[str | None, Field(alias="receiptId", max_length=50)] = None
    """At most 50 characters."""
    receipt_url: Annotated[str | None, Field(alias="receiptUrl", max_length=2000)] = None
    """At most 2000 characters."""
    vat_company: Annotated[AddressType | None, Field(alias="vatCompany")] = None
    vat_number: Annotated[str | None, Field(alias="vatNumber", max_length=20)] = None
    """At most 20 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
