"""Parts of the messages of OCPP 2.1: ChargingProfileCriterionType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Sequence, WholeNumber
from pilotwire.ocpp.v21.datatypes import CustomDataType, String20
from pilotwire.ocpp.v21.enums import ChargingProfilePurposeEnumType

__all__ = [
    "ChargingProfileCriterionType",
]


class ChargingProfileCriterionType(DataType):
    """Used by GetChargingProfilesRequest."""

    charging_profile_purpose: Annotated[
        ChargingProfilePurposeEnumType | None, Field(alias="chargingProfilePurpose")
    ] = None
    stack_level: Annotated[WholeNumber | None, Field(alias="stackLevel", ge=0)] = None
    """At least 0."""
    charging_profile_id: Annotated[
        Sequence[WholeNumber] | None, Field(alias="chargingProfileId", min_length=1)
    ] = None
    """Elements: at least 1."""
    charging_limit_source: Annotated[
        Sequence[String20] | None, Field(alias="chargingLimitSource", max_length=4, min_length=1)
    ] = None
    """Elements: 1 to 4. Each: at most 20 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
