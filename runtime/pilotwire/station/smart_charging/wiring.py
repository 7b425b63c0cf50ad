"""What EVSEs can do about phases, as their hardware says it."""

from collections.abc import Sequence

from pilotwire.hal.interfaces import AnyEvse
from pilotwire.station.evse.variables import supply_phases
from pilotwire.station.hardware.checks import phases_of
from pilotwire.station.smart_charging.checks import Wiring

__all__ = ["wiring_of", "wirings_for"]


def wiring_of(evse: AnyEvse) -> Wiring:
    """What an EVSE can."""
    return Wiring(direct=supply_phases(evse) == 0, counts=phases_of(evse))


def wirings_for(evses: Sequence[AnyEvse], evse_id: int) -> list[Wiring]:
    """What an EVSE can; all of them with 0."""
    return [wiring_of(evse) for evse in (evses if evse_id == 0 else evses[evse_id - 1 : evse_id])]
