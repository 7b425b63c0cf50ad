"""Days on mock pins: the same people and misfortune, judges and inspectors, around a `GpioStation`.

These are some of those that `nox -s simulate -- --gpio` plays.
"""

from pathlib import Path

import pytest

from tests.simulation.day import VERSIONS, Day, play
from tests.simulation.judges import judge
from tests.simulation.misfortune import CALM
from tests.simulation.pins import InTurnLoop
from tests.simulation.test_days import passed
from tests.simulation.world import World
from tests.support.virtual_time import run

pytestmark = pytest.mark.bad_frames  # the network garbles some

EACH = pytest.mark.parametrize("version", VERSIONS)


def test_a_calm_day(tmp_path: Path) -> None:
    """Contacts close and open, pulses are counted, and all of them are billed."""
    world = World(seed=1, folder=tmp_path, misfortune=CALM, hours=8.0, gpio=True)
    run(world.run(), InTurnLoop)
    assert not judge(world)
    assert world.pins is not None
    assert world.pins.count == world.pins.world.pulses > 5_000
    moves = [what for _, what in world.pins.world.moves]
    assert moves.count("relay on") > 3


@EACH
def test_some_bad_hours(version: str) -> None:
    passed(Day(1, version, hours=6.0, gpio=True))


@EACH
def test_a_storm(version: str) -> None:
    passed(Day(101, version, hours=3.0, storm=True, gpio=True))


@pytest.mark.slow
def test_a_run_is_repeated_by_its_seed() -> None:
    day = Day(5, "2.1", hours=6.0, storm=True, gpio=True)
    assert play(day).digest == play(day).digest
