"""When the meter of a running transaction is read (J02.FR.11)."""

import asyncio
from collections.abc import Callable, Coroutine

from pilotwire.ocpp.specs import Variable
from pilotwire.station.core import Core

__all__ = ["SampleTimer"]


class SampleTimer:
    """Calls `sample` at every full interval since the start of a transaction.

    With an interval of 0 there are no samples. `sample` is given the moment at
    which it was due, in the event loop's time, and goes on with `wait` from there: so the samples
    keep their distance, however long one takes.
    """

    __slots__ = ("_core", "_interval", "_sample", "_sampled_at", "_timer")

    def __init__(
        self,
        core: Core,
        interval: Variable[int],
        sample: Callable[[float], Coroutine[object, None, None]],
    ) -> None:
        self._core = core
        self._interval = interval
        self._sample = sample
        self._timer: asyncio.TimerHandle | None = None
        self._sampled_at: float | None = None
        core.device_model.watch(interval, self._interval_changed)

    def start(self) -> None:
        """A transaction begins."""
        self.wait(asyncio.get_running_loop().time())

    def wait(self, after: float) -> None:
        """The next sample is due an interval after that moment."""
        self._cancel()
        self._sampled_at = after
        interval = self._core.device_model[self._interval]
        if interval > 0:
            due = after + interval
            loop = asyncio.get_running_loop()
            self._timer = loop.call_at(due, lambda: self._core.spawn(self._sample(due)))

    def stop(self) -> None:
        """The transaction has ended."""
        self._cancel()
        self._sampled_at = None

    def _interval_changed(self, interval: int) -> None:
        """The next sample is due by the new interval, and never in the past."""
        if self._sampled_at is not None:
            now = asyncio.get_running_loop().time()
            self.wait(max(self._sampled_at, now - interval))

    def _cancel(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
