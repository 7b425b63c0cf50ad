"""An event loop on which waiting is short: for simulated stations on real sockets."""

import asyncio
import selectors
import time

__all__ = ["AcceleratedEventLoop"]


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
