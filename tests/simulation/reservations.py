"""Reservations: what the CSMS makes and cancels, and what an EVSE may do meanwhile.

The CSMS draws them at any moment, conflicting ones, too. What the station has of them is looked at
whenever a session begins, and now and then: a reserved EVSE never charges another token, nothing is
used by another token either, and one that has expired holds nothing.
"""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any

from pilotwire.connection import OcppVersion
from pilotwire.ocpp import v16, v21
from pilotwire.station.facts.transactions import TransactionEvent
from pilotwire.station.reservation.reservation import Reservation
from pilotwire.station.vocabulary import ConnectorStatus
from tests.support.reservation import reservation_2x, reservation_16

__all__ = ["EXPIRED", "IDS", "Reservations"]

IDS = range(1, 5)
"""Few, so that one often replaces another."""

EXPIRED = timedelta(seconds=90)
"""After which a reservation holds nothing that has expired: the hardware may take its time."""

Give = Callable[[Any], Awaitable[Any]]


@dataclass(frozen=True)
class Made:
    """A reservation that the CSMS has sent; whether it was answered does not matter."""

    id: int
    token: str
    evse_id: int | None
    expires: datetime


class Reservations:
    """The reservations of a run. `pool` are the tokens that they are for."""

    def __init__(
        self,
        random: Random,
        wrongs: list[str],
        pool: Sequence[str],
        evses: int,
        now: Callable[[], datetime],
    ) -> None:
        self._random = random
        self._wrongs = wrongs
        self._pool = pool
        self._evses = evses
        self._now = now
        self._made: list[Made] = []
        self.used = 0
        """How often one was used."""

    async def draw(self, version: OcppVersion, give: Give) -> None:
        """Make one, or cancel one."""
        random, number = self._random, self._random.choice(IDS)
        if random.random() < 0.2:
            await give(self.cancelling(version, number))
            return
        token = random.choice(self._pool)
        evse_id = random.choice([None, None, *[1, self._evses] * 4, 99])
        seconds = random.choice([-60.0, 300.0, *[1800.0, 3600.0, 5400.0] * 2])
        is_16 = version is OcppVersion.V1_6
        make: Callable[..., Any] = reservation_16 if is_16 else reservation_2x
        self._made.append(Made(number, token, evse_id, self._now() + timedelta(seconds=seconds)))
        await give(make(number, token, evse_id, seconds=seconds))

    @staticmethod
    def cancelling(version: OcppVersion, number: int) -> Any:
        """The message that cancels one."""
        if version is OcppVersion.V1_6:
            return v16.CancelReservationRequest(reservation_id=number)
        return v21.CancelReservationRequest(reservation_id=number)

    # What the station does.

    def begun(self, event: TransactionEvent, standing: Iterable[Reservation]) -> None:
        """A session begins with this event, while the station has these reservations."""
        token = event.authorized_by
        if token is None:
            return
        for each in standing:
            here = each.evse_id == event.evse_id or (each.evse_id is None and self._evses == 1)
            if here and each.expires > event.timestamp and not each.is_for(token, None):
                self._wrongs.append(
                    f"EVSE {event.evse_id} charges {token.value}, and is reserved for"
                    f" {each.token.value}"
                )
        if event.reservation_id is None:
            return
        self.used += 1
        mine = [
            each
            for each in self._made
            if each.id == event.reservation_id
            and each.token.casefold() == token.value.casefold()
            and each.evse_id in {None, event.evse_id}
        ]
        if not mine:
            self._wrongs.append(
                f"transaction {event.transaction_id} of {token.value} uses the reservation"
                f" {event.reservation_id} of another"
            )

    def look(self, statuses: Sequence[ConnectorStatus], standing: Sequence[Reservation]) -> None:
        """So the EVSEs of a station are that has these reservations, and knows the time."""
        late = self._now() - EXPIRED
        for each in standing:
            if each.expires < late:
                self._wrongs.append(
                    f"reservation {each.id} has expired at {each.expires}, and stays"
                )
        for evse_id, status in enumerate(statuses, start=1):
            if status is ConnectorStatus.RESERVED and not any(
                each.evse_id in {None, evse_id} and each.expires > late for each in self._made
            ):
                self._wrongs.append(f"EVSE {evse_id} is Reserved, and nobody has reserved it now")
