"""Messages of OCPP 1.6 with the security extension: ClearChargingProfileRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import Integer
from pilotwire.ocpp.v16.enums import ChargingProfilePurposeType, ClearChargingProfileStatus

__all__ = [
    "ClearChargingProfileRequest",
    "ClearChargingProfileResponse",
]


class ClearChargingProfileResponse(Response):
    """Response of ClearChargingProfile, station to CSMS. Smart Charging (5.5)."""

    action: ClassVar[str] = "ClearChargingProfile"

    status: ClearChargingProfileStatus


class ClearChargingProfileRequest(CsmsRequest[ClearChargingProfileResponse]):
    """Request of ClearChargingProfile, CSMS to station. Smart Charging (5.5)."""

    action: ClassVar[str] = "ClearChargingProfile"
    _response: ClassVar[ResponseClass] = ClearChargingProfileResponse

    id: Integer | None = None
    connector_id: Annotated[Integer | None, Field(alias="connectorId")] = None
    charging_profile_purpose: Annotated[
        ChargingProfilePurposeType | None, Field(alias="chargingProfilePurpose")
    ] = None
    stack_level: Annotated[Integer | None, Field(alias="stackLevel")] = None
