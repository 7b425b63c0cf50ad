"""The contract holds for an OpenEVSE board, and for a mixture of real and simulated parts."""

import asyncio
from collections.abc import Callable

import pytest
from pymodbus.server import ModbusSerialServer

from pilotwire.hal.boards import OpenEvse, OpenEvseStation
from pilotwire.hal.interfaces import ConnectorKind, FaultCode, PilotState
from pilotwire.hal.mixture import with_meters, with_readers
from pilotwire.hal.modbus import Bus, ModbusMeter, SerialSettings, load_map
from pilotwire.hal.readers import LineReader
from pilotwire.hal.simulated import SimulatedStation
from pilotwire.hal.testing import CONTRACT, Check, NotCheckable, Subject, run_check
from pilotwire.hal.testing.simulated import SimulatedBench
from pilotwire.hal.testing.talk import TALK
from pilotwire.hal.testing.updates import UPDATES
from tests.support.modbus import Device, Line, image_of
from tests.support.openevse import ScriptedBoard
from tests.support.ports import Port

CODES = {
    FaultCode.GROUND_FAULT: 0x06,
    FaultCode.HIGH_TEMPERATURE: 0x0A,
    FaultCode.OVERCURRENT_FAULT: 0x0B,
}


class BoardBench:
    """What can be done to a scripted board."""

    def __init__(self, board: ScriptedBoard) -> None:
        self._board = board
        self.faults = tuple(CODES)

    async def vehicle(self, state: PilotState, evse_id: int = 1, connector_id: int = 1) -> None:
        self._board.goes_to(state.value)

    def live(self, evse_id: int = 1, connector_id: int = 1) -> bool:
        return self._board.closed

    def offered(self, evse_id: int = 1, connector_id: int = 1) -> float:
        return self._board.offers

    def locked(self, evse_id: int = 1, connector_id: int = 1) -> bool:
        return self._board.lock == "1"

    async def weld(self, evse_id: int = 1, connector_id: int = 1) -> None:
        self._board.stuck_closed = True

    async def burn_out(self, evse_id: int = 1, connector_id: int = 1) -> None:
        self._board.stuck_open = True

    async def fail(self, code: FaultCode, evse_id: int = 1) -> None:
        self._board.fails(CODES[code])

    async def mend(self, code: FaultCode, evse_id: int = 1) -> None:
        self._board.fails(0)

    async def draw(self, evse_id: int = 1) -> None:
        self._board.session_ws += 3600 * 5


def board() -> Subject:
    made = ScriptedBoard()
    made.lock = "0"
    made.start()
    hardware = OpenEvseStation([OpenEvse(made.port, kind=ConnectorKind.TYPE2_SOCKET)])
    return Subject(hardware, BoardBench(made), reboots=True, close=made.stop)


class MixtureBench(SimulatedBench):
    """A simulated outlet, with a meter on a serial line and a reader on another."""

    def __init__(self, station: SimulatedStation, device: Device, reader: Port) -> None:
        super().__init__(station)
        self._device = device
        self._reader = reader
        self._register_kwh = 100.0

    async def draw(self, evse_id: int = 1) -> None:
        """Let the meter count; the vehicle draws what it draws."""
        self._register_kwh += 0.5
        self._device.image = image_of(MAP, {"Energy.Active.Import.Register": self._register_kwh})

    async def present(self, token: str) -> None:
        self._reader.say(f"{token}\r".encode())


MAP = load_map("eastron-sdm230")


def mixture() -> Subject:
    device = Device(1, image_of(MAP, {"Energy.Active.Import.Register": 100.0}))
    there, reader = Line(), Port()
    there.start()
    server = ModbusSerialServer(
        [device.simulated()], port=there.other_port, baudrate=115200, ignore_missing_devices=True
    )
    serving = asyncio.get_running_loop().create_task(server.serve_forever(background=True))
    station = SimulatedStation(evses=1, phases=1)
    meter = ModbusMeter(Bus.serial(there.port, SerialSettings(baud_rate=115200)), MAP)
    hardware = with_readers(
        with_meters(station, {1: meter}), [LineReader(reader.path)], absence=0.01
    )

    def close() -> None:
        serving.cancel()
        server.close()
        there.stop()
        reader.unplug()

    return Subject(hardware, MixtureBench(station, device, reader), reboots=True, close=close)


UNCHECKED = {
    board: {
        *(check.__name__ for check in (*TALK, *UPDATES)),
        "bays_are_told",
        "cables_are_read",
        "phases_are_switched_at_rest_only",
        "plugs_are_told",
        "signatures_are_given",
        "start_tells_of_the_bays",
        "tokens_are_told",
    },
    mixture: {
        *(check.__name__ for check in UPDATES),
        "bays_are_told",
        "phases_are_switched_at_rest_only",
        "signatures_are_given",
        "start_tells_of_the_bays",
    },
}


@pytest.mark.parametrize("make", UNCHECKED, ids=["board", "mixture"])
@pytest.mark.parametrize("check", CONTRACT, ids=lambda check: check.__name__)
def test_the_contract_is_kept(make: Callable[[], Subject], check: Check) -> None:
    try:
        run_check(check, make)
    except NotCheckable:
        assert check.__name__ in UNCHECKED[make]
    else:
        assert check.__name__ not in UNCHECKED[make]
