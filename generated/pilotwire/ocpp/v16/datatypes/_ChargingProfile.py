"""Parts of the messages of OCPP 1.6 with the security extension: ChargingProfile.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Integer, Timestamp
from pilotwire.ocpp.v16.datatypes import ChargingSchedule
from pilotwire.ocpp.v16.enums import (
    ChargingProfileKindType,
    ChargingProfilePurposeType,
    RecurrencyKindType,
)

__all__ = [
    "ChargingProfile",
]


class ChargingProfile(DataType):
    """Used by RemoteStartTransactionRequest, SetChargingProfileRequest."""

    charging_profile_id: Annotated[Integer, Field(alias="chargingProfileId")]
    transaction_id: Annotated[Integer | None, Field(alias="transactionId")] = None
    stack_level: Annotated[Integer, Field(alias="stackLevel")]
    charging_profile_purpose: Annotated[
        ChargingProfilePurposeType, Field(alias="chargingProfilePurpose")
    ]
    charging_profile_kind: Annotated[ChargingProfileKindType, Field(alias="chargingProfileKind")]
    recurrency_kind: Annotated[RecurrencyKindType | None, Field(alias="recurrencyKind")] = None
    valid_from: Annotated[Timestamp | None, Field(alias="validFrom")] = None
    valid_to: Annotated[Timestamp | None, Field(alias="validTo")] = None
    charging_schedule: Annotated[ChargingSchedule, Field(alias="chargingSchedule")]
