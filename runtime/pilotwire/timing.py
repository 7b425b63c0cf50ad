"""Event loops on which waiting is short, or takes no time at all.

`AcceleratedEventLoop` is for simulated stations on real sockets, `VirtualTimeLoop` for those whose
CSMS is in the same process (`pilotwire.simulator.memory`).
"""

# ruff: noqa: N818 -- named for what happened

import asyncio
import selectors
import time
from collections.abc import Callable, Coroutine
from concurrent.futures import Executor
from typing import Any, TypeVar, TypeVarTuple, Unpack

__all__ = ["AcceleratedEventLoop", "Deadlock", "VirtualTimeLoop", "run_virtually"]

T = TypeVar("T")
Ts = TypeVarTuple("Ts")


class AcceleratedEventLoop(asyncio.SelectorEventLoop):
    """An event loop whose idle time counts `speed` times.

    A timer that is due in an hour fires after 36 seconds of waiting at speed 100. Time in which
    code runs counts once, so that a busy loop does not see its timeouts run away.

    Use it as `asyncio.Runner(loop_factory=lambda: AcceleratedEventLoop(60))`.

    Args:
        speed: At least 1; 1 is a normal event loop.

    Raises:
        ValueError: `speed` is less than 1 or not finite.
    """

    def __init__(self, speed: float = 1.0) -> None:
        self._speed = speed
        self._gained = 0.0
        super().__init__(_ShortWaits(self))
        if not 1.0 <= speed < float("inf"):
            self.close()  # asyncio complains of loops that are dropped open or half made
            raise ValueError("speed must be at least 1")

    @property
    def speed(self) -> float:
        """How many times idle time counts; it may be changed at any time, from within the loop.

        Raises:
            ValueError: it is set to less than 1, or to infinity.
        """
        return self._speed

    @speed.setter
    def speed(self, speed: float) -> None:
        if not 1.0 <= speed < float("inf"):
            raise ValueError("speed must be at least 1")
        self._speed = speed

    def time(self) -> float:
        """Seconds of the monotonic clock, and what waiting has gained on it."""
        return time.monotonic() + self._gained

    def gain(self, seconds: float) -> None:
        """Count time that was spent waiting; called by the loop's selector."""
        self._gained += (self._speed - 1.0) * seconds


class _ShortWaits(selectors.DefaultSelector):
    """The system's selector; it waits a part of the time and tells the loop how long it was."""

    def __init__(self, loop: AcceleratedEventLoop) -> None:
        super().__init__()
        self._loop = loop

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        # What has come already is not waited for, however long a busy system takes to tell of it.
        ready = super().select(0)
        if ready or (timeout is not None and timeout <= 0):
            return ready
        begin = time.monotonic()
        wait = None if timeout is None else timeout / self._loop.speed
        ready = super().select(wait)
        waited = time.monotonic() - begin
        # What the system waited beyond the request, for its coarse timers, is not gained.
        self._loop.gain(waited if wait is None else min(waited, wait))
        return ready


class Deadlock(RuntimeError):
    """All tasks wait, and no timer, thread or socket will ever wake one; the text names them."""


class VirtualTimeLoop(asyncio.SelectorEventLoop):
    """An event loop whose time passes only while nothing is to be done, and then at once.

    A program under it sees a day pass in the time that its own code takes, in the same order each
    time. Real sockets do not belong under it: time would not wait for what is under way. Threads of
    `run_in_executor` and `asyncio.to_thread` do: time stands still until they are done.

    Use it as `asyncio.Runner(loop_factory=VirtualTimeLoop)`, or `run_virtually`.

    Args:
        start: What `time()` says at first, in seconds.

    Raises:
        Deadlock: Everything waits for something that cannot happen; out of what runs the loop.
    """

    def __init__(self, start: float = 0.0) -> None:
        self._now = start
        self._threads = 0
        super().__init__(_Jumps(self))
        self._clock_resolution = 1e-6

    def time(self) -> float:
        """Seconds since the loop was made, and `start`."""
        return self._now

    @property
    def threads(self) -> int:
        """How many threads are at work, for which time stands still."""
        return self._threads

    def advance(self, seconds: float) -> None:
        """Let so much time pass; called by the loop's selector."""
        self._now += max(seconds, 1e-6)

    def describe_tasks(self) -> str:
        """All tasks, a line each."""
        return "\n".join(sorted(repr(task) for task in asyncio.all_tasks(self)))

    def run_in_executor(
        self,
        executor: Executor | None,
        func: Callable[[Unpack[Ts]], T],
        *args: *Ts,
    ) -> asyncio.Future[T]:
        """As of any loop; time stands still until the function is done."""
        self._threads += 1
        future = super().run_in_executor(executor, func, *args)
        future.add_done_callback(self._thread_done)
        return future

    async def shutdown_default_executor(self, timeout: float | None = None) -> None:  # noqa: ASYNC109 -- as its base has it
        """As of any loop; in any time."""
        del timeout
        self._threads += 1
        try:
            await super().shutdown_default_executor()
        finally:
            self._threads -= 1

    def _thread_done(self, _: "asyncio.Future[Any]") -> None:
        self._threads -= 1


class _Jumps(selectors.DefaultSelector):
    """Waits for nothing but threads; tells its loop how long it would have waited."""

    def __init__(self, loop: VirtualTimeLoop) -> None:
        super().__init__()
        self._loop = loop

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        ready = super().select(0)
        if ready or (timeout is not None and timeout <= 0):
            return ready
        if self._loop.threads:
            return super().select(None)
        if timeout is None:
            raise Deadlock("all tasks wait and no timer is set:\n" + self._loop.describe_tasks())
        self._loop.advance(timeout)
        return ready


def run_virtually(
    main: Coroutine[Any, Any, T], loop: Callable[[], VirtualTimeLoop] = VirtualTimeLoop
) -> T:
    """Run a coroutine under virtual time, as `asyncio.run` does under real time.

    Raises:
        Deadlock: Everything waits for something that cannot happen.
    """
    with asyncio.Runner(loop_factory=loop) as runner:
        return runner.run(main)
