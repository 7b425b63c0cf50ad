"""The CSMS of the three, and how they are measured."""

import asyncio
import json
import statistics
import sys
import time
from abc import ABC, abstractmethod
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from typing import Any

from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

from pilotwire.timing import AcceleratedEventLoop

__all__ = ["COMMAND", "HEARTBEAT", "PING_INTERVAL", "SUBPROTOCOL", "Csms", "Subject", "tell"]

SUBPROTOCOL = Subprotocol("ocpp2.0.1")
HEARTBEAT = 300
PING_INTERVAL = 60.0
"""Seconds, as a station has it if nobody sets another."""
ROUNDS = 60
BOOTS = 20
HOURS = 24
SPEED = 100_000

COMMAND = {
    "getVariableData": [
        {"component": {"name": "TxCtrlr"}, "variable": {"name": "EVConnectionTimeOut"}}
    ]
}


class Csms:
    """Takes everything, and says when what came."""

    def __init__(self) -> None:
        self.url = ""
        self.came: dict[str, float] = {}
        """When a message of an action last came."""
        self._news = asyncio.Event()
        self._answers: dict[str, asyncio.Future[float]] = {}
        self._connection: ServerConnection | None = None
        self._began = datetime.now(UTC)

    @asynccontextmanager
    async def serving(self) -> AsyncGenerator["Csms"]:
        """While it listens."""
        self._began -= timedelta(seconds=asyncio.get_running_loop().time())
        async with serve(
            self._talk,
            "127.0.0.1",
            0,
            subprotocols=[SUBPROTOCOL],
            compression=None,
            ping_interval=None,
        ) as server:
            self.url = f"ws://127.0.0.1:{server.sockets[0].getsockname()[1]}"
            yield self

    async def hears(self, action: str) -> float:
        """When a message of an action has come since it was last forgotten."""
        while action not in self.came:
            self._news.clear()
            await self._news.wait()
        return self.came[action]

    async def command(self, number: int) -> float:
        """When the station has answered a command."""
        if self._connection is None:
            raise RuntimeError("nobody is connected")
        message_id = f"c{number}"
        self._answers[message_id] = asyncio.get_running_loop().create_future()
        await self._connection.send(json.dumps([2, message_id, "GetVariables", COMMAND]))
        try:
            return await self._answers[message_id]
        finally:
            del self._answers[message_id]

    async def _talk(self, connection: ServerConnection) -> None:
        self._connection = connection
        with suppress(ConnectionClosed):
            async for text in connection:
                at = time.perf_counter()
                kind, message_id, *rest = json.loads(text)
                if kind == 2:
                    self.came[rest[0]] = at
                    self._news.set()
                    await connection.send(json.dumps([3, message_id, self._payload(rest[0])]))
                elif message_id in self._answers:
                    self._answers[message_id].set_result(at)

    def _payload(self, action: str) -> dict[str, Any]:
        # The time of the loop, in which a day may pass in a second.
        now = self._began + timedelta(seconds=asyncio.get_running_loop().time())
        if action == "BootNotification":
            return {"currentTime": now.isoformat(), "interval": HEARTBEAT, "status": "Accepted"}
        if action == "Heartbeat":
            return {"currentTime": now.isoformat()}
        if action == "Authorize":
            return {"idTokenInfo": {"status": "Accepted"}}
        return {}


class Subject(ABC):
    """One of the three, on one connection."""

    def prepare(self) -> None:  # noqa: B027 -- most need nothing
        """Make what is there before: a database."""

    @abstractmethod
    def running(self, url: str) -> AbstractAsyncContextManager[object]:
        """Connected, and accepted, while the context is open."""

    @abstractmethod
    async def card(self) -> float:
        """Show a card; the seconds until the contactor may close."""


async def _boot(subject: Subject) -> float:
    taken: list[float] = []
    for _ in range(BOOTS):
        async with Csms().serving() as csms:
            subject.prepare()
            begun = time.perf_counter()
            async with subject.running(csms.url):
                taken.append(await csms.hears("BootNotification") - begun)
    return _median(taken)


async def _talks(subject: Subject) -> tuple[float, float]:
    async with Csms().serving() as csms, subject.running(csms.url):
        cards = [await subject.card() for _ in range(ROUNDS)]
        commands: list[float] = []
        for number in range(ROUNDS):
            begun = time.perf_counter()
            commands.append(await csms.command(number) - begun)
    return _median(cards), _median(commands)


async def _idle(subject: Subject) -> float:
    async with Csms().serving() as csms, subject.running(csms.url):
        await asyncio.sleep(3600)  # whatever follows a start is over
        begun = time.process_time()
        await asyncio.sleep(3600 * HOURS)
        return round((time.process_time() - begun) * 1e3 / HOURS, 3)


def _median(seconds: list[float]) -> float:
    return round(statistics.median(seconds) * 1e3, 3)


def tell(make: Callable[[], Subject]) -> None:
    """Measure a subject, and print what it takes as JSON."""

    def run(measure: Callable[[Subject], Awaitable[Any]], speed: float = 1) -> Any:
        async def measured() -> Any:
            return await measure(make())

        with asyncio.Runner(loop_factory=lambda: AcceleratedEventLoop(speed)) as runner:
            return runner.run(measured())

    card, command = run(_talks)
    figures = {"boot": run(_boot), "card": card, "command": command, "idle": run(_idle, SPEED)}
    sys.stdout.write(json.dumps(figures) + "\n")
