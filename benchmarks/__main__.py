"""Run the benchmarks and write their figures as JSON to the standard output."""

import json
import sys
from collections.abc import Callable, Mapping

from benchmarks.codec import codec
from benchmarks.composition import composition
from benchmarks.fleet import fleet
from benchmarks.hal import hal
from benchmarks.imports import imports
from benchmarks.local_list import local_list
from benchmarks.narrowing import narrowing
from benchmarks.outbox import outbox
from benchmarks.station import station
from benchmarks.store import store
from benchmarks.transfer import transfer
from benchmarks.vehicle import vehicle
from benchmarks.wire import wire

Figures = Mapping[str, Mapping[str, float]]

BENCHMARKS: Mapping[str, Callable[[], Figures]] = {
    "codec": codec,
    "composition": composition,
    "fleet": fleet,
    "hal": hal,
    "imports": imports,
    "local_list": local_list,
    "narrowing": narrowing,
    "outbox": outbox,
    "station": station,
    "store": store,
    "transfer": transfer,
    "vehicle": vehicle,
    "wire": wire,
}


def main(names: list[str]) -> int:
    """Run the named benchmarks, or all: 0 when done, 2 for a name that is none."""
    unknown = [name for name in names if name not in BENCHMARKS]
    if unknown:
        sys.stderr.write(f"no benchmark {', '.join(unknown)}; there are {', '.join(BENCHMARKS)}\n")
        return 2
    figures = {name: BENCHMARKS[name]() for name in names or BENCHMARKS}
    sys.stdout.write(json.dumps(figures, indent=2) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
