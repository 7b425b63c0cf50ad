"""The station under test, and where it is between two waits."""

import asyncio
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from datetime import datetime
from random import Random
from typing import Any

from pilotwire.charging_station import CertificateFolder, ChargingStation, Environment, Network
from pilotwire.connection.client import WebSocketConnector
from pilotwire.hal.simulated import ElectricVehicle, SimulatedEvse, SimulatedStation
from pilotwire.ocpp.specs import Variable
from pilotwire.station.device_model.standard import OCPPCommCtrlr
from pilotwire.store import Store
from tests.interop.central import BEGIN, Central
from tests.support.settings import to_settings

__all__ = ["IDENTITY", "TOKEN", "Station", "car", "meeting", "running_station", "unplug"]

IDENTITY = "CS-0042"
TOKEN = "04A1B2C3D4"

Station = ChargingStation[SimulatedStation]

_PATIENT: Mapping[Variable[Any], object] = {
    # A busy machine must not look like a slow CSMS: idle time counts many times.
    OCPPCommCtrlr.MessageTimeout_Default: 3600,
    OCPPCommCtrlr.WebSocketPingInterval: 0,
    OCPPCommCtrlr.RetryBackOffWaitMinimum: 5,
    OCPPCommCtrlr.RetryBackOffRandomRange: 2,
}


class _Right:
    """A clock that was set by the CSMS's."""

    def now(self) -> datetime:
        return BEGIN


def car() -> ElectricVehicle:
    """A vehicle that charges for hours."""
    return ElectricVehicle(battery_kwh=75, soc=20)


async def unplug(evse: SimulatedEvse) -> None:
    """Pull the plug once a second, until it comes out."""
    for _ in range(30):
        if not evse.lock.locked:
            break
        await asyncio.sleep(1)
    await evse.unplug()


@asynccontextmanager
async def running_station(
    csms: str,
    versions: tuple[str, ...] | list[str],
    *,
    store: Store | None = None,
    password: str | None = None,
    settings: Mapping[Variable[Any], object] = {},
    hardware: SimulatedStation | None = None,
    certificates: CertificateFolder | None = None,
) -> AsyncGenerator[Station]:
    """A station at work, with one EVSE unless its hardware has more."""
    station = ChargingStation(
        identity=IDENTITY,
        vendor="Example",
        model="One",
        serial_number="X-1",
        firmware_version="1.2.3",
        csms=Network(csms, versions, password),
        hardware=SimulatedStation(evses=1) if hardware is None else hardware,
        store=Store(":memory:") if store is None else store,
        settings=to_settings({**_PATIENT, **settings}),
        environment=Environment(
            clock=_Right(),
            random=Random(20260301),
            connector=WebSocketConnector(open_timeout=36_000, close_timeout=3600),
        ),
        certificates=certificates,
    )
    async with station:
        yield station


@asynccontextmanager
async def meeting(version: str) -> AsyncGenerator[tuple[Central, Station]]:
    """A CSMS that speaks this version, and a station that speaks it alone, at work."""
    async with (
        Central(f"ocpp{version}") as central,
        running_station(central.url, [version]) as station,
    ):
        yield central, station
