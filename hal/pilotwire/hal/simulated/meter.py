"""The electricity meter of an EVSE: a register that only grows, and what one reads beside it.

Energy, power and currents are exact; the noise of a real grid is on the voltages and the frequency
that are shown, and has no part in the energy.
"""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass
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
from pilotwire.hal.simulated.parts import Part

__all__ = ["DC_KINDS", "Meter", "Wiring"]

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
        register_wh: float,
        random: Random | None,
        save: Callable[[], None] | None,
        trouble: Callable[[str], None],
    ) -> None:
        super().__init__(name)
        self._wiring = wiring
        self._settled_wh = register_wh
        self._shown_wh = register_wh
        self._random = random
        self._save = save
        self._trouble = trouble
        self._broken = False
        self._flow: Flow | None = None
        self._runs = False
        self._saving: asyncio.TimerHandle | None = None
        self._by_phase_wh = [register_wh / wiring.phases] * wiring.phases

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
        more = (Quantity(one.measurand, one.phase, one.location) for one in self._others())
        return (*always, *frequency, *soc, *more)

    @property
    def register_wh(self) -> float:
        """The import register now, in watt-hours; it counts on when reading it fails."""
        total_wh = self._settled_wh
        if self._flow is not None:
            total_wh += self._flow.energy_wh(asyncio.get_running_loop().time())
        self._shown_wh = max(self._shown_wh, total_wh)  # not even the last bit of a float falls
        return self._shown_wh

    @property
    def power_w(self) -> float:
        """The power that is drawn now, in watts."""
        if self._flow is None:
            return 0.0
        return self._flow.power_w(asyncio.get_running_loop().time())

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
        """The present flow ended, having taken `energy_wh`; called by the vehicle."""
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
            power_w, current_a = self._flow.power_w(now), self._flow.current_a(now)
            used = self._flow.phases
        return MeterReading(
            energy_wh=self.register_wh,
            power_w=power_w,
            current_a=tuple(current_a if n < used else 0.0 for n in range(wiring.phases)),
            voltage_v=tuple(
                wiring.voltage * (1 + self._noise(_VOLTAGE_SPREAD)) for _ in range(wiring.phases)
            ),
            frequency_hz=(
                None if wiring.direct else wiring.frequency_hz + self._noise(_FREQUENCY_SPREAD_HZ)
            ),
            soc=soc,
            others=tuple(self._others()),
        )

    def _phases_wh(self, energy_wh: float) -> list[float]:
        """The register of each phase, with so much more on those that are used."""
        used = 0 if self._flow is None else self._flow.phases
        return [
            register + (energy_wh / used if number < used else 0.0)
            for number, register in enumerate(self._by_phase_wh)
        ]

    def _others(self) -> Iterator[Measured]:
        """What a full meter shows besides; with alternating current."""
        wiring, flow = self._wiring, self._flow
        if not wiring.full_meter or wiring.direct:
            return
        now = asyncio.get_running_loop().time() if flow is not None else 0.0
        power_w = 0.0 if flow is None else flow.power_w(now)
        used = 0 if flow is None else flow.phases
        registers = self._phases_wh(0.0 if flow is None else flow.energy_wh(now))
        lines = _LINES[: wiring.phases]
        for phase, register in zip(lines, registers, strict=True):
            yield Measured(Measurand.ENERGY_ACTIVE_IMPORT_REGISTER, register, phase)
        for number, phase in enumerate(lines):
            share = power_w / used if number < used else 0.0
            yield Measured(Measurand.POWER_ACTIVE_IMPORT, share, phase)
        yield Measured(Measurand.ENERGY_ACTIVE_EXPORT_REGISTER, 0.0, unit=Unit.KWH)
        yield Measured(
            Measurand.ENERGY_REACTIVE_IMPORT_REGISTER,
            sum(registers) * _REACTIVE / 1000,
            unit=Unit.VARH,
            multiplier=3,
        )
        yield Measured(Measurand.POWER_REACTIVE_IMPORT, power_w * _REACTIVE)
        yield Measured(Measurand.POWER_FACTOR, _FACTOR if power_w else 1.0)
        warms = power_w / (wiring.voltage * wiring.phases * wiring.max_current_a)
        celsius = _IDLE_CELSIUS + _WARMS_CELSIUS * warms
        yield Measured(Measurand.TEMPERATURE, celsius, location=Location.BODY)
        yield Measured(Measurand.RPM, _FAN_RPM if power_w else 0.0, location=Location.BODY)
        upstream = _BUILDING_W + power_w
        yield Measured(Measurand.POWER_ACTIVE_IMPORT, upstream, location=Location.UPSTREAM)

    def _noise(self, spread: float) -> float:
        if self._random is None:
            return 0.0
        return spread * min(max(self._random.gauss(0.0, 1.0), -_WIDEST), _WIDEST)
