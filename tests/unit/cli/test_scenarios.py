"""`pilotwire scenario`: what is said, and the exit code."""

import asyncio
import signal
from pathlib import Path

import pytest

from pilotwire.csms import Csms
from pilotwire.simulator import Want
from pilotwire.simulator.acts import PlugIn
from pilotwire.simulator.client import Client
from pilotwire.simulator.scenario import Verdict, read, run
from pilotwire.simulator.scenario.steps import Do
from tests.unit.cli.commands import pilotwire, process
from tests.unit.cli.test_mistakes import mistake

SOUND = """
versions = ["1.6", "2.0.1"]

[[step]]
act = "plug_in"

[[step]]
expect = "evse"
plugged = true
"""


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    file = tmp_path / "sound.toml"
    file.write_text(SOUND)
    return file


@pytest.fixture
def failing(tmp_path: Path) -> Path:
    file = tmp_path / "failing.toml"
    file.write_text(SOUND.replace("true", "false"))
    return file


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    file = tmp_path / "wrong.toml"
    file.write_text(SOUND + "unplugged = true\n")
    return file


def test_scenarios_that_pass(sound: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert pilotwire("scenario", "run", f"{sound}", f"{sound}") == 0
    one = ["passed: sound (1.6), seed 1", "passed: sound (2.0.1), seed 1"]
    assert capsys.readouterr().out.splitlines() == [*one, *one, "4 passed"]


def test_one_that_fails(
    sound: Path, failing: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "report.xml"
    options = ("--versions", "1.6", "--seed", "9", "--junit", f"{report}")
    assert pilotwire("scenario", "run", f"{sound}", f"{failing}", *options) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["passed: sound (1.6), seed 9", "failed: failing (1.6), seed 9"]
    told = "step 2: EVSE 1: plugged is true, not false, after 30 s"
    assert lines[2] == f"{failing}:7: {told}"
    assert lines[3] == "the last messages of CS-1:"
    assert lines[-1] == "1 passed, 1 failed"
    assert 'failures="1"' in report.read_text("utf-8")


def test_a_bad_file_is_told_before_anything_is_played(
    sound: Path, wrong: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert pilotwire("scenario", "run", f"{sound}", f"{wrong}") == 2
    [line] = capsys.readouterr().out.splitlines()
    assert line.startswith(f"{wrong}:10: step[2].unplugged: there is no such key")


def test_check_plays_nothing(sound: Path, wrong: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert pilotwire("scenario", "check", f"{sound}") == 0
    assert capsys.readouterr().out == f"{sound}: sound, sound (2 steps)\n"
    assert pilotwire("scenario", "check", f"{sound}", f"{wrong}") == 2
    assert "did you mean plugged?" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--csms", "ws://127.0.0.1:1", "--virtual"), "time is not virtual over a network"),
        (("--virtual", "--speed", "2"), "--virtual and --speed can't be had together"),
        (("--versions", "1.7"), "1.7"),
        (("--csms", "http://127.0.0.1"), "ws"),
        (("--csms", "ws://csms.example"), "allow it by unsecured"),
        (("--junit", "/nowhere/at/all.xml"), "the report /nowhere/at/all.xml cannot be written"),
        (("--password-file", "/nowhere"), "/nowhere"),
    ],
)
def test_options_that_can_not_be(
    options: tuple[str, ...], told: str, sound: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told in mistake(capsys, "scenario", "run", f"{sound}", *options)


def test_scenarios_for_other_versions(sound: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert pilotwire("scenario", "run", f"{sound}", "--versions", "2.1") == 2
    shown, errors = capsys.readouterr()
    assert shown.splitlines()[0] == "skipped: sound, seed 1"
    assert "no scenario was played: none is for these versions" in errors


def test_commands_want_the_csms_within(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('[[step]]\ncall = "ClearCache"\n')
    told = mistake(capsys, "scenario", "run", f"{file}", "--csms", "ws://127.0.0.1:1")
    assert f"{file}:1: step 1 is a command (ClearCache)" in told


def test_against_a_csms_over_the_network(sound: Path) -> None:
    async def play() -> tuple[int, str, list[str]]:
        csms = Csms(knows_its_stations=True)
        async with csms.serve() as serving:
            url = f"ws://127.0.0.1:{serving.port}"
            options = ("--csms", url, "--id", "DE*1", "--speed", "20", "--versions", "1.6")

            def run() -> tuple[int, str]:
                with process("scenario", "run", f"{sound}", *options) as command:
                    return command.end()

            return *await asyncio.to_thread(run), list(csms.stations)

    code, said, stations = asyncio.run(play())
    assert code == 0, said
    assert stations == ["DE*1"]
    assert said.splitlines() == ["passed: sound (1.6), seed 1", "1 passed"]


def test_the_csms_within_on_real_sockets(sound: Path) -> None:
    with process("scenario", "run", f"{sound}", "--real-time", "--versions", "2.0.1") as command:
        assert command.end() == (0, "passed: sound (2.0.1), seed 1\n1 passed\n")


def test_a_signal_ends_it(tmp_path: Path) -> None:
    (tmp_path / "long.toml").write_text("[[step]]\nwait = 1000\n")
    options = ("--real-time", "--log-level", "info", "--junit", "report.xml")
    with process("scenario", "run", "long.toml", *options, folder=tmp_path) as command:
        command.wait_for("accepted by")
        command.send(signal.SIGTERM)
        code, said = command.end()
    assert code == 128 + signal.SIGTERM
    assert "Traceback" not in said
    assert 'tests="0"' in (tmp_path / "report.xml").read_text("utf-8")


def test_the_simulator_records_what_is_done(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    options = ("--port", "0", "--csms-port", "0", "--speed", "20")
    with process("sim", "--record", f"{file}", *options) as command:
        url = command.wait_for("listening on http").split()[-1]
        with Client(url) as client:
            accepted = Want(action="BootNotification", kind="result", since=0)
            client.wait_for("SIM", accepted)
            client.do("SIM", PlugIn(evse=2))
            occupied = Want(action="StatusNotification", payload={"evseId": 2}, since=0)
            client.wait_for("SIM", occupied)
        command.send(signal.SIGTERM)
        code, said = command.end()
    assert code in {0, 128 + signal.SIGTERM}, said
    [scenario] = read(file)
    assert [step.act for step in scenario.steps if isinstance(step, Do)] == [PlugIn(evse=2)]
    assert [each.verdict for each in run(scenario)] == [Verdict.PASSED]


def test_a_record_that_can_not_be_written(capsys: pytest.CaptureFixture[str]) -> None:
    told = mistake(capsys, "sim", "--port", "0", "--csms-port", "0", "--record", "/nowhere/x.toml")
    assert "the scenario /nowhere/x.toml cannot be written" in told
