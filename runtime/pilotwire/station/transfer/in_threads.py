"""Work of the disk, away from the event loop."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import ParamSpec, TypeVar

from pilotwire.station.transfer.errors import disk_trouble

__all__ = ["in_thread", "on_disk"]

P = ParamSpec("P")
T = TypeVar("T")


async def in_thread(work: Callable[P, T], *args: P.args, **more: P.kwargs) -> T:
    """Do it in a thread. Who is cancelled meanwhile waits for its end all the same: nothing is
    closed under it.
    """
    loop = asyncio.get_running_loop()
    future = loop.run_in_executor(None, partial(work, *args, **more))
    cancelled = False
    while not future.done():
        try:
            await asyncio.wait({future})
        except asyncio.CancelledError:
            cancelled = True
    if cancelled:
        future.exception()  # it has been looked at
        raise asyncio.CancelledError
    return future.result()


async def on_disk(work: Callable[P, T], *args: P.args, **more: P.kwargs) -> T:
    """The same, of what fails with the disk.

    Raises:
        TransferError: the disk has failed.
    """
    try:
        return await in_thread(work, *args, **more)
    except OSError as error:
        raise disk_trouble(error) from None
