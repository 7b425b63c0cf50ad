"""The desk at which the CSMS serves one station: what both versions' answers have in common."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from pilotwire.csms.certificates import CertificateSigningUse, Delivery
from pilotwire.csms.errors import RequestRefused
from pilotwire.csms.events import (
    ChargingLimitReleased,
    ChargingLimitReported,
    CsmsEvent,
    FirmwareStatusReported,
    LogStatusReported,
    SecurityEventReported,
    SessionStarted,
    SessionStopped,
    SessionUpdated,
    StationBooted,
)
from pilotwire.csms.records import Boot, ChargingLimit, SecurityEvent, Session, StationRecord
from pilotwire.csms.tokens import TokenList
from pilotwire.logs import logger
from pilotwire.ocpp import v21
from pilotwire.ocpp.v21 import FirmwareStatusEnumType as FirmwareStatus
from pilotwire.ocpp.v21 import RegistrationStatusEnumType as RegistrationStatus
from pilotwire.ocpp.v21 import UploadLogStatusEnumType as UploadLogStatus
from pilotwire.ocpp.v21.standard_values import ReasonCode

if TYPE_CHECKING:
    from pilotwire.csms.authority import Authority

__all__ = ["BootAnswer", "Desk"]


_log = logger(__name__)


@dataclass(frozen=True, slots=True)
class BootAnswer:
    """What a BootNotification is answered.

    Attributes:
        status: Whether the station is accepted.
        interval: Seconds between heartbeats, or to the next attempt; None for the CSMS's own.
    """

    status: RegistrationStatus = RegistrationStatus.ACCEPTED
    interval: int | None = None


class Desk:
    """Keeps a station's record, and tells who watches.

    Args:
        record: The record of the station.
        tokens: The tokens that the CSMS knows.
        now: The time of day.
        transaction_ids: Gives the transaction ids for 1.6.
        boot_answer: Gives the answer to the station's next boot.
        notify: Called with what happens.
        authority: Who signs certificates.
    """

    def __init__(
        self,
        record: StationRecord,
        *,
        tokens: TokenList,
        now: Callable[[], datetime],
        transaction_ids: Iterator[int],
        boot_answer: Callable[[], BootAnswer],
        notify: Callable[[CsmsEvent], None],
        authority: Authority | None = None,
    ) -> None:
        self.record = record
        self.tokens = tokens
        self.now = now
        self.notify = notify
        self.authority = authority
        self.to_deliver: Delivery | None = None
        """The certificate that leaves after the answer to the request for it."""
        self.to_tell: v21.SetChargingProfileRequest | None = None
        """The charging profile that leaves after the answer to what a vehicle needs."""
        self.invited: set[str] = set()
        """Actions that a station that is not accepted was told to send (B02.FR.02)."""
        self.profile_reports: dict[int, Callable[[v21.ReportChargingProfilesRequest], None]] = {}
        """Who waits for reports of charging profiles, by the ids of their requests."""
        self._transaction_ids = transaction_ids
        self._boot_answer = boot_answer

    @property
    def accepted(self) -> bool:
        """Whether the station may send whatever it wants to."""
        return self.record.registration is RegistrationStatus.ACCEPTED

    def boot(
        self,
        vendor: str,
        model: str,
        serial_number: str | None,
        firmware_version: str | None,
        reason: str | None = None,
    ) -> BootAnswer:
        """Decide on a station that boots."""
        answer = self._boot_answer()
        boot = Boot(
            self.now(), vendor, model, serial_number, firmware_version, reason, answer.status
        )
        self.invited.clear()
        self.record.registration = answer.status
        self.record.boots.append(boot)
        self.notify(StationBooted(self.record.identity, boot))
        return answer

    def log_status(self, status: UploadLogStatus, request_id: int | None = None) -> None:
        """The upload of a log goes so."""
        self.notify(LogStatusReported(self.record.identity, request_id, status))

    def firmware_status(self, status: FirmwareStatus, request_id: int | None = None) -> None:
        """The update of firmware goes so."""
        self.notify(FirmwareStatusReported(self.record.identity, request_id, status))

    def next_transaction_id(self) -> int:
        """A transaction id that no station of this CSMS had before."""
        return next(self._transaction_ids)

    def started(self, session: Session) -> None:
        """Keep a new session."""
        self.record.sessions.append(session)
        self.notify(SessionStarted(self.record.identity, session))

    def updated(self, session: Session) -> None:
        """Tell that a session has news."""
        self.notify(SessionUpdated(self.record.identity, session))

    def stopped(self, session: Session, at: datetime, reason: str | None) -> None:
        """End a session; what is told again changes nothing."""
        if session.ongoing:
            session.stopped = at
            session.reason = reason
            self.notify(SessionStopped(self.record.identity, session))

    def secured(self, event: SecurityEvent) -> None:
        """Keep what a station tells of its security."""
        if self.record.note(event):
            self.notify(SecurityEventReported(self.record.identity, event))

    def limited(self, limit: ChargingLimit) -> None:
        """Keep what somebody else allows the station."""
        self.record.limited(limit)
        self.notify(ChargingLimitReported(self.record.identity, limit))

    def unlimited(self, evse_id: int, source: str) -> None:
        """They do no longer."""
        self.record.unlimited(evse_id, source)
        self.notify(ChargingLimitReleased(self.record.identity, evse_id, source))

    def prioritized(self, transaction_id: str, *, priority: bool) -> None:
        """A session charges with priority, or no longer."""
        session = self.record.session(transaction_id)
        if session is not None:
            session.priority = priority
            self.updated(session)

    async def have_signed(
        self, request: str, use: CertificateSigningUse | None = None, request_id: int | None = None
    ) -> None:
        """Have the certificate signed that the station asks for; it is sent after the answer.

        Raises:
            RequestRefused: It is not signed.
        """
        if self.authority is None:
            raise RequestRefused("this CSMS is no certificate authority", ReasonCode.NOT_ENABLED)
        if use not in {None, CertificateSigningUse.CHARGING_STATION_CERTIFICATE}:
            text = "this CSMS signs nothing for vehicles"
            raise RequestRefused(text, ReasonCode.UNSUPPORTED_PARAM)
        record = self.record
        try:
            issued = await asyncio.to_thread(
                self.authority.sign, request, record.names, record.identity
            )
        except RequestRefused as refused:
            _log.warning("a certificate is not signed: %s", refused)
            raise
        except OSError as error:
            _log.error("a certificate is not signed: %s", error)
            text = "what is signed can't be kept"
            raise RequestRefused(text, ReasonCode.INTERNAL_ERROR) from error
        self.to_deliver = Delivery(issued, use, request_id)
