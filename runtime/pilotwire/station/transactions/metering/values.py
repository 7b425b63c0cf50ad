"""From what the meter shows to what OCPP calls a MeterValue (J02)."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from pilotwire.hal.interfaces import MeterReading
from pilotwire.station.facts.transactions import MeterValue, Sample
from pilotwire.station.hardware.checks import is_number
from pilotwire.station.vocabulary import Measurand, Phase, ReadingContext

__all__ = ["MEASURED", "meter_value"]

_LINES = (Phase.L1, Phase.L2, Phase.L3)
_TO_NEUTRAL = (Phase.L1_N, Phase.L2_N, Phase.L3_N)

Values = Iterable[tuple[float, Phase | None]]


def _per_phase(values: Sequence[float], phases: Sequence[Phase]) -> Values:
    return zip(values, phases, strict=False)


def _single(value: float | None) -> Values:
    return () if value is None else ((value, None),)


MEASURED: dict[Measurand, tuple[str, Callable[[MeterReading], Values]]] = {
    Measurand.ENERGY_ACTIVE_IMPORT_REGISTER: ("Wh", lambda r: _single(r.energy_wh)),
    Measurand.POWER_ACTIVE_IMPORT: ("W", lambda r: _single(r.power_w)),
    Measurand.CURRENT_IMPORT: ("A", lambda r: _per_phase(r.current_a, _LINES)),
    Measurand.VOLTAGE: ("V", lambda r: _per_phase(r.voltage_v, _TO_NEUTRAL)),
    Measurand.FREQUENCY: ("Hertz", lambda r: _single(r.frequency_hz)),
    Measurand.SOC: ("Percent", lambda r: _single(r.soc)),
}
"""Measurand -> its unit (Part 2 appendix, units of measure) and where a reading has it."""


def meter_value(
    reading: MeterReading, names: Iterable[str], context: ReadingContext, timestamp: datetime
) -> tuple[MeterValue, ...]:
    """The wanted measurands of a reading, as one MeterValue; none if the meter has none of them."""
    samples = tuple(
        Sample(value=round(value, 3), measurand=measurand, context=context, unit=unit, phase=phase)
        for measurand, (unit, values) in MEASURED.items()
        if measurand.value in names
        for value, phase in values(reading)
        if is_number(value)
    )
    return (MeterValue(timestamp, samples),) if samples else ()
