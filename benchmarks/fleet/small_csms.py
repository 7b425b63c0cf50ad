"""The small CSMS in a process of its own: `python -m benchmarks.fleet.small_csms`.

It prints its URL. At the end of its input it writes a line of JSON for each transaction that it
knows, and then one with its memory in KiB.
"""

import asyncio
import json
import sys

from pilotwire.csms import Csms
from pilotwire.simulator.fleet.limits import allow_connections
from pilotwire.simulator.fleet.report import resident_kib

MOST = 15_000


async def main() -> None:
    """Serve until the input ends."""
    allow_connections(MOST)
    csms = Csms()
    # Its own pings would be a third of all that it says; the stations' tell whether it lives.
    async with csms.serve(ping_interval=0.0) as serving:
        sys.stdout.write(f"ws://127.0.0.1:{serving.port}\n")
        sys.stdout.flush()
        await asyncio.to_thread(sys.stdin.read)
        for identity, record in csms.stations.items():
            for session in record.sessions:
                told = {
                    "station": identity,
                    "transaction_id": session.transaction_id,
                    "ongoing": session.ongoing,
                    "energy_wh": session.energy_wh,
                }
                sys.stdout.write(f"{json.dumps(told)}\n")
        sys.stdout.write(f"{json.dumps({'kib': resident_kib('VmHWM')})}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(main())
