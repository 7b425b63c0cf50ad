"""What can happen to an EVSE, by name: each mishap with what causes it and what mends it."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Final

from pilotwire.hal.interfaces import HardwareError
from pilotwire.hal.simulated.evse import SimulatedEvse
from pilotwire.hal.simulated.vehicle import ElectricVehicle

__all__ = ["Mishap"]


class Mishap(StrEnum):
    """Something that goes wrong at an EVSE, until it is mended.

    Mishap.RCD_TRIP.befall(station.evse(1))
    """

    WELDED_CONTACTOR = "welded contactor"
    """The contacts weld: closed, now or later, they do not open."""
    LOCK_JAM = "lock jam"
    """The bolt stays where it is."""
    RCD_TRIP = "RCD trip"
    """The residual current device trips: nothing flows, and it is noticed."""
    PHASE_SWITCH_JAM = "phase switch jam"
    """What switches the phases stays where it is."""
    METER_SILENCE = "meter silence"
    """The meter does not answer, and counts on."""
    PILOT_SHORT = "pilot short"
    """The Control Pilot is shorted: state E."""
    DIODE_FAULT = "diode fault"
    """The diode in the pilot circuit of the vehicle is shorted; there must be one."""
    OVER_TEMPERATURE = "over-temperature"
    """The EVSE is too hot, and notices."""
    READER_FAILURE = "reader failure"
    """The reader of the EVSE fails, which its controller notices."""
    BROWN_OUT = "brown-out"
    """The mains at the EVSE sag so far that its contactor falls open."""

    def befall(self, evse: SimulatedEvse) -> None:
        """Let it happen. Raises `HardwareError` for a diode fault without a vehicle."""
        _WHAT[self][0](evse)

    def mend(self, evse: SimulatedEvse) -> None:
        """Let it be over, with all that a person would do for that; no harm where it is not.

        What the station has found itself (a contactor that does not open, say) it clears itself,
        once it has looked again.
        """
        _WHAT[self][1](evse)


def _vehicle(evse: SimulatedEvse) -> ElectricVehicle:
    if evse.vehicle is None:
        raise HardwareError(f"EVSE {evse.id}: there is no vehicle whose diode could break")
    return evse.vehicle


def _mend_diode(evse: SimulatedEvse) -> None:
    if evse.vehicle is not None:
        evse.vehicle.repair_diode()


_Deed = Callable[[SimulatedEvse], None]

_WHAT: Final[Mapping[Mishap, tuple[_Deed, _Deed]]] = {
    Mishap.WELDED_CONTACTOR: (
        lambda evse: evse.contactor.stick_closed(),
        lambda evse: evse.contactor.repair(),
    ),
    Mishap.LOCK_JAM: (lambda evse: evse.lock.jam(), lambda evse: evse.lock.repair()),
    Mishap.PHASE_SWITCH_JAM: (
        lambda evse: evse.selector.jam(),
        lambda evse: evse.selector.repair(),
    ),
    Mishap.RCD_TRIP: (SimulatedEvse.trip_rcd, SimulatedEvse.reset_rcd),
    Mishap.METER_SILENCE: (lambda evse: evse.meter.hang(), lambda evse: evse.meter.repair()),
    Mishap.PILOT_SHORT: (SimulatedEvse.short_pilot, SimulatedEvse.restore_pilot),
    Mishap.DIODE_FAULT: (lambda evse: _vehicle(evse).break_diode(), _mend_diode),
    Mishap.OVER_TEMPERATURE: (SimulatedEvse.overheat, SimulatedEvse.cool_down),
    Mishap.READER_FAILURE: (
        lambda evse: evse.reader.break_down(),
        lambda evse: evse.reader.repair(),
    ),
    Mishap.BROWN_OUT: (SimulatedEvse.brown_out, SimulatedEvse.restore_mains),
}
