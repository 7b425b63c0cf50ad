"""Parts of the messages of OCPP 2.1: ClearChargingProfileType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v21.datatypes import CustomDataType
from pilotwire.ocpp.v21.enums import ChargingProfilePurposeEnumType

__all__ = [
    "ClearChargingProfileType",
]


class ClearChargingProfileType(DataType):
    """Used by ClearChargingProfileRequest."""

    evse_id: Annotated[WholeNumber | None, Field(alias="evseId", ge=0)] = None
    """At least 0."""
    charging_profile_purpose: Annotated[
        ChargingProfilePurposeEnumType | None, Field(alias="chargingProfilePurpose")
    ] = None
    stack_level: Annotated[WholeNumber | None, Field(alias="stackLevel", ge=0)] = None
    """At least 0."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
