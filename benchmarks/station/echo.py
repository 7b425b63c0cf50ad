"""The WebSocket library, and texts that are ready: `python -m benchmarks.station.echo`."""

import asyncio
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from benchmarks.station.measuring import HEARTBEAT, PING_INTERVAL, SUBPROTOCOL, Subject, tell

BOOT = (
    '[2,"b","BootNotification",{"chargingStation":{"vendorName":"Example","model":"One"},'
    '"reason":"PowerUp"}]'
)
AUTHORIZE = '[2,"a","Authorize",{"idToken":{"idToken":"04A1B2C3","type":"ISO14443"}}]'
BEAT = '[2,"h","Heartbeat",{}]'
ANSWER = (
    '[3,"%s",{"getVariableResult":[{"component":{"name":"TxCtrlr"},"variable":'
    '{"name":"EVConnectionTimeOut"},"attributeStatus":"Accepted","attributeValue":"60"}]}]'
)


class Echo(Subject):
    """A connection that answers without looking."""

    def __init__(self) -> None:
        self._connection: ClientConnection | None = None
        self._heard = asyncio.Event()

    @asynccontextmanager
    async def running(self, url: str) -> AsyncGenerator[object]:
        """From the opening of its connection on."""
        async with connect(
            f"{url}/CS-1",
            subprotocols=[SUBPROTOCOL],
            compression=None,
            proxy=None,
            ping_interval=PING_INTERVAL,
        ) as connection:
            self._connection = connection
            tasks = [asyncio.create_task(self._read(connection))]
            await connection.send(BOOT)
            await self._heard.wait()
            tasks.append(asyncio.create_task(self._beat(connection)))
            yield connection
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def card(self) -> float:
        """A text there and back."""
        if self._connection is None:
            raise RuntimeError("it does not run")
        self._heard.clear()
        begun = time.perf_counter()
        await self._connection.send(AUTHORIZE)
        await self._heard.wait()
        return time.perf_counter() - begun

    async def _read(self, connection: ClientConnection) -> None:
        with suppress(ConnectionClosed):
            async for text in connection:
                kind, message_id = str(text)[1], str(text).split('"', 2)[1]
                if kind == "2":
                    await connection.send(ANSWER % message_id)
                else:
                    self._heard.set()

    async def _beat(self, connection: ClientConnection) -> None:
        while True:
            await asyncio.sleep(HEARTBEAT)
            await connection.send(BEAT)


if __name__ == "__main__":
    tell(Echo)
