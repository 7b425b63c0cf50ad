"""A meter on a bus, as its map describes it."""

import asyncio
from collections.abc import Sequence
from typing import Final

from pilotwire.hal.interfaces import HardwareError, Location, MeterReading, Quantity
from pilotwire.hal.modbus.bus import Bus
from pilotwire.hal.modbus.maps import MeterMap
from pilotwire.hal.modbus.plan import Span, blocks
from pilotwire.hal.modbus.reading import quantities_of, reading_of
from pilotwire.hal.modbus.sunspec import find_model

__all__ = ["MAX_AGE", "ModbusMeter"]

MAX_AGE: Final = 4.0
"""How old any value of a reading may be when it is given, in seconds."""


class ModbusMeter:
    """A main meter (`MainMeter`), or that of an EVSE; a `MeasuringMeter` in both.

    - `unit`: its address on the bus, 1 to 247.
    - `max_age`: no value that `read_meter` returns was read longer ago. Where a meter does not
      answer, its last reading is given again while it is as young as that; then it is an error.
    - `reversed_wiring`: whether it is wired the other way round, so that what it takes for export
      is import.
    - `location`: of what it shows; OUTLET for the meter of an EVSE, INLET for that of a station.

    Raises `ValueError` for a unit that can't be, and `MapError` where a meter without export is to
    be reversed.
    """

    def __init__(
        self,
        bus: Bus,
        map_: MeterMap,
        unit: int = 1,
        *,
        max_age: float = MAX_AGE,
        reversed_wiring: bool = False,
        location: Location = Location.OUTLET,
    ) -> None:
        if not 0 <= unit <= 255:
            raise ValueError(f"a unit is 1 to 247, or 0 or 255 with TCP, and not {unit}")
        self.map = map_.reversed() if reversed_wiring else map_
        self.bus = bus
        self.unit = unit
        self._location = location
        self._max_age = max_age
        self._blocks = blocks(self.map.spans(), self.map.most_registers, self.map.gap)
        self._base: int | None = None if self.map.sunspec else 0
        self._last: tuple[float, MeterReading] | None = None

    @property
    def measures(self) -> Sequence[Quantity]:
        """What its map shows."""
        return quantities_of(self.map, self._location)

    async def read_meter(self) -> MeterReading:
        """Read all of the meter.

        Raises:
            HardwareError: there is no reading that is young enough; the text says why.
        """
        now = asyncio.get_running_loop().time
        try:
            at, reading = await self._read()
        except HardwareError as error:
            if self.map.sunspec:
                self._base = None  # another device may have taken its place
            if self._last is None:
                raise
            at, reading = self._last
            age = now() - at
            if age > self._max_age:
                raise HardwareError(f"{error}; its last reading is {age:.1f} s old") from error
            return reading
        taken = now() - at
        if taken > self._max_age:
            raise HardwareError(
                f"{self.bus.name}: unit {self.unit} took {taken:.1f} s for a reading, of which "
                "the first values are too old by now"
            )
        self._last = at, reading
        return reading

    def close(self) -> None:
        """Let go of its bus, until a meter on it is read again."""
        self.bus.close()

    async def _read(self) -> tuple[float, MeterReading]:
        """A reading, and when the first of its values had been read."""
        if self._base is None:
            self._base = await find_model(self.bus, self.unit, self.map.sunspec)
        found: list[tuple[Span, Sequence[int]]] = []
        at: float | None = None
        for block in self._blocks:
            there = Span(block.table, self._base + block.address, block.count)
            found.append((block, await self.bus.read(self.unit, there)))
            at = asyncio.get_running_loop().time() if at is None else at

        def registers(span: Span) -> Sequence[int]:
            block, values = next(each for each in found if each[0].holds(span))
            return values[span.address - block.address : span.end - block.address]

        return at or 0.0, reading_of(self.map, registers, self._location)
