"""An asyncio event loop whose time passes only while nothing is to be done, and then at once.

A test under this loop sees a day pass in the time that its own code takes, in the same order each
time. Real sockets do not belong under it; threads of `run_in_executor` do: time stands still
until they are done.
"""

# ruff: noqa: N818 -- named for what happened

import asyncio
import functools
import selectors
from collections.abc import Callable, Coroutine
from concurrent.futures import Executor
from typing import Any, ParamSpec, TypeVar, TypeVarTuple, Unpack

__all__ = ["Deadlock", "VirtualTimeLoop", "run", "virtual_time"]

T = TypeVar("T")
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")


class Deadlock(RuntimeError):
    """All tasks wait, and no timer, thread or socket will ever wake one."""


class _JumpingSelector(selectors.DefaultSelector):
    """Waits for nothing but threads; tells its loop how long it would have waited."""

    loop: "VirtualTimeLoop"

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        ready = super().select(0)
        if ready or (timeout is not None and timeout <= 0):
            return ready
        if self.loop.threads:
            return super().select(None)
        if timeout is None:
            raise Deadlock("all tasks wait and no timer is set:\n" + self.loop.describe_tasks())
        self.loop.advance(timeout)
        return ready


class VirtualTimeLoop(asyncio.SelectorEventLoop):
    """See the module. `time()` starts at 0.0 seconds, or at `start`."""

    def __init__(self, start: float = 0.0) -> None:
        self._now = start
        self.threads = 0
        selector = _JumpingSelector()
        super().__init__(selector)
        selector.loop = self
        self._clock_resolution = 1e-6

    def time(self) -> float:
        return self._now

    def advance(self, seconds: float) -> None:
        self._now += max(seconds, 1e-6)

    def describe_tasks(self) -> str:
        return "\n".join(sorted(repr(task) for task in asyncio.all_tasks(self)))

    def run_in_executor(
        self,
        executor: Executor | None,
        func: Callable[[Unpack[Ts]], T],
        *args: *Ts,
    ) -> "asyncio.Future[T]":
        self.threads += 1
        future = super().run_in_executor(executor, func, *args)
        future.add_done_callback(self._thread_done)
        return future

    async def shutdown_default_executor(self, timeout: float | None = None) -> None:  # noqa: ASYNC109 -- as its base has it
        self.threads += 1
        try:
            await super().shutdown_default_executor()
        finally:
            self.threads -= 1

    def _thread_done(self, _: "asyncio.Future[Any]") -> None:
        self.threads -= 1


def run(main: Coroutine[Any, Any, T], loop: Callable[[], VirtualTimeLoop] = VirtualTimeLoop) -> T:
    """Run a coroutine under virtual time, as `asyncio.run` does under real time.

    Raises:
        Deadlock: Everything waits for something that cannot happen.
    """
    with asyncio.Runner(loop_factory=loop) as runner:
        return runner.run(main)


def virtual_time(test: Callable[P, Coroutine[Any, Any, None]]) -> Callable[P, None]:
    """Make an async test function one that pytest and hypothesis can call."""

    @functools.wraps(test)
    def run_test(*args: P.args, **kwargs: P.kwargs) -> None:
        run(test(*args, **kwargs))

    return run_test
