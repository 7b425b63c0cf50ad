"""What a certificate is known by in OCPP: hashes of its issuer, as OCSP has them, and its serial
number (CertificateHashDataType; RFC 6960, 4.1.1).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.x509.ocsp import OCSPRequest, OCSPRequestBuilder

from pilotwire.ocpp.v21.datatypes import CertificateHashDataType
from pilotwire.station.vocabulary import HashAlgorithm

__all__ = ["IssuerKey", "hash_data", "is_meant", "issuer_key", "same"]

_FUNCTIONS: Mapping[HashAlgorithm, hashes.HashAlgorithm] = MappingProxyType(
    {
        HashAlgorithm.SHA256: hashes.SHA256(),
        HashAlgorithm.SHA384: hashes.SHA384(),
        HashAlgorithm.SHA512: hashes.SHA512(),
    }
)


@dataclass(frozen=True, slots=True)
class IssuerKey:
    """The hashes of an issuer's public key: all that must be kept of it."""

    hashes: Mapping[HashAlgorithm, str]


def issuer_key(certificate: x509.Certificate, issuer: x509.Certificate) -> IssuerKey:
    """The key that has signed a certificate: its bits, without tag and length."""
    return IssuerKey(
        {each: _request(certificate, issuer, each).issuer_key_hash.hex() for each in HashAlgorithm}
    )


def hash_data(
    certificate: x509.Certificate, key: IssuerKey, algorithm: HashAlgorithm = HashAlgorithm.SHA256
) -> CertificateHashDataType:
    """What a certificate is known by. The issuer's name is hashed as it stands in it."""
    asked = _request(certificate, certificate, algorithm)
    return CertificateHashDataType(
        hash_algorithm=algorithm,
        issuer_name_hash=asked.issuer_name_hash.hex(),
        issuer_key_hash=key.hashes[algorithm],
        serial_number=f"{certificate.serial_number:x}",
    )


def is_meant(data: CertificateHashDataType, certificate: x509.Certificate) -> bool:
    """Whether the name of a certificate's issuer and its serial number are those that are meant."""
    asked = _request(certificate, certificate, data.hash_algorithm)
    return (asked.issuer_name_hash.hex(), f"{certificate.serial_number:x}") == _compared(data)[1::2]


def same(one: CertificateHashDataType, other: CertificateHashDataType) -> bool:
    """Whether two mean the same certificate: identifiers have no case, and a serial number may
    come with the zeros that it should not have.
    """
    return _compared(one) == _compared(other)


def _compared(data: CertificateHashDataType) -> tuple[HashAlgorithm, str, str, str]:
    return (
        data.hash_algorithm,
        data.issuer_name_hash.lower(),
        data.issuer_key_hash.lower(),
        data.serial_number.lower().lstrip("0"),
    )


def _request(
    certificate: x509.Certificate, issuer: x509.Certificate, algorithm: HashAlgorithm
) -> OCSPRequest:
    builder = OCSPRequestBuilder().add_certificate(certificate, issuer, _FUNCTIONS[algorithm])
    return builder.build()
