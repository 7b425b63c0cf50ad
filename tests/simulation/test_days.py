"""Days with misfortune, drawn from seeds: nothing is lost, nothing is told twice."""

import pytest

from tests.simulation.__main__ import Day, main, play
from tests.simulation.judges import judge
from tests.simulation.misfortune import CALM
from tests.simulation.world import World
from tests.support.virtual_time import run


def passed(day: Day) -> None:
    outcome = play(day)
    print(f"{outcome.lives} lives, {outcome.sessions} sessions; again: {day.command}")
    assert not outcome.found, "\n".join([*outcome.found, *outcome.trace, day.command])
    assert outcome.sessions > 0


@pytest.mark.parametrize("version", ["1.6", "2.0.1"])
def test_a_calm_day(version: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("day")
    world = World(seed=1, folder=folder, versions=(version,), misfortune=CALM)
    run(world.run())
    assert not judge(world)
    assert world.lives == 1
    assert world.sessions > 10


@pytest.mark.parametrize("seed", range(1, 11))
@pytest.mark.parametrize("version", ["1.6", "2.0.1"])
def test_a_bad_day(version: str, seed: int) -> None:
    passed(Day(seed, version))


@pytest.mark.parametrize("seed", range(101, 106))
@pytest.mark.parametrize("version", ["1.6", "2.0.1"])
def test_a_storm(version: str, seed: int) -> None:
    passed(Day(seed, version, hours=6.0, storm=True))


def test_a_run_is_repeated_by_its_seed() -> None:
    def once() -> tuple[int, int]:
        outcome = play(Day(7, "2.0.1", hours=6.0))
        return outcome.messages, outcome.lives

    assert once() == once()


def test_what_was_played_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--runs", "1", "--seed", "3", "--hours", "2", "--jobs", "1"]) == 0
    printed = capsys.readouterr().out
    assert "seeds from 3, 2 station-days of 2 hours" in printed
    assert "2 passed, 0 failed" in printed
