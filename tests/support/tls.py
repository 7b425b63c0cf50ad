"""How a CSMS of the test's does TLS: its certificate, and what it wants and takes.

What a certificate is valid for is judged by the system's time, whatever the scene's is: all here
are valid in both.
"""

import ssl
import warnings
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.hashes import HashAlgorithm as Hash

from pilotwire.charging_station import CertificateFolder
from pilotwire.station.vocabulary import CertificateUse
from tests.support.authority import ORGANIZATION, Authority, Extension, key_text, new_key, pem
from tests.support.scene import EPOCH

__all__ = [
    "BEGINS",
    "ENDS",
    "PAST",
    "YET_TO_COME",
    "Identity",
    "authority",
    "dns",
    "server",
    "trust",
]

BEGINS = datetime(2015, 1, 1, tzinfo=UTC)
ENDS = datetime(2100, 1, 1, tzinfo=UTC)
PAST = BEGINS + timedelta(days=1)
YET_TO_COME = ENDS - timedelta(days=1)

OLD = "DEFAULT:@SECLEVEL=0"
"""The ciphers of a server that knows no better."""


def authority(name: str = "TLS root", **more: Any) -> Authority:
    """A root, or with a `parent` one below it."""
    fields: dict[str, Any] = {"begins": BEGINS, "ends": ENDS, **more}
    return Authority(name, **fields)


def dns(*names: str) -> Extension:
    """The names that a certificate is for (subjectAltName)."""
    return x509.SubjectAlternativeName([x509.DNSName(name) for name in names]), False


def trust(certificates: CertificateFolder, root: Authority) -> None:
    """Have a CSMS root installed."""
    use = CertificateUse.CSMS_ROOT_CERTIFICATE
    certificates.open().trusted.install(use, root.text, EPOCH)


@dataclass
class Identity:
    """A certificate of somebody, as OCPP has them: the name is the common name (A00.FR.510).

    Attributes:
        signer: The authority; None for a certificate that has signed itself.
        name: Whose it is.
        shown: The certificates that are shown with it, up to the root.
    """

    signer: Authority | None
    name: str
    shown: Sequence[Authority] = ()
    key: Any = field(default_factory=new_key)
    begins: datetime = BEGINS
    ends: datetime = ENDS
    extensions: Sequence[Extension] = ()
    hashed: Hash | None = None

    @property
    def chain(self) -> str:
        """In PEM, the certificate itself first."""
        if self.signer is None:
            alone = authority(
                self.name,
                key=self.key,
                begins=self.begins,
                ends=self.ends,
                extensions=self.extensions,
            )
            return alone.text
        certificate = self.signer.sign(
            self.key.public_key(),
            self.name,
            ORGANIZATION,
            begins=self.begins,
            ends=self.ends,
            extensions=self.extensions,
            hashed=self.hashed,
        )
        return pem(certificate, *(each.certificate for each in self.shown))

    def write(self, folder: Path) -> tuple[Path, Path]:
        """Chain and key in files."""
        chain, key = folder / "chain.pem", folder / "key.pem"
        folder.mkdir(parents=True, exist_ok=True)
        chain.write_text(self.chain, "ascii")
        key.write_text(key_text(self.key), "ascii")
        return chain, key


def server(
    identity: Identity,
    *,
    wants: Authority | None = None,
    least: ssl.TLSVersion | None = None,
    most: ssl.TLSVersion | None = None,
    ciphers: str | None = None,
) -> ssl.SSLContext:
    """How a CSMS does TLS.

    Args:
        identity: What it shows.
        wants: The root of the certificate that it wants of a station (security profile 3).
        least: The oldest TLS that it speaks.
        most: The newest.
        ciphers: Its suites of TLS 1.2 and older, in OpenSSL's words.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.set_ciphers(ciphers or OLD)  # not for a server in earnest
    with TemporaryDirectory() as folder:
        context.load_cert_chain(*identity.write(Path(folder)))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # that is what is to be refused
        if least is not None:
            context.minimum_version = least
        if most is not None:
            context.maximum_version = most
    if wants is not None:
        context.verify_mode = ssl.CERT_REQUIRED
        context.load_verify_locations(cadata=wants.text)
    return context
