"""What the parts of this room tell each other; nothing here needs `cryptography`."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

__all__ = [
    "BadCertificateError",
    "CertificateSubject",
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
