"""A station and a CSMS in processes of their own."""

import io
import json
import signal
import sys
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import trustme

from pilotwire.cli.errors import CliError
from pilotwire.cli.logs import LogFormat
from pilotwire.cli.run import Settings, configured, default_store, read_password
from pilotwire.csms import Csms
from pilotwire.hal.simulated import SimulatedUpdater
from tests.support.editions import IN_ALL
from tests.support.web_server import served
from tests.unit.cli.commands import process


@IN_ALL
def test_station_and_csms_meet_and_part(version: str, tmp_path: Path) -> None:
    trace, store = tmp_path / "trace", tmp_path / "station.db"
    with process("csms", "--port", "0", "--trace", str(trace)) as csms:
        listening = csms.wait_for("listening on ")
        assert listening.endswith("for OCPP 1.6, 2.0.1 and 2.1\n")
        url = listening.partition(" on ")[2].split()[0]
        assert "every token is accepted" in csms.wait_for("--token")
        arguments = ("--id", "CS 1", "--ocpp", version, "--store", str(store), "--verbose")
        with process("run", "--csms", url, *arguments) as station:
            station.wait_for("INFO    CS 1: accepted by the CSMS")
            station.wait_for("DEBUG   <- StatusNotification")
            assert f"OCPP {version}" in csms.wait_for("CS 1 connected")
            station.send(signal.SIGTERM)
            code, shown = station.end()
            assert (code, "Traceback" in shown) == (0, False)
        csms.wait_for("CS 1 disconnected")
        csms.send(signal.SIGINT)
        assert csms.end()[0] == 0
    first = json.loads(trace.read_text().splitlines()[0])
    assert (first["station"], first["direction"]) == ("CS 1", "sent")
    assert json.loads(first["frame"])[2] == "BootNotification"
    assert store.exists()


@pytest.mark.parametrize(
    ("accepted", "said", "spoken"),
    [((), "1.6, 2.0.1 and 2.1", "2.1"), (("2.0.1", "1.6"), "2.0.1 and 1.6", "2.0.1")],
)
def test_they_speak_the_newest_version_that_both_know(
    accepted: tuple[str, ...], said: str, spoken: str
) -> None:
    versions = [word for version in accepted for word in ("--ocpp", version)]
    with process("csms", "--port", "0", *versions) as csms:
        listening = csms.wait_for("listening on ")
        assert listening.endswith(f"for OCPP {said}\n")
        url = listening.partition(" on ")[2].split()[0]
        with process("run", "--csms", url, "--id", "A", "--store", ":memory:") as station:
            assert f"OCPP {spoken}\n" in station.wait_for("connected to the CSMS")


def test_firmware_of_a_simulated_station_is_updated(tmp_path: Path) -> None:
    (tmp_path / "image.bin").write_bytes(SimulatedUpdater.image("2.0"))
    station_is = ("--id", "CS-1", "--store", ":memory:", "--files", str(tmp_path / "files"))
    firmware = ("--firmware", "1.0", "--unsigned-firmware", "--speed", "20")
    with served(tmp_path) as files, process("csms", "--port", "0", "--console") as csms:
        url = csms.wait_for("listening on ").partition(" on ")[2].split()[0]
        with process("run", "--csms", url, *station_is, *firmware) as station:
            station.wait_for("accepted by the CSMS")
            csms.say(f"update CS-1 {files}image.bin")
            csms.wait_for("firmware 1: Installed")
            station.send(signal.SIGTERM)
            assert station.end()[0] == 0


def test_a_station_waits_for_a_csms_that_is_not_there(tmp_path: Path) -> None:
    store = str(tmp_path / "station.db")
    with process("run", "--csms", "ws://127.0.0.1:1", "--id", "A", "--store", store) as station:
        assert "WARNING" in station.wait_for("no connection to the CSMS")
        station.send(signal.SIGINT)
        assert station.end()[0] == 0


def test_the_store_is_by_default_in_the_state_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    path = default_store("../CS 1")
    assert path == tmp_path / "state" / "pilotwire" / "..%2FCS%201.db"
    assert path.parent.stat().st_mode & 0o077 == 0
    monkeypatch.delenv("XDG_STATE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert default_store("A") == tmp_path / ".local" / "state" / "pilotwire" / "A.db"
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    with pytest.raises(CliError, match="use --store"):
        default_store("A")


@pytest.mark.parametrize(
    ("content", "password"),
    [
        (b"secret", "secret"),
        (b"secret\n", "secret"),
        (b"secret\r\n", "secret"),
        (b" a\n\n", " a\n"),
    ],
)
def test_a_password_is_all_of_its_file_but_one_newline(
    content: bytes, password: str, tmp_path: Path
) -> None:
    path = tmp_path / "password"
    path.write_bytes(content)
    assert read_password(path) == password


@pytest.mark.parametrize("content", [None, b"", b"\n", b"\xff\xfe"])
def test_a_file_that_holds_no_password_is_refused(content: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "password"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CliError, match="the password file"):
        read_password(path)


@pytest.mark.parametrize(
    ("typed", "password"), [("secret\n", "secret"), ("secret", "secret"), (" a \n\n", " a ")]
)
def test_a_password_is_asked_for(
    typed: str, password: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    assert read_password(Path("-")) == password


def test_a_password_that_is_not_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    with pytest.raises(CliError, match="no password"):
        read_password(Path("-"))


def test_a_terminal_does_not_show_the_password(monkeypatch: pytest.MonkeyPatch) -> None:
    typed = io.StringIO("shown")
    typed.isatty = lambda: True  # type: ignore[method-assign]  # a terminal
    monkeypatch.setattr(sys, "stdin", typed)
    monkeypatch.setattr("pilotwire.cli.run.getpass", lambda _: "hidden")
    assert read_password(Path("-")) == "hidden"


def test_a_csms_with_a_certificate_and_passwords(tmp_path: Path) -> None:
    authority = trustme.CA()
    chain, ca = tmp_path / "chain.pem", tmp_path / "ca.pem"
    authority.issue_cert("127.0.0.1").private_key_and_cert_chain_pem.write_to_path(str(chain))
    authority.cert_pem.write_to_path(str(ca))
    passwords, mine = tmp_path / "passwords", tmp_path / "mine"
    passwords.write_text("# all there are\nA:open:sesame\n")
    mine.write_text("open:sesame\n")
    for path in (chain, passwords):
        path.chmod(0o600)
    options = ("--passwords", str(passwords), "--tls-cert", str(chain))
    with process("csms", "--port", "0", *options) as csms:
        url = csms.wait_for("listening on ").partition(" on ")[2].split()[0]
        assert url.startswith("wss://")
        run = ("run", "--csms", url, "--store", ":memory:", "--speed", "10", "--ca-file", str(ca))
        with process(*run, "--id", "B", "--patience", "5") as station:
            assert station.end()[0] == 5
        assert "refused the credentials" in "".join(station.seen)
        with process(*run, "--id", "A", "--password-file", str(mine)) as station:
            assert "open to others (mode 644)" in station.wait_for("the password file")
            station.wait_for("accepted by the CSMS")
        with process(*run[:-2], "--id", "A", "--patience", "5") as station:
            assert station.end()[0] == 5
        assert "certificate of the CSMS" in "".join(station.seen)
        csms.send(signal.SIGTERM)
        code, shown = csms.end()
    assert code == 0
    assert "sesame" not in shown
    assert "WARNING" not in shown


@pytest.mark.parametrize(
    ("host", "warnings"),
    [
        ("0.0.0.0", ["--passwords", "--tls-cert"]),  # noqa: S104 -- that is what it is about
        ("::", ["--passwords", "--tls-cert"]),
        ("127.0.0.2", []),
    ],
)
def test_a_csms_that_others_reach_warns_of_what_is_missing(host: str, warnings: list[str]) -> None:
    with process("csms", "--host", host, "--port", "0") as csms:
        csms.wait_for("no --token")
        for warning in warnings:
            csms.wait_for(warning)
        csms.send(signal.SIGTERM)
        assert csms.end()[1].count("WARNING") == len(warnings)


def test_a_password_is_sent_and_never_shown(tmp_path: Path) -> None:
    password = tmp_path / "password"
    password.write_text("open sesame\n")
    with process("csms", "--port", "0") as csms:
        url = csms.wait_for("listening on ").partition(" on ")[2].split()[0]
        arguments = ("--id", "A", "--store", ":memory:", "--password-file", str(password))
        with process("run", "--csms", url, *arguments, "--verbose") as station:
            station.wait_for("accepted by the CSMS")
            station.send(signal.SIGTERM)
            assert "sesame" not in station.end()[1]
    assert not Path(":memory:.meters").exists()
    assert "sesame" not in repr(Csms(passwords={"A": "open sesame"}))


FILE = """\
[station]
identity = "CS 1"
vendor = "Example"
model = "One"
[csms]
url = "ws://127.0.0.1:1"
password_file = "password"
[store]
file = "station.db"
[logging]
level = "debug"
[variables]
SampledDataCtrlr.TxUpdatedInterval = 7
[[evse]]
backend = "simulated"
[[evse]]
backend = "simulated"
kind = "sType2"
"""


def test_a_station_out_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "station.toml"
    path.write_text(FILE)
    (tmp_path / "password").write_text("a secret of CS 1")
    with process("csms", "--port", "0") as csms:
        url = csms.wait_for("listening on ").partition(" on ")[2].split()[0]
        # The option counts more than what the file has.
        trace = tmp_path / "trace"
        arguments = ("--config", str(path), "--csms", url, "--ocpp", "1.6", "--trace", str(trace))
        with process("run", *arguments, "--auto", "--speed", "60") as station:
            station.wait_for("INFO    CS 1: accepted by the CSMS")
            assert "OCPP 1.6" in csms.wait_for("CS 1 connected")
            assert any("DEBUG" in line for line in station.seen)
            station.wait_for("EVSE 2: ")
            station.send(signal.SIGTERM)
            assert station.end()[0] == 0
    first = json.loads(json.loads(trace.read_text().splitlines()[0])["frame"])
    assert first[3]["chargePointModel"] == "One"
    assert (tmp_path / "station.db").exists()


def test_paths_of_options_count_from_where_it_is_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "etc").mkdir()
    (tmp_path / "etc" / "station.toml").write_text(FILE)
    monkeypatch.chdir(tmp_path)
    options: dict[str, Any] = dict.fromkeys(each.name for each in fields(Settings))
    options |= {"config": Path("etc/station.toml"), "store": Path("mine.db")}
    options |= {"log_format": LogFormat.JSON, "versions": ("1.6",)}
    of: Any = Settings
    made = configured(of(**options))
    assert made.store.file == tmp_path / "mine.db"
    assert made.csms.password_file == tmp_path / "etc" / "password"
    assert made.csms.versions == ("1.6",)
    assert (made.logging.level, made.logging.format) == ("debug", "json")
    in_memory = configured(of(**options | {"store": Path(":memory:")}))
    assert str(in_memory.store.file) == ":memory:"
