"""Tells systemd that a service has started, and that it lives: sd_notify, which is a datagram.

Without systemd, nothing of it does anything.
"""

import asyncio
import os
import socket
from contextlib import suppress

__all__ = ["keep_alive", "notify"]


def notify(state: str) -> None:
    """Tell systemd, as `READY=1`, `WATCHDOG=1` or `STOPPING=1`. Nobody waits for one that does not
    listen.
    """
    address = os.environ.get("NOTIFY_SOCKET", "")
    if address:
        kind = socket.SOCK_DGRAM | socket.SOCK_NONBLOCK
        with socket.socket(socket.AF_UNIX, kind) as sender, suppress(BlockingIOError):
            sender.sendto(state.encode(), address.replace("@", "\0", 1))


async def keep_alive() -> None:
    """Tell that the service is ready, and from then on twice in `WatchdogSec` that it lives: that
    its event loop gives turns. Without a watchdog there is nothing more to tell.
    """
    notify("READY=1")
    every = int(os.environ.get("WATCHDOG_USEC", "0")) / 1e6 / 2
    while every:
        notify("WATCHDOG=1")
        await asyncio.sleep(every)
