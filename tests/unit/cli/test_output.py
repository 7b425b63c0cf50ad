"""Standard output that nobody reads, that is full or closed; and signals: no command minds."""

import json
import os
import re
import shlex
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from pilotwire.cli.csms import url_of
from pilotwire.store import StationRecords, Store
from tests.unit.cli.commands import LIMIT, ROOT, process

MAIN = f"{shlex.quote(sys.executable)} -m pilotwire"
ENVIRONMENT = {
    **os.environ,
    "PYTHONPATH": os.pathsep.join(str(ROOT / each) for each in ("generated", "runtime", "hal")),
}


def shell(line: str) -> "subprocess.CompletedProcess[str]":
    """Run a line of bash in which `pilotwire` is the command."""
    return subprocess.run(  # noqa: S603 -- our own interpreter
        ["bash", "-o", "pipefail", "-c", re.sub(r"\bpilotwire ", f"{MAIN} ", line)],  # noqa: S607 -- bash of the system, a line of our own
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        timeout=LIMIT,
        check=False,
    )


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store whose rows do not fit into a pipe."""
    path = tmp_path / "station.db"
    with Store(path) as store:
        records = StationRecords(store, "CS-1")
        with store.atomic():
            for number in range(3000):
                records.state.set(f"fact {number}", "x" * 50)
    return path


@pytest.mark.parametrize(
    "command",
    [
        "run --help",
        "-h",
        "csms --port 0",
        "demo --once --speed 1000",
        "store check STORE",
        "store export STORE",
    ],
)
def test_who_has_read_enough_ends_the_command_quietly(command: str, store: Path) -> None:
    done = shell(f"pilotwire {command.replace('STORE', str(store))} | head -n 0")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    "command",
    [
        *("store export STORE", "store check STORE", "csms --port 0", "demo --once"),
        *("-V", "-h", "run -h", "--show-completion bash"),
    ],
)
@pytest.mark.parametrize("output", [">/dev/full", ">&-"])
def test_an_output_that_takes_nothing_is_one_line(command: str, output: str, store: Path) -> None:
    done = shell(f"pilotwire {command.replace('STORE', str(store))} {output}")
    assert done.returncode == 6
    [line] = done.stderr.splitlines()
    assert line.startswith("pilotwire: error: standard output can't be written: ")
    assert ("No space left on device" if "full" in output else "Bad file descriptor") in line


def test_an_output_that_failed_stays_so_for_those_who_try_again() -> None:
    for unbuffered in ("", "1"):
        done = shell(f"export PYTHONUNBUFFERED={unbuffered}; pilotwire -V >/dev/full")
        assert done.returncode == 6


def test_a_station_needs_no_standard_output(tmp_path: Path) -> None:
    """Nor does a file of its become one of the standard streams."""
    store = tmp_path / "station.db"
    options = f"--csms ws://127.0.0.1:1 --id A --store {store} --patience 5 --speed 100"
    done = shell(f"pilotwire run {options} <&- >&-")
    assert done.returncode == 5
    assert "no CSMS has accepted" in done.stderr
    assert shell(f"pilotwire run {options} <&- >&- 2>&-").returncode == 5
    with Store(store):
        pass


@pytest.fixture
def hangups_end_processes() -> Iterator[None]:
    """Even where the tests run under nohup, which their processes would inherit."""
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGHUP, before)


@pytest.mark.usefixtures("hangups_end_processes")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_signals_end_a_station_and_a_csms_in_good_order(number: signal.Signals) -> None:
    with process("csms", "--port", "0", "--host", "::1") as csms:
        url = csms.wait_for("listening on ").partition(" on ")[2].split()[0]
        assert re.fullmatch(r"ws://\[::1\]:\d+", url)
        with process("run", "--csms", url, "--id", "A", "--store", ":memory:") as station:
            station.wait_for("accepted by the CSMS")
            station.send(number)
            assert station.end()[0] == 0
        csms.wait_for("A disconnected")
        csms.send(number)
        code, shown = csms.end()
    assert (code, "Traceback" in shown) == (0, False)


def test_nohup_is_heeded() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with process("csms", "--port", "0") as csms:
            url = csms.wait_for("listening on ").partition(" on ")[2].split()[0]
            csms.send(signal.SIGHUP)
            with process("run", "--csms", url, "--id", "A", "--store", ":memory:"):
                csms.wait_for("A connected")
            csms.send(signal.SIGTERM)
            assert csms.end()[0] == 0
    finally:
        signal.signal(signal.SIGHUP, before)


def test_a_signal_leaves_no_copy_of_a_store_behind(store: Path, tmp_path: Path) -> None:
    copies = tmp_path / "copies"
    copies.mkdir()
    # The reader never reads, so that the command hangs with its copy open.
    line = (
        f"export TMPDIR={copies}; mkfifo {tmp_path}/pipe; exec 3<>{tmp_path}/pipe;"
        f' pilotwire store export {store} >&3 & while [ -z "$(ls {copies})" ]; do :; done;'
        " kill -TERM $!; wait $!"
    )
    done = shell(line)
    assert done.returncode == 128 + signal.SIGTERM
    assert not list(copies.iterdir())
    assert "Traceback" not in done.stderr


def test_logs_have_dates_and_can_be_json() -> None:
    run = "pilotwire run --csms ws://127.0.0.1:1 --id A --store :memory: --patience 5 --speed 100"
    lines = shell(run).stderr.splitlines()
    assert re.match(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d INFO    A keeps its records", lines[0])
    *objects, last = shell(f"{run} --log-format json --log-level warning").stderr.splitlines()
    assert last.startswith("pilotwire: error: ")
    first = json.loads(objects[0])
    assert set(first) == {"time", "level", "logger", "message", "station"}
    assert first["station"] == "A"
    assert first["level"] == "warning"
    assert datetime.fromisoformat(first["time"]).tzinfo is not None


def test_events_of_a_csms_can_be_json() -> None:
    with process("csms", "--port", "0", "--log-format", "json") as csms:
        listening = json.loads(csms.wait_for("listening on "))
        url = listening["message"].split()[2]
        with process("run", "--csms", url, "--id", "A", "--store", ":memory:"):
            event = json.loads(csms.wait_for("StationConnected"))
        assert event["station"] == "A"


def test_addresses_make_urls() -> None:
    assert url_of("127.0.0.1", 9000) == "ws://127.0.0.1:9000"
    assert url_of("::1", 9000, secure=True) == "wss://[::1]:9000"
    assert url_of("fe80::1%eth0", 1) == "ws://[fe80::1%25eth0]:1"


def test_shells_can_complete() -> None:
    assert "pilotwire" in shell("pilotwire --show-completion bash").stdout
    done = subprocess.run(
        [sys.executable, "-m", "pilotwire"],
        env={
            **ENVIRONMENT,
            "_PILOTWIRE_COMPLETE": "complete_bash",
            "COMP_WORDS": "pilotwire run --ocpp ",
            "COMP_CWORD": "3",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.split() == ["1.6", "2.0.1", "2.1"]
