"""SecurityEventNotification in OCPP 2.x (A04)."""

from __future__ import annotations

from pilotwire.dialects.base import Block, Dialect, Report
from pilotwire.ocpp import v21
from pilotwire.station.facts.security import SecurityEventHappened

__all__ = ["BLOCK"]

BLOCK: Block[Dialect] = Block()


class SecurityEventNotifications(Report[Dialect, SecurityEventHappened]):
    """Each event is a SecurityEventNotification."""

    def request(
        self, to: Dialect, fact: SecurityEventHappened, *, offline: bool
    ) -> v21.SecurityEventNotificationRequest:
        """SecurityEventNotification (A04)."""
        del to, offline
        return v21.SecurityEventNotificationRequest(
            type=fact.event, timestamp=fact.timestamp, tech_info=fact.info
        )


BLOCK.report(SecurityEventHappened, SecurityEventNotifications())
