"""The CSMS's end: accepting stations (OCPP-J 3.2; security profiles 0 and 1, 2 and 3 with TLS)."""

import asyncio
import contextlib
import ssl
from base64 import b64decode
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable, Mapping, Sequence
from http import HTTPStatus
from types import MappingProxyType
from typing import TypeAlias
from urllib.parse import unquote

from websockets.asyncio.server import ServerConnection
from websockets.asyncio.server import serve as _serve
from websockets.http11 import Request, Response
from websockets.typing import Subprotocol

from pilotwire.connection.endpoint import choose
from pilotwire.connection.paced import PacedServerConnection
from pilotwire.connection.versions import OcppVersion, Versions
from pilotwire.connection.websocket import WIRE_LOG, WebSocketTransport
from pilotwire.errors import ConnectionClosed
from pilotwire.rpc.frames import MAX_SIZE
from pilotwire.rpc.transport import Transport

__all__ = ["Authenticate", "Certified", "OnStation", "Serving", "serve"]

OnStation: TypeAlias = Callable[[str, Transport], Awaitable[None]]
"""Called with identity and transport of each connection, which is closed when it returns."""

Authenticate: TypeAlias = Callable[[str, str | None], bool]
"""Called with identity and password; None if the station gave none. Bytes of the password that are
not UTF-8 come as surrogate escapes."""

Certified: TypeAlias = Callable[[str, bytes, bool], bool]
"""Called with identity, the certificate that the station has shown, in DER, and whether that is all
that it shows; TLS has verified it already."""


class Serving:
    """A server that accepts stations, as `serve` gives it.

    Attributes:
        port: The TCP port that it listens on.
        stations: The connected stations by identity; a live view.
    """

    def __init__(
        self,
        on_station: OnStation,
        subprotocols: Iterable[str],
        authenticate: Authenticate | None,
        knows: Callable[[str], bool] | None,
        max_connections: int | None = None,
        certified: Certified | None = None,
    ) -> None:
        self._on_station = on_station
        self._subprotocols = tuple(subprotocols)
        self._authenticate = authenticate
        self._knows = knows
        self._certified = certified
        self._max_connections = max_connections
        self._stations: dict[str, Transport] = {}
        self.stations: Mapping[str, Transport] = MappingProxyType(self._stations)
        self.port = 0

    def check(self, connection: ServerConnection, request: Request) -> Response | None:
        """Refuse a handshake by an HTTP response, or let it go on."""
        identity = _identity(request)
        if not identity or (self._knows is not None and not self._knows(identity)):
            return connection.respond(HTTPStatus.NOT_FOUND, "unknown charging station\n")
        if self._full_for(identity):
            return connection.respond(HTTPStatus.SERVICE_UNAVAILABLE, "too many stations\n")
        certificate = None if self._certified is None else _certificate(connection)
        if self._certified is not None and certificate is not None:
            alone = "Authorization" not in request.headers
            if not self._certified(identity, certificate, alone):
                return _unauthorized(connection, "the certificate is refused\n")
            if alone:
                return None
        if self._authenticate is None:
            return None
        username, password = _credentials(request)
        if username in (None, identity) and self._authenticate(identity, password):
            return None
        return _unauthorized(connection, "credentials refused\n")

    def select(self, _: ServerConnection, offered: Sequence[Subprotocol]) -> Subprotocol | None:
        """The station's first subprotocol that this server knows; None accepts without one."""
        chosen = choose(offered, self._subprotocols)
        return None if chosen is None else Subprotocol(chosen)

    async def handle(self, connection: ServerConnection) -> None:
        """One connection, from the end of its handshake."""
        if connection.subprotocol is None:
            # OCPP-J 3.2: the handshake is completed without a subprotocol, then closed at once.
            await connection.close(1002, "no common OCPP version")
            return
        assert connection.request is not None  # noqa: S101 -- the handshake is done
        identity = _identity(connection.request)
        if self._full_for(identity):  # others came while this one shook hands
            await connection.close(1013, "too many stations")
            return
        transport = WebSocketTransport(connection)
        former = self._stations.get(identity)
        self._stations[identity] = transport
        try:
            async with asyncio.TaskGroup() as tasks:
                if former is not None:
                    tasks.create_task(former.close(1000, "this station has connected again"))
                with contextlib.suppress(ConnectionClosed):
                    await self._on_station(identity, transport)
        finally:
            if self._stations.get(identity) is transport:
                del self._stations[identity]

    def _full_for(self, identity: str) -> bool:
        """Whether there is no room for this station; one that is there takes its own place."""
        limit = self._max_connections
        return limit is not None and len(self._stations) >= limit and identity not in self._stations


@contextlib.asynccontextmanager
async def serve(
    on_station: OnStation,
    host: str = "127.0.0.1",
    port: int = 0,
    *,
    versions: Versions = tuple(OcppVersion),
    authenticate: Authenticate | None = None,
    certified: Certified | None = None,
    knows: Callable[[str], bool] | None = None,
    tls: ssl.SSLContext | None = None,
    max_connections: int | None = None,
    max_size: int = MAX_SIZE,
    ping_interval: float = 20.0,
    open_timeout: float = 10.0,
    close_timeout: float = 10.0,
) -> AsyncGenerator[Serving, None]:
    """Accept stations while the context is open; leaving it closes all connections (1001).

    The identity is the last segment of the path, whatever stands before it. If a station connects
    again, its former connection is closed. The station's order of preference decides the version.

    Args:
        on_station: Serves one connection.
        host: The address to listen on.
        port: The TCP port; 0 takes a free one.
        versions: The OCPP versions that are accepted.
        authenticate: Tells whether a password is right; without it no password is asked for. A user
            name other than the identity is always refused (HTTP 401).
        certified: Tells whether a certificate that a station has shown is its own; a station that
            shows one needs no password (security profile 3), but one that it gives must be right.
            Without it certificates are for TLS alone.
        knows: Tells whether an identity is known; if not, HTTP 404. Without it all are.
        tls: The server's TLS settings, for wss://.
        max_connections: How many stations may be connected at a time; others are answered with HTTP
            503. None is no limit.
        max_size: The longest message that is received, in bytes; a longer one ends the connection.
        ping_interval: Seconds between pings to each station; 0 sends none.
        open_timeout: How long a handshake may take, in seconds.
        close_timeout: How long to wait for a station when closing, in seconds.

    Raises:
        OSError: The address cannot be listened on.
    """
    subprotocols = [version.subprotocol for version in OcppVersion.parse_all(versions)]
    serving = Serving(on_station, subprotocols, authenticate, knows, max_connections, certified)
    async with _serve(
        serving.handle,
        host,
        port,
        create_connection=PacedServerConnection,
        select_subprotocol=serving.select,
        process_request=serving.check,
        server_header=None,
        max_size=max_size,
        ping_interval=ping_interval or None,
        open_timeout=open_timeout,
        close_timeout=close_timeout,
        logger=WIRE_LOG,
        ssl=tls,
    ) as server:
        serving.port = server.sockets[0].getsockname()[1]
        yield serving


def _certificate(connection: ServerConnection) -> bytes | None:
    """What the other end has shown in the TLS handshake."""
    tls: ssl.SSLObject | None = connection.transport.get_extra_info("ssl_object")
    return None if tls is None else tls.getpeercert(binary_form=True)


def _unauthorized(connection: ServerConnection, why: str) -> Response:
    response = connection.respond(HTTPStatus.UNAUTHORIZED, why)
    response.headers["WWW-Authenticate"] = 'Basic realm="OCPP", charset="UTF-8"'
    return response


def _identity(request: Request) -> str:
    """The last segment of the path, decoded; an empty text where none can be read.

    The target of a request is a path and no URL: "//CP1" names no host (RFC 9112, 3.2.1). Octets
    that are no UTF-8, and control characters, are in no identity.
    """
    segment = request.path.partition("?")[0].rpartition("/")[2]
    try:
        identity = unquote(segment, errors="strict")
    except UnicodeDecodeError:
        return ""
    return identity if identity.isprintable() else ""


def _credentials(request: Request) -> tuple[str | None, str | None]:
    """User name and password of HTTP Basic authentication; an empty name if they are unreadable."""
    header = request.headers.get("Authorization")
    if header is None:
        return None, None
    scheme, _, encoded = header.partition(" ")
    try:
        decoded = b64decode(encoded.strip(), validate=True).decode(errors="surrogateescape")
    except ValueError:
        return "", None
    username, colon, password = decoded.partition(":")
    if scheme.lower() != "basic" or not colon:
        return "", None
    return username, password
