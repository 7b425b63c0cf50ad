"""All certificates of a station."""

from dataclasses import dataclass

from pilotwire.station.security.own import OwnCertificates
from pilotwire.station.security.trusted import TrustedCertificates

__all__ = ["CertificateStore"]


@dataclass(frozen=True, slots=True)
class CertificateStore:
    """What is in a station's folder.

    Attributes:
        trusted: What it trusts.
        own: What it shows of itself.
    """

    trusted: TrustedCertificates
    own: OwnCertificates
