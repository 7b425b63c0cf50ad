"""Lines that somebody types, or a program writes, on the event loop."""

import asyncio
import os
import threading
from collections.abc import Iterator
from contextlib import suppress
from typing import Final

__all__ = ["LONGEST_LINE", "lines_of"]

LONGEST_LINE: Final = 10_000
"""Bytes; what is longer is none of ours."""


async def lines_of(descriptor: int) -> "asyncio.Queue[str | None]":
    """The lines that are written to a descriptor, and None at its end.

    A thread reads them: a terminal that is set not to block would not block for its output either.
    Nothing ends the thread but the end of the input, or of the process.
    """
    queue: asyncio.Queue[str | None] = asyncio.Queue()
    loop = asyncio.get_running_loop()

    def read() -> None:
        for line in _read(descriptor):
            with suppress(RuntimeError):  # the loop has ended
                loop.call_soon_threadsafe(queue.put_nowait, line)
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(queue.put_nowait, None)

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
