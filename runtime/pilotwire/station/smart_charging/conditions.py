"""How things are at each EVSE, which the meaning of profiles depends on: who knows it says it."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from pilotwire.station.core import Core
from pilotwire.station.evse.evses import Evses
from pilotwire.station.evse.variables import NOMINAL_VOLTAGE, supply_phases
from pilotwire.station.smart_charging.profiles import WHOLE_STATION
from pilotwire.station.smart_charging.situation import Segment, Site, Situation
from pilotwire.station.smart_charging.variables import local_zone

__all__ = ["Conditions", "NoNeeds", "PlainConditions", "VehicleNeeds"]

_MOST_PHASES = 3


class Conditions(Protocol):
    """What composition has to know besides the profiles; EVSE 0 is the station."""

    def site(self, evse_id: int) -> Site:
        """What an EVSE is made of."""
        ...

    def situation(self, evse_id: int) -> Situation:
        """How it is there now."""
        ...


class PlainConditions:
    """What the hardware and the transactions tell by themselves."""

    __slots__ = ("_core", "_evses")

    def __init__(self, core: Core) -> None:
        self._core = core
        self._evses = core.blocks[Evses]

    def site(self, evse_id: int) -> Site:
        """What an EVSE is made of; the station may take what all of them do together."""
        evses = self._core.hardware.evses
        if evse_id == WHOLE_STATION:
            most = sum(evse.max_current_a for evse in evses)
            return Site(most, _MOST_PHASES, NOMINAL_VOLTAGE)
        evse = evses[evse_id - 1]
        phases = supply_phases(evse) or _MOST_PHASES  # the grid has three for direct current
        return Site(evse.max_current_a, phases, NOMINAL_VOLTAGE)

    def situation(self, evse_id: int) -> Situation:
        """How it is there now."""
        running = None if evse_id == WHOLE_STATION else self._evses.get(evse_id).transaction
        return Situation(
            transaction_id=None if running is None else running.id,
            zone=local_zone(self._core.device_model),
        )


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
