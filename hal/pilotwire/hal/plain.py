"""Plain methods as those of hardware: they say by a decorator what they are.

    @at_once
    def offer_current(self, amperes: float) -> None:
        self._pwm.set(duty_of(amperes))

    @in_thread
    def read_meter(self) -> MeterReading:
        return MeterReading(self._bus.read_register())

Part of `pilotwire.hal.interfaces`, from where it is to be imported.
"""

import asyncio
import functools
from collections.abc import Callable
from types import CoroutineType
from typing import Any, ParamSpec, TypeVar

__all__ = ["at_once", "in_thread"]

P = ParamSpec("P")
T = TypeVar("T")


def at_once(method: Callable[P, T]) -> "Callable[P, CoroutineType[Any, Any, T]]":
    """A method that returns at once, within a millisecond, or raises: it is called in the event
    loop.
    """

    @functools.wraps(method)
    async def call(*args: P.args, **kwargs: P.kwargs) -> T:
        return method(*args, **kwargs)

    return call  # type: ignore[return-value]  # to mypy it is a Coroutine, to pyright this


def in_thread(method: Callable[P, T]) -> "Callable[P, CoroutineType[Any, Any, T]]":
    """A method that blocks: it is called in a thread of the event loop's.

    Two calls may come at a time where the interface says so, or where the station has given up on
    one: nobody can end a thread. So `open_contactor` is best none of these, and none may wait for
    it; a driver that can't bear two calls at a time has a lock.
    """

    @functools.wraps(method)
    async def call(*args: P.args, **kwargs: P.kwargs) -> T:
        return await asyncio.to_thread(method, *args, **kwargs)

    return call  # type: ignore[return-value]  # to mypy it is a Coroutine, to pyright this
