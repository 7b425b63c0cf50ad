"""Moments that are aligned with the clock: slots of an interval, counted from midnight (J 2.2)."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from pilotwire.ocpp.specs import Variable
from pilotwire.station.core import Core

__all__ = ["SlotTimer", "slot_after"]

_DAY: Final = timedelta(days=1)

_LATE: Final = timedelta(seconds=30)
"""By how much a clock may be set over a slot that has its turn all the same."""


def slot_after(time: datetime, interval: int) -> datetime:
    """The first slot after a time, of intervals of so many seconds; the last of a day may be
    shorter.
    """
    midnight = time.replace(hour=0, minute=0, second=0, microsecond=0)
    step = timedelta(seconds=interval)
    return min(midnight + ((time - midnight) // step + 1) * step, midnight + _DAY)


class SlotTimer:
    """Calls `due` with each slot of the interval that a variable says, at its time.

    Each slot has one turn, whenever the clock is set: one that the clock jumps over has none, but
    for the small step of a clock that is set right, and one that comes again after the clock was
    set back has no other. With an interval of 0, and while the time of day is not known, there are
    no slots.
    """

    __slots__ = ("_core", "_due", "_interval", "_next", "_runs", "_timer")

    def __init__(
        self, core: Core, interval: Variable[int], due: Callable[[datetime], object]
    ) -> None:
        self._core = core
        self._interval = interval
        self._due = due
        self._runs = False
        self._timer: asyncio.TimerHandle | None = None
        self._next: datetime | None = None
        core.device_model.watch(interval, self._interval_changed)

    def _interval_changed(self, _: int) -> None:
        self._arrange()

    def start(self) -> None:
        """From now on there are slots."""
        self._runs = True
        self._core.clock.watch(self._clock_set)
        self._arrange()

    def stop(self) -> None:
        """From now on there is none."""
        self._runs = False
        self._core.clock.unwatch(self._clock_set)
        self._arrange()

    def _clock_set(self) -> None:
        """Take the turn of a slot over which the clock was set by a small step; wait anew."""
        slot, now = self._next, self._core.clock.now()
        step = timedelta(seconds=self._core.device_model[self._interval])
        if slot is not None and slot <= now < slot + min(_LATE, step):
            self._time(slot)
        else:
            self._arrange()

    def _arrange(self) -> None:
        """Wait for the next slot, of this interval, and by this clock."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = self._next = None
        interval = self._core.device_model[self._interval]
        if not self._runs or interval == 0 or self._core.clock.provisional:
            return
        now = self._core.clock.now()
        slot = slot_after(now, interval)
        while self._core.clock.had_turn(self._interval.title, slot):
            slot = slot_after(slot, interval)
        loop = asyncio.get_running_loop()
        self._next = slot
        self._timer = loop.call_later((slot - now).total_seconds(), self._time, slot)

    def _time(self, slot: datetime) -> None:
        self._core.clock.note_turn(self._interval.title, slot)
        self._arrange()
        self._due(slot)
