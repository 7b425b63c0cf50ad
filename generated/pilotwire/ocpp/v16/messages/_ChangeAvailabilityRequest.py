"""Messages of OCPP 1.6 with the security extension: ChangeAvailabilityRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import Integer
from pilotwire.ocpp.v16.enums import AvailabilityStatus, AvailabilityType

__all__ = [
    "ChangeAvailabilityRequest",
    "ChangeAvailabilityResponse",
]


class ChangeAvailabilityResponse(Response):
    """Response of ChangeAvailability, station to CSMS. Core (5.2)."""

    action: ClassVar[str] = "ChangeAvailability"

    status: AvailabilityStatus


class ChangeAvailabilityRequest(CsmsRequest[ChangeAvailabilityResponse]):
    """Request of ChangeAvailability, CSMS to station. Core (5.2)."""

    action: ClassVar[str] = "ChangeAvailability"
    _response: ClassVar[ResponseClass] = ChangeAvailabilityResponse

    connector_id: Annotated[Integer, Field(alias="connectorId")]
    type: AvailabilityType
