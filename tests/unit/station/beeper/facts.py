"""What the CSMS hears of beeps."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from pilotwire.station.facts.fact import Fact
from pilotwire.store import Full, Lane, Offline

__all__ = ["BEEPS", "BeepHeard", "Beeped"]

BEEPS = Lane("beep", repeated=True, offline=Offline.KEEP_ALL, capacity=3, full=Full.OLDEST)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beeped(Fact):
    """The beeper has beeped for the `count`-th time."""

    lane: ClassVar[Lane] = BEEPS
    count: int
    kind: Literal["beeped"] = "beeped"


@dataclass(frozen=True, slots=True)
class BeepHeard:
    """The CSMS has said `word` to a beep."""

    count: int
    word: str
