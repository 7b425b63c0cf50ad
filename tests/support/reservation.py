"""Reservations as a CSMS makes and cancels them, in any version.

assert await reserve(s, 1, TOKEN, evse_id=1) == "Accepted"
assert await cancel(s, 1) == "Accepted"
"""

from datetime import timedelta

from pilotwire.ocpp import v16, v21
from pilotwire.station.vocabulary import IdTokenKind
from tests.support.scene import Scene, now

__all__ = [
    "cancel",
    "reservation_2x",
    "reservation_16",
    "reserve",
    "shows",
    "told_by_transactions",
    "updates",
]

LONG = 3600.0
"""Seconds until a reservation expires, if nothing else is said."""


async def reserve(
    s: Scene,
    number: int,
    token: str,
    evse_id: int | None = None,
    *,
    group: str | None = None,
    seconds: float = LONG,
) -> str:
    """Reserve an EVSE for a token, any without a number; the status that the station answers. In
    1.6 it is the connector of that number.
    """
    if s.csms.version == "1.6":
        old = reservation_16(number, token, evse_id, group=group, seconds=seconds)
        return (await s.csms.call(old)).status.value
    request = reservation_2x(number, token, evse_id, group=group, seconds=seconds)
    return (await s.csms.call(request)).status.value


async def cancel(s: Scene, number: int) -> str:
    """Cancel a reservation; the status that the station answers."""
    if s.csms.version == "1.6":
        old = v16.CancelReservationRequest(reservation_id=number)
        return (await s.csms.call(old)).status.value
    return (await s.csms.call(v21.CancelReservationRequest(reservation_id=number))).status.value


def reservation_16(
    number: int,
    token: str,
    connector: int | None = None,
    *,
    group: str | None = None,
    seconds: float = LONG,
) -> v16.ReserveNowRequest:
    """A reservation in the words of 1.6."""
    return v16.ReserveNowRequest(
        connector_id=connector or 0,
        expiry_date=now() + timedelta(seconds=seconds),
        id_tag=token,
        parent_id_tag=group,
        reservation_id=number,
    )


def reservation_2x(
    number: int,
    token: str,
    evse_id: int | None = None,
    *,
    group: str | None = None,
    seconds: float = LONG,
    kind: str | None = None,
) -> v21.ReserveNowRequest:
    """A reservation in the words of 2.x."""
    group_token = v21.IdTokenType(id_token=group or "", type=IdTokenKind.CENTRAL)
    return v21.ReserveNowRequest(
        id=number,
        expiry_date_time=now() + timedelta(seconds=seconds),
        id_token=v21.IdTokenType(id_token=token, type=IdTokenKind.ISO14443),
        evse_id=evse_id,
        connector_type=kind,
        group_id_token=None if group is None else group_token,
    )


def shows(s: Scene) -> list[str]:
    """The status of each EVSE."""
    return [evse.status.value for evse in s.station.evses]


def updates(s: Scene) -> list[tuple[int, str]]:
    """The ends of reservations that the CSMS was told."""
    return [
        (update.reservation_id, update.reservation_update_status.value)
        for update in s.csms.requests(v21.ReservationStatusUpdateRequest)
    ]


def told_by_transactions(s: Scene) -> list[int]:
    """The reservations that transactions have told, in their order."""
    if s.csms.version == "1.6":
        starts = s.csms.requests(v16.StartTransactionRequest)
        numbers = [start.reservation_id for start in starts]
    else:
        events = s.csms.requests(v21.TransactionEventRequest)
        numbers = [event.reservation_id for event in events]
    return [number for number in numbers if number is not None]
