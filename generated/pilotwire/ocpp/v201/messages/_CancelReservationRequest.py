"""Messages of OCPP 2.0.1: CancelReservationRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v201.datatypes import CustomDataType, StatusInfoType
from pilotwire.ocpp.v201.enums import CancelReservationStatusEnumType

__all__ = [
    "CancelReservationRequest",
    "CancelReservationResponse",
]


class CancelReservationResponse(Response):
    """Response of CancelReservation, station to CSMS. H Reservation (Messages 1.3, H02)."""

    action: ClassVar[str] = "CancelReservation"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: CancelReservationStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class CancelReservationRequest(CsmsRequest[CancelReservationResponse]):
    """Request of CancelReservation, CSMS to station. H Reservation (Messages 1.3, H02)."""

    action: ClassVar[str] = "CancelReservation"
    _response: ClassVar[ResponseClass] = CancelReservationResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    reservation_id: Annotated[WholeNumber, Field(alias="reservationId")]
