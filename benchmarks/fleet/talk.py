"""How many messages a fleet exchanges for a second of processor time:
`python -m benchmarks.fleet.talk bare|stations URL NUMBER CALLS`.

Each of so many connections makes so many calls, one after the other, all at the same time. The
floor is the WebSocket library with `json` and a message id, which checks and keeps nothing.
"""

import asyncio
import json
import os
import sys
import time
from collections.abc import Awaitable, Callable
from uuid import uuid4

from websockets.asyncio.client import connect
from websockets.typing import Subprotocol

from benchmarks.fleet.own import allow_connections
from pilotwire.charging_station import ChargingStation, Environment, Network
from pilotwire.connection.client import WebSocketConnector
from pilotwire.hal.simulated import SimulatedStation
from pilotwire.ocpp import v201
from pilotwire.store import Store

Call = Callable[[], Awaitable[object]]


async def _bare(url: str, number: int) -> list[Call]:
    async def one(which: int) -> Call:
        connection = await connect(
            f"{url}/{which}", subprotocols=[Subprotocol("ocpp2.0.1")], compression=None, proxy=None
        )

        async def call() -> object:
            await connection.send(json.dumps([2, str(uuid4()), "Heartbeat", {}]))
            answer: object = json.loads(await connection.recv())
            return answer

        return call

    return [await one(which) for which in range(number)]


async def _stations(url: str, number: int) -> list[Call]:
    store = Store(":memory:")
    environment = Environment(connector=WebSocketConnector())

    async def one(which: int) -> Call:
        station = ChargingStation(
            identity=f"CS-{which:05}",
            vendor="Example",
            model="One",
            csms=Network(url, ("2.0.1",)),
            hardware=SimulatedStation(evses=1),
            store=store,
            environment=environment,
        )
        await station.__aenter__()
        await station.wait_accepted()
        return lambda: station.call(v201.HeartbeatRequest())

    return [await one(which) for which in range(number)]


async def main(kind: str, url: str, number: int, calls: int) -> None:
    """Print how many messages there are for a second of processor time."""
    allow_connections(number)
    ready = await (_bare if kind == "bare" else _stations)(url, number)

    async def talk(call: Call) -> None:
        for _ in range(calls):
            await call()

    await asyncio.sleep(1.0)
    begun = time.process_time()
    await asyncio.gather(*map(talk, ready))
    spent = time.process_time() - begun
    sys.stdout.write(f"{2 * number * calls / spent}\n")
    sys.stdout.flush()
    os._exit(0)  # as in `own`


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])))
