"""`pilotwire meter`: one reading shown, or a line that says why not."""

import asyncio
from pathlib import Path

import pytest

from pilotwire.cli.meter import lines
from pilotwire.hal.interfaces import Measurand, Measured, MeterReading, Phase
from pilotwire.hal.modbus import load_map
from tests.support.modbus import Device, image_of, served
from tests.unit.cli.commands import process
from tests.unit.cli.test_mistakes import mistake


async def read_over_tcp(*more: str) -> list[list[str]]:
    """The words of each line that is shown of an SDM630."""
    numbers = {"Energy.Active.Import.Register": 12.5, "Power.Active.Import": -1000.0}
    device = Device(9, image_of(load_map("eastron-sdm630"), numbers))

    def run(port: int) -> tuple[int, str]:
        where = ("--port", f"127.0.0.1:{port}", "--unit", "9", *more)
        with process("meter", "read", "--map", "eastron-sdm630", *where) as command:
            return command.end()

    async with served(device) as port:
        code, shown = await asyncio.to_thread(run, port)
    assert code == 0, shown
    return [line.split() for line in shown.splitlines()]


def test_a_meter_over_tcp() -> None:
    shown = asyncio.run(read_over_tcp())
    assert shown[0] == ["Energy.Active.Import.Register", "12500", "Wh"]
    assert ["Power.Active.Export", "1000", "W"] in shown


def test_a_meter_that_is_wired_the_other_way_round() -> None:
    shown = asyncio.run(read_over_tcp("--reversed"))
    assert shown[:2] == [
        ["Energy.Active.Import.Register", "0", "Wh"],
        ["Power.Active.Import", "1000", "W"],
    ]


def test_what_is_shown() -> None:
    reading = MeterReading(
        energy_wh=1234.5,
        current_a=(16.0, float("nan")),
        frequency_hz=50.0,
        others=(Measured(Measurand.POWER_FACTOR, 0.98, Phase.L1),),
    )
    assert list(lines(reading)) == [
        "Energy.Active.Import.Register  1234.5 Wh",
        "Current.Import L1              16 A",
        "Current.Import L2              - A",
        "Frequency                      50 Hz",
        "Power.Factor L1                0.98",
    ]


READ = ("meter", "read", "--map", "abb-b23")


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("meter", "read", "--port", "/dev/null"), 2, "--map"),
        (READ, 2, "--port"),
        (("meter", "read", "--map", "abb", "--port", "h"), 2, "there is no map 'abb'; there are"),
        (("meter", "read", "--map", "./no.toml", "--port", "h"), 2, "no.toml cannot be read"),
        ((*READ, "--port", "host:much"), 2, "--port takes /dev/... or HOST[:PORT]"),
        ((*READ, "--port", "host:70000"), 2, "--port takes /dev/... or HOST[:PORT]"),
        ((*READ, "--port", "/dev/null", "--parity", "mark"), 2, "none, even or odd, not 'mark'"),
        ((*READ, "--port", "host", "--baud-rate", "9600"), 2, "host is no serial port"),
        ((*READ, "--port", "/dev/null", "--unit", "256"), 2, "--unit"),
        ((*READ, "--port", "/dev/no-such-port"), 6, "No such file or directory"),
        ((*READ, "--port", "/dev/null"), 6, "/dev/null can't be opened: it is no serial port"),
        ((*READ, "--port", "127.0.0.1:1"), 6, "127.0.0.1:1 can't be opened"),
        ((*READ, "--port", "[::1]:1"), 6, "[::1]:1 can't be opened"),
    ],
)
def test_mistakes(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], code: int, says: str
) -> None:
    assert says in mistake(capsys, *arguments, code=code)


def test_a_map_that_can_not_be_reversed(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "em1.toml"
    file.write_text(
        'title = "EM1"\ndocument = "none"\nphases = 1\n[[value]]\n'
        'shows = "Energy.Active.Import.Register"\naddress = 0\ntype = "uint32"\n',
        "utf-8",
    )
    arguments = ("meter", "read", "--map", str(file), "--port", "127.0.0.1:1", "--reversed")
    assert "EM1 has no export register" in mistake(capsys, *arguments)
