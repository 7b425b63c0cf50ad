"""What the parts of this room tell each other; nothing here needs `cryptography`."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from pilotwire.station.vocabulary import CertificateStatus, CertificateStatusSource

__all__ = [
    "BadCertificateError",
    "CertificateSubject",
    "CheckedCertificate",
    "KeptStatus",
    "KeyKind",
    "OwnCertificate",
    "StoreFullError",
]


class BadCertificateError(ValueError):
    """A certificate is not taken; the text says why, and holds nothing that it says of itself."""


class StoreFullError(Exception):
    """There are as many certificates as may be."""


class KeyKind(StrEnum):
    """What keys are made (A00.FR.501 to A00.FR.503)."""

    EC_P256 = "ECDSA P-256"
    RSA_2048 = "RSA 2048"
    RSA_3072 = "RSA 3072"
    RSA_4096 = "RSA 4096"


@dataclass(frozen=True, slots=True)
class CertificateSubject:
    """Whose the station's certificate is (A00.FR.509, A00.FR.511).

    Attributes:
        organization: Who operates the station.
        common_name: What the station is known by there.
    """

    organization: str
    common_name: str


@dataclass(frozen=True, slots=True)
class OwnCertificate:
    """What the station shows of itself where TLS asks for it.

    Attributes:
        chain: A file in PEM: its certificate, and those of the authorities between it and a root.
        key: A file with its private key, as OpenSSL reads it.
        fingerprint: Which certificate it is.
    """

    chain: Path
    key: Path
    fingerprint: str


@dataclass(frozen=True, slots=True)
class KeptStatus:
    """What OCSP says of one of the station's V2G certificates (M06).

    Attributes:
        fingerprint: Which certificate: the SHA-256 of it in DER, in lower-case hexadecimal.
        status: How it stands.
        response: The OCSPResponse that says so (RFC 6960), in DER, for the TLS handshake.
        next_update: Until when it holds; None where the responder does not say.
    """

    fingerprint: str
    status: CertificateStatus
    response: bytes
    next_update: datetime | None


@dataclass(frozen=True, slots=True)
class CheckedCertificate:
    """What is known of a certificate of a vehicle's chain (M07).

    Attributes:
        fingerprint: Which certificate: the SHA-256 of it in DER, in lower-case hexadecimal.
        status: How it stands; Failed where that could not be found out.
        source: What it was asked of; None where the certificate names nothing that could be asked.
        next_update: Until when that holds; None where the status is Failed.
    """

    fingerprint: str
    status: CertificateStatus
    source: CertificateStatusSource | None
    next_update: datetime | None = None
