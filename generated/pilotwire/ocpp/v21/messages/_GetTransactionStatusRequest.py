"""Messages of OCPP 2.1: GetTransactionStatusRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import Boolean
from pilotwire.ocpp.v21.datatypes import CustomDataType

__all__ = [
    "GetTransactionStatusRequest",
    "GetTransactionStatusResponse",
]


class GetTransactionStatusResponse(Response):
    """Response of GetTransactionStatus, station to CSMS. E Transactions (Messages 1.38, E14)."""

    action: ClassVar[str] = "GetTransactionStatus"

    ongoing_indicator: Annotated[Boolean | None, Field(alias="ongoingIndicator")] = None
    messages_in_queue: Annotated[Boolean, Field(alias="messagesInQueue")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class GetTransactionStatusRequest(CsmsRequest[GetTransactionStatusResponse]):
    """Request of GetTransactionStatus, CSMS to station. E Transactions (Messages 1.38, E14)."""

    action: ClassVar[str] = "GetTransactionStatus"
    _response: ClassVar[ResponseClass] = GetTransactionStatusResponse

    transaction_id: Annotated[str | None, Field(alias="transactionId", max_length=36)] = None
    """At most 36 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
