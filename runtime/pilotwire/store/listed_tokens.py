"""What the CSMS has put down of each token: the local authorization list (D).

A list counts as a whole. Its rows bear its number, and which number counts stands in a row of
`local_lists`: what replaces a list is written beside it, and that row changes in the same commit.
What is left of a list that does not count any more goes bit by bit (`sweep`), since to take away a
hundred thousand rows at a time would stall whoever waits for the disk.

An identifier is not kept itself, but a hash of it, as in the cache.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

from pilotwire.store.database import Store

__all__ = ["ListState", "ListedToken", "ListedTokens"]

_ENTER = (
    "INSERT OR REPLACE INTO listed_tokens (station, list, token, kind, body, size)"
    " VALUES (?, ?, ?, ?, ?, ?)"
)
_TAKE_OUT = (
    "DELETE FROM listed_tokens WHERE station = ?1 AND list = ?2 AND token = ?3"
    " AND (?4 = '' OR kind IN (?4, ''))"
)


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


_Change = tuple[str, str, str | None]
"""The hash of an identifier, its kind, and what is so of it; None if it goes."""


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
        return self._write(number, ListState(version), _changes(entries), {})

    def change(
        self, version: int, entries: Iterable[ListedToken], removed: Iterable[tuple[str, str]]
    ) -> ListState:
        """Enter tokens into the list, in the place of what it had of them, and take others (value
        and kind) out of it; what it is now.
        """
        number, state = self._current()
        if not number:
            return self.replace(version, entries)
        changes = _changes(entries, removed)
        before = ListState(version, state.entries, state.size)
        return self._write(number, before, changes, self._sizes(number, changes))

    def _sizes(self, number: int, changes: Iterable[_Change]) -> Mapping[str, dict[str, int]]:
        """The bytes that these tokens take in a list now, by hash and kind."""
        rows = self._store.rows(
            "SELECT token, kind, size FROM listed_tokens WHERE station = ? AND list = ?"
            " AND token IN (SELECT value FROM json_each(?))",
            self._station,
            number,
            json.dumps([token for token, _, _ in changes]),
        )
        sizes: dict[str, dict[str, int]] = {}
        for token, kind, size in rows:
            sizes.setdefault(token, {})[kind] = size
        return sizes

    def _write(
        self,
        number: int,
        before: ListState,
        changes: Iterable[_Change],
        sizes: Mapping[str, dict[str, int]],
    ) -> ListState:
        """Make changes to a list in which the tokens have these sizes; what it is then."""
        count, size = before.entries, before.size
        for token, kind, body in changes:
            key = (self._station, number, token, kind)
            if token in sizes:
                held = sizes[token]
                had = [each for each in held if not kind or each in {kind, ""}]
                count -= len(had)
                size -= sum(held.pop(each) for each in had)
                if had and (body is None or had != [kind]):
                    self._store.execute(_TAKE_OUT, *key)
            if body is not None:
                takes = len(token) + len(kind.encode()) + len(body.encode())
                self._store.execute(_ENTER, *key, body, takes)
                count += 1
                size += takes
        now = ListState(before.version, count, size)
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


def _changes(
    entries: Iterable[ListedToken], removed: Iterable[tuple[str, str]] = ()
) -> list[_Change]:
    """In the order of the table, so that each of its pages is written once."""
    changes: list[_Change] = [(_hashed(each.value), each.kind, each.body) for each in entries]
    changes += [(_hashed(value), kind, None) for value, kind in removed]
    return sorted(changes, key=lambda change: change[:2])


def _hashed(value: str) -> str:
    """Identifiers are the same whatever their case (2.0.1 IdTokenType); half of the hash is enough
    to tell them apart.
    """
    return sha256(value.casefold().encode()).hexdigest()[:32]
