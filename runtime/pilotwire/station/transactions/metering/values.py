"""From what a meter shows to what OCPP calls a MeterValue (J01, J02).

What is measured is known by the name of its measurand, with which all phases and locations are
told, or by that of one phase of it: "Current.Import.L1" (1.6 9.1.17).
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType

from pilotwire.hal.interfaces import Location as MeterLocation
from pilotwire.hal.interfaces import Measurand as MeterMeasurand
from pilotwire.hal.interfaces import Measured, MeterReading, Quantity, SignedReading, Unit
from pilotwire.hal.interfaces import Phase as MeterPhase
from pilotwire.station.facts.metering import (
    AnyMeasurand,
    ConditionMeasurand,
    MeterValue,
    Sample,
    Signature,
)
from pilotwire.station.hardware.checks import is_number
from pilotwire.station.hardware.meters import LINES, TO_NEUTRAL, in_base64
from pilotwire.station.vocabulary import Location, Measurand, Phase, ReadingContext

__all__ = ["Names", "Telling", "meter_value", "names_of", "phases_used", "with_key"]

_REGISTER = Measurand.ENERGY_ACTIVE_IMPORT_REGISTER

_FIRST = (
    MeterMeasurand.ENERGY_ACTIVE_IMPORT_REGISTER,
    MeterMeasurand.POWER_ACTIVE_IMPORT,
    MeterMeasurand.CURRENT_IMPORT,
    MeterMeasurand.VOLTAGE,
    MeterMeasurand.FREQUENCY,
    MeterMeasurand.SOC,
)
"""What is named before all else."""

_UNITS: Mapping[str, Unit | None] = MappingProxyType(
    {
        "Current": Unit.A,
        "Energy.Active": Unit.WH,
        "Energy.Apparent": Unit.V_AH,
        "Energy.Reactive": Unit.VARH,
        "EnergyRequest": Unit.WH,
        "Display.BatteryEnergyCapacity": Unit.WH,
        "Display.ChargingComplete": None,
        "Display.InletHot": None,
        "Display.RemainingTime": Unit.S,
        "Display": Unit.PERCENT,
        "Frequency": Unit.HZ,
        "Power.Factor": None,
        "Power.Reactive": Unit.VAR,
        "Power": Unit.W,
        "RPM": Unit.RPM,
        "SoC": Unit.PERCENT,
        "Temperature": Unit.CELSIUS,
        "Voltage": Unit.V,
    }
)
"""The unit of a measurand by how its name begins, the first that fits (Part 2 appendix 2)."""

_FLOWS = 1.0
"""From how many amperes on a phase is used: no vehicle charges with less than 6."""


def phases_used(reading: MeterReading) -> int:
    """On how many phases current flows; 0 where the meter does not tell."""
    return sum(1 for current in reading.current_a if is_number(current) and current >= _FLOWS)


@dataclass(frozen=True, slots=True)
class Names:
    """What can be asked for: measurands of 2.1, and names that are none, those of phases first."""

    measurands: tuple[str, ...]
    others: tuple[str, ...] = ()


def names_of(measured: Collection[Quantity], *, upstream: bool = False) -> Names:
    """The names of what is measured; of what is measured `upstream`, or of all else (2.3)."""
    here = [one for one in measured if (one.location is MeterLocation.UPSTREAM) is upstream]
    known = {one.measurand for one in here}
    order = (*_FIRST, *(each for each in MeterMeasurand if each not in _FIRST))
    measurands = [each for each in order if each in known]
    of_phases = (
        _name(measurand, word)
        for measurand in measurands
        for phase in MeterPhase
        if any(one.measurand is measurand and one.phase is phase for one in here)
        for word in _words(Phase(phase.value))
    )
    conditions = set(ConditionMeasurand)
    return Names(
        tuple(each.value for each in measurands if each.value not in conditions),
        (
            *dict.fromkeys(of_phases),
            *(each.value for each in measurands if each.value in conditions),
        ),
    )


@dataclass(frozen=True, slots=True)
class Telling:
    """How a reading is told besides its measurands.

    Attributes:
        signed: Whether with the meter's signature.
        public_key: The key that is told with each signature.
        main: Whether it is of the main meter, whose own values are of the inlet.
        upstream: Whether it is what is measured upstream that is told, instead of all else.
        without_phases: Whether of the import register only the total is told.
    """

    signed: bool = False
    public_key: str | None = None
    main: bool = False
    upstream: bool = False
    without_phases: bool = False


def meter_value(
    reading: MeterReading,
    names: Collection[str],
    context: ReadingContext,
    timestamp: datetime,
    telling: Telling = Telling(),
) -> tuple[MeterValue, ...]:
    """The wanted measurands of a reading, as one MeterValue; none if the meter has none of them."""
    samples = tuple(
        sample
        for one in _shown(reading, telling)
        for sample in _samples(one, names, context, reading.signed if telling.signed else None)
    )
    if telling.public_key is not None:
        samples = tuple(_keyed(sample, in_base64(telling.public_key)) for sample in samples)
    return (MeterValue(timestamp, samples),) if samples else ()


def with_key(
    values: tuple[MeterValue, ...], public_key: str
) -> tuple[tuple[MeterValue, ...], bool]:
    """The same with the key at the first signed value; whether there is one."""
    for at, value in enumerate(values):
        for number, sample in enumerate(value.samples):
            if sample.signed is not None:
                samples = list(value.samples)
                samples[number] = _keyed(sample, in_base64(public_key))
                keyed = replace(value, samples=tuple(samples))
                return (*values[:at], keyed, *values[at + 1 :]), True
    return values, False


def _keyed(sample: Sample, key: str) -> Sample:
    if sample.signed is None:
        return sample
    return replace(sample, signed=replace(sample.signed, public_key=key))


def _shown(reading: MeterReading, telling: Telling) -> Iterator[Measured]:
    """All that is told of a reading, each quantity once."""
    told: set[Quantity] = set()
    for one in (*_own(reading, main=telling.main), *reading.others):
        quantity = Quantity(one.measurand, one.phase, one.location)
        of_phase = one.measurand.value == _REGISTER.value and one.phase is not None
        upstream = one.location is MeterLocation.UPSTREAM
        if quantity in told or upstream is not telling.upstream:
            continue
        if of_phase and telling.without_phases:
            continue
        told.add(quantity)
        yield one


def _own(reading: MeterReading, *, main: bool) -> Iterator[Measured]:
    """What has a field of its own."""
    here = MeterLocation.INLET if main else MeterLocation.OUTLET
    register, power, current, voltage, frequency, soc = _FIRST
    yield Measured(register, reading.energy_wh, None, here)
    yield from _single(power, reading.power_w, here)
    yield from _each(current, reading.current_a, LINES, here)
    yield from _each(voltage, reading.voltage_v, TO_NEUTRAL, here)
    yield from _single(frequency, reading.frequency_hz, here)
    yield from _single(soc, reading.soc, MeterLocation.EV)


def _single(
    measurand: MeterMeasurand, value: float | None, location: MeterLocation
) -> Iterable[Measured]:
    return () if value is None else (Measured(measurand, value, None, location),)


def _each(
    measurand: MeterMeasurand,
    values: Sequence[float],
    phases: Sequence[MeterPhase],
    location: MeterLocation,
) -> Iterable[Measured]:
    pairs = zip(values, phases, strict=False)
    return (Measured(measurand, value, phase, location) for value, phase in pairs)


def _samples(
    one: Measured, names: Collection[str], context: ReadingContext, signed: SignedReading | None
) -> Iterator[Sample]:
    if not is_number(one.value):
        return
    phase = None if one.phase is None else Phase(one.phase.value)
    measurand = _measurand(one.measurand)
    unit = _unit(measurand) if one.unit is None else one.unit
    outlet = one.location is MeterLocation.OUTLET
    # It is the register as a whole that a meter signs.
    own = measurand is _REGISTER and phase is None and signed is not None
    for word in _asked(one.measurand, phase, names):
        yield Sample(
            value=round(one.value, 3) if one.unit is None else one.value,
            measurand=measurand,
            context=context,
            unit=None if unit is None else str(unit),
            phase=word,
            location=None if outlet else Location(one.location.value),
            multiplier=one.multiplier,
            signed=_signature(signed) if own and signed is not None else None,
        )


def _measurand(measurand: MeterMeasurand) -> AnyMeasurand:
    if measurand.value in set(ConditionMeasurand):
        return ConditionMeasurand(measurand.value)
    return Measurand(measurand.value)


def _signature(signed: SignedReading) -> Signature:
    return Signature(in_base64(signed.data), signed.encoding, signed.signing_method)


def _unit(measurand: AnyMeasurand) -> Unit | None:
    return next(unit for start, unit in _UNITS.items() if measurand.value.startswith(start))


def _asked(
    measurand: MeterMeasurand, phase: Phase | None, names: Collection[str]
) -> Iterator[Phase | None]:
    """The words in which a value is to be told, if it is."""
    if measurand.value in names:
        yield phase
    elif phase is not None:
        yield from (word for word in _words(phase) if _name(measurand, word) in names)


def _words(phase: Phase) -> tuple[Phase, ...]:
    """What a phase to neutral may be called: "Voltage.L1" is that of L1-N, too."""
    if phase.value in set(TO_NEUTRAL):
        return Phase(phase.value[:2]), phase
    return (phase,)


def _name(measurand: MeterMeasurand, phase: Phase) -> str:
    return f"{measurand.value}.{phase.value}"
