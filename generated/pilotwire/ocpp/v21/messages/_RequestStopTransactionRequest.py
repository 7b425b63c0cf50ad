"""Messages of OCPP 2.1: RequestStopTransactionRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.v21.datatypes import CustomDataType, StatusInfoType
from pilotwire.ocpp.v21.enums import RequestStartStopStatusEnumType

__all__ = [
    "RequestStopTransactionRequest",
    "RequestStopTransactionResponse",
]


class RequestStopTransactionResponse(Response):
    """Response of RequestStopTransaction, station to CSMS. F Remote Control (Messages 1.67, F03)."""

    action: ClassVar[str] = "RequestStopTransaction"

    status: RequestStartStopStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class RequestStopTransactionRequest(CsmsRequest[RequestStopTransactionResponse]):
    """Request of RequestStopTransaction, CSMS to station. F Remote Control (Messages 1.67, F03)."""

    action: ClassVar[str] = "RequestStopTransaction"
    _response: ClassVar[ResponseClass] = RequestStopTransactionResponse

    transaction_id: Annotated[str, Field(alias="transactionId", max_length=36)]
    """At most 36 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
