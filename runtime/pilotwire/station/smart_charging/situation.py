"""What a limit is of, and what the meaning of a profile depends on besides itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo

from pilotwire.station.vocabulary import OperationMode

__all__ = ["Segment", "Site", "Situation"]


@dataclass(frozen=True, slots=True)
class Site:
    """What an EVSE, or the station as a whole, is made of.

    Limits are of what is taken from the grid: for a DC EVSE, too, they are amperes of each of the
    phases that feed it.

    Attributes:
        most: The most that it takes, in amperes a phase.
        phases: How many phases it can take that from.
        volts: From phase to neutral, as is usual in the area (K01.FR.50).
    """

    most: float
    phases: int = 3
    volts: float = 230.0


@dataclass(frozen=True, slots=True)
class Situation:
    """How things are at an EVSE.

    Attributes:
        transaction_id: The transaction that runs; None takes the EVSE as if one were to begin
            (K08.FR.06).
        ready_at: When relative schedules begin: when it was first both authorized and connected
            (K01.FR.42); None: now.
        priority: Whether priority charging is on (K21).
        soc: The vehicle's state of charge, in percent, where that is known (K01.FR.100).
        offline_since: Since when there has been no CSMS; None while there is one (K01.FR.101).
        zone: What local time is (K01.FR.90).
        delays: By the id of a profile, by how many seconds each period of its schedule begins later
            (K01.FR.92, K01.FR.93); one that is missing here is not delayed.
        chosen: Which schedule counts of a profile that has several: the vehicle has chosen it by
            its place (K15.FR.22); the last one of a profile that has fewer.
    """

    transaction_id: str | None = None
    ready_at: datetime | None = None
    priority: bool = False
    soc: float | None = None
    offline_since: datetime | None = None
    zone: tzinfo = UTC
    delays: Mapping[int, tuple[int, ...]] = field(default_factory=dict[int, tuple[int, ...]])
    chosen: int = 0


@dataclass(frozen=True, slots=True)
class Segment:
    """A time through which nothing changes.

    Attributes:
        start: When it begins.
        end: When it ends; None if it never does, as far as is known.
        own: What the profiles of the EVSE itself allow (TxProfile, TxDefaultProfile or
            PriorityCharging, and external constraints of the EVSE), in amperes a phase; None
            where they say nothing.
        station: What those of the whole station allow all EVSEs together
            (ChargingStationMaxProfile, and its external constraints).
        generation: What local generation adds to that, and to each (K27), in amperes a phase.
        phases: How many phases may be used: the fewest that any of the schedules says (K01.FR.140),
            and no more than there are.
        phase_to_use: Which one, where that is said.
        least: Below how much charging is not efficient (minChargingRate), in amperes a phase.
        most: What the hardware can.
        mode: What the schedule of the session is executed as (K01.FR.110).
    """

    start: datetime
    end: datetime | None
    own: float | None
    station: float | None
    generation: float
    phases: int
    phase_to_use: int | None
    least: float | None
    most: float
    mode: OperationMode = OperationMode.CHARGING_ONLY

    @property
    def limit(self) -> float:
        """What may be taken, in amperes a phase (SC.01)."""
        allowed = [each for each in (self.own, self.station) if each is not None]
        return min(self.most, min(allowed) + self.generation) if allowed else self.most
