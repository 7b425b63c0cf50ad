"""Messages of OCPP 2.0.1: TransactionEventRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.scalars import Boolean, Number, Sequence, Timestamp, WholeNumber
from pilotwire.ocpp.v201.datatypes import (
    CustomDataType,
    EVSEType,
    IdTokenInfoType,
    IdTokenType,
    MessageContentType,
    MeterValueType,
    TransactionType,
)
from pilotwire.ocpp.v201.enums import TransactionEventEnumType, TriggerReasonEnumType

__all__ = [
    "TransactionEventRequest",
    "TransactionEventResponse",
]


class TransactionEventResponse(Response):
    """Response of TransactionEvent, CSMS to station. E Transactions (Messages 1.60, E02)."""

    action: ClassVar[str] = "TransactionEvent"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    total_cost: Annotated[Number | None, Field(alias="totalCost")] = None
    charging_priority: Annotated[WholeNumber | None, Field(alias="chargingPriority")] = None
    id_token_info: Annotated[IdTokenInfoType | None, Field(alias="idTokenInfo")] = None
    updated_personal_message: Annotated[
        MessageContentType | None, Field(alias="updatedPersonalMessage")
    ] = None


class TransactionEventRequest(StationRequest[TransactionEventResponse]):
    """Request of TransactionEvent, station to CSMS. E Transactions (Messages 1.60, E02)."""

    action: ClassVar[str] = "TransactionEvent"
    _response: ClassVar[ResponseClass] = TransactionEventResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    event_type: Annotated[TransactionEventEnumType, Field(alias="eventType")]
    meter_value: Annotated[
        Sequence[MeterValueType] | None, Field(alias="meterValue", min_length=1)
    ] = None
    """Elements: at least 1."""
    timestamp: Timestamp
    trigger_reason: Annotated[TriggerReasonEnumType, Field(alias="triggerReason")]
    seq_no: Annotated[WholeNumber, Field(alias="seqNo")]
    offline: Boolean = False
    """False if absent."""
    number_of_phases_used: Annotated[WholeNumber | None, Field(alias="numberOfPhasesUsed")] = None
    cable_max_current: Annotated[WholeNumber | None, Field(alias="cableMaxCurrent")] = None
    """In A."""
    reservation_id: Annotated[WholeNumber | None, Field(alias="reservationId")] = None
    transaction_info: Annotated[TransactionType, Field(alias="transactionInfo")]
    evse: EVSEType | None = None
    id_token: Annotated[IdTokenType | None, Field(alias="idToken")] = None
