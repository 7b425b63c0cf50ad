"""Messages of OCPP 1.6 with the security extension: RemoteStopTransactionRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import Integer
from pilotwire.ocpp.v16.enums import RemoteStartStopStatus

__all__ = [
    "RemoteStopTransactionRequest",
    "RemoteStopTransactionResponse",
]


class RemoteStopTransactionResponse(Response):
    """Response of RemoteStopTransaction, station to CSMS. Core (5.12)."""

    action: ClassVar[str] = "RemoteStopTransaction"

    status: RemoteStartStopStatus


class RemoteStopTransactionRequest(CsmsRequest[RemoteStopTransactionResponse]):
    """Request of RemoteStopTransaction, CSMS to station. Core (5.12)."""

    action: ClassVar[str] = "RemoteStopTransaction"
    _response: ClassVar[ResponseClass] = RemoteStopTransactionResponse

    transaction_id: Annotated[Integer, Field(alias="transactionId")]
