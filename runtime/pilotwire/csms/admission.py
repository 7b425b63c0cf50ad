"""Who may connect to the CSMS: by password, by certificate, and never by less than before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hmac import compare_digest
from typing import TYPE_CHECKING, Final

from pilotwire.csms.records import StationRecord
from pilotwire.foreign import printable
from pilotwire.logs import logger

if TYPE_CHECKING:
    from pilotwire.csms.authority import Authority

__all__ = ["Admission"]

_log = logger(__name__)

_CERTIFIED: Final = 3
"""The security profile in which a station shows its certificate and no password."""


class Admission:
    """Decides on connections.

    Args:
        passwords: The passwords by identity; None if none is asked for.
        authority: Who has signed the stations' certificates; without one nothing is asked of the
            security profile.
        stations: The records of the stations that are known.
        record: Gives the record of a station, a new one if it is let in for the first time.
    """

    def __init__(
        self,
        passwords: Mapping[str, str] | None,
        authority: Authority | None,
        stations: Mapping[str, StationRecord],
        record: Callable[[str], StationRecord],
    ) -> None:
        self._passwords = passwords
        self._authority = authority
        self._stations = stations
        self._record = record

    @property
    def asks(self) -> bool:
        """Whether not everybody may connect."""
        return self._passwords is not None or self._authority is not None

    def by_password(self, profile: int, identity: str, password: str | None) -> bool:
        """Security profiles 1 and 2 (A00.FR.204, A00.FR.304)."""
        if self._passwords is not None:
            expected = self._passwords.get(identity)
            if expected is None or password is None:
                return False
            given = password.encode(errors="surrogateescape")
            if not compare_digest(given, expected.encode(errors="surrogateescape")):
                return False
        return self._authority is None or self._keeps_up(identity, profile)

    def by_certificate(self, identity: str, certificate: bytes, alone: bool) -> bool:
        """Security profile 3 (A00.FR.403 to A00.FR.407): the certificate, which TLS has verified,
        must be the station's own. Where a password is given as well, that counts besides.
        """
        if self._authority is None:
            return False
        known = self._stations.get(identity)
        names = frozenset({identity}) if known is None else known.names
        if not self._authority.belongs(certificate, identity, names):
            # A00.FR.408, in the words of the station's own events.
            _log.warning("InvalidChargingStationCertificate: %s", printable(identity))
            return False
        return not alone or self._keeps_up(identity, _CERTIFIED)

    def _keeps_up(self, identity: str, profile: int) -> bool:
        """Whether a security profile is not lower than before (A00.FR.002, A05.FR.07)."""
        record = self._record(identity)
        before = record.security_profile
        if before is not None and profile < before:
            who = printable(identity)
            _log.warning("%s is refused: security profile %d after %d", who, profile, before)
            return False
        record.security_profile = profile
        return True
