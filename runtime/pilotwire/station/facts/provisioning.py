"""Facts of provisioning: who the station is, what a boot is answered, how much a reset waits for
(B).
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pilotwire.station.vocabulary import RegistrationStatus

__all__ = ["BootAnswer", "ResetKind", "StationIdentity"]


@dataclass(frozen=True, slots=True)
class StationIdentity:
    """Who the station says it is when it boots."""

    vendor: str
    model: str
    serial_number: str | None = None
    firmware_version: str | None = None


@dataclass(frozen=True, slots=True)
class BootAnswer:
    """The CSMS's answer to a boot; `interval` in seconds, of heartbeats or of the next attempt."""

    status: RegistrationStatus
    current_time: datetime
    interval: int


class ResetKind(StrEnum):
    """How much a reset waits for."""

    ON_IDLE = "OnIdle"
    """Until the running transactions have ended by themselves."""
    IMMEDIATE = "Immediate"
    """Until the transactions, ended now, are reported or the CSMS fails to answer."""
    FORCED = "Forced"
    """As IMMEDIATE; the hard reset of 1.6 gives the transactions another reason."""
    AND_RESUME = "ImmediateAndResume"
    """As IMMEDIATE, and the transactions go on after it (2.1 B13)."""
