"""Messages of OCPP 1.6 with the security extension: StopTransactionRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.scalars import Integer, Sequence, Timestamp
from pilotwire.ocpp.v16.datatypes import IdTagInfo, MeterValue
from pilotwire.ocpp.v16.enums import Reason

__all__ = [
    "StopTransactionRequest",
    "StopTransactionResponse",
]


class StopTransactionResponse(Response):
    """Response of StopTransaction, CSMS to station. Core (4.10)."""

    action: ClassVar[str] = "StopTransaction"

    id_tag_info: Annotated[IdTagInfo | None, Field(alias="idTagInfo")] = None


class StopTransactionRequest(StationRequest[StopTransactionResponse]):
    """Request of StopTransaction, station to CSMS. Core (4.10)."""

    action: ClassVar[str] = "StopTransaction"
    _response: ClassVar[ResponseClass] = StopTransactionResponse

    id_tag: Annotated[str | None, Field(alias="idTag", max_length=20)] = None
    """At most 20 characters."""
    meter_stop: Annotated[Integer, Field(alias="meterStop")]
    """In Wh."""
    timestamp: Timestamp
    transaction_id: Annotated[Integer, Field(alias="transactionId")]
    reason: Reason | None = None
    transaction_data: Annotated[Sequence[MeterValue] | None, Field(alias="transactionData")] = None
