"""Messages of OCPP 2.1: SetChargingProfileRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v21.datatypes import ChargingProfileType, CustomDataType, StatusInfoType
from pilotwire.ocpp.v21.enums import ChargingProfileStatusEnumType

__all__ = [
    "SetChargingProfileRequest",
    "SetChargingProfileResponse",
]


class SetChargingProfileResponse(Response):
    """Response of SetChargingProfile, station to CSMS. K Smart Charging (Messages 1.73, K01)."""

    action: ClassVar[str] = "SetChargingProfile"

    status: ChargingProfileStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class SetChargingProfileRequest(CsmsRequest[SetChargingProfileResponse]):
    """Request of SetChargingProfile, CSMS to station. K Smart Charging (Messages 1.73, K01)."""

    action: ClassVar[str] = "SetChargingProfile"
    _response: ClassVar[ResponseClass] = SetChargingProfileResponse

    evse_id: Annotated[WholeNumber, Field(alias="evseId", ge=0)]
    """At least 0."""
    charging_profile: Annotated[ChargingProfileType, Field(alias="chargingProfile")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
