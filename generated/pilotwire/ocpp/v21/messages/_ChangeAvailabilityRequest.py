"""Messages of OCPP 2.1: ChangeAvailabilityRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.v21.datatypes import CustomDataType, EVSEType, StatusInfoType
from pilotwire.ocpp.v21.enums import ChangeAvailabilityStatusEnumType, OperationalStatusEnumType

__all__ = [
    "ChangeAvailabilityRequest",
    "ChangeAvailabilityResponse",
]


class ChangeAvailabilityResponse(Response):
    """Response of ChangeAvailability, station to CSMS. G Availability (Messages 1.8, G03)."""

    action: ClassVar[str] = "ChangeAvailability"

    status: ChangeAvailabilityStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ChangeAvailabilityRequest(CsmsRequest[ChangeAvailabilityResponse]):
    """Request of ChangeAvailability, CSMS to station. G Availability (Messages 1.8, G03)."""

    action: ClassVar[str] = "ChangeAvailability"
    _response: ClassVar[ResponseClass] = ChangeAvailabilityResponse

    evse: EVSEType | None = None
    operational_status: Annotated[OperationalStatusEnumType, Field(alias="operationalStatus")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
