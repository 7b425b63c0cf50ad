"""Messages of OCPP 2.0.1: RequestStartTransactionRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v201.datatypes import (
    ChargingProfileType,
    CustomDataType,
    IdTokenType,
    StatusInfoType,
)
from pilotwire.ocpp.v201.enums import RequestStartStopStatusEnumType

__all__ = [
    "RequestStartTransactionRequest",
    "RequestStartTransactionResponse",
]


class RequestStartTransactionResponse(Response):
    """Response of RequestStartTransaction, station to CSMS. F Remote Control (Messages 1.44, F01)."""

    action: ClassVar[str] = "RequestStartTransaction"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: RequestStartStopStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    transaction_id: Annotated[str | None, Field(alias="transactionId", max_length=36)] = None
    """At most 36 characters."""


class RequestStartTransactionRequest(CsmsRequest[RequestStartTransactionResponse]):
    """Request of RequestStartTransaction, CSMS to station. F Remote Control (Messages 1.44, F01)."""

    action: ClassVar[str] = "RequestStartTransaction"
    _response: ClassVar[ResponseClass] = RequestStartTransactionResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    evse_id: Annotated[WholeNumber | None, Field(alias="evseId")] = None
    group_id_token: Annotated[IdTokenType | None, Field(alias="groupIdToken")] = None
    id_token: Annotated[IdTokenType, Field(alias="idToken")]
    remote_start_id: Annotated[WholeNumber, Field(alias="remoteStartId")]
    charging_profile: Annotated[ChargingProfileType | None, Field(alias="chargingProfile")] = None
