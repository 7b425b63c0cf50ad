"""What the page says of fleets: its profile is one, its program runs, its options exist."""

import re
from pathlib import Path

import pytest

from pilotwire.simulator.fleet import Profile, read_profile
from pilotwire.simulator.fleet.profile import (
    Drivers,
    Fault,
    Links,
    StationKind,
    Tokens,
    VehicleKind,
)
from tests.unit.cli.commands import pilotwire

PAGE = (Path(__file__).parents[2] / "docs/simulator.md").read_text("utf-8")
FLEET = PAGE.partition("## Fleet\n")[2].partition("## Load\n")[0]
[PROFILE] = re.findall(r"```toml\n(.*?)```", FLEET, re.DOTALL)
[PROGRAM] = re.findall(r"```python\n(.*?)```", FLEET, re.DOTALL)
OPTIONS = sorted(
    set(re.findall(r"--[a-z-]+", "".join(re.findall(r"^\| (`--.*?`) \|", FLEET, re.M))))
)


def test_the_profile_is_one_and_says_what_is_so_by_default(tmp_path: Path) -> None:
    path = tmp_path / "city.toml"
    path.write_text(PROFILE, "utf-8")

    profile = read_profile(path)

    assert profile.drivers == Profile().drivers
    assert profile.tokens == Profile().tokens
    assert profile.station[0].evses == 2


@pytest.mark.parametrize("table", [Drivers, Tokens, StationKind, VehicleKind, Fault, Links])
def test_each_key_is_told_of(table: type[Profile]) -> None:
    told = set(re.findall(r"^(\w+) =", PROFILE, re.MULTILINE))

    assert set(table.model_fields) <= told


def test_the_program_runs(capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(PROGRAM, "docs/simulator.md", "exec"), {"__name__": "program"})  # noqa: S102 -- the page's own

    assert capsys.readouterr().out.startswith("5 boots, p95 0.")


@pytest.mark.parametrize("option", OPTIONS)
def test_each_option_is_there(option: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert pilotwire("fleet", option, "--help") in {0, 2}
    told = capfd.readouterr()

    assert "No such option" not in told.out + told.err
