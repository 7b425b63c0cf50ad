"""Facts of smart charging: what others than the CSMS have set, and priority charging (K)."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from pilotwire.station.facts.fact import Fact
from pilotwire.store import EVENT, Lane

__all__ = ["ChargingLimitChanged", "ChargingLimitCleared", "PriorityChargingChanged"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargingLimitChanged(Fact):
    """An external system has set a limit, or another one (K11.FR.02, K12.FR.02, K27.FR.03).

    It is of an EVSE, or of the station (EVSE 0). `schedules` are what was set, each a
    ChargingScheduleType of 2.1 as JSON text; None where the CSMS does not want to know.
    """

    lane: ClassVar[Lane] = EVENT
    evse_id: int
    source: str
    local_generation: bool = False
    critical: bool | None = None
    schedules: tuple[str, ...] | None = None
    kind: Literal["charging_limit"] = "charging_limit"

    @property
    def coalesce_key(self) -> str:
        """Of a source, at an EVSE."""
        return _key(self.evse_id, self.source, local_generation=self.local_generation)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargingLimitCleared(Fact):
    """An external system has taken its limit away (K13.FR.02)."""

    lane: ClassVar[Lane] = EVENT
    evse_id: int
    source: str
    local_generation: bool = False
    kind: Literal["charging_limit_cleared"] = "charging_limit_cleared"

    @property
    def coalesce_key(self) -> str:
        """As of the limit: of what became of it, only the last counts."""
        return _key(self.evse_id, self.source, local_generation=self.local_generation)


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorityChargingChanged(Fact):
    """Priority charging has begun in a transaction, or ended (K21, K22)."""

    lane: ClassVar[Lane] = EVENT
    transaction_id: str
    activated: bool
    kind: Literal["priority_charging"] = "priority_charging"

    @property
    def coalesce_key(self) -> str:
        """Of its transaction."""
        return f"priority:{self.transaction_id}"


def _key(evse_id: int, source: str, *, local_generation: bool) -> str:
    what = "generation" if local_generation else "limit"
    return f"{what}:{evse_id}:{source}"
