"""The certificates that a station trusts, in its folder: each in a file of its own (`anchors`).

Each change is one file that is written, renamed or removed, in an order in which a power cut
between any two leaves something that `_settle` makes whole at the next start.
"""

from collections.abc import Collection
from datetime import datetime
from pathlib import Path
from typing import Final

from cryptography import x509

from pilotwire.logs import logger
from pilotwire.ocpp.v21.datatypes import CertificateHashDataType
from pilotwire.station.security.anchors import (
    FALLBACK,
    Anchor,
    anchor,
    fingerprint_of,
    is_anchor,
    named,
    read_anchor,
    replaced,
)
from pilotwire.station.security.checks import check_root, has_issued, read_certificates
from pilotwire.station.security.files import SecretFolder, changing
from pilotwire.station.security.hashes import same
from pilotwire.station.security.words import BadCertificateError, StoreFullError
from pilotwire.station.vocabulary import CertificateUse

__all__ = ["TrustedCertificates"]

log = logger(__name__)

CSMS: Final = CertificateUse.CSMS_ROOT_CERTIFICATE


class TrustedCertificates:
    """What a station trusts, in memory as it is in the folder.

    Args:
        folder: Where they are.
        most: How many there may be.
        one_csms_root: Whether a new CSMS root takes the place of the one that has signed it
            (AdditionalRootCertificateCheck).

    Raises:
        OSError: the folder can't be read.
    """

    __slots__ = ("_anchors", "_folder", "most", "one_csms_root")

    def __init__(self, folder: SecretFolder, *, most: int, one_csms_root: bool) -> None:
        self.most = most
        self.one_csms_root = one_csms_root
        self._folder = folder
        self._anchors: dict[str, Anchor] = {}
        self._load()
        try:
            self._settle()
        except OSError as error:
            log.error("certificates are not put in order: %s", ascii(str(error)))  # noqa: TRY400 -- the next change or start tries again

    def _load(self) -> None:
        """A file that can't be used is left where it is: somebody may want to look into it."""
        self._anchors.clear()
        for name in filter(is_anchor, self._folder.names()):
            try:
                self._anchors[name] = read_anchor(name, self._folder.read(name))
            except (OSError, BadCertificateError) as error:
                log.error("%s of the certificates is not used: %s", ascii(name), ascii(str(error)))  # noqa: TRY400 -- no traceback for a known failure

    def _settle(self) -> None:
        """Finish what a power cut, or a disk that failed, has left half done."""
        roots = self.csms_roots
        if not roots and (fallback := self._anchors.get(FALLBACK)) is not None:
            self._rename(fallback, named(CSMS, fallback.certificate))
        elif self.one_csms_root:
            for old in replaced(roots):
                if FALLBACK in self._anchors:
                    self._remove(old)
                else:
                    self._rename(old, FALLBACK)

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
        roots = self.csms_roots
        grows = new.name not in self._anchors and not (replaces and roots)
        if grows and self.entries >= self.most:
            raise StoreFullError
        with changing(self._load):
            self._folder.write(new.name, new.content())
            self._anchors[new.name] = new
            self._settle()

    def _check_successor(self, new: Anchor) -> None:
        """M05.FR.10: one of those whose place it takes has signed it, if there is any."""
        roots = self.csms_roots
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
        with changing(self._load):
            for each in anchors:
                self._remove(each)
            self._settle()

    def prove(self, fingerprint: str) -> None:
        """A connection stands that this CSMS root vouches for: it needs no fallback (M05.FR.13).

        Raises:
            OSError: that can't be removed.
        """
        fallback = self._anchors.get(FALLBACK)
        if fallback is not None and fingerprint in map(self.fingerprint, self.csms_roots):
            with changing(self._load):
                self._remove(fallback)

    @property
    def roots(self) -> tuple[x509.Certificate, ...]:
        """All that are trusted, for whatever use."""
        return tuple(each.certificate for each in self._anchors.values())

    @property
    def csms_roots(self) -> list[Anchor]:
        """Those that count before the fallback does."""
        return [each for each in self.anchors({CSMS}) if not each.fallback]

    def _rename(self, old: Anchor, name: str) -> None:
        self._folder.move(old.name, name)
        del self._anchors[old.name]
        self._anchors[name] = Anchor(old.use, old.certificate, old.issuer, name)

    def _remove(self, old: Anchor) -> None:
        self._folder.remove(old.name)
        del self._anchors[old.name]
