"""Messages of OCPP 2.0.1: GetChargingProfilesRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v201.datatypes import (
    ChargingProfileCriterionType,
    CustomDataType,
    StatusInfoType,
)
from pilotwire.ocpp.v201.enums import GetChargingProfileStatusEnumType

__all__ = [
    "GetChargingProfilesRequest",
    "GetChargingProfilesResponse",
]


class GetChargingProfilesResponse(Response):
    """Response of GetChargingProfiles, station to CSMS. K Smart Charging (Messages 1.19, K09)."""

    action: ClassVar[str] = "GetChargingProfiles"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: GetChargingProfileStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class GetChargingProfilesRequest(CsmsRequest[GetChargingProfilesResponse]):
    """Request of GetChargingProfiles, CSMS to station. K Smart Charging (Messages 1.19, K09)."""

    action: ClassVar[str] = "GetChargingProfiles"
    _response: ClassVar[ResponseClass] = GetChargingProfilesResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    request_id: Annotated[WholeNumber, Field(alias="requestId")]
    evse_id: Annotated[WholeNumber | None, Field(alias="evseId")] = None
    charging_profile: Annotated[ChargingProfileCriterionType, Field(alias="chargingProfile")]
