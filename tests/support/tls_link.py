"""TLS on connections within the process: each is made with a handshake in earnest, of the station's
own TLS settings with those of the CSMS, without sockets and in no time.

csms = TlsCsms({"csms.example": server(identity)})
async with scene(version, tls=csms) as s:
"""

import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from cryptography import x509

from pilotwire.connection import Endpoint, TlsFiles
from pilotwire.connection.tls import context_of, refusal
from pilotwire.errors import ConnectionRefused, CsmsUnreachable

__all__ = ["Agreed", "TlsCsms", "shake_hands"]

FLIGHTS = 5
"""More than a handshake takes."""


@dataclass(frozen=True)
class Agreed:
    """What a handshake has come to.

    Attributes:
        version: Of TLS: "TLSv1.3".
        suite: In OpenSSL's words.
        common: The suites that both ends have.
        shown: The certificate of the station.
    """

    version: str
    suite: str
    common: frozenset[str]
    shown: x509.Certificate | None


@dataclass
class TlsCsms:
    """The CSMSs of a scene, by host. All that is not of TLS goes on as it does without it.

    Attributes:
        hosts: How each does TLS; may be changed at any time.
        agreed: The handshakes that were done, oldest first.
        failed: What the others have come to.
    """

    hosts: dict[str, ssl.SSLContext]
    agreed: list[Agreed] = field(default_factory=list[Agreed])
    failed: list[ConnectionRefused] = field(default_factory=list[ConnectionRefused])

    @property
    def url(self) -> str:
        """That of the first."""
        return f"wss://{next(iter(self.hosts))}/ocpp"

    def judge(self, endpoint: Endpoint) -> None:
        """See `MemoryConnector.judge`."""
        if endpoint.encrypted:
            try:
                self.agreed.append(shake_hands(endpoint, self.hosts[_host(endpoint)]))
            except ConnectionRefused as error:
                self.failed.append(error)
                raise


def shake_hands(endpoint: Endpoint, csms: ssl.SSLContext) -> Agreed:
    """A handshake, up to what the CSMS says of the station's certificate.

    Raises:
        ConnectionRefused: What the connector would raise.
    """
    to_csms, to_station = ssl.MemoryBIO(), ssl.MemoryBIO()
    server = csms.wrap_bio(to_csms, to_station, server_side=True)
    content = False
    try:
        station = context_of(endpoint.tls or TlsFiles()).wrap_bio(
            to_station, to_csms, server_hostname=_host(endpoint)
        )
        for _ in range(FLIGHTS):
            if _done(station.do_handshake):
                break
            _content(server)
        content = _content(server)
        _done(lambda: station.read(1))  # what the CSMS has to say of the station's certificate
    except ssl.SSLError as error:
        raise refusal(error) from error
    if not content:
        raise CsmsUnreachable("the CSMS has given up without a word")
    suite, version, _ = station.cipher() or ("", "", 0)
    certificate = server.getpeercert(binary_form=True)
    return Agreed(
        station.version() or version,
        suite,
        frozenset(name for name, _, _ in server.shared_ciphers() or ()),
        None if certificate is None else x509.load_der_x509_certificate(certificate),
    )


def _host(endpoint: Endpoint) -> str:
    return urlsplit(endpoint.url).hostname or ""


def _content(server: ssl.SSLObject) -> bool:
    """Whether the CSMS is at the end of its part; what it says, if not, is on its way."""
    try:
        return _done(server.do_handshake)
    except ssl.SSLError:
        return False


def _done(step: Callable[[], object]) -> bool:
    """Whether a step needs nothing more of the other end."""
    try:
        step()
    except ssl.SSLWantReadError:
        return False
    return True
