"""The page about firmware: its updaters are ones, its commands are told of, its program runs."""

import asyncio
import re
from pathlib import Path
from typing import Any

import pytest

from pilotwire.configuration import build_hardware, check, read
from pilotwire.hal.simulated import SimulatedUpdater
from pilotwire.hal.updater import CommandUpdater, UpdaterCommands

PAGE = (Path(__file__).parents[2] / "docs/firmware.md").read_text("utf-8")
UPDATERS = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
[PROGRAM] = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)

STATION = """\
[station]
identity = "CS-1"
vendor = "Example"
model = "One"

[csms]
url = "wss://csms.example/ocpp"

[security]
certificates = "certificates"

[files]
folder = "files"

[[evse]]
backend = "simulated"

"""


@pytest.mark.parametrize("updater", UPDATERS, ids=["RAUC", "SWUpdate", "Mender"])
def test_its_updaters_are_sound(updater: str, tmp_path: Path) -> None:
    path = tmp_path / "station.toml"
    path.write_text(STATION + updater, "utf-8")
    assert [str(each) for each in check(path)] == []
    station: Any = build_hardware(read(path)).station
    assert isinstance(station.updater, CommandUpdater)


def test_it_tells_of_every_command() -> None:
    assert set(UpdaterCommands.model_fields) - set(re.findall(r"`(\w+)[ `]", PAGE)) == set()


def test_its_program_makes_an_image(tmp_path: Path) -> None:
    names: dict[str, Any] = {}
    exec(compile(PROGRAM, "firmware.md", "exec"), names)  # noqa: S102 -- a program of our own page
    names["make"](tmp_path / "image")
    updater = SimulatedUpdater("1.0", seconds=0, reboots=False)

    async def install() -> None:
        await updater.install(tmp_path / "image", lambda _: None)
        await updater.activate()

    asyncio.run(install())
    assert updater.version == "2.0"
