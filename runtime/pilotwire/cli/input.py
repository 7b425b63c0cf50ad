"""Lines that somebody types, or a program writes, on the event loop."""

import asyncio
import os
import threading
from collections.abc import Iterator
from concurrent.futures import CancelledError
from itertools import chain
from typing import Final

__all__ = ["LONGEST_LINE", "MOST_LINES", "lines_of"]

LONGEST_LINE: Final = 10_000
"""Bytes; what is longer is none of ours."""

MOST_LINES: Final = 100
"""Lines that wait; who writes more waits, too."""


async def lines_of(descriptor: int) -> "asyncio.Queue[str | None]":
    """The lines that are written to a descriptor, and None at its end.

    A thread reads them: a terminal that is set not to block would not block for its output either.
    Nothing ends the thread but the end of the input, or of the process.
    """
    queue: asyncio.Queue[str | None] = asyncio.Queue(MOST_LINES)
    loop = asyncio.get_running_loop()

    def read() -> None:
        for line in chain(_read(descriptor), [None]):
            putting = queue.put(line)
            try:
                asyncio.run_coroutine_threadsafe(putting, loop).result()
            except (RuntimeError, CancelledError):  # the loop has ended
                putting.close()
                return

    threading.Thread(target=read, name="console", daemon=True).start()
    return queue


def _read(descriptor: int) -> Iterator[str]:
    rest = b""
    while True:
        try:
            part = os.read(descriptor, 4096)
        except OSError:
            part = b""
        if not part:
            break
        *lines, rest = (rest + part).split(b"\n")
        yield from (line.decode("utf-8", "replace") for line in lines)
        rest = rest[:LONGEST_LINE]
    if rest:
        yield rest.decode("utf-8", "replace")
