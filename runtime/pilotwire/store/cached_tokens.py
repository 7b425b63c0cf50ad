"""What the CSMS last said of each token: the authorization cache.

An identifier is not kept itself, but a hash of it (C10.FR.12).
"""

from dataclasses import dataclass
from hashlib import sha256
from sqlite3 import Row

from pilotwire.store.database import Store

__all__ = ["CachedToken", "CachedTokens"]

_SIZE = "length(token) + length(kind) + length(at) + length(CAST(body AS BLOB))"


@dataclass(frozen=True, slots=True)
class CachedToken:
    """An entry: `body` is what was said, as JSON text, and `accepted` whether that was yes.

    `added` and `updated` tell the order in which entries came, and in which they were last heard
    of; `uses` how often that was, and `at` when, in ISO 8601. `size` is what the entry takes, in
    bytes.
    """

    token: str
    kind: str
    accepted: bool
    added: int
    updated: int
    uses: int
    at: str
    body: str
    size: int


class CachedTokens:
    """The table of one station. Whatever writes belongs in a block of the store."""

    def __init__(self, store: Store, station: str) -> None:
        self._store = store
        self._station = station

    def find(self, value: str, kind: str) -> CachedToken | None:
        """What was last said of a token; an empty kind, asked for or kept, is any."""
        rows = self._store.rows(
            f"SELECT *, {_SIZE} AS size FROM cached_tokens WHERE station = ?1 AND token = ?2"  # noqa: S608 -- our own constant
            " AND (?3 = '' OR kind IN (?3, '')) ORDER BY updated DESC LIMIT 1",
            self._station,
            _hashed(value),
            kind,
        )
        return _entry(rows[0]) if rows else None

    def put(self, value: str, kind: str, *, accepted: bool, at: str, body: str) -> None:
        """Keep what was said of a token, in the place of what was said before."""
        before = self.find(value, kind)
        (newest,) = self._store.rows(
            "SELECT coalesce(max(updated), 0) FROM cached_tokens WHERE station = ?", self._station
        )[0]
        self.remove(value, kind)
        self._store.execute(
            "INSERT INTO cached_tokens"
            " (station, token, kind, accepted, added, updated, uses, at, body)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            self._station,
            _hashed(value),
            kind,
            int(accepted),
            newest + 1 if before is None else before.added,
            newest + 1,
            1 if before is None else before.uses + 1,
            at,
            body,
        )

    def remove(self, value: str, kind: str) -> None:
        """Forget a token; an empty kind, given or kept, is any."""
        self._store.execute(
            "DELETE FROM cached_tokens WHERE station = ?1 AND token = ?2"
            " AND (?3 = '' OR kind IN (?3, ''))",
            self._station,
            _hashed(value),
            kind,
        )

    def drop(self, entry: CachedToken) -> None:
        """Forget an entry."""
        self._store.execute(
            "DELETE FROM cached_tokens WHERE station = ? AND token = ? AND kind = ?",
            self._station,
            entry.token,
            entry.kind,
        )

    def clear(self) -> None:
        """Forget all of them."""
        self._store.execute("DELETE FROM cached_tokens WHERE station = ?", self._station)

    def all(self) -> list[CachedToken]:
        """Every entry, in the order in which they came."""
        rows = self._store.rows(
            f"SELECT *, {_SIZE} AS size FROM cached_tokens WHERE station = ? ORDER BY added",  # noqa: S608 -- our own constant
            self._station,
        )
        return [_entry(row) for row in rows]

    def size(self) -> int:
        """How many bytes they take."""
        sql = f"SELECT coalesce(sum({_SIZE}), 0) FROM cached_tokens WHERE station = ?"  # noqa: S608 -- our own constant
        return int(self._store.rows(sql, self._station)[0][0])


def _hashed(value: str) -> str:
    """Identifiers are the same whatever their case (2.0.1 IdTokenType)."""
    return sha256(value.casefold().encode()).hexdigest()


def _entry(row: Row) -> CachedToken:
    return CachedToken(
        token=row["token"],
        kind=row["kind"],
        accepted=bool(row["accepted"]),
        added=row["added"],
        updated=row["updated"],
        uses=row["uses"],
        at=row["at"],
        body=row["body"],
        size=row["size"],
    )
