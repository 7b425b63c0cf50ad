"""The Reservation profile of OCPP 1.6: ReserveNow (5.13), CancelReservation (5.1).

A connector is reserved with its EVSE, as one connector of an EVSE is in use at a time. That a
reservation has ended is told by the status of the connector alone.
"""

from __future__ import annotations

from pilotwire.dialects.base import Dialect
from pilotwire.dialects.v16.connectors import numbers_of
from pilotwire.dialects.v16.keys import Block16
from pilotwire.ocpp import v16
from pilotwire.ocpp.v16.configuration import Keys
from pilotwire.rpc import Answer
from pilotwire.station.device_model.standard import ReservationCtrlr
from pilotwire.station.facts.authorization import UNTOLD_KIND, IdToken
from pilotwire.station.reservation.block import Reservations
from pilotwire.station.reservation.reservation import Reservation

__all__ = ["BLOCK"]

BLOCK = Block16("Reservation")
BLOCK.key(Keys.ReserveConnectorZeroSupported, ReservationCtrlr.NonEvseSpecific)


@BLOCK.command("ReserveNow", lambda: v16.ReserveNowRequest)
async def reserve_now(
    to: Dialect, request: v16.ReserveNowRequest
) -> v16.ReserveNowResponse | Answer[v16.ReserveNowResponse]:
    """5.13. Connector 0 leaves it to the Charge Point which connector is kept free."""
    evse_id = None
    if request.connector_id != 0:
        place = numbers_of(to.station).place(request.connector_id)
        if place is None:
            return v16.ReserveNowResponse(status=v16.ReservationStatus.REJECTED)
        evse_id, _ = place
    group = request.parent_id_tag
    outcome = to.block(Reservations).reserve(
        Reservation(
            request.reservation_id,
            IdToken(request.id_tag, UNTOLD_KIND),
            request.expiry_date,
            evse_id,
            group=None if group is None else IdToken(group, UNTOLD_KIND),
        )
    )
    status = v16.ReservationStatus(outcome.status.value)
    return Answer(v16.ReserveNowResponse(status=status), outcome.once_sent)


@BLOCK.command("CancelReservation", lambda: v16.CancelReservationRequest)
async def cancel_reservation(
    to: Dialect, request: v16.CancelReservationRequest
) -> Answer[v16.CancelReservationResponse]:
    """5.1."""
    outcome = to.block(Reservations).cancel(request.reservation_id)
    status = v16.CancelReservationStatus(outcome.status.value)
    return Answer(v16.CancelReservationResponse(status=status), outcome.once_sent)
