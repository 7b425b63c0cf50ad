"""What the CSMS is told of the connectors of an EVSE (B01.FR.05, G01)."""

import asyncio
from dataclasses import replace

from pilotwire.station.core import Core
from pilotwire.station.device_model.definitions import Component
from pilotwire.station.device_model.standard import (
    EVSE,
    AnyComponent,
    ChargingStation,
    Connector,
)
from pilotwire.station.evse.state import EvseState
from pilotwire.station.evse.status import connector_status, evse_status
from pilotwire.station.facts.status import ConnectorStatusChanged

__all__ = ["StatusReports"]


class StatusReports:
    """Tells each connector's status when it is another than the last that was told."""

    __slots__ = ("_core", "_evse_id", "_shown", "_state", "_told")

    def __init__(self, evse_id: int, state: EvseState, core: Core) -> None:
        self._evse_id = evse_id
        self._state = state
        self._core = core
        self._told: dict[int, ConnectorStatusChanged] = {}
        self._shown: tuple[object, ...] = ()

    def tell(self, *, again: bool, only: int | None = None) -> None:
        """Tell what is new, or all of it `again`; of one connector `only`.

        A start asks for all of it once the CSMS has accepted the station; before that nothing is
        told.
        """
        self._look()
        connectors = range(1, len(self._state.pilots) + 1) if only is None else (only,)
        for connector_id in connectors:
            status = self.status(connector_id)
            last = self._told.get(connector_id)
            if last is not None:
                last = replace(last, timestamp=status.timestamp, provisional=status.provisional)
            if again or (last is not None and last != status):
                self._core.delivery.tell(replace(status, again=again))
                self._told[connector_id] = status

    def status(self, connector_id: int) -> ConnectorStatusChanged:
        """How a connector is.

        A session without a vehicle shows at all connectors: it can be plugged in at any.
        """
        state = self._state
        here = state.in_use is None or state.in_use == connector_id
        session = state.authorization is not None and here
        fault = state.fault
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

    def _look(self) -> None:
        state = self._state
        connectors = range(1, len(state.pilots) + 1)
        shown = (
            evse_status(state),
            *(connector_status(state, number) for number in connectors),
            bool(state.faults),
        )
        if shown != self._shown:
            self._shown = shown
            self._shown_changed()

    def _shown_changed(self) -> None:
        """What AvailabilityState and Problem of the EVSE or a connector show is another."""
        model, evse = self._core.device_model, Component("EVSE", evse_id=self._evse_id)
        model.changed(EVSE.AvailabilityState, evse)
        model.changed(AnyComponent.Problem, evse)
        for number in range(1, len(self._state.pilots) + 1):
            connector = Component("Connector", evse_id=self._evse_id, connector_id=number)
            model.changed(Connector.AvailabilityState, connector)
        model.changed(ChargingStation.AvailabilityState)
