"""What the CSMS takes out of service, and puts back (G03, G04; 1.6 5.2).

Station, EVSEs and connectors are each operative or not by themselves; for one to be used, all that
it is part of must be. So an EVSE that goes back into service finds its connectors as they were
(G03.FR.07), and the station its EVSEs (G04.FR.08). All of it outlasts restarts (G03.FR.08,
G04.FR.09).

Where a transaction runs, nobody else may begin one, and the rest waits for its end (G03.FR.05).
"""

import asyncio
from collections.abc import Collection, Iterator
from typing import Final

from pilotwire.hal.interfaces import WHOLE_STATION
from pilotwire.logs import logger
from pilotwire.station.core import Core
from pilotwire.station.device_model.definitions import Component, setting
from pilotwire.station.device_model.standard import AnyComponent, ChargingStation
from pilotwire.station.evse import changes
from pilotwire.station.evse.control import EvseControl
from pilotwire.station.evse.evses import Evses
from pilotwire.station.evse.holds import Hold
from pilotwire.station.outcome import Outcome
from pilotwire.station.vocabulary import ChangeAvailabilityStatus, ConnectorStatus, ReasonCode
from pilotwire.store import StoreUnwritableError

__all__ = ["DEFINITIONS", "Availability"]

log = logger(__name__)

DEFINITIONS = (
    setting(AnyComponent.MinimumStatusDuration, 0, Component(ChargingStation.Model.component)),
)

INOPERATIVE = Hold(
    "out of service", shows=ConnectorStatus.UNAVAILABLE, refuses=True, after_transaction=True
)

ANSWER_LOST = 5.0
"""Seconds after which a change takes place though its answer was lost with the connection: it is on
the disk, and would be so after a restart.
"""

_KEPT = "inoperative"
"""Where the store has it: "1.0 2.1" is EVSE 1, and connector 1 of EVSE 2; "0.0" the station."""

_STATION = (WHOLE_STATION, 0)

Place = tuple[int, int]
"""An EVSE and one of its connectors, or 0 for all of it; `_STATION` is the station."""

_NONE: Final[frozenset[Place]] = frozenset()
"""One for all: a new one takes 200 bytes, and most stations have no other."""


class Availability:
    """What is out of service."""

    __slots__ = ("_core", "_evses", "_out")

    def __init__(self, core: Core) -> None:
        self._core = core
        self._evses = core.blocks[Evses]
        self._out = frozenset(_places(core.records.state.get(_KEPT) or "")) or _NONE
        for evse in self._evses:  # before anything can begin there
            self._close(evse)
        self._evses.out_of_service = _STATION in self._out
        core.device_model.watch(ChargingStation.AvailabilityState, self._state_changed)

    def _state_changed(self, _: str) -> None:
        self._evses.report_station()

    def change(
        self,
        evse_id: int | None = None,
        connector_id: int | None = None,
        *,
        operative: bool,
        below: bool = False,
    ) -> Outcome[ChangeAvailabilityStatus]:
        """Take the station, an EVSE or a connector out of service, or put it back.

        With `below` that is said of all parts of it as well. What changes is reported once the
        answer has left; where nothing does, how it is (G04.FR.05).
        """
        rejected = ChangeAvailabilityStatus.REJECTED
        if evse_id is None:
            place, scope = _STATION, tuple(self._evses)
        elif not 1 <= evse_id <= len(self._evses):
            return Outcome(rejected, ReasonCode.UNKNOWN_EVSE)
        else:
            evse = self._evses.get(evse_id)
            if connector_id is not None and connector_id not in evse.connectors:
                return Outcome(rejected, ReasonCode.UNKNOWN_CONNECTOR_ID)
            place, scope = (evse_id, connector_id or 0), (evse,)
        places = {place, *self._below(place)} if below else {place}
        out = self._out - places if operative else self._out | places
        if not self._keep(out):
            return Outcome(rejected, ReasonCode.OUT_OF_STORAGE)
        again = out == self._out and self._core.standing.accepted_once
        self._out = out
        waits = not operative and any(self._waits(evse, place) for evse in scope)
        status = ChangeAvailabilityStatus.SCHEDULED if waits else ChangeAvailabilityStatus.ACCEPTED

        for evse in scope:
            self._close(evse)

        def begin() -> None:
            timer.cancel()
            for evse in scope:
                self._core.spawn(self._bring(evse, again=again))
            self._evses.out_of_service = _STATION in self._out
            if place == _STATION:
                self._evses.report_station(again=again)

        timer = asyncio.get_running_loop().call_later(ANSWER_LOST, begin)
        return Outcome(status, once_sent=begin)

    def _below(self, place: Place) -> Iterator[Place]:
        """All parts of the station, or of an EVSE."""
        for evse in self._evses:
            if place in {_STATION, (evse.id, 0)}:
                yield from ((evse.id, number) for number in (0, *evse.connectors))

    def _keep(self, out: Collection[Place]) -> bool:
        """Put down what is out of service; whether that could be done."""
        if out == self._out:
            return True
        text = " ".join(f"{evse}.{connector}" for evse, connector in sorted(out))
        try:
            with self._core.records.atomic():
                self._core.records.state.set(_KEPT, text)
        except StoreUnwritableError as error:
            log.error("availability is not changed: %s", error)  # noqa: TRY400 -- no traceback for a known failure
            return False
        return True

    def _close(self, evse: EvseControl) -> None:
        """Let nothing begin here that may not, whatever waits for its turn already."""
        for place in self._closed(evse):
            changes.held(evse.state, INOPERATIVE, place)

    def _closed(self, evse: EvseControl) -> Iterator[int | None]:
        """What of an EVSE is to be out of service: None is the EVSE itself."""
        if not self._out.isdisjoint({_STATION, (evse.id, 0)}):
            yield None
        for number in evse.connectors:
            if (evse.id, number) in self._out:
                yield number

    @staticmethod
    def _waits(evse: EvseControl, place: Place) -> bool:
        """Whether it takes the end of a transaction for that place to be out of service here."""
        here = {_STATION, (evse.id, 0), (evse.id, evse.state.in_use)}
        return evse.transaction is not None and place in here

    async def _bring(self, evse: EvseControl, *, again: bool) -> None:
        """Make an EVSE what it is to be by now, and report it, where that is no news `again`."""
        closed = set(self._closed(evse))
        for place in (None, *evse.connectors):
            if place not in closed:
                await evse.let_go(INOPERATIVE, place)
        await evse.settle()
        if again:
            evse.report_status(again=True)


def _places(text: str) -> Iterator[Place]:
    """What was kept; a word that says nothing is passed over."""
    for word in text.split():
        evse, _, connector = word.partition(".")
        if evse.isdecimal() and connector.isdecimal():
            yield int(evse), int(connector)
