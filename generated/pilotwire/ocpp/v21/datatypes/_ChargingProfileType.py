"""Parts of the messages of OCPP 2.1: ChargingProfileType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Boolean, Sequence, Timestamp, WholeNumber
from pilotwire.ocpp.v21.datatypes import ChargingScheduleType, CustomDataType
from pilotwire.ocpp.v21.enums import (
    ChargingProfileKindEnumType,
    ChargingProfilePurposeEnumType,
    RecurrencyKindEnumType,
)

__all__ = [
    "ChargingProfileType",
]


class ChargingProfileType(DataType):
    """Used by ReportChargingProfilesRequest, RequestStartTransactionRequest and 1 others."""

    id: WholeNumber
    stack_level: Annotated[WholeNumber, Field(alias="stackLevel", ge=0)]
    """At least 0."""
    charging_profile_purpose: Annotated[
        ChargingProfilePurposeEnumType, Field(alias="chargingProfilePurpose")
    ]
    charging_profile_kind: Annotated[
        ChargingProfileKindEnumType, Field(alias="chargingProfileKind")
    ]
    recurrency_kind: Annotated[RecurrencyKindEnumType | None, Field(alias="recurrencyKind")] = None
    valid_from: Annotated[Timestamp | None, Field(alias="validFrom")] = None
    valid_to: Annotated[Timestamp | None, Field(alias="validTo")] = None
    transaction_id: Annotated[str | None, Field(alias="transactionId", max_length=36)] = None
    """At most 36 characters."""
    max_offline_duration: Annotated[WholeNumber | None, Field(alias="maxOfflineDuration")] = None
    """In s."""
    charging_schedule: Annotated[
        Sequence[ChargingScheduleType], Field(alias="chargingSchedule", max_length=3, min_length=1)
    ]
    """Elements: 1 to 3."""
    invalid_after_offline_duration: Annotated[
        Boolean | None, Field(alias="invalidAfterOfflineDuration")
    ] = None
    dyn_update_interval: Annotated[WholeNumber | None, Field(alias="dynUpdateInterval")] = None
    """In s."""
    dyn_update_time: Annotated[Timestamp | None, Field(alias="dynUpdateTime")] = None
    price_schedule_signature: Annotated[
        str | None, Field(alias="priceScheduleSignature", max_length=256)
    ] = None
    """At most 256 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
