"""Energy and plug at one EVSE, as its state has them: what is cut, held, offered and let go.

Each of these is a step of the settling sequence (`Settling` keeps their order), and writes into the
state what has become of it.
"""

import asyncio
from collections.abc import Callable

from pilotwire.hal.interfaces import PilotState
from pilotwire.station.errors import HardwareFault
from pilotwire.station.evse.governed import Governed
from pilotwire.station.evse.outlet import Outlet
from pilotwire.station.evse.power import PowerPath
from pilotwire.station.evse.state import EvseState

__all__ = ["PulledError", "Supply"]


class PulledError(Exception):
    """The vehicle has left before its plug was held."""


class Supply:
    """What the connector in use gives to a vehicle.

    `offered` is called when energy has begun to be offered, and returns the timer of what is to
    follow; the timer goes when energy is cut.
    """

    __slots__ = ("_governed", "_offered", "_power", "_state", "_timer")

    def __init__(
        self,
        state: EvseState,
        power: PowerPath,
        governed: Governed,
        offered: Callable[[], asyncio.TimerHandle],
    ) -> None:
        self._state = state
        self._power = power
        self._governed = governed
        self._offered = offered
        self._timer: asyncio.TimerHandle | None = None

    @property
    def outlet(self) -> Outlet | None:
        """The outlet of the connector in use."""
        number = self._state.in_use
        return None if number is None else self._power.outlets[number - 1]

    async def cut_and_hold(self) -> None:
        """Cut what may not flow, or is not asked for; then hold the plug of a session.

        Raises:
            HardwareFault: a part does not do as it is told.
            PulledError: the plug was pulled before it was held.
        """
        state = self._state
        if not state.may_charge:
            await self.cut()
        elif not state.pilot.wants_energy and self.outlet is not None:
            await self.outlet.open()
        self.sync()
        if state.session_connected and self.outlet is not None:
            await _hold(self.outlet)
        self.sync()

    async def cut(self) -> None:
        """Open all contactors, and offer nothing any more.

        Raises:
            HardwareFault: a part does not do as it is told; what can be done without it is done.
        """
        self.stop_waiting()
        self._state.under_way = self._state.session_connected
        try:
            await self._power.withdraw()
        finally:
            self.sync()

    async def give(self) -> None:
        """Offer energy within the limit, and close the contactor where the vehicle asks.

        Raises:
            HardwareFault: a part does not do as it is told.
        """
        outlet = self.outlet
        if outlet is None or outlet.barred:
            return
        if self._power.differs(self._state.grant.phases):
            await self._power.use_phases(self._state.grant.phases)
        self._governed.look()  # some time may have passed
        if not self._state.may_charge:
            await self.cut()
            return
        granted = self._state.grant.amperes
        amperes = self._power.offerable(self._power.within(self._state.limit, granted), outlet)
        begins = outlet.offered_at is None
        await outlet.offer(amperes, self._power.watts_within(granted))
        if begins and outlet.offered_at is not None:
            self._timer = self._offered()
        if self._state.pilot.wants_energy:
            await outlet.close()
            self._state.under_way |= outlet.closed is True
        self.sync()

    async def leave_plug(self) -> None:
        """Release the plug, unless somebody's session or claim holds it (E07.FR.07).

        Raises:
            HardwareFault: the lock does not do as it is told, or a contactor may be closed.
        """
        if self._state.authorization is None and self._state.owner is None:
            await self._power.release()

    def sync(self) -> None:
        """Write into the state what is so at the connector in use."""
        outlet = self.outlet
        self._state.offered_at = None if outlet is None else outlet.offered_at
        self._state.closed = outlet is not None and outlet.closed is True
        self._state.held = outlet is not None and outlet.held

    def stop_waiting(self) -> None:
        """What is to follow upon an offer does not any more."""
        if self._timer is not None:
            self._timer.cancel()


async def _hold(outlet: Outlet) -> None:
    """Lock the plug of a session; one that was pulled while the bolt travelled is no fault."""
    try:
        await outlet.hold()
    except HardwareFault as failure:
        try:
            pilot = await outlet.pilot()
        except HardwareFault:
            raise failure from None
        if pilot is not PilotState.A:
            raise
        outlet.plug_gone()
        raise PulledError from None
