"""Who says how much an EVSE may take from the grid, besides its hardware and the application.

A governor is asked at the beginning of each settling sequence, and once more in the instant in
which current is offered; so nothing is ever offered by a limit that is past. What it grants is the
EVSE's until that says that it offers less: so several that have one limit together can be kept
within it at any instant.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from pilotwire.station.evse.holds import Hold
from pilotwire.station.vocabulary import OperationMode

__all__ = ["NO_SHARE", "UNLIMITED", "Governor", "Grant", "LimitReason", "Unlimited"]

NO_SHARE = Hold("smart charging leaves no current", suspends=True)


class LimitReason(StrEnum):
    """Whose limit it is that counts at an EVSE."""

    APPLICATION = "Application"
    """The application's own (`Evse.limit`)."""
    PROFILE = "ChargingProfile"
    """A charging profile of the CSMS (K01)."""
    EXTERNAL = "External"
    """A limit of somebody else's, or what local generation adds to one (K11, K27)."""
    INSTALLATION = "Installation"
    """What the station is connected with (K04.FR.02)."""
    SHARING = "Sharing"
    """Others at the station have their part of a limit of the whole (K04)."""


@dataclass(frozen=True, slots=True)
class Grant:
    """What an EVSE may take.

    Attributes:
        amperes: From each phase of the grid; for a DC EVSE, too. None: as much as it can.
        reason: Whose limit that is.
        until: When it becomes another, as far as is known.
        phases: Over how many phases; None: as many as there are.
        mode: What the session's schedule is executed as (K01.FR.110).
    """

    amperes: float | None = None
    reason: LimitReason = LimitReason.PROFILE
    until: datetime | None = None
    phases: int | None = None
    mode: OperationMode = OperationMode.CHARGING_ONLY

    @property
    def of_others(self) -> bool:
        """Whether it is neither the CSMS nor the application that limits (K11.FR.04)."""
        return self.reason not in {LimitReason.PROFILE, LimitReason.APPLICATION}


UNLIMITED = Grant()


class Governor(Protocol):
    """Knows what may be taken at each EVSE of a station."""

    @property
    def significance(self) -> float:
        """How many percent of its rate must be another to be told (LimitChangeSignificance)."""
        ...

    def grant(self, evse_id: int) -> Grant:
        """What an EVSE may offer now. From then on it is taken to offer that, unless what it
        offered before was more.
        """
        ...

    def settled(self, evse_id: int) -> None:
        """An EVSE has settled: it offers what it offers."""
        ...


class Unlimited:
    """A governor who grants whatever the hardware can."""

    __slots__ = ()

    @property
    def significance(self) -> float:
        """Nothing ever changes."""
        return 0.0

    def grant(self, evse_id: int) -> Grant:
        """All of it."""
        del evse_id
        return UNLIMITED

    def settled(self, evse_id: int) -> None:
        """Nothing follows."""
