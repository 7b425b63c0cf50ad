"""From registers to what a meter shows."""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from pilotwire.hal.interfaces import (
    HardwareError,
    Location,
    Measurand,
    Measured,
    MeterReading,
    Phase,
    Quantity,
)
from pilotwire.hal.modbus.codec import decoded, raw_of
from pilotwire.hal.modbus.maps import MeterMap, ScaleRegister, Value
from pilotwire.hal.modbus.plan import Span

__all__ = ["quantities_of", "reading_of"]

_Found: TypeAlias = Mapping[tuple[Measurand, Phase | None], float]

_LINES: Final = (Phase.L1, Phase.L2, Phase.L3)
_TO_NEUTRAL: Final = (Phase.L1_N, Phase.L2_N, Phase.L3_N)
_ALONE: Final = (
    (Measurand.ENERGY_ACTIVE_IMPORT_REGISTER, None),
    (Measurand.POWER_ACTIVE_IMPORT, None),
    (Measurand.FREQUENCY, None),
)
_FIELDS: Final = frozenset(
    {
        *_ALONE,
        *((Measurand.CURRENT_IMPORT, line) for line in _LINES),
        *((Measurand.VOLTAGE, line) for line in _TO_NEUTRAL),
    }
)
"""What a reading has fields for; all else is in `others`."""

_MOST_EXPONENT: Final = 10
"""SunSpec's scale factors go from -10 to 10, and no maker's further."""


def quantities_of(map_: MeterMap, location: Location) -> Sequence[Quantity]:
    """What a meter with this map measures."""
    measurands = [
        (measurand, value.phase)
        for value in map_.value
        for measurand in (value.shows, value.negative)
        if measurand is not None
    ]
    return [Quantity(measurand, phase, location) for measurand, phase in measurands]


def reading_of(
    map_: MeterMap, registers: Callable[[Span], Sequence[int]], location: Location
) -> MeterReading:
    """What the registers say; values that are none are left out.

    Raises:
        HardwareError: there is no import register in them.
    """
    found = dict(_found(map_, registers))
    energy = found.get((Measurand.ENERGY_ACTIVE_IMPORT_REGISTER, None))
    if energy is None:
        raise HardwareError(f"{map_.title} shows no import register")
    return MeterReading(
        energy_wh=energy,
        power_w=found.get((Measurand.POWER_ACTIVE_IMPORT, None)),
        current_a=_of_lines(map_, found, Measurand.CURRENT_IMPORT, _LINES),
        voltage_v=_of_lines(map_, found, Measurand.VOLTAGE, _TO_NEUTRAL),
        frequency_hz=found.get((Measurand.FREQUENCY, None)),
        others=tuple(
            Measured(measurand, number, phase, location)
            for (measurand, phase), number in found.items()
            if (measurand, phase) not in _FIELDS
        ),
    )


def _of_lines(
    map_: MeterMap, found: _Found, measurand: Measurand, lines: Sequence[Phase]
) -> tuple[float, ...]:
    keys = [(measurand, line) for line in lines[: map_.phases]]
    if not any(key in found for key in keys):
        return ()
    return tuple(found.get(key, math.nan) for key in keys)


def _found(
    map_: MeterMap, registers: Callable[[Span], Sequence[int]]
) -> Iterator[tuple[tuple[Measurand, Phase | None], float]]:
    for value in map_.value:
        number = _number(map_, value, registers)
        if number is None:
            continue
        if value.negative is not None:
            yield (value.shows, value.phase), max(number, 0.0)
            yield (value.negative, value.phase), max(-number, 0.0)
        elif number >= 0 or not _has_direction(value.shows):
            yield (value.shows, value.phase), number


def _has_direction(measurand: Measurand) -> bool:
    """OCPP tells an import and an export as two, neither of them negative."""
    return ".Import" in measurand or ".Export" in measurand


def _number(
    map_: MeterMap, value: Value, registers: Callable[[Span], Sequence[int]]
) -> float | None:
    """A value in OCPP's unit for it; None where there is none, or none that can be true."""
    number = _plain(map_, value, registers)
    if number is None:
        return None
    if value.exponent is not None:
        exponent = _plain(map_, value.exponent, registers)
        if exponent is None or abs(exponent) > _MOST_EXPONENT:
            return None
        power = 10.0 ** abs(exponent)
        number = number * power if exponent >= 0 else number / power
    if not value.least <= number * value.scale <= value.most:
        return None
    # Rounded, so that 0.1 times 2301 is 230.1.
    return float(f"{number * value.factor:.12g}")


def _plain(
    map_: MeterMap, at: Value | ScaleRegister, registers: Callable[[Span], Sequence[int]]
) -> float | None:
    raw = raw_of(registers(map_.span(at)), map_.word_order, map_.byte_order)
    if map_.missing.is_meant(raw, at.type):
        return None
    number = decoded(raw, at.type)
    return number if math.isfinite(number) else None
