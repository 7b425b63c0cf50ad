"""Messages of OCPP 2.0.1: ChangeAvailabilityRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.v201.datatypes import CustomDataType, EVSEType, StatusInfoType
from pilotwire.ocpp.v201.enums import ChangeAvailabilityStatusEnumType, OperationalStatusEnumType

__all__ = [
    "ChangeAvailabilityRequest",
    "ChangeAvailabilityResponse",
]


class ChangeAvailabilityResponse(Response):
    """Response of ChangeAvailability, station to CSMS. G Availability (Messages 1.5, G03)."""

    action: ClassVar[str] = "ChangeAvailability"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: ChangeAvailabilityStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class ChangeAvailabilityRequest(CsmsRequest[ChangeAvailabilityResponse]):
    """Request of ChangeAvailability, CSMS to station. G Availability (Messages 1.5, G03)."""

    action: ClassVar[str] = "ChangeAvailability"
    _response: ClassVar[ResponseClass] = ChangeAvailabilityResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    evse: EVSEType | None = None
    operational_status: Annotated[OperationalStatusEnumType, Field(alias="operationalStatus")]
