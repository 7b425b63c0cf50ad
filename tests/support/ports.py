"""A serial port whose other end is the test: a pty."""

import asyncio
import os
import tty
from collections.abc import Callable, Generator
from contextlib import contextmanager

__all__ = ["Port", "port"]


class Port:
    """`path` is for whoever is tested; `heard` is called with what that one writes."""

    def __init__(self) -> None:
        self._master, self._slave = os.openpty()
        tty.setraw(self._slave)
        self.path = os.ttyname(self._slave)
        self.heard: Callable[[bytes], None] = lambda data: None
        self._open = True
        asyncio.get_running_loop().add_reader(self._master, self._read)

    def say(self, data: bytes) -> None:
        os.write(self._master, data)

    def unplug(self) -> None:
        """It is gone, as a USB adapter that is pulled."""
        if self._open:
            self._open = False
            asyncio.get_running_loop().remove_reader(self._master)
            os.close(self._master)
            os.close(self._slave)

    def _read(self) -> None:
        self.heard(os.read(self._master, 4096))


@contextmanager
def port() -> Generator[Port, None, None]:
    made = Port()
    try:
        yield made
    finally:
        made.unplug()
