"""What a command can't do is one line on standard error, and an exit code that says whose it is."""

import errno
import os
import socket
from collections.abc import Generator
from pathlib import Path

import pytest

from pilotwire.charging_station import CertificateFolder
from pilotwire.csms.authority import Authority
from pilotwire.store import Store, StoreUnwritableError
from tests.unit.cli.commands import pilotwire

RUN = ("run", "--csms", "ws://127.0.0.1:1", "--id", "A")


def mistake(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 2) -> str:
    """The line that a wrong command says."""
    assert pilotwire(*arguments) == code
    shown, errors = capsys.readouterr()
    assert not shown
    [line] = errors.splitlines()
    assert line.startswith("pilotwire: error: ")
    return line


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("demo", "--speed", "0.5"), "--speed"),
        (("demo", "--speed", "nan"), "--speed"),
        (("demo", "--speed", "fast"), "--speed"),
        (("demo", "--ocpp", "1.5"), "unknown OCPP version '1.5'"),
        (("demo", "--ocpp", "2.2"), "2.2"),
        (("demo", "--trace", "/nonexistent/trace"), "No such file or directory"),
        (("demo", "--trace", "/"), "Is a directory"),
        (("run",), "--csms"),
        (("run", "--csms", "http://x", "--id", "A"), "ws:// or wss://"),
        (("run", "--csms", "ws://u:secret@x", "--id", "A"), "credentials"),
        (("run", "--csms", "ws://x", "--id", "A:B"), "colon"),
        (("run", "--csms", "ws://x", "--id", "A"), "see --password-file and --unsecured"),
        ((*RUN, "--proxy", "ftp://x"), "--proxy: "),
        ((*RUN, "--ocpp", "3"), "unknown OCPP version '3'"),
        (("run", "--csms", "ws://x", "--id", "A" * 49), "48 characters of OCPP 2.1"),
        ((*RUN, "--token", ""), "1 to 36 characters"),
        ((*RUN, "--token", "7" * 37), "1 to 36 characters"),
        ((*RUN, "--ocpp", "1.6", "--token", "7" * 21), "1 to 20 characters in OCPP 1.6, not 21"),
        ((*RUN, "--ca-file", "ca.pem"), "wss://"),
        ((*RUN, "--ca-file", "ca.pem", "--certificates", "certificates"), "pilotwire cert import"),
        ((*RUN, "--one-csms-root"), "--certificates"),
        ((*RUN, "--certificates", "/dev/null"), "/dev/null cannot be used: File exists"),
        (("run", "--csms", "wss://x", "--id", "A", "--ca-file", "/nonexistent"), "No such file"),
        (("run", "--csms", "wss://x", "--id", "A", "--ca-file", "/etc/passwd"), "no certificate"),
        ((*RUN, "--speed", "0"), "--speed"),
        ((*RUN, "--patience", "0"), "--patience"),
        ((*RUN, "--log-level", "loud"), "--log-level"),
        ((*RUN, "--evses", "0"), "--evses"),
        (("run", "--csms", "ws://x"), "--id, or --config FILE"),
        (("run", "--config", "/nonexistent"), "/nonexistent: cannot be read: No such file"),
        (("run", "--config", "/etc/passwd"), "/etc/passwd:1: is no TOML: "),
        (("run", "--config", "x.toml", "--evses", "1"), "--evses does not go with --config"),
        (("run", "--config", "x.toml", "--firmware", "1"), "--firmware does not go with --config"),
        ((*RUN, "--unsigned-firmware"), "--unsigned-firmware does not go without --firmware"),
        ((*RUN, "--firmware", "1.0"), "--firmware: firmware comes as a file"),
        ((*RUN, "--firmware", "1.0", "--files", "/x"), "see --files, --certificates and --unsi"),
        (
            (*RUN, "--firmware", "", "--files", "/x", "--unsigned-firmware"),
            "--firmware: String should",
        ),
        (("hw", "test"), "--config"),
        (("hw", "test", "--config", "/nonexistent"), "/nonexistent: cannot be read"),
        ((*RUN, "--password-file", "/nonexistent"), "password file"),
        ((*RUN, "--store", "/nonexistent/station.db"), "/nonexistent/station.db"),
        (("csms", "--port", "65536"), "--port"),
        (("csms", "--token", "A", "--token", ""), "1 to 36 characters"),
        (("csms", "--host", "not a host"), "cannot listen"),
        (
            ("csms", "--ocpp", "2.1", "--ocpp", "3"),
            "unknown OCPP version '3'; known are 1.6, 2.0.1",
        ),
        (("csms", "--ocpp", "1.6", "--token", "7" * 21), "in OCPP 1.6"),
        (("csms", "--tls-key", "key.pem"), "--tls-cert"),
        (("csms", "--tls-cert", "/nonexistent"), "No such file"),
        (("csms", "--tls-cert", "/etc/passwd"), "no certificate with its key"),
        (("csms", "--passwords", "/nonexistent"), "No such file"),
        (("csms", "--tls", "ca", "--tls-cert", "chain.pem"), "without --tls-cert"),
        (("csms", "--tls", "ca", "--tls-key", "key.pem"), "without --tls-cert"),
        (("csms", "--tls-port", "9443"), "--tls-port needs --tls"),
        (("csms", "--tls-name", "example.com"), "--tls-name needs --tls"),
        (("csms", "--client-certificates"), "--client-certificates needs --tls"),
        (("csms", "--organization", "Example"), "--organization needs --tls"),
        (("csms", "--tls", "/dev/null"), "/dev/null cannot be used: File exists"),
        (("csms", "--max-connections", "0"), "--max-connections"),
        (("csms", "--unknown"), "--unknown"),
        (("unknown",), "unknown"),
    ],
)
def test_is_told(arguments: tuple[str, ...], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    line = mistake(capsys, *arguments)
    assert says in line
    assert "secret" not in line


FILE = """\
[station]
identity = "A"
vendor = "Example"
model = "One"
[csms]
url = "ws://127.0.0.1:1"
[[evse]]
backend = "board"
port = "/dev/ttyAMA0"
[[reader]]
kind = "keyboard"
device = "/dev/input/event0"
"""


@pytest.mark.parametrize(
    ("old", "new", "options", "says"),
    [
        ("", "", ("--auto",), "--auto is for simulated EVSEs"),
        ("", "", ("--speed", "60"), "--speed is for hardware that is simulated"),
        ("127.0.0.1", "csms.example", (), "station.toml:5: csms: neither TLS nor a password"),
        ("", "", ("--csms", "http://x"), "error: --csms: the CSMS URL must begin with ws://"),
        ("[[ev", "[[vs", (), "station.toml: evse: is missing; add it (and 1 more)"),
        ("", "", ("--certificates", "/dev/null"), "/dev/null cannot be used: File exists"),
        ("", "", ("--store", "/nonexistent/station.db"), "/nonexistent/station.db"),
    ],
)
def test_what_is_wrong_with_a_file_is_told(
    old: str,
    new: str,
    options: tuple[str, ...],
    says: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("pilotwire.configuration.station.find_spec", lambda name: name)
    path = tmp_path / "station.toml"
    path.write_text(FILE.replace(old, new))
    assert says in mistake(capsys, "run", "--config", str(path), *options)


def test_an_extra_that_is_missing_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pilotwire.configuration.station.find_spec", lambda _: None)
    path = tmp_path / "station.toml"
    path.write_text(FILE)
    for command in (("run",), ("hw", "test")):
        line = mistake(capsys, *command, "--config", str(path))
        assert line.endswith("the extra 'readers' is missing: pip install 'pilotwire[readers]'")
    assert [each.name for each in tmp_path.iterdir()] == ["station.toml"]


@pytest.fixture
def taken_port() -> Generator[int, None, None]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_a_port_in_use_is_told(taken_port: int, capsys: pytest.CaptureFixture[str]) -> None:
    line = mistake(capsys, "csms", "--port", str(taken_port))
    assert line.endswith(f"cannot listen on 127.0.0.1:{taken_port}: Address already in use")


def test_another_organization_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(tmp_path / "ca")
    taken = ("--port", "65536")
    mistake(capsys, "csms", "--tls", folder, "--organization", "x" * 65)
    Authority(folder, organization="Example Charging")
    assert "is of 'Example Charging'" in mistake(
        capsys, "csms", "--tls", folder, "--organization", "Another"
    )
    assert "--port" in mistake(capsys, "csms", "--tls", folder, *taken)


def test_a_folder_in_use_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = CertificateFolder(tmp_path / "certificates")
    with folder.claimed():
        line = mistake(
            capsys, *RUN, "--store", ":memory:", "--certificates", str(folder.path), code=4
        )
    assert "in use by a station that runs" in line


def test_a_damaged_store_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = tmp_path / "station.db"
    store.write_text("no database")
    assert str(store) in mistake(capsys, *RUN, "--store", str(store), code=3)
    assert store.read_text() == "no database"


def test_a_password_of_two_lines_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    password = tmp_path / "password"
    password.write_text("one\ntwo\n")
    password.chmod(0o600)
    line = mistake(capsys, *RUN, "--store", ":memory:", "--password-file", str(password))
    assert "line break" in line
    assert "one" not in line


def test_a_store_in_use_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "station.db"
    store = Store(path)
    try:
        assert str(path) in mistake(capsys, *RUN, "--store", str(path), code=4)
    finally:
        store.close()


def test_meters_of_another_station_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = tmp_path / "station.db"
    store.with_name("station.db.meters").write_text("[]")
    assert "station.db.meters" in mistake(capsys, *RUN, "--store", str(store))


def test_a_bad_url_leaves_no_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = str(tmp_path / "station.db")
    mistake(capsys, "run", "--csms", "x", "--id", "A", "--store", store)
    line = mistake(capsys, *RUN, "--store", store, "--proxy", "socks5://me:s3cret@proxy.example")
    assert "http://" in line
    assert "s3cret" not in line
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "is empty"),
        ("# nobody\n", "is empty"),
        ("A:secret\nB\n", "line 2: is not IDENTITY:PASSWORD"),
        ("A:secret\nA:secret\n", "line 2: that identity has a password already"),
        ("A:\n", "line 1"),
    ],
)
def test_passwords_that_are_none_are_told(
    content: str, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "passwords"
    path.write_text(content)
    path.chmod(0o600)
    line = mistake(capsys, "csms", "--passwords", str(path))
    assert says in line
    assert "secret" not in line


def test_a_disk_that_is_full_is_no_mistake_of_the_user(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "station.db").mkdir()
    assert "station.db" in mistake(capsys, *RUN, "--store", str(tmp_path / "station.db"))
    with pytest.MonkeyPatch.context() as patch:

        def full(*_: object, **__: object) -> None:
            raise StoreUnwritableError("station.db: can't be written")

        patch.setattr(Store, "__init__", full)
        mistake(capsys, *RUN, "--store", str(tmp_path / "other.db"), code=6)


@pytest.mark.parametrize("number", [errno.EIO, errno.EPIPE, errno.ENOSPC])
def test_what_fails_beside_the_output_is_told(
    number: int, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_: Path) -> None:
        raise OSError(number, os.strerror(number))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pilotwire.cli.store.check", fail)
        line = mistake(capsys, "store", "check", "station.db", code=6)
    assert line == f"pilotwire: error: {os.strerror(number)}"


def test_no_csms_in_time_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    options = ("--store", ":memory:", "--patience", "30", "--speed", "200", "--log-level", "error")
    assert "for 30 s" in mistake(capsys, *RUN, *options, code=5)


def test_help_and_version_are_no_mistakes(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in ((), ("--help",), ("-h",), ("demo", "-h"), ("store", "check", "-h"), ("-V",)):
        assert pilotwire(*arguments) == 0
        assert "pilotwire" in capsys.readouterr().out
