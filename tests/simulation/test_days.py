"""Days with misfortune, drawn from seeds: nothing is lost, nothing is told twice.

These are some of those that `nox -s simulate` plays.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.simulation.__main__ import main
from tests.simulation.day import VERSIONS, Day, play
from tests.simulation.judges import judge
from tests.simulation.misfortune import CALM
from tests.simulation.world import World
from tests.support.virtual_time import run

pytestmark = pytest.mark.bad_frames  # the network garbles some

ROOT = Path(__file__).parents[2]
EACH = pytest.mark.parametrize("version", VERSIONS)


def passed(day: Day) -> None:
    outcome = play(day)
    print(f"{outcome.lives} lives, {outcome.sessions} sessions; again: {day.command}")
    assert not outcome.found, "\n".join([*outcome.found, *outcome.trace, day.command])
    assert outcome.sessions > 0


@EACH
def test_a_calm_day(version: str, tmp_path: Path) -> None:
    world = World(seed=1, folder=tmp_path, versions=VERSIONS[version], misfortune=CALM)
    run(world.run())
    assert not judge(world)
    assert world.lives == 1
    assert world.sessions > 10


@pytest.mark.parametrize("seed", range(1, 5))
@EACH
def test_a_bad_day(version: str, seed: int) -> None:
    passed(Day(seed, version))


@pytest.mark.parametrize("seed", range(101, 103))
@EACH
def test_a_storm(version: str, seed: int) -> None:
    passed(Day(seed, version, hours=6.0, storm=True))


@pytest.mark.slow
@pytest.mark.parametrize("seed", [6, 7])  # with credentials that change, and without
def test_a_run_is_repeated_by_its_seed(seed: int, tmp_path: Path) -> None:
    """To the letter, and also where Python's sets are in another order."""
    day = Day(seed, "all", hours=6.0, storm=True)
    assert bool(day.world(tmp_path).secured) is (seed == 6)
    program = f"from tests.simulation.day import Day, play; print(play({day!r}).digest)"
    elsewhere = subprocess.run(  # noqa: S603 -- our own interpreter and program
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "1"},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    outcome = play(day)
    assert outcome.lives > 5
    assert elsewhere.stdout.strip() == outcome.digest


def test_what_was_played_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--runs", "1", "--seed", "3", "--hours", "2", "--jobs", "1"]) == 0
    printed = capsys.readouterr().out
    assert "seeds from 3, 4 station-days of 2 hours" in printed
    assert "4 passed, 0 failed" in printed
