"""The page about meters: its commands print what it says, its map is one, its programs run."""

import asyncio
import re
from pathlib import Path
from typing import Any

import pytest

from pilotwire.hal.interfaces import MainMeter
from pilotwire.hal.modbus import MeterMap, ModbusMeter, Wm3m4c, load_map
from pilotwire.hal.modbus.codec import Kind
from pilotwire.hal.modbus.maps import Value
from tests.support.modbus import Device, image_of, line
from tests.unit.cli.commands import pilotwire, process

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/meters.md").read_text("utf-8")
TRANSCRIPTS = dict(re.findall(r"```text\n\$ pilotwire (.*?)\n(.*?)```", PAGE, re.DOTALL))
[MAP] = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
PROGRAM = "\n\n".join(re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL))


def test_the_maps_are_those(capsys: pytest.CaptureFixture[str]) -> None:
    assert pilotwire("meter", "maps") == 0
    assert capsys.readouterr().out == TRANSCRIPTS["meter maps"]


def test_the_meter_shows_what_the_page_says(tmp_path: Path) -> None:
    (tmp_path / "em1.toml").write_text(MAP, "utf-8")
    [(command, shown)] = [each for each in TRANSCRIPTS.items() if each[0].startswith("meter read")]
    numbers = {
        "Energy.Active.Import.Register": 1234.5,
        "Power.Active.Import": 3680.0,
        "Voltage L1-N": 2301.0,
    }
    device = Device(3, image_of(load_map(tmp_path / "em1.toml"), numbers))
    assert asyncio.run(printed(command.split(), device, tmp_path)) == (0, shown)


async def printed(arguments: list[str], device: Device, folder: Path) -> tuple[int, str]:
    """The exit code and output of a command, with this meter on its port."""

    def run() -> tuple[int, str]:
        with process(*arguments) as command:
            return command.end()

    async with line(device) as there:
        arguments[arguments.index("/dev/ttyUSB0")] = there.port
        arguments[arguments.index("em1.toml")] = str(folder / "em1.toml")
        return await asyncio.to_thread(run)


def test_the_programs_run() -> None:
    names: dict[str, Any] = {}
    exec(compile(PROGRAM, "meters.md", "exec"), names)  # noqa: S102 -- a program of our own page
    meter: MainMeter = names["meters"][0]
    assert isinstance(meter, ModbusMeter)
    assert isinstance(names["signing"], Wm3m4c)


def test_the_tables_have_all_keys() -> None:
    keys = re.findall(r"^\| (`\w+`(?:, `\w+`)*) \| ", PAGE, re.MULTILINE)
    listed = [each for key in keys for each in re.findall(r"`(\w+)`", key)]
    assert sorted(listed) == sorted(
        [each for each in MeterMap.model_fields if each != "value"]
        + [each for each in Value.model_fields if each != "table"]
    )
    assert set(Kind) <= set(re.findall(r"`(\w+)`", PAGE))
