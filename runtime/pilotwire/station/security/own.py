"""The station's own certificate in its folder.

    own.pem      the certificate and the chain to its root
    new.pem      the one that is to take its place, and has not been proven yet
    request.pem  a request that somebody at the station has made, as long as there is no certificate
    key-ID.pem   a private key (`file_keys`)

The new one takes the place of the old one in one step. A key that belongs to none is of no use.
"""

from collections.abc import Collection, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from pilotwire.logs import logger
from pilotwire.ocpp.v21.datatypes import CertificateHashDataType
from pilotwire.station.security.anchors import Anchor, fingerprint_of
from pilotwire.station.security.checks import check_own, judging, read_certificates
from pilotwire.station.security.file_keys import id_of
from pilotwire.station.security.files import SecretFolder, changing
from pilotwire.station.security.hashes import is_meant
from pilotwire.station.security.keys import KeyStore
from pilotwire.station.security.words import (
    BadCertificateError,
    CertificateSubject,
    OwnCertificate,
)

__all__ = ["NEW", "OWN", "REQUEST", "OwnCertificates"]

log = logger(__name__)

OWN: Final = "own.pem"
NEW: Final = "new.pem"
REQUEST: Final = "request.pem"

_Chain = tuple[x509.Certificate, ...]


class OwnCertificates:
    """What a station shows of itself, in memory as it is in the folder.

    Args:
        folder: Where the certificates are.
        keys: Where their private keys are.

    Raises:
        OSError: the folder can't be read.
    """

    __slots__ = ("_chains", "_folder", "_unread", "keys")

    def __init__(self, folder: SecretFolder, keys: KeyStore) -> None:
        self.keys = keys
        self._folder = folder
        self._chains: dict[str, _Chain] = {}
        self._unread = False
        """Whether there is one that could not be read, or whose key could not be looked for."""
        self._load()
        if NEW in self._chains and OWN not in self._chains:
            try:
                self._prove_new()
            except OSError as error:
                log.error("the new certificate is not proven yet: %s", ascii(str(error)))  # noqa: TRY400 -- the next start tries again

    def _load(self) -> None:
        """A file that can't be used is left where it is: somebody may want to look into it."""
        self._chains.clear()
        self._unread = False
        for name in {OWN, NEW}.intersection(self._folder.names()):
            try:
                self._chains[name] = self._with_key(self._folder.read(name))
            except (OSError, BadCertificateError) as error:
                self._unread |= isinstance(error, OSError)
                log.error("%s of the certificates is not used: %s", ascii(name), ascii(str(error)))  # noqa: TRY400 -- no traceback for a known failure

    def _with_key(self, content: bytes) -> _Chain:
        chain = read_certificates(content.decode("ascii", "replace"))
        with judging():
            key = id_of(chain[0].public_key())
        if key not in self.keys.ids():
            raise BadCertificateError("there is no key for it")
        return chain

    @property
    def proven(self) -> OwnCertificate | None:
        """The certificate that has been proven, or is the only one."""
        return self._shown(OWN)

    @property
    def new(self) -> OwnCertificate | None:
        """The one that is to take its place."""
        return self._shown(NEW)

    @property
    def validity(self) -> tuple[datetime, datetime] | None:
        """From when to when the newest of the station's own is valid."""
        chain = self._chains.get(NEW) or self._chains.get(OWN)
        if chain is None:
            return None
        return chain[0].not_valid_before_utc, chain[0].not_valid_after_utc

    def means(self, data: CertificateHashDataType) -> bool:
        """Whether the station's own certificate is meant; of its issuer the name is enough."""
        return any(is_meant(data, chain[0]) for chain in self._chains.values())

    def has(self, text: str) -> bool:
        """Whether a chain is what the station has already."""
        with suppress(BadCertificateError):
            return read_certificates(text) in self._chains.values()
        return False

    def has_key_of(self, text: str) -> bool:
        """Whether a chain is for a key that the station has a certificate for already."""
        with suppress(BadCertificateError):
            (own, *_) = read_certificates(text)
            with judging():
                return id_of(own.public_key()) in self._keys_in_use()
        return False

    def accept(
        self,
        text: str,
        roots: Sequence[Anchor],
        *,
        key: str,
        subject: CertificateSubject,
        now: datetime,
    ) -> None:
        """Take a chain for a key that one of the roots stands behind; it is the station's own once
        it is proven, or at once where there is none (A02.FR.06).

        Raises:
            BadCertificateError: it is not what was asked for.
            OSError: it can't be kept.
        """
        chain = read_certificates(text)
        trusted = [each.certificate for each in roots]
        check_own(chain, trusted, key=key, subject=subject, now=now)
        self._keep(chain, NEW if OWN in self._chains else OWN)

    def bring(self, text: str) -> None:
        """Take a chain that was made elsewhere, with a key that is here; it needs no proof.

        Raises:
            BadCertificateError: it can't be read, or there is no key for it.
            OSError: it can't be kept.
        """
        self._keep(self._with_key(text.encode("ascii", "replace")), OWN)
        if self._requested in self._keys_in_use():
            self._folder.remove(REQUEST)

    def ask(self, subject: CertificateSubject) -> str:
        """Make a key and a request for somebody at the station, who has it signed elsewhere and
        brings the certificate; one of before is void. The request, in PEM.

        Raises:
            OSError: there can be no key, or no file.
        """
        before = self._requested
        key = self.keys.create()
        text = self.keys.request(key, subject)
        self._folder.write(REQUEST, text.encode("ascii"))
        if before is not None and before not in self._keys_in_use():
            self.keys.remove(before)
        return text

    @property
    def _requested(self) -> str | None:
        """The key of that request."""
        try:
            content = self._folder.read(REQUEST)
        except OSError:
            return None
        with suppress(BadCertificateError), judging():
            return id_of(x509.load_pem_x509_csr(content).public_key())
        return None

    def prove(self, fingerprint: str) -> bool:
        """A connection stands with one of the station's certificates: the other one goes
        (A02.FR.10). Whether the new one has taken its place.

        Raises:
            OSError: it can't be removed.
        """
        if NEW not in self._chains or OWN not in self._chains:
            return False
        with changing(self._load):
            if fingerprint == fingerprint_of(self._chains[NEW][0]):
                self._prove_new()
                return True
            if fingerprint == fingerprint_of(self._chains[OWN][0]):
                self._folder.remove(NEW)
                del self._chains[NEW]
        return False

    def tidy_keys(self, wanted: Collection[str]) -> None:
        """Destroy all keys that belong to no certificate, but those that are wanted. Where it is
        not known which do, none is: a token may come later than the station starts.
        """
        if self._unread:
            return
        try:
            needed = {*self._keys_in_use(), *wanted, self._requested}
            for key in set(self.keys.ids()) - needed:
                self.keys.remove(key)
        except Exception as error:  # what holds keys may be the application's
            log.error("a key that nobody needs is still there: %s", ascii(str(error)))  # noqa: TRY400 -- the next start tries again

    def _keys_in_use(self) -> set[str]:
        return {id_of(chain[0].public_key()) for chain in self._chains.values()}

    def _keep(self, chain: _Chain, name: str) -> None:
        with judging():
            content = b"".join(each.public_bytes(Encoding.PEM) for each in chain)
        with changing(self._load):
            self._folder.write(name, content)
            self._chains[name] = chain

    def _prove_new(self) -> None:
        self._folder.move(NEW, OWN)
        self._chains[OWN] = self._chains.pop(NEW)

    def _shown(self, name: str) -> OwnCertificate | None:
        chain = self._chains.get(name)
        if chain is None:
            return None
        key = self.keys.path(id_of(chain[0].public_key()))
        return OwnCertificate(self._folder.path / name, key, fingerprint_of(chain[0]))
