"""The electricity meter of an EVSE: registers that only grow, and what one reads beside them.

Energy, power and currents are exact, or as exact as the class of the meter wants: it is off by one
factor in all that it counts and shows, and what it shows of a power or a current differs a little
from one reading to the next. Both together are within the limit of the class. The noise of a real
grid is on the voltages and the frequency, and has no part in the energy.
"""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from random import Random

from pilotwire.hal.interfaces import (
    ConnectorKind,
    HardwareError,
    Location,
    Measurand,
    Measured,
    MeterReading,
    Phase,
    Quantity,
    Unit,
)
from pilotwire.hal.simulated.flow import Flow
from pilotwire.hal.simulated.memory import Registers
from pilotwire.hal.simulated.parts import Part

__all__ = ["DC_KINDS", "Meter", "MeterClass", "Wiring"]

DC_KINDS = frozenset({ConnectorKind.CCS1_CABLE, ConnectorKind.CCS2_CABLE})

_SAVE_EVERY_S = 5.0
_VOLTAGE_SPREAD = 0.002  # standard deviation, as a part of the nominal voltage
_FREQUENCY_SPREAD_HZ = 0.01
_WIDEST = 3.0  # standard deviations
_FACTOR = 0.98  # the power factor of a vehicle that charges
_REACTIVE = 0.2  # what it takes of reactive energy, as a part of the active
_IDLE_CELSIUS, _WARMS_CELSIUS = 21.0, 24.0
_FAN_RPM = 2400.0
_BUILDING_W = 450.0  # what the rest of the building draws
_LINES = (Phase.L1, Phase.L2, Phase.L3)
_SAGGED = 0.6  # what is left of the voltage in a brown-out
_STEADY = 0.6  # how much of the limit of its class is what a meter is always off by


class MeterClass(Enum):
    """The classes of EN 50470-3, by the most that a meter may be off, in percent."""

    A = 2.0
    B = 1.0
    C = 0.5


@dataclass(frozen=True, slots=True)
class Wiring:
    """How the EVSEs of a station are built, all alike.

    `voltage` is phase to neutral, or between the poles of DC."""

    kind: ConnectorKind
    phases: int
    max_current_a: float
    voltage: float
    frequency_hz: float
    reports_soc: bool
    full_meter: bool = False
    bidirectional: bool = False
    meter_class: MeterClass | None = None

    @property
    def direct(self) -> bool:
        """Whether it is a DC charger."""
        return self.kind in DC_KINDS

    @property
    def socket(self) -> bool:
        """Whether there is a socket, so that the plug can be locked; else the cable is fixed."""
        return self.kind is ConnectorKind.TYPE2_SOCKET


class Meter(Part):
    """The meter of one EVSE.

    `save` writes the registers of the whole station to its memory (`None`: there is no memory) and
    may raise `HardwareError`; where nobody is there to receive that, `trouble` is told the text.
    """

    def __init__(
        self,
        name: str,
        wiring: Wiring,
        *,
        registers: Registers,
        random: Random | None,
        save: Callable[[], None] | None,
        trouble: Callable[[str], None],
    ) -> None:
        super().__init__(name)
        self._wiring = wiring
        self._settled_wh = registers.taken_wh
        self._shown_wh = registers.taken_wh
        self._given_wh = registers.given_wh
        self._shown_given_wh = registers.given_wh
        self._random = random
        limit = 0.0 if wiring.meter_class is None else wiring.meter_class.value / 100
        self._gain = 1 + self._drawn(limit * _STEADY)
        self._jitter = limit * (1 - _STEADY) / (1 + limit)
        self.sags = False
        """Whether the voltage that it shows is that of a brown-out."""
        self.celsius: float | None = None
        """What it shows for a temperature, where that is not what follows from the power."""
        self._save = save
        self._trouble = trouble
        self._broken = False
        self._flow: Flow | None = None
        self._runs = False
        self._saving: asyncio.TimerHandle | None = None
        self._by_phase_wh = [registers.taken_wh / wiring.phases] * wiring.phases

    @property
    def measures(self) -> tuple[Measurand | Quantity, ...]:
        """What it shows."""
        wiring = self._wiring
        always = (
            Measurand.ENERGY_ACTIVE_IMPORT_REGISTER,
            Measurand.POWER_ACTIVE_IMPORT,
            Measurand.CURRENT_IMPORT,
            Measurand.VOLTAGE,
        )
        frequency = () if wiring.direct else (Measurand.FREQUENCY,)
        soc = (Quantity(Measurand.SOC, None, Location.EV),) if wiring.reports_soc else ()
        others = (*self._exported(0.0, ()), *self._others(0.0))
        more = (Quantity(one.measurand, one.phase, one.location) for one in others)
        return (*always, *frequency, *soc, *more)

    @property
    def register_wh(self) -> float:
        """The import register now, in watt-hours; it counts on when reading it fails."""
        total_wh = self._settled_wh + max(self._flowing_wh, 0.0)
        self._shown_wh = max(self._shown_wh, total_wh)  # not even the last bit of a float falls
        return self._shown_wh

    @property
    def export_register_wh(self) -> float:
        """The export register now, in watt-hours: what vehicles have given back."""
        total_wh = self._given_wh - min(self._flowing_wh, 0.0)
        self._shown_given_wh = max(self._shown_given_wh, total_wh)
        return self._shown_given_wh

    @property
    def registers(self) -> Registers:
        """Both."""
        return Registers(self.register_wh, self.export_register_wh)

    @property
    def power_w(self) -> float:
        """The power that is drawn now, in watts; negative while energy is given back."""
        if self._flow is None:
            return 0.0
        return self._gain * self._flow.power_w(asyncio.get_running_loop().time())

    @property
    def _flowing_wh(self) -> float:
        """What the present flow has carried."""
        if self._flow is None:
            return 0.0
        return self._gain * self._flow.energy_wh(asyncio.get_running_loop().time())

    def break_down(self) -> None:
        """Fail every reading until `repair()`."""
        self._broken = True

    def repair(self) -> None:
        """Answer again."""
        self._broken = False
        super().repair()

    async def read(self, soc: Callable[[], float | None]) -> MeterReading:
        """Read all values at one instant, `soc` giving the vehicle's among them.

        The register is remembered before it is shown."""
        await self._answer()
        if self._broken:
            raise HardwareError(f"{self._name} does not answer")
        reading = self._reading(soc())
        if self._save is not None:
            self._save()
        return reading

    def settle(self, energy_wh: float) -> None:
        """The present flow ended, having taken `energy_wh`, or given it back; called by the
        vehicle.
        """
        energy_wh *= self._gain
        if energy_wh < 0:
            self._given_wh -= energy_wh
        else:
            self._settled_wh += energy_wh
            self._by_phase_wh = self._phases_wh(energy_wh)
        self._flow = None

    def follow(self, flow: Flow | None) -> None:
        """Count `flow` from now on; called by the EVSE."""
        self._flow = flow
        if self._runs is not (flow is not None):
            self._runs = flow is not None
            self._remember()

    def _remember(self) -> None:
        """Save now, and again every few seconds while energy flows."""
        if self._saving is not None:
            self._saving.cancel()
            self._saving = None
        if self._save is None:
            return
        if self._runs:
            loop = asyncio.get_running_loop()
            self._saving = loop.call_later(_SAVE_EVERY_S, self._remember)
        try:
            self._save()
        except HardwareError as error:
            self._trouble(str(error))

    def _reading(self, soc: float | None) -> MeterReading:
        wiring = self._wiring
        power_w = current_a = 0.0
        used = 0
        if self._flow is not None:
            now = asyncio.get_running_loop().time()
            power_w = self._shown(self._flow.power_w(now))
            current_a = self._shown(self._flow.current_a(now))
            used = self._flow.phases
        drawn_a, given_a = max(current_a, 0.0), max(-current_a, 0.0)
        volts = wiring.voltage * (_SAGGED if self.sags else 1.0)
        return MeterReading(
            energy_wh=self.register_wh,
            power_w=max(power_w, 0.0),
            current_a=tuple(drawn_a if n < used else 0.0 for n in range(wiring.phases)),
            voltage_v=tuple(
                volts * (1 + self._noise(_VOLTAGE_SPREAD)) for _ in range(wiring.phases)
            ),
            frequency_hz=(
                None if wiring.direct else wiring.frequency_hz + self._noise(_FREQUENCY_SPREAD_HZ)
            ),
            soc=soc,
            others=(
                *self._exported(max(-power_w, 0.0), [given_a] * used),
                *self._others(max(power_w, 0.0)),
            ),
        )

    def _phases_wh(self, energy_wh: float) -> list[float]:
        """The register of each phase, with so much more on those that are used."""
        used = 0 if self._flow is None else self._flow.phases
        return [
            register + (energy_wh / used if number < used else 0.0)
            for number, register in enumerate(self._by_phase_wh)
        ]

    def _exported(self, power_w: float, current_a: Sequence[float]) -> Iterator[Measured]:
        """What is given back: a value with a direction is not negative."""
        if not self._wiring.bidirectional:
            return
        yield Measured(Measurand.ENERGY_ACTIVE_EXPORT_REGISTER, self.export_register_wh)
        yield Measured(Measurand.POWER_ACTIVE_EXPORT, power_w)
        for number, phase in enumerate(_LINES[: self._wiring.phases]):
            given_a = current_a[number] if number < len(current_a) else 0.0
            yield Measured(Measurand.CURRENT_EXPORT, given_a, phase)

    def _others(self, power_w: float) -> Iterator[Measured]:
        """What a full meter shows besides; with alternating current."""
        wiring, flow = self._wiring, self._flow
        if not wiring.full_meter or wiring.direct:
            return
        used = 0 if flow is None else flow.phases
        registers = self._phases_wh(max(self._flowing_wh, 0.0))
        lines = _LINES[: wiring.phases]
        for phase, register in zip(lines, registers, strict=True):
            yield Measured(Measurand.ENERGY_ACTIVE_IMPORT_REGISTER, register, phase)
        for number, phase in enumerate(lines):
            share = power_w / used if number < used else 0.0
            yield Measured(Measurand.POWER_ACTIVE_IMPORT, share, phase)
        if not wiring.bidirectional:
            export_kwh = self.export_register_wh / 1000
            yield Measured(Measurand.ENERGY_ACTIVE_EXPORT_REGISTER, export_kwh, unit=Unit.KWH)
        yield Measured(
            Measurand.ENERGY_REACTIVE_IMPORT_REGISTER,
            sum(registers) * _REACTIVE / 1000,
            unit=Unit.VARH,
            multiplier=3,
        )
        yield Measured(Measurand.POWER_REACTIVE_IMPORT, power_w * _REACTIVE)
        yield Measured(Measurand.POWER_FACTOR, _FACTOR if power_w else 1.0)
        warms = power_w / (wiring.voltage * wiring.phases * wiring.max_current_a)
        celsius = _IDLE_CELSIUS + _WARMS_CELSIUS * warms if self.celsius is None else self.celsius
        yield Measured(Measurand.TEMPERATURE, celsius, location=Location.BODY)
        yield Measured(Measurand.RPM, _FAN_RPM if power_w else 0.0, location=Location.BODY)
        upstream = _BUILDING_W + power_w
        yield Measured(Measurand.POWER_ACTIVE_IMPORT, upstream, location=Location.UPSTREAM)

    def _shown(self, value: float) -> float:
        """A power or a current as the meter shows it this time."""
        return value * self._gain * (1 + self._drawn(self._jitter))

    def _drawn(self, most: float) -> float:
        """Something up to `most`, either way; nothing is drawn for 0."""
        return self._random.uniform(-most, most) if most and self._random is not None else 0.0

    def _noise(self, spread: float) -> float:
        if self._random is None:
            return 0.0
        return spread * min(max(self._random.gauss(0.0, 1.0), -_WIDEST), _WIDEST)
