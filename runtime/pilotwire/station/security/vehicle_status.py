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
        requests = {each.fingerprint: _request(each) for each in links}
        found = {name: self._remembered(name) for name in requests}
        wanted = [
            (name, request)
            for name, request in requests.items()
            if request is not None and found[name] is None
        ]
        for first in range(0, len(wanted), MOST_AT_ONCE):
            found |= await self._asked(dict(wanted[first : first + MOST_AT_ONCE]))
        return tuple(
            found[name]
            or CheckedCertificate(name, _FAILED, None if request is None else request.source)
            for name, request in requests.items()
        )

    def _remembered(self, name: str) -> CheckedCertificate | None:
        known = self._known.get(name)
        if known is None or known[1] <= self._core.clock.now():
            self._known.pop(name, None)
            return None
        return known[0]

    async def _asked(
        self, requests: Mapping[str, datatypes.CertificateStatusRequestInfoType]
    ) -> dict[str, CheckedCertificate | None]:
        from pilotwire.station.security.hashes import same

        csms = self._core.standing.offered(REVOCATION)
        if csms is None:
            log.warning("nobody can say whether a vehicle's certificates were revoked")
            return {}
        try:
            answers = await csms.revocation(tuple(requests.values()))
        except (CallUnanswered, ConnectionClosed) as error:
            log.warning("no answer about the certificates of a vehicle: %s", error)
            return {}
        return {
            name: self._take(name, answer)
            for name, request in requests.items()
            for answer in answers
            if same(answer.certificate_hash_data, request.certificate_hash_data)
        }

    def _take(
        self, name: str, answer: datatypes.CertificateStatusType
    ) -> CheckedCertificate | None:
        if answer.status is _FAILED:
            return None
        checked = CheckedCertificate(name, answer.status, answer.source, answer.next_update)
        now = self._core.clock.now()
        if answer.next_update > now:
            self._known.pop(name, None)
            if len(self._known) >= MOST:
                del self._known[next(iter(self._known))]
            self._known[name] = (checked, min(answer.next_update, now + MOST_AGE))
        return checked


def _request(of: Link) -> datatypes.CertificateStatusRequestInfoType | None:
    """What to ask of a certificate; None where it names nothing that could be asked. A responder
    knows more than a list, which may be of yesterday.
    """
    urls = of.responders or of.lists
    if not urls:
        return None
    return datatypes.CertificateStatusRequestInfoType(
        certificate_hash_data=of.data,
        source=CertificateStatusSource.OCSP if of.responders else CertificateStatusSource.CRL,
        urls=urls[:MOST_URLS],
    )
