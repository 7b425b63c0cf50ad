"""The other end of a connection as it is found in the field: it says in plain JSON what it is told
to, right or wrong, and knows none of our types.
"""

import asyncio
import json
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

from pilotwire.charging_station import ChargingStation, Network
from pilotwire.hal.simulated import SimulatedStation
from pilotwire.ocpp.specs import Variable
from pilotwire.store import Store
from pilotwire.timing import AcceleratedEventLoop
from tests.support.settings import to_settings

OCPP_16 = Subprotocol("ocpp1.6")
OCPP_201 = Subprotocol("ocpp2.0.1")
SPEED = 100.0
LIMIT = 3600.0
"""How long a scene may take, in its own seconds."""

Payload = dict[str, Any]
Says = Callable[[str, Payload], list[Any]]
"""Frames to send for a CALL, of its message id and payload."""


def play(scene: Callable[[], Awaitable[None]]) -> None:
    """Run a scene on real sockets, idle time passing fast."""

    async def bounded() -> None:
        async with asyncio.timeout(LIMIT):
            await scene()

    with asyncio.Runner(loop_factory=lambda: AcceleratedEventLoop(SPEED)) as runner:
        runner.run(bounded())


def says(payload: Payload) -> Says:
    """A proper answer."""
    return lambda message_id, _: [[3, message_id, payload]]


def time() -> str:
    """The time of day as most write it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class FieldCsms:
    """A CSMS of 1.6 and 2.0.1 that answers each action by its script, and all others with an empty
    object.
    """

    def __init__(self, script: Mapping[str, Says] | None = None) -> None:
        accepted = {"status": "Accepted"}
        self.script: dict[str, Says] = {
            "BootNotification": lambda message_id, _: [
                [3, message_id, {**accepted, "currentTime": time(), "interval": 300}]
            ],
            "Heartbeat": lambda message_id, _: [[3, message_id, {"currentTime": time()}]],
            "Authorize": self._authorize,
            "StartTransaction": says({"transactionId": 7, "idTagInfo": accepted}),
            **(script or {}),
        }
        self.calls: list[tuple[str, Payload]] = []
        self.refusals: list[list[Any]] = []
        """The CALLERRORs that came."""
        self.connections: list[ServerConnection] = []
        self.frames: list[list[Any]] = []
        """All that came, in order."""
        self.url = ""
        self._news = asyncio.Event()

    async def until(self, true: Callable[[], bool]) -> None:
        """Wait until it is so."""
        while not true():
            self._news.clear()
            await self._news.wait()

    def asked(self, action: str) -> list[Payload]:
        """The payloads of all CALLs of an action."""
        return [payload for name, payload in self.calls if name == action]

    def actions(self) -> list[str]:
        """What was asked, in order."""
        return [name for name, _ in self.calls]

    async def ask(self, action: str, payload: Payload) -> list[Any]:
        """The frame that answers a CALL to the station."""
        message_id = f"csms-{len(self.frames)}"
        await self.connections[-1].send(json.dumps([2, message_id, action, payload]))
        answers: list[list[Any]] = []

        def answered() -> bool:
            answers[:] = [each for each in self.frames if each[0] != 2 and each[1] == message_id]
            return bool(answers)

        await self.until(answered)
        return answers[0]

    def _authorize(self, message_id: str, payload: Payload) -> list[Any]:
        info = "idTagInfo" if "idTag" in payload else "idTokenInfo"
        return [[3, message_id, {info: {"status": "Accepted"}}]]

    async def _serve(self, connection: ServerConnection) -> None:
        self.connections.append(connection)
        self._news.set()
        try:
            async for text in connection:
                frame = json.loads(text)
                self.frames.append(frame)
                if frame[0] == 4:
                    self.refusals.append(frame)
                if frame[0] == 2:
                    _, message_id, action, payload = frame
                    self.calls.append((action, payload))
                    for answer in self.script.get(action, says({}))(message_id, payload):
                        await connection.send(json.dumps(answer))
                self._news.set()
        except ConnectionClosed:
            pass

    @asynccontextmanager
    async def open(self) -> AsyncGenerator["FieldCsms", None]:
        """Listen while the block lasts."""
        server = serve(
            self._serve,
            "127.0.0.1",
            0,
            subprotocols=[OCPP_16, OCPP_201],
            close_timeout=1,
        )
        async with server as listening:
            self.url = f"ws://127.0.0.1:{listening.sockets[0].getsockname()[1]}/"
            yield self


@asynccontextmanager
async def station(
    csms: FieldCsms,
    settings: Mapping[Variable[Any], object] | None = None,
    version: str = "1.6",
) -> AsyncGenerator[ChargingStation[SimulatedStation], None]:
    """A station of ours at a CSMS of the field."""
    async with csms.open():
        one = ChargingStation(
            identity="CS-0042",
            vendor="Example",
            model="One",
            csms=Network(csms.url, (version,)),
            hardware=SimulatedStation(evses=1),
            store=Store(":memory:"),
            settings=to_settings(settings),
        )
        async with one:
            yield one


class FieldStation:
    """A charger of 1.6."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection

    async def ask(self, action: str, payload: Payload, message_id: str = "1") -> list[Any]:
        """The frame that answers a CALL."""
        await self.say([2, message_id, action, payload])
        return await self.hear()

    async def hear(self) -> list[Any]:
        """The next frame."""
        return list(json.loads(await self._connection.recv()))

    async def say(self, frame: list[Any]) -> None:
        """Send any frame."""
        await self._connection.send(json.dumps(frame))


@asynccontextmanager
async def charger(port: int, identity: str = "CP1") -> AsyncGenerator[FieldStation, None]:
    """A charger of the field, connected to a CSMS of ours."""
    url = f"ws://127.0.0.1:{port}/ocpp/{identity}"
    async with connect(url, subprotocols=[OCPP_16], ping_interval=None) as connection:
        yield FieldStation(connection)
