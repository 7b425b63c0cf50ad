"""What is logged of a peer that does not keep to the rules, or lets a handler fail.

The rule of this module: however much a peer sends, its connection fills no log. Lines are limited
in rate, and beyond the first few kilobytes they are never more bytes than what was received; what
is left out is counted, and told with the next line or at the end.
"""

import asyncio
import logging
from traceback import format_exception
from typing import Final

from pilotwire.logs import StationLog

__all__ = ["Complaints"]

FREE: Final = 4096
"""Bytes of a connection's lines that need not have been received."""
BURST: Final = 10
"""Lines at once."""
PAUSE: Final = 10.0
"""Seconds to a further line."""
_AROUND: Final = 64
"""Bytes that a log puts around a line, roughly."""


class Complaints:
    """The log lines of one connection.

    Args:
        log: Where they go.
    """

    __slots__ = ("_at", "_left_out", "_lines", "_log", "_room")

    def __init__(self, log: logging.Logger | StationLog) -> None:
        self._log = log
        self._room = FREE
        self._lines = float(BURST)
        self._at = 0.0
        self._left_out = 0

    def received(self, text: str) -> None:
        """Something was received: so many bytes more may be logged."""
        self._room += len(text)

    def note(
        self, line: str, *, level: int = logging.WARNING, failure: BaseException | None = None
    ) -> None:
        """Log a line, if it may be; with the traceback of a failure, if that may be, too."""
        now = asyncio.get_running_loop().time()
        self._lines = min(BURST, self._lines + (now - self._at) / PAUSE)
        self._at = now
        if self._left_out:
            line += f" ({self._left_out} lines before it are left out)"
        size = _AROUND + len(line.encode(errors="replace"))
        if self._lines < 1 or self._room < size or not self._log.isEnabledFor(level):
            self._left_out += 1
            return
        if failure is not None:
            traced = size + len("".join(format_exception(failure)).encode(errors="replace"))
            if traced <= self._room:
                size = traced
            else:
                line, failure = f"{line}: {type(failure).__name__}", None
        self._lines -= 1
        self._room -= size
        self._left_out = 0
        self._log.log(level, "%s", line, exc_info=failure)

    def end(self) -> None:
        """Tell what was left out last."""
        if self._left_out:
            self._log.warning("lines about this connection that are left out: %d", self._left_out)
            self._left_out = 0
