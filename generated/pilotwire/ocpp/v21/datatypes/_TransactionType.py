"""Parts of the messages of OCPP 2.1: TransactionType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v21.datatypes import CustomDataType, TransactionLimitType
from pilotwire.ocpp.v21.enums import ChargingStateEnumType, OperationModeEnumType, ReasonEnumType

__all__ = [
    "TransactionType",
]


class TransactionType(DataType):
    """Used by TransactionEventRequest."""

    transaction_id: Annotated[str, Field(alias="transactionId", max_length=36)]
    """At most 36 characters."""
    charging_state: Annotated[ChargingStateEnumType | None, Field(alias="chargingState")] = None
    time_spent_charging: Annotated[WholeNumber | None, Field(alias="timeSpentCharging")] = None
    """In s."""
    stopped_reason: Annotated[ReasonEnumType | None, Field(alias="stoppedReason")] = None
    remote_start_id: Annotated[WholeNumber | None, Field(alias="remoteStartId")] = None
    operation_mode: Annotated[OperationModeEnumType | None, Field(alias="operationMode")] = None
    tariff_id: Annotated[str | None, Field(alias="tariffId", max_length=60)] = None
    """At most 60 characters."""
    transaction_limit: Annotated[TransactionLimitType | None, Field(alias="transactionLimit")] = (
        None
    )
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
