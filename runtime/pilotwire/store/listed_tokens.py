"""What the CSMS has put down of each token: the local authorization list (D).

A list counts as a whole. Its rows bear its number, and which number counts stands in a row of
`local_lists`: what replaces a list is written beside it, and that row changes in the same commit.
What is left of a list that does not count any more goes bit by bit (`sweep`), since to take away a
hundred thousand rows at a time would stall whoever waits for the disk.

An identifier is not kept itself, but a hash of it, as in the cache.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from operator import itemgetter

from pilotwire.store.database import Store

__all__ = ["ListState", "ListedToken", "ListedTokens"]

_ENTER = (
    "INSERT OR REPLACE INTO listed_tokens (station, list, token, kind, body, size)"
    " VALUES (?, ?, ?, ?, ?, ?)"
)
_TOLD = (
    "FROM listed_tokens WHERE station = ?1 AND list = ?2 AND (?3 = '' OR kind IN (?3, ''))"
    " AND token IN (SELECT value FROM json_each(?4))"
)
"""What a list has of tokens of a kind; an empty one, told or kept, is any."""


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
"""The kind of a token, the hash of its identifier, and what is so of it; None if it goes."""


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
        return self._keep(number, self._entered(number, ListState(version), _changes(entries)))

    def change(
        self, version: int, entries: Iterable[ListedToken], removed: Iterable[tuple[str, str]]
    ) -> ListState:
        """Enter tokens into the list, in the place of what it had of them, and take others (value
        and kind) out of it; what it is now.
        """
        number, state = self._current()
        if not number:
            return self.replace(version, entries)
        now = ListState(version, state.entries, state.size)
        for kind, group in groupby(_changes(entries, removed), key=itemgetter(0)):
            changes = list(group)
            now = self._taken_out(number, now, kind, changes)
            now = self._entered(number, now, changes)
        return self._keep(number, now)

    def _taken_out(
        self, number: int, before: ListState, kind: str, changes: Sequence[_Change]
    ) -> ListState:
        """What a list is without what it has of tokens of a kind. Nothing is written of what will
        be replaced in any case.
        """
        told = (self._station, number, kind, json.dumps([token for _, token, _ in changes]))
        ((count, size, otherwise),) = self._store.rows(
            f"SELECT count(*), coalesce(sum(size), 0), coalesce(sum(kind != ?3), 0) {_TOLD}",
            *told,
        )
        if otherwise or any(body is None for _, _, body in changes):
            self._store.execute(f"DELETE {_TOLD}", *told)
        return ListState(before.version, before.entries - count, before.size - size)

    def _entered(self, number: int, before: ListState, changes: Iterable[_Change]) -> ListState:
        """What a list that is so without these tokens is with them."""
        count, size = before.entries, before.size
        for kind, token, body in changes:
            if body is None:
                continue
            takes = len(token) + len(kind.encode()) + len(body.encode())
            self._store.execute(_ENTER, self._station, number, token, kind, body, takes)
            count += 1
            size += takes
        return ListState(before.version, count, size)

    def _keep(self, number: int, now: ListState) -> ListState:
        """From now on this list counts."""
        self._store.execute(
            "INSERT OR REPLACE INTO local_lists (station, number, version, entries, size)"
            " VALUES (?, ?, ?, ?, ?)",
            self._station,
            number,
            now.version,
            now.entries,
            now.size,
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
) -> Sequence[_Change]:
    """Kind by kind, in the order of the table, so that each of its pages is written once."""
    changes: list[_Change] = [(each.kind, _hashed(each.value), each.body) for each in entries]
    changes += [(kind, _hashed(value), None) for value, kind in removed]
    return sorted(changes, key=itemgetter(0, 1))


def _hashed(value: str) -> str:
    """Identifiers are the same whatever their case (2.0.1 IdTokenType); half of the hash is enough
    to tell them apart.
    """
    return sha256(value.casefold().encode()).hexdigest()[:32]
