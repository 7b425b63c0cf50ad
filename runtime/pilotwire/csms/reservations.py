"""Reservations at stations (H01, H02; 1.6 5.1, 5.13), put into the messages of 1.6 or 2.1.

await csms.reservations.make("CS-0042", 7, "AA", expires, evse=2)
await csms.reservations.cancel("CS-0042", 7)
"""

from collections.abc import Callable
from datetime import datetime

from pilotwire.connection.versions import OcppVersion
from pilotwire.csms.line import Line
from pilotwire.ocpp import v16, v21
from pilotwire.ocpp.v21 import CancelReservationStatusEnumType as CancelReservationStatus
from pilotwire.ocpp.v21 import ReserveNowStatusEnumType as ReserveNowStatus
from pilotwire.ocpp.v21.standard_values import IdTokenKind
from pilotwire.ocpp.words import OwnWord

__all__ = ["CancelReservationStatus", "Reservations", "ReserveNowStatus"]


class Reservations:
    """What a CSMS has its stations keep free.

    Each method raises StationNotAccepted, StationNotConnected, CallUnanswered and ConnectionClosed
    as `Csms.remote_start` does.
    """

    def __init__(self, line: Callable[[str], Line]) -> None:
        self._line = line

    async def make(
        self,
        identity: str,
        reservation_id: int,
        token: str,
        expires: datetime,
        evse: int | None = None,
        *,
        connector_type: str | None = None,
        group: str | None = None,
        kind: IdTokenKind | OwnWord = IdTokenKind.ISO14443,
    ) -> ReserveNowStatus:
        """Have a station keep an EVSE free for somebody.

        Args:
            identity: The station.
            reservation_id: What the reservation is called from then on; one of that id is replaced.
            token: For whom.
            expires: Until when; with a time zone.
            evse: Which EVSE, or connector of 1.6; None leaves that to the station.
            connector_type: Which type its connector must be of; 1.6 has no such thing.
            group: A group, any token of which may charge there as well.
            kind: Of which kind the token is; 1.6 does not say it.

        Raises:
            ValueError: A token is too long for the version that the station speaks, or 1.6 is to
                reserve a type of connector.
        """
        line = self._line(identity)
        if line.version is OcppVersion.V1_6:
            if connector_type is not None:
                raise ValueError("OCPP 1.6 reserves no type of connector")
            old = v16.ReserveNowRequest(
                connector_id=evse or 0,
                expiry_date=expires,
                id_tag=token,
                parent_id_tag=group,
                reservation_id=reservation_id,
            )
            return ReserveNowStatus((await line.tell(old)).status)
        central = IdTokenKind.CENTRAL
        request = v21.ReserveNowRequest(
            id=reservation_id,
            expiry_date_time=expires,
            connector_type=connector_type,
            id_token=v21.IdTokenType(id_token=token, type=kind),
            evse_id=evse,
            group_id_token=None if group is None else v21.IdTokenType(id_token=group, type=central),
        )
        return (await line.tell(request)).status

    async def cancel(self, identity: str, reservation_id: int) -> CancelReservationStatus:
        """Have it free for everybody again."""
        line = self._line(identity)
        if line.version is OcppVersion.V1_6:
            old = v16.CancelReservationRequest(reservation_id=reservation_id)
            return CancelReservationStatus((await line.tell(old)).status)
        request = v21.CancelReservationRequest(reservation_id=reservation_id)
        return (await line.tell(request)).status
