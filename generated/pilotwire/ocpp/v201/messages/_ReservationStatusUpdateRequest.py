"""Messages of OCPP 2.0.1: ReservationStatusUpdateRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v201.datatypes import CustomDataType
from pilotwire.ocpp.v201.enums import ReservationUpdateStatusEnumType

__all__ = [
    "ReservationStatusUpdateRequest",
    "ReservationStatusUpdateResponse",
]


class ReservationStatusUpdateResponse(Response):
    """Response of ReservationStatusUpdate, CSMS to station. H Reservation (Messages 1.46, H04)."""

    action: ClassVar[str] = "ReservationStatusUpdate"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ReservationStatusUpdateRequest(StationRequest[ReservationStatusUpdateResponse]):
    """Request of ReservationStatusUpdate, station to CSMS. H Reservation (Messages 1.46, H04)."""

    action: ClassVar[str] = "ReservationStatusUpdate"
    _response: ClassVar[ResponseClass] = ReservationStatusUpdateResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    reservation_id: Annotated[WholeNumber, Field(alias="reservationId")]
    reservation_update_status: Annotated[
        ReservationUpdateStatusEnumType, Field(alias="reservationUpdateStatus")
    ]
