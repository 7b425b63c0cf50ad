"""Messages of OCPP 1.6 with the security extension: CancelReservationRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import Integer
from pilotwire.ocpp.v16.enums import CancelReservationStatus

__all__ = [
    "CancelReservationRequest",
    "CancelReservationResponse",
]


class CancelReservationResponse(Response):
    """Response of CancelReservation, station to CSMS. Reservation (5.1)."""

    action: ClassVar[str] = "CancelReservation"

    status: CancelReservationStatus


class CancelReservationRequest(CsmsRequest[CancelReservationResponse]):
    """Request of CancelReservation, CSMS to station. Reservation (5.1)."""

    action: ClassVar[str] = "CancelReservation"
    _response: ClassVar[ResponseClass] = CancelReservationResponse

    reservation_id: Annotated[Integer, Field(alias="reservationId")]
