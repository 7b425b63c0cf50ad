"""What the CSMS was not made to take: messages that were given up, and records that can't be read.

They are kept so that somebody can settle them by hand: `pilotwire store export` shows them.
"""

from dataclasses import dataclass
from datetime import datetime

from pilotwire.store.database import Store
from pilotwire.store.outbox import Entry, wire_text

__all__ = ["GivenUp", "Loss"]

KEPT = 1000
"""How many are kept of a station; then the oldest go."""


@dataclass(frozen=True, slots=True)
class Loss:
    """One of them: when and why it was given up, and the `event` that is not told, as JSON text."""

    at: datetime
    why: str
    transaction_id: str | None
    event: str
    message_id: str
    attempts: int


class GivenUp:
    """The table of one station. Whatever writes belongs in a block of the store."""

    def __init__(self, store: Store, station: str) -> None:
        self._store = store
        self._station = station

    def add(self, entry: Entry, at: datetime, why: str) -> None:
        """Keep what was given up of the outbox."""
        wire = None if entry.wire is None else wire_text(entry.wire)
        self._insert(
            at, why, entry.transaction_id, entry.event, entry.message_id, entry.attempts, wire
        )

    def add_unreadable(self, at: datetime, why: str, transaction_id: str, body: str) -> None:
        """Keep the record of a transaction that nobody can read any more."""
        self._insert(at, why, transaction_id, body, "", 0, None)

    def all(self) -> list[Loss]:
        """Those that are kept, the oldest first."""
        rows = self._store.rows(
            "SELECT * FROM given_up WHERE station = ? ORDER BY id", self._station
        )
        return [
            Loss(
                at=datetime.fromisoformat(row["at"]),
                why=row["why"],
                transaction_id=row["transaction_id"],
                event=row["event"],
                message_id=row["message_id"],
                attempts=row["attempts"],
            )
            for row in rows
        ]

    def _insert(self, at: datetime, why: str, *facts: str | int | None) -> None:
        self._store.execute(
            "INSERT INTO given_up"
            " (id, station, at, why, transaction_id, event, message_id, attempts, wire)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            self._store.next_id("given_up"),
            self._station,
            at.isoformat(),
            why,
            *facts,
        )
        self._store.execute(
            "DELETE FROM given_up WHERE station = ?1 AND id <="
            " (SELECT id FROM given_up WHERE station = ?1 ORDER BY id DESC LIMIT 1 OFFSET ?2)",
            self._station,
            KEPT,
        )
