"""How a maker tests an application: with simulated hardware, faster than it charges."""

import asyncio

from examples.board import Board
from examples.one_socket import assemble
from pilotwire import Store
from pilotwire.csms import Csms
from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation
from pilotwire.timing import AcceleratedEventLoop


async def ten_minutes() -> None:
    """A driver comes while the door is open, waits, charges, and goes."""
    csms, hardware, board = Csms(tokens=["04A1B2C3"]), SimulatedStation(evses=1), Board()
    async with csms.serve() as serving:
        url = f"ws://127.0.0.1:{serving.port}/ocpp"
        async with assemble(hardware, board, url, Store(":memory:")) as station:
            await station.wait_accepted()
            socket = hardware.evse(1)
            await socket.plug_in(ElectricVehicle(battery_kwh=60, soc=40))

            board.door_open = True
            assert not await station.evse(1).authorize("04A1B2C3")
            assert not csms.stations["SOCKET-1"].sessions

            board.door_open = False
            assert await station.evse(1).authorize("04A1B2C3")
            await asyncio.sleep(10 * 60)
            assert socket.contactor.closed

            await station.evse(1).stop()
            assert not socket.contactor.closed
    [session] = csms.stations["SOCKET-1"].sessions
    assert (session.token, session.reason) == ("04A1B2C3", "Local")
    assert session.energy_wh is not None
    assert 1800 < session.energy_wh < 1850


def test_ten_minutes() -> None:
    with asyncio.Runner(loop_factory=lambda: AcceleratedEventLoop(600)) as runner:
        runner.run(ten_minutes())
