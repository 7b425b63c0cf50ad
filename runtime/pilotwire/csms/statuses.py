"""What the authority says of the certificates that it has signed (M06, M07): good, as it revokes
none; of those of others it knows nothing.
"""

from base64 import b64encode
from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp

from pilotwire.csms.authority import Authority, Root
from pilotwire.ocpp import v21
from pilotwire.ocpp.v21 import CertificateStatusEnumType as CertificateStatus
from pilotwire.ocpp.v21 import HashAlgorithmEnumType as HashAlgorithm

__all__ = ["ocsp_result", "status_of"]

_FUNCTIONS: Mapping[HashAlgorithm, hashes.HashAlgorithm] = MappingProxyType(
    {
        HashAlgorithm.SHA256: hashes.SHA256(),
        HashAlgorithm.SHA384: hashes.SHA384(),
        HashAlgorithm.SHA512: hashes.SHA512(),
    }
)


def ocsp_result(
    authority: Authority, asked: v21.OCSPRequestDataType, validity: tuple[datetime, datetime]
) -> str | None:
    """The OCSP response for a certificate (RFC 6960, 4.2), DER in base64; None where the authority
    has not signed it.
    """
    function = _FUNCTIONS[asked.hash_algorithm]
    root = _issuer(authority, asked)
    issued = None if root is None else _issued(authority, asked, root)
    if root is None or issued is None:
        return None
    builder = ocsp.OCSPResponseBuilder().add_response(
        cert=issued,
        issuer=root.certificate,
        algorithm=function,
        cert_status=ocsp.OCSPCertStatus.GOOD,
        this_update=validity[0],
        next_update=validity[1],
        revocation_time=None,
        revocation_reason=None,
    )
    builder = builder.responder_id(ocsp.OCSPResponderEncoding.HASH, root.certificate)
    response = builder.sign(root.key, hashes.SHA256())
    return b64encode(response.public_bytes(Encoding.DER)).decode("ascii")


def status_of(authority: Authority, asked: v21.CertificateHashDataType) -> CertificateStatus:
    """What there is to say of a certificate, whatever source was named (M07): the authority is its
    own responder, and has no list of what is revoked.
    """
    root = _issuer(authority, asked)
    if root is None:
        return CertificateStatus.FAILED
    known = _issued(authority, asked, root) is not None
    return CertificateStatus.GOOD if known else CertificateStatus.UNKNOWN


_Asked = v21.OCSPRequestDataType | v21.CertificateHashDataType


def _issuer(authority: Authority, asked: _Asked) -> Root | None:
    """Which of the roots is meant."""
    function = _FUNCTIONS[asked.hash_algorithm]
    wanted = asked.issuer_name_hash.lower(), asked.issuer_key_hash.lower()
    for root in authority.roots:
        request = ocsp.OCSPRequestBuilder().add_certificate(
            root.certificate, root.certificate, function
        )
        built = request.build()
        if (built.issuer_name_hash.hex(), built.issuer_key_hash.hex()) == wanted:
            return root
    return None


def _issued(authority: Authority, asked: _Asked, root: Root) -> x509.Certificate | None:
    """The certificate that is meant, if that root has signed it."""
    try:
        number = int(asked.serial_number, 16)
    except ValueError:
        return None
    if number == root.certificate.serial_number:
        return root.certificate
    issued = authority.issued(number)
    if issued is None or issued.certificate.issuer != root.certificate.subject:
        return None
    return issued.certificate
