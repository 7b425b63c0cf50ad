"""Messages of OCPP 1.6 with the security extension: ReserveNowRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import Integer, Timestamp
from pilotwire.ocpp.v16.enums import ReservationStatus

__all__ = [
    "ReserveNowRequest",
    "ReserveNowResponse",
]


class ReserveNowResponse(Response):
    """Response of ReserveNow, station to CSMS. Reservation (5.13)."""

    action: ClassVar[str] = "ReserveNow"

    status: ReservationStatus


class ReserveNowRequest(CsmsRequest[ReserveNowResponse]):
    """Request of ReserveNow, CSMS to station. Reservation (5.13)."""

    action: ClassVar[str] = "ReserveNow"
    _response: ClassVar[ResponseClass] = ReserveNowResponse

    connector_id: Annotated[Integer, Field(alias="connectorId")]
    expiry_date: Annotated[Timestamp, Field(alias="expiryDate")]
    id_tag: Annotated[str, Field(alias="idTag", max_length=20)]
    """At most 20 characters."""
    parent_id_tag: Annotated[str | None, Field(alias="parentIdTag", max_length=20)] = None
    """At most 20 characters."""
    reservation_id: Annotated[Integer, Field(alias="reservationId")]
