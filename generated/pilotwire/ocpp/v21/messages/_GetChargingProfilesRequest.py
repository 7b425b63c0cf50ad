"""Messages of OCPP 2.1: GetChargingProfilesRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v21.datatypes import (
    ChargingProfileCriterionType,
    CustomDataType,
    StatusInfoType,
)
from pilotwire.ocpp.v21.enums import GetChargingProfileStatusEnumType

__all__ = [
    "GetChargingProfilesRequest",
    "GetChargingProfilesResponse",
]


class GetChargingProfilesResponse(Response):
    """Response of GetChargingProfiles, station to CSMS. K Smart Charging (Messages 1.27, K09)."""

    action: ClassVar[str] = "GetChargingProfiles"

    status: GetChargingProfileStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class GetChargingProfilesRequest(CsmsRequest[GetChargingProfilesResponse]):
    """Request of GetChargingProfiles, CSMS to station. K Smart Charging (Messages 1.27, K09)."""

    action: ClassVar[str] = "GetChargingProfiles"
    _response: ClassVar[ResponseClass] = GetChargingProfilesResponse

    request_id: Annotated[WholeNumber, Field(alias="requestId")]
    evse_id: Annotated[WholeNumber | None, Field(alias="evseId", ge=0)] = None
    """At least 0."""
    charging_profile: Annotated[ChargingProfileCriterionType, Field(alias="chargingProfile")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
