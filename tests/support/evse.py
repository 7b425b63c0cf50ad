"""The blocks of a station without a connection: for what an EVSE does by itself.

async with bare_station(hardware) as station:
    await station.evses.get(1).authorized(DRIVER)
"""

import asyncio
from collections.abc import AsyncGenerator, Callable, Coroutine
from contextlib import asynccontextmanager
from random import Random

from pilotwire.hal.interfaces import MeterReading, StationHardware
from pilotwire.station.blocks import device_model
from pilotwire.station.clock import StationClock
from pilotwire.station.evse.control import EvseControl
from pilotwire.station.evse.state import Authorization
from pilotwire.station.evse.variables import hardware_variables
from pilotwire.station.facts.authorization import IdToken
from pilotwire.station.facts.provisioning import StationIdentity
from pilotwire.station.metering.main_meter import main_meter_of
from pilotwire.station.station import Station
from pilotwire.store import StationRecords, Store
from tests.support.scene import Scene, SceneClock, Settings
from tests.support.settings import to_settings

__all__ = ["DRIVER", "bare_station", "control", "count_reads"]

DRIVER = Authorization(IdToken("04A1B2C3"))
"""Somebody who may charge."""


def control(s: Scene, evse_id: int = 1) -> EvseControl:
    """An EVSE of a scene's station, as the blocks of the station see it."""
    station = s.station._station
    assert station is not None
    return station.evses.get(evse_id)


@asynccontextmanager
async def bare_station(
    hardware: StationHardware, settings: Settings | None = None, store: Store | None = None
) -> AsyncGenerator[Station]:
    """A station that has started and has no CSMS; its hardware stops with it."""
    records = StationRecords(store or Store(":memory:"), "CS-0042")
    async with asyncio.TaskGroup() as group:

        def spawn(coroutine: Coroutine[object, None, None]) -> None:
            try:
                group.create_task(coroutine)
            except RuntimeError:
                coroutine.close()  # the station has ended

        station = Station(
            identity=StationIdentity("Example", "One"),
            hardware=hardware,
            records=records,
            device_model=device_model(
                records,
                to_settings(settings),
                hardware_variables(hardware.evses, main_meter_of(hardware)),
            ),
            clock=StationClock(SceneClock()),
            random=Random(1),
            spawn=spawn,
            reboot=lambda: None,
        )
        await station.start()
        try:
            yield station
        finally:
            await station.quiesce()
            await hardware.stop()


def count_reads(s: Scene) -> Callable[[], int]:
    """How often the meter of EVSE 1 has been read from now on."""
    read, count = s.evse.meter.read, [0]

    async def counted(soc: Callable[[], float | None]) -> MeterReading:
        count[0] += 1
        return await read(soc)

    s.evse.meter.read = counted  # type: ignore[method-assign]  # counted on the way
    return lambda: count[0]
