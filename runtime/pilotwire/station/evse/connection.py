"""Vehicles come and go at one EVSE, and a session waits for its own no longer than it should."""

import asyncio
from collections.abc import Callable

from pilotwire.hal.interfaces import PilotState
from pilotwire.station.device_model.model import DeviceModel
from pilotwire.station.device_model.standard import OCPPCommCtrlr, TxCtrlr
from pilotwire.station.evse import changes
from pilotwire.station.evse.mistrust import Mistrust
from pilotwire.station.evse.state import EvseState
from pilotwire.station.evse.supply import Supply
from pilotwire.station.transactions.log import Cause

__all__ = ["Connection"]


class Connection:
    """What the pilots say of vehicles, and the time that a session waits for one.

    `wait` begins to wait so many seconds, and returns the timer.
    """

    __slots__ = ("_evse_id", "_mistrust", "_settings", "_state", "_supply", "_timer", "_wait")

    def __init__(
        self,
        evse_id: int,
        state: EvseState,
        supply: Supply,
        settings: DeviceModel,
        mistrust: Mistrust,
        wait: Callable[[float], asyncio.TimerHandle],
    ) -> None:
        self._evse_id = evse_id
        self._state = state
        self._supply = supply
        self._settings = settings
        self._mistrust = mistrust
        self._wait = wait
        self._timer: asyncio.TimerHandle | None = None

    def pilot(self, connector_id: int, pilot: PilotState, *, plug_gone: bool = False) -> Cause:
        """A pilot is another; with `plug_gone`, no plug of a vehicle that has left is in the socket
        either.
        """
        cause = changes.pilot_seen(self._state, self._evse_id, connector_id, pilot)
        self._mistrust.seen(connector_id, pilot)
        return self._disconnected(plug_gone=plug_gone) if cause is None else cause

    def plug(self, connector_id: int, *, plugged: bool) -> Cause:
        """A plug was put into a socket, or taken out of it, with its vehicle."""
        cause = changes.plug_seen(self._state, connector_id, plugged=plugged)
        return self._disconnected(plug_gone=True) if cause is None else cause

    def pulled(self) -> Cause:
        """The vehicle in use has left before its plug was held."""
        return self.pilot(self._state.in_use or 1, PilotState.A, plug_gone=True)

    def awaited(self) -> None:
        """A session waits for its vehicle from now on, if it is not there (E03.FR.05)."""
        if not self._state.connected:
            self.no_longer_awaited()
            self._timer = self._wait(self._settings[TxCtrlr.EVConnectionTimeOut])

    def no_longer_awaited(self) -> None:
        """It has come, or nobody waits for it."""
        if self._timer is not None:
            self._timer.cancel()

    def stop(self) -> None:
        """Wait for nothing any more."""
        self.no_longer_awaited()
        self._mistrust.stop()

    def _disconnected(self, *, plug_gone: bool) -> Cause:
        state, outlet, settings = self._state, self._supply.outlet, self._settings
        socket = outlet is not None and outlet.has_socket
        cause = changes.disconnected(
            state,
            keeps_plug=(
                socket and not plug_gone and not settings[OCPPCommCtrlr.UnlockOnEVSideDisconnect]
            ),
            ends=settings[TxCtrlr.StopTxOnEVSideDisconnect],
        )
        # A plug in a socket waits for its owner (E10.FR.01), a fixed cable not so long (E10.FR.02).
        if state.authorization is not None and not socket:
            self.awaited()
        return cause
