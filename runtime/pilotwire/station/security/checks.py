"""Certificates that somebody else wrote: read, and judged (A00.FR.501 to A00.FR.514, A02.FR.06).

Whatever a text holds, what comes of it is certificates or a `BadCertificateError`, whose words are
ours.
"""

import warnings
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from datetime import datetime
from itertools import pairwise
from typing import Final, TypeVar

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import dsa, ec, ed448, ed25519, rsa
from cryptography.hazmat.primitives.asymmetric.types import CertificatePublicKeyTypes
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from pilotwire.station.security.file_keys import id_of
from pilotwire.station.security.words import BadCertificateError, CertificateSubject

__all__ = [
    "SAFE_HASHES",
    "check_key",
    "check_own",
    "check_root",
    "check_signer",
    "extension",
    "has_issued",
    "judging",
    "names_in",
    "read_certificates",
]

LONGEST_CHAIN: Final = 10
"""Certificates of a chain at most."""

LONGEST_TEXT: Final = 32_768
"""Characters of a text with certificates at most."""

LEAST_RSA: Final = 2048
LEAST_CURVE: Final = 224

_MARK: Final = "-----BEGIN CERTIFICATE-----"
SAFE_HASHES: Final = frozenset(
    {"sha224", "sha256", "sha384", "sha512", "sha3-224", "sha3-256", "sha3-384", "sha3-512"}
)
"""What a certificate may be signed with; SHA-1 and older are not fit for use (A00.FR.504)."""

E = TypeVar("E", bound=x509.ExtensionType)


@contextmanager
def judging() -> Generator[None]:
    """Whatever fails in looking at a certificate is the certificate's fault."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # what is deprecated is not taken at all
        try:
            yield
        except BadCertificateError:
            raise
        except Exception as error:  # a parser of hostile bytes may raise anything
            raise BadCertificateError("a certificate can't be read") from error


def read_certificates(text: str) -> tuple[x509.Certificate, ...]:
    """The certificates of a text in PEM; at least one.

    Raises:
        BadCertificateError: it is something else.
    """
    if len(text) > LONGEST_TEXT:
        raise BadCertificateError(f"more than {LONGEST_TEXT} characters")
    count = text.count(_MARK)
    if not 1 <= count <= LONGEST_CHAIN:
        raise BadCertificateError(f"{count} certificates in PEM; 1 to {LONGEST_CHAIN} are taken")
    with judging():
        certificates = tuple(x509.load_pem_x509_certificates(text.encode("ascii")))
        if len(certificates) != count:
            raise BadCertificateError("a certificate can't be read")
        return certificates


def check_root(certificate: x509.Certificate, now: datetime) -> None:
    """Whether a certificate may be trusted as an authority's (M05.FR.07).

    Raises:
        BadCertificateError: it may not.
    """
    with judging():
        _check_authority(certificate, now, below=0)


def check_own(
    chain: Sequence[x509.Certificate],
    roots: Sequence[x509.Certificate],
    *,
    key: str,
    subject: CertificateSubject,
    now: datetime,
) -> None:
    """Whether a chain, the station's own certificate first, is what was asked for (A02.FR.06).

    Args:
        chain: The certificates, each signed by the next.
        roots: Those that may have signed the last of them, or be it.
        key: The id of the key that the first must belong to.
        subject: Whose it must be.
        now: The station's time.

    Raises:
        BadCertificateError: it is not.
    """
    with judging():
        own = chain[0]
        if id_of(own.public_key()) != key:
            raise BadCertificateError("it is for another key")
        _check_properties(own, now)
        _check_subject(own, subject)
        _check_usage(own)
        path = list(chain)
        if len(path) == 1 or path[-1] not in roots:
            issuer = next((root for root in roots if has_issued(root, path[-1])), None)
            if issuer is None:
                raise BadCertificateError("no CSMS root certificate stands behind it")
            path.append(issuer)
        for below, (child, parent) in enumerate(pairwise(path)):
            if not has_issued(parent, child):
                raise BadCertificateError("the certificates are no chain, each signed by the next")
            _check_authority(parent, now, below=below)


def check_signer(
    certificate: x509.Certificate, roots: Sequence[x509.Certificate], now: datetime
) -> CertificatePublicKeyTypes:
    """The key of a certificate that signs data, which one of these roots has signed itself.

    Raises:
        BadCertificateError: it may not sign, or none of them stands behind it.
    """
    with judging():
        _check_properties(certificate, now)
        constraints = extension(certificate, x509.BasicConstraints)
        if constraints is not None and constraints.ca:
            raise BadCertificateError("it is an authority's")
        usage = extension(certificate, x509.KeyUsage)
        if usage is not None and not usage.digital_signature:
            raise BadCertificateError("its key may not sign")
        issuer = next((root for root in roots if has_issued(root, certificate)), None)
        if issuer is None:
            raise BadCertificateError("no root certificate of the manufacturer stands behind it")
        _check_authority(issuer, now, below=0)
        return certificate.public_key()


def check_key(text: str, key: CertificatePublicKeyTypes) -> None:
    """Whether the first certificate of a text in PEM is for a key.

    Raises:
        BadCertificateError: it is not, or can't be read.
    """
    own = read_certificates(text)[0]
    with judging():
        if id_of(own.public_key()) != id_of(key):
            raise BadCertificateError("it is for another key")


def has_issued(parent: x509.Certificate, child: x509.Certificate) -> bool:
    """Whether a certificate has signed another; names and signature say so."""
    try:
        child.verify_directly_issued_by(parent)
    except Exception:  # a parser of hostile bytes may raise anything, and no signature is none
        return False
    return True


def _check_authority(certificate: x509.Certificate, now: datetime, *, below: int) -> None:
    """An authority's, with so many authorities below it."""
    _check_properties(certificate, now)
    constraints = extension(certificate, x509.BasicConstraints)
    if constraints is None or not constraints.ca:
        raise BadCertificateError("it is no authority's")
    if constraints.path_length is not None and constraints.path_length < below:
        raise BadCertificateError("the chain is longer than an authority allows")
    usage = extension(certificate, x509.KeyUsage)
    if usage is not None and not usage.key_cert_sign:
        raise BadCertificateError("its key may not sign certificates")


def _check_properties(certificate: x509.Certificate, now: datetime) -> None:
    if now < certificate.not_valid_before_utc:
        raise BadCertificateError("it is not valid yet")
    if now > certificate.not_valid_after_utc:
        raise BadCertificateError("it has expired")
    if certificate.serial_number <= 0:
        raise BadCertificateError("it has no serial number")  # A00.FR.508
    _check_strength(certificate)
    hashed = certificate.signature_hash_algorithm
    if hashed is not None and hashed.name not in SAFE_HASHES:
        raise BadCertificateError("it is signed with a hash that is not safe")
    for each in certificate.extensions:
        if each.critical and isinstance(each.value, x509.UnrecognizedExtension):
            raise BadCertificateError("it has a critical extension that is not known")


def _check_strength(certificate: x509.Certificate) -> None:
    """A00.FR.501 to A00.FR.503."""
    match certificate.public_key():
        case rsa.RSAPublicKey(key_size=size) | dsa.DSAPublicKey(key_size=size):
            enough = size >= LEAST_RSA
        case ec.EllipticCurvePublicKey(key_size=size):
            enough = size >= LEAST_CURVE
        case ed25519.Ed25519PublicKey() | ed448.Ed448PublicKey():
            enough = True
        case _:
            enough = False
    if not enough:
        raise BadCertificateError("its key is too weak")


def _check_subject(certificate: x509.Certificate, subject: CertificateSubject) -> None:
    organizations = names_in(certificate, NameOID.ORGANIZATION_NAME)
    if subject.organization not in organizations:
        raise BadCertificateError("it names another organization")
    if names_in(certificate, NameOID.COMMON_NAME) != [subject.common_name]:
        raise BadCertificateError("it names another station")


def names_in(certificate: x509.Certificate, which: x509.ObjectIdentifier) -> list[str | bytes]:
    """What a certificate's subject is called, in one kind of name."""
    return [each.value for each in certificate.subject.get_attributes_for_oid(which)]


def _check_usage(certificate: x509.Certificate) -> None:
    """Those of its extensions that say what it is for must allow what it is for."""
    constraints = extension(certificate, x509.BasicConstraints)
    if constraints is not None and constraints.ca:
        raise BadCertificateError("it is an authority's")
    usage = extension(certificate, x509.KeyUsage)
    if usage is not None and not usage.digital_signature:
        raise BadCertificateError("its key may not sign")
    extended = extension(certificate, x509.ExtendedKeyUsage)
    clients = {ExtendedKeyUsageOID.CLIENT_AUTH, ExtendedKeyUsageOID.ANY_EXTENDED_KEY_USAGE}
    if extended is not None and not clients & set(extended):
        raise BadCertificateError("it is not for clients")


def extension(certificate: x509.Certificate, kind: type[E]) -> E | None:
    """What a certificate says of itself in an extension; None where it has none of that kind."""
    try:
        return certificate.extensions.get_extension_for_class(kind).value
    except x509.ExtensionNotFound:
        return None
