"""Calls from one event loop into another: the simulated world has a loop of its own, whose time may
run fast, and whoever serves people runs on one with the time of the clock on the wall.
"""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

__all__ = ["Home"]

T = TypeVar("T")


class Home:
    """The event loop in which something lives: that which runs when this is made."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()

    async def run(self, make: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """Run there what `make` makes, and wait for it here. Cancelling this cancels that."""
        if asyncio.get_running_loop() is self._loop:
            return await make()
        return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(make(), self._loop))

    async def ask(self, question: Callable[[], T]) -> T:
        """Ask something there that needs no waiting."""

        async def asked() -> T:
            return question()

        return await self.run(asked)
