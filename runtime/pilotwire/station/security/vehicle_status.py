"""Whether certificates of a vehicle's chain were revoked, as the CSMS finds out (2.1 M07).

Each certificate names an OCSP responder or a list of what was revoked; the CSMS is told which, and
asks there. What it says is remembered until there is something newer, a week at most, so that it is
asked for the rest only (M07.FR.09 to M07.FR.11).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final, Protocol

from pilotwire.errors import CallUnanswered, ConnectionClosed
from pilotwire.logs import logger
from pilotwire.ocpp.v21 import datatypes
from pilotwire.station.core import Core
from pilotwire.station.csms import Question
from pilotwire.station.security.certificates import Certificates
from pilotwire.station.security.words import CheckedCertificate
from pilotwire.station.vocabulary import CertificateStatus, CertificateStatusSource

if TYPE_CHECKING:
    from pilotwire.station.security.chains import Link

__all__ = ["REVOCATION", "RevocationCsms", "VehicleStatus"]

log = logger(__name__)

MOST_AGE: Final = timedelta(days=7)
"""So long a status is remembered at most (M07.FR.09)."""

MOST: Final = 1000
"""Certificates whose status is remembered at most; the oldest gives way."""

MOST_AT_ONCE: Final = 4
"""Certificates in one request."""

MOST_URLS: Final = 5

_FAILED: Final = CertificateStatus.FAILED


class RevocationCsms(Protocol):
    """Who finds out whether certificates were revoked."""

    async def revocation(
        self, requests: Sequence[datatypes.CertificateStatusRequestInfoType]
    ) -> Sequence[datatypes.CertificateStatusType]:
        """How certificates stand, up to four."""
        ...


REVOCATION: Question[RevocationCsms] = Question("revocation of certificates")


class VehicleStatus:
    """Knows how certificates of vehicles stand, or asks."""

    __slots__ = ("_core", "_known")

    def __init__(self, core: Core) -> None:
        self._core = core
        self._known: dict[str, tuple[CheckedCertificate, datetime]] = {}
        """By fingerprint: the status, and until when it is remembered."""

    async def check(self, chain: str) -> tuple[CheckedCertificate, ...]:
        """How the certificates of a chain stand, but the root.

        Raises:
            BadCertificateError: it is no chain, or nobody knows who has signed its last
                certificate.
        """
        from pilotwire.station.security.chains import links_of

        store = self._core.blocks[Certificates].store
        links = links_of(chain, () if store is None else store.trusted.roots)
        found = {each.fingerprint: self._remembered(each) for each in links}
        wanted = [each for each in links if found[each.fingerprint] is None and _source(each)]
        for first in range(0, len(wanted), MOST_AT_ONCE):
            some = wanted[first : first + MOST_AT_ONCE]
            found |= await self._asked({each.fingerprint: each for each in some})
        return tuple(
            found[each.fingerprint] or CheckedCertificate(each.fingerprint, _FAILED, _source(each))
            for each in links
        )

    def _remembered(self, of: Link) -> CheckedCertificate | None:
        known = self._known.get(of.fingerprint)
        if known is None or known[1] <= self._core.clock.now():
            self._known.pop(of.fingerprint, None)
            return None
        return known[0]

    async def _asked(self, links: Mapping[str, Link]) -> dict[str, CheckedCertificate | None]:
        from pilotwire.station.security.hashes import same

        csms = self._core.standing.offered(REVOCATION)
        if csms is None:
            log.warning("nobody can say whether a vehicle's certificates were revoked")
            return {}
        try:
            answers = await csms.revocation([_request(each) for each in links.values()])
        except (CallUnanswered, ConnectionClosed) as error:
            log.warning("no answer about the certificates of a vehicle: %s", error)
            return {}
        found: dict[str, CheckedCertificate | None] = {}
        for name, link in links.items():
            for answer in answers:
                if same(answer.certificate_hash_data, link.data):
                    found[name] = self._take(link, answer)
        return found

    def _take(
        self, link: Link, answer: datatypes.CertificateStatusType
    ) -> CheckedCertificate | None:
        if answer.status is _FAILED:
            return None
        checked = CheckedCertificate(
            link.fingerprint, answer.status, answer.source, answer.next_update
        )
        now = self._core.clock.now()
        if answer.next_update > now:
            self._known.pop(link.fingerprint, None)
            if len(self._known) >= MOST:
                del self._known[next(iter(self._known))]
            until = min(answer.next_update, now + MOST_AGE)
            self._known[link.fingerprint] = (checked, until)
        return checked


def _source(link: Link) -> CertificateStatusSource | None:
    """A responder knows more than a list, which may be of yesterday."""
    if link.responders:
        return CertificateStatusSource.OCSP
    return CertificateStatusSource.CRL if link.lists else None


def _request(link: Link) -> datatypes.CertificateStatusRequestInfoType:
    urls = link.responders or link.lists
    source = CertificateStatusSource.OCSP if link.responders else CertificateStatusSource.CRL
    return datatypes.CertificateStatusRequestInfoType(
        certificate_hash_data=link.data, source=source, urls=urls[:MOST_URLS]
    )
