"""How things are at each EVSE, which the meaning of profiles depends on: who knows it says it."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from pilotwire.station.smart_charging.situation import Segment, Site, Situation

__all__ = ["Conditions", "NoNeeds", "VehicleNeeds"]


class Conditions(Protocol):
    """What composition has to know besides the profiles; EVSE 0 is the station."""

    def site(self, evse_id: int) -> Site:
        """What an EVSE is made of."""
        ...

    def situation(self, evse_id: int) -> Situation:
        """How it is there now."""
        ...


class VehicleNeeds(Protocol):
    """What vehicles tell of their needs (K15)."""

    def told(self, evse_id: int) -> bool:
        """Whether the CSMS has been told the needs of the session there: then the vehicle chooses
        among several schedules (K01.FR.34).
        """
        ...

    def due(self, evse_id: int) -> bool:
        """Whether it is about to be told, and a profile would come too early (K15.FR.17)."""
        ...

    def expected(self, evse_id: int, them: Iterable[Segment]) -> Iterator[Segment]:
        """The same segments where the vehicle has said that it takes less (SC.04)."""
        ...


class NoNeeds:
    """No vehicle tells any."""

    __slots__ = ()

    def told(self, evse_id: int) -> bool:
        """It does not."""
        del evse_id
        return False

    def due(self, evse_id: int) -> bool:
        """Nothing is to come."""
        del evse_id
        return False

    def expected(self, evse_id: int, them: Iterable[Segment]) -> Iterator[Segment]:
        """As they are."""
        del evse_id
        return iter(them)
