"""Many days with misfortune: `python -m tests.simulation --runs 64 --seed 1`.

With each seed a station-day is played in each OCPP version, and one in which the CSMS changes it.
A day that finds something prints what, the command that repeats it, and the messages that have to
do with it, shortened.

The seeds are the same each time unless others are asked for: a change is judged by what it changed.
`--seed random` is for those who go looking for more.
"""

import argparse
import logging
import os
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from random import SystemRandom

from tests.simulation.day import VERSIONS, Day, Outcome, play

RUNS = 24
"""Seeds; with each a day in each version, and one with a CSMS that changes between all of them."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Play as many runs as are asked for; 1 if any of them found something."""
    options = _options(arguments)
    seed = _seed(options.seed)
    days = [
        Day(number, version, options.hours, options.storm, options.gpio)
        for number in range(seed, seed + options.runs)
        for version in options.version or VERSIONS
    ]
    print(f"seeds from {seed}, {len(days)} station-days of {options.hours:g} hours", flush=True)
    played: list[Outcome] = []
    with ProcessPoolExecutor(options.jobs, initializer=_quiet) as pool:
        for outcome in pool.map(play, days, chunksize=1 if options.first else 4):
            played.append(outcome)
            if outcome.found:
                _show(outcome)
                if options.first:
                    pool.shutdown(wait=False, cancel_futures=True)
                    break
    sessions = sum(outcome.sessions for outcome in played)
    cpu = sum(outcome.cpu for outcome in played)
    failed = sum(bool(outcome.found) for outcome in played)
    print(
        f"{sessions} sessions, {sum(outcome.messages for outcome in played)} messages,"
        f" {sum(outcome.lives for outcome in played)} lives;"
        f" {cpu / len(played):.2f} s of CPU a station-day,"
        f" {20 * cpu / sessions:.2f} s for 20 sessions"
    )
    print(f"{len(played) - failed} passed, {failed} failed")
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


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="simulate", description=__doc__)
    parser.add_argument("--runs", type=int, default=RUNS, help="how many seeds")
    parser.add_argument("--seed", default="1", help="the first one, or `random` to draw it")
    parser.add_argument("--version", action="append", choices=VERSIONS, help="only this version")
    parser.add_argument("--hours", type=float, default=24.0, help="hours a run")
    parser.add_argument("--storm", action="store_true", help="much more misfortune")
    parser.add_argument("--gpio", action="store_true", help="the hardware is on mock pins")
    parser.add_argument("--first", action="store_true", help="stop at the first finding")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="processes")
    return parser.parse_args(arguments)


def _seed(wish: str) -> int:
    return SystemRandom().randrange(1_000_000) if wish == "random" else int(wish)


if __name__ == "__main__":
    sys.exit(main())
