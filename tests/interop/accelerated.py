"""Tests on real sockets, in which waiting is short and nothing may be left behind.

Nobody sleeps to let things happen: a test waits for what it wants to see, and `within` says for how
long at most. Limits are real seconds of waiting; time in which code runs does not count at all, so
that a slow or busy machine sees the same times as any other.
"""

import asyncio
import functools
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, ParamSpec, TypeVar

from pilotwire.timing import AcceleratedEventLoop

__all__ = ["SPEED", "accelerated", "within"]

P = ParamSpec("P")
T = TypeVar("T")

SPEED = 400.0
"""How many times idle time counts: a minute between two meter values takes 0.15 s."""


class _IdleTimeLoop(AcceleratedEventLoop):
    """An accelerated loop on which nothing but waiting takes time."""

    def __init__(self) -> None:
        self._idle = 0.0
        super().__init__(SPEED)

    def time(self) -> float:
        return self._idle

    def gain(self, seconds: float) -> None:
        self._idle += self.speed * seconds


async def within(real_seconds: float, what: Awaitable[T]) -> T:
    """Wait for something, but not longer than so many real seconds."""
    loop = asyncio.get_running_loop()
    speed = loop.speed if isinstance(loop, AcceleratedEventLoop) else 1.0
    async with asyncio.timeout(real_seconds * speed):
        return await what


def accelerated(test: Callable[P, Coroutine[Any, Any, None]]) -> Callable[P, None]:
    """Run an async test on an accelerated loop; it fails if a task is left or one fails unseen."""

    @functools.wraps(test)
    def run_test(*args: P.args, **kwargs: P.kwargs) -> None:
        unseen: list[dict[str, Any]] = []

        async def main() -> None:
            loop = asyncio.get_running_loop()
            loop.set_exception_handler(lambda _, context: unseen.append(context))
            await within(30, test(*args, **kwargs))
            left = await _tasks_left()
            assert not left, f"tasks are left behind: {left}"

        with asyncio.Runner(loop_factory=_IdleTimeLoop) as runner:
            runner.run(main())
        assert not unseen, f"nobody took notice of: {unseen}"

    return run_test


async def _tasks_left() -> set[asyncio.Task[Any]]:
    """The tasks besides this one that do not end within a few rounds of the loop."""
    for _ in range(20):
        await asyncio.sleep(0)
    return asyncio.all_tasks() - {asyncio.current_task()}
