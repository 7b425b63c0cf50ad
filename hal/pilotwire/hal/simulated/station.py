"""A simulated charging station: its EVSEs, one common card reader, and the memory of its meters."""

from collections.abc import Sequence
from pathlib import Path
from random import Random

from pilotwire.hal.interfaces import (
    WHOLE_STATION,
    AnyFaultCode,
    AnyTokenKind,
    ConnectorKind,
    EventSink,
    ExternalLimitChanged,
    FaultCode,
    HardwareError,
    HardwareEvent,
    TokenKind,
    TokenPresented,
)
from pilotwire.hal.simulated.evse import SigningEvse, SimulatedEvse
from pilotwire.hal.simulated.faults import StandingFaults
from pilotwire.hal.simulated.main_meter import SimulatedMainMeter
from pilotwire.hal.simulated.memory import RegisterFile, Registers
from pilotwire.hal.simulated.meter import DC_KINDS, Meter, MeterClass, Wiring
from pilotwire.hal.simulated.parts import Reader
from pilotwire.hal.simulated.updater import SimulatedUpdater

__all__ = ["SimulatedStation"]


class SimulatedStation:
    """A charger that is not there, for the hardware of a charging station.

    - `evses`: how many EVSEs there are, all alike.
    - `random`: the noise on voltages and frequency; without it, both are shown as they are
      nominally.
    - `memory`: a file in which the energy registers survive the process; without it they begin at 0
      Wh. It is written when energy begins or ceases to flow, at every reading, and every 5 s of
      charging.
    - `phases`, `max_current_a`, `voltage`, `frequency_hz`: of each EVSE; amperes a phase, volts
      phase to neutral. Kinds with DC have one phase, and `voltage` is between the poles.
    - `kind`: the connector. Only the socket can lock its plug; the others have a fixed cable.
    - `connectors`: instead of `kind`, several connectors on each EVSE, of which one at a time can
      be used; all for AC, or all for DC.
    - `bay_sensors`: whether the parking bays are watched (`SimulatedEvse.drive_in`).
    - `phase_pause_s`: with it, EVSEs of three phases can leave two of them out, and for so many
      seconds nothing is to be offered before they do.
    - `full_meters`: whether meters show more than the register, power, currents, voltages and the
      frequency: with AC, registers and power of each phase, export, reactive energy and power, the
      power factor, temperature, fan speed, and what the building draws.
    - `signing`: whether meters sign their register when they are asked to, as OCMF texts.
    - `main_meter`: whether the station has a meter of its own, at its inlet.
    - `meter_class`: how exact the meters are, drawn from `random`, which it needs: each is off by a
      little of its own, and the powers and currents that are read differ a little from time to
      time. Without it they are exact.
    - `bidirectional`: whether meters show what vehicles give back: register, power and currents of
      the export.
    - `updater`: what installs firmware; without it, nothing does.
    - `reports_soc`: whether readings have the vehicle's state of charge. By default only those of
      DC chargers do: over an AC plug, a station cannot know it.

    Raises `ValueError` for a station that cannot exist, and `HardwareError` when `memory` is
    damaged, another station's, or cannot be read.

    Events are reported within the call that causes them (so, for one, within `offer_current(0)` the
    sink hears that the pilot went to B), or within a timer of the loop where the vehicle acts by
    itself.
    """

    def __init__(
        self,
        evses: int = 2,
        *,
        random: Random | None = None,
        memory: Path | None = None,
        phases: int = 3,
        max_current_a: float = 32.0,
        voltage: float = 230.0,
        frequency_hz: float = 50.0,
        kind: ConnectorKind = ConnectorKind.TYPE2_SOCKET,
        connectors: Sequence[ConnectorKind] = (),
        bay_sensors: bool = False,
        phase_pause_s: float | None = None,
        reports_soc: bool | None = None,
        full_meters: bool = False,
        signing: bool = False,
        main_meter: bool = False,
        meter_class: MeterClass | None = None,
        bidirectional: bool = False,
        updater: SimulatedUpdater | None = None,
    ) -> None:
        kind, *others = connectors or (kind,)
        if reports_soc is None:
            reports_soc = kind in DC_KINDS
        if meter_class is not None and random is None:
            raise ValueError("what meters with a class show is drawn: give random, too")
        wiring = Wiring(
            kind,
            phases,
            max_current_a,
            voltage,
            frequency_hz,
            reports_soc,
            full_meters,
            bidirectional,
            meter_class,
        )
        if evses < 1 or min(max_current_a, voltage, frequency_hz) <= 0:
            raise ValueError("evses, max_current_a, voltage and frequency_hz are more than 0")
        if phases not in {1, 3} or (wiring.direct and phases != 1):
            raise ValueError(f"phases is 1 or 3, and 1 for DC; it is {phases} for {kind.value}")
        if phase_pause_s is not None and (phases == 1 or phase_pause_s < 0):
            raise ValueError("phases are switched where there are 3, after 0 s or more")
        if any((other in DC_KINDS) is not wiring.direct for other in others):
            raise ValueError("the connectors of an EVSE are all for AC, or all for DC")
        self._sink: EventSink | None = None
        self._bay_sensors = bay_sensors
        self._phase_pause_s = phase_pause_s
        self._faults = StandingFaults(WHOLE_STATION, self._report)
        self._memory = RegisterFile(memory) if memory is not None else None
        nothing = Registers(0.0)
        registers = [nothing] * evses if self._memory is None else self._memory.load(evses)
        self._evses = tuple(
            self._build(evse_id, wiring, others, register, random, signing=signing)
            for evse_id, register in enumerate(registers, start=1)
        )
        self.reader = Reader("the station's reader", self._miss_reader)
        self.main_meter = SimulatedMainMeter(self._evses) if main_meter else None
        """The meter of the station as a whole, where it has one."""
        self.updater = updater
        """What installs firmware, where something does."""

    @property
    def evses(self) -> tuple[SimulatedEvse, ...]:
        """The EVSEs; the first one is EVSE 1."""
        return self._evses

    def evse(self, evse_id: int) -> SimulatedEvse:
        """The EVSE with this number, from 1 on; raises `IndexError` where there is none."""
        if not 1 <= evse_id <= len(self._evses):
            raise IndexError(f"there is no EVSE {evse_id}: the station has 1 to {len(self._evses)}")
        return self._evses[evse_id - 1]

    async def start(self, sink: EventSink) -> None:
        """Begin to work, with all contactors open.

        Reports the faults that stand and the vehicles that are plugged in, then every change.
        Raises `HardwareError` when started already.
        """
        if self._sink is not None:
            raise HardwareError("the station is started already; stop it first")
        for evse in self._evses:
            evse.power_up()
        self._sink = sink
        self._announce()

    async def stop(self) -> None:
        """Open all contactors; report nothing and let nothing happen any more.

        Raises `HardwareError`, with all of that done, when a contactor is welded.
        """
        self._sink = None
        for evse in self._evses:
            evse.power_down()
        welded = [str(evse.id) for evse in self._evses if evse.welded]
        if welded:
            raise HardwareError(f"the contactor of EVSE {', '.join(welded)} does not open")

    async def reboot(self) -> None:
        """Restart, at once: contactors open, no offers, then faults and pilots reported anew.

        Locks stay as they are. A welded contactor is reported as a fault. Raises `HardwareError`
        when the station is not started.
        """
        sink, self._sink = self._sink, None
        if sink is None:
            raise HardwareError("the station cannot reboot: it is not started")
        for evse in self._evses:
            evse.power_down()
            evse.power_up()
        if self.updater is not None:
            self.updater.boot()
        self._sink = sink
        self._announce()

    async def swipe(
        self,
        token: str,
        *,
        kind: AnyTokenKind = TokenKind.ISO14443,
        additional: tuple[tuple[str, str], ...] = (),
    ) -> None:
        """Hold a card to the common reader; no effect while the reader or station is off."""
        if self.reader.works:
            self._report(TokenPresented(token, kind, additional=additional))

    def fail(self, code: AnyFaultCode, info: str = "") -> None:
        """Raise a fault of the whole station, such as `FaultCode.EMERGENCY_STOP`."""
        self._faults.raised(code, info)

    def clear_fault(self, code: AnyFaultCode | None = None) -> None:
        """End the station's fault with this code if it stands, or all that stand."""
        self._faults.cleared(code)

    def brown_out(self) -> None:
        """Let the mains of the whole station sag: all contactors fall open and none closes, and
        that is a fault of the station. Its controller has a battery of its own.
        """
        for evse in self._evses:
            evse.sag(low=True)
        self.fail(FaultCode.UNDER_VOLTAGE, "brown-out")

    def restore_mains(self) -> None:
        """Let the voltage be as it should be again."""
        for evse in self._evses:
            evse.sag(low=False)
        self.clear_fault(FaultCode.UNDER_VOLTAGE)

    def _miss_reader(self, missing: bool) -> None:
        if missing:
            self.fail(FaultCode.TOKEN_READER, "the reader does not answer")
        else:
            self.clear_fault(FaultCode.TOKEN_READER)

    def _build(
        self,
        evse_id: int,
        wiring: Wiring,
        others: Sequence[ConnectorKind],
        registers: Registers,
        random: Random | None,
        *,
        signing: bool,
    ) -> SimulatedEvse:
        meter = Meter(
            f"EVSE {evse_id}: the meter",
            wiring,
            registers=registers,
            random=random,
            save=self._save if self._memory is not None else None,
            trouble=lambda text: self.evse(evse_id).fail(FaultCode.METER, text),
        )
        if not signing:
            return SimulatedEvse(
                evse_id,
                wiring,
                meter,
                self._report,
                others,
                bay_sensor=self._bay_sensors,
                phase_pause_s=self._phase_pause_s,
            )
        # What signs takes long to be imported, and few have it.
        from pilotwire.hal.simulated.signing import Signer

        evse = SigningEvse(
            evse_id,
            wiring,
            meter,
            self._report,
            others,
            bay_sensor=self._bay_sensors,
            phase_pause_s=self._phase_pause_s,
        )
        evse.signer = Signer(f"SIM-{evse_id:04}")
        return evse

    def limit_externally(
        self,
        limit_a: float | None,
        evse_id: int = WHOLE_STATION,
        source: str = "EMS",
        *,
        critical: bool | None = None,
    ) -> None:
        """Somebody else than the CSMS allows so many amperes a phase (`ExternalLimitChanged`)."""
        self._report(ExternalLimitChanged(evse_id, limit_a, source, critical))

    def _announce(self) -> None:
        self._faults.announce()
        for evse in self._evses:
            evse.announce()

    def _report(self, event: HardwareEvent) -> None:
        if self._sink is not None:
            self._sink(event)

    def _save(self) -> None:
        if self._memory is not None:
            self._memory.save([evse.meter.registers for evse in self._evses])
