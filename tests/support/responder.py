"""An OCSP responder of the test's: the authority itself, or one that it has given a certificate."""

from datetime import datetime, timedelta
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA1, SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp
from cryptography.x509.oid import AuthorityInformationAccessOID, ExtendedKeyUsageOID

from tests.support.authority import Authority, Extension
from tests.support.scene import EPOCH

__all__ = ["CRL", "OCSP_URL", "delegate", "names_list", "names_responder", "ocsp_response"]

OCSP_URL = "http://ocsp.example"
CRL = "http://crl.example/revoked.crl"

WEEK = timedelta(days=7)


def names_responder(*urls: str) -> Extension:
    """The extension of a certificate that says where OCSP tells of it."""
    places = [
        x509.AccessDescription(
            AuthorityInformationAccessOID.OCSP, x509.UniformResourceIdentifier(url)
        )
        for url in urls or (OCSP_URL,)
    ]
    return x509.AuthorityInformationAccess(places), False


def names_list(url: str = CRL) -> Extension:
    """The same for a list of what was revoked."""
    place = [x509.UniformResourceIdentifier(url)]
    return x509.CRLDistributionPoints([x509.DistributionPoint(place, None, None, None)]), False


def delegate(issuer: Authority, **more: Any) -> Authority:
    """Who may answer for an authority."""
    usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.OCSP_SIGNING])
    return Authority("Responder", issuer, extensions=[(usage, False)], **more)


def ocsp_response(
    certificate: x509.Certificate,
    issuer: Authority,
    *,
    by: Authority | None = None,
    status: ocsp.OCSPCertStatus = ocsp.OCSPCertStatus.GOOD,
    this_update: datetime = EPOCH,
    next_update: datetime | None = EPOCH + WEEK,
    by_key: bool = False,
    shown: bool = True,
    hashed: bool = True,
) -> bytes:
    """What the responder says of a certificate, in DER."""
    by = by or issuer
    revoked = status is ocsp.OCSPCertStatus.REVOKED
    encoding = ocsp.OCSPResponderEncoding.HASH if by_key else ocsp.OCSPResponderEncoding.NAME
    builder = (
        ocsp.OCSPResponseBuilder()
        .add_response(
            cert=certificate,
            issuer=issuer.certificate,
            algorithm=SHA1(),  # noqa: S303 -- an identifier, and what responders use
            cert_status=status,
            this_update=this_update,
            next_update=next_update,
            revocation_time=this_update if revoked else None,
            revocation_reason=None,
        )
        .responder_id(encoding, by.certificate)
    )
    if by is not issuer and shown:
        builder = builder.certificates([by.certificate])
    response = builder.sign(by.key, SHA256() if hashed else None)
    return response.public_bytes(Encoding.DER)
