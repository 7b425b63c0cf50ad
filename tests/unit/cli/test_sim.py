"""`pilotwire sim`: stations that are driven over HTTP, and who may do that."""

import signal
from pathlib import Path

import httpx
import pytest

from pilotwire.simulator import Want
from pilotwire.simulator.acts import PlugIn, SetVariable, Swipe
from pilotwire.simulator.client import Client, SimulatorUnreachableError
from tests.unit.cli.commands import Process, process
from tests.unit.cli.test_mistakes import mistake

ALL = "0.0.0.0"  # noqa: S104 -- with a token
ANYWHERE = ("--port", "0", "--csms-port", "0")


def url_of(simulator: Process) -> str:
    return simulator.wait_for("listening on http").partition(" on ")[2].strip()


def test_stations_charge_at_a_csms_within() -> None:
    options = ("--stations", "2", "--evses", "1", "--ocpp", "2.0.1", "--speed", "60")
    with process("sim", *ANYWHERE, *options) as simulator:
        assert simulator.wait_for("the CSMS listens on ws://127.0.0.1:")
        with Client(url_of(simulator)) as client:
            assert [each.identity for each in client.stations()] == ["SIM-1", "SIM-2"]
            assert client.simulator().speed == 60
            client.do("SIM-2", PlugIn())
            client.wait_for("SIM-2", Want(action="BootNotification", kind="result", since=0))
            client.do("SIM-2", Swipe(token="04A1B2C3"))
            told = client.wait_for("SIM-2", Want(action="TransactionEvent", since=0, within=600))
            assert told.version == "2.0.1"
            assert client.csms().stations[1].sessions
        simulator.send(signal.SIGTERM)
        code, shown = simulator.end()
    assert code == 0
    assert "Traceback" not in shown


def test_what_stations_keep_outlasts_the_command(tmp_path: Path) -> None:
    for value in ("60", "45"):
        with process("sim", *ANYWHERE, "--store", str(tmp_path / "kept")) as simulator:
            with Client(url_of(simulator)) as client:
                variables = {each.name: each.value for each in client.variables("SIM")}
                assert variables["TxCtrlr.EVConnectionTimeOut"] == value
                client.do("SIM", SetVariable(name="ConnectionTimeOut", value="45"))
            simulator.send(signal.SIGINT)
            assert simulator.end()[0] == 0
    assert (tmp_path / "kept").stat().st_mode & 0o077 == 0


def test_beyond_this_computer_a_token_is_asked_for(tmp_path: Path) -> None:
    csms = ("--csms", "ws://127.0.0.1:1")
    with process("sim", "--port", "0", "--host", ALL, *csms) as simulator:
        url, _, token = url_of(simulator).replace(ALL, "127.0.0.1").partition("/?token=")
        with Client(url) as stranger, pytest.raises(SimulatorUnreachableError, match="HTTP 401"):
            stranger.stations()
        with Client(url, token=token) as client:
            assert client.stations()
        simulator.send(signal.SIGINT)
        simulator.end()
    file = tmp_path / "token"
    file.write_text("sesame-and-more\n")
    file.chmod(0o600)
    with process("sim", "--port", "0", "--token-file", str(file), *csms) as simulator:
        url = url_of(simulator)
        assert "sesame" not in "".join(simulator.seen)
        assert httpx.get(f"{url}/api/v1/stations").status_code == 401
        with Client(url, token="sesame-and-more") as client:
            assert client.stations()
        simulator.send(signal.SIGINT)
        simulator.end()


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (("--csms", "http://x"), "must begin with ws:// or wss://"),
        (("--csms", "ws://csms.example"), "--csms: "),
        (("--id", "a b"), "--id: "),
        (("--ocpp", "3.0"), "3.0"),
        (("--speed", "0"), "--speed"),
        (("--password-file", "/nonexistent"), "/nonexistent"),
        (("--token-file", "/nonexistent"), "/nonexistent"),
        (("--csms", "wss://x", "--ca-file", "/nonexistent"), "/nonexistent"),
        (("--ca-file", "/nonexistent"), "--ca-file: is for a URL that begins with wss://"),
        (("--store", "/proc/nothing"), "/proc/nothing"),
        (("--host", "192.0.2.1"), "cannot listen on 192.0.2.1:"),
    ],
)
def test_mistakes_are_told(
    arguments: tuple[str, ...], text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert text in mistake(capsys, "sim", *ANYWHERE, *arguments)
