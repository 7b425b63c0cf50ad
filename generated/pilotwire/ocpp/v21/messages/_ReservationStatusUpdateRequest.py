"""Messages of OCPP 2.1: ReservationStatusUpdateRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v21.datatypes import CustomDataType
from pilotwire.ocpp.v21.enums import ReservationUpdateStatusEnumType

__all__ = [
    "ReservationStatusUpdateRequest",
    "ReservationStatusUpdateResponse",
]


class ReservationStatusUpdateResponse(Response):
    """Response of ReservationStatusUpdate, CSMS to station. H Reservation (Messages 1.68, H04)."""

    action: ClassVar[str] = "ReservationStatusUpdate"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ReservationStatusUpdateRequest(StationRequest[ReservationStatusUpdateResponse]):
    """Request of ReservationStatusUpdate, station to CSMS. H Reservation (Messages 1.68, H04)."""

    action: ClassVar[str] = "ReservationStatusUpdate"
    _response: ClassVar[ResponseClass] = ReservationStatusUpdateResponse

    reservation_id: Annotated[WholeNumber, Field(alias="reservationId", ge=0)]
    """At least 0."""
    reservation_update_status: Annotated[
        ReservationUpdateStatusEnumType, Field(alias="reservationUpdateStatus")
    ]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
