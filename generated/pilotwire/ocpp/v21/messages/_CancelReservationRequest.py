"""Messages of OCPP 2.1: CancelReservationRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v21.datatypes import CustomDataType, StatusInfoType
from pilotwire.ocpp.v21.enums import CancelReservationStatusEnumType

__all__ = [
    "CancelReservationRequest",
    "CancelReservationResponse",
]


class CancelReservationResponse(Response):
    """Response of CancelReservation, station to CSMS. H Reservation (Messages 1.6, H02)."""

    action: ClassVar[str] = "CancelReservation"

    status: CancelReservationStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class CancelReservationRequest(CsmsRequest[CancelReservationResponse]):
    """Request of CancelReservation, CSMS to station. H Reservation (Messages 1.6, H02)."""

    action: ClassVar[str] = "CancelReservation"
    _response: ClassVar[ResponseClass] = CancelReservationResponse

    reservation_id: Annotated[WholeNumber, Field(alias="reservationId", ge=0)]
    """At least 0."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
