"""What is wrong, as the device model shows it and the CSMS hears of it: with which component, and
how badly (G05, B07.FR.09).
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Final

from pilotwire.hal.interfaces import WHOLE_STATION, AnyFaultCode, FaultCode, OwnWord
from pilotwire.station.core import Core
from pilotwire.station.device_model.definitions import Component
from pilotwire.station.device_model.standard import AnyComponent
from pilotwire.station.events import FaultCleared, FaultRaised
from pilotwire.station.evse.faults import STORE_FULL, Fault
from pilotwire.station.facts.problems import ProblemChanged
from pilotwire.station.hardware.checks import connectors_of
from pilotwire.store import StoreUnwritableError

__all__ = ["PARTS", "Problems", "component_of"]

PARTS = (FaultCode.CONTACTOR, FaultCode.LOCK, FaultCode.PILOT, FaultCode.METER)
"""What fails as a part of its own, named by its code; anything else is wrong with the EVSE."""

_HARDWARE_FAILURE, _SYSTEM_FAILURE, _CRITICAL, _WARNING = 1, 2, 3, 6
"""Severities of events."""

_KEPT = "problems"


def component_of(evse_id: int, code: AnyFaultCode, connectors: int) -> Component:
    """The component whose Problem a fault is, on an EVSE with so many connectors.

    Contactor, lock and pilot are its only connector's. Of several connectors a fault does not tell
    which one it is at, but in words.
    """
    if evse_id == WHOLE_STATION:
        return Component("ChargingStation")
    if code not in PARTS:
        return Component("EVSE", evse_id=evse_id)
    at_connector = connectors == 1 and code != FaultCode.METER
    return Component(str(code), evse_id=evse_id, connector_id=1 if at_connector else None)


_NONE: Final[frozenset[tuple[int, str]]] = frozenset()
"""One for all: a new one takes 200 bytes, and most stations have no other."""


class Problems:
    """Tells of faults and warnings that come and go; of those, too, that went with a restart."""

    __slots__ = ("_connectors", "_core", "_earlier", "_told")

    def __init__(self, core: Core) -> None:
        self._core = core
        self._connectors = tuple(len(connectors_of(evse)) for evse in core.hardware.evses)
        self._told = frozenset(_keys(core.records.state.get(_KEPT) or "[]")) or _NONE
        """What was told to stand, and not to be over, by EVSE and code; kept on the disk."""
        self._earlier = (
            frozenset(key for key in self._told if key[0] <= len(self._connectors)) or _NONE
        )
        """What of it was told by an earlier run, and not looked at since."""

    def changed(self, before: Sequence[Fault], now: Sequence[Fault]) -> None:
        """Of an EVSE, or of the station as a whole, other things are wrong than before."""
        if before == now:
            return
        new = [fault for fault in now if fault not in before]
        replaced = {fault.key for fault in new}
        for fault in before:
            if fault not in now and fault.key not in replaced:
                self._core.announce(FaultCleared(fault))
                self._tell(fault, now, cleared=True)
        for fault in new:
            self._core.announce(FaultRaised(fault))
            self._tell(fault, now, cleared=False)

    def told_again(self, evse_id: int, now: Sequence[Fault]) -> None:
        """All of an EVSE is told again, as after a start: what an earlier run has told, and is not
        so any more, is over.
        """
        standing = {fault.key for fault in now}
        for key in sorted(key for key in self._earlier if key[0] == evse_id):
            self._earlier -= {key}
            if key not in standing:
                self._tell(Fault(evse_id, OwnWord(key[1]), ""), now, cleared=True)

    def _tell(self, fault: Fault, now: Sequence[Fault], *, cleared: bool) -> None:
        self._told = self._told - {fault.key} if cleared else self._told | {fault.key}
        with suppress(StoreUnwritableError), self._core.records.lazily():
            self._core.records.state.set(_KEPT, json.dumps(sorted(self._told)))
        component = self._component(fault)
        clock = self._core.clock
        self._core.device_model.changed(AnyComponent.Problem, component)
        self._core.delivery.tell(
            ProblemChanged(
                event_id=self._core.random.getrandbits(31),
                component=component.name,
                evse_id=component.evse_id,
                connector_id=component.connector_id,
                code=fault.code,
                info=fault.info,
                cleared=cleared,
                problem=any(self._component(each) == component for each in now),
                severity=_severity(fault),
                timestamp=clock.now(),
                provisional=clock.provisional or None,
            )
        )

    def _component(self, fault: Fault) -> Component:
        connectors = 0 if fault.evse_id == WHOLE_STATION else self._connectors[fault.evse_id - 1]
        return component_of(fault.evse_id, fault.code, connectors)


def _keys(text: str) -> Iterator[tuple[int, str]]:
    """What was kept; nothing where it is damaged: then a CSMS hears of no end of a problem."""
    try:
        for evse_id, code in json.loads(text):
            yield int(evse_id), str(code)
    except (ValueError, TypeError):
        return


def _severity(fault: Fault) -> int:
    if fault.is_warning:
        return _WARNING
    if fault.code in PARTS:
        return _HARDWARE_FAILURE
    return _SYSTEM_FAILURE if fault.code in {STORE_FULL, FaultCode.CONTROLLER} else _CRITICAL
