"""Keys that are made in a token, and never leave it: a `KeyStore`.

A key is a pair of objects of the station's label, private and public, with the same random CKA_ID.
What it is known by outside follows from its public key. A power cut may leave one of the two alone:
it goes when it is seen.
"""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final, TypeVar

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from pkcs11 import (
    Attribute,
    Key,
    KeyType,
    MechanismFlag,
    ObjectClass,
    PrivateKey,
    PublicKey,
    Session,
    UserNotLoggedIn,
)

from pilotwire.pkcs11.objects import P256, Public, public_key, signing_request
from pilotwire.pkcs11.references import key_uri, reference
from pilotwire.pkcs11.token import Pin, Token
from pilotwire.station.security.file_keys import RSA_BITS, id_of, subject_name
from pilotwire.station.security.files import SecretFolder
from pilotwire.station.security.words import CertificateSubject, KeyKind

__all__ = ["Pkcs11Keys"]

K = TypeVar("K", bound=Key)

_PREFIX: Final = "token-key-"
_SUFFIX: Final = ".pem"

_MARK_BITS: Final = 128
_SIGNING: Final = MechanismFlag.SIGN | MechanismFlag.VERIFY
_PUBLIC: Final = {Attribute.PRIVATE: False}
_SECRET: Final = {Attribute.PRIVATE: True, Attribute.SENSITIVE: True, Attribute.EXTRACTABLE: False}


@dataclass(frozen=True, slots=True)
class _Pair:
    """A key in the token, which knows both of its halves by a mark."""

    mark: bytes
    private: PrivateKey
    public: PublicKey
    text: Public


class Pkcs11Keys:
    """Keys in a PKCS#11 token; see `KeyStore`. It may be used from several threads at a time.

    Nothing is asked of the token before the station needs its keys.

    TLS signs through OpenSSL's pkcs11-provider, which the system's `openssl.cnf` must load, with
    the same module. docs/certificates.md shows how.

    Args:
        module: The library through which the token is spoken to.
        token: The token's label.
        pin: What tells its user's PIN when it is needed, or the file whose first line it is.
        references: A folder for small files that name the keys, for TLS; they hold none. It is made
            where there is none, and closed to other users.
        label: What the station's keys are called in the token. Whatever is called so is the
            station's, which destroys what it has no use for: no other may use the same.
        kind: What keys are made.

    Raises:
        OSError: the folder can't be used.
        ValueError: the token's label, or that of the keys, is empty.
    """

    __slots__ = ("_folder", "_kind", "_label", "_marks", "_pin_file", "_token")

    def __init__(
        self,
        module: str | Path,
        *,
        token: str,
        pin: Pin,
        references: str | Path,
        label: str = "pilotwire",
        kind: KeyKind = KeyKind.EC_P256,
    ) -> None:
        if not token or not label:
            raise ValueError("a token, and the keys in it, are told by labels that are not empty")
        self._token = Token(Path(module), token, pin)
        self._pin_file = pin.absolute() if isinstance(pin, Path) else None
        self._folder = SecretFolder(Path(references))
        self._label = label
        self._kind = kind
        self._marks: dict[str, bytes] = {}

    def create(self) -> str:
        """Make a pair of keys in the token; the id."""

        def make(session: Session, sure: bool) -> str:
            before = self._pairs(session, sure)
            self._make(session)
            (made,) = self._pairs(session, sure).keys() - before.keys()
            return made

        return self._token.use(make)

    def request(self, key: str, subject: CertificateSubject) -> str:
        """A Certificate Signing Request, which the token signs (A02.FR.03)."""

        def sign(session: Session, sure: bool) -> bytes:
            pair = self._pairs(session, sure).get(key)
            if pair is None:
                raise self._missing()
            return signing_request(pair.private, pair.text, subject_name(subject))

        request = x509.load_der_x509_csr(self._token.use(sign))
        return request.public_bytes(Encoding.PEM).decode("ascii")

    def path(self, key: str) -> Path:
        """The file that names a key, for OpenSSL's pkcs11-provider."""
        if key not in self._marks:
            self.ids()
        if key not in self._marks:
            raise self._missing()
        content = reference(key_uri(self._token.label, self._marks[key], self._pin_file))
        name = _name(key)
        there = b""
        with suppress(OSError):
            there = self._folder.read(name)
        if there != content:
            self._folder.write(name, content)
        return self._folder.path / name

    def ids(self) -> Collection[str]:
        """All of the station's keys that there are."""
        pairs = self._token.use(self._pairs)
        self._marks = {key: pair.mark for key, pair in pairs.items()}
        return set(pairs)

    def remove(self, key: str) -> None:
        """Destroy a key, if it is there."""

        def destroy(session: Session, sure: bool) -> None:
            pair = self._pairs(session, sure).get(key)
            if pair is not None:
                pair.private.destroy()
                pair.public.destroy()

        self._token.use(destroy)
        self._folder.remove(_name(key))

    def _make(self, session: Session) -> None:
        if self._kind is KeyKind.EC_P256:
            made = session.create_domain_parameters(
                KeyType.EC, {Attribute.EC_PARAMS: P256}, local=True
            ).generate_keypair
        else:
            made = partial(session.generate_keypair, KeyType.RSA, RSA_BITS[self._kind])
        made(
            id=session.generate_random(_MARK_BITS),
            label=self._label,
            store=True,
            capabilities=_SIGNING,
            public_template=_PUBLIC,
            private_template=_SECRET,
        )

    def _pairs(self, session: Session, sure: bool) -> dict[str, _Pair]:
        """All keys, by their ids. What has lost its other half is destroyed, where it is sure that
        both would be seen: who is not logged in sees no private key.
        """
        private = self._halves(session, ObjectClass.PRIVATE_KEY, PrivateKey)
        public = self._halves(session, ObjectClass.PUBLIC_KEY, PublicKey)
        alone = private.keys() ^ public.keys()
        if alone and not sure:
            raise UserNotLoggedIn
        for mark in alone:
            (private.get(mark) or public[mark]).destroy()
        pairs: dict[str, _Pair] = {}
        for mark in private.keys() & public.keys():
            text = public_key(public[mark])
            if text is not None:
                pairs[id_of(text)] = _Pair(mark, private[mark], public[mark], text)
        return pairs

    def _halves(self, session: Session, kind: ObjectClass, made: type[K]) -> dict[bytes, K]:
        wanted = {Attribute.CLASS: kind, Attribute.LABEL: self._label}
        found = list(session.get_objects(wanted))
        return {each.id: each for each in found if isinstance(each, made)}

    def _missing(self) -> OSError:
        return OSError(f"token {self._token.label!r}: it does not have the key")


def _name(key: str) -> str:
    return f"{_PREFIX}{key}{_SUFFIX}"
