"""The page that ports a binding of MicroOcpp: its program charges, and what it names is there."""

import asyncio
import re
from pathlib import Path
from typing import Any, cast

import pytest

import pilotwire.events
import pilotwire.hal.interfaces as hal
from pilotwire import ChargingStation, Store
from pilotwire.charging_station import Evse, EvseSnapshot
from pilotwire.csms import Csms
from pilotwire.hal.simulated import SimulatedStation
from pilotwire.ocpp import v16
from pilotwire.timing import AcceleratedEventLoop
from tests.docs.test_parts import program_of
from tests.support.scene import TOKEN, Scene, scene
from tests.support.virtual_time import virtual_time

PAGE = (Path(__file__).parents[2] / "docs/porting.md").read_text("utf-8")
NAMES = program_of("porting.md")
BOUND = re.search(r"```cpp\n(.*?)```", PAGE, re.DOTALL)


class Board:
    """The functions of a firmware, as the page has them."""

    def __init__(self) -> None:
        self.state = "A"
        self.leaking = self.closed = self.stuck = self.bolted = False
        self.cards: list[str] = []
        self.amperes = -1.0
        self.restarts = 0

    def pilot(self) -> str:
        return self.state

    def leaks(self) -> bool:
        return self.leaking

    def meter_wh(self) -> float:
        return 1234.0

    def new_card(self) -> str | None:
        return self.cards.pop() if self.cards else None

    def set_pwm(self, amperes: float) -> None:
        self.amperes = amperes
        if self.state in {"B", "C"}:
            self.state = "C" if amperes else "B"

    def relay(self, on: bool) -> None:
        if not self.stuck:
            self.closed = on

    def contacts_closed(self) -> bool:
        return self.closed

    def bolt(self, locked: bool) -> bool:
        self.bolted = locked
        return True

    def restart(self) -> None:
        self.restarts += 1


def hardware(board: Board) -> SimulatedStation:
    """What a scene takes: it asks nothing else of it than a station does."""
    return cast("SimulatedStation", NAMES["Charger"](board))


async def charges(s: Scene, board: Board) -> None:
    board.state = "B"
    board.cards.append(TOKEN)
    await s.wait(5)
    assert board.closed
    assert board.bolted
    assert board.amperes == 32.0


@pytest.mark.parametrize("version", ["1.6", "2.0.1", "2.1"])
@virtual_time
async def test_a_card_begins_a_session_and_ends_it(version: str) -> None:
    board = Board()
    async with scene(version, hardware=hardware(board)) as s:
        assert board.amperes == 0
        await charges(s, board)
        snapshot = s.station.evse(1).snapshot
        assert snapshot.token is not None
        assert snapshot.token.value == TOKEN
        board.cards.append(TOKEN)
        await s.wait(5)
        assert not board.closed
        assert not board.bolted
        board.state = "A"
        await s.wait(5)
        assert s.station.evse(1).snapshot.status == "Available"
    assert board.amperes == 0


@pytest.mark.parametrize("lost", ["A", "leak"])
@virtual_time
async def test_what_the_firmware_had_to_see_to_is_seen_to(lost: str) -> None:
    board = Board()
    async with scene("1.6", hardware=hardware(board)) as s:
        await charges(s, board)
        if lost == "leak":
            board.leaking = True
        else:
            board.state = "A"
        await s.wait(0.1)
        assert not board.closed
        if lost == "leak":
            await s.wait(5)
            told = s.csms.requests(v16.StatusNotificationRequest)[-1]
            assert told.error_code is v16.ChargePointErrorCode.GROUND_FAILURE


@virtual_time
async def test_contacts_that_do_not_move_are_told() -> None:
    board = Board()
    async with scene("2.1", hardware=hardware(board)) as s:
        await charges(s, board)
        board.stuck = True
        await s.station.evse(1).stop()
        await s.wait(5)
        assert [fault.code for fault in s.station.evse(1).snapshot.faults] == ["PowerContactor"]
        board.stuck = board.closed = False


@virtual_time
async def test_a_reset_restarts_the_firmware() -> None:
    board = Board()
    async with scene("1.6", hardware=hardware(board)) as s:
        await charges(s, board)
        await s.csms.call(v16.ResetRequest(type=v16.ResetType.SOFT))
        await s.wait(20)
        assert board.restarts == 1
        assert not board.closed


def test_the_station_of_the_page_runs() -> None:
    csms, board = Csms(tokens=[TOKEN]), Board()

    async def accepted() -> None:
        async with csms.serve() as serving:
            url = f"ws://127.0.0.1:{serving.port}/ocpp"
            async with NAMES["assemble"](board, url, Store(":memory:")) as station:
                await station.wait_accepted()

    with asyncio.Runner(loop_factory=lambda: AcceleratedEventLoop(10)) as runner:
        runner.run(accepted())
    assert "PORTED-1" in csms.stations


def test_all_that_is_bound_before_is_in_the_tables() -> None:
    assert BOUND is not None
    tables = "\n".join(line for line in PAGE.splitlines() if line.startswith("|"))
    names = re.findall(
        r"\b(?:set|add)\w+(?:Input|Output|InOut|Execute)\b|\bmocpp_\w+|\w+Transaction\w*|ocpp\w+",
        BOUND[1],
    )
    assert len(set(names)) > 10
    assert [name for name in names if f"`{name}" not in tables] == []


def there(name: str) -> bool:
    owners: list[Any] = [
        hal, hal.MeterReading, hal.EvseHardware, hal.MeasuringMeter, hal.StationHardware,
        hal.FaultRaised, ChargingStation, Evse, EvseSnapshot, pilotwire.events,
    ]  # fmt: skip
    return any(
        hasattr(owner, name) or name in getattr(owner, "__annotations__", ()) for owner in owners
    )


def test_what_it_becomes_is_there() -> None:
    rows = [line.split("|")[2] for line in PAGE.splitlines() if line.startswith("| `")]
    codes = [code for row in rows for code in re.findall(r"`([^`]+)`", row)]
    owner = r"(?:await )?(?:station\.evse\(1\)\.|station\.|hal\.|)"
    words = {each[1] for code in codes if (each := re.match(owner + r"([A-Za-z_]+)", code))}
    named = words - {"TxCtrlr", "Unavailable", "Faulted", "isFaulted", "settings", "pilotwire"}
    named -= {"ChargingStation"}
    assert len(named) > 30
    assert sorted(name for name in named if not there(name)) == []
