"""The authority of a small CSMS: it vouches for the CSMS itself and for its stations.

    root-N.pem         the authority's certificate; the one with the highest number is in use
    root-N-by-M.pem    the same name and key, signed by the root of before (M05.FR.10)
    root-N-key.pem     its private key
    issued-S.pem       what was signed, by its serial number, and for whom
    server-K.pem       what the CSMS shows of itself (`server_certificate`)

It is for one computer and for tests: keys are files, and there is nobody between a root and what
it signs. A root is there once its certificate is, which is written last.
"""

import re
import ssl
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final
from urllib.parse import quote, unquote

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.types import CertificatePublicKeyTypes

from pilotwire.csms.errors import RequestRefused
from pilotwire.csms.making import (
    Key,
    certificate_of,
    key_text,
    name_of,
    new_key,
    owner_of,
    pem,
    read_key,
    read_request,
    root_of,
)
from pilotwire.csms.server_certificate import ServerCertificate
from pilotwire.ocpp.v21.standard_values import ReasonCode
from pilotwire.station.clock import SystemClock
from pilotwire.station.security.files import SecretFolder

__all__ = ["Authority", "Issued", "Root"]

OPERATOR: Final = "Pilotwire"
"""Who operates the stations, if nobody says."""

ROOT_LIFE: Final = timedelta(days=3650)
LIFE: Final = timedelta(days=365)
"""How long what it signs is valid, if nothing else is said."""

MOST: Final = 10_000
"""Certificates that it remembers at most; more are not signed for stations until some expire."""

EARLY: Final = timedelta(hours=1)
"""Before now everything begins to be valid: not all clocks are alike."""

_ROOT: Final = re.compile(r"root-([1-9][0-9]*)\.pem")
_ISSUED: Final = "issued-"
_FOR: Final = re.compile(r"^issued to: (\S+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Root:
    """A certificate of the authority with its key.

    Attributes:
        number: Which; a later one has a higher number.
        certificate: It has signed itself.
        key: Its private key; nothing that prints a root prints it.
        successor: The same name and key, signed by the root of before; None of the first.
    """

    number: int
    certificate: x509.Certificate
    key: Key
    successor: x509.Certificate | None

    def __repr__(self) -> str:
        return f"Root(number={self.number})"

    @property
    def text(self) -> str:
        """The certificate in PEM."""
        return pem(self.certificate)

    @property
    def all(self) -> tuple[x509.Certificate, ...]:
        """The certificates that stations may trust it by."""
        return tuple(each for each in (self.successor, self.certificate) if each is not None)

    @property
    def signs(self) -> tuple[x509.Certificate, Key]:
        """What signs."""
        return self.certificate, self.key


@dataclass(frozen=True, slots=True)
class Issued:
    """A certificate that the authority has signed, and for whom: a station's identity."""

    certificate: x509.Certificate
    to: str | None

    @property
    def serial_number(self) -> str:
        """In hexadecimal digits, as OCPP has it."""
        return _serial(self.certificate)


class Authority:
    """A root, kept in a folder; it is made where there is none.

    Args:
        folder: Where it is kept; closed to all other users.
        organization: Who operates the stations (A00.FR.404): their certificates must name it. It
            stands in the root, and so can't be changed later.
        life: How long what it signs is valid.
        now: The time of day.

    Raises:
        OSError: The folder can't be used, or one of its files.
        ValueError: The organization can't stand in a certificate, or is not that of the root.
    """

    def __init__(
        self,
        folder: str | Path,
        *,
        organization: str | None = None,
        life: timedelta = LIFE,
        now: Callable[[], datetime] | None = None,
    ) -> None:
        self._folder = SecretFolder(Path(folder))
        self._now = SystemClock().now if now is None else now
        self._life = life
        self._server = ServerCertificate(self._folder, self._sign_server, self._now)
        self._roots = list(self._read_roots())
        if not self._roots:
            self._roots.append(self._made_root(OPERATOR if organization is None else organization))
        if organization not in {None, self.organization}:
            raise ValueError(f"the authority in {folder} is of {self.organization!r}")

    @property
    def folder(self) -> Path:
        """Where it is kept."""
        return self._folder.path

    @property
    def organization(self) -> str:
        """Who operates the stations."""
        return owner_of(self.root.certificate.subject).organization or ""

    @property
    def root(self) -> Root:
        """The one that signs."""
        return self._roots[-1]

    @property
    def roots(self) -> tuple[Root, ...]:
        """All that ever did; what they have signed is still good."""
        return tuple(self._roots)

    def replace_root(self) -> Root:
        """Make another root, which signs from now on. The one before has signed it as well, so
        that stations may take the one for the other. What the CSMS shows of itself stays as it
        is until `renew_server`.

        Raises:
            OSError: It can't be kept.
        """
        made = self._made_root(self.organization, before=self.root)
        self._roots.append(made)
        self._server.trust(made.certificate)
        return made

    # Stations.

    def sign(self, request: str, names: Collection[str], to: str) -> Issued:
        """Sign a station's certificate (A02).

        Args:
            request: The request in PEM.
            names: What the station may be called in it: its identity, its serial number.
            to: The identity of the station.

        Raises:
            RequestRefused: The request is not to be granted, or there is no room.
            OSError: What was signed can't be kept.
        """
        wanted = read_request(request)
        owner = owner_of(wanted.subject)
        if owner.organization != self.organization:  # A00.FR.404
            raise RequestRefused(f"the organization in it is not {self.organization!r}")
        if owner.common_name is None or owner.common_name not in names:  # A00.FR.405
            raise RequestRefused("the common name in it is not this station's")
        self._make_room()
        name = name_of(self.organization, owner.common_name)
        certificate = certificate_of(name, wanted.public_key(), self._validity(), self.root.signs)
        return self._keep(certificate, to)

    def vouch_for_firmware(self, key: CertificatePublicKeyTypes) -> Issued:
        """A certificate for a key that signs firmware (L01).

        Raises:
            RequestRefused: There is no room.
            OSError: It can't be kept.
        """
        self._make_room()
        name = name_of(self.organization, "Firmware")
        return self._keep(certificate_of(name, key, self._validity(), self.root.signs), None)

    def chain(self, issued: Issued, trusted: Collection[str]) -> str:
        """A certificate with all that stands between it and what a station trusts, in PEM.

        Args:
            issued: The certificate.
            trusted: The serial numbers of what the station trusts, as `Issued.serial_number`.
        """
        between = self._between(trusted, self._root_of(issued.certificate))
        return pem(issued.certificate, *reversed(between))

    def to_install(self, trusted: Collection[str]) -> tuple[str, ...]:
        """What a station is to be given, in this order and in PEM, so that it trusts the root that
        is in use: what leads there from what it trusts, or the root as it has signed itself.
        """
        if self._is_trusted(self.root, trusted):
            return ()
        between = self._between(trusted, self.root)
        return tuple(map(pem, between)) or (pem(self.root.certificate),)

    def belongs(self, certificate: bytes, identity: str, names: Collection[str]) -> bool:
        """Whether a certificate that was shown in a handshake, which TLS has verified, belongs to a
        station (A00.FR.404, A00.FR.405): it was signed for it, or has its name.
        """
        try:
            shown = x509.load_der_x509_certificate(certificate)
            owner = owner_of(shown.subject)
            serial_number = shown.serial_number
        except Exception:  # a parser of hostile bytes may raise anything
            return False
        if owner.organization != self.organization:
            return False
        issued = self.issued(serial_number)
        if issued is not None and issued.certificate == shown and issued.to is not None:
            return issued.to == identity
        return owner.common_name in names

    def issued(self, serial_number: int) -> Issued | None:
        """What it has signed under a serial number."""
        return self._read_issued(_issued(serial_number))

    # The CSMS.

    def server_context(
        self, *hosts: str, client_certificates: ssl.VerifyMode = ssl.CERT_OPTIONAL
    ) -> ssl.SSLContext:
        """TLS of a server for these hosts, of version 1.2 or newer. It follows what is renewed.

        Args:
            hosts: The names and addresses that stations connect to.
            client_certificates: Whether stations must show a certificate (`ssl.CERT_REQUIRED`,
                security profile 3), may (`ssl.CERT_OPTIONAL`), or are not asked.

        Raises:
            OSError: A file can't be read or written.
            ValueError: No host is given, or one that can't stand in a certificate.
        """
        if not hosts:
            raise ValueError("a server has a name or an address")
        roots = [each.certificate for each in self._roots]
        return self._server.context(hosts, client_certificates, roots)

    def renew_server(self) -> None:
        """Give the CSMS a new certificate, by the root that is in use now. Connections that stand
        go on; those that come see the new one.

        Raises:
            OSError: It can't be kept.
        """
        self._server.renew()

    # What it rests on.

    def _validity(self, life: timedelta | None = None) -> tuple[datetime, datetime]:
        now = self._now()
        return now - EARLY, now + (self._life if life is None else life)

    def _sign_server(self, key: CertificatePublicKeyTypes, name: str, hosts: frozenset[str]) -> str:
        """A certificate of the CSMS, and what leads from it to the oldest root, which a station may
        have that knows no other.
        """
        root = self.root
        owner = name_of(self.organization, name)
        certificate = certificate_of(owner, key, self._validity(), root.signs, hosts)
        return self.chain(self._keep(certificate, None), {_serial(self._roots[0].certificate)})

    def _keep(self, certificate: x509.Certificate, to: str | None) -> Issued:
        head = "" if to is None else f"issued to: {quote(to, safe='')}\n"
        name = _issued(certificate.serial_number)
        self._folder.write(name, (head + pem(certificate)).encode("ascii"))
        return Issued(certificate, to)

    def _read_issued(self, name: str) -> Issued | None:
        try:
            text = self._folder.read(name).decode("ascii", "replace")
            certificate = x509.load_pem_x509_certificate(text.encode("ascii", "replace"))
        except (OSError, ValueError):
            return None
        found = _FOR.search(text)
        return Issued(certificate, None if found is None else unquote(found[1]))

    def _make_room(self) -> None:
        """What has expired, or can't be read, gives way."""
        names = [each for each in self._folder.names() if each.startswith(_ISSUED)]
        if len(names) < MOST:
            return
        for name in names:
            issued = self._read_issued(name)
            if issued is None or issued.certificate.not_valid_after_utc < self._now():
                self._folder.remove(name)
                return
        text = f"{MOST} certificates are signed already, and valid still"
        raise RequestRefused(text, ReasonCode.OUT_OF_STORAGE)

    def _root_of(self, certificate: x509.Certificate) -> Root:
        return next(
            (each for each in self._roots if each.certificate.subject == certificate.issuer),
            self.root,
        )

    def _between(self, trusted: Collection[str], last: Root) -> list[x509.Certificate]:
        """Those that lead from what is trusted to one of the roots; none where nothing does."""
        found: list[x509.Certificate] = []
        for root in reversed(self._roots[: self._roots.index(last) + 1]):
            if self._is_trusted(root, trusted):
                return found[::-1]
            if root.successor is not None:
                found.append(root.successor)
        return []

    @staticmethod
    def _is_trusted(root: Root, trusted: Collection[str]) -> bool:
        return any(_serial(each) in trusted for each in root.all)

    def _made_root(self, organization: str, before: Root | None = None) -> Root:
        number = 1 if before is None else before.number + 1
        key = new_key()
        name = name_of(organization, f"CSMS Root {number}")
        validity = self._validity(ROOT_LIFE)
        certificate = root_of(name, key, validity)
        self._folder.write(f"root-{number}-key.pem", key_text(key))
        successor = None
        if before is not None:
            successor = root_of(name, key, validity, before.signs)
            self._keep(successor, None)
            self._folder.write(_by(number), pem(successor).encode("ascii"))
        self._folder.write(f"root-{number}.pem", pem(certificate).encode("ascii"))
        return Root(number, certificate, key, successor)

    def _read_roots(self) -> Iterator[Root]:
        numbers = (_ROOT.fullmatch(name) for name in self._folder.names())
        for number in sorted(int(each[1]) for each in numbers if each is not None):
            try:
                certificate = self._certificate(f"root-{number}.pem")
                key = read_key(self._folder.read(f"root-{number}-key.pem"))
                successor = None if number == 1 else self._certificate(_by(number))
            except ValueError as error:
                raise OSError(f"root {number} in {self.folder} can't be used: {error}") from None
            yield Root(number, certificate, key, successor)

    def _certificate(self, name: str) -> x509.Certificate:
        try:
            return x509.load_pem_x509_certificate(self._folder.read(name))
        except ValueError:
            raise ValueError(f"{name} is no certificate") from None


def _by(number: int) -> str:
    return f"root-{number}-by-{number - 1}.pem"


def _issued(serial_number: int) -> str:
    return f"{_ISSUED}{serial_number:x}.pem"


def _serial(certificate: x509.Certificate) -> str:
    return f"{certificate.serial_number:x}"
