"""Connections within the process, with faults at will: no sockets, nothing random.

    csms = Csms()
    async with MemoryConnector(csms.serve_transport) as network:
        environment = Environment(connector=network)

`MemoryConnector` connects stations to a CSMS that is an async function; a `MemoryLink` is one
connection. Under virtual time, a fault happens at the same instant in each run.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Sequence
from enum import Enum
from types import TracebackType
from typing import Self, TypeAlias

from pilotwire.connection.endpoint import Endpoint, choose
from pilotwire.connection.versions import OcppVersion
from pilotwire.errors import (
    ConnectionClosed,
    ConnectionRefused,
    NoCommonVersion,
)
from pilotwire.rpc import Transport

__all__ = ["Fate", "Faults", "MemoryConnector", "MemoryLink", "MemoryTransport", "Side"]


class Side(Enum):
    """Who sends."""

    STATION = "station"
    CSMS = "csms"


class Fate(Enum):
    """What becomes of a text that is sent."""

    DELIVER = "delivered"
    DROP = "lost; nobody notices, as on a half-open connection"
    CUT_BEFORE = "the link breaks before the text leaves; `send` raises"
    CUT_AFTER = "the text arrives, then the link breaks; `send` returns"
    TWICE = "delivered twice"
    GARBLED = "a half of it arrives"


Faults: TypeAlias = Callable[[Side, str], Fate]
"""Decides what becomes of each text that is sent."""


class MemoryTransport:
    """One end of a `MemoryLink`; a `Transport`."""

    def __init__(self, link: "MemoryLink", side: Side) -> None:
        self._link = link
        self._side = side
        self._inbox: deque[tuple[float, str]] = deque()
        self._closed: tuple[int | None, str] | None = None
        self._changed = asyncio.Event()
        self.ping_interval: float | None = None
        """How often pings were asked for since the connection was made."""

    @property
    def subprotocol(self) -> str:
        """See `Transport.subprotocol`."""
        return self._link.subprotocol

    @property
    def closed(self) -> bool:
        """Whether the connection is over."""
        return self._closed is not None

    async def send(self, text: str) -> None:
        """See `Transport.send`."""
        await asyncio.sleep(0)
        self._check_open()
        self._link.carry(self._side, text)
        if self._link.broke_before:
            self._check_open()

    async def receive(self) -> str:
        """See `Transport.receive`."""
        loop = asyncio.get_running_loop()
        while True:
            due = self._inbox[0][0] if self._inbox else None
            if due is not None and due <= loop.time():
                return self._inbox.popleft()[1]
            if due is None:
                self._check_open()
            self._changed.clear()
            try:
                async with asyncio.timeout_at(due):
                    await self._changed.wait()
            except TimeoutError:
                pass

    def ping_every(self, seconds: float) -> None:
        """See `Transport.ping_every`; the link needs none."""
        self.ping_interval = seconds

    async def close(self, code: int = 1000, reason: str = "") -> None:
        """See `Transport.close`; what travels arrives."""
        self._link.end(code, reason, keep_in_flight=True)
        await asyncio.sleep(0)

    def abort(self) -> None:
        """Break the link, without a word to the other end."""
        self._link.cut()

    def arrive(self, due: float, text: str) -> None:
        """Let a text be received at a time of the event loop; called by the link."""
        self._inbox.append((due, text))
        self._changed.set()

    def end(self, code: int | None, reason: str, *, keep_in_flight: bool) -> None:
        """Let the connection be over; called by the link."""
        if self._closed is None:
            self._closed = (code, reason)
            if not keep_in_flight:
                now = asyncio.get_running_loop().time()
                self._inbox = deque(item for item in self._inbox if item[0] <= now)
            self._changed.set()

    def _check_open(self) -> None:
        if self._closed is not None:
            code, reason = self._closed
            raise ConnectionClosed(code, reason)


class MemoryLink:
    """A connection between two ends, `station` and `csms`.

    Attributes:
        latency: Seconds that a text travels, either way; may be changed at any time.
        faults: Decides the fate of each text; None delivers all.
        silent: While true, all texts are lost and nobody notices (half-open).
        ended: When it broke or was closed, in the event loop's time; None while it is open.
    """

    def __init__(self, subprotocol: str, *, latency: float = 0.0, faults: Faults | None = None):
        self.subprotocol = subprotocol
        self.latency = latency
        self.faults = faults
        self.silent = False
        self.broke_before = False
        self.ended: float | None = None
        self.station = MemoryTransport(self, Side.STATION)
        self.csms = MemoryTransport(self, Side.CSMS)

    def cut(self) -> None:
        """Break the link: both ends see `ConnectionClosed` without a code; what travels is lost."""
        self.end(None, "", keep_in_flight=False)

    def carry(self, side: Side, text: str) -> None:
        """Take a text from one end; called by `MemoryTransport.send`."""
        fate = Fate.DELIVER if self.faults is None else self.faults(side, text)
        if fate is Fate.CUT_BEFORE:
            self.broke_before = True
            self.cut()
            return
        if self.silent or fate is Fate.DROP:
            return
        other = self.csms if side is Side.STATION else self.station
        latency = 0.0 if fate is Fate.CUT_AFTER else self.latency
        arriving = text[: len(text) // 2] if fate is Fate.GARBLED else text
        other.arrive(asyncio.get_running_loop().time() + latency, arriving)
        if fate is Fate.TWICE:
            other.arrive(asyncio.get_running_loop().time() + latency, text)
        if fate is Fate.CUT_AFTER:
            self.cut()

    def end(self, code: int | None, reason: str, *, keep_in_flight: bool) -> None:
        """Let both ends see that the connection is over."""
        if self.ended is None:
            self.ended = asyncio.get_running_loop().time()
        self.station.end(code, reason, keep_in_flight=keep_in_flight)
        self.csms.end(code, reason, keep_in_flight=keep_in_flight)


class MemoryConnector:
    """A `Connector` to a CSMS within the process; an async context manager.

    Args:
        serve: The CSMS: called with the station's identity and its own end for each connection; the
            connection is closed when it returns. What it raises comes out of the context.
        versions: The OCPP versions that the CSMS speaks.
        latency: As for `MemoryLink`, of new connections.
        faults: As for `MemoryLink`, of new connections.

    Attributes:
        refusal: While set, connections are refused with this exception.
    """

    def __init__(
        self,
        serve: Callable[[str, Transport], Awaitable[None]],
        *,
        versions: Iterable[str] = tuple(OcppVersion),
        latency: float = 0.0,
        faults: Faults | None = None,
    ) -> None:
        self._serve = serve
        self._supported = [version.subprotocol for version in OcppVersion.parse_all(versions)]
        self._tasks = asyncio.TaskGroup()
        self.latency = latency
        self.faults = faults
        self.refusal: ConnectionRefused | None = None
        self._links: list[MemoryLink] = []

    @property
    def links(self) -> Sequence[MemoryLink]:
        """The connections that last, oldest first."""
        return tuple(self._links)

    def speak(self, *versions: str) -> None:
        """Let the CSMS speak other versions, on new connections."""
        self._supported = [version.subprotocol for version in OcppVersion.parse_all(versions)]

    async def connect(self, endpoint: Endpoint) -> Transport:
        """Open a connection; see `Connector`."""
        await asyncio.sleep(self.latency)
        if self.refusal is not None:
            raise self.refusal
        self.check(endpoint)
        subprotocol = choose(endpoint.subprotocols, self._supported)
        if subprotocol is None:
            raise NoCommonVersion(endpoint.subprotocols)
        link = self.new_link(subprotocol)
        self._links.append(link)
        self._tasks.create_task(self._serve_link(endpoint.identity, link))
        return link.station

    def check(self, endpoint: Endpoint) -> None:
        """Raise a `ConnectionRefused` for one that may not connect; for subclasses."""

    def new_link(self, subprotocol: str) -> MemoryLink:
        """Make the link of a connection; for subclasses."""
        return MemoryLink(subprotocol, latency=self.latency, faults=self.faults)

    async def _serve_link(self, identity: str, link: MemoryLink) -> None:
        try:
            await self._serve(identity, link.csms)
        except ConnectionClosed:
            pass
        finally:
            link.end(1000, "", keep_in_flight=True)
            self._links.remove(link)

    async def __aenter__(self) -> Self:
        await self._tasks.__aenter__()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """End all connections and wait for the CSMS's functions."""
        for link in self._links:
            link.end(1001, "the CSMS is gone", keep_in_flight=False)
        await self._tasks.__aexit__(kind, error, traceback)
