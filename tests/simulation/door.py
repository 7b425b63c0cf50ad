"""The ends that a station may be led to, and whom they let in.

csms.example      with a password, plain or over TLS
other.example     another end of the same CSMS
mutual.example    over TLS, with a certificate of the station's
stranger.example  another operator's, which lets nobody in
nowhere.example   nobody is there
"""

import asyncio
from dataclasses import dataclass
from pathlib import Path
from random import Random
from urllib.parse import urlsplit

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from pilotwire.connection import Endpoint
from pilotwire.errors import (
    CredentialsRefused,
    CsmsNotTrusted,
    CsmsUnreachable,
    StationNotTrusted,
)
from tests.support.authority import Authority

__all__ = ["CHAIN", "MUTUAL", "Door", "Issued", "Server", "authorities", "home", "level_of"]

MUTUAL = "mutual.example"
CHAIN = 4
"""How many roots the operator has."""


def home(level: int) -> str:
    """Where a station goes that has a security profile from its maker."""
    host = MUTUAL if level == 3 else "csms.example"
    return f"{'ws' if level == 1 else 'wss'}://{host}/ocpp"


def level_of(endpoint: Endpoint) -> int:
    """The security profile of an attempt."""
    if not endpoint.encrypted:
        return 1
    return 3 if endpoint.password is None else 2


def authorities(random: Random, *, in_a_row: bool) -> list[Authority]:
    """The operator's roots, the same for the same seed; in a row, the one before signs each."""
    roots: list[Authority] = []
    for number in range(CHAIN):
        roots.append(
            Authority(
                f"Root {number}",
                parent=roots[-1] if in_a_row and roots else None,
                key=ec.derive_private_key(random.getrandbits(250) + 1, ec.SECP256R1()),
                serial=number + 1,
            )
        )
    return roots


@dataclass(eq=False)
class Issued:
    """A certificate of the station's; a `faulty` one no end takes, for what only it knows."""

    certificate: x509.Certificate
    faulty: bool = False
    revoked: bool = False


class Server:
    """What the ends show of themselves."""

    def __init__(self, root: Authority) -> None:
        self.root = root
        """What has signed their certificate."""


class Door:
    """Looks at what the station connects with, as a CSMS would."""

    def __init__(self, server: Server, identity: str, wrongs: list[str]) -> None:
        self.passwords: set[str | bytes] = set()
        """Those that are good."""
        self.issued: list[Issued] = []
        self.reached = 0
        """The security profile that the station has reached for sure."""
        self.root: Authority | None = None
        """By which the station has trusted the latest connection; None where it is not of TLS."""
        self.opened = 0.0
        """When somebody was last let in."""
        self._server = server
        self._identity = identity
        self._wrongs = wrongs
        self._level = 0

    def judge(self, endpoint: Endpoint) -> None:
        """Let the station in.

        Raises:
            ConnectionRefused: it is not.
        """
        level, host = level_of(endpoint), urlsplit(endpoint.url).hostname
        at = asyncio.get_running_loop().time()
        if level < self.reached:
            self._wrongs.append(f"at {at:.3f} security profile {level} after {self.reached}")
        if host == "nowhere.example":
            raise CsmsUnreachable("nobody is there")
        if endpoint.encrypted:
            self._handshake(endpoint)
        if host == "stranger.example":
            raise CredentialsRefused("who are you?", 401)
        shown = self._shown(endpoint)
        if host == MUTUAL:
            if shown is None or shown.faulty or shown.revoked:
                raise StationNotTrusted("the TLS handshake failed")
            for older in self.issued[: self.issued.index(shown)]:
                older.revoked = True
        elif endpoint.password not in self.passwords:
            raise CredentialsRefused("wrong password", 401)
        if endpoint.identity != self._identity:
            raise CredentialsRefused("wrong identity", 401)
        self._level, self.opened = level, at
        self.root = self._server.root if endpoint.encrypted else None

    def heard(self) -> None:
        """The station speaks on the latest connection: it knows that it has one."""
        self.reached = max(self.reached, self._level)

    def _handshake(self, endpoint: Endpoint) -> None:
        """The station's part of it."""
        roots = () if endpoint.tls is None else endpoint.tls.roots
        trusted = [x509.load_pem_x509_certificate(path.read_bytes()) for path in roots]
        if self._server.root.certificate not in trusted:
            raise CsmsNotTrusted("unknown authority")

    def _shown(self, endpoint: Endpoint) -> Issued | None:
        tls = endpoint.tls
        if tls is None or tls.chain is None or tls.key is None:
            return None
        certificate = _first(tls.chain)
        key = load_pem_private_key(tls.key.read_bytes(), None)
        if key.public_key() != certificate.public_key():
            self._wrongs.append("a certificate is shown with another one's key")
        return next((each for each in self.issued if each.certificate == certificate), None)


def _first(chain: Path) -> x509.Certificate:
    return x509.load_pem_x509_certificates(chain.read_bytes())[0]
