"""The security log: every security event, told to the CSMS or not, the newest of them (A04.FR.04).

Times are of one form, so that texts are in the order of times.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from sqlite3 import Row

from pilotwire.store.database import Store

__all__ = ["SecurityLog", "SecurityLogEntry"]

KEPT = 2000
"""How many are kept of a station; then the oldest go."""


@dataclass(frozen=True, slots=True)
class SecurityLogEntry:
    """An event: when it happened by the station's clock, its word, and what else is known."""

    at: datetime
    event: str
    tech_info: str | None = None


class SecurityLog:
    """The table of one station. Whatever writes belongs in a block of the store."""

    def __init__(self, store: Store, station: str) -> None:
        self._store = store
        self._station = station

    def add(self, entry: SecurityLogEntry, *, provisional: bool = False) -> None:
        """Write an event down; `provisional` if its time is to be set right later."""
        self._store.execute(
            "INSERT INTO security_log (id, station, at, event, tech_info, provisional)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            self._store.next_id("security_log"),
            self._station,
            _text(entry.at),
            entry.event,
            entry.tech_info,
            int(provisional),
        )
        self._store.execute(
            "DELETE FROM security_log WHERE station = ?1 AND id <="
            " (SELECT id FROM security_log WHERE station = ?1 ORDER BY id DESC LIMIT 1 OFFSET ?2)",
            self._station,
            KEPT,
        )

    def read(
        self, oldest: datetime | None = None, latest: datetime | None = None
    ) -> list[SecurityLogEntry]:
        """What happened from `oldest` to `latest`, both included, in the order in which it was
        written.
        """
        rows = self._store.rows(
            "SELECT at, event, tech_info FROM security_log WHERE station = ?1"
            " AND (?2 IS NULL OR at >= ?2) AND (?3 IS NULL OR at <= ?3) ORDER BY id",
            self._station,
            None if oldest is None else _text(oldest),
            None if latest is None else _text(latest),
        )
        return list(_readable(rows))

    def newest(self) -> datetime | None:
        """The time of what was written last."""
        rows = self._store.rows(
            "SELECT at, event, tech_info FROM security_log WHERE station = ?"
            " ORDER BY id DESC LIMIT 1",
            self._station,
        )
        return next((entry.at for entry in _readable(rows)), None)

    def correct(self, difference: timedelta) -> None:
        """Set the provisional times right."""
        rows = self._store.rows(
            "SELECT id, at, event, tech_info FROM security_log WHERE station = ? AND provisional",
            self._station,
        )
        for row in rows:
            for entry in _readable([row]):
                self._store.execute(
                    "UPDATE security_log SET at = ?, provisional = 0 WHERE id = ?",
                    _text(entry.at + difference),
                    row["id"],
                )


def _text(time: datetime) -> str:
    return time.astimezone(UTC).isoformat(timespec="milliseconds")


def _readable(rows: Iterable[Row]) -> Iterator[SecurityLogEntry]:
    """Without those that are damaged: one must not hide the others."""
    for row in rows:
        try:
            at = datetime.fromisoformat(row["at"])
        except (TypeError, ValueError):
            continue
        if at.tzinfo is not None:
            yield SecurityLogEntry(at, row["event"], row["tech_info"])
