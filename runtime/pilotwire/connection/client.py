"""The station's end: opening a WebSocket to a CSMS (OCPP-J 3; security profiles 0 to 3)."""

import asyncio
import os
import socket
import ssl
from base64 import b64encode
from collections.abc import Mapping
from contextlib import suppress
from http import HTTPStatus
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from websockets.asyncio.client import ClientConnection
from websockets.asyncio.client import connect as _connect
from websockets.exceptions import InvalidHandshake, InvalidStatus, NegotiationError, ProxyError
from websockets.typing import Subprotocol

from pilotwire.connection.endpoint import Endpoint, TlsFiles
from pilotwire.connection.paced import PacedClientConnection
from pilotwire.connection.tls import context_of, refusal
from pilotwire.connection.websocket import WIRE_LOG, WebSocketTransport
from pilotwire.errors import (
    BadUrl,
    ConnectionRefused,
    CredentialsRefused,
    CsmsUnreachable,
    HandshakeRefused,
    IdentityUnknown,
    NoCommonVersion,
)
from pilotwire.foreign import printable
from pilotwire.rpc.frames import MAX_SIZE
from pilotwire.rpc.transport import Transport

__all__ = ["WebSocketConnector"]

_KEEP_ALIVE: Mapping[str, int] = MappingProxyType(
    {"TCP_KEEPIDLE": 60, "TCP_KEEPINTVL": 20, "TCP_KEEPCNT": 3}
)
"""Seconds without a word, seconds between two probes, and how many of these may be lost."""


class WebSocketConnector:
    """Opens WebSockets; a `Connector`. One instance may serve many stations.

    Redirections are not followed: the password is meant for the configured URL alone.

    Args:
        tls: The TLS settings for wss:// URLs, whatever the endpoint says; by default the
            certificate of the CSMS is verified against the endpoint's roots, or else the system's
            authorities, and the host name.
        open_timeout: How long the opening handshake may take, in seconds.
        ping_timeout: How long a pong may take before the connection counts as broken, in seconds;
            pings are sent every `Endpoint.ping_interval`.
        close_timeout: How long to wait for the other end when closing, in seconds.
        max_size: The longest message that is received, in bytes; a longer one ends the connection.
        compression: Whether to offer WebSocket compression (2.0.1 part 4, 3.3). It saves mobile
            data and costs some hundred kilobytes of memory a connection.
        proxy: The URL of an HTTP proxy that can CONNECT, http:// or https://, with its user and
            password if it wants any; None is a direct connection. The system's settings for
            proxies do not count.

    Raises:
        BadUrl: The proxy's URL cannot be used.
    """

    def __init__(
        self,
        *,
        tls: ssl.SSLContext | None = None,
        open_timeout: float = 30.0,
        ping_timeout: float = 20.0,
        close_timeout: float = 10.0,
        max_size: int = MAX_SIZE,
        compression: bool = False,
        proxy: str | None = None,
    ) -> None:
        if proxy is not None:
            _check_proxy(proxy)
        self._tls = tls
        self._of_the_system: dict[TlsFiles, ssl.SSLContext] = {}
        self._open_timeout = open_timeout
        self._ping_timeout = ping_timeout
        self._close_timeout = close_timeout
        self._max_size = max_size
        self._compression = "deflate" if compression else None
        self._proxy = proxy

    async def connect(self, endpoint: Endpoint) -> Transport:
        """Open a connection; one attempt.

        Raises:
            CsmsUnreachable: The CSMS cannot be reached, or not in time.
            CsmsNotTrusted: Its certificate does not verify.
            NoCommonTlsVersion, NoCommonCipherSuite: Its TLS is too old, or too weak.
            StationNotTrusted: It does not take the station's certificate.
            CredentialsRefused, IdentityUnknown, HandshakeRefused: It answered with an HTTP error.
            NoCommonVersion: It accepted none of the offered versions.
        """
        try:
            connection = await self._open(endpoint)
        except ssl.SSLError as error:
            raise refusal(error) from error
        except TimeoutError:
            raise CsmsUnreachable(f"no answer within {self._open_timeout:g} s") from None
        except (OSError, UnicodeError) as error:  # UnicodeError: no name that DNS could have
            raise CsmsUnreachable(_trouble(error, endpoint)) from error
        except InvalidHandshake as error:
            # Without the cause, since it holds what was exchanged.
            raise _refusal(error, endpoint) from None
        if connection.subprotocol is None:
            await connection.close(1002, "no common OCPP version")
            raise NoCommonVersion(endpoint.subprotocols)
        _keep_alive(connection)
        # What was said in the opening handshake is never asked for again, and is kilobytes.
        for said in (connection.request, connection.response):
            if said is not None:
                said.headers.clear()
        return WebSocketTransport(connection)

    async def _open(self, endpoint: Endpoint) -> ClientConnection:
        options: dict[str, Any] = {}
        if endpoint.encrypted:
            options["ssl"] = await self._context(endpoint.tls or TlsFiles())
        return await _connect_directly(
            endpoint.connection_url,
            create_connection=_Connection,
            subprotocols=[Subprotocol(name) for name in endpoint.subprotocols],
            additional_headers=_authorization(endpoint),
            user_agent_header="pilotwire",
            compression=self._compression,
            proxy=self._proxy,
            open_timeout=self._open_timeout,
            ping_interval=endpoint.ping_interval or None,
            ping_timeout=self._ping_timeout,
            close_timeout=self._close_timeout,
            max_size=self._max_size,
            logger=WIRE_LOG,
            **options,
        )

    async def _context(self, files: TlsFiles) -> ssl.SSLContext:
        # Reads files: not on the loop.
        if self._tls is not None:
            return self._tls
        if files.roots or files.chain is not None:
            return await asyncio.to_thread(context_of, files)
        # The system's authorities are many, and the same for all stations.
        if files not in self._of_the_system:
            self._of_the_system[files] = await asyncio.to_thread(context_of, files)
        return self._of_the_system[files]


class _Connection(PacedClientConnection):
    """A connection whose opening handshake fails for what is wrong.

    In TLS 1.3 the CSMS judges the station's certificate when the station's part is done, and the
    answer to that stands where the one to the opening handshake should be.
    """

    async def handshake(self, *args: Any, **options: Any) -> None:
        if self.protocol.handshake_exc is not None:
            # It has answered before it was asked, which the library takes for its own fault.
            raise self.protocol.handshake_exc
        try:
            await super().handshake(*args, **options)
        except InvalidHandshake:
            if isinstance(self.connection_exc, ssl.SSLError):
                raise self.connection_exc from None
            raise


class _connect_directly(_connect):  # noqa: N801 -- as its base
    """The library's `connect` that takes a redirection for what it is: not our CSMS."""

    def process_redirect(self, exc: Exception) -> Exception | str:
        return exc


def _check_proxy(url: str) -> None:
    # What is wrong is said without the URL itself, which may hold a password.
    try:
        parts = urlsplit(url)
        usable = parts.port != 0 and url.isascii()
    except ValueError as error:
        raise BadUrl(f"the proxy's URL cannot be read: {error}") from None
    if parts.scheme not in ("http", "https"):
        raise BadUrl("the proxy's URL must begin with http:// or https://")
    if not parts.hostname or not usable or parts.path not in ("", "/"):
        raise BadUrl("the proxy's URL is a host and perhaps a port, and nothing after it")
    if parts.query or parts.fragment:
        raise BadUrl("the proxy's URL is a host and perhaps a port, and nothing after it")
    if parts.username is not None and parts.password is None:
        raise BadUrl("the proxy's URL has a user without a password")


def _keep_alive(connection: ClientConnection) -> None:
    """Let the system find out that the other end is gone, where no pings are sent."""
    connected: socket.socket | None = connection.transport.get_extra_info("socket")
    if connected is None:
        return
    with suppress(OSError):  # what it is not good for, it need not have
        connected.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        for name, value in _KEEP_ALIVE.items():
            if hasattr(socket, name):  # not on every system
                connected.setsockopt(socket.IPPROTO_TCP, getattr(socket, name), value)


def _authorization(endpoint: Endpoint) -> dict[str, str]:
    """HTTP Basic authentication; the user name is the identity (2.0.1 A00.FR.204, 1.6 6.2.2)."""
    password = endpoint.password
    if password is None:
        return {}
    secret = password.encode() if isinstance(password, str) else password
    credentials = b64encode(endpoint.identity.encode() + b":" + secret).decode()
    return {"Authorization": f"Basic {credentials}"}


def _trouble(error: OSError | UnicodeError, endpoint: Endpoint) -> str:
    """Why there is no connection, in the system's words; for some errors it has none."""
    if isinstance(error, ConnectionResetError) and endpoint.encrypted:
        return (
            "the CSMS broke off the TLS handshake; perhaps it does not speak TLS, or does not take"
            " the station's certificate"
        )
    if isinstance(error, OSError) and error.errno is not None and error.errno > 0:
        return os.strerror(error.errno)
    words = error.strerror if isinstance(error, OSError) else None
    return words or str(error) or "the connection broke"


def _refusal(error: InvalidHandshake, endpoint: Endpoint) -> ConnectionRefused:
    """What a failed handshake means in the words of OCPP-J."""
    if isinstance(error, InvalidStatus):
        status = error.response.status_code
        if status == HTTPStatus.UNAUTHORIZED:
            return CredentialsRefused("the CSMS refused the credentials (HTTP 401)", status)
        if status == HTTPStatus.NOT_FOUND:
            # OCPP-J 3.2 means the identity; some servers refuse subprotocols so, too.
            return IdentityUnknown(
                "the CSMS does not know this identity, or none of"
                f" {', '.join(endpoint.subprotocols)} (HTTP 404)",
                status,
            )
        hint = ""
        if 300 <= status < 400:
            hint = "; redirections are not followed"
        elif status == HTTPStatus.BAD_REQUEST:
            # As many servers refuse subprotocols, whatever OCPP-J 3.2 says.
            hint = f"; perhaps it speaks none of {', '.join(endpoint.subprotocols)}"
        return HandshakeRefused(f"the CSMS answered with HTTP status {status}{hint}", status)
    text = str(error)
    if isinstance(error, ProxyError):
        return CsmsUnreachable(f"the proxy does not let the station through: {printable(text)}")
    if isinstance(error, NegotiationError) and "subprotocol" in text:
        return NoCommonVersion(endpoint.subprotocols, text.rpartition(": ")[2])
    if endpoint.encrypted and isinstance(error.__cause__, EOFError):
        # asyncio's TLS does not say why it gives up, and many a CSMS is written with that.
        return HandshakeRefused(
            "the CSMS hung up when TLS was done; perhaps it does not take the station's certificate"
        )
    said = printable(text)
    return HandshakeRefused(f"the CSMS did not answer as a WebSocket server: {said}")
