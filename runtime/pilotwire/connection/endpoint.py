"""Where and as whom a station connects, and what can open such a connection."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from typing import Final, Protocol
from urllib.parse import quote, urlsplit

from pilotwire.connection.versions import OcppVersion
from pilotwire.errors import BadUrl, Unsecured
from pilotwire.rpc.transport import Transport

__all__ = ["Connector", "Endpoint", "TlsFiles"]

_MAX_IDENTITY: Final = 48
"""The longest identity in OCPP 2.x (2.0.1 part 4, 3.1.1); 1.6 sets no limit."""


@dataclass(frozen=True, slots=True)
class TlsFiles:
    """What TLS is done with, in files in PEM.

    Attributes:
        roots: Those that may vouch for the CSMS; none are the system's.
        chain: What the station shows of itself, with the authorities up to a root.
        key: The private key that belongs to it.
        wildcards: Whether the CSMS may have a certificate for all names of a domain, which OCPP
            does not have (AllowCSMSTLSWildcards).
    """

    roots: tuple[Path, ...] = ()
    chain: Path | None = None
    key: Path | None = None
    wildcards: bool = False


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A CSMS as one station sees it. Nothing that prints it prints the password.

    Attributes:
        url: The OCPP-J endpoint URL of the CSMS, without the identity (OCPP-J 3.1.1).
        identity: The station's identity, also the user name of HTTP Basic authentication.
        versions: The OCPP versions to offer, in order of preference.
        password: The password of security profiles 1 and 2 (A00.FR.204), or None for none. Bytes
            are for an AuthorizationKey of 1.6 (1.6 OCPP-J 6.2.2), which need not be text.
        tls: What TLS is done with, where the connector does not say (security profiles 2 and 3).
        ping_interval: Seconds between WebSocket pings; 0 sends none (WebSocketPingInterval).
        unsecured: Whether security profile 0 will do: neither TLS nor a password. Within the
            machine, at a loopback address, it always will.

    Raises:
        BadUrl: The URL cannot be used.
        Unsecured: The connection would be, which nobody has allowed.
        ValueError: The identity, the versions, the password or the interval cannot be used.
    """

    url: str
    identity: str
    versions: tuple[OcppVersion, ...]
    password: str | bytes | None = field(default=None, repr=False)
    ping_interval: float = 0.0
    tls: TlsFiles | None = None
    unsecured: bool = False

    def __post_init__(self) -> None:
        _check_url(self.url)
        if not self.identity or not self.identity.isprintable():
            raise ValueError("the identity is empty or holds control characters")
        if not self.versions:
            raise ValueError("no OCPP version is given")
        newer = [version for version in self.versions if version is not OcppVersion.V1_6]
        if ":" in self.identity:
            # RFC 7617, 2: the user name ends at the first colon. 1.6 itself allows one.
            if self.password is not None:
                raise ValueError(
                    "the identity holds a colon, which Basic authentication cannot carry"
                )
            if newer:
                raise ValueError(f"the identity holds a colon, which OCPP {newer[0]} forbids")
        if newer and len(self.identity) > _MAX_IDENTITY:
            raise ValueError(
                f"the identity is longer than the {_MAX_IDENTITY} characters of OCPP {newer[0]}"
            )
        # RFC 7617, 2; a line break is what a file with a password has too many of.
        if isinstance(self.password, str) and any(c < " " or c == "\x7f" for c in self.password):
            raise ValueError("the password holds a control character, such as a line break")
        if self.ping_interval < 0:
            raise ValueError("the ping interval is negative")
        if not (self.encrypted or self.unsecured or self.password is not None or self._within):
            raise Unsecured("neither TLS nor a password secures the connection to the CSMS")

    @property
    def encrypted(self) -> bool:
        """Whether the connection is one of TLS."""
        return self.url.lower().startswith("wss:")

    @property
    def _within(self) -> bool:
        """Whether the connection does not leave the machine."""
        host = urlsplit(self.url).hostname or ""
        try:
            return ip_address(host).is_loopback
        except ValueError:
            return host == "localhost"

    @property
    def connection_url(self) -> str:
        """The URL to connect to: the identity is appended, percent-encoded (OCPP-J 3.1.1)."""
        parts = urlsplit(self.url)
        path = parts.path.rstrip("/") + "/" + quote(self.identity, safe="")
        return parts._replace(path=path).geturl()

    @property
    def subprotocols(self) -> tuple[str, ...]:
        """The WebSocket subprotocols to offer, in order of preference."""
        return tuple(version.subprotocol for version in self.versions)


class Connector(Protocol):
    """Opens connections to a CSMS: over the network, or within the process."""

    async def connect(self, endpoint: Endpoint) -> Transport:
        """Open a connection; one attempt, no repetition.

        Raises:
            ConnectionRefused: It could not be opened; the subclasses say why.
        """
        ...


def choose(offered: Iterable[str], supported: Iterable[str]) -> str | None:
    """The subprotocol that a CSMS picks: the station's first that it knows (OCPP-J 3.1.3, 3.2)."""
    known = frozenset(supported)
    return next((subprotocol for subprotocol in offered if subprotocol in known), None)


def _check_url(url: str) -> None:
    # What is wrong is said without the URL itself, which may hold a password.
    try:
        parts = urlsplit(url)
        port_fits = parts.port != 0
    except ValueError as error:
        raise BadUrl(f"the CSMS URL cannot be read: {error}") from None
    if parts.scheme not in ("ws", "wss"):
        scheme = f"not {parts.scheme}://" if parts.scheme else "but there is no scheme"
        raise BadUrl(f"the CSMS URL must begin with ws:// or wss://, {scheme}")
    if not parts.hostname:
        raise BadUrl("the CSMS URL has no host")
    if not port_fits:
        raise BadUrl("port 0 of the CSMS URL cannot be connected to")
    if parts.username is not None or parts.password is not None:
        raise BadUrl("the CSMS URL holds credentials; give the password apart from it")
    if parts.fragment or "#" in url:
        raise BadUrl("the CSMS URL has a fragment (#...), which a WebSocket URL cannot have")
    if any(not "!" <= character <= "~" for character in url):
        raise BadUrl("the CSMS URL holds a space or a non-ASCII character; percent-encode it")
