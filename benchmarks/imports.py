"""What it costs to import all messages of one version, against a peer, and what a station needs,
against floors: pydantic, whose heavier half is imported when its first name is asked for, and
pydantic and the WebSocket client together, without which there is no station.
"""

import os
import subprocess
import sys
from collections.abc import Mapping

from benchmarks.codec import PACKAGES

IMPORTS = 9
"""New processes an import."""

STATION = "import pilotwire.charging_station, pilotwire.dialects.v201"
FLOORS = {
    "pydantic_alone": "import pydantic",
    "pydantic": "from pydantic import BaseModel",
    "floor": "import pydantic.main, websockets.asyncio.client",
}

_TIMED = """
import time
start = time.process_time()
{}
taken = time.process_time() - start
status = dict(line.split(":", 1) for line in open("/proc/self/status"))
print(taken, status["VmRSS"].split()[0])
"""


def imports() -> Mapping[str, Mapping[str, float]]:
    """Per version, and of a station: CPU milliseconds to import in a new process, with byte code at
    hand, and the megabytes that the process takes then; ours, the other's, and the ratios."""
    messages = {
        version: _figures(
            "typed",
            f"from pilotwire.ocpp.{package} import *",
            "mobilityhouse",
            f"import ocpp.{package}",
        )
        for version, package in PACKAGES.items()
    }
    station = {
        f"station of 2.0.1 to {name}": _figures("station", STATION, name, floor)
        for name, floor in FLOORS.items()
    }
    return messages | station


def _figures(name: str, ours: str, other_name: str, others: str) -> Mapping[str, float]:
    # One after the other, and the best of each: others disturb both alike.
    rounds = [(_imported(ours), _imported(others)) for _ in range(IMPORTS)]
    (our_time, our_memory), (other_time, other_memory) = (
        (min(time for time, _ in runs), min(memory for _, memory in runs))
        for runs in zip(*rounds, strict=True)
    )
    return {
        f"{name}_ms": round(our_time * 1e3, 1),
        f"{other_name}_ms": round(other_time * 1e3, 1),
        f"{name}_to_{other_name}": round(our_time / other_time, 2),
        f"{name}_mb": round(our_memory, 1),
        f"{other_name}_mb": round(other_memory, 1),
        f"memory_{name}_to_{other_name}": round(our_memory / other_memory, 2),
    }


def _imported(statement: str) -> tuple[float, float]:
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(  # noqa: S603 -- our own interpreter and program
        [sys.executable, "-c", _TIMED.format(statement)],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    time, kilobytes = done.stdout.split()
    return float(time), int(kilobytes) / 1024
