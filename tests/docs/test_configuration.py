"""The page about configuration: its files pass the check, its commands print what it says, its
program runs, and it tells of every key.
"""

import re
from pathlib import Path
from typing import Any

import pytest

from pilotwire import ChargingStation, Store
from pilotwire.configuration import (
    BoardEvse,
    CommandUpdater,
    Csms,
    Files,
    GpioEvse,
    KeyboardReader,
    LineReader,
    Logging,
    Meter,
    PcscReader,
    Pins,
    Pn532Reader,
    Security,
    SimulatedEvse,
    SimulatedUpdater,
    Station,
    Stored,
    check,
)
from tests.unit.cli.commands import pilotwire

PAGE = (Path(__file__).parents[2] / "docs/configuration.md").read_text("utf-8")
WHOLE, *MORE = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
[PROGRAM] = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
[(COMMAND, SHOWN)] = re.findall(r"```text\n\$ pilotwire (.*?)\n(.*?)```", PAGE, re.DOTALL)
TABLES = (
    *(Station, Csms, Security, Files, Stored, Logging),
    *(SimulatedEvse, BoardEvse, GpioEvse, Pins, Meter),
    *(Pn532Reader, PcscReader, LineReader, KeyboardReader),
    *(CommandUpdater, SimulatedUpdater),
)

WRONG = """\
[station]
identity = "CS:1"
vendor = "Example"
model = "One"

[csms]
url = "wss://csms.example/ocpp"

[[meter]]
evse = 1
map = "eastron-sdm230"
port = "/dev/ttyUSB0"

[[evse]]
backend = "gpio"
kind = "cType2"
contactor = { relay = { pin = 17 } }
meter = { input = { pin = 12 }, file = "count.json" }
pilot = { pwm = { chip = 0 }, high = { channel = 0 } }

[[meter]]
evse = 2
map = "eastron-sdm230"
port = "/dev/ttyUSB1"
[variables]
TxCtrlr.EVConnectionTimeout = 30
"""


@pytest.mark.parametrize("more", ["", *MORE])
def test_its_files_are_sound(more: str, tmp_path: Path) -> None:
    path = tmp_path / "station.toml"
    path.write_text(f"{WHOLE}\n{more}", "utf-8")
    assert [str(each) for each in check(path)] == []


def test_the_check_says_what_the_page_has(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "station.toml").write_text(WRONG, "utf-8")
    monkeypatch.chdir(tmp_path)
    assert pilotwire(*COMMAND.split()) == 2
    assert capsys.readouterr().out == SHOWN


def test_its_commands_are_there(capsys: pytest.CaptureFixture[str]) -> None:
    commands = re.findall(r"^    pilotwire (.+?)(?:   | > )", PAGE, re.MULTILINE)
    assert len(commands) == 5
    for command in commands:
        words = command.split()
        assert pilotwire(*words[:2] if words[0] != "run" else words[:1], "-h") == 0
        shown = capsys.readouterr().out
        assert all(word in shown for word in words if word.startswith("--"))


def test_its_program_makes_a_station(tmp_path: Path) -> None:
    path = tmp_path / "station.toml"
    path.write_text(WHOLE, "utf-8")
    names: dict[str, Any] = {}
    exec(compile(PROGRAM, "configuration.md", "exec"), names)  # noqa: S102 -- a program of our own page
    store = Store(":memory:")
    assert isinstance(names["assemble"](path, store), ChargingStation)
    store.close()


def test_it_tells_of_every_key() -> None:
    named = set(re.findall(r"`(\w+)`", PAGE))
    for table in TABLES:
        assert set(table.model_fields) - named - {"backend"} == set(), table
