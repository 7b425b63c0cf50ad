"""Where private keys are: files, unless the application has something better.

A key never leaves its place (A02.FR.05): it is made there, it signs there, and what TLS needs is
loaded from there by OpenSSL.
"""

from collections.abc import Collection
from pathlib import Path
from typing import Protocol

from pilotwire.station.security.words import CertificateSubject

__all__ = ["KeyStore"]


class KeyStore(Protocol):
    """What holds private keys: a folder, a security module, a TPM.

    A key is known by its id: the SHA-256 of its public key, which is meant as it stands in a
    certificate (SubjectPublicKeyInfo, DER), in lower-case hexadecimal.

    Every method raises OSError where it fails. `create` and `request` may block: they are called in
    a thread.
    """

    def create(self) -> str:
        """Make a pair of keys, and keep it over power cuts; the id."""
        ...

    def request(self, key: str, subject: CertificateSubject) -> str:
        """A Certificate Signing Request for a key (RFC 2986), in PEM."""
        ...

    def path(self, key: str) -> Path:
        """The file that `ssl.SSLContext.load_cert_chain` takes for a key."""
        ...

    def ids(self) -> Collection[str]:
        """All keys that there are."""
        ...

    def remove(self, key: str) -> None:
        """Destroy a key, if it is there."""
        ...
