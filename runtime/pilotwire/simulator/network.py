"""The network of a simulated charger, which a tester can take away."""

import asyncio
from typing import Protocol, runtime_checkable

from pilotwire.connection import Connector, Endpoint, OcppVersion
from pilotwire.errors import ConnectionClosed, ConnectionRefused, CsmsUnreachable
from pilotwire.rpc import Transport

__all__ = ["Network"]


@runtime_checkable
class _Breakable(Protocol):
    """A connection that can end as one does whose network is gone: without a word."""

    def abort(self) -> None: ...


class Network:
    """A `Connector` that opens connections with another one as long as there is a network.

    Attributes:
        offline: Whether there is none: connections have broken, and no new one is opened.
        silent: Whether what is said on connections is lost, and neither end is told so. There is no
            new one meanwhile, either.
        url: Where the last connection was to lead to.
        trouble: Why the last one could not be opened; empty if it could.
    """

    def __init__(self, connector: Connector) -> None:
        self._connector = connector
        self._line: _Line | None = None
        self.offline = False
        self.silent = False
        self.url = ""
        self.trouble = ""

    @property
    def version(self) -> OcppVersion | None:
        """What is spoken on the connection that there was last; None if there was none."""
        return None if self._line is None else OcppVersion.parse(self._line.subprotocol)

    async def connect(self, endpoint: Endpoint) -> Transport:
        """See `Connector.connect`."""
        self.url = endpoint.connection_url
        try:
            self._needed()
            line = _Line(await self._connector.connect(endpoint), self)
            try:
                self._needed()
            except CsmsUnreachable:  # it was taken away meanwhile
                line.cut()
                raise
        except ConnectionRefused as refused:
            self.trouble = str(refused)
            raise
        self.trouble = ""
        self._line = line
        return line

    def _needed(self) -> None:
        if self.offline or self.silent:
            raise CsmsUnreachable("the network is taken away")

    def take_away(self, *, silent: bool = False) -> None:
        """Let there be no network from now on."""
        if silent:
            self.silent = True
            return
        self.offline = True
        self.cut()

    def give_back(self) -> None:
        """Let there be one again. A connection that was silent is too far behind to go on."""
        if self.silent:
            self.cut()
        self.offline = self.silent = False

    def cut(self) -> None:
        """Break the connection that there is, without a word to the other end."""
        if self._line is not None:
            self._line.cut()


class _Line:
    """A connection through the network; a `Transport`."""

    def __init__(self, transport: Transport, network: Network) -> None:
        self._transport = transport
        self._network = network
        self._broken = False
        self._ending: asyncio.Task[None] | None = None

    @property
    def subprotocol(self) -> str:
        return self._transport.subprotocol

    async def send(self, text: str) -> None:
        if self._broken:
            raise ConnectionClosed
        if self._network.silent:
            return
        await self._transport.send(text)

    async def receive(self) -> str:
        while True:
            text = await self._transport.receive()
            if self._broken:
                raise ConnectionClosed
            if not self._network.silent:
                return text

    def ping_every(self, seconds: float) -> None:
        self._transport.ping_every(seconds)

    async def close(self, code: int = 1000, reason: str = "") -> None:
        if self._network.silent:
            self.cut()
        if self._broken:
            return
        await self._transport.close(code, reason)

    def cut(self) -> None:
        """Be gone."""
        if self._broken:
            return
        self._broken = True
        if isinstance(self._transport, _Breakable):
            self._transport.abort()
        else:
            self._ending = asyncio.create_task(self._transport.close(1001))
