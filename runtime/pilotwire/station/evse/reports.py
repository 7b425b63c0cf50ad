"""What the CSMS is told of the connectors of an EVSE (B01.FR.05, G01)."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace

from pilotwire.hal.interfaces import FaultCode
from pilotwire.station.core import Core
from pilotwire.station.device_model.definitions import Component
from pilotwire.station.device_model.standard import (
    EVSE,
    AnyComponent,
    ChargingStation,
    Connector,
)
from pilotwire.station.events import StatusChanged
from pilotwire.station.evse.faults import Fault
from pilotwire.station.evse.problems import Problems
from pilotwire.station.evse.state import EvseState
from pilotwire.station.evse.status import connector_status, evse_status
from pilotwire.station.facts.status import ConnectorStatusChanged

__all__ = ["StatusReports"]


class StatusReports:
    """Tells each connector's status when it is another than the last that was told."""

    __slots__ = (
        "_core",
        "_evse_id",
        "_faults",
        "_problems",
        "_settling",
        "_shown",
        "_state",
        "_told",
    )

    def __init__(self, evse_id: int, state: EvseState, core: Core) -> None:
        self._evse_id = evse_id
        self._state = state
        self._core = core
        self._problems = core.blocks[Problems]
        self._told: dict[int, ConnectorStatusChanged] = {}
        self._shown: tuple[object, ...] = ()
        self._settling: dict[int, tuple[ConnectorStatusChanged, float]] = {}
        """What a connector shows that is not told yet, and since when."""
        self._faults: tuple[Fault, ...] = ()

    def tell(self, *, again: bool, only: int | None = None) -> None:
        """Tell what is new, or all of it `again`; of one connector `only`.

        A start asks for all of it once the CSMS has accepted the station; before that nothing is
        told.
        """
        self._look()
        if again and only is None:
            self._problems.told_again(self._evse_id, self._faults)
        connectors = range(1, len(self._state.pilots) + 1) if only is None else (only,)
        for connector_id in connectors:
            status = self.status(connector_id)
            last = self._told.get(connector_id)
            is_news = last is not None and not _same(last, status)
            if again or (is_news and self._lasts(connector_id, status)):
                self._core.delivery.tell(replace(status, again=again))
                self._told[connector_id] = status
            elif is_news:
                continue  # what it shows may pass
            self._settling.pop(connector_id, None)

    def _lasts(self, connector_id: int, status: ConnectorStatusChanged) -> bool:
        """Whether a status has lasted long enough to be told (1.6 4.9, MinimumStatusDuration)."""
        least = self._core.device_model[AnyComponent.MinimumStatusDuration]
        if least == 0:
            return True
        loop = asyncio.get_running_loop()
        settling = self._settling.get(connector_id)
        if settling is None or not _same(settling[0], status):
            self._settling[connector_id] = status, loop.time()

            async def look_again() -> None:
                self.tell(again=False)

            loop.call_later(least, lambda: self._core.spawn(look_again()))
            return False
        return loop.time() >= settling[1] + least

    def status(self, connector_id: int) -> ConnectorStatusChanged:
        """How a connector is.

        A session without a vehicle shows at all connectors: it can be plugged in at any.
        """
        state = self._state
        here = state.in_use is None or state.in_use == connector_id
        session = state.authorization is not None and here
        fault = state.fault or next(iter(self._warnings_at(connector_id)), None)
        return ConnectorStatusChanged(
            evse_id=self._evse_id,
            connector_id=connector_id,
            timestamp=self._core.clock.now(),
            status=connector_status(state, connector_id),
            charging_state=(
                state.charging_state(asyncio.get_running_loop().time()) if session else None
            ),
            finishing=state.finishing and here,
            unplugged=state.unplugged and here,
            fault=None if fault is None else fault.code,
            info=None if fault is None else fault.info,
            provisional=self._core.clock.provisional or None,
        )

    @property
    def warnings(self) -> tuple[Fault, ...]:
        """All that is wrong without ending anything, at whichever connector."""
        found = (self._short(number) for number in sorted(self._state.shorted))
        return (*found, *self._state.warnings.values())

    def _warnings_at(self, connector_id: int) -> Iterator[Fault]:
        """What is told of a connector: of a vehicle only where it is."""
        state = self._state
        if connector_id in state.shorted:
            yield self._short(connector_id)
        for warning in state.warnings.values():
            if not warning.withholds or state.in_use in {None, connector_id}:
                yield warning

    def _short(self, connector_id: int) -> Fault:
        several = len(self._state.pilots) > 1
        place = f"connector {connector_id}: " if several else ""
        return Fault(self._evse_id, FaultCode.EV_COMMUNICATION, f"{place}pilot in state E")

    def _look(self) -> None:
        state = self._state
        self._look_for_faults()
        connectors = range(1, len(state.pilots) + 1)
        shown = (
            evse_status(state),
            *(connector_status(state, number) for number in connectors),
            bool(state.faults or self.warnings),
            state.authorization is not None or state.in_transaction,  # whether it is free
        )
        if shown != self._shown:
            for number in connectors:
                if not self._shown or shown[number] is not self._shown[number]:
                    status = connector_status(state, number)
                    self._core.announce(StatusChanged(self._evse_id, number, status))
            self._shown = shown
            self._shown_changed()

    def _look_for_faults(self) -> None:
        """Those of the whole station are not this EVSE's to tell."""
        standing = (*self._state.faults.values(), *self.warnings)
        stand = tuple(each for each in standing if each.evse_id)
        self._problems.changed(self._faults, stand)
        self._faults = stand

    def _shown_changed(self) -> None:
        """What AvailabilityState and Problem of the EVSE or a connector show is another."""
        model, evse = self._core.device_model, Component("EVSE", evse_id=self._evse_id)
        model.changed(EVSE.AvailabilityState, evse)
        model.changed(AnyComponent.Problem, evse)
        for number in range(1, len(self._state.pilots) + 1):
            connector = Component("Connector", evse_id=self._evse_id, connector_id=number)
            model.changed(Connector.AvailabilityState, connector)
        model.changed(ChargingStation.AvailabilityState)


def _same(one: ConnectorStatusChanged, other: ConnectorStatusChanged) -> bool:
    """Whether two tell the same, whenever it was."""
    return other == replace(one, timestamp=other.timestamp, provisional=other.provisional)
