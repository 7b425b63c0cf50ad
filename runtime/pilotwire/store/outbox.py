"""What the station has to tell its CSMS, kept until the CSMS has it.

A row is a fact in no version's words, so that it can be sent in the words of whichever version the
next connection speaks. The moment it is first sent, the words are kept beside it: a repetition says
the same to the letter. Rows leave when they are answered, given up, or replaced by a newer one of
the same key.
"""

import json
from dataclasses import dataclass
from enum import StrEnum
from sqlite3 import Row

from pilotwire.store.database import Store

__all__ = ["Entry", "Lane", "Outbox", "Wire"]


class Lane(StrEnum):
    """What must happen to a message that can't be delivered."""

    TRANSACTION = "transaction"
    """Kept and repeated, strictly in order (2.0.1 E13, 1.6 3.7.1)."""
    NOTIFICATION = "notification"
    """Sent once; the newest replaces an unsent older one of the same key."""


@dataclass(frozen=True, slots=True)
class Wire:
    """A message as it went out: OCPP version, action, and payload as JSON text."""

    version: str
    action: str
    payload: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One row; `event` is JSON text.

    `attempts` counts the times it was sent, `refusals` those of them that were answered with an
    error, `timeouts` those that were not answered in time. The rest ended with their connection.
    """

    id: int
    lane: Lane
    transaction_id: str | None
    event: str
    offline: bool
    message_id: str
    attempts: int
    refusals: int
    timeouts: int
    wire: Wire | None


class Outbox:
    """The queue of one station. Whatever writes belongs in an `atomic()` block of the store."""

    def __init__(self, store: Store, station: str) -> None:
        self._store = store
        self._station = station

    def add(
        self,
        lane: Lane,
        event: str,
        *,
        message_id: str,
        offline: bool,
        transaction_id: str | None = None,
        coalesce_key: str | None = None,
    ) -> None:
        """Append a fact. One with a `coalesce_key` removes the unsent row that has the same key."""
        if coalesce_key is not None:
            self._store.execute(
                "DELETE FROM outbox WHERE station = ? AND coalesce_key = ? AND attempts = 0",
                self._station,
                coalesce_key,
            )
        self._store.execute(
            "INSERT INTO outbox"
            " (station, lane, event, message_id, offline, transaction_id, coalesce_key)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            self._station,
            lane,
            event,
            message_id,
            int(offline),
            transaction_id,
            coalesce_key,
        )

    def heads(self) -> list[Entry]:
        """The oldest row of each lane, the older first."""
        rows = self._store.rows(
            "SELECT * FROM outbox WHERE id IN"
            " (SELECT min(id) FROM outbox WHERE station = ? GROUP BY lane) ORDER BY id",
            self._station,
        )
        return [_entry(row) for row in rows]

    def sending(self, entry: Entry, message_id: str, wire: Wire) -> None:
        """Note an attempt before its first byte leaves: under which id, and in which words."""
        self._store.execute(
            "UPDATE outbox SET attempts = attempts + 1, message_id = ?, wire = ? WHERE id = ?",
            message_id,
            json.dumps([wire.version, wire.action, wire.payload]),
            entry.id,
        )

    def refused(self, entry: Entry, message_id: str) -> None:
        """Note that an attempt was answered with an error, and under which id the next one goes."""
        self._store.execute(
            "UPDATE outbox SET message_id = ?, refusals = refusals + 1 WHERE id = ?",
            message_id,
            entry.id,
        )

    def timed_out(self, entry: Entry) -> None:
        """Note that an attempt was not answered in time."""
        self._store.execute("UPDATE outbox SET timeouts = timeouts + 1 WHERE id = ?", entry.id)

    def not_taken(self, entry: Entry, message_id: str) -> None:
        """Take back an attempt that did not count, and say under which id the next one goes."""
        self._store.execute(
            "UPDATE outbox SET message_id = ?, attempts = attempts - 1 WHERE id = ?",
            message_id,
            entry.id,
        )

    def remove(self, entry: Entry) -> None:
        """The CSMS has it, or it has been given up."""
        self._store.execute("DELETE FROM outbox WHERE id = ?", entry.id)

    def mark_offline(self) -> None:
        """Everything still unsent is now from the time without a connection (E11.FR.07)."""
        self._store.execute(
            "UPDATE outbox SET offline = 1 WHERE station = ? AND attempts = 0 AND offline = 0",
            self._station,
        )

    def count(self, transaction_id: str | None = None) -> int:
        """How many rows wait; those of one transaction if it is named."""
        sql = "SELECT count(*) FROM outbox WHERE station = ?"
        if transaction_id is None:
            (row,) = self._store.rows(f"{sql} AND lane = ?", self._station, Lane.TRANSACTION)
        else:
            (row,) = self._store.rows(
                f"{sql} AND transaction_id = ?", self._station, transaction_id
            )
        return int(row[0])


def _entry(row: Row) -> Entry:
    return Entry(
        id=row["id"],
        lane=Lane(row["lane"]),
        transaction_id=row["transaction_id"],
        event=row["event"],
        offline=bool(row["offline"]),
        message_id=row["message_id"],
        attempts=row["attempts"],
        refusals=row["refusals"],
        timeouts=row["timeouts"],
        wire=None if row["wire"] is None else Wire(*json.loads(row["wire"])),
    )
