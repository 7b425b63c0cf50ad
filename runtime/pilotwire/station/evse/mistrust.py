"""A pilot that was in state E is not believed at once when it says something else.

A vehicle without a diode looks like any other until it is offered current, as the diode shows in
the lower half of the PWM only. It would be offered some at once each time that it was withdrawn,
without end. So state E is taken to last for a while after the pilot has left it, and each time that
the same vehicle has it again twice as long: 2 s, 4 s, 8 s, an hour at most. It is over at once when
the vehicle has left.
"""

import asyncio
from collections.abc import Callable

from pilotwire.hal.interfaces import PilotState
from pilotwire.station.evse import changes
from pilotwire.station.evse.changes import Change
from pilotwire.station.evse.state import EvseState
from pilotwire.station.transactions.log import Cause

__all__ = ["Mistrust"]

LONGEST = 3600.0


class Mistrust:
    """Of the pilots of one EVSE. `later` lets a change happen after so many seconds."""

    __slots__ = ("_later", "_state", "_timers", "_times")

    def __init__(
        self, state: EvseState, later: Callable[[float, Change], asyncio.TimerHandle]
    ) -> None:
        self._state = state
        self._later = later
        self._times: dict[int, int] = {}
        """How often the vehicle at a connector had state E."""
        self._timers: dict[int, asyncio.TimerHandle] = {}

    def seen(self, connector_id: int, pilot: PilotState) -> None:
        """A pilot is another, which the state has already."""
        if pilot.connected and connector_id in self._state.shorted:
            if connector_id not in self._timers:
                self._wait(connector_id)
            return
        self._forget(connector_id)
        if pilot is PilotState.E:
            self._times[connector_id] = self._times.get(connector_id, 0) + 1
        elif pilot is PilotState.A:
            self._times.pop(connector_id, None)

    def stop(self) -> None:
        """Wait for nothing any more."""
        for connector_id in list(self._timers):
            self._forget(connector_id)

    def _wait(self, connector_id: int) -> None:
        times = self._times[connector_id]

        def over(state: EvseState) -> Cause | None:
            if self._times.get(connector_id) != times or connector_id not in self._timers:
                return None  # while it waited for its turn, the pilot was another again
            del self._timers[connector_id]
            return changes.believed(state, connector_id)

        pause = min(2.0 ** min(times, 16), LONGEST)
        self._timers[connector_id] = self._later(pause, over)

    def _forget(self, connector_id: int) -> None:
        timer = self._timers.pop(connector_id, None)
        if timer is not None:
            timer.cancel()
