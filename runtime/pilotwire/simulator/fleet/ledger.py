"""What the stations of a fleet have told of their transactions, and whether the CSMS has it all.

The rule of this module: what it says of a transaction it has from the station's own events, at the
moment at which they happened, and not from any message.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol, TypeAlias

from pilotwire.events import (
    MessageGivenUp,
    StationEvent,
    TransactionEnded,
    TransactionNumbered,
    TransactionSnapshot,
    TransactionStarted,
    TransactionUpdated,
)

__all__ = ["Difference", "Known", "Ledger", "Records", "Row", "differences"]

_KEPT: Final = 200
"""Transactions of a station that are remembered, as the small CSMS does."""
_ROUNDED_WH: Final = 2.0
"""By how much energy may differ: 1.6 has whole watt-hours at the begin and at the end."""


class Known(Protocol):
    """A transaction as a CSMS knows it; `csms.Session` is one."""

    @property
    def transaction_id(self) -> int | str:
        """Its id as the wire has it: of the CSMS in 1.6, of the station in 2.x."""
        ...

    @property
    def ongoing(self) -> bool:
        """Whether it is not over."""
        ...

    @property
    def energy_wh(self) -> float | None:
        """What was taken; None where that is not known."""
        ...


Records: TypeAlias = Mapping[str, Iterable[Known]]
"""What a CSMS knows: transactions by the identity of their station."""


@dataclass(slots=True)
class Row:
    """A transaction.

    Attributes:
        identity: Whose.
        id: The station's own id.
        evse_id: Where.
        began: When, by the station's clock.
        csms_id: What a CSMS of 1.6 calls it, once that is known.
        energy_wh: What was taken, as far as it is known.
        ended: When it was over; None while it goes on.
        reason: Why.
    """

    identity: str
    id: str
    evse_id: int
    began: datetime
    csms_id: int | None = None
    energy_wh: float = 0.0
    ended: datetime | None = None
    reason: str = ""

    def line(self) -> str:
        """The row as a line of JSON."""
        return json.dumps(
            {
                "station": self.identity,
                "transaction": self.id,
                "csms_id": self.csms_id,
                "evse": self.evse_id,
                "began": self.began.isoformat(),
                "ended": None if self.ended is None else self.ended.isoformat(),
                "reason": self.reason or None,
                "energy_wh": round(self.energy_wh, 1),
            }
        )


@dataclass(frozen=True, slots=True)
class Difference:
    """A transaction of which the CSMS does not know what the station does.

    Attributes:
        row: The transaction.
        what: What is different, in words.
    """

    row: Row
    what: str

    def __str__(self) -> str:
        return f"{self.row.identity}, transaction {self.row.id}: {self.what}"


class Ledger:
    """The transactions of all stations, of each the newest."""

    def __init__(self) -> None:
        self._rows: dict[str, dict[str, Row]] = {}
        self.begun = 0
        """How many have begun."""
        self.ended = 0
        """How many of them are over."""
        self.energy_wh = 0.0
        """What was taken in those that are over."""
        self.given_up = 0
        """Messages of transactions that the CSMS was not made to take."""
        self.forgotten = 0
        """Transactions that are remembered no more, since there were too many."""

    @property
    def running(self) -> int:
        """How many go on."""
        return self.begun - self.ended

    def rows(self) -> Iterator[Row]:
        """All that are remembered, station by station, the oldest first."""
        for rows in self._rows.values():
            yield from rows.values()

    def hear(self, identity: str, event: StationEvent) -> None:
        """A station has told something."""
        match event:
            case TransactionStarted(transaction):
                self.begun += 1
                self._row(identity, transaction)
            case TransactionUpdated(transaction):
                self._row(identity, transaction).energy_wh = transaction.energy_wh
            case TransactionEnded(transaction, reason):
                row = self._row(identity, transaction)
                row.energy_wh = transaction.energy_wh
                row.ended, row.reason = transaction.at, reason.value
                self.ended += 1
                self.energy_wh += transaction.energy_wh
            case TransactionNumbered(transaction_id, csms_id):
                numbered = self._rows.get(identity, {}).get(transaction_id)
                if numbered is not None:
                    numbered.csms_id = csms_id
            case MessageGivenUp(transaction_id) if transaction_id is not None:
                self.given_up += 1
            case _:
                pass

    def _row(self, identity: str, transaction: TransactionSnapshot) -> Row:
        rows = self._rows.setdefault(identity, {})
        row = rows.get(transaction.id)
        if row is None:
            if len(rows) >= _KEPT:
                del rows[next(iter(rows))]
                self.forgotten += 1
            row = Row(identity, transaction.id, transaction.evse_id, transaction.began)
            rows[transaction.id] = row
        if transaction.csms_id is not None:
            row.csms_id = transaction.csms_id
        return row


def differences(rows: Iterable[Row], records: Records) -> Iterator[Difference]:
    """Of which transactions a CSMS does not know what the stations do: whether there was one, that
    it is over, and its energy.
    """
    known = {
        identity: {session.transaction_id: session for session in sessions}
        for identity, sessions in records.items()
    }
    for row in rows:
        sessions = known.get(row.identity, {})
        session = sessions.get(row.id)
        if session is None and row.csms_id is not None:
            session = sessions.get(row.csms_id)
        if session is None:
            yield Difference(row, "the CSMS does not know it")
        elif session.ongoing is not (row.ended is None):
            yield Difference(
                row, "the CSMS does not know that it is over" if row.ended else "it goes on"
            )
        elif row.ended is not None:
            energy = session.energy_wh
            if energy is None or abs(energy - row.energy_wh) > _ROUNDED_WH:
                told = "nothing" if energy is None else f"{energy:.1f} Wh"
                yield Difference(row, f"{row.energy_wh:.1f} Wh, of which the CSMS knows {told}")
