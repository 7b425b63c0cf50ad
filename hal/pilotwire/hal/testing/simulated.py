"""The simulated station on a bench: the contract, and how a bench is written.

pytest --pilotwire-hal pilotwire.hal.testing.simulated:make_station
"""

import asyncio
from collections.abc import Sequence

from pilotwire.hal.interfaces import ConnectorKind, FaultCode, PilotState, Updater
from pilotwire.hal.simulated import (
    ElectricVehicle,
    SimulatedConnector,
    SimulatedStation,
    SimulatedUpdater,
    Talk,
)
from pilotwire.hal.testing.bench import Subject

__all__ = ["SimulatedBench", "make_station"]


class SimulatedBench:
    """All that can be done to a simulated station."""

    def __init__(self, station: SimulatedStation) -> None:
        self._station = station
        self._images = 0

    async def vehicle(self, state: PilotState, evse_id: int = 1, connector_id: int = 1) -> None:
        """Plug a vehicle in, or out, and let it ask or pause."""
        connector = self._connector(evse_id, connector_id)
        if state is PilotState.A:
            if connector.vehicle is not None:
                await connector.tear_out()
            return
        if connector.vehicle is None:
            vehicle = ElectricVehicle(soc=10, wakes_after_s=0)
            vehicle.pause()
            await connector.plug_in(vehicle)
        if connector.vehicle is not None:
            (connector.vehicle.resume if state.wants_energy else connector.vehicle.pause)()

    def live(self, evse_id: int = 1, connector_id: int = 1) -> bool:
        """Whether the contactor is closed."""
        return self._connector(evse_id, connector_id).contactor.closed

    def offered(self, evse_id: int = 1, connector_id: int = 1) -> float:
        """What was last offered."""
        return self._connector(evse_id, connector_id).offered_a

    def locked(self, evse_id: int = 1, connector_id: int = 1) -> bool:
        """Whether the bolt holds."""
        return self._connector(evse_id, connector_id).lock.locked

    async def weld(self, evse_id: int = 1, connector_id: int = 1) -> None:
        """Weld the contacts."""
        self._connector(evse_id, connector_id).contactor.stick_closed()

    async def burn_out(self, evse_id: int = 1, connector_id: int = 1) -> None:
        """Burn out the coil."""
        self._connector(evse_id, connector_id).contactor.stick_open()

    @property
    def faults(self) -> Sequence[FaultCode]:
        """Some of those that can be raised."""
        return FaultCode.GROUND_FAULT, FaultCode.HIGH_TEMPERATURE, FaultCode.TOKEN_READER

    async def fail(self, code: FaultCode, evse_id: int = 1) -> None:
        """Raise one."""
        self._station.evse(evse_id).fail(code)

    async def mend(self, code: FaultCode, evse_id: int = 1) -> None:
        """End it."""
        self._station.evse(evse_id).clear_fault(code)

    async def draw(self, evse_id: int = 1) -> None:
        """Wait until something has been drawn."""
        meter = self._station.evse(evse_id).meter
        until = meter.register_wh + 1.0
        while meter.register_wh < until:  # noqa: ASYNC110 -- a meter tells nobody that it counts
            await asyncio.sleep(0.1)

    async def plug(self, *, plugged: bool, evse_id: int = 1, connector_id: int = 1) -> None:
        """Leave a plug in the socket, or take it out."""
        connector = self._connector(evse_id, connector_id)
        if plugged:
            await connector.plug_in(ElectricVehicle())
            await connector.leave_plug()
        else:
            await connector.tear_out()

    async def cable(self, amperes: float, evse_id: int = 1, connector_id: int = 1) -> None:
        """Plug a cable in, with a vehicle at its other end, or take it out."""
        connector = self._connector(evse_id, connector_id)
        if connector.cable_current_a is not None:
            await connector.tear_out()
        if amperes:
            await connector.plug_in(ElectricVehicle(cable_a=amperes))

    async def talk(self, evse_id: int = 1, connector_id: int = 1) -> None:
        """Plug in a vehicle that speaks ISO 15118."""
        await self._connector(evse_id, connector_id).plug_in(ElectricVehicle(talk=Talk()))

    async def present(self, token: str) -> None:
        """Hold a card to the station's reader."""
        await self._station.swipe(token)

    async def bay(self, *, occupied: bool, evse_id: int = 1) -> None:
        """Drive in, or out."""
        evse = self._station.evse(evse_id)
        (evse.drive_in if occupied else evse.drive_out)()

    def image(self, *, fit: bool = True) -> bytes:
        """One of the next version, or one that is damaged."""
        self._images += 1
        image = SimulatedUpdater.image(f"test-{self._images}")
        return image if fit else image[:-1]

    async def restart(self) -> Updater:
        """Have the boot loader choose."""
        updater = self._station.updater
        if updater is None:
            raise LookupError("nothing installs firmware on this station")
        updater.boot()
        return updater

    def _connector(self, evse_id: int, connector_id: int) -> SimulatedConnector:
        return self._station.evse(evse_id).connector(connector_id)


def make_station() -> Subject:
    """A station of two EVSEs with a socket and a cable each, with all that it can have."""
    station = SimulatedStation(
        evses=2,
        connectors=(ConnectorKind.TYPE2_SOCKET, ConnectorKind.TYPE2_CABLE),
        bay_sensors=True,
        full_meters=True,
        signing=True,
        main_meter=True,
        phase_pause_s=5.0,
        updater=SimulatedUpdater(seconds=1.0),
    )
    return Subject(station, SimulatedBench(station), reboots=True)
