"""From what the meter shows to what OCPP calls a MeterValue (J02).

What is measured is known by the name of its measurand, with which all phases are told, or by that
of one phase of it: "Current.Import.L1" (1.6 9.1.17).
"""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from datetime import datetime

from pilotwire.hal.interfaces import MeterReading
from pilotwire.station.facts.transactions import MeterValue, Sample
from pilotwire.station.hardware.checks import is_number
from pilotwire.station.vocabulary import Location, Measurand, Phase, ReadingContext

__all__ = ["MEASURED", "meter_value", "phase_names", "phases_used"]

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

_PER_PHASE = {Measurand.CURRENT_IMPORT: _LINES, Measurand.VOLTAGE: _TO_NEUTRAL}

_ELSEWHERE = {Measurand.SOC: Location.EV}
"""What is not measured at the outlet (J02.FR.05)."""

_FLOWS = 1.0
"""From how many amperes on a phase is used: no vehicle charges with less than 6."""


def phases_used(reading: MeterReading) -> int:
    """On how many phases current flows; 0 where the meter does not tell."""
    return sum(1 for current in reading.current_a if is_number(current) and current >= _FLOWS)


def phase_names(phases: int) -> tuple[str, ...]:
    """The names of what is measured on one phase of so many."""
    return tuple(
        _name(measurand, word)
        for measurand, known in _PER_PHASE.items()
        for phase in known[:phases]
        for word in _words(phase)
    )


def meter_value(
    reading: MeterReading, names: Container[str], context: ReadingContext, timestamp: datetime
) -> tuple[MeterValue, ...]:
    """The wanted measurands of a reading, as one MeterValue; none if the meter has none of them."""
    samples = tuple(
        Sample(
            value=round(value, 3),
            measurand=measurand,
            context=context,
            unit=unit,
            phase=word,
            location=_ELSEWHERE.get(measurand),
        )
        for measurand, (unit, values) in MEASURED.items()
        for value, phase in values(reading)
        if is_number(value)
        for word in _asked(measurand, phase, names)
    )
    return (MeterValue(timestamp, samples),) if samples else ()


def _asked(
    measurand: Measurand, phase: Phase | None, names: Container[str]
) -> Iterator[Phase | None]:
    """The words in which a value is to be told, if it is."""
    if measurand.value in names:
        yield phase
    elif phase is not None:
        yield from (word for word in _words(phase) if _name(measurand, word) in names)


def _words(phase: Phase) -> tuple[Phase, ...]:
    """What a phase to neutral may be called: "Voltage.L1" is that of L1-N, too."""
    line = Phase(phase.value[:2])
    return (line,) if line is phase else (line, phase)


def _name(measurand: Measurand, phase: Phase) -> str:
    return f"{measurand.value}.{phase.value}"
