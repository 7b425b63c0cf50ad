"""How quick a station is, and what it costs to have one that does nothing.

All three speak OCPP 2.0.1 over a WebSocket on loopback to the same CSMS, which is made of the
WebSocket library alone and runs in the same process, so that it costs each of them the same:

    ours     a `ChargingStation` with its store in memory, and hardware that obeys at once
    bare     mobilityhouse's charge point: messages and their validation, no behaviour
    echo     the WebSocket library: texts that are ready, and are not looked at

    boot     from `ChargingStation(...)` to the BootNotification at the CSMS
    card     from the card at the reader to the order to close the contactor, of a vehicle that asks
             for energy; of the others, from the question to the answer of the CSMS
    command  from a GetVariables of the CSMS to its answer
    idle     CPU of an hour in which only heartbeats are sent, one in five minutes

Times are medians. Each of the three is measured in a process of its own.
"""

import json
import subprocess
import sys
from collections.abc import Mapping

__all__ = ["station"]

KINDS = ("ours", "bare", "echo")


def station() -> Mapping[str, Mapping[str, float]]:
    """What each takes, in milliseconds, and the ratios of ours to the others."""
    measured = {kind: _measured(kind) for kind in KINDS}
    return {
        what: {
            **{f"{kind}_ms": measured[kind][what] for kind in KINDS},
            "ours_to_bare": round(measured["ours"][what] / measured["bare"][what], 2),
            "ours_to_echo": round(measured["ours"][what] / measured["echo"][what], 2),
        }
        for what in measured["ours"]
    }


def _measured(kind: str) -> Mapping[str, float]:
    done = subprocess.run(  # noqa: S603 -- our own interpreter and program
        [sys.executable, "-m", f"benchmarks.station.{kind}"],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    figures: Mapping[str, float] = json.loads(done.stdout)
    return figures
