"""Connections of the WebSocket library alone: `python -m benchmarks.fleet.bare URL NUMBER`.

They have the settings that a station's connection has.
"""

import asyncio
import sys

from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

from benchmarks.fleet.own import tell_memory

PING_INTERVAL = 60.0
"""Seconds, as a station has it if nobody sets another."""


async def _read(connection: ClientConnection) -> None:
    async for _ in connection:
        pass


async def main(url: str, number: int) -> None:
    """Connect so many, and tell what each takes."""

    async def one(which: int) -> object:
        connection = await connect(
            f"{url}/{which}",
            subprotocols=[Subprotocol("ocpp2.0.1")],
            compression=None,
            proxy=None,
            ping_interval=PING_INTERVAL,
        )
        return asyncio.create_task(_read(connection))

    await tell_memory(number, one)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2])))
