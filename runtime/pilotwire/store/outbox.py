"""What the station has to tell its CSMS, kept until the CSMS has it.

A row is a fact in no version's words, so that it can be sent in the words of whichever version the
next connection speaks. The moment it is first sent, the words are kept beside it: a repetition says
the same to the letter. Rows leave when they are answered, given up, or replaced by a newer one of
the same key.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from sqlite3 import Row

from pilotwire.store.database import Store
from pilotwire.store.lanes import LANES, TRANSACTION, Full, Lane

__all__ = ["CAPACITY", "Entry", "Outbox", "Wire", "wire_text"]

CAPACITY = 100_000
"""How many transaction-related messages an outbox has room for."""

BATCH = 500
"""How many rows are rewritten at a time."""


@dataclass(frozen=True, slots=True)
class Wire:
    """A message as it went out: OCPP version, action, and payload as JSON text.

    `opens` marks the one that begins a transaction in that version. One that goes `ahead` of what
    its row reports leaves the row in its place.
    """

    version: str
    action: str
    payload: str
    opens: bool = False
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One row; `event` is JSON text.

    An `intermediate` row may be dropped when there is no room. `attempts` counts the times it was
    sent, `refusals` those of them that were answered with an error, `timeouts` those that were not
    answered in time. The rest ended with their connection.
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
    intermediate: bool = False


class Outbox:
    """The queue of one station. Whatever writes belongs in a block of the store.

    `capacity` is the number of transaction rows from which on there is no room for more.
    """

    def __init__(self, store: Store, station: str, capacity: int = CAPACITY) -> None:
        if capacity < 1:
            raise ValueError(f"an outbox must have room for 1 message at least, not {capacity}")
        self._store = store
        self._station = station
        self._capacity = capacity
        self._marked = 0

    def add(
        self,
        lane: Lane,
        event: str,
        *,
        message_id: str,
        offline: bool,
        transaction_id: str | None = None,
        coalesce_key: str | None = None,
        intermediate: bool = False,
        wire: Wire | None = None,
    ) -> int:
        """Append a fact; returns the id of its row.

        One with a `coalesce_key` removes the unsent row that has the same key. One with a `wire`
        is about to be sent in these words: that is its first attempt.
        """
        count = self.count()
        if coalesce_key is not None:
            count -= self._replaced(coalesce_key)
        row_id = self._store.next_id("outbox")
        self._store.execute(
            "INSERT INTO outbox (id, station, lane, coalesce_key, transaction_id, intermediate,"
            " event, offline, message_id, attempts, wire) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            row_id,
            self._station,
            lane.name,
            coalesce_key,
            transaction_id,
            int(intermediate),
            event,
            int(offline),
            message_id,
            int(wire is not None),
            None if wire is None else wire_text(wire),
        )
        self._store.counts[self._station] = count + int(lane is TRANSACTION)
        self._bound(lane)
        return row_id

    def _replaced(self, coalesce_key: str) -> int:
        """Remove the unsent rows of the key; how many were of the transaction lane."""
        sql = "DELETE FROM outbox WHERE station = ? AND coalesce_key = ? AND attempts = 0 AND lane"
        self._store.execute(f"{sql} <> ?", self._station, coalesce_key, TRANSACTION.name)
        return self._store.execute(f"{sql} = ?", self._station, coalesce_key, TRANSACTION.name)

    def _bound(self, lane: Lane) -> None:
        """Let the oldest unsent rows of a lane go that has more than there is room for."""
        if lane.full is Full.OLDEST and lane.capacity is not None:
            self._store.execute(
                "DELETE FROM outbox WHERE station = ?1 AND lane = ?2 AND attempts = 0 AND id <="
                " (SELECT id FROM outbox WHERE station = ?1 AND lane = ?2"
                "  ORDER BY id DESC LIMIT 1 OFFSET ?3)",
                self._station,
                lane.name,
                lane.capacity,
            )

    def heads(self) -> list[Entry]:
        """The oldest row of each lane, the older first, but for lanes that stand back."""
        heads = [row for lane in LANES.values() if (row := self._head(lane)) is not None]
        return sorted(heads, key=lambda entry: (entry.lane.last, entry.id))

    def _head(self, lane: Lane) -> Entry | None:
        rows = self._store.rows(
            "SELECT * FROM outbox WHERE station = ? AND lane = ? ORDER BY id LIMIT 1",
            self._station,
            lane.name,
        )
        return _entry(rows[0]) if rows else None

    def idle(self, lane: Lane) -> bool:
        """Whether no row of the lane waits."""
        return self.count() == 0 if lane is TRANSACTION else self._head(lane) is None

    @property
    def full(self) -> bool:
        """Whether there is no room."""
        return self.count() >= self._capacity

    def thin_out(self) -> tuple[str, int] | None:
        """Drop the 1st, 3rd, 5th ... intermediate row of the transaction that has most of them.

        Which transaction, and how many rows; None where no row may be dropped.
        """
        largest = self._store.rows(
            "SELECT transaction_id FROM outbox WHERE station = ? AND intermediate = 1"
            " GROUP BY transaction_id ORDER BY count(*) DESC, min(id) LIMIT 2",
            self._station,
        )
        for (transaction_id,) in largest:
            rows = self._store.rows(
                "SELECT id FROM outbox WHERE station = ? AND transaction_id = ?"
                " AND intermediate = 1 AND attempts = 0 ORDER BY id",
                self._station,
                transaction_id,
            )
            for (row_id,) in rows[::2]:
                self._delete(row_id, TRANSACTION)
            if rows:  # else its only one is on its way
                return transaction_id, len(rows[::2])
        return None

    def sending(self, entry: Entry, message_id: str, wire: Wire) -> None:
        """Note an attempt before its first byte leaves: under which id, and in which words."""
        self._store.execute(
            "UPDATE outbox SET attempts = attempts + 1, message_id = ?, wire = ? WHERE id = ?",
            message_id,
            wire_text(wire),
            entry.id,
        )

    def refused(self, entry: Entry, message_id: str) -> None:
        """Note that an attempt was answered with an error, and under which id the next one goes."""
        self._store.execute(
            "UPDATE outbox SET message_id = ?, refusals = refusals + 1 WHERE id = ?",
            message_id,
            entry.id,
        )

    def timed_out(self, entry: Entry, message_id: str) -> None:
        """Note that an attempt was not answered in time, and under which id the next one goes."""
        self._store.execute(
            "UPDATE outbox SET message_id = ?, timeouts = timeouts + 1 WHERE id = ?",
            message_id,
            entry.id,
        )

    def not_taken(self, entry: Entry, message_id: str) -> None:
        """Take back an attempt that did not count, and say under which id the next one goes."""
        self._store.execute(
            "UPDATE outbox SET message_id = ?, attempts = attempts - 1 WHERE id = ?",
            message_id,
            entry.id,
        )
        self._marked = min(self._marked, entry.id - 1)

    def not_sent(self, row_id: int) -> None:
        """Take back the attempt with which a row was added: not a byte of it has left."""
        self._store.execute(
            "UPDATE outbox SET attempts = 0, wire = NULL, offline = 1 WHERE id = ?", row_id
        )

    def said_ahead(self, entry: Entry, message_id: str) -> None:
        """What had to be said ahead of a row is said; now comes the row itself, as if new."""
        self._store.execute(
            "UPDATE outbox SET attempts = 0, refusals = 0, timeouts = 0, wire = NULL,"
            " message_id = ? WHERE id = ?",
            message_id,
            entry.id,
        )
        self._marked = min(self._marked, entry.id - 1)

    def remove(self, entry: Entry) -> None:
        """The CSMS has it, or it has been given up."""
        self._delete(entry.id, entry.lane)

    def mark_offline(self) -> None:
        """All that waits, for its turn or for an answer, is of the time without a connection
        (E11.FR.07).
        """
        # What was marked once need not be looked at again.
        (newest,) = self._store.rows("SELECT coalesce(max(id), 0) FROM outbox")[0]
        for lane in LANES.values():
            self._store.execute(
                "UPDATE outbox SET offline = 1 WHERE station = ? AND lane = ? AND id > ?"
                " AND offline = 0",
                self._station,
                lane.name,
                self._marked,
            )
        self._marked = newest

    def waiting(self, transaction_id: str | None = None) -> bool:
        """Whether rows of the transaction lane wait; those of one transaction if it is named."""
        if transaction_id is None:
            return self.count() > 0
        sql = "SELECT 1 FROM outbox WHERE station = ? AND transaction_id = ? LIMIT 1"
        return bool(self._store.rows(sql, self._station, transaction_id))

    def count(self, transaction_id: str | None = None) -> int:
        """How many rows of the transaction lane wait; those of one transaction if it is named."""
        if transaction_id is not None:
            sql = "SELECT count(*) FROM outbox WHERE station = ? AND transaction_id = ?"
            ((rows,),) = self._store.rows(sql, self._station, transaction_id)
            return int(rows)
        known = self._store.counts.get(self._station)
        if known is None:
            sql = "SELECT count(*) FROM outbox WHERE station = ? AND lane = ?"
            ((known,),) = self._store.rows(sql, self._station, TRANSACTION.name)
            self._store.counts[self._station] = known
        return known

    def rewrite(self, change: Callable[[str], str], after: int = 0) -> int | None:
        """Replace the events of rows that were never sent, of a batch of those `after` an id.

        Returns after which id the next batch is, None after the last.
        """
        rows = self._store.rows(
            "SELECT id, event FROM outbox WHERE station = ? AND attempts = 0 AND id > ?"
            " ORDER BY id LIMIT ?",
            self._station,
            after,
            BATCH,
        )
        for row in rows:
            event = change(row["event"])
            if event != row["event"]:
                self._store.execute("UPDATE outbox SET event = ? WHERE id = ?", event, row["id"])
        return rows[-1]["id"] if len(rows) == BATCH else None

    def newest(self) -> list[str]:
        """The event of the newest row of each lane."""
        sql = "SELECT event FROM outbox WHERE station = ? AND lane = ? ORDER BY id DESC LIMIT 1"
        return [
            row["event"]
            for lane in LANES.values()
            for row in self._store.rows(sql, self._station, lane.name)
        ]

    def _delete(self, row_id: int, lane: Lane) -> None:
        count = self.count()
        gone = self._store.execute("DELETE FROM outbox WHERE id = ?", row_id)
        if gone and lane is TRANSACTION:
            self._store.counts[self._station] = count - 1


def wire_text(wire: Wire) -> str:
    """The words of a message as the text that is kept of them."""
    return json.dumps([wire.version, wire.action, wire.payload, wire.opens, wire.ahead])


def _entry(row: Row) -> Entry:
    return Entry(
        id=row["id"],
        lane=LANES[row["lane"]],
        transaction_id=row["transaction_id"],
        event=row["event"],
        offline=bool(row["offline"]),
        message_id=row["message_id"],
        attempts=row["attempts"],
        refusals=row["refusals"],
        timeouts=row["timeouts"],
        wire=_wire(row["wire"]),
        intermediate=bool(row["intermediate"]),
    )


def _wire(text: str | None) -> Wire | None:
    """Words that can't be read any more are as good as none: they are found anew."""
    try:
        return None if text is None else Wire(*json.loads(text))
    except (ValueError, TypeError):
        return None
