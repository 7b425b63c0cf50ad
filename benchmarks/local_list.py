"""What a local authorization list costs that a CSMS keeps up to date.

Lists of 10,000 and of 100,000 entries are replaced by others as large, and all their entries
changed, in as many messages as it takes (LocalAuthListCtrlr.ItemsPerMessage), until nothing is left
of the former list. After each message `sqlite3` alone executes what was written for it, commit by
commit, on a database that has held the same; so others disturb both alike. Both write to the folder
where temporary files are (TMPDIR); where that is in memory, the share is the worst.

A look-up and the start with such a list stand beside one commit: what a station that charges does
once a minute.
"""

import asyncio
import logging
import sqlite3
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from random import Random
from statistics import median

from benchmarks.store import Figures, RecordingStore, bare_database, replay
from pilotwire.station.authorization.local_list import AuthorizationData, LocalAuthorizationList
from pilotwire.station.device_model.standard import LocalAuthListCtrlr
from pilotwire.station.facts.authorization import IdToken, IdTokenInfo
from pilotwire.station.outcome import Outcome
from pilotwire.station.vocabulary import AuthorizationStatus, IdTokenKind, SendLocalListStatus
from pilotwire.store import StationRecords, Store
from tests.support.scene import scene
from tests.support.tokens import block
from tests.support.virtual_time import run

ROUNDS = {10_000: 5, 100_000: 1}
"""How often lists of each size are replaced and changed."""
LOOK_UPS = 2000
COMMITS = 100

Update = Callable[[int, list[AuthorizationData]], Outcome[SendLocalListStatus]]


def local_list() -> Figures:
    """Seconds of updates and the share of bare SQLite; a look-up and a start in milliseconds."""
    logging.disable(logging.CRITICAL)
    try:
        return {f"{size} entries": run(_figures(size)) for size in ROUNDS}
    finally:
        logging.disable(logging.NOTSET)


async def _figures(size: int) -> Mapping[str, float]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with closing(bare_database(folder)) as bare, RecordingStore(folder / "store.db") as store:
            async with scene("2.0.1", store=store) as s:
                the_list = block(s, LocalAuthorizationList)
                at_once = s.station.device_model[LocalAuthListCtrlr.ItemsPerMessage]
                bench = _Bench(the_list, store, bare, at_once)
                figures = await bench.updates(size)
                look_up, commit = _look_up(the_list, size), _commit(store)
        start, without = _start(folder / "store.db"), _start(folder / "empty.db")
    return {
        **figures,
        "look_up_ms": round(look_up * 1000, 3),
        "commit_ms": round(commit * 1000, 3),
        "open_ms": round(start * 1000, 1),
        "open_without_ms": round(without * 1000, 1),
    }


class _Bench:
    """Sends a station lists, and does the same to a bare database."""

    def __init__(
        self,
        the_list: LocalAuthorizationList,
        store: RecordingStore,
        bare: sqlite3.Connection,
        at_once: int,
    ) -> None:
        self._list = the_list
        self._store = store
        self._table = StationRecords(store, "CS-0042").listed_tokens
        self._bare = bare
        self._at_once = at_once
        self._version = 0
        self._taken: list[tuple[float, float]] = []
        """Seconds of each message, here and there."""

    async def updates(self, size: int) -> Mapping[str, float]:
        """The figures of full replacements and of changes of all entries."""
        await self._full(size, 0)  # which finds nothing to replace
        longest = 0.0
        figures: dict[str, float] = {}
        for name, update in (("full", self._full), ("differential", self._changes)):
            self._taken.clear()
            seconds = [await update(size, seed) for seed in range(1, ROUNDS[size] + 1)]
            longest = max(longest, *(ours for ours, _ in self._taken))
            ours, bare = (median(times) for times in zip(*self._taken, strict=True))
            share = median(theirs / mine for mine, theirs in self._taken)
            figures |= {
                f"{name}_s": round(median(seconds), 2),
                f"{name}_message_ms": round(ours * 1000, 1),
                f"{name}_message_sqlite_ms": round(bare * 1000, 1),
                f"{name}_to_sqlite": round(share, 2),
            }
        return {**figures, "longest_message_ms": round(longest * 1000, 1)}

    async def _full(self, size: int, seed: int) -> float:
        """A list in the place of what there is: the first message is Full, the others add."""
        data = _data(size, seed)
        seconds = await self._send(self._list.replace, data[: self._at_once])
        for begin in range(self._at_once, size, self._at_once):
            seconds += await self._send(self._list.change, data[begin : begin + self._at_once])
        while self._table.leftovers():
            seconds += (await self._beside(None))[0]
        return seconds

    async def _changes(self, size: int, seed: int) -> float:
        """All entries of the list are changed."""
        data = _data(size, ROUNDS[size])
        Random(seed).shuffle(data)  # noqa: S311 -- nothing secret
        seconds = 0.0
        for begin in range(0, size, self._at_once):
            seconds += await self._send(self._list.change, data[begin : begin + self._at_once])
        return seconds

    async def _send(self, update: Update, data: list[AuthorizationData]) -> float:
        self._version += 1

        def send() -> None:
            outcome = update(self._version, data)
            if outcome.status is not SendLocalListStatus.ACCEPTED:
                raise RuntimeError(f"refused: {outcome.text}")

        taken = await self._beside(send)
        self._taken.append(taken)
        return taken[0]

    async def _beside(self, work: Callable[[], None] | None) -> tuple[float, float]:
        """Seconds of some work and of what goes of a former list meanwhile; and of the same writes
        there.
        """
        self._store.written()
        began = time.perf_counter()
        if work is not None:
            work()
        await asyncio.sleep(0)
        ended = time.perf_counter()
        written = self._store.written()
        begun = time.perf_counter()
        for statements in written:
            replay(self._bare, statements)
        return ended - began, time.perf_counter() - begun


def _data(size: int, seed: int) -> list[AuthorizationData]:
    random, accepted = Random(seed), AuthorizationStatus.ACCEPTED  # noqa: S311 -- nothing secret
    group = IdToken("FLEET-0042", IdTokenKind.CENTRAL)
    numbers = random.sample(range(2**32), size)
    return [AuthorizationData(_token(n), IdTokenInfo(accepted, group)) for n in numbers]


def _token(number: int) -> IdToken:
    return IdToken(f"{number:08X}", IdTokenKind.ISO14443)


def _look_up(the_list: LocalAuthorizationList, size: int) -> float:
    """Seconds of one: half of the tokens are in the list."""
    tokens = [each.token for each in _data(size, ROUNDS[size])[: LOOK_UPS // 2]]
    tokens += [_token(2**32 + n) for n in range(LOOK_UPS // 2)]
    Random(1).shuffle(tokens)  # noqa: S311 -- nothing secret
    began = time.perf_counter()
    found = [the_list.known(token) for token in tokens]
    seconds = (time.perf_counter() - began) / LOOK_UPS
    if sum(known is not None for known in found) != LOOK_UPS // 2:
        raise RuntimeError("a token was not found, or one that is not there")
    return seconds


def _commit(store: Store) -> float:
    """Seconds of a commit that changes one row."""
    state = StationRecords(store, "bench").state
    took: list[float] = []
    for number in range(COMMITS):
        began = time.perf_counter()
        with store.atomic():
            state.set("number", f"{number}")
        took.append(time.perf_counter() - began)
    return median(took)


def _start(path: Path) -> float:
    """Seconds to open a file, once it has been opened before."""
    took: list[float] = []
    for _ in range(6):
        began = time.perf_counter()
        with Store(path) as store:
            _ = StationRecords(store, "CS-0042").listed_tokens.state
            took.append(time.perf_counter() - began)
    return median(took[1:])
