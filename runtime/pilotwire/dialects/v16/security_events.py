"""SecurityEventNotification in OCPP 1.6 (white paper 5.15, A04)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pilotwire.dialects.base import Dialect, Report
from pilotwire.dialects.v16.keys import Block16
from pilotwire.ocpp import v16
from pilotwire.ocpp.v16.standard_values import SecurityEvent as SecurityEvent16
from pilotwire.station.facts.security import SecurityEventHappened
from pilotwire.station.vocabulary import SecurityEvent

__all__ = ["BLOCK"]

BLOCK = Block16()

_EVENTS: Mapping[str, str] = MappingProxyType(
    {
        SecurityEvent.CSMS_FAILED_TO_AUTHENTICATE: (
            SecurityEvent16.CENTRAL_SYSTEM_FAILED_TO_AUTHENTICATE
        ),
        SecurityEvent.FAILED_TO_AUTHENTICATE_AT_CSMS: (
            SecurityEvent16.FAILED_TO_AUTHENTICATE_AT_CENTRAL_SYSTEM
        ),
        SecurityEvent.INVALID_CHARGING_STATION_CERTIFICATE: (
            SecurityEvent16.INVALID_CHARGE_POINT_CERTIFICATE
        ),
        SecurityEvent.INVALID_CSMS_CERTIFICATE: SecurityEvent16.INVALID_CENTRAL_SYSTEM_CERTIFICATE,
    }
)
"""Those that have another name in 1.6."""


class SecurityEventNotifications(Report[Dialect, SecurityEventHappened]):
    """Each event is a SecurityEventNotification."""

    def request(
        self, to: Dialect, fact: SecurityEventHappened, *, offline: bool
    ) -> v16.SecurityEventNotificationRequest:
        """SecurityEventNotification (white paper 5.15)."""
        del to, offline
        return v16.SecurityEventNotificationRequest(
            type=_EVENTS.get(fact.event, fact.event),
            timestamp=fact.timestamp,
            tech_info=fact.info,
        )


BLOCK.report(SecurityEventHappened, SecurityEventNotifications())
