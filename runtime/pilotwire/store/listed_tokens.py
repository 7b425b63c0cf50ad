"""What the CSMS has put down of each token: the local authorization list (D).

A list counts as a whole. Its rows bear its number, and which number counts stands in a row of
`local_lists`: what replaces a list is written beside it, and that row changes in the same commit.
What is left of a list that does not count any more goes bit by bit (`sweep`), since to take away a
hundred thousand rows at a time would stall whoever waits for the disk.

An identifier is not kept itself, but a hash of it, as in the cache.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from pilotwire.store.database import Store

__all__ = ["ListState", "ListedToken", "ListedTokens"]

_SIZE = "length(token) + length(kind) + length(CAST(body AS BLOB))"

_SAME = "station = ?1 AND list = ?2 AND token = ?3 AND (?4 = '' OR kind IN (?4, ''))"


@dataclass(frozen=True, slots=True)
class ListState:
    """Which list there is: its version, how many entries it has, and the bytes that they take. All
    are 0 of a station that was never sent one.
    """

    version: int = 0
    entries: int = 0
    size: int = 0


@dataclass(frozen=True, slots=True)
class ListedToken:
    """An entry: `body` is what is so of the token, as JSON text."""

    value: str
    kind: str
    body: str


class ListedTokens:
    """The list of one station. Whatever writes belongs in a block of the store."""

    def __init__(self, store: Store, station: str) -> None:
        self._store = store
        self._station = station

    @property
    def state(self) -> ListState:
        """Which list there is."""
        return self._current()[1]

    def find(self, value: str, kind: str) -> list[str]:
        """What is so of a token. An empty kind, asked for or kept, is any: so there may be several
        answers.
        """
        rows = self._store.rows(
            "SELECT body FROM local_lists AS now CROSS JOIN listed_tokens AS listed"
            " WHERE now.station = ?1 AND listed.station = ?1 AND listed.list = now.number"
            " AND listed.token = ?2 AND (?3 = '' OR listed.kind IN (?3, ''))",
            self._station,
            _hashed(value),
            kind,
        )
        return [row["body"] for row in rows]

    def replace(self, version: int, entries: Iterable[ListedToken]) -> ListState:
        """Put a list in the place of the one there is; what it is now."""
        number = self._newest() + 1
        self._store.execute(
            "INSERT OR REPLACE INTO local_lists (station, number, version, entries, size)"
            " VALUES (?, ?, ?, 0, 0)",
            self._station,
            number,
            version,
        )
        return self._write(number, ListState(version), _sorted(entries))

    def change(
        self, version: int, entries: Iterable[ListedToken], removed: Iterable[tuple[str, str]]
    ) -> ListState:
        """Enter tokens into the list, in the place of what it had of them, and take others (value
        and kind) out of it; what it is now.
        """
        number, state = self._current()
        if not number:
            return self.replace(version, entries)
        entered = _sorted(entries)
        gone = [(entry.value, entry.kind) for entry in entered]
        gone += [(_hashed(value), kind) for value, kind in removed]
        count, size = state.entries, state.size
        for token, kind in gone:
            key = (self._station, number, token, kind)
            ((fewer, less),) = self._store.rows(
                f"SELECT count(*), coalesce(sum({_SIZE}), 0) FROM listed_tokens WHERE {_SAME}",  # noqa: S608 -- our own constants
                *key,
            )
            if fewer:
                self._store.execute(f"DELETE FROM listed_tokens WHERE {_SAME}", *key)  # noqa: S608 -- our own constant
            count, size = count - fewer, size - less
        return self._write(number, ListState(version, count, size), entered)

    def _write(self, number: int, before: ListState, entries: Sequence[ListedToken]) -> ListState:
        """Enter tokens that the list does not have; their values are hashes already."""
        size = before.size
        for entry in entries:
            self._store.execute(
                "INSERT INTO listed_tokens (station, list, token, kind, body)"
                " VALUES (?, ?, ?, ?, ?)",
                self._station,
                number,
                entry.value,
                entry.kind,
                entry.body,
            )
            size += len(entry.value) + len(entry.kind) + len(entry.body.encode())
        now = ListState(before.version, before.entries + len(entries), size)
        self._store.execute(
            "UPDATE local_lists SET version = ?, entries = ?, size = ? WHERE station = ?",
            now.version,
            now.entries,
            now.size,
            self._station,
        )
        return now

    def leftovers(self) -> bool:
        """Whether anything is left of a list that does not count any more."""
        rows = self._store.rows(
            "SELECT 1 FROM listed_tokens WHERE station = ? AND list < ? LIMIT 1",
            self._station,
            self._current()[0],
        )
        return bool(rows)

    def sweep(self, most: int) -> None:
        """Take away at most so many rows of what is left over."""
        self._store.execute(
            "DELETE FROM listed_tokens WHERE station = ?1 AND (list, token, kind) IN"
            " (SELECT list, token, kind FROM listed_tokens"
            "  WHERE station = ?1 AND list < ?2 ORDER BY list, token, kind LIMIT ?3)",
            self._station,
            self._current()[0],
            most,
        )

    def _newest(self) -> int:
        """The highest number of any list of which there is something."""
        ((highest,),) = self._store.rows(
            "SELECT coalesce(max(list), 0) FROM listed_tokens WHERE station = ?", self._station
        )
        return max(self._current()[0], int(highest))

    def _current(self) -> tuple[int, ListState]:
        """The number of the list that counts, 0 where there is none."""
        rows = self._store.rows(
            "SELECT number, version, entries, size FROM local_lists WHERE station = ?",
            self._station,
        )
        for number, version, entries, size in rows:
            return number, ListState(version, entries, size)
        return 0, ListState()


def _sorted(entries: Iterable[ListedToken]) -> list[ListedToken]:
    """Those entries by their hashes, in the order of the table: so pages are written once."""
    hashed = [ListedToken(_hashed(entry.value), entry.kind, entry.body) for entry in entries]
    return sorted(hashed, key=lambda entry: entry.value)


def _hashed(value: str) -> str:
    """Identifiers are the same whatever their case (2.0.1 IdTokenType); half of the hash is enough
    to tell them apart.
    """
    return sha256(value.casefold().encode()).hexdigest()[:32]
