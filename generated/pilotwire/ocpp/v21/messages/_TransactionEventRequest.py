"""Messages of OCPP 2.1: TransactionEventRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.scalars import Boolean, Number, Sequence, Timestamp, WholeNumber
from pilotwire.ocpp.v21.datatypes import (
    CostDetailsType,
    CustomDataType,
    EVSEType,
    IdTokenInfoType,
    IdTokenType,
    MessageContentType,
    MeterValueType,
    TransactionLimitType,
    TransactionType,
)
from pilotwire.ocpp.v21.enums import (
    PreconditioningStatusEnumType,
    TransactionEventEnumType,
    TriggerReasonEnumType,
)

__all__ = [
    "TransactionEventRequest",
    "TransactionEventResponse",
]


class TransactionEventResponse(Response):
    """Response of TransactionEvent, CSMS to station. E Transactions (Messages 1.84, E02)."""

    action: ClassVar[str] = "TransactionEvent"

    total_cost: Annotated[Number | None, Field(alias="totalCost")] = None
    charging_priority: Annotated[WholeNumber | None, Field(alias="chargingPriority")] = None
    id_token_info: Annotated[IdTokenInfoType | None, Field(alias="idTokenInfo")] = None
    transaction_limit: Annotated[TransactionLimitType | None, Field(alias="transactionLimit")] = (
        None
    )
    updated_personal_message: Annotated[
        MessageContentType | None, Field(alias="updatedPersonalMessage")
    ] = None
    updated_personal_message_extra: Annotated[
        Sequence[MessageContentType] | None,
        Field(alias="updatedPersonalMessageExtra", max_length=4, min_length=1),
    ] = None
    """Elements: 1 to 4."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class TransactionEventRequest(StationRequest[TransactionEventResponse]):
    """Request of TransactionEvent, station to CSMS. E Transactions (Messages 1.84, E02)."""

    action: ClassVar[str] = "TransactionEvent"
    _response: ClassVar[ResponseClass] = TransactionEventResponse

    cost_details: Annotated[CostDetailsType | None, Field(alias="costDetails")] = None
    event_type: Annotated[TransactionEventEnumType, Field(alias="eventType")]
    meter_value: Annotated[
        Sequence[MeterValueType] | None, Field(alias="meterValue", min_length=1)
    ] = None
    """Elements: at least 1."""
    timestamp: Timestamp
    trigger_reason: Annotated[TriggerReasonEnumType, Field(alias="triggerReason")]
    seq_no: Annotated[WholeNumber, Field(alias="seqNo", ge=0)]
    """At least 0."""
    offline: Boolean = False
    """False if absent."""
    number_of_phases_used: Annotated[
        WholeNumber | None, Field(alias="numberOfPhasesUsed", ge=0, le=3)
    ] = None
    """0 to 3."""
    cable_max_current: Annotated[WholeNumber | None, Field(alias="cableMaxCurrent")] = None
    """In A."""
    reservation_id: Annotated[WholeNumber | None, Field(alias="reservationId", ge=0)] = None
    """At least 0."""
    preconditioning_status: Annotated[
        PreconditioningStatusEnumType | None, Field(alias="preconditioningStatus")
    ] = None
    evse_sleep: Annotated[Boolean | None, Field(alias="evseSleep")] = None
    transaction_info: Annotated[TransactionType, Field(alias="transactionInfo")]
    evse: EVSEType | None = None
    id_token: Annotated[IdTokenType | None, Field(alias="idToken")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
