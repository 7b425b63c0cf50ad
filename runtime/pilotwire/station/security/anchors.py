"""The certificates that the station trusts, as files: one certificate each, and what is known of
the key that has signed it.

    csms-root-FINGERPRINT.pem, manufacturer-root-..., and the like    trusted
    csms-fallback.pem                                                 the CSMS root that another has
                                                                      replaced and not proven yet
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding

from pilotwire.ocpp.v21.datatypes import CertificateHashDataType
from pilotwire.station.security.checks import has_issued, judging, read_certificates
from pilotwire.station.security.hashes import IssuerKey, hash_data, issuer_key
from pilotwire.station.security.words import BadCertificateError
from pilotwire.station.vocabulary import CertificateUse, HashAlgorithm

__all__ = [
    "FALLBACK",
    "Anchor",
    "anchor",
    "fingerprint_of",
    "is_anchor",
    "named",
    "read_anchor",
    "replaced",
]

PREFIXES: Mapping[CertificateUse, str] = MappingProxyType(
    {
        CertificateUse.CSMS_ROOT_CERTIFICATE: "csms-root-",
        CertificateUse.MANUFACTURER_ROOT_CERTIFICATE: "manufacturer-root-",
        CertificateUse.V2G_ROOT_CERTIFICATE: "v2g-root-",
        CertificateUse.MO_ROOT_CERTIFICATE: "mo-root-",
        CertificateUse.OEM_ROOT_CERTIFICATE: "oem-root-",
    }
)

FALLBACK: Final = "csms-fallback.pem"
SUFFIX: Final = ".pem"

_ISSUER = re.compile(r"^issuer's key (\w+): ([0-9a-f]+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A certificate that is trusted.

    Attributes:
        use: For what.
        certificate: The certificate.
        issuer: The key that has signed it.
        name: Its file.
    """

    use: CertificateUse
    certificate: x509.Certificate
    issuer: IssuerKey
    name: str

    @property
    def fallback(self) -> bool:
        """Whether another has taken its place, and is to prove itself yet."""
        return self.name == FALLBACK

    def hash_data(self, algorithm: HashAlgorithm = HashAlgorithm.SHA256) -> CertificateHashDataType:
        """What it is known by."""
        return hash_data(self.certificate, self.issuer, algorithm)

    def content(self) -> bytes:
        """What its file holds: OpenSSL passes over all that is outside the certificate."""
        key = "".join(f"issuer's key {each}: {text}\n" for each, text in self.issuer.hashes.items())
        return key.encode("ascii") + self.certificate.public_bytes(Encoding.PEM)


def anchor(
    use: CertificateUse, certificate: x509.Certificate, known: Iterable[x509.Certificate]
) -> Anchor:
    """A certificate to be trusted: one that has signed itself, or was signed by a known one.

    Raises:
        BadCertificateError: nobody knows who has signed it.
    """
    issuer = next((each for each in (certificate, *known) if has_issued(each, certificate)), None)
    if issuer is None:
        raise BadCertificateError("it has not signed itself, nor has one that is installed")
    with judging():
        key = issuer_key(certificate, issuer)
        return Anchor(use, certificate, key, named(use, certificate))


def named(use: CertificateUse, certificate: x509.Certificate) -> str:
    """The file of a certificate that is trusted: the same one has the same again."""
    return f"{PREFIXES[use]}{fingerprint_of(certificate)}{SUFFIX}"


def is_anchor(name: str) -> bool:
    """Whether a file of that name holds a certificate that is trusted."""
    return name == FALLBACK or (name.startswith(tuple(PREFIXES.values())) and name.endswith(SUFFIX))


def read_anchor(name: str, content: bytes) -> Anchor:
    """What a file of that name holds (`is_anchor`).

    Raises:
        BadCertificateError: it holds what it should not.
    """
    uses = (use for use, prefix in PREFIXES.items() if name.startswith(prefix))
    use = next(uses, CertificateUse.CSMS_ROOT_CERTIFICATE)
    text = content.decode("ascii", "replace")
    (certificate, *others) = read_certificates(text)
    if others:
        raise BadCertificateError("more than one certificate in a file")
    found = {HashAlgorithm(each): digest for each, digest in _kept(text)}
    if len(found) < len(HashAlgorithm):
        return Anchor(use, certificate, anchor(use, certificate, ()).issuer, name)
    return Anchor(use, certificate, IssuerKey(found), name)


def _kept(text: str) -> Iterator[tuple[str, str]]:
    known = {each.value for each in HashAlgorithm}
    return ((each, digest) for each, digest in _ISSUER.findall(text) if each in known)


def replaced(roots: Sequence[Anchor]) -> list[Anchor]:
    """Those of the roots that have signed another one of them: it is there in their place."""
    return [old for old in roots if any(_succeeds(new, old) for new in roots if new is not old)]


def _succeeds(new: Anchor, old: Anchor) -> bool:
    """Two of the same name and key have signed each other; the one that is valid later counts."""
    if not has_issued(old.certificate, new.certificate):
        return False
    later = new.certificate.not_valid_before_utc > old.certificate.not_valid_before_utc
    return later or not has_issued(new.certificate, old.certificate)


def fingerprint_of(certificate: x509.Certificate) -> str:
    """Which certificate it is."""
    return certificate.fingerprint(SHA256()).hex()
