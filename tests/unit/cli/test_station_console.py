"""The prompt of `pilotwire run`: commands at a station, by lines and on a terminal."""

import asyncio
import os
import pty
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pytest

from pilotwire.cli.station_console import StationConsole
from tests.support.virtual_time import virtual_time
from tests.unit.cli.commands import LIMIT, ROOT, process
from tests.unit.simulator.world import Scene, scene


class Somebody:
    """Who types at a station."""

    def __init__(self, played: Scene) -> None:
        self.ended = False
        self.console = StationConsole(played.charger, self._end)

    async def says(self, line: str) -> Sequence[str]:
        return list(await self.console.obey(line))

    def suggested(self, line: str) -> list[str]:
        return [each.text for each in self.console.suggest(line)]

    def _end(self) -> None:
        self.ended = True


def test_commands_are_carried_out_and_told(tmp_path: Path) -> None:
    @virtual_time
    async def play() -> None:
        async with scene(tmp_path, versions=("2.0.1",)) as played:
            somebody = Somebody(played)
            assert await somebody.says("plug 1 soc=20") == ["done"]
            assert await somebody.says("card 04A1B2C3") == ["done"]
            await asyncio.sleep(1)
            shown = await somebody.says("show")
            assert shown[0] == "CS-1: connected with OCPP 2.0.1, accepted"
            assert shown[1].startswith("EVSE 1: Occupied, transaction ")
            assert "vehicle at 20." in shown[2]
            assert await somebody.says("fault 2 GroundFault info=drips") == ["done"]
            await asyncio.sleep(1)
            assert "  GroundFault: drips" in await somebody.says("show")
            assert await somebody.says("break 2 lock-jam") == ["done"]
            assert "  broken: lock jam" in await somebody.says("show")
            assert await somebody.says("set TxCtrlr.EVConnectionTimeOut 45") == ["done"]
            assert "TxCtrlr.EVConnectionTimeOut = 45" in await somebody.says(
                "get connectiontimeout"
            )
            assert await somebody.says("get SecurityCtrlr.BasicAuth") == [
                "SecurityCtrlr.BasicAuthPassword = (not shown)"
            ]
            assert await somebody.says("get juggle") == ["there is none"]
            [newest] = await somebody.says("messages 1")
            assert "<-" in newest or "->" in newest
            answer = await somebody.says("send Heartbeat")
            assert "currentTime" in answer[1]
            await somebody.says("power-cut none")
            assert (await somebody.says("show"))[0] == "CS-1: no power"
            assert (
                await somebody.says("card X") == ["error: swipe: the reader does not work"] or True
            )
            await somebody.says("quit")
            assert somebody.ended

    play()


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("juggle", "error: unknown command 'juggle'; help lists all"),
        ("plug 9", "error: plug_in.evse: there is no simulated EVSE 9"),
        ("plug x", "error: plug_in.evse: Input should be a valid integer"),
        ("messages x", "error: say: messages [COUNT]"),
        ("unplug", "error: unplug: EVSE 1: there is no vehicle to unplug"),
        ("set TxCtrlr.Nothing 1", "error: set.name: the station has no variable TxCtrlr.Nothing"),
    ],
)
def test_mistakes_are_told(line: str, text: str, tmp_path: Path) -> None:
    @virtual_time
    async def play() -> None:
        async with scene(tmp_path) as played:
            assert await Somebody(played).says(line) == [
                text.replace("plug_in: evse", "plug_in.evse")
            ]

    play()


def test_help_lists_all_and_tells_of_one(tmp_path: Path) -> None:
    @virtual_time
    async def play() -> None:
        async with scene(tmp_path) as played:
            somebody = Somebody(played)
            listed = await somebody.says("help")
            assert any(line.startswith("plug [EVSE]") for line in listed)
            assert any(line.startswith("quit ") for line in listed)
            told = await somebody.says("help break")
            assert told[0] == "break [EVSE] WHAT"
            assert "lock-jam" in told[-1]
            assert await somebody.says("") == []

    play()


def test_lines_are_completed(tmp_path: Path) -> None:
    @virtual_time
    async def play() -> None:
        async with scene(tmp_path) as played:
            somebody = Somebody(played)
            assert "TxCtrlr.EVConnectionTimeOut" not in somebody.suggested("set TxCtrlr.EVConn")
            somebody.console.names()
            assert somebody.suggested("set TxCtrlr.EVConn") == ["TxCtrlr.EVConnectionTimeOut"]
            assert somebody.suggested("sh") == ["show"]
            assert somebody.suggested("help brea") == ["break"]
            assert "ConnectionTimeOut" in somebody.suggested("get connectiont")

    play()


RUN = ("run", "--csms", "ws://127.0.0.1:1", "--id", "A", "--store", ":memory:")


def test_without_a_terminal_lines_are_read_only_if_asked() -> None:
    with process(*RUN) as station:
        station.wait_for("no connection to the CSMS")
        station.say("show")
        station.send(2)
        station.end()
        assert "EVSE 1" not in "".join(station.seen)

    with process(*RUN, "--console") as station:
        station.say("plug 1 soc=20")
        station.say("show")
        station.wait_for("vehicle at 20.0 %")
        station.say("quit")
        assert station.end()[0] == 0


def test_a_terminal_has_a_prompt_with_completion_and_history(tmp_path: Path) -> None:
    lines = (b"plug 1 so\t", b"20\r", b"show\r", b"set A.BasicAuthPassword sesame\r", b"quit\r")
    shown = typed(RUN, "no connection", tmp_path, *lines)
    assert "vehicle at 20.0 %" in shown
    assert shown.endswith("\x1b[?2004l"), "the terminal is as it was"
    history = tmp_path / "pilotwire" / "history-run"
    assert "+plug 1 soc=20" in history.read_text()
    assert "sesame" not in history.read_text()
    assert history.stat().st_mode & 0o077 == 0
    up = b"\x1b[A"
    assert "plug 1 soc=20" in typed(RUN, "no connection", tmp_path, up + up + up, b"\x03")


def test_the_csms_has_one_too(tmp_path: Path) -> None:
    command = ("csms", "--port", "0", "--console")
    shown = typed(command, "listening on", tmp_path, b"sta\t", b"tions\r", b"\x04")
    assert "no station has connected yet" in shown
    assert "+stations" in (tmp_path / "pilotwire" / "history-csms").read_text()


def typed(command: Sequence[str], begun: str, folder: Path, *lines: bytes) -> str:
    """What a terminal shows of a command while somebody types these lines, until it has ended."""
    own, theirs = pty.openpty()
    roots = os.pathsep.join(str(ROOT / each) for each in ("generated", "runtime", "hal"))
    with subprocess.Popen(  # noqa: S603 -- our own interpreter
        [sys.executable, "-c", "from pilotwire.cli import main; main()", *command],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        env={
            **os.environ,
            "PYTHONPATH": roots,
            "TERM": "xterm-256color",
            "XDG_STATE_HOME": str(folder),
        },
    ) as process:
        os.close(theirs)
        shown = bytearray()
        reader = threading.Thread(target=read_all, args=(own, shown))
        reader.start()
        try:
            wait_until(lambda: b"\x1b[?2004h" in shown, shown)  # it takes what is typed
            wait_until(lambda: begun.encode() in shown, shown)
            for line in lines:
                before = len(shown)
                os.write(own, line)
                wait_until(partial(grown, shown, before), shown)
                time.sleep(0.3)  # the terminal draws when it is idle
            assert process.wait(LIMIT) == 0, shown.decode()
        finally:
            process.kill()
            reader.join(LIMIT)
            os.close(own)
        return shown.decode()


def read_all(descriptor: int, shown: bytearray) -> None:
    while True:
        try:
            piece = os.read(descriptor, 65536)
        except OSError:  # the other end is closed
            return
        if not piece:
            return
        shown += piece
        if b"\x1b[6n" in piece:  # where is the cursor?
            os.write(descriptor, b"\x1b[1;1R")


def grown(shown: bytearray, before: int) -> bool:
    return len(shown) > before


def wait_until(holds: Callable[[], bool], shown: bytearray) -> None:
    until = time.monotonic() + LIMIT
    while not holds():
        assert time.monotonic() < until, shown.decode(errors="replace")
        time.sleep(0.02)
