"""What must hold however hostile a peer is, and who looks after it."""

import gc
import json
import logging
import tracemalloc
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

from pilotwire.rpc.frames import MAX_DEPTH, MAX_SIZE
from tests.hostile.amount import FRAMES
from tests.support.frames import _complaint, parsed

__all__ = ["Ids", "Memory", "nothing_unexpected"]

MORE_OBJECTS = FRAMES // 3
MORE_BYTES = 2**20
OURS = ("pilotwire.", "asyncio.", "_asyncio")
WHERE = [
    tracemalloc.Filter(True, pattern) for pattern in ("*/pilotwire/*", "*/json/*", "*/asyncio/*")
]


class _Watch(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        line = record.getMessage()
        if record.exc_info is not None and record.exc_info[0] is not None:
            self.found.append(self.format(record))
        if not line.isprintable():
            self.found.append(f"not printable: {line!r}")


@contextmanager
def nothing_unexpected() -> Generator[None]:
    """Nobody raises what nobody expected (the log has no traceback), and no line has escapes."""
    log, watch = logging.getLogger("pilotwire"), _Watch()
    log.addHandler(watch)
    log.propagate = False  # what pytest keeps of each line would be counted as memory that is lost
    level = log.level
    log.setLevel(logging.INFO)
    try:
        yield
    finally:
        log.setLevel(level)
        log.propagate = True
        log.removeHandler(watch)
    assert not watch.found, "\n".join(watch.found[:3])


class Memory:
    """Memory is bounded: from the half on, when all that has a bound is full, it grows no more.

    What is counted are objects of the library; on demand, which takes its time, bytes as well.
    """

    def __init__(self) -> None:
        self._traced = FRAMES > 2000
        self._at_half: tuple[int, int] | None = None

    def __enter__(self) -> "Memory":
        if self._traced:
            tracemalloc.start(1)
        return self

    def __exit__(self, *exc: object) -> None:
        tracemalloc.stop()

    def at_half(self) -> None:
        """A half of what is hostile has been said."""
        self._at_half = self._held()

    def at_end(self) -> None:
        """All of it has been said."""
        assert self._at_half is not None
        objects, size = self._held()
        assert objects - self._at_half[0] < MORE_OBJECTS
        assert size - self._at_half[1] < MORE_BYTES

    def _held(self) -> tuple[int, int]:
        """Objects, and bytes, of those who take part; not of those who look on."""
        parsed.cache_clear()
        _complaint.cache_clear()
        gc.collect()
        objects = sum(str(type(each).__module__).startswith(OURS) for each in gc.get_objects())
        if not self._traced:
            return objects, 0
        held = tracemalloc.take_snapshot().filter_traces(WHERE)
        return objects, sum(trace.size for trace in held.traces)


class Ids:
    """Each CALL with an id that can be read is answered."""

    def __init__(self) -> None:
        self.open: dict[str, str] = {}
        """What has not been answered, by its id."""

    def said(self, text: str) -> None:
        """That is told to the other end."""
        message_id = _readable(text)
        if message_id is not None:
            self.open[message_id] = text

    def answered(self, text: str) -> bool:
        """Whether the other end said an answer."""
        kind, message_id, *_ = json.loads(text)
        if kind not in (3, 4, 5):
            return False
        self.open.pop(message_id, None)
        return True


def _readable(text: str) -> str | None:
    """The id of a CALL that can be read: as a whole, or from its beginning."""
    try:
        message: Any = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(message, list) or len(message) < 2 or type(message[0]) is not int:
        return None
    kind, message_id, *_ = message
    if kind != 2 or not isinstance(message_id, str) or not _sendable(text):
        return None
    as_a_whole = len(text.encode()) <= MAX_SIZE and text.count("[") + text.count("{") <= MAX_DEPTH
    return message_id if as_a_whole or (message_id.isalnum() and len(message_id) <= 36) else None


def _sendable(text: str) -> bool:
    try:
        json.dumps(json.loads(text), ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True
