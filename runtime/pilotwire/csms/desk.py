"""The desk at which the CSMS serves one station: what both versions' answers have in common."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from pilotwire.csms.events import (
    CsmsEvent,
    SessionStarted,
    SessionStopped,
    SessionUpdated,
    StationBooted,
)
from pilotwire.csms.records import Boot, Session, StationRecord
from pilotwire.csms.tokens import TokenList
from pilotwire.ocpp.v21 import RegistrationStatusEnumType as RegistrationStatus

__all__ = ["BootAnswer", "Desk"]


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
    ) -> None:
        self.record = record
        self.tokens = tokens
        self.now = now
        self.invited: set[str] = set()
        """Actions that a station that is not accepted was told to send (B02.FR.02)."""
        self._transaction_ids = transaction_ids
        self._boot_answer = boot_answer
        self._notify = notify

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
        self._notify(StationBooted(self.record.identity, boot))
        return answer

    def next_transaction_id(self) -> int:
        """A transaction id that no station of this CSMS had before."""
        return next(self._transaction_ids)

    def started(self, session: Session) -> None:
        """Keep a new session."""
        self.record.sessions.append(session)
        self._notify(SessionStarted(self.record.identity, session))

    def updated(self, session: Session) -> None:
        """Tell that a session has news."""
        self._notify(SessionUpdated(self.record.identity, session))

    def stopped(self, session: Session, at: datetime, reason: str | None) -> None:
        """End a session; what is told again changes nothing."""
        if session.ongoing:
            session.stopped = at
            session.reason = reason
            self._notify(SessionStopped(self.record.identity, session))
