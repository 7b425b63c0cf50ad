"""What memory an idle station takes, and how much a busy one says, beside the WebSocket connection
that it cannot do without.

Stations on simulated hardware, all in one process with one store in memory, are connected over
loopback to a CSMS in another process, which answers their boots and is not measured. The floor is
as many connections of the same WebSocket library with the same settings in a process of their own,
each with a task that reads, and nothing else. Both processes first connect one, so that what is
made once a process (imports, validators, tables) does not count. Counted is the memory that no
other process shares, after a garbage collection, when all are accepted and were idle for a while.

Then some hundreds of each make calls, and what counts is the messages, both ways, for a second of
processor time of their process. `benchmarks.fleet.load` has stations that charge.

The environment variable FLEET says how many stations, instead of 5000.
"""

import os
import subprocess
import sys
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from typing import IO, cast

__all__ = ["fleet", "memory_of"]

STATIONS = 5000
VERSIONS = ("2.0.1", "1.6")
TALKING = 200
CALLS = 50


def fleet() -> Mapping[str, Mapping[str, float]]:
    """Per version: KiB a station and a bare connection, and the ratio; and messages a second and
    core of both.
    """
    number = int(os.environ.get("FLEET", STATIONS))
    with _csms() as url:
        bare = _told("bare", url, number)
        memory = {
            f"{number} stations, {version}": _figures(_told("stations", url, number, version), bare)
            for version in VERSIONS
        }
        return memory | {f"{TALKING} stations that talk": _talk(url)}


def memory_of(number: int, version: str) -> float:
    """KiB of each of so many idle stations."""
    with _csms() as url:
        return _told("stations", url, number, version)


def _figures(station: float, bare: float) -> Mapping[str, float]:
    return {
        "kib_a_station": round(station, 1),
        "kib_a_bare_connection": round(bare, 1),
        "kib_a_station_without_its_socket": round(station - bare, 1),
        "ratio": round(station / bare, 2),
    }


def _talk(url: str) -> Mapping[str, float]:
    ours, bare = (_told("talk", kind, url, TALKING, CALLS) for kind in ("stations", "bare"))
    return {
        "messages_a_second_and_core": round(ours),
        "of_bare_connections": round(bare),
        "ratio": round(bare / ours, 2),
    }


@contextmanager
def _csms() -> Generator[str]:
    """The URL of a CSMS in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.fleet.csms"]
    with subprocess.Popen(  # noqa: S603 -- our own interpreter and program
        command, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            yield cast("IO[str]", process.stdout).readline().strip()
        finally:
            process.terminate()


def _told(program: str, *arguments: object) -> float:
    """What a new process says of itself."""
    done = subprocess.run(  # noqa: S603 -- our own interpreter and program
        [sys.executable, "-m", f"benchmarks.fleet.{program}", *map(str, arguments)],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return float(done.stdout)
