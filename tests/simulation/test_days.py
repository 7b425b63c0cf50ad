"""Days with misfortune, drawn from seeds: nothing is lost, nothing is told twice."""

from pathlib import Path

import pytest

from tests.simulation.judges import judge
from tests.simulation.misfortune import CALM
from tests.simulation.world import World
from tests.support.virtual_time import run


def play(world: World) -> None:
    run(world.run())
    found = judge(world)
    told = len(world.backend.told)
    print(f"seed {world.seed}: {world.lives} lives, {told} messages")
    assert not found, f"seed {world.seed}, OCPP {world.versions}:\n" + "\n".join(found)
    assert told > 10


@pytest.mark.parametrize("version", ["1.6", "2.0.1"])
def test_a_calm_day(version: str, tmp_path: Path) -> None:
    play(World(seed=1, folder=tmp_path, versions=(version,), misfortune=CALM))


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("version", ["1.6", "2.0.1"])
def test_a_bad_day(version: str, seed: int, tmp_path: Path) -> None:
    play(World(seed=seed, folder=tmp_path, versions=(version,)))
