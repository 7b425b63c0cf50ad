"""What a process of the benchmark does with itself: its memory, its files, its end."""

import asyncio
import gc
import os
import resource
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

__all__ = ["allow_connections", "tell_memory"]

AT_A_TIME = 50
"""How many connect at a time: the CSMS accepts no more than a hundred that wait."""
IDLE = 10.0
"""Seconds from the last connection to the measurement."""
OTHER_FILES = 64
"""Files that a process has open besides its connections."""


def allow_connections(number: int) -> None:
    """Let this process have so many connections.

    Raises:
        SystemExit: the system does not allow as many.
    """
    needed = number + OTHER_FILES
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard != resource.RLIM_INFINITY and hard < needed:
        sys.exit(f"{number} connections need {needed} open files, but the limit is {hard}")
    if soft != resource.RLIM_INFINITY and soft < needed:
        resource.setrlimit(resource.RLIMIT_NOFILE, (needed, hard))


async def tell_memory(number: int, connect: Callable[[int], Awaitable[object]]) -> None:
    """Connect one, then so many more, print the KiB that each took, and end the process at once."""
    allow_connections(number + 1)
    kept: list[object] = [await connect(0)]
    before = await _settled()
    for first in range(1, number + 1, AT_A_TIME):
        batch = range(first, min(first + AT_A_TIME, number + 1))
        kept += await asyncio.gather(*map(connect, batch))
    after = await _settled()
    sys.stdout.write(f"{(after - before) / number}\n")
    sys.stdout.flush()
    os._exit(0)  # nothing of this is to be kept, and good-byes would take longer than all the rest


async def _settled() -> int:
    """KiB of memory that this process shares with no other, once it is idle."""
    await asyncio.sleep(IDLE)
    gc.collect()
    return _memory()


def _memory() -> int:
    lines = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Private_"))
