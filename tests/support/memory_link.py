"""Links in the process that remember what was sent; a CSMS that refuses whom a test wants."""

from collections.abc import Awaitable, Callable, Iterable

from pilotwire.connection.endpoint import Endpoint
from pilotwire.connection.versions import OcppVersion
from pilotwire.errors import CredentialsRefused, CsmsUnreachable
from pilotwire.rpc import Transport
from pilotwire.simulator import memory
from pilotwire.simulator.memory import Fate, Faults, MemoryTransport, Side

__all__ = [
    "Fate",
    "Faults",
    "MemoryConnector",
    "MemoryLink",
    "MemoryTransport",
    "Side",
    "memory_link",
]


class MemoryLink(memory.MemoryLink):
    """A link that remembers.

    Attributes:
        sent: All texts that were handed to it, in order.
    """

    def __init__(self, subprotocol: str, *, latency: float = 0.0, faults: Faults | None = None):
        super().__init__(subprotocol, latency=latency, faults=faults)
        self.sent: list[tuple[Side, str]] = []

    def carry(self, side: Side, text: str) -> None:
        self.sent.append((side, text))
        super().carry(side, text)


def memory_link(
    subprotocol: str = "ocpp2.0.1", *, latency: float = 0.0, faults: Faults | None = None
) -> MemoryLink:
    """An open connection; see `MemoryLink`."""
    return MemoryLink(subprotocol, latency=latency, faults=faults)


class MemoryConnector(memory.MemoryConnector):
    """A connector that remembers, and refuses.

    Attributes:
        attempts: The endpoints of all attempts to connect, refused ones too.
    """

    def __init__(
        self,
        serve: Callable[[str, Transport], Awaitable[None]],
        *,
        versions: Iterable[str] = tuple(OcppVersion),
        latency: float = 0.0,
        faults: Faults | None = None,
    ) -> None:
        super().__init__(serve, versions=versions, latency=latency, faults=faults)
        self.passwords: set[str | bytes | None] | None = None
        """Those that the CSMS takes; None takes any, and none."""
        self.judge: Callable[[Endpoint], object] = lambda _: None
        """Raises for what the CSMS, or the station at its sight, refuses."""
        self.unreachable: set[str] = set()
        """URLs where nobody is."""
        self.attempts: list[Endpoint] = []
        self._made: list[MemoryLink] = []

    @property
    def links(self) -> list[MemoryLink]:
        """All connections that were made, oldest first."""
        return self._made

    async def connect(self, endpoint: Endpoint) -> Transport:
        self.attempts.append(endpoint)
        return await super().connect(endpoint)

    def check(self, endpoint: Endpoint) -> None:
        if endpoint.url in self.unreachable:
            raise CsmsUnreachable("nobody is there")
        if self.passwords is not None and endpoint.password not in self.passwords:
            raise CredentialsRefused("wrong password", 401)
        self.judge(endpoint)

    def new_link(self, subprotocol: str) -> MemoryLink:
        link = MemoryLink(subprotocol, latency=self.latency, faults=self.faults)
        self._made.append(link)
        return link
