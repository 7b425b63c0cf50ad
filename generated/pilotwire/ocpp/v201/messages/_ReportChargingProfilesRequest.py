"""Messages of OCPP 2.0.1: ReportChargingProfilesRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.scalars import Boolean, Sequence, WholeNumber
from pilotwire.ocpp.v201.datatypes import ChargingProfileType, CustomDataType
from pilotwire.ocpp.v201.enums import ChargingLimitSourceEnumType

__all__ = [
    "ReportChargingProfilesRequest",
    "ReportChargingProfilesResponse",
]


class ReportChargingProfilesResponse(Response):
    """Response of ReportChargingProfiles, CSMS to station. K Smart Charging (Messages 1.43, K09)."""

    action: ClassVar[str] = "ReportChargingProfiles"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ReportChargingProfilesRequest(StationRequest[ReportChargingProfilesResponse]):
    """Request of ReportChargingProfiles, station to CSMS. K Smart Charging (Messages 1.43, K09)."""

    action: ClassVar[str] = "ReportChargingProfiles"
    _response: ClassVar[ResponseClass] = ReportChargingProfilesResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    request_id: Annotated[WholeNumber, Field(alias="requestId")]
    charging_limit_source: Annotated[
        ChargingLimitSourceEnumType, Field(alias="chargingLimitSource")
    ]
    charging_profile: Annotated[
        Sequence[ChargingProfileType], Field(alias="chargingProfile", min_length=1)
    ]
    """Elements: at least 1."""
    tbc: Boolean = False
    """False if absent."""
    evse_id: Annotated[WholeNumber, Field(alias="evseId")]
