"""Facts of what is wrong with parts of the station (G05)."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from pilotwire.station.facts.fact import Fact
from pilotwire.store import EVENT, Lane

__all__ = ["ProblemChanged"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemChanged(Fact):
    """Something is wrong with a component, or no longer is (`cleared`).

    `code` and `info` are those of the fault, and `problem` what the component's variable Problem
    says now: several faults may stand at one. `severity` is that of events (0 is the worst).
    """

    lane: ClassVar[Lane] = EVENT
    event_id: int
    component: str
    evse_id: int | None = None
    connector_id: int | None = None
    code: str
    info: str
    cleared: bool
    problem: bool
    severity: int
    kind: Literal["problem"] = "problem"

    @property
    def coalesce_key(self) -> str:
        """Of a fault at a component."""
        return f"problem:{self.component}:{self.evse_id or 0}:{self.code}"
