"""A station that can't go on says so at once, to whoever is in its `async with`, and leaves
everything safe.
"""

# ruff: noqa: PT012 -- it is the end of the block that raises

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import pytest

from pilotwire.charging_station import ChargingStation, Environment, Network
from pilotwire.hal.interfaces import TokenPresented
from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation
from pilotwire.store import Store, StoreError
from tests.support import stations
from tests.support.memory_link import MemoryConnector
from tests.support.scene import TOKEN, Opponent
from tests.support.stations import URL
from tests.support.virtual_time import virtual_time

Station = ChargingStation[SimulatedStation]


class BrokenError(Exception):
    pass


async def fail() -> None:
    raise BrokenError("a slip of the station's own")


def break_down(station: Station) -> None:
    running = station._station
    assert running is not None
    running.core.spawn(fail())


@asynccontextmanager
async def made(store: Store | None = None) -> AsyncGenerator[Station]:
    """A station that is not started yet, and a CSMS for it."""
    async with MemoryConnector(Opponent().serve, versions=("2.0.1",)) as network:
        yield stations.station(
            csms=Network(URL, ("2.0.1",), unsecured=True),
            hardware=SimulatedStation(evses=1),
            store=store or Store(":memory:"),
            environment=Environment(connector=network),
        )


@virtual_time
async def test_the_body_is_cancelled_and_the_error_raised_there(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with made() as station:
        loop = asyncio.get_running_loop()
        since = loop.time()
        with pytest.raises(BrokenError):
            async with station:
                await station.wait_accepted()
                break_down(station)
                await asyncio.sleep(3600.0)
        assert loop.time() - since < 5.0
        task = asyncio.current_task()
        assert task is not None
        assert not task.cancelling(), "nothing of it is left behind"
        await asyncio.sleep(1.0)
    assert "the station has ended: a slip of the station's own" in caplog.text
    assert "Traceback" in caplog.text


@virtual_time
async def test_a_store_that_is_gone_ends_the_body_too() -> None:
    store = Store(":memory:")
    async with made(store) as station:
        with pytest.raises(StoreError):
            async with station:
                await station.wait_accepted()
                store.close()
                await station.hardware.evse(1).plug_in(ElectricVehicle())
                await station.hardware.evse(1).swipe(TOKEN)
                await asyncio.sleep(3600.0)


@virtual_time
async def test_contactor_and_plug_are_free_behind_it() -> None:
    async with made() as station:
        evse = station.hardware.evse(1)
        with pytest.raises(BrokenError):
            async with station:
                await station.wait_accepted()
                await evse.plug_in(ElectricVehicle())
                await evse.swipe(TOKEN)
                await asyncio.sleep(30.0)
                assert evse.contactor.closed
                assert evse.lock.locked
                break_down(station)
                await asyncio.sleep(3600.0)
        assert not evse.contactor.closed
        assert not evse.lock.locked
        await evse.unplug()


@virtual_time
async def test_a_cancellation_from_outside_at_the_same_time_goes_on() -> None:
    async with made() as station:

        async def application() -> None:
            async with station:
                await asyncio.sleep(3600.0)

        running = asyncio.create_task(application())
        await asyncio.sleep(5.0)
        task = station._task
        assert task is not None
        task.add_done_callback(lambda _: running.cancel())
        break_down(station)
        with pytest.raises(asyncio.CancelledError):
            await running


@virtual_time
async def test_a_failure_when_the_body_is_over_is_raised_all_the_same() -> None:
    async with made() as station:
        with pytest.raises(BrokenError):
            async with station:
                await station.wait_accepted()
                break_down(station)
        await asyncio.sleep(1.0)


@virtual_time
async def test_a_station_that_is_cancelled_while_it_starts_does_not_run_on() -> None:
    async with made() as station:
        station.hardware.evse(1).contactor.hang()

        async def application() -> None:
            async with station:
                raise AssertionError("it has not started yet")

        running = asyncio.create_task(application())
        await asyncio.sleep(1.0)
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running
        assert station._task is not None
        assert station._task.done()
        station.hardware.evse(1).contactor.repair()


@virtual_time
async def test_hardware_that_speaks_while_the_station_fails() -> None:
    """What fails inside ends the run; the hardware that reports meanwhile must not hear of it."""
    async with made() as station:
        with pytest.raises(BrokenError):
            async with station:
                running = station._station
                assert running is not None
                break_down(station)
                with pytest.raises(asyncio.CancelledError):
                    await asyncio.sleep(3600.0)
                for _ in range(20):
                    running._said(TokenPresented(TOKEN))
                    await asyncio.sleep(0)
