"""The examples do what they say, use only what is public, and the page walks through them."""

import ast
import asyncio
import io
import os
import re
import signal
import sys
import tokenize
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import cast, get_args

import pytest
from pydantic import JsonValue

from examples import display, vendor_extension
from examples.board import CAR_TAKES_A, VOLTS, Board
from examples.one_socket import Charger, assemble
from examples.test_one_socket import test_ten_minutes
from examples.vendor_extension import TOO_LONG, VENDOR, Extension, interval_of
from pilotwire import ChargingStation, Store
from pilotwire.charging_station import Fault, IdToken, Reason
from pilotwire.csms import Csms, Session
from pilotwire.events import (
    CallAnswered,
    ChargingNeedsTold,
    ChargingScheduleTaken,
    Connected,
    Disconnected,
    EventsMissed,
    FaultCleared,
    FaultRaised,
    FirmwareDownloading,
    FirmwareInstalling,
    FirmwarePublishingChanged,
    FirmwareStatusChanged,
    LimitChanged,
    LogUploadEnded,
    LogUploading,
    MessageGivenUp,
    Registered,
    StationEvent,
    StatusChanged,
    TokenAccepted,
    TokenRefused,
    TransactionEnded,
    TransactionNumbered,
    TransactionSnapshot,
    TransactionStarted,
    TransactionUpdated,
)
from pilotwire.hal.interfaces import FaultCode, StationHardware
from pilotwire.hal.simulated import ElectricVehicle
from pilotwire.ocpp import v21
from pilotwire.ocpp.v21.device_model import SampledDataCtrlr
from pilotwire.timing import AcceleratedEventLoop
from tests.docs.test_public import ROWS, names
from tests.support.scene import TOKEN, Opponent, Scene, scene
from tests.support.virtual_time import virtual_time

__all__ = ["test_ten_minutes"]  # the maker's own test is one of ours

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples").glob("*.py"))
PAGE = (ROOT / "docs/charger.md").read_text("utf-8")

Station = ChargingStation[StationHardware]


# One socket.


class Play:
    """The charger on its board, at ten times the speed, and a CSMS on a real socket.

    No faster: while the board's thread reads the meter, time passes, too.
    """

    def __init__(self, board: Board, station: Station, csms: Csms) -> None:
        self.board = board
        self.station = station
        self.csms = csms
        self.record = csms.stations[station.identity]
        self.refusals: list[str] = []
        station.listen(self._hear)

    def _hear(self, event: StationEvent) -> None:
        if isinstance(event, TokenRefused):
            self.refusals.append(event.reason)

    async def until(self, condition: Callable[[], bool]) -> None:
        async with asyncio.timeout(300):
            while not condition():  # noqa: ASYNC110 -- a board tells nobody how it is
                await asyncio.sleep(0.1)

    async def charges(self) -> None:
        self.board.plug_in()
        self.board.on_card(TOKEN)
        await self.until(lambda: self.board.closed)

    async def over(self) -> None:
        """The CSMS knows that the session is over."""
        await self.until(
            lambda: bool(self.record.sessions) and not self.record.sessions[-1].ongoing
        )


def last_session(
    scenario: Callable[[Play], Awaitable[None]], board_like: type[Board] = Board
) -> Session:
    """The last session that the CSMS knows of, once all has been played."""
    csms = Csms(tokens=[TOKEN])

    async def played() -> None:
        board = board_like(asyncio.get_running_loop().time)
        async with csms.serve() as serving:
            url = f"ws://127.0.0.1:{serving.port}/ocpp"
            async with assemble(Charger(board), board, url, Store(":memory:")) as station:
                await station.wait_accepted()
                await scenario(Play(board, station, csms))
        assert not board.closed
        assert not board.locked

    with asyncio.Runner(loop_factory=lambda: AcceleratedEventLoop(10)) as runner:
        runner.run(played())
    return csms.stations["SOCKET-1"].sessions[-1]


def test_a_card_begins_and_ends_a_session() -> None:
    async def scenario(p: Play) -> None:
        await p.charges()
        assert p.board.locked
        with pytest.raises(OSError, match="locked"):
            p.board.unplug()
        await asyncio.sleep(60)
        p.board.on_card(TOKEN)
        await p.until(lambda: not p.board.closed and not p.board.locked)
        p.board.unplug()
        await p.until(lambda: not p.station.evse(1).snapshot.connected)
        await p.over()
        energy, power, current, _ = p.board.read_meter()
        assert (power, current) == (0, (0,))
        assert energy > CAR_TAKES_A * VOLTS * 55 / 3600  # a minute's
        assert p.record.sessions[-1].energy_wh == pytest.approx(energy, abs=1)

    session = last_session(scenario)
    assert (session.token, session.reason) == (TOKEN, "Local")


def test_the_button_begins_and_ends_a_session() -> None:
    async def scenario(p: Play) -> None:
        p.board.plug_in()
        p.board.on_button()
        await p.until(lambda: p.board.closed)
        p.board.on_button()
        await p.until(lambda: not p.board.closed)
        await p.over()

    session = last_session(scenario)
    assert not session.token
    assert session.reason == "Local"


def test_nothing_begins_while_the_door_is_open() -> None:
    async def scenario(p: Play) -> None:
        p.board.door_open = True
        p.board.plug_in()
        p.board.on_card(TOKEN)
        await p.until(lambda: len(p.refusals) == 1)
        p.board.on_button()
        await p.until(lambda: len(p.refusals) == 2)
        assert await p.csms.remote_start("SOCKET-1", TOKEN, 1) == "Rejected"
        assert set(p.refusals) == {"the door is open"}
        assert not p.board.closed
        assert not p.record.sessions

        p.board.door_open = False
        p.board.on_card(TOKEN)
        await p.until(lambda: p.board.closed)

    assert last_session(scenario).token == TOKEN


def test_a_current_that_leaks_ends_the_session() -> None:
    async def scenario(p: Play) -> None:
        await p.charges()
        p.board.on_leak()
        await p.until(lambda: not p.board.closed)
        [fault] = p.station.evse(1).snapshot.faults
        assert fault.code == FaultCode.GROUND_FAULT
        p.board.on_dry()
        await p.until(lambda: not p.station.evse(1).snapshot.faults)
        await p.over()

    assert last_session(scenario).reason == "GroundFault"


class Worn(Board):
    """Its contactor does not close any more."""

    def _move(self, closed: bool) -> None:
        super()._move(False)


def test_a_contactor_that_does_not_close_is_a_fault() -> None:
    async def scenario(p: Play) -> None:
        p.board.plug_in()
        p.board.on_card(TOKEN)
        await p.over()
        [fault] = p.station.evse(1).snapshot.faults
        assert fault.code == FaultCode.CONTACTOR
        assert fault.info.endswith("the relay has not moved")

    assert last_session(scenario, Worn).energy_wh == 0


def test_a_restart_leaves_nothing_closed() -> None:
    async def scenario(p: Play) -> None:
        await p.charges()
        assert await p.csms.reset("SOCKET-1") == "Accepted"
        await p.until(lambda: len(p.record.boots) == 2)
        assert not p.board.closed
        await p.until(lambda: p.station.evse(1).snapshot.connected)  # it has looked anew

    assert last_session(scenario).reason == "ImmediateReset"


def code_lines(source: str) -> int:
    """The lines that say something to Python, but for imports and docstrings."""
    tree = ast.parse(source)
    passed_over = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
    ]
    away = {n for node in passed_over for n in range(node.lineno, (node.end_lineno or 0) + 1)}
    silent = {
        tokenize.COMMENT,
        tokenize.NL,
        tokenize.NEWLINE,
        tokenize.INDENT,
        tokenize.DEDENT,
        tokenize.ENDMARKER,
    }
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return len({each.start[0] for each in tokens if each.type not in silent} - away)


def test_one_socket_is_a_short_program() -> None:
    assert code_lines((ROOT / "examples/one_socket.py").read_text("utf-8")) < 60


@pytest.mark.slow
def test_the_program_goes_as_the_page_shows(tmp_path: Path) -> None:
    """What the page shows as typed is typed, and all else must be printed."""
    [transcript] = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)
    asyncio.run(typed_and_printed(transcript.splitlines(), tmp_path))
    assert (tmp_path / "one_socket.db").exists()


async def typed_and_printed(transcript: list[str], folder: Path) -> None:
    async with Csms().serve() as serving, asyncio.timeout(60):
        roots = os.pathsep.join(str(ROOT / each) for each in (".", "generated", "runtime", "hal"))
        program = await asyncio.create_subprocess_exec(
            *(sys.executable, "-W", "error", "-m", "examples.one_socket"),
            f"ws://127.0.0.1:{serving.port}/ocpp",
            cwd=folder,
            env={**os.environ, "PYTHONPATH": roots, "PYTHONUNBUFFERED": "1"},
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        assert program.stdin is not None
        assert program.stdout is not None
        for line in transcript:
            if line == "^C":
                program.send_signal(signal.SIGINT)
            elif re.fullmatch(r"plug|unplug|door|button|card \w+", line):
                program.stdin.write(f"{line}\n".encode())
            else:
                printed = await program.stdout.readline()
                while printed == b"the plug is locked\n" and line not in printed.decode():
                    await asyncio.sleep(0.1)  # who pulls too early pulls again
                    program.stdin.write(b"unplug\n")
                    printed = await program.stdout.readline()
                assert without_amounts(printed.decode().rstrip()) == without_amounts(line)
        left, complaints = await program.communicate()
    assert (left, complaints, program.returncode) == (b"", b"", 0)


def without_amounts(line: str) -> str:
    return re.sub(r"[\d.]+ (kWh|min)", r"\1", line)


# The display.


def test_the_display_shows_a_session(capsys: pytest.CaptureFixture[str]) -> None:
    with asyncio.Runner(loop_factory=lambda: AcceleratedEventLoop(display.SPEED)) as runner:
        runner.run(display.main())
    shown = [without_amounts(line) for line in capsys.readouterr().out.splitlines()]
    assert shown == [
        "socket 1: Available",
        "connected, OCPP 2.1",
        "the operator says: Accepted",
        "card refused: Unknown",
        "socket 1: Occupied",
        "socket 1: welcome",
        "socket 1: begins",
        *["socket 1: kWh in min, Charging"] * 3,
        "socket 1: ended (Local), kWh in min, EVConnected",
        "socket 1: Available",
        "no connection",
    ]


CARD = IdToken("04A1B2C3")
BEGAN = datetime(2026, 3, 1, 12, tzinfo=UTC)
SNAPSHOT = TransactionSnapshot(
    id="t1",
    csms_id=7,
    evse_id=1,
    connector_id=1,
    token=CARD,
    began=BEGAN,
    at=BEGAN.replace(minute=30),
    energy_wh=5510.0,
    charging_state=v21.ChargingStateEnumType.CHARGING,
)
NEEDS = v21.ChargingNeedsType(requested_energy_transfer=v21.EnergyTransferModeEnumType.DC)
PLAN = v21.ChargingScheduleType(
    id=1,
    charging_rate_unit=v21.ChargingRateUnitEnumType.W,
    charging_schedule_period=(v21.ChargingSchedulePeriodType(start_period=0, limit=3000.0),),
)
SAID: dict[StationEvent, str | None] = {
    Connected("1.6"): "connected, OCPP 1.6",
    Disconnected("the network is gone"): "no connection",
    Registered(v21.RegistrationStatusEnumType.PENDING): "the operator says: Pending",
    StatusChanged(2, 1, v21.ConnectorStatusEnumType.FAULTED): "socket 2: Faulted",
    FaultRaised(Fault(1, FaultCode.LOCK, "")): (
        "socket 1: out of order, ConnectorPlugRetentionLock"
    ),
    FaultRaised(Fault(0, FaultCode.EMERGENCY_STOP, "button 2")): (
        "charger: out of order, EmergencyStop button 2"
    ),
    FaultCleared(Fault(0, FaultCode.EMERGENCY_STOP, "")): (
        "charger: works again, no EmergencyStop any more"
    ),
    LimitChanged(1, 10.0): "socket 1: 10 A",
    LimitChanged(1, None): "socket 1: full power",
    ChargingNeedsTold(1, NEEDS): "socket 1: your car says what it needs",
    ChargingScheduleTaken(1, PLAN, True): "socket 1: your car knows when it charges",
    TokenAccepted(1, CARD): "socket 1: welcome",
    TokenRefused(None, CARD, "Blocked"): "card refused: Blocked",
    TransactionStarted(SNAPSHOT): "socket 1: begins",
    TransactionUpdated(SNAPSHOT, v21.TriggerReasonEnumType.METER_VALUE_PERIODIC): (
        "socket 1: 5.51 kWh in 30 min, Charging"
    ),
    TransactionEnded(SNAPSHOT, Reason.EV_DISCONNECTED): (
        "socket 1: ended (EVDisconnected), 5.51 kWh in 30 min, Charging"
    ),
    EventsMissed(3): "(3 lines are missing here)",
    CallAnswered("Heartbeat", 0.1, None): None,
    MessageGivenUp("t1", "refused"): None,
    LogUploading("log.zip", 100, 2000): None,
    LogUploadEnded("log.zip", v21.UploadLogStatusEnumType.UPLOADED, None): None,
    FirmwareStatusChanged(v21.FirmwareStatusEnumType.INSTALLED, 1, None): "new firmware: Installed",
    FirmwareDownloading(100, 2000): None,
    FirmwareInstalling(50): None,
    FirmwarePublishingChanged(v21.PublishFirmwareStatusEnumType.DOWNLOADED, 1, (), None): None,
    TransactionNumbered("t1", 7): None,
}


@pytest.mark.parametrize(("event", "text"), SAID.items())
def test_what_the_display_says(event: StationEvent, text: str | None) -> None:
    assert display.line(event) == text
    assert CARD.value not in (text or "")


def test_the_display_has_words_for_every_event() -> None:
    assert {type(event) for event in SAID} == set(get_args(StationEvent))


# A vendor's extension.


def extended(s: Scene) -> Extension:
    return Extension(cast("Station", s.station))  # of whatever hardware


@virtual_time
async def test_the_operator_shows_a_text() -> None:
    async with scene("2.1") as s:
        extension = extended(s)
        answer = await s.csms.call(transfer("Show", {"text": "Welcome", "seconds": 5}))
        assert answer.status is v21.DataTransferStatusEnumType.ACCEPTED
        assert answer.data == {"instead_of": ""}
        assert extension.on_display == "Welcome"
        answer = await s.csms.call(transfer("Show", {"text": "x" * 41}))
        assert answer.status is v21.DataTransferStatusEnumType.REJECTED
        answer = await s.csms.call(transfer("Show", {"seconds": 5}))  # and no text
        assert answer.status is v21.DataTransferStatusEnumType.REJECTED
        answer = await s.csms.call(transfer("Hide", None))
        assert answer.status is v21.DataTransferStatusEnumType.UNKNOWN_MESSAGE_ID
        assert extension.on_display == "Welcome"


def transfer(message_id: str, data: JsonValue) -> v21.DataTransferRequest:
    return v21.DataTransferRequest(vendor_id=VENDOR, message_id=message_id, data=data)


@virtual_time
async def test_the_station_asks_for_the_price() -> None:
    csms = Opponent()
    csms.answer(
        v21.DataTransferRequest,
        lambda _: v21.DataTransferResponse(
            status=v21.DataTransferStatusEnumType.ACCEPTED, data={"cents_per_kwh": 42}
        ),
    )
    async with scene("2.1", csms=csms) as s:
        assert await extended(s).price(1) == "0.42 a kWh"
        [asked] = csms.requests(v21.DataTransferRequest)
        assert (asked.vendor_id, asked.message_id, asked.data) == (VENDOR, "Price", {"evse": 1})


@virtual_time
async def test_no_reset_while_somebody_works_on_it() -> None:
    async with scene("2.1") as s:
        extension = extended(s)
        extension.service = True
        request = v21.ResetRequest(type=v21.ResetEnumType.IMMEDIATE)
        answer = await s.csms.call(request)
        assert answer.status is v21.ResetStatusEnumType.REJECTED
        await s.wait(60)
        assert len(s.csms.requests(v21.BootNotificationRequest)) == 1

        extension.service = False
        answer = await s.csms.call(request)
        assert answer.status is v21.ResetStatusEnumType.ACCEPTED
        await s.hears(v21.BootNotificationRequest, count=2)
        assert extension.diary == ["reset Immediate: Rejected", "reset Immediate: Accepted"]


@virtual_time
async def test_what_is_set_is_heard_and_set() -> None:
    async with scene("2.1") as s:
        extension = extended(s)
        answer = await s.csms.call(interval_of(30))
        [result] = answer.set_variable_result
        assert result.attribute_status is v21.SetVariableStatusEnumType.ACCEPTED
        await s.wait(1)
        assert extension.diary == ["set SampledDataCtrlr.TxUpdatedInterval"]
        assert s.station.device_model[SampledDataCtrlr.TxUpdatedInterval] == 30


@virtual_time
async def test_cards_that_are_known_here_are_nobody_elses_business() -> None:
    async with scene("2.1") as s:
        extended(s)
        await s.evse.plug_in(ElectricVehicle())
        assert not await s.station.evse(1).authorize("0BAD")
        assert await s.station.evse(1).authorize("04E3")
        await s.wait(30)
        assert s.evse.contactor.closed
        assert not s.csms.requests(v21.AuthorizeRequest)
        assert await s.station.evse(1).stop()
        await s.evse.unplug()
        await s.evse.plug_in(ElectricVehicle())
        assert await s.station.evse(1).authorize(TOKEN)
        assert len(s.csms.requests(v21.AuthorizeRequest)) == 1


@virtual_time
async def test_nothing_begins_while_somebody_works_on_it() -> None:
    async with scene("2.1") as s:
        extension = extended(s)
        extension.service = True
        refused: list[str] = []
        s.station.listen(
            lambda e: refused.append(e.reason) if isinstance(e, TokenRefused) else None
        )
        await s.plug_in_and_swipe()
        await s.wait(30)
        assert refused == ["somebody is working on socket 1"]
        assert not s.evse.contactor.closed


def test_the_extension_tried_by_a_csms(capsys: pytest.CaptureFixture[str]) -> None:
    with asyncio.Runner(loop_factory=lambda: AcceleratedEventLoop(10)) as runner:
        runner.run(vendor_extension.main())
    assert capsys.readouterr().out.splitlines() == [
        "show 'Welcome': Accepted {'instead_of': ''}",
        "show 'Closed from 10 to 12': Accepted {'instead_of': 'Welcome'}",
        f"show {TOO_LONG!r}: Rejected the display has 40 characters",
        "price unknown (UnknownVendorId)",
        "remote start in service: Rejected",
        "reset in service: Rejected",
        "card 0BAD: False",
        "card 04E3: True",
        "socket 1: Charging",
        "reset: Accepted",
        "the diary:",
        "  set SampledDataCtrlr.TxUpdatedInterval",
        "  reset Immediate: Rejected",
        "  reset Immediate: Accepted",
    ]


# All of them, and the page.


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_the_examples_use_what_is_public(example: Path) -> None:
    for node in ast.walk(ast.parse(example.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            modules = [each.name for each in node.names if each.name.startswith("pilotwire")]
            assert all(ROWS[module].startswith("all") for module in modules)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("pilotwire"):
            module = str(node.module)
            parent = ROWS.get(module.rpartition(".")[0], "")
            row = ROWS.get(module) or ("all" if module.rpartition(".")[2] in names(parent) else "")
            imported = {each.name for each in node.names}
            whole = {name for name in imported if f"{module}.{name}" in ROWS}
            assert row.startswith("all") or imported - whole <= set(names(row)), (module, imported)


def test_the_page_has_the_whole_program_and_its_test() -> None:
    shown = "".join(re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL))
    files = ("one_socket.py", "test_one_socket.py")
    whole = "".join((ROOT / "examples" / file).read_text("utf-8") for file in files)
    assert lines(shown) == lines(whole)


def lines(program: str) -> list[str]:
    """All that are not empty."""
    return [line for line in program.splitlines() if line]
