"""The meter of a simulated station as a whole: what all of its EVSEs take together."""

from collections.abc import Sequence

from pilotwire.hal.interfaces import HardwareError, Measurand, MeterReading
from pilotwire.hal.simulated.evse import SimulatedEvse
from pilotwire.hal.simulated.parts import Part

__all__ = ["SimulatedMainMeter"]


class SimulatedMainMeter(Part):
    """A meter at the inlet; it can hang and break down, whatever the meters of the EVSEs do."""

    measures = (Measurand.ENERGY_ACTIVE_IMPORT_REGISTER, Measurand.POWER_ACTIVE_IMPORT)

    def __init__(self, evses: Sequence[SimulatedEvse]) -> None:
        super().__init__("the main meter")
        self._evses = evses
        self._broken = False

    def break_down(self) -> None:
        """Fail every reading until `repair()`."""
        self._broken = True

    def repair(self) -> None:
        """Answer again."""
        self._broken = False
        super().repair()

    async def read_meter(self) -> MeterReading:
        """Read all of the meter at one instant."""
        await self._answer()
        if self._broken:
            raise HardwareError(f"{self._name} does not answer")
        return MeterReading(
            energy_wh=sum(evse.meter.register_wh for evse in self._evses),
            power_w=max(sum(evse.meter.power_w for evse in self._evses), 0.0),
        )
