"""Facts of reservation: how one ended (H)."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from pilotwire.station.facts.fact import Fact
from pilotwire.station.vocabulary import ReservationUpdateStatus
from pilotwire.store import EVENT, Lane

__all__ = ["ReservationEnded"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReservationEnded(Fact):
    """A reservation ended otherwise than by a transaction or the CSMS (H01.FR.16, H04.FR.01)."""

    lane: ClassVar[Lane] = EVENT
    reservation_id: int
    status: ReservationUpdateStatus
    kind: Literal["reservation_ended"] = "reservation_ended"
