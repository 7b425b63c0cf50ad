"""Reservations in OCPP 2.x: ReserveNow, CancelReservation, ReservationStatusUpdate (H)."""

from __future__ import annotations

from pilotwire.connection import OcppVersion
from pilotwire.dialects.base import Block, Dialect, Report
from pilotwire.dialects.v2x.authorization import token_of
from pilotwire.dialects.v2x.status_info import status_info
from pilotwire.ocpp import v21
from pilotwire.rpc import Answer
from pilotwire.station.facts.reservation import ReservationEnded
from pilotwire.station.reservation.block import Reservations
from pilotwire.station.reservation.reservation import Reservation
from pilotwire.station.vocabulary import ReservationUpdateStatus

__all__ = ["BLOCK", "told_reservation"]

BLOCK: Block[Dialect] = Block()


@BLOCK.command("ReserveNow", lambda: v21.ReserveNowRequest)
async def reserve_now(
    to: Dialect, request: v21.ReserveNowRequest
) -> Answer[v21.ReserveNowResponse]:
    """H01."""
    group = request.group_id_token
    outcome = to.block(Reservations).reserve(
        Reservation(
            request.id,
            token_of(request.id_token),
            request.expiry_date_time,
            request.evse_id,
            request.connector_type,
            None if group is None else token_of(group),
        )
    )
    response = v21.ReserveNowResponse(status=outcome.status, status_info=status_info(outcome))
    return Answer(response, outcome.once_sent)


@BLOCK.command("CancelReservation", lambda: v21.CancelReservationRequest)
async def cancel_reservation(
    to: Dialect, request: v21.CancelReservationRequest
) -> Answer[v21.CancelReservationResponse]:
    """H02."""
    outcome = to.block(Reservations).cancel(request.reservation_id)
    response = v21.CancelReservationResponse(
        status=outcome.status, status_info=status_info(outcome)
    )
    return Answer(response, outcome.once_sent)


class ReservationStatusUpdates(Report[Dialect, ReservationEnded]):
    """Each end that the CSMS does not know of is a ReservationStatusUpdate."""

    def request(
        self, to: Dialect, fact: ReservationEnded, *, offline: bool
    ) -> v21.ReservationStatusUpdateRequest | None:
        """ReservationStatusUpdate (H04). 2.0.1 does not know NoTransaction."""
        del offline
        reservation_id = told_reservation(fact.reservation_id)
        unknown = (
            fact.status is ReservationUpdateStatus.NO_TRANSACTION
            and to.version is not OcppVersion.V2_1
        )
        if unknown or reservation_id is None:
            return None
        return v21.ReservationStatusUpdateRequest(
            reservation_id=reservation_id, reservation_update_status=fact.status
        )


def told_reservation(number: int | None) -> int | None:
    """A reservation that 1.6 made may have a number below 0, for which 2.x has no room."""
    return None if number is None or number < 0 else number


BLOCK.report(ReservationEnded, ReservationStatusUpdates())
