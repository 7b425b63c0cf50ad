"""What a CALL costs from one end of a connection to the other, in CPU time of both ends.

Over a WebSocket on loopback, both ends in this process, no compression, no pings: a typed request
is called, handled by a typed handler, and its typed response is there. Beside it, at the same time:

    echo           the WebSocket library alone: the same two texts, and nobody looks at them
    mobilityhouse  its charge points at both ends, which validate as ours do

Without a socket: from the text of a CALL to the text of its answer, by a `Peer` over a transport in
memory. Beside it, bare pydantic: `validate_json` of the payload and `dump_json` of the answer, with
the same models, and without what OCPP-J is.

Answers are ready: to make them is the application's. Times are medians of rounds in which all
subjects take turns, so that all see the same computer.
"""

import asyncio
import statistics
import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import import_module
from typing import Any, cast
from uuid import UUID

import websockets
from pydantic_core import to_json
from websockets.typing import Subprotocol

from benchmarks.payloads import PAYLOADS
from pilotwire.connection import Endpoint, OcppVersion
from pilotwire.connection.client import WebSocketConnector
from pilotwire.connection.server import serve
from pilotwire.errors import ConnectionClosed
from pilotwire.ocpp import v16, v201
from pilotwire.ocpp.base import Action, AnyRequest, Direction, Response
from pilotwire.ocpp.v16.actions import ACTIONS as ACTIONS_16
from pilotwire.ocpp.v201.actions import ACTIONS as ACTIONS_201
from pilotwire.rpc import Call, CallResult, Handlers, Peer, RequestType, Transport, encode

__all__ = ["wire"]

ROUNDS = 15
TRIPS = 100
"""Round trips of a subject in a round."""
TEXTS = 1000
"""Texts of a subject in a round without a socket."""

_MESSAGE_ID = str(UUID(int=0, version=4))

Trip = Callable[[], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class _Exchange:
    """A request and its answer."""

    version: OcppVersion
    actions: Mapping[str, Action]
    request: AnyRequest
    answer: Response

    @property
    def texts(self) -> tuple[str, str]:
        """Both as they are on the wire."""
        request, answer = cast("Any", self.request.to_wire()), cast("Any", self.answer.to_wire())
        return (
            encode(Call(_MESSAGE_ID, self.request.action, request)),
            encode(CallResult(_MESSAGE_ID, answer)),
        )

    def handlers(self) -> Handlers:
        """What answers the request."""

        async def answer(_: AnyRequest) -> Response:
            return self.answer

        handlers = Handlers()
        handlers.on(cast("RequestType[AnyRequest, Response]", type(self.request)), answer)
        return handlers

    def peer(self, transport: Transport, sends: Direction) -> Peer:
        """An end of a connection."""
        return Peer(
            transport,
            edition=self.version.edition,
            actions=self.actions,
            sends=sends,
            handler=self.handlers(),
        )


def _payload(version: str, message: str) -> dict[str, Any]:
    (found,) = (p.wire for p in PAYLOADS if (p.version, p.message) == (version, message))
    return found


_EXCHANGES = (
    _Exchange(
        OcppVersion.V2_0_1,
        ACTIONS_201,
        v201.HeartbeatRequest(),
        v201.HeartbeatResponse(current_time=datetime(2026, 1, 31, 8, 30, tzinfo=UTC)),
    ),
    _Exchange(
        OcppVersion.V2_0_1,
        ACTIONS_201,
        v201.TransactionEventRequest.from_wire(_payload("2.0.1", "TransactionEventRequest")),
        v201.TransactionEventResponse(),
    ),
    _Exchange(
        OcppVersion.V1_6,
        ACTIONS_16,
        v16.MeterValuesRequest.from_wire(_payload("1.6", "MeterValuesRequest")),
        v16.MeterValuesResponse(),
    ),
)


def wire() -> Mapping[str, Mapping[str, float]]:
    """Microseconds of CPU time per message, and the ratios of ours to the others."""
    figures: dict[str, Mapping[str, float]] = {}
    for exchange in _EXCHANGES:
        name = f"{exchange.version} {exchange.request.action}"
        figures[name] = asyncio.run(_round_trip(exchange))
        figures[f"{name} without a socket"] = asyncio.run(_without_a_socket(exchange))
    return figures


async def _round_trip(exchange: _Exchange) -> Mapping[str, float]:
    async with AsyncExitStack() as open_ends:
        ends = (_ours, _echo, _mobilityhouse)
        trips = [await open_ends.enter_async_context(end(exchange)) for end in ends]
        ours, echo, mobilityhouse = await _medians(*(_repeated(trip, TRIPS) for trip in trips))
    return {
        "ours_us": round(ours * 1e6, 1),
        "echo_us": round(echo * 1e6, 1),
        "mobilityhouse_us": round(mobilityhouse * 1e6, 1),
        "ours_to_echo": round(ours / echo, 2),
        "mobilityhouse_to_ours": round(mobilityhouse / ours, 1),
    }


async def _without_a_socket(exchange: _Exchange) -> Mapping[str, float]:
    request, answer = type(exchange.request), type(exchange.answer)
    read, write = request.__pydantic_validator__, answer.__pydantic_serializer__
    payload, response = to_json(exchange.request.to_wire()), exchange.answer

    async def bare() -> None:
        for _ in range(TEXTS):
            read.validate_json(payload)
            write.to_json(response, exclude_none=True)

    ours, floor = (time / TEXTS for time in await _medians(lambda: _peer(exchange), bare))
    return {
        "ours_us": round(ours * 1e6, 1),
        "bare_us": round(floor * 1e6, 1),
        "ours_to_bare": round(ours / floor, 2),
    }


async def _medians(*works: Callable[[], Awaitable[float | None]]) -> list[float]:
    """CPU seconds that each of the works takes; of those that measure themselves, what they say."""
    rounds = [[await _cpu(work) for work in works] for _ in range(ROUNDS + 1)]
    return [statistics.median(times) for times in zip(*rounds[1:], strict=True)]


async def _cpu(work: Callable[[], Awaitable[float | None]]) -> float:
    begun = time.process_time()
    measured = await work()
    return time.process_time() - begun if measured is None else measured


def _repeated(trip: Trip, times: int) -> Callable[[], Awaitable[float]]:
    async def work() -> float:
        begun = time.process_time()
        for _ in range(times):
            await trip()
        return (time.process_time() - begun) / times

    return work


# Over a WebSocket


@asynccontextmanager
async def _ours(exchange: _Exchange) -> AsyncGenerator[Trip]:
    async def on_station(_: str, transport: Transport) -> None:
        await exchange.peer(transport, Direction.FROM_CSMS).run()

    versions = (exchange.version,)
    async with (
        serve(on_station, versions=versions, ping_interval=0) as serving,
        asyncio.TaskGroup() as tasks,
    ):
        endpoint = Endpoint(f"ws://127.0.0.1:{serving.port}", "CS-1", versions)
        station = exchange.peer(
            await WebSocketConnector().connect(endpoint), Direction.FROM_STATION
        )
        tasks.create_task(station.run())
        yield lambda: station.call(exchange.request)
        await station.close()


@asynccontextmanager
async def _sockets(
    exchange: _Exchange, talk: Callable[[websockets.ServerConnection], Awaitable[None]]
) -> AsyncGenerator[websockets.ClientConnection]:
    """A connection of the WebSocket library alone, with the same settings."""

    async def on_connection(connection: websockets.ServerConnection) -> None:
        with suppress(websockets.ConnectionClosed):
            await talk(connection)

    settings: dict[str, Any] = {
        "subprotocols": [Subprotocol(exchange.version.subprotocol)],
        "compression": None,
        "ping_interval": None,
    }
    async with websockets.serve(on_connection, "127.0.0.1", 0, **settings) as server:
        port = server.sockets[0].getsockname()[1]
        url = f"ws://127.0.0.1:{port}/CS-1"
        async with websockets.connect(url, proxy=None, **settings) as connection:
            yield connection


@asynccontextmanager
async def _echo(exchange: _Exchange) -> AsyncGenerator[Trip]:
    request, answer = exchange.texts

    async def talk(connection: websockets.ServerConnection) -> None:
        async for _ in connection:
            await connection.send(answer)

    async with _sockets(exchange, talk) as connection:

        async def trip() -> None:
            await connection.send(request)
            await connection.recv()

        yield trip


@asynccontextmanager
async def _mobilityhouse(exchange: _Exchange) -> AsyncGenerator[Trip]:
    # It has no types that a checker could hold this to.
    package: Any = import_module(
        "ocpp.v16" if exchange.version is OcppVersion.V1_6 else "ocpp.v201"
    )
    names: Any = import_module("ocpp.charge_point")
    on: Any = import_module("ocpp.routing").on
    action = exchange.request.action

    def made(messages: Any, wire: Mapping[str, Any]) -> Any:
        return getattr(messages, action)(**names.camel_to_snake_case(wire))

    request = made(package.call, exchange.request.to_wire())
    response = made(package.call_result, exchange.answer.to_wire())

    class Csms(package.ChargePoint):  # type: ignore[misc]  # it has no types
        @on(action)  # type: ignore[untyped-decorator]  # nor this
        def answer(self, **_: Any) -> Any:
            return response

    async def talk(connection: websockets.ServerConnection) -> None:
        await Csms("CS-1", connection).start()

    async with _sockets(exchange, talk) as connection:
        station = package.ChargePoint("CS-1", connection)
        reading = asyncio.create_task(station.start())
        yield lambda: station.call(request, suppress=False)
        reading.cancel()
        await asyncio.gather(reading, return_exceptions=True)


# Without a socket


class _Memory:
    """A transport that has texts to read, and is closed when each of them is answered."""

    subprotocol = ""

    def __init__(self, texts: list[str]) -> None:
        self._texts = texts
        self._unanswered = len(texts)
        self._answered = asyncio.Event()

    async def send(self, text: str) -> None:
        if not text.startswith("[3"):
            raise ValueError(f"no answer: {text}")
        self._unanswered -= 1
        if not self._unanswered:
            self._answered.set()

    async def receive(self) -> str:
        if self._texts:
            return self._texts.pop()
        await self._answered.wait()
        raise ConnectionClosed

    def ping_every(self, seconds: float) -> None:
        """The other end is always there."""

    async def close(self, code: int = 1000, reason: str = "") -> None:
        del code, reason


async def _peer(exchange: _Exchange) -> float:
    text, _ = exchange.texts
    texts = [text.replace(_MESSAGE_ID, str(UUID(int=n, version=4)), 1) for n in range(TEXTS)]
    peer = exchange.peer(_Memory(texts), Direction.FROM_CSMS)
    begun = time.process_time()
    await peer.run()
    return time.process_time() - begun
