"""Certificates and keys as the CSMS's authority makes them, and requests as it reads them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from ipaddress import ip_address
from typing import Final, TypeAlias

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.types import CertificatePublicKeyTypes
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import NameOID

from pilotwire.csms.errors import RequestRefused

__all__ = [
    "Key",
    "Owner",
    "certificate_of",
    "key_text",
    "name_of",
    "new_key",
    "owner_of",
    "pem",
    "read_key",
    "read_request",
    "root_of",
]

Key: TypeAlias = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey

LONGEST_NAME: Final = 64
"""Characters of a name in a certificate (RFC 5280, appendix A.1)."""

LEAST_RSA: Final = 2048
LEAST_CURVE: Final = 224
"""Bits of a key (A00.FR.502, A00.FR.503)."""

_HASHES: Final = frozenset({"sha256", "sha384", "sha512"})


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose a certificate is, as its subject says (A00.FR.404, A00.FR.405)."""

    organization: str | None
    common_name: str | None


def new_key(*, rsa_bits: int | None = None) -> Key:
    """A key: of ECDSA P-256, or of RSA."""
    if rsa_bits is None:
        return ec.generate_private_key(ec.SECP256R1())
    return rsa.generate_private_key(public_exponent=65537, key_size=rsa_bits)


def key_text(key: Key) -> bytes:
    """A private key in PEM, unencrypted."""
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def read_key(text: bytes) -> Key:
    """A private key in PEM.

    Raises:
        ValueError: it is none; the text does not say what it is instead.
    """
    try:
        key = load_pem_private_key(text, None)
    except Exception:  # a parser may raise anything, and what it says may tell of the key
        raise ValueError("a private key can't be read") from None
    if not isinstance(key, (ec.EllipticCurvePrivateKey, rsa.RSAPrivateKey)):
        raise ValueError("a private key is neither ECDSA nor RSA")  # noqa: TRY004 -- the file's fault
    return key


def pem(*certificates: x509.Certificate) -> str:
    """Certificates in PEM, one after the other."""
    return "".join(each.public_bytes(Encoding.PEM).decode("ascii") for each in certificates)


def name_of(organization: str, common_name: str) -> x509.Name:
    """The name of an owner.

    Raises:
        ValueError: it is empty or too long.
    """
    for text in (organization, common_name):
        if not 0 < len(text) <= LONGEST_NAME:
            raise ValueError(f"a name in a certificate has 1 to {LONGEST_NAME} characters")
    return x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, organization),
            x509.NameAttribute(NameOID.COMMON_NAME, common_name),
        ]
    )


def owner_of(name: x509.Name) -> Owner:
    """Whose name it is; what is not there once is not there."""

    def one(which: x509.ObjectIdentifier) -> str | None:
        found = [each.value for each in name.get_attributes_for_oid(which)]
        return found[0] if len(found) == 1 and isinstance(found[0], str) else None

    return Owner(one(NameOID.ORGANIZATION_NAME), one(NameOID.COMMON_NAME))


def read_request(text: str) -> x509.CertificateSigningRequest:
    """A request for a certificate that is fit to be granted (RFC 2986; A00.FR.501 to A00.FR.504).

    Raises:
        RequestRefused: it is not.
    """
    try:
        request = x509.load_pem_x509_csr(text.encode("ascii"))
        signed = request.is_signature_valid
        hashed = request.signature_hash_algorithm
        key = request.public_key()
    except Exception:  # a parser of hostile bytes may raise anything
        raise RequestRefused("the request can't be read") from None
    if not signed:
        raise RequestRefused("the request is not signed with its own key")
    if hashed is not None and hashed.name not in _HASHES:
        raise RequestRefused("the request is signed with a hash that is not safe")
    match key:
        case rsa.RSAPublicKey(key_size=size) if size >= LEAST_RSA:
            return request
        case ec.EllipticCurvePublicKey(key_size=size) if size >= LEAST_CURVE:
            return request
        case _:
            raise RequestRefused("the key is too weak, or of no kind that is known here")


def root_of(
    name: x509.Name,
    key: Key,
    validity: tuple[datetime, datetime],
    by: tuple[x509.Certificate, Key] | None = None,
) -> x509.Certificate:
    """The certificate of an authority; it has signed itself, unless another one has."""
    issuer, signing = (name, key) if by is None else (by[0].subject, by[1])
    builder = _builder(name, issuer, key.public_key(), validity)
    builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    builder = builder.add_extension(_usage(authority=True), critical=True)
    named = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
    builder = builder.add_extension(named, critical=False)
    return _signed(builder, signing)


def certificate_of(
    name: x509.Name,
    key: CertificatePublicKeyTypes,
    validity: tuple[datetime, datetime],
    by: tuple[x509.Certificate, Key],
    hosts: Collection[str] = (),
) -> x509.Certificate:
    """A certificate of a station, or of a server for these hosts. It does not say for which end it
    is (A00.FR.514).
    """
    issuer, signing = by
    builder = _builder(name, issuer.subject, key, validity)
    builder = builder.add_extension(
        x509.BasicConstraints(ca=False, path_length=None), critical=True
    )
    usage = _usage(authority=False, encipher=isinstance(key, rsa.RSAPublicKey))
    builder = builder.add_extension(usage, critical=True)
    if hosts:
        names = x509.SubjectAlternativeName(_hosts(sorted(hosts)))
        builder = builder.add_extension(names, critical=False)
    return _signed(builder, signing)


def _hosts(hosts: Sequence[str]) -> list[x509.GeneralName]:
    names: list[x509.GeneralName] = []
    for host in hosts:
        try:
            names.append(x509.IPAddress(ip_address(host)))
        except ValueError:
            names.append(x509.DNSName(host))
    return names


def _signed(builder: x509.CertificateBuilder, key: Key) -> x509.Certificate:
    """It names the key that has signed it (RFC 5280, 4.2.1.1)."""
    by = x509.AuthorityKeyIdentifier.from_issuer_public_key(key.public_key())
    return builder.add_extension(by, critical=False).sign(key, SHA256())


def _builder(
    name: x509.Name,
    issuer: x509.Name,
    key: CertificatePublicKeyTypes,
    validity: tuple[datetime, datetime],
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(validity[0])
        .not_valid_after(validity[1])
    )


def _usage(*, authority: bool, encipher: bool = False) -> x509.KeyUsage:
    """A00.FR.512."""
    return x509.KeyUsage(
        digital_signature=True,  # an authority signs what it says of certificates, too
        content_commitment=False,
        key_encipherment=encipher,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=authority,
        crl_sign=authority,
        encipher_only=False,
        decipher_only=False,
    )
