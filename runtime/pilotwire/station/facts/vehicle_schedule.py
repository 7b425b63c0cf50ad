"""Facts of vehicles that speak ISO 15118: the schedule that one goes by (K15 to K17)."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from pilotwire.station.facts.fact import Fact
from pilotwire.store import EVENT, Lane

__all__ = ["VehicleScheduleAnswered", "VehicleScheduleTaken"]


@dataclass(frozen=True, slots=True, kw_only=True)
class VehicleScheduleTaken(Fact):
    """A vehicle has told from `timestamp` on how much it is going to take (K15.FR.10).

    `schedule` is a ChargingScheduleType as JSON text, and `selected` the id of the
    charging schedule of the CSMS that it goes by (K15.FR.21).
    """

    lane: ClassVar[Lane] = EVENT
    evse_id: int
    schedule: str
    selected: int | None = None
    kind: Literal["vehicle_schedule"] = "vehicle_schedule"

    @property
    def coalesce_key(self) -> str:
        """Of an EVSE."""
        return f"vehicle_schedule:{self.evse_id}"


@dataclass(frozen=True, slots=True)
class VehicleScheduleAnswered:
    """What the CSMS thinks of it: whether it is within the limits (K15.FR.11, K15.FR.12)."""

    fact: VehicleScheduleTaken
    accepted: bool
