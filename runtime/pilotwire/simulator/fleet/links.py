"""The network of a fleet, which drops stations."""

from typing import Protocol, runtime_checkable
from weakref import WeakValueDictionary

from pilotwire.connection import Connector, Endpoint
from pilotwire.errors import CsmsUnreachable
from pilotwire.rpc import Transport

__all__ = ["Links"]


@runtime_checkable
class _Breakable(Protocol):
    """A connection that can end as one does whose network is gone: without a word."""

    def abort(self) -> None: ...


class Links:
    """A `Connector` whose connections can be broken, by the station's identity.

    What it hands out is what `connector` opens, so that a message costs nothing more.
    """

    def __init__(self, connector: Connector) -> None:
        self._connector = connector
        self._down: dict[str, int] = {}
        """How many outages a station is in: they may overlap."""
        self._open: WeakValueDictionary[str, Transport] = WeakValueDictionary()

    async def connect(self, endpoint: Endpoint) -> Transport:
        """See `Connector.connect`."""
        self._check(endpoint.identity)
        transport = await self._connector.connect(endpoint)
        if endpoint.identity in self._down:  # it went meanwhile
            await _break(transport)
        self._check(endpoint.identity)
        self._open[endpoint.identity] = transport
        return transport

    def _check(self, identity: str) -> None:
        if identity in self._down:
            raise CsmsUnreachable("there is no network")

    @property
    def down(self) -> int:
        """How many stations have no network."""
        return len(self._down)

    async def drop(self, identity: str) -> bool:
        """Let a station have no network until `mend`; whether there was a connection."""
        self._down[identity] = self._down.get(identity, 0) + 1
        transport = self._open.pop(identity, None)
        if transport is not None:
            await _break(transport)
        return transport is not None

    def mend(self, identity: str) -> None:
        """Let it have one again, once no other outage lasts."""
        left = self._down.get(identity, 0) - 1
        if left > 0:
            self._down[identity] = left
        else:
            self._down.pop(identity, None)

    def mend_all(self) -> None:
        """Let all have a network."""
        self._down.clear()


async def _break(transport: Transport) -> None:
    if isinstance(transport, _Breakable):
        transport.abort()
    else:
        await transport.close(1001)
