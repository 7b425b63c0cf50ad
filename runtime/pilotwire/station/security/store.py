"""All certificates of a station: those that it trusts, and its own with its key.

    own.pem      the station's certificate and the chain to its root
    new.pem      the one that is to take its place, and has not been proven yet
    key-ID.pem   a private key (`file_keys`)

Each change is one file that is written, renamed or removed, in an order in which a power cut
between any two leaves something that `_settle` makes whole at the next start.
"""

from collections.abc import Collection, Generator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from pilotwire.logs import logger
from pilotwire.ocpp.v21.datatypes import CertificateHashDataType
from pilotwire.station.security.anchors import (
    FALLBACK,
    Anchor,
    anchor,
    fingerprint_of,
    named,
    read_anchor,
    replaced,
)
from pilotwire.station.security.checks import (
    check_own,
    check_root,
    has_issued,
    judging,
    read_certificates,
)
from pilotwire.station.security.file_keys import id_of
from pilotwire.station.security.files import SecretFolder
from pilotwire.station.security.hashes import means, same
from pilotwire.station.security.keys import KeyStore
from pilotwire.station.security.words import (
    BadCertificateError,
    CertificateSubject,
    OwnCertificate,
    StoreFullError,
)
from pilotwire.station.vocabulary import CertificateUse

__all__ = ["CertificateStore"]

log = logger(__name__)

CSMS: Final = CertificateUse.CSMS_ROOT_CERTIFICATE

_OWN: Final = "own.pem"
_NEW: Final = "new.pem"

_Chain = tuple[x509.Certificate, ...]


class CertificateStore:
    """The certificates of one station, in memory as they are in its folder.

    Args:
        folder: Where they are.
        keys: Where its private keys are.
        most: How many certificates may be trusted.
        one_csms_root: Whether a new CSMS root takes the place of the one that has signed it
            (AdditionalRootCertificateCheck).

    Raises:
        OSError: the folder can't be read.
    """

    def __init__(
        self, folder: SecretFolder, keys: KeyStore, *, most: int, one_csms_root: bool
    ) -> None:
        self.keys = keys
        self.most = most
        self.one_csms_root = one_csms_root
        self._folder = folder
        self._anchors: dict[str, Anchor] = {}
        self._chains: dict[str, _Chain] = {}
        self._load_all()
        try:
            self._settle()
        except OSError as error:
            log.error("certificates are not put in order: %s", ascii(str(error)))  # noqa: TRY400 -- the next change or start tries again

    def _load_all(self) -> None:
        self._anchors.clear()
        self._chains.clear()
        for name in self._folder.names():
            self._load(name)

    @contextmanager
    def _changing(self) -> Generator[None]:
        """Whatever fails in the middle: what is in memory is what is in the folder."""
        try:
            yield
        except OSError:
            with suppress(OSError):
                self._load_all()
            raise

    def _load(self, name: str) -> None:
        """A file that can't be used is left where it is: somebody may want to look into it."""
        try:
            if name in {_OWN, _NEW}:
                self._chains[name] = self._with_key(self._folder.read(name))
            elif (found := read_anchor(name, self._folder.read(name))) is not None:
                self._anchors[name] = found
        except (OSError, BadCertificateError) as error:
            log.error("%s of the certificates is not used: %s", ascii(name), ascii(str(error)))  # noqa: TRY400 -- no traceback for a known failure

    def _with_key(self, content: bytes) -> _Chain:
        chain = read_certificates(content.decode("ascii", "replace"))
        with judging():
            key = id_of(chain[0].public_key())
        if key not in self.keys.ids():
            raise BadCertificateError("there is no key for it")
        return chain

    def _settle(self) -> None:
        """Finish what a power cut, or a disk that failed, has left half done."""
        roots = self._csms_roots()
        if not roots and (fallback := self._anchors.get(FALLBACK)) is not None:
            self._rename(fallback, named(CSMS, fallback.certificate))
        elif self.one_csms_root:
            for old in replaced(roots):
                if FALLBACK in self._anchors:
                    self._remove(old)
                else:
                    self._rename(old, FALLBACK)
        if _OWN not in self._chains and _NEW in self._chains:
            self._prove_new()

    # Those that are trusted.

    @property
    def entries(self) -> int:
        """How many certificates are trusted (CertificateEntries): a fallback is there for a time
        only, and the station's own takes no room from others.
        """
        return sum(not each.fallback for each in self._anchors.values())

    def anchors(self, uses: Collection[CertificateUse]) -> list[Anchor]:
        """Those that are trusted for one of these uses."""
        return [each for each in self._anchors.values() if each.use in uses]

    def path(self, of: Anchor) -> Path:
        """The file of a certificate that is trusted."""
        return self._folder.path / of.name

    @staticmethod
    def fingerprint(of: Anchor) -> str:
        """Which certificate it is."""
        return fingerprint_of(of.certificate)

    def install(self, use: CertificateUse, text: str, now: datetime) -> None:
        """Trust another certificate, or the same one again (M05.FR.17).

        Raises:
            BadCertificateError: it is not to be trusted.
            StoreFullError: there are as many as may be.
            OSError: it can't be kept.
        """
        certificates = read_certificates(text)
        if len(certificates) != 1:
            raise BadCertificateError(f"{len(certificates)} certificates instead of one")
        check_root(certificates[0], now)
        known = [each.certificate for each in self.anchors({use})]
        new = anchor(use, certificates[0], known)
        replaces = use is CSMS and self.one_csms_root
        if replaces:
            self._check_successor(new)
        roots = self._csms_roots()
        grows = new.name not in self._anchors and not (replaces and roots)
        if grows and self.entries >= self.most:
            raise StoreFullError
        with self._changing():
            self._folder.write(new.name, new.content())
            self._anchors[new.name] = new
            self._settle()

    def _check_successor(self, new: Anchor) -> None:
        """M05.FR.10: one of those whose place it takes has signed it, if there is any."""
        roots = self._csms_roots()
        if roots and not any(has_issued(old.certificate, new.certificate) for old in roots):
            raise BadCertificateError("the CSMS root that it replaces has not signed it")

    def find(self, data: CertificateHashDataType) -> list[Anchor]:
        """The trusted certificates that are known by this."""
        return [
            each
            for each in self._anchors.values()
            if same(each.hash_data(data.hash_algorithm), data)
        ]

    def delete(self, anchors: Collection[Anchor]) -> None:
        """Trust these no more.

        Raises:
            OSError: one of them can't be removed.
        """
        with self._changing():
            for each in anchors:
                self._remove(each)
            self._settle()

    def proven_root(self, fingerprint: str) -> None:
        """A connection stands that this CSMS root vouches for: it needs no fallback (M05.FR.13).

        Raises:
            OSError: that can't be removed.
        """
        fallback = self._anchors.get(FALLBACK)
        if fallback is not None and fingerprint in map(self.fingerprint, self._csms_roots()):
            with self._changing():
                self._remove(fallback)

    def _csms_roots(self) -> list[Anchor]:
        return [each for each in self.anchors({CSMS}) if not each.fallback]

    # The station's own.

    @property
    def own(self) -> OwnCertificate | None:
        """The certificate that has been proven, or is the only one."""
        return self._shown(_OWN)

    @property
    def new(self) -> OwnCertificate | None:
        """The one that is to take its place."""
        return self._shown(_NEW)

    @property
    def validity(self) -> tuple[datetime, datetime] | None:
        """From when to when the newest of the station's own is valid."""
        chain = self._chains.get(_NEW) or self._chains.get(_OWN)
        if chain is None:
            return None
        return chain[0].not_valid_before_utc, chain[0].not_valid_after_utc

    def is_own(self, data: CertificateHashDataType) -> bool:
        """Whether the station's own certificate is meant; of its issuer the name is enough."""
        return any(means(data, chain[0]) for chain in self._chains.values())

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

    def accept(self, text: str, key: str, subject: CertificateSubject, now: datetime) -> None:
        """Take a chain for a key; it is the station's own once it is proven, or at once where there
        is none (A02.FR.06).

        Raises:
            BadCertificateError: it is not what was asked for.
            OSError: it can't be kept.
        """
        chain = read_certificates(text)
        roots = [each.certificate for each in self.anchors({CSMS})]
        check_own(chain, roots, key=key, subject=subject, now=now)
        self._keep(chain, _NEW if _OWN in self._chains else _OWN)

    def bring(self, text: str) -> None:
        """Take a chain that was made elsewhere, with a key that is here; it needs no proof.

        Raises:
            BadCertificateError: it can't be read, or there is no key for it.
            OSError: it can't be kept.
        """
        self._keep(self._with_key(text.encode("ascii", "replace")), _OWN)

    def prove(self, fingerprint: str) -> bool:
        """A connection stands with one of the station's certificates: the other one goes
        (A02.FR.10). Whether the new one has taken its place.

        Raises:
            OSError: it can't be removed.
        """
        if _NEW not in self._chains or _OWN not in self._chains:
            return False
        with self._changing():
            if fingerprint == fingerprint_of(self._chains[_NEW][0]):
                self._prove_new()
                return True
            if fingerprint == fingerprint_of(self._chains[_OWN][0]):
                self._folder.remove(_NEW)
                del self._chains[_NEW]
        return False

    def tidy_keys(self, wanted: Collection[str]) -> None:
        """Destroy all keys that belong to no certificate, but those that are wanted."""
        try:
            for key in set(self.keys.ids()) - self._keys_in_use() - set(wanted):
                self.keys.remove(key)
        except Exception as error:  # what holds keys may be the application's
            log.error("a key that nobody needs is still there: %s", ascii(str(error)))  # noqa: TRY400 -- the next start tries again

    def _keys_in_use(self) -> set[str]:
        return {id_of(chain[0].public_key()) for chain in self._chains.values()}

    def _keep(self, chain: _Chain, name: str) -> None:
        with judging():
            content = b"".join(each.public_bytes(Encoding.PEM) for each in chain)
        with self._changing():
            self._folder.write(name, content)
            self._chains[name] = chain

    def _prove_new(self) -> None:
        self._folder.move(_NEW, _OWN)
        self._chains[_OWN] = self._chains.pop(_NEW)

    def _shown(self, name: str) -> OwnCertificate | None:
        chain = self._chains.get(name)
        if chain is None:
            return None
        key = self.keys.path(id_of(chain[0].public_key()))
        return OwnCertificate(self._folder.path / name, key, fingerprint_of(chain[0]))

    # Files.

    def _rename(self, old: Anchor, name: str) -> None:
        self._folder.move(old.name, name)
        del self._anchors[old.name]
        self._anchors[name] = Anchor(old.use, old.certificate, old.issuer, name)

    def _remove(self, old: Anchor) -> None:
        self._folder.remove(old.name)
        del self._anchors[old.name]
