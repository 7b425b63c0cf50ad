"""A charger with one socket, whole: docs/charger.md walks through it.

pilotwire csms                                          # in one terminal
python -m examples.one_socket ws://127.0.0.1:9000/ocpp  # in another
"""

import asyncio
import signal
import sys

import pilotwire.hal.interfaces as hal
from examples.board import Board
from examples.display import show
from pilotwire import ChargingStation, Store
from pilotwire.ocpp.v21.device_model import SampledDataCtrlr, TxCtrlr


class Socket:
    """The outlet: EVSE 1."""

    kind = hal.ConnectorKind.TYPE2_SOCKET
    phases, max_current_a = 1, 32.0

    def __init__(self, board: Board) -> None:
        self._board = board

    async def pilot_state(self) -> hal.PilotState:
        return hal.PilotState(self._board.pilot)

    async def offer_current(self, amperes: float) -> None:
        self._board.set_pwm(amperes)

    async def close_contactor(self) -> None:
        await self._board.relay(True)

    async def open_contactor(self) -> None:
        await self._board.relay(False)

    async def lock_connector(self) -> None:
        await self._board.lock(True)

    async def unlock_connector(self) -> None:
        await self._board.lock(False)

    async def read_meter(self) -> hal.MeterReading:
        return hal.MeterReading(*await asyncio.to_thread(self._board.read_meter))


class Charger:
    """All of the hardware."""

    def __init__(self, board: Board) -> None:
        self.evses = (Socket(board),)
        self._board = board

    async def start(self, sink: hal.EventSink) -> None:
        self._board.on_pilot = lambda state: sink(hal.PilotChanged(1, hal.PilotState(state)))
        self._board.on_card = lambda number: sink(hal.TokenPresented(number, evse_id=1))
        self._board.on_leak = lambda: sink(hal.FaultRaised(1, hal.FaultCode.GROUND_FAULT))
        self._board.on_dry = lambda: sink(hal.FaultCleared(1, hal.FaultCode.GROUND_FAULT))
        self._board.on_pilot(self._board.pilot)  # what is so already

    async def stop(self) -> None:
        self._board.release()

    async def reboot(self) -> None:
        await self.stop()  # where there is a computer of its own, it restarts here


Station = ChargingStation[hal.StationHardware]


def assemble(hardware: hal.StationHardware, board: Board, csms: str, store: Store) -> Station:
    """The station: `hardware` is what charges, `board` has the door and the button."""
    station = ChargingStation(
        identity="SOCKET-1",
        vendor="Example",
        model="One Socket",
        csms=csms,
        hardware=hardware,
        store=store,
        settings=[TxCtrlr.EVConnectionTimeOut.to(90), SampledDataCtrlr.TxUpdatedInterval.to(300)],
    )
    station.on_start(lambda _: "the door is open" if board.door_open else None)

    async def pressed() -> None:
        if not await station.evse(1).stop():
            await station.evse(1).start()

    loop = asyncio.get_running_loop()
    board.on_button = lambda: asyncio.run_coroutine_threadsafe(pressed(), loop)
    return station


async def main(csms: str = "ws://127.0.0.1:9000/ocpp") -> None:
    """Charge until the process is told to end."""
    board = Board.at_keyboard()
    station = assemble(Charger(board), board, csms, Store("one_socket.db"))
    for sign in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(sign, station.stop)
    await asyncio.gather(station.run(), show(station.events(), print))


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
