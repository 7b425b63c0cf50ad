"""What each EVSE may take now: the governor of them all (K02, K04).

For an EVSE that is, in amperes a phase, the least of

    what its profiles allow         the first segment of its composite schedule
    its part of what the station    ChargingStationMaxProfile, external constraints of the station,
    may take as a whole             local generation added once, and never more than what it is
                                    connected with (K04.FR.02); shared by a policy among those that
                                    have a session with a vehicle (`sharing`)

and, in the EVSE itself, what its application, its hardware and its cable leave.

What is granted is asked for anew within each settling sequence, so an EVSE that begins to offer
(after a restart, too) begins at the limit. The others settle again when anything is another than
they were granted: at the next boundary of any schedule, when profiles change, a session begins or
ends, the CSMS comes or goes, the vehicle's state of charge or the clock is another. Between these
moments nothing is computed; without profiles and a limit of the station, nothing ever is.

The sum of what is offered never exceeds what the station may take, at any instant: who has to give
way is lowered first, and what it gave back is free once its vehicle has followed (5 s, IEC 61851-1
Annex A); then who waits for it is raised.
"""

from collections.abc import Callable

from pilotwire.station.core import Core
from pilotwire.station.device_model.definitions import Definition, setting
from pilotwire.station.device_model.standard import SmartChargingCtrlr
from pilotwire.station.evse.evses import Evses
from pilotwire.station.evse.governor import UNLIMITED, Grant
from pilotwire.station.smart_charging.block import SmartCharging
from pilotwire.station.smart_charging.governing import Governing
from pilotwire.station.smart_charging.live import LiveConditions, Touch
from pilotwire.station.smart_charging.offline import Offline
from pilotwire.station.smart_charging.sharing import StationLimit

__all__ = ["DEFINITIONS", "Limits"]

DEFINITIONS: tuple[Definition, ...] = (setting(SmartChargingCtrlr.LimitChangeSignificance, 1.0),)


class Limits:
    """The governor of all EVSEs of a station. Without any limit it takes next to no room."""

    __slots__ = ("_core", "_governing", "_station", "conditions")

    def __init__(self, core: Core) -> None:
        self._core = core
        self._station = core.application.find(StationLimit) or _UNSAID
        block = core.blocks[SmartCharging]
        offline = Offline(core, block.profiles, self.look)
        self.conditions = block.conditions = LiveConditions(
            core, offline, self._station.max_current_a
        )
        """How things are at each EVSE."""
        self._governing: Governing | None = None
        block.profiles.watch(self._refresh)
        for evse in core.blocks[Evses]:
            evse.governed.governor = self
        if self._station.max_current_a is not None or block.profiles:
            self._governing = Governing(core, self._station, self.conditions)

    @property
    def significance(self) -> float:
        """How many percent of a rate must be another to be told (LimitChangeSignificance)."""
        return self._core.device_model[SmartChargingCtrlr.LimitChangeSignificance]

    def add(self, touch: Touch) -> None:
        """A block knows more of the situations at EVSEs; it calls `look` when that is another."""
        self.conditions.touches += (touch,)

    def watch(self, looked: Callable[[], None]) -> None:
        """Call `looked` whenever EVSEs have been looked at: something else may count there."""
        self.conditions.watching += (looked,)

    def grant(self, evse_id: int) -> Grant:
        """What an EVSE may offer now."""
        return UNLIMITED if self._governing is None else self._governing.grant(evse_id)

    def settled(self, evse_id: int) -> None:
        """An EVSE offers what it offers; others may have to look at what that leaves."""
        if self._governing is not None:
            self._governing.settled(evse_id)

    def look(self) -> None:
        """Something that limits depend on is another."""
        if self._governing is not None:
            self._governing.look()

    def stop(self) -> None:
        """Nothing is looked at any more."""
        if self._governing is not None:
            self._governing.stop()

    def _refresh(self) -> None:
        if self._governing is None:
            if not self._core.blocks[SmartCharging].counting():
                return
            self._governing = Governing(self._core, self._station, self.conditions)
            self._governing.look()
        else:
            self._governing.refresh()


_UNSAID = StationLimit()
