"""Certificates that the CSMS installs, lists and deletes (M03 to M05), and what a connection is
made with.

Whoever connects asks what there is to connect with, and says with what a connection stands: that
proves a new certificate, or a new CSMS root, and what it has replaced goes then.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pilotwire.logs import logger
from pilotwire.station.core import Core
from pilotwire.station.device_model.standard import SecurityCtrlr
from pilotwire.station.outcome import Outcome
from pilotwire.station.security.folder import CertificateFolder
from pilotwire.station.security.words import BadCertificateError, OwnCertificate, StoreFullError
from pilotwire.station.security_events import SecurityEvents
from pilotwire.station.vocabulary import (
    CertificateIdUse,
    CertificateUse,
    DeleteCertificateStatus,
    InstallCertificateStatus,
    InstalledCertificateStatus,
    ReasonCode,
    SecurityEvent,
)

if TYPE_CHECKING:
    from cryptography import x509

    from pilotwire.ocpp.v21.datatypes import CertificateHashDataType
    from pilotwire.station.security.store import CertificateStore

__all__ = ["NONE_INSTALLED", "Certificates", "CsmsRoot"]

log = logger(__name__)

_OWN_USES: Final = frozenset(
    {CertificateUse.CSMS_ROOT_CERTIFICATE, CertificateUse.MANUFACTURER_ROOT_CERTIFICATE}
)
"""What a station has a use for that speaks with no vehicle."""

NONE_INSTALLED: Final = Outcome(InstalledCertificateStatus.NOT_FOUND, ReasonCode.NOT_FOUND)
"""M03.FR.02."""


@dataclass(frozen=True, slots=True)
class CsmsRoot:
    """A root that may vouch for the CSMS.

    Attributes:
        path: The certificate, in PEM.
        fingerprint: Which it is.
        fallback: Whether it counts only where the others do not vouch for the CSMS (M05.FR.14).
    """

    path: Path
    fingerprint: str
    fallback: bool


class Certificates:
    """The station's certificates; none where the application has brought no folder along."""

    __slots__ = ("_core", "_folder", "_in_use", "_security", "on_switched", "store")

    def __init__(self, core: Core) -> None:
        self._core = core
        self._security = core.blocks[SecurityEvents]
        self._folder = core.application.find(CertificateFolder)
        self.store: CertificateStore | None = None if self._folder is None else self._folder.open()
        """All that there are; None in a station that has none."""
        self._in_use: str | None = None
        """The CSMS root that vouches for the connection."""
        self.on_switched: Callable[[], None] | None = None
        """Called when there is another certificate to connect with (A02.FR.08)."""

    @property
    def entries(self) -> int:
        """How many are trusted (CertificateEntries)."""
        return 0 if self.store is None else self.store.trusted.entries

    @property
    def manufacturer_roots(self) -> tuple[x509.Certificate, ...]:
        """Those that may stand behind who signs firmware (L01.FR.12)."""
        if self.store is None:
            return ()
        use = CertificateUse.MANUFACTURER_ROOT_CERTIFICATE
        return tuple(each.certificate for each in self.store.trusted.anchors({use}))

    # What the CSMS wants.

    def install(self, use: CertificateUse, text: str) -> Outcome[InstallCertificateStatus]:
        """Trust a certificate (M05)."""
        store, folder = self._there()
        statuses = InstallCertificateStatus
        if use not in _OWN_USES and not folder.vehicle_roots:
            return Outcome(statuses.REJECTED, ReasonCode.UNSUPPORTED_PARAM, "certificateType")
        try:
            store.trusted.install(use, text, self._core.clock.now())
        except BadCertificateError as error:
            if use is CertificateUse.CSMS_ROOT_CERTIFICATE:  # TC_078_CS of 1.6
                self._security.happened(SecurityEvent.INVALID_CSMS_CERTIFICATE, str(error))
            return Outcome(statuses.REJECTED, ReasonCode.INVALID_CERTIFICATE, str(error))
        except StoreFullError:  # M05.FR.06
            return Outcome(statuses.REJECTED, ReasonCode.OUT_OF_STORAGE, "CertificateEntries")
        except OSError as error:
            log.error("a certificate is not installed: %s", ascii(str(error)))  # noqa: TRY400 -- no traceback for a known failure
            return Outcome(statuses.FAILED, ReasonCode.INTERNAL_ERROR)  # M05.FR.03
        self._changed(f"installed: {use.value}")
        return Outcome(statuses.ACCEPTED)

    def delete(self, data: CertificateHashDataType) -> Outcome[DeleteCertificateStatus]:
        """Trust a certificate no more (M04): not the one that vouches for the connection."""
        store, _ = self._there()
        statuses = DeleteCertificateStatus
        if store.own.means(data):  # M04.FR.06
            return Outcome(statuses.FAILED, ReasonCode.READ_ONLY, "the station's own")
        found = store.trusted.find(data)
        if not found:
            return Outcome(statuses.NOT_FOUND, ReasonCode.NOT_FOUND)
        if any(store.trusted.fingerprint(each) == self._in_use for each in found):
            return Outcome(statuses.FAILED, ReasonCode.UNSPECIFIED, "in use")
        try:
            store.trusted.delete(found)
        except OSError as error:
            log.error("a certificate is not deleted: %s", ascii(str(error)))  # noqa: TRY400 -- no traceback for a known failure
            return Outcome(statuses.FAILED, ReasonCode.INTERNAL_ERROR)
        self._changed(f"deleted: {found[0].use.value}")
        return Outcome(statuses.ACCEPTED)

    def installed(
        self, uses: Collection[CertificateIdUse] | None = None
    ) -> list[tuple[CertificateIdUse, CertificateHashDataType]]:
        """Those that are trusted for these uses, or for any (M03). There are none for vehicles'
        connections to be shown.
        """
        store, _ = self._there()
        wanted = {use.value for use in CertificateIdUse if uses is None or use in uses}
        return [
            (CertificateIdUse(each.use.value), each.hash_data())
            for each in store.trusted.anchors(
                {use for use in CertificateUse if use.value in wanted}
            )
        ]

    # What a connection is made with.

    @property
    def own(self) -> tuple[OwnCertificate, ...]:
        """What the station may show of itself, in the order in which it is to be tried: the newest
        first, then the one that has been proven (A02.FR.28).
        """
        if self.store is None:
            return ()
        return tuple(
            each for each in (self.store.own.new, self.store.own.proven) if each is not None
        )

    @property
    def csms_roots(self) -> tuple[CsmsRoot, ...]:
        """Those that may vouch for the CSMS, the newest first: a CSMS that has moved on to it may
        show what leads to an older one as well. A fallback comes last.
        """
        if self.store is None:
            return ()
        trusted = self.store.trusted
        anchors = trusted.anchors({CertificateUse.CSMS_ROOT_CERTIFICATE})
        anchors.sort(key=lambda each: each.certificate.not_valid_before_utc, reverse=True)
        anchors.sort(key=lambda each: each.fallback)
        return tuple(
            CsmsRoot(trusted.path(each), trusted.fingerprint(each), each.fallback)
            for each in anchors
        )

    def switch(self) -> None:
        """There is another certificate to connect with."""
        self._changed("the station has a new certificate")
        if self.on_switched is not None:
            self.on_switched()

    def connected(self, own: OwnCertificate | None = None, root: CsmsRoot | None = None) -> None:
        """A connection stands, with this of what there was to show, and this root to vouch for the
        CSMS. What was to take its place has failed, and what it has replaced is needed no more.
        """
        if self.store is None:
            return
        self._in_use = None if root is None else root.fingerprint
        try:
            if own is not None and self.store.own.new is not None:
                self._proven(self.store, own)
            if root is not None:
                self.store.trusted.prove(root.fingerprint)  # M05.FR.13
        except OSError as error:
            log.error("certificates are not put in order: %s", ascii(str(error)))  # noqa: TRY400 -- the next connection tries again
        self._core.device_model.changed(SecurityCtrlr.CertificateEntries)

    def _proven(self, store: CertificateStore, own: OwnCertificate) -> None:
        if store.own.prove(own.fingerprint):
            self._changed("the station's new certificate has been proven")
        elif store.own.new is None:  # A02.FR.29
            self._security.happened(SecurityEvent.DISCARDED_RENEWED_CLIENT_CERTIFICATE)

    def _there(self) -> tuple[CertificateStore, CertificateFolder]:
        if self.store is None or self._folder is None:
            raise LookupError("the station has no certificates")
        return self.store, self._folder

    def _changed(self, what: str) -> None:
        self._security.happened(SecurityEvent.RECONFIGURATION_OF_SECURITY_PARAMETERS, what)
        self._core.device_model.changed(SecurityCtrlr.CertificateEntries)
