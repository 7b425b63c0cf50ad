"""Parts of the messages of OCPP 2.0.1: ChargingProfileType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Sequence, Timestamp, WholeNumber
from pilotwire.ocpp.v201.datatypes import ChargingScheduleType, CustomDataType
from pilotwire.ocpp.v201.enums import (
    ChargingProfileKindEnumType,
    ChargingProfilePurposeEnumType,
    RecurrencyKindEnumType,
)

__all__ = [
    "ChargingProfileType",
]


class ChargingProfileType(DataType):
    """Used by ReportChargingProfilesRequest, RequestStartTransactionRequest and 1 others."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    id: WholeNumber
    stack_level: Annotated[WholeNumber, Field(alias="stackLevel")]
    charging_profile_purpose: Annotated[
        ChargingProfilePurposeEnumType, Field(alias="chargingProfilePurpose")
    ]
    charging_profile_kind: Annotated[
        ChargingProfileKindEnumType, Field(alias="chargingProfileKind")
    ]
    recurrency_kind: Annotated[RecurrencyKindEnumType | None, Field(alias="recurrencyKind")] = None
    valid_from: Annotated[Timestamp | None, Field(alias="validFrom")] = None
    valid_to: Annotated[Timestamp | None, Field(alias="validTo")] = None
    charging_schedule: Annotated[
        Sequence[ChargingScheduleType], Field(alias="chargingSchedule", max_length=3, min_length=1)
    ]
    """Elements: 1 to 3."""
    transaction_id: Annotated[str | None, Field(alias="transactionId", max_length=36)] = None
    """At most 36 characters."""
