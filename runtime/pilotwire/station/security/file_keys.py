"""Private keys in files, unencrypted: who may read them is the folder's to say."""

import hashlib
from collections.abc import Collection, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.types import CertificatePublicKeyTypes
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import NameOID

from pilotwire.station.security.files import SecretFolder
from pilotwire.station.security.words import CertificateSubject, KeyKind

__all__ = ["RSA_BITS", "FileKeys", "file_of", "id_of", "key_of", "read_key", "subject_name"]

PrivateKey = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey

RSA_BITS: Final[Mapping[KeyKind, int]] = MappingProxyType(
    {KeyKind.RSA_2048: 2048, KeyKind.RSA_3072: 3072, KeyKind.RSA_4096: 4096}
)
"""Of the keys that are RSA; the others are of the curve P-256."""

_PREFIX: Final = "key-"
_SUFFIX: Final = ".pem"


class FileKeys:
    """Keys in a folder, each in a file of its own; see `KeyStore`."""

    __slots__ = ("_folder", "_kind")

    def __init__(self, folder: SecretFolder, kind: KeyKind) -> None:
        self._folder = folder
        self._kind = kind

    def create(self) -> str:
        """Make a pair of keys; the id."""
        return self.keep(_made(self._kind))

    def keep(self, key: PrivateKey) -> str:
        """Take a key that was made elsewhere; the id."""
        name = id_of(key.public_key())
        content = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        self._folder.write(file_of(name), content)
        return name

    def request(self, key: str, subject: CertificateSubject) -> str:
        """A Certificate Signing Request (A02.FR.03)."""
        private = read_key(self._folder.read(file_of(key)))
        signed = x509.CertificateSigningRequestBuilder(subject_name(subject)).sign(
            private, SHA256()
        )
        return signed.public_bytes(Encoding.PEM).decode("ascii")

    def path(self, key: str) -> Path:
        """The file of a key."""
        return self._folder.path / file_of(key)

    def ids(self) -> Collection[str]:
        """All keys that there are."""
        found = map(key_of, self._folder.names())
        return {each for each in found if each is not None}

    def remove(self, key: str) -> None:
        """Destroy a key, if it is there."""
        self._folder.remove(file_of(key))


def file_of(key: str) -> str:
    """What the file of a key is called."""
    return f"{_PREFIX}{key}{_SUFFIX}"


def key_of(name: str) -> str | None:
    """The key that a file is called after; None if it is no key's."""
    if not (name.startswith(_PREFIX) and name.endswith(_SUFFIX)):
        return None
    return name.removeprefix(_PREFIX).removesuffix(_SUFFIX)


def subject_name(subject: CertificateSubject) -> x509.Name:
    """How a certificate's subject stands in it (A00.FR.509, A00.FR.511)."""
    return x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, subject.organization),
            x509.NameAttribute(NameOID.COMMON_NAME, subject.common_name),
        ]
    )


def id_of(key: CertificatePublicKeyTypes) -> str:
    """The id of the key pair that a public key belongs to."""
    public = key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return hashlib.sha256(public).hexdigest()


def read_key(text: bytes) -> PrivateKey:
    """A private key in PEM.

    Raises:
        OSError: it is none; the text does not say what it is instead.
    """
    try:
        key = load_pem_private_key(text, None)
    except Exception:  # a parser may raise anything, and what it says may tell of the key
        raise OSError("a private key can't be read") from None
    if not isinstance(key, (ec.EllipticCurvePrivateKey, rsa.RSAPrivateKey)):
        raise OSError("a private key is neither ECDSA nor RSA")
    return key


def _made(kind: KeyKind) -> PrivateKey:
    if kind in RSA_BITS:
        return rsa.generate_private_key(public_exponent=65537, key_size=RSA_BITS[kind])
    return ec.generate_private_key(ec.SECP256R1())
