"""The demo shows a session and ends cleanly, on a terminal or not."""

import json
import os
import pty
import signal
import stat
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from tests.support.editions import IN_ALL
from tests.unit.cli.commands import LIMIT, ROOT, pilotwire, process

FAST = ("--speed", "2000")


@IN_ALL
def test_once_shows_one_session_and_sums_it_up(
    version: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    trace = tmp_path / "trace"
    assert pilotwire("demo", "--once", "--ocpp", version, *FAST, "--trace", str(trace)) == 0

    shown, errors = capsys.readouterr()
    lines = shown.splitlines()
    assert not errors
    assert any("-- EVSE 1: the driver shows a card" in line for line in lines)
    summary = dict(line.strip().split(": ", 1) for line in lines if line.startswith("  "))
    start, stop, delivered = (
        int(summary[f"energy {each}"].removesuffix(" Wh"))
        for each in ("at start", "at stop", "delivered")
    )
    assert 1500 < delivered < 3000
    assert stop - start == pytest.approx(delivered, abs=1)

    frames = [json.loads(line) for line in trace.read_text().splitlines()]
    assert stat.S_IMODE(trace.stat().st_mode) == 0o600
    assert all(set(each) == {"time", "direction", "frame"} for each in frames)
    assert {each["direction"] for each in frames} == {"sent", "received"}
    times = [datetime.fromisoformat(each["time"]) for each in frames]
    assert times == sorted(times)
    assert 700 < (times[-1] - times[0]).total_seconds() < 1200
    messages = [json.loads(each["frame"]) for each in frames]
    actions = [message[2] for message in messages if message[0] == 2]
    assert actions[0] == "BootNotification"
    begin = "StartTransaction" if version == "1.6" else "TransactionEvent"
    assert begin in actions
    assert f"{begin} {actions.count(begin)}" in lines[-1]
    if version == "1.6":
        assert summary["transaction id"] == "1"
    else:
        assert any(summary["transaction id"] in each["frame"] for each in frames)
    assert "04A1B2C3" not in shown


def test_goes_on_until_it_is_interrupted_and_then_ends_the_sessions(tmp_path: Path) -> None:
    with process("demo", "--speed", "600", "--trace", str(tmp_path / "trace")) as demo:
        demo.wait_for("the car charges")
        demo.send(signal.SIGINT)
        code, shown = demo.end()
    assert code == 0
    assert "Traceback" not in shown
    assert "ended, Reboot" in shown
    assert '\\"Ended\\"' in (tmp_path / "trace").read_text()


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_once_that_is_interrupted_says_so_by_its_exit_code(number: int, code: int) -> None:
    with process("demo", "--once", "--speed", "10") as demo:
        demo.wait_for("a car arrives")
        demo.send(number)
        assert demo.end()[0] == code
        assert "Traceback" not in "".join(demo.seen)


@pytest.mark.parametrize(("columns", "rows"), [(100, 30), (80, 24), (40, 8)])
def test_paints_a_picture_on_a_terminal(columns: int, rows: int) -> None:
    roots = os.pathsep.join(str(ROOT / each) for each in ("generated", "runtime", "hal"))
    own, theirs = pty.openpty()
    with subprocess.Popen(  # noqa: S603 -- our own interpreter
        [sys.executable, "-c", "from pilotwire.cli import main; main()", "demo", "--once", *FAST],
        stdout=theirs,
        stderr=theirs,
        env={
            **os.environ,
            "PYTHONPATH": roots,
            "TERM": "xterm-256color",
            "COLUMNS": str(columns),
            "LINES": str(rows),
        },
    ) as demo:
        os.close(theirs)
        shown = b""
        while True:
            try:
                piece = os.read(own, 65536)
            except OSError:  # the other end is closed
                break
            if not piece:
                break
            shown += piece
        os.close(own)
        assert demo.wait(LIMIT) == 0
    text = shown.decode()
    assert "\x1b[?1049h" in text  # the picture has a screen of its own
    assert "\x1b[?1049l" in text  # which is given back
    assert "pilotwire demo" in text or columns < 80
    assert "energy delivered: " in text.rpartition("\x1b[?1049l")[2]
    assert "Traceback" not in text
