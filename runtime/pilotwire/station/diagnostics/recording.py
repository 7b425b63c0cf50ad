"""What the loggers of Pilotwire say about a station, on its way to the station's `Ring`.

There is one handler a process, for all stations that keep their log, which finds the station of a
record by its identity: a fleet costs a record no more than one station does. A line is made in the
moment in which it is logged, with the time of the station's clock; lines are written in batches,
away from the event loop. Of lines that come faster than they can be written the newest go, and how
many is told.
"""

import asyncio
import logging
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from pilotwire.flag import Flag
from pilotwire.foreign import printable
from pilotwire.logs import logger
from pilotwire.station.diagnostics.ring import BATCH, CAPACITY, Ring, as_line

__all__ = ["PAUSE", "LogRecorder"]

PAUSE: Final = 1.0
"""Seconds that a line waits for others to be written with."""

LONGEST: Final = 4096
"""Characters of a line, and of each line of a traceback, at most."""

MOST_TRACED: Final = 100
"""Lines of a traceback, at most: the last ones."""

WAITING: Final = 4 * BATCH
"""Bytes that may wait to be written."""

log = logger(__name__)


class LogRecorder:
    """Keeps what is logged about a station, over its restarts.

    Args:
        folder: Where the files of the ring are.
        capacity: Bytes that they have at most.

    Raises:
        ValueError: that is too little.
    """

    __slots__ = (
        "_appending",
        "_capacity",
        "_folder",
        "_left_out",
        "_loop",
        "_since",
        "_thread",
        "_time",
        "_told_left_out",
        "_told_trouble",
        "_trouble",
        "_waiting",
        "_waiting_bytes",
        "news",
        "ring",
    )

    def __init__(self, folder: Path, capacity: int = CAPACITY) -> None:
        self._folder = folder
        self._capacity = capacity
        self._appending = threading.Lock()
        """Who comes to the end of the station waits for a batch that is being written."""
        self.ring: Ring | None = None
        """The lines on disk, while the station runs."""
        self.news = Flag()
        """Set while lines wait."""
        self._time: Callable[[], tuple[datetime, bool]] | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread = 0
        self._since: datetime | None = None
        self._waiting: list[bytes] = []
        self._waiting_bytes = 0
        self._left_out = 0
        self._told_left_out = 0
        """What the first line that waits says of it, if it does."""
        self._trouble: str | None = None
        """What was wrong with the disk when it was last written to."""
        self._told_trouble = False

    @contextmanager
    def recording(
        self, identity: str, time: Callable[[], tuple[datetime, bool]]
    ) -> Generator[None]:
        """Keep what is logged about a station within the context. Where the folder can't be used,
        that is logged, and nothing is kept.

        Args:
            identity: The station's.
            time: Tells the time of day, and whether it is provisional.
        """
        self.ring = self._opened()
        if self.ring is None:
            yield
            return
        since, provisional = time()
        self._since = None if provisional else since
        self._time, self._loop = time, asyncio.get_running_loop()
        self._thread = threading.get_ident()
        writing = self._loop.create_task(self._write_on(), name=f"log of {identity}")
        _HANDLER.add(identity, self)
        try:
            yield
        finally:
            _HANDLER.remove(identity, self)
            writing.cancel()
            self._append(*self._taken())
            self.ring.close()
            self._loop = None

    def _opened(self) -> Ring | None:
        try:
            return Ring(self._folder, self._capacity)
        except OSError as error:
            log.error("no log is kept: %s", printable(error.strerror or type(error).__name__))  # noqa: TRY400 -- no traceback for a known failure
            return None

    def oldest(self) -> datetime | None:
        """The time from which on there is a log; None where there is none, or nobody can tell."""
        if self.ring is None:
            return None
        return self.ring.oldest() if self.ring.size else self._since

    def note(self, record: logging.LogRecord) -> None:
        """Something was logged about the station, in whichever thread."""
        text = f"{record.levelname} {record.name}: {printable(record.getMessage(), LONGEST)}"
        if record.exc_info:
            traced = _FORMAT.formatException(record.exc_info).splitlines()[-MOST_TRACED:]
            text = "\n".join([text, *(printable(line, LONGEST) for line in traced)])
        if threading.get_ident() == self._thread:
            self._take(text)
        elif self._loop is not None:
            with suppress(RuntimeError):  # the loop is closed: the station has ended
                self._loop.call_soon_threadsafe(self._take, text)

    async def _write_on(self) -> None:
        """Write whatever comes, without end."""
        while True:
            await self.news.wait()
            await asyncio.sleep(PAUSE)
            await self.write()

    async def write(self) -> None:
        """Write what waits; a disk that fails costs the lines, and is logged."""
        lines, stand_for = self._taken()
        if lines:
            await asyncio.to_thread(self._append, lines, stand_for)
            self._written()

    def _taken(self) -> tuple[list[bytes], int]:
        """What waits, and how many lines are lost if that is."""
        lines, self._waiting = self._waiting, []
        stand_for = len(lines) + max(self._told_left_out - 1, 0)
        self._waiting_bytes = self._told_left_out = 0
        self.news.clear()
        return lines, stand_for

    def _append(self, lines: list[bytes], stand_for: int) -> None:
        """Blocks, in any thread."""
        ring = self.ring
        if ring is None:
            return
        try:
            with self._appending:
                for batch in _batches(lines):
                    ring.append(batch)
        except OSError as error:
            self._left_out += stand_for
            self._trouble = error.strerror or type(error).__name__
        else:
            self._trouble = None

    def _written(self) -> None:
        trouble, told = self._trouble, self._told_trouble
        self._told_trouble = trouble is not None
        if trouble is not None and not told:
            log.error("the log of the station can't be written: %s", printable(trouble))

    def _take(self, text: str) -> None:
        if self._time is None:
            return
        at, provisional = self._time()
        line = as_line(at, text, provisional=provisional)
        if len(line) > BATCH:
            line = line[: BATCH - 1] + b"\n"
        if self._waiting_bytes + len(line) > WAITING:
            self._left_out += 1
            return
        if self._left_out and not self._waiting:
            told = f"WARNING {__name__}: lines before this one that are left out: {self._left_out}"
            self._told_left_out, self._left_out = self._left_out, 0
            self._put(as_line(at, told, provisional=provisional))
        self._put(line)
        self.news.set()

    def _put(self, line: bytes) -> None:
        self._waiting.append(line)
        self._waiting_bytes += len(line)


def _batches(lines: list[bytes]) -> Generator[bytes]:
    batch, size = list[bytes](), 0
    for line in lines:
        if size + len(line) > BATCH:
            yield b"".join(batch)
            batch, size = [], 0
        batch.append(line)
        size += len(line)
    yield b"".join(batch)


class _Handler(logging.Handler):
    """Finds the station of a record. It hangs at the loggers while a station keeps its log."""

    def __init__(self) -> None:
        super().__init__()
        self._recorders: dict[str, list[LogRecorder]] = {}

    def add(self, identity: str, recorder: LogRecorder) -> None:
        """Give a station's records to a recorder, too."""
        if not self._recorders:
            logging.getLogger(_LOGGERS).addHandler(self)
        self._recorders.setdefault(identity, []).append(recorder)

    def remove(self, identity: str, recorder: LogRecorder) -> None:
        """Give it no more."""
        recorders = self._recorders[identity]
        recorders.remove(recorder)
        if not recorders:
            del self._recorders[identity]
        if not self._recorders:
            logging.getLogger(_LOGGERS).removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        station = vars(record).get("station")
        for recorder in tuple(self._recorders.get(station, ())) if station is not None else ():
            try:
                recorder.note(record)
            except Exception:  # what is logged may be anything
                self.handleError(record)


_LOGGERS: Final = "pilotwire"
_FORMAT: Final = logging.Formatter()
_HANDLER: Final = _Handler()
