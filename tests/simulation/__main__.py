"""Many days with misfortune: `python -m tests.simulation --runs 250 --seed 1`.

Each run is a station-day in one OCPP version. A run that finds something prints what, the command
that repeats it, and the messages before its end, shortened.
"""

import argparse
import logging
import os
import re
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from random import SystemRandom

from tests.simulation.judges import judge
from tests.simulation.misfortune import STORM, Misfortune
from tests.simulation.world import World
from tests.support.virtual_time import run

VERSIONS = ("1.6", "2.0.1")
SHOWN = 30
"""Messages that are shown of a failing run."""


@dataclass(frozen=True, slots=True)
class Day:
    """What to play."""

    seed: int
    version: str
    hours: float = 24.0
    storm: bool = False

    @property
    def command(self) -> str:
        """What plays it again."""
        storm = " --storm" if self.storm else ""
        hours = "" if self.hours == 24.0 else f" --hours {self.hours:g}"
        return (
            f"nox -s simulate -- --runs 1 --seed {self.seed} --version {self.version}{hours}{storm}"
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it: what is wrong, the messages' end, and how much happened."""

    day: Day
    found: list[str]
    trace: list[str]
    sessions: int
    messages: int
    lives: int
    cpu: float


def play(day: Day) -> Outcome:
    """Play one run."""
    begun = time.process_time()
    with tempfile.TemporaryDirectory(dir=_memory()) as folder:
        world = World(
            seed=day.seed,
            folder=Path(folder),
            versions=(day.version,),
            misfortune=STORM if day.storm else Misfortune(),
            hours=day.hours,
        )
        try:
            run(world.run())
            found = judge(world)
        except BaseException as error:  # whatever it was, the seed is worth knowing
            found = [f"the run ended with {error!r}"]
    return Outcome(
        day,
        found,
        _shortened(world.backend.trace, found) if found else [],
        world.sessions,
        len(world.backend.told),
        world.lives,
        time.process_time() - begun,
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Play as many runs as are asked for; 1 if any of them found something."""
    options = _options(arguments)
    days = [
        Day(seed, version, options.hours, options.storm)
        for seed in range(options.seed, options.seed + options.runs)
        for version in options.version or VERSIONS
    ]
    print(f"seeds from {options.seed}, {len(days)} station-days of {options.hours:g} hours")
    failed = 0
    totals = [0, 0, 0]
    cpu = 0.0
    with ProcessPoolExecutor(options.jobs, initializer=_quiet) as pool:
        for outcome in pool.map(play, days, chunksize=4):
            totals = [
                total + more
                for total, more in zip(
                    totals, (outcome.sessions, outcome.messages, outcome.lives), strict=True
                )
            ]
            cpu += outcome.cpu
            if outcome.found:
                failed += 1
                _show(outcome)
    sessions, messages, lives = totals
    print(
        f"{sessions} sessions, {messages} messages, {lives} lives;"
        f" {cpu / len(days):.2f} s of CPU a station-day"
    )
    print(f"{len(days) - failed} passed, {failed} failed")
    return 1 if failed else 0


def _quiet() -> None:
    """Let the workers log nothing: misfortune is what these days are made of."""
    logging.disable(logging.CRITICAL)


def _show(outcome: Outcome) -> None:
    print(f"\nseed {outcome.day.seed}, OCPP {outcome.day.version}:")
    for line in outcome.found[:10]:
        print(f"  {line[:500]}")
    for line in outcome.trace:
        print(f"    {line[:200]}")
    print(f"  again: {outcome.day.command}", flush=True)


def _shortened(trace: Sequence[str], found: Sequence[str]) -> list[str]:
    """The last messages; where what was found names transactions, those that name them too."""
    names = re.findall(r"[0-9a-f]{8}-[0-9a-f-]{27}", " ".join(found))
    about = [line for line in trace if any(name in line for name in names)]
    return (about or list(trace))[-SHOWN:]


def _memory() -> str | None:
    """A folder in memory, where there is one: the store's file is written a lot."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="simulate", description=__doc__)
    parser.add_argument("--runs", type=int, default=250, help="runs a version")
    parser.add_argument("--seed", type=int, default=None, help="the first seed; drawn if not given")
    parser.add_argument("--version", action="append", choices=VERSIONS, help="only this version")
    parser.add_argument("--hours", type=float, default=24.0, help="hours a run")
    parser.add_argument("--storm", action="store_true", help="much more misfortune")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="processes")
    options = parser.parse_args(arguments)
    if options.seed is None:
        options.seed = SystemRandom().randrange(1_000_000)
    return options


if __name__ == "__main__":
    sys.exit(main())
