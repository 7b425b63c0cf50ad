"""A fleet that boots, and then charges, against the small CSMS in another process:
`python -m benchmarks.fleet.load [STATIONS [CHARGING]]`, by default 10,000 and 2,000.

What each station knows of its transactions is held against the records of the CSMS: nothing may be
lost. Printed are memory a station, latencies, messages a second, and what is lost, as JSON; the
exit code is 1 where anything is.
"""

import asyncio
import json
import logging
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import IO, Any, cast

from pilotwire.charging_station import Network
from pilotwire.connection import OcppVersion
from pilotwire.simulator.fleet import Drivers, Fleet, Plan, Profile, StationKind, Tokens
from pilotwire.simulator.fleet.limits import allow_connections
from pilotwire.simulator.fleet.plan import Arrival
from pilotwire.simulator.fleet.report import Report, resident_kib

__all__ = ["Load", "load"]

SEED = 1
BOOTS_A_SECOND = 100.0
ARRIVALS_A_SECOND = 40.0
CHARGE_S = 90.0
"""How long the last one charges at the least."""

PROFILE = Profile(
    drivers=Drivers(minutes=(60.0, 60.0), full=0.0),
    tokens=Tokens(unknown_share=0.0),
    station=(StationKind(versions=(OcppVersion.V2_1,)),),
)


@dataclass(frozen=True, slots=True)
class _Known:
    """A transaction as the CSMS tells it."""

    transaction_id: int | str
    ongoing: bool
    energy_wh: float | None


@dataclass(frozen=True, slots=True)
class Load:
    """What came of it: seconds until all were accepted, KiB a station, of the CSMS likewise, and
    processor time of this process a message.
    """

    report: Report
    booted_s: float
    kib: float
    csms_kib: float
    cpu_us_a_message: float

    def figures(self) -> Mapping[str, Any]:
        """All of it, for JSON."""
        counts = self.report.counts
        return {
            "stations": counts.started,
            "accepted": counts.boots,
            "seconds_to_boot": round(self.booted_s, 1),
            "kib_a_station": round(self.kib, 1),
            "kib_a_station_of_the_csms": round(self.csms_kib, 1),
            "messages_a_second_and_core": round(1e6 / self.cpu_us_a_message),
            "transactions": counts.sessions.done,
            "lost": self.report.lost,
            "errors": dict(counts.errors),
            "latency_ms": {
                action: [round(1000 * each, 1) for each in (call.p50, call.p95, call.p99)]
                for action, call in counts.calls.items()
            },
        }


class _OneEach(Plan):
    """One driver comes to each of the first stations, one after the other."""

    charging = 0

    def arrivals(self) -> Iterator[Arrival]:
        for number, arrival in zip(range(self.charging), super().arrivals(), strict=False):
            yield replace(arrival, at=number / ARRIVALS_A_SECOND, station=number)


async def load(url: str, csms: "subprocess.Popen[str]", stations: int, charging: int) -> Load:
    """Let so many stations boot, and so many of them charge."""
    plan = _OneEach(PROFILE, stations, SEED)
    plan.charging = charging
    fleet = Fleet(plan, Network(url), rate=BOOTS_A_SECOND)
    before = resident_kib() or 0
    began = time.monotonic()
    running = asyncio.create_task(fleet.run())
    while fleet.figures.boots < stations and not running.done():  # noqa: ASYNC110 -- figures are looked at
        await asyncio.sleep(0.2)
    booted = time.monotonic() - began
    cpu, messages = time.process_time(), fleet.figures.sent + fleet.figures.received
    while fleet.figures.arrivals < charging:  # noqa: ASYNC110 -- as above
        await asyncio.sleep(0.2)
    await asyncio.sleep(CHARGE_S)
    kib = ((resident_kib() or 0) - before) / stations
    fleet.stop()
    await running
    messages = fleet.figures.sent + fleet.figures.received - messages
    cpu = time.process_time() - cpu
    told = await asyncio.to_thread(csms.communicate)
    *lines, memory = map(json.loads, told[0].splitlines())
    records: dict[str, list[_Known]] = {}
    for each in lines:
        known = _Known(each["transaction_id"], each["ongoing"], each["energy_wh"])
        records.setdefault(each["station"], []).append(known)
    report = Report.of(fleet, SEED, records)
    return Load(report, booted, kib, memory["kib"] / stations, 1e6 * cpu / max(1, messages))


def main(stations: int = 10_000, charging: int = 2_000) -> int:
    """Print what comes of it; 1 where anything is lost."""
    allow_connections(stations)
    command = [sys.executable, "-m", "benchmarks.fleet.small_csms"]
    with subprocess.Popen(  # noqa: S603 -- our own interpreter and program
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as csms:
        try:
            url = cast("IO[str]", csms.stdout).readline().strip()
            done = asyncio.run(load(url, csms, stations, charging))
        finally:
            csms.kill()
    sys.stdout.write(json.dumps(done.figures(), indent=2) + "\n")
    for each in done.report.comparison.differences if done.report.comparison else ():
        sys.stdout.write(f"{each}\n")
    whole = done.report.counts.sessions.done >= charging
    return 0 if whole and not done.report.lost else 1


if __name__ == "__main__":
    logging.disable(logging.ERROR)
    sys.exit(main(*map(int, sys.argv[1:])))
