"""Facts of security: what happened (A04)."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from pilotwire.station.facts.fact import Fact
from pilotwire.store import SECURITY_EVENT, Lane

__all__ = ["SecurityEventHappened"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityEventHappened(Fact):
    """A security event: one of the standard's, or a word of the maker's own."""

    lane: ClassVar[Lane] = SECURITY_EVENT
    event: str
    info: str | None = None
    kind: Literal["security_event"] = "security_event"
