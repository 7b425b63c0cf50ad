"""What an OCSP responder says of a certificate, judged (RFC 6960, 3.2).

The response is the word of the certificate's issuer, or of a responder that the issuer has given a
certificate for it. It comes through the CSMS, which is not trusted in this.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, ed448, ed25519, padding, rsa
from cryptography.hazmat.primitives.asymmetric.types import CertificatePublicKeyTypes
from cryptography.hazmat.primitives.hashes import SHA1, HashAlgorithm
from cryptography.x509.ocsp import (
    OCSPCertStatus,
    OCSPRequestBuilder,
    OCSPResponse,
    OCSPResponseStatus,
    OCSPSingleResponse,
    load_der_ocsp_response,
)
from cryptography.x509.oid import ExtendedKeyUsageOID

from pilotwire.station.security.chains import Link
from pilotwire.station.security.checks import SAFE_HASHES, extension, has_issued, judging
from pilotwire.station.security.words import BadCertificateError
from pilotwire.station.vocabulary import CertificateStatus

__all__ = ["OcspAnswer", "read_response"]

SKEW: Final = timedelta(minutes=5)
"""How far the responder's clock may be ahead of the station's."""

LONGEST: Final = 13_500
"""Bytes of a response at most: what GetCertificateStatusResponse has room for, as base64."""

_STATUS: Final = {
    OCSPCertStatus.GOOD: CertificateStatus.GOOD,
    OCSPCertStatus.REVOKED: CertificateStatus.REVOKED,
    OCSPCertStatus.UNKNOWN: CertificateStatus.UNKNOWN,
}


@dataclass(frozen=True, slots=True)
class OcspAnswer:
    """What a response says.

    Attributes:
        status: How the certificate stands.
        this_update: From when on that is so.
        next_update: When there will be something newer; None where the responder does not say.
    """

    status: CertificateStatus
    this_update: datetime
    next_update: datetime | None


def read_response(content: bytes, of: Link, now: datetime) -> OcspAnswer:
    """What a response in DER says of a certificate now.

    Raises:
        BadCertificateError: it says nothing that can be believed; the text says why.
    """
    if len(content) > LONGEST:
        raise BadCertificateError(f"an OCSP response has more than {LONGEST} bytes")
    with judging():
        response = load_der_ocsp_response(content)
        if response.response_status is not OCSPResponseStatus.SUCCESSFUL:
            raise BadCertificateError("the OCSP responder has no answer")
        single = next((each for each in response.responses if _is_meant(each, of)), None)
        if single is None:
            raise BadCertificateError("an OCSP response is about another certificate")
        _check_signature(response, of.issuer, now)
        begins, ends = single.this_update_utc, single.next_update_utc
        if begins > now + SKEW:
            raise BadCertificateError("an OCSP response is of the future")
        if ends is not None and ends <= now:
            raise BadCertificateError("an OCSP response has been outdated")
        return OcspAnswer(_STATUS[single.certificate_status], begins, ends)


def _is_meant(single: OCSPSingleResponse, of: Link) -> bool:
    """The responder may use another hash than it was asked with."""
    builder = OCSPRequestBuilder()
    asked = builder.add_certificate(of.certificate, of.issuer, single.hash_algorithm).build()
    return (single.issuer_name_hash, single.issuer_key_hash, single.serial_number) == (
        asked.issuer_name_hash,
        asked.issuer_key_hash,
        asked.serial_number,
    )


def _check_signature(response: OCSPResponse, issuer: x509.Certificate, now: datetime) -> None:
    for signer in (issuer, *_delegates(response.certificates, issuer, now)):
        if _is_responder(response, signer):
            _verify(response, signer.public_key())
            return
    raise BadCertificateError("an OCSP response is of somebody who may not give it")


def _delegates(
    certificates: Iterable[x509.Certificate], issuer: x509.Certificate, now: datetime
) -> Iterable[x509.Certificate]:
    """Those whom the issuer lets speak for it (RFC 6960, 4.2.2.2)."""
    for each in certificates:
        usage = extension(each, x509.ExtendedKeyUsage) or ()
        in_time = each.not_valid_before_utc <= now <= each.not_valid_after_utc
        if ExtendedKeyUsageOID.OCSP_SIGNING in usage and in_time and has_issued(issuer, each):
            yield each


def _is_responder(response: OCSPResponse, certificate: x509.Certificate) -> bool:
    if response.responder_name is not None:
        return response.responder_name == certificate.subject
    asked = OCSPRequestBuilder().add_certificate(certificate, certificate, SHA1())  # noqa: S303 -- an identifier (RFC 6960, 4.2.1)
    return response.responder_key_hash == asked.build().issuer_key_hash


def _verify(response: OCSPResponse, key: CertificatePublicKeyTypes) -> None:
    signature, signed = response.signature, response.tbs_response_bytes
    match key:
        case ec.EllipticCurvePublicKey():
            key.verify(signature, signed, ec.ECDSA(_hash(response)))
        case rsa.RSAPublicKey():
            key.verify(signature, signed, padding.PKCS1v15(), _hash(response))
        case ed25519.Ed25519PublicKey() | ed448.Ed448PublicKey():
            key.verify(signature, signed)
        case _:
            raise BadCertificateError("an OCSP response is signed with a key that is not taken")


def _hash(response: OCSPResponse) -> HashAlgorithm:
    used = response.signature_hash_algorithm
    if used is None or used.name not in SAFE_HASHES:
        raise BadCertificateError("an OCSP response is signed with a hash that is not safe")
    return used
