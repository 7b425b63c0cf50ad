"""Messages of OCPP 1.6 with the security extension: StartTransactionRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.scalars import Integer, Timestamp
from pilotwire.ocpp.v16.datatypes import IdTagInfo

__all__ = [
    "StartTransactionRequest",
    "StartTransactionResponse",
]


class StartTransactionResponse(Response):
    """Response of StartTransaction, CSMS to station. Core (4.8)."""

    action: ClassVar[str] = "StartTransaction"

    id_tag_info: Annotated[IdTagInfo, Field(alias="idTagInfo")]
    transaction_id: Annotated[Integer, Field(alias="transactionId")]


class StartTransactionRequest(StationRequest[StartTransactionResponse]):
    """Request of StartTransaction, station to CSMS. Core (4.8)."""

    action: ClassVar[str] = "StartTransaction"
    _response: ClassVar[ResponseClass] = StartTransactionResponse

    connector_id: Annotated[Integer, Field(alias="connectorId")]
    id_tag: Annotated[str, Field(alias="idTag", max_length=20)]
    """At most 20 characters."""
    meter_start: Annotated[Integer, Field(alias="meterStart")]
    """In Wh."""
    reservation_id: Annotated[Integer | None, Field(alias="reservationId")] = None
    timestamp: Timestamp
