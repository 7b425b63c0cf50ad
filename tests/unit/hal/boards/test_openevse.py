"""An OpenEVSE board does what the hardware interface asks for, and its failures are told."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any

import pytest

from pilotwire.hal.boards import OpenEvse, OpenEvseStation, link
from pilotwire.hal.interfaces import (
    ConnectorKind,
    FaultCleared,
    FaultCode,
    FaultRaised,
    HardwareError,
    HardwareEvent,
    PilotChanged,
    PilotState,
    StationHardware,
)
from pilotwire.station.hardware.checks import check_evses
from pilotwire.station.hardware.meters import checked_reading, quantities
from tests.support.openevse import ScriptedBoard, board


@pytest.fixture(autouse=True)
def _patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """The board runs in the same process as who asks it, on a machine that may be busy."""
    monkeypatch.setattr(link, "_LIMIT", 1.5)


class Scene:
    """A station with one board, that was started."""

    def __init__(self, board: ScriptedBoard, evse: OpenEvse, station: OpenEvseStation) -> None:
        self.board = board
        self.evse = evse
        self.station = station
        self.events: list[HardwareEvent] = []

    async def until(self, condition: Callable[[], bool]) -> None:
        async with asyncio.timeout(10):
            while not condition():  # noqa: ASYNC110 -- a board tells nobody how it is
                await asyncio.sleep(0.01)

    async def charges(self, amperes: float = 16.0) -> None:
        self.board.goes_to("B")
        await self.evse.offer_current(amperes)
        self.board.goes_to("C")
        await self.evse.close_contactor()
        assert self.board.closed


@asynccontextmanager
async def scene(vehicle: str = "A", **settings: Any) -> AsyncGenerator[Scene, None]:
    with board() as there:
        there.vehicle = vehicle
        there.connected = vehicle != "A"
        evse = OpenEvse(there.port, **settings)
        station = OpenEvseStation([evse])
        made = Scene(there, evse, station)
        await station.start(made.events.append)
        try:
            yield made
        finally:
            try:
                await station.stop()
            except HardwareError:
                assert there.mute or there.stuck_closed


def run(scenario: Coroutine[Any, Any, None]) -> None:
    async def limited() -> None:
        async with asyncio.timeout(30):
            await scenario

    asyncio.run(limited())


def test_it_is_hardware_as_the_station_wants_it() -> None:
    hardware: StationHardware = OpenEvseStation([OpenEvse("/dev/ttyS0")])
    check_evses(hardware.evses)
    assert quantities(hardware.evses[0], 1, direct=False)


def test_at_the_start_nothing_is_offered_and_what_is_so_is_told() -> None:
    async def scenario() -> None:
        async with scene("B") as s:
            assert s.board.offers == 0
            assert s.events == [PilotChanged(1, PilotState.B)]
            assert s.evse.max_current_a == 32
            assert await s.evse.pilot_state() is PilotState.B

    run(scenario())


def test_a_vehicle_that_would_charge_by_itself_is_stopped_at_the_start() -> None:
    async def scenario() -> None:
        with board() as there:
            there.goes_to("C")
            await asyncio.sleep(0.1)
            assert there.closed  # so a board does that nobody has told anything
            station = OpenEvseStation([OpenEvse(there.port)])
            events: list[HardwareEvent] = []
            await station.start(events.append)
            assert not there.closed
            assert events == [PilotChanged(1, PilotState.C)]
            await station.stop()

    run(scenario())


def test_what_it_offers() -> None:
    async def scenario() -> None:
        async with scene("B") as s:
            await s.evse.offer_current(16.7)
            assert s.board.offers == 16
            await s.evse.offer_current(10)
            assert s.board.offers == 10
            await s.evse.offer_current(0)
            assert s.board.offers == 0
            assert "SC 10 V" in s.board.heard  # volatile: the EEPROM wears out
            s.board.least = 12
            with pytest.raises(HardwareError, match="the board offers 12 A at least"):
                await s.evse.offer_current(6)
            assert s.board.offers == 0
            s.board.most = 20
            await s.evse.offer_current(32)
            assert s.board.offers == 20

    run(scenario())


def test_a_session() -> None:
    async def scenario() -> None:
        async with scene() as s:
            await s.charges()
            s.board.goes_to("B")  # the vehicle has enough, for now
            await s.until(lambda: not s.board.closed)
            await s.evse.open_contactor()
            assert s.board.offers == 16  # it may go on when it wants to
            s.board.goes_to("C")
            await s.evse.close_contactor()
            assert s.board.closed
            await s.evse.open_contactor()
            assert not s.board.closed
            assert s.board.offers == 0
            await s.evse.offer_current(0)
            s.board.goes_to("A")
            await s.until(lambda: s.events[-1] == PilotChanged(1, PilotState.A))
            assert [each.state for each in s.events if isinstance(each, PilotChanged)] == [
                *(PilotState.B, PilotState.C, PilotState.B, PilotState.C, PilotState.A)
            ]

    run(scenario())


def test_a_vehicle_that_pauses_while_it_is_cut_may_ask_again() -> None:
    async def scenario() -> None:
        async with scene() as s:
            await s.charges()
            s.board.vehicle = "B"  # of which nobody was told yet
            await s.evse.open_contactor()
            assert not s.board.closed
            assert s.board.offers == 16

    run(scenario())


def test_to_open_waits_for_no_other_command() -> None:
    async def scenario() -> None:
        async with scene() as s:
            await s.charges()
            s.board.on_way = lambda data: b"" if b"230000" in data else data
            reading = asyncio.create_task(s.evse.read_meter())
            await s.until(lambda: "GG" in s.board.heard)
            await s.evse.open_contactor()
            assert not s.board.closed
            with pytest.raises(HardwareError, match="does not answer GG"):
                await reading
            heard = s.board.heard[s.board.heard.index("GG") :]
            assert heard.index("FS") < heard.index("GG", 1)

    run(scenario())


def test_to_open_wins_over_to_close() -> None:
    async def scenario() -> None:
        async with scene("C") as s:
            s.board.stuck_open = True
            await s.evse.offer_current(16)
            closing = asyncio.create_task(s.evse.close_contactor())
            await asyncio.sleep(0.1)
            await s.evse.open_contactor()
            s.board.stuck_open = False
            with pytest.raises(HardwareError, match="told to open meanwhile"):
                await closing
            await asyncio.sleep(0.1)
            assert not s.board.closed

    run(scenario())


def test_an_offer_that_is_under_way_does_not_close_what_was_opened() -> None:
    async def scenario() -> None:
        async with scene() as s:
            await s.charges()
            held: list[bytes] = []

            def hold(data: bytes) -> bytes:
                if data.startswith(b"$OK 10"):
                    held.append(data)
                    return b""
                return data

            s.board.on_way = hold
            offering = asyncio.create_task(s.evse.offer_current(10))
            await s.until(lambda: bool(held))
            await s.evse.open_contactor()
            s.board.on_way = lambda data: data
            s.board.say(held[0])
            await offering
            await asyncio.sleep(0.2)
            assert not s.board.closed
            await s.evse.close_contactor()
            assert s.board.closed
            assert s.board.offers == 10

    run(scenario())


def test_it_does_not_close_with_nothing_offered() -> None:
    async def scenario() -> None:
        async with scene("C") as s:
            with pytest.raises(HardwareError, match="nothing is offered"):
                await s.evse.close_contactor()
            assert not s.board.closed

    run(scenario())


def test_a_vehicle_that_asks_no_more_while_the_relay_was_to_close() -> None:
    async def scenario() -> None:
        async with scene("C") as s:
            s.board.stuck_open = True
            await s.evse.offer_current(16)
            closing = asyncio.create_task(s.evse.close_contactor())
            await asyncio.sleep(0.1)
            s.board.goes_to("B")
            await closing  # and the station hears that the pilot is in B

    run(scenario())


def test_a_relay_that_does_not_close() -> None:
    async def scenario() -> None:
        async with scene("C") as s:
            s.board.stuck_open = True
            await s.evse.offer_current(16)
            with pytest.raises(HardwareError, match="the board does not close its relay"):
                await s.evse.close_contactor()

    run(scenario())


def test_a_relay_that_does_not_open() -> None:
    async def scenario() -> None:
        async with scene() as s:
            await s.charges()
            s.board.stuck_closed = True
            with pytest.raises(HardwareError, match="the board does not open its relay"):
                await s.evse.open_contactor()
            await s.evse.offer_current(0)
            code = FaultCode.CONTACTOR
            await s.until(lambda: s.events[-1] == raised(code, "closed though nothing"))
            s.board.stuck_closed = False
            await s.until(lambda: s.events[-1] == FaultCleared(1, code))
            assert not s.board.closed

    run(scenario())


class raised(FaultRaised):  # noqa: N801 -- reads as what happened
    """A fault of EVSE 1 whose information has these words."""

    def __init__(self, code: FaultCode, words: str) -> None:
        super().__init__(1, code, words)

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, FaultRaised) and other.code is self.code and self.info in other.info
        )

    __hash__ = None  # type: ignore[assignment]  # it equals what has another hash


@pytest.mark.parametrize(
    ("state", "code", "words"),
    [
        (0x06, FaultCode.GROUND_FAULT, "flows to earth"),
        (0x07, FaultCode.POWER_QUALITY, "no protective earth"),
        (0x08, FaultCode.CONTACTOR, "stuck"),
        (0x09, FaultCode.GROUND_FAULT, "self test"),
        (0x0A, FaultCode.HIGH_TEMPERATURE, "too hot"),
        (0x0B, FaultCode.OVERCURRENT_FAULT, "draws more"),
        (0x42, FaultCode.OTHER, "unknown state 42"),
    ],
)
def test_its_faults(state: int, code: FaultCode, words: str) -> None:
    async def scenario() -> None:
        async with scene() as s:
            await s.charges()
            s.board.fails(state)
            await s.until(lambda: s.events[-2:] == [raised(code, words), pilot("F")])
            await s.until(lambda: not s.board.closed)
            await s.evse.offer_current(0)
            s.board.fails(0)
            await s.until(lambda: s.events[-2:] == [FaultCleared(1, code), pilot("C")])

    run(scenario())


def pilot(state: str) -> PilotChanged:
    return PilotChanged(1, PilotState(state))


def test_a_vehicle_without_a_diode_is_state_e() -> None:
    async def scenario() -> None:
        async with scene("B") as s:
            s.board.fails(0x05)
            await s.until(lambda: s.events[-1] == pilot("E"))
            assert not any(isinstance(each, FaultRaised) for each in s.events)

    run(scenario())


def test_a_board_that_says_nothing_any_more_and_comes_back() -> None:
    async def scenario() -> None:
        async with scene("B") as s:
            s.board.mute = True
            code = FaultCode.CONTROLLER
            await s.until(lambda: s.events[-1] == raised(code, "does not answer GS"))
            with pytest.raises(HardwareError, match="the board does not answer FS"):
                await s.evse.offer_current(0)
            s.board.mute = False
            await s.until(lambda: s.events[-1] == FaultCleared(1, code))

    run(scenario())


def test_a_board_that_restarts_while_it_charges() -> None:
    async def scenario() -> None:
        async with scene() as s:
            await s.charges()
            s.board.restart(0.2)
            code = FaultCode.CONTROLLER
            await s.until(lambda: raised(code, "has restarted") in s.events)
            await s.until(lambda: s.events[-1] == FaultCleared(1, code))
            assert s.board.offers == 0
            assert not s.board.closed
            with pytest.raises(HardwareError, match="nothing is offered"):
                await s.evse.close_contactor()
            await s.evse.offer_current(16)
            await s.evse.close_contactor()
            assert s.board.closed

    run(scenario())


def test_noise_on_the_line() -> None:
    async def scenario() -> None:
        async with scene("B") as s:
            times = 0

            def noisy(data: bytes) -> bytes:
                nonlocal times
                times += 1
                damaged = bytes([data[0], data[1] ^ 0x04]) + data[2:]
                return b"\xff$\x00^" + (damaged if times % 2 else data)

            s.board.on_way = noisy
            for amperes in (16, 10, 6):
                await s.evse.offer_current(amperes)
                assert s.board.offers == amperes
            s.board.on_way = lambda data: data

    run(scenario())


def test_its_port_is_gone() -> None:
    async def scenario() -> None:
        async with scene("B") as s:
            s.board.unplug_cable()
            code = FaultCode.CONTROLLER
            await s.until(lambda: s.events[-1] == raised(code, s.board.port))
            with pytest.raises(HardwareError, match=s.board.port):
                await s.evse.open_contactor()
            s.board.mute = True

    run(scenario())


def test_a_board_that_is_not_there_at_the_start() -> None:
    async def scenario() -> None:
        with board() as there, board() as mute:
            mute.mute = True
            station = OpenEvseStation([OpenEvse(there.port), OpenEvse(mute.port)])
            events: list[HardwareEvent] = []
            with pytest.raises(HardwareError, match=f"{mute.port}: the board does not answer FS"):
                await station.start(events.append)
            assert not there.awake
            mute.mute = False
            await station.start(events.append)  # the ports are free again
            with pytest.raises(HardwareError, match="started already"):
                await station.start(events.append)
            await station.stop()

    run(scenario())


def test_a_reboot() -> None:
    async def scenario() -> None:
        async with scene() as s:
            await s.charges()
            await s.station.reboot()
            assert "FR" in s.board.heard
            assert s.board.offers == 0
            assert not s.board.closed
            assert s.events[-1] == pilot("C")
            await s.station.stop()
            with pytest.raises(HardwareError, match="not started"):
                await s.station.reboot()

    run(scenario())


def test_after_the_stop_nothing_is_reported() -> None:
    async def scenario() -> None:
        async with scene() as s:
            await s.charges()
            await s.station.stop()
            assert not s.board.closed
            told = len(s.events)
            s.board.goes_to("A")
            await asyncio.sleep(0.2)
            assert len(s.events) == told

    run(scenario())


# The meter and the lock.


def test_its_meter() -> None:
    async def scenario() -> None:
        async with scene() as s:
            assert await s.evse.read_meter() == checked_reading(await s.evse.read_meter())
            assert (await s.evse.read_meter()).energy_wh == 12_345
            assert (await s.evse.read_meter()).power_w is None  # it has no ammeter
            await s.charges()
            s.board.milliamperes, s.board.session_ws = 16_000, 7200
            reading = await s.evse.read_meter()
            assert reading.energy_wh == 12_347
            assert (reading.power_w, reading.current_a, reading.voltage_v) == (
                *(3680, (16,), (230,)),
            )
            s.board.goes_to("A")
            assert (await s.evse.read_meter()).energy_wh == 12_347  # and not once more

    run(scenario())


def test_a_reading_that_is_none() -> None:
    async def scenario() -> None:
        async with scene() as s:
            s.board.milliamperes = "much"  # type: ignore[assignment]  # what a board may say
            with pytest.raises(HardwareError, match="what is no number: much 230000"):
                await s.evse.read_meter()

    run(scenario())


def test_the_lock_of_a_socket() -> None:
    async def scenario() -> None:
        async with scene(kind=ConnectorKind.TYPE2_SOCKET) as s:
            await s.evse.lock_connector()
            assert s.board.lock == "1"
            s.board.lock_jams = True
            with pytest.raises(HardwareError, match="the lock still holds the plug"):
                await s.evse.unlock_connector()
            s.board.lock_jams = False
            await s.evse.unlock_connector()
            assert s.board.lock == "0"

    run(scenario())


def test_a_fixed_cable_has_no_lock() -> None:
    async def scenario() -> None:
        async with scene() as s:
            await s.evse.lock_connector()
            await s.evse.unlock_connector()
            assert not any(each.startswith("S5") for each in s.board.heard)

    run(scenario())
