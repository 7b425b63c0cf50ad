"""The transactions of a station, running and ended."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from sqlite3 import Row

from pilotwire.store.database import Store

__all__ = ["TransactionRow", "Transactions"]

KEPT_ENDED = 1000
"""How many ended transactions without waiting messages stay known; then the oldest go."""


@dataclass(frozen=True, slots=True)
class TransactionRow:
    """A transaction: our `id`, the `csms_id` of OCPP 1.6 once it is known, `body` as JSON text.

    `told` are the OCPP versions in which the CSMS was told that it began.
    """

    id: str
    evse_id: int
    ended: bool
    csms_id: int | None
    body: str
    told: frozenset[str] = frozenset()


class Transactions:
    """The table of one station. Whatever writes belongs in a block of the store."""

    def __init__(self, store: Store, station: str) -> None:
        self._store = store
        self._station = station

    def save(self, id: str, evse_id: int, body: str, *, ended: bool) -> None:  # noqa: A002 -- named as the column
        """Write a transaction as it is now; what the CSMS calls it is kept."""
        self._store.execute(
            "INSERT INTO transactions (station, id, evse, ended, body) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (station, id) DO UPDATE SET ended = excluded.ended, body = excluded.body",
            self._station,
            id,
            evse_id,
            int(ended),
            body,
        )

    def bind(self, id: str, csms_id: int) -> None:  # noqa: A002 -- named as the column
        """Note what a CSMS of OCPP 1.6 calls the transaction."""
        self._store.execute(
            "UPDATE transactions SET csms_id = ? WHERE station = ? AND id = ?",
            csms_id,
            self._station,
            id,
        )

    def began(self, id: str, event: str) -> None:  # noqa: A002 -- named as the column
        """Keep an event, JSON text, as one of those with which the transaction begins."""
        opening = json.dumps([*self.opening(id), event])
        self._store.execute(
            "UPDATE transactions SET opening = ? WHERE station = ? AND id = ?",
            opening,
            self._station,
            id,
        )

    def opening(self, id: str) -> list[str]:  # noqa: A002 -- named as the column
        """The events with which the transaction began; none if they can't be read any more."""
        sql = "SELECT opening FROM transactions WHERE station = ? AND id = ?"
        rows = self._store.rows(sql, self._station, id)
        try:
            return json.loads(rows[0]["opening"]) if rows else []
        except ValueError:
            return []

    def tell(self, id: str, version: str) -> None:  # noqa: A002 -- named as the column
        """Note that a CSMS of that OCPP version was told that the transaction began."""
        self._store.execute(
            "UPDATE transactions SET told = told || ' ' || ?1"
            " WHERE station = ?2 AND id = ?3 AND instr(' ' || told || ' ', ' ' || ?1 || ' ') = 0",
            version,
            self._station,
            id,
        )

    def rewrite(self, change: Callable[[str], str]) -> None:
        """Replace the opening events of the running transactions."""
        for row in self.running():
            opening = json.dumps([change(event) for event in self.opening(row.id)])
            self._store.execute(
                "UPDATE transactions SET opening = ? WHERE station = ? AND id = ?",
                opening,
                self._station,
                row.id,
            )

    def get(self, id: str) -> TransactionRow | None:  # noqa: A002 -- named as the column
        """The transaction of that id, if it is known."""
        rows = self._store.rows(
            "SELECT * FROM transactions WHERE station = ? AND id = ?", self._station, id
        )
        return _row(rows[0]) if rows else None

    def next_number(self) -> int:
        """A number that no transaction of this file has had, of those that are forgotten, too."""
        rows = self._store.rows("SELECT seq FROM sqlite_sequence WHERE name = 'transactions'")
        return rows[0]["seq"] + 1 if rows else 1

    def by_csms_id(self, csms_id: int) -> TransactionRow | None:
        """The transaction that a CSMS of OCPP 1.6 calls so; of several, the running one."""
        rows = self._store.rows(
            "SELECT * FROM transactions WHERE station = ? AND csms_id = ?"
            " ORDER BY ended, number DESC LIMIT 1",
            self._station,
            csms_id,
        )
        return _row(rows[0]) if rows else None

    def running(self) -> list[TransactionRow]:
        """Those that have not ended."""
        rows = self._store.rows(
            "SELECT * FROM transactions WHERE station = ? AND ended = 0 ORDER BY evse",
            self._station,
        )
        return [_row(row) for row in rows]

    def forget_old(self) -> None:
        """Keep the table bounded: drop the oldest ended ones of which no message waits."""
        self._store.execute(
            "DELETE FROM transactions WHERE station = ?1 AND ended = 1 AND id NOT IN"
            " (SELECT transaction_id FROM outbox WHERE station = ?1 AND transaction_id IS NOT NULL)"
            " AND id NOT IN (SELECT id FROM transactions WHERE station = ?1 AND ended = 1"
            "  ORDER BY number DESC LIMIT ?2)",
            self._station,
            KEPT_ENDED,
        )


def _row(row: Row) -> TransactionRow:
    return TransactionRow(
        id=row["id"],
        evse_id=row["evse"],
        ended=bool(row["ended"]),
        csms_id=row["csms_id"],
        body=row["body"],
        told=frozenset(row["told"].split()),
    )
