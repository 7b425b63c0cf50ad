"""Messages of OCPP 2.0.1: ClearChargingProfileRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v201.datatypes import ClearChargingProfileType, CustomDataType, StatusInfoType
from pilotwire.ocpp.v201.enums import ClearChargingProfileStatusEnumType

__all__ = [
    "ClearChargingProfileRequest",
    "ClearChargingProfileResponse",
]


class ClearChargingProfileResponse(Response):
    """Response of ClearChargingProfile, station to CSMS. K Smart Charging (Messages 1.7, K10)."""

    action: ClassVar[str] = "ClearChargingProfile"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: ClearChargingProfileStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class ClearChargingProfileRequest(CsmsRequest[ClearChargingProfileResponse]):
    """Request of ClearChargingProfile, CSMS to station. K Smart Charging (Messages 1.7, K10)."""

    action: ClassVar[str] = "ClearChargingProfile"
    _response: ClassVar[ResponseClass] = ClearChargingProfileResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    charging_profile_id: Annotated[WholeNumber | None, Field(alias="chargingProfileId")] = None
    charging_profile_criteria: Annotated[
        ClearChargingProfileType | None, Field(alias="chargingProfileCriteria")
    ] = None
