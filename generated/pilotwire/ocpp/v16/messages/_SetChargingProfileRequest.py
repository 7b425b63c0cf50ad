"""Messages of OCPP 1.6 with the security extension: SetChargingProfileRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import Integer
from pilotwire.ocpp.v16.datatypes import ChargingProfile
from pilotwire.ocpp.v16.enums import ChargingProfileStatus

__all__ = [
    "SetChargingProfileRequest",
    "SetChargingProfileResponse",
]


class SetChargingProfileResponse(Response):
    """Response of SetChargingProfile, station to CSMS. Smart Charging (5.16)."""

    action: ClassVar[str] = "SetChargingProfile"

    status: ChargingProfileStatus


class SetChargingProfileRequest(CsmsRequest[SetChargingProfileResponse]):
    """Request of SetChargingProfile, CSMS to station. Smart Charging (5.16)."""

    action: ClassVar[str] = "SetChargingProfile"
    _response: ClassVar[ResponseClass] = SetChargingProfileResponse

    connector_id: Annotated[Integer, Field(alias="connectorId")]
    cs_charging_profiles: Annotated[ChargingProfile, Field(alias="csChargingProfiles")]
