"""A cable is never offered more than it bears (IEC 61851-1 Annex B)."""

import asyncio
import math

import pytest

from pilotwire.hal.interfaces import FaultCode, HardwareError, PlugChanged
from pilotwire.hal.simulated import ElectricVehicle, SimulatedEvse, SimulatedStation
from tests.support.evse import DRIVER, bare_station
from tests.support.virtual_time import virtual_time


class Socket:
    """Reads the cables that are plugged into EVSE 1."""

    def __init__(self, evse: SimulatedEvse) -> None:
        self.bears: object = None
        socket = self

        class Reading(type(evse)):  # type: ignore[misc]  # whichever class it is
            @property
            def cable_current_a(self) -> object:  # pyright: ignore[reportIncompatibleMethodOverride]  # what a driver may say
                if isinstance(socket.bears, Exception):
                    raise socket.bears
                return socket.bears

        evse.__class__ = Reading


@pytest.mark.parametrize(
    ("bears", "limit", "offered"),
    [
        (None, None, 32.0),
        (13.0, None, 13.0),
        (20, None, 20.0),
        (63.0, None, 32.0),
        (20.0, 10.0, 10.0),
        (13.0, 16.0, 13.0),
    ],
)
@virtual_time
async def test_what_is_offered(bears: float | None, limit: float | None, offered: float) -> None:
    hardware = SimulatedStation(evses=1)
    Socket(hardware.evse(1)).bears = bears
    async with bare_station(hardware) as station:
        await station.evses.get(1).limit(limit)
        await hardware.evse(1).plug_in(ElectricVehicle(soc=10))
        await station.evses.get(1).authorized(DRIVER)
        await asyncio.sleep(10)
        assert hardware.evse(1).offered_a == offered
        assert hardware.evse(1).contactor.closed


@pytest.mark.parametrize("bears", [0.0, 5.9, math.nan, "20", True, HardwareError("50 ohms")])
@virtual_time
async def test_a_cable_that_does_not_say_so_is_offered_nothing(bears: object) -> None:
    hardware = SimulatedStation(evses=1)
    evse = hardware.evse(1)
    socket = Socket(evse)
    socket.bears = bears
    async with bare_station(hardware) as station:
        await evse.plug_in(ElectricVehicle(soc=10))
        await station.evses.get(1).authorized(DRIVER)
        await asyncio.sleep(60)
        [fault] = station.evses.get(1).state.faults.values()
        assert fault.code == FaultCode.CONTROLLER
        assert "cable" in fault.info
        assert evse.offered_a == 0
        assert not evse.contactor.closed
        assert not evse.lock.locked, "the cable can be taken out"

        await evse.unplug()
        socket.bears = 20.0
        await asyncio.sleep(20)
        assert not station.evses.get(1).state.faults
        await evse.plug_in(ElectricVehicle(soc=10))
        await station.evses.get(1).authorized(DRIVER)
        await asyncio.sleep(10)
        assert evse.offered_a == 20.0


@virtual_time
async def test_another_cable_is_read_anew() -> None:
    hardware = SimulatedStation(evses=1)
    evse = hardware.evse(1)
    socket = Socket(evse)
    socket.bears = 13.0
    async with bare_station(hardware) as station:
        await evse.plug_in(ElectricVehicle(soc=10))
        await station.evses.get(1).authorized(DRIVER)
        await asyncio.sleep(10)
        socket.bears = 32.0
        hardware._report(PlugChanged(1, plugged=True))
        await asyncio.sleep(10)
        assert evse.offered_a == 32.0


@pytest.mark.parametrize(("cable_a", "offered"), [(13.0, 13.0), (20.0, 20.0), (None, 0.0)])
@virtual_time
async def test_the_cable_of_a_driver(cable_a: float | None, offered: float) -> None:
    hardware = SimulatedStation(evses=1)
    evse = hardware.evse(1)
    async with bare_station(hardware) as station:
        await evse.plug_in(ElectricVehicle(max_current_a=32, cable_a=cable_a))
        await station.evses.get(1).authorized(DRIVER)
        await asyncio.sleep(10)
        assert evse.offered_a == offered
        assert evse.meter.power_w == pytest.approx(offered * 3 * 230)
