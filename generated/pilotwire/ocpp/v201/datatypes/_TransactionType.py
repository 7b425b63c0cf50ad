"""Parts of the messages of OCPP 2.0.1: TransactionType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v201.datatypes import CustomDataType
from pilotwire.ocpp.v201.enums import ChargingStateEnumType, ReasonEnumType

__all__ = [
    "TransactionType",
]


class TransactionType(DataType):
    """Used by TransactionEventRequest."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    transaction_id: Annotated[str, Field(alias="transactionId", max_length=36)]
    """At most 36 characters."""
    charging_state: Annotated[ChargingStateEnumType | None, Field(alias="chargingState")] = None
    time_spent_charging: Annotated[WholeNumber | None, Field(alias="timeSpentCharging")] = None
    """In s."""
    stopped_reason: Annotated[ReasonEnumType | None, Field(alias="stoppedReason")] = None
    remote_start_id: Annotated[WholeNumber | None, Field(alias="remoteStartId")] = None
