"""A `ChargingStation`: `python -m benchmarks.station.ours`."""

import asyncio
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from benchmarks.station.measuring import Subject, tell
from pilotwire.charging_station import ChargingStation, Network
from pilotwire.hal.interfaces import (
    ConnectorKind,
    EventSink,
    HardwareEvent,
    MeterReading,
    PilotChanged,
    PilotState,
    TokenPresented,
)
from pilotwire.store import Store

TOKEN = "04A1B2C3"  # noqa: S105 -- of nobody


class _Evse:
    """Hardware that obeys at once."""

    phases = 3
    max_current_a = 32.0
    kind = ConnectorKind.TYPE2_CABLE

    def __init__(self) -> None:
        self.pilot = PilotState.A
        self.closed = asyncio.Event()
        self.opened = asyncio.Event()

    async def pilot_state(self) -> PilotState:
        return self.pilot

    async def offer_current(self, amperes: float) -> None:
        pass

    async def close_contactor(self) -> None:
        self.closed.set()

    async def open_contactor(self) -> None:
        self.opened.set()

    async def lock_connector(self) -> None:
        pass

    async def unlock_connector(self) -> None:
        pass

    async def read_meter(self) -> MeterReading:
        return MeterReading(energy_wh=1000.0, power_w=0.0, current_a=(), voltage_v=())


def _nobody(event: HardwareEvent) -> None:
    """Nobody listens yet."""
    del event


class _Hardware:
    """One EVSE, and who tells of it."""

    def __init__(self) -> None:
        self.evse = _Evse()
        self.evses = (self.evse,)
        self.sink: EventSink = _nobody

    async def start(self, sink: EventSink) -> None:
        self.sink = sink

    async def stop(self) -> None:
        pass

    async def reboot(self) -> None:
        pass


class Ours(Subject):
    """A station."""

    def __init__(self) -> None:
        self._hardware = _Hardware()
        self._store = Store(":memory:")

    def prepare(self) -> None:
        """A station's store is open before it is made."""
        self._store = Store(":memory:")

    @asynccontextmanager
    async def running(self, url: str) -> AsyncGenerator[object]:
        """From its making on."""
        self._hardware = _Hardware()
        station = ChargingStation(
            identity="CS-1",
            vendor="Example",
            model="One",
            csms=Network(url, ("2.0.1",)),
            hardware=self._hardware,
            store=self._store,
        )
        async with station:
            await station.wait_accepted()
            yield station

    async def card(self) -> float:
        """A vehicle waits, a card is shown, and after it has charged shown again."""
        evse, sink = self._hardware.evse, self._hardware.sink
        evse.pilot = PilotState.C
        sink(PilotChanged(1, PilotState.C))
        await asyncio.sleep(0.05)
        evse.closed.clear()
        begun = time.perf_counter()
        sink(TokenPresented(TOKEN, evse_id=1))
        await evse.closed.wait()
        taken = time.perf_counter() - begun
        evse.opened.clear()
        sink(TokenPresented(TOKEN, evse_id=1))
        await evse.opened.wait()
        evse.pilot = PilotState.A
        sink(PilotChanged(1, PilotState.A))
        await asyncio.sleep(0.05)
        return taken


if __name__ == "__main__":
    tell(Ours)
