"""An authority of the test's, whose certificates are good unless a test wants them otherwise."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hashes import HashAlgorithm as Hash
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from pilotwire.ocpp import v21
from pilotwire.station.security.hashes import hash_data, issuer_key
from pilotwire.station.vocabulary import HashAlgorithm
from tests.support.scene import EPOCH

__all__ = [
    "ORGANIZATION",
    "SERIAL",
    "Authority",
    "key_text",
    "known_by",
    "new_key",
    "pem",
    "signing_request",
]

ORGANIZATION = "Example Charging"
SERIAL = "SN-1"
"""The serial number of a scene's station."""

YEAR = timedelta(days=365)

Extension = tuple[x509.ExtensionType, bool]


def new_key() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


def key_text(key: Any) -> str:
    """A private key in PEM."""
    text: bytes = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return text.decode()


def pem(*certificates: x509.Certificate) -> str:
    return "".join(each.public_bytes(Encoding.PEM).decode() for each in certificates)


def signing_request(text: str) -> x509.CertificateSigningRequest:
    """A CSR that was told."""
    return x509.load_pem_x509_csr(text.encode())


def known_by(
    authority: "Authority", algorithm: HashAlgorithm = HashAlgorithm.SHA256
) -> v21.CertificateHashDataType:
    """What an authority's certificate is known by."""
    issuer = authority.parent or authority
    key = issuer_key(authority.certificate, issuer.certificate)
    return hash_data(authority.certificate, key, algorithm)


def name_of(common_name: str, organization: str | None = ORGANIZATION) -> x509.Name:
    parts = [x509.NameAttribute(NameOID.COMMON_NAME, common_name)]
    if organization is not None:
        parts.insert(0, x509.NameAttribute(NameOID.ORGANIZATION_NAME, organization))
    return x509.Name(parts)


@dataclass
class Authority:
    """A certificate with its key, and what it signs; without a `parent`, a root."""

    name: str = "Root"
    parent: "Authority | None" = None
    key: Any = field(default_factory=new_key)
    begins: datetime = EPOCH - YEAR
    ends: datetime = EPOCH + 10 * YEAR
    extensions: Sequence[Extension] = ((x509.BasicConstraints(ca=True, path_length=None), True),)
    hashed: Hash | None = field(default_factory=SHA256)
    serial: int | None = None

    def __post_init__(self) -> None:
        parent = self.parent or self
        self.certificate = self._signed(
            name_of(self.name), self.key.public_key(), parent, self.extensions, self.serial
        )

    @property
    def text(self) -> str:
        return pem(self.certificate)

    def sign(
        self,
        key: Any,
        common_name: str = SERIAL,
        organization: str | None = ORGANIZATION,
        *,
        begins: datetime = EPOCH - timedelta(days=1),
        ends: datetime = EPOCH + YEAR,
        extensions: Sequence[Extension] = (),
        hashed: Hash | None = None,
    ) -> x509.Certificate:
        """A certificate of a station, for a public key."""
        one = Authority.__new__(Authority)
        one.begins, one.ends, one.hashed = begins, ends, hashed or self.hashed
        one.name, one.parent, one.key = common_name, self, None
        return one._signed(name_of(common_name, organization), key, self, extensions, None)

    def answer(self, csr: str, **more: Any) -> str:
        """The certificate that was asked for, in PEM."""
        request = signing_request(csr)
        (common,) = request.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
        (organization,) = request.subject.get_attributes_for_oid(NameOID.ORGANIZATION_NAME)
        wanted: dict[str, Any] = {
            "common_name": common.value,
            "organization": organization.value,
        } | more
        return pem(self.sign(request.public_key(), **wanted))

    def signed_by_it(self, text: str) -> "Authority":
        """What it has signed, with the key left out."""
        one = Authority.__new__(Authority)
        one.parent, one.certificate = self, x509.load_pem_x509_certificate(text.encode())
        return one

    def _signed(
        self,
        name: x509.Name,
        key: Any,
        parent: "Authority",
        extensions: Sequence[Extension],
        serial: int | None,
    ) -> x509.Certificate:
        builder = (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(name if parent is self else parent.certificate.subject)
            .public_key(key)
            .serial_number(serial or x509.random_serial_number())
            .not_valid_before(self.begins)
            .not_valid_after(self.ends)
        )
        for extension, critical in extensions:
            builder = builder.add_extension(extension, critical)
        hashed: Any = self.hashed
        same = True if isinstance(parent.key, ec.EllipticCurvePrivateKey) else None
        return builder.sign(parent.key, hashed, ecdsa_deterministic=same)
