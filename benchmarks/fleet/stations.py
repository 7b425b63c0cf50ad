"""Idle stations: `python -m benchmarks.fleet.stations URL NUMBER VERSION`."""

import asyncio
import sys

from benchmarks.fleet.own import tell_memory
from pilotwire.charging_station import ChargingStation, Environment, Network
from pilotwire.connection.client import WebSocketConnector
from pilotwire.hal.simulated import SimulatedStation
from pilotwire.store import Store


async def main(url: str, number: int, version: str) -> None:
    """Run so many, and tell what each takes."""
    store = Store(":memory:")
    environment = Environment(connector=WebSocketConnector())

    async def one(which: int) -> object:
        station = ChargingStation(
            identity=f"CS-{which:05}",
            vendor="Example",
            model="One",
            csms=Network(url, (version,)),
            hardware=SimulatedStation(evses=1),
            store=store,
            environment=environment,
        )
        running = asyncio.create_task(station.run())
        while not station.accepted:  # noqa: ASYNC110 -- nobody is told before it runs
            await asyncio.sleep(0.05)
        return station, running

    await tell_memory(number, one)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2]), sys.argv[3]))
