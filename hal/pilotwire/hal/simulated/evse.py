"""One simulated EVSE: its connectors with what they have in common, the meter before all."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pilotwire.hal.interfaces import (
    AnyFaultCode,
    AnyTokenKind,
    BayChanged,
    ConnectorKind,
    EventSink,
    FaultCleared,
    FaultCode,
    FaultRaised,
    HardwareError,
    Measurand,
    MeterReading,
    OfferedSchedule,
    Quantity,
    ReadingContext,
    TokenKind,
    TokenPresented,
)
from pilotwire.hal.simulated.connector import SimulatedConnector
from pilotwire.hal.simulated.faults import StandingFaults
from pilotwire.hal.simulated.flow import Flow
from pilotwire.hal.simulated.meter import Meter, Wiring
from pilotwire.hal.simulated.parts import PhaseSelector, Reader
from pilotwire.hal.simulated.talk import Talk

if TYPE_CHECKING:
    from pilotwire.hal.simulated.signing import Signer

__all__ = ["SigningEvse", "SimulatedEvse"]


class SimulatedEvse(SimulatedConnector):
    """An EVSE that can charge one `ElectricVehicle` at a time; made by `SimulatedStation`.

    It is its own first connector, which is the only one of most; `connector(2)` is another one. An
    interlock lets only one contactor of an EVSE be closed. `contactor`, `lock`, `meter`, `selector`
    and `reader` have the ways in which they break; all of them begin well.
    """

    __slots__ = (
        "_bay_occupied",
        "_bay_sensor",
        "_faults",
        "_others",
        "_sags",
        "_tripped",
        "meter",
        "phase_pause_s",
        "phases_switchable",
        "reader",
        "selector",
    )

    def __init__(
        self,
        evse_id: int,
        wiring: Wiring,
        meter: Meter,
        report: EventSink,
        others: Sequence[ConnectorKind] = (),
        *,
        bay_sensor: bool = False,
        phase_pause_s: float | None = None,
    ) -> None:
        super().__init__((evse_id, 1), wiring, report, meter.settle, self._follow)
        self._faults = StandingFaults(evse_id, report)
        self.meter = meter
        self.reader = Reader(f"EVSE {evse_id}: the reader", self._miss_reader)
        self._tripped = False
        self._sags = False
        self._bay_sensor = bay_sensor
        self._bay_occupied = False
        self.phase_pause_s = 0.0 if phase_pause_s is None else phase_pause_s
        """For how long nothing is offered before its phases are switched, in seconds."""
        self.phases_switchable = phase_pause_s is not None
        """Whether two of its phases can be left out."""
        self.selector = PhaseSelector(
            f"EVSE {evse_id}: the switch of the phases", wiring.phases, self._selected
        )
        """What leaves them out."""
        self._others = tuple(
            SimulatedConnector(
                (evse_id, number),
                replace(wiring, kind=kind),
                report,
                meter.settle,
                self._follow,
            )
            for number, kind in enumerate(others, start=2)
        )
        for connector in self.connectors if others else ():
            connector.contactor.interlock = self._interlock

    # What it is.

    @property
    def id(self) -> int:
        """Its number in the station, from 1 on."""
        return self._evse_id

    @property
    def phases(self) -> int:
        """How many phases are wired."""
        return self._wiring.phases

    @property
    def max_current_a(self) -> float:
        """The most that it offers, in amperes a phase."""
        return self._wiring.max_current_a

    @property
    def connectors(self) -> tuple[SimulatedConnector, ...]:
        """All connectors; the first one is the EVSE itself."""
        return (self, *self._others)

    def connector(self, connector_id: int) -> SimulatedConnector:
        """The connector with this number, from 1 on; raises `IndexError` where there is none."""
        if not 1 <= connector_id <= 1 + len(self._others):
            raise IndexError(
                f"there is no connector {connector_id}: EVSE {self.id} has 1 to "
                f"{1 + len(self._others)}"
            )
        return self.connectors[connector_id - 1]

    @property
    def has_bay_sensor(self) -> bool:
        """Whether its parking bay is watched."""
        return self._bay_sensor

    @property
    def bay_occupied(self) -> bool:
        """Whether something is in its parking bay."""
        return self._bay_occupied

    @property
    def faults(self) -> tuple[FaultRaised, ...]:
        """The faults that stand, the oldest first."""
        return self._faults.all

    @property
    def measures(self) -> tuple[Measurand | Quantity, ...]:
        """What its meter shows."""
        return self.meter.measures

    # What the station does with it.

    async def read_meter(self) -> MeterReading:
        """Read all of the meter at one instant."""
        return await self.meter.read(self._visible_soc)

    async def use_phases(self, count: int) -> None:
        """Connect so many phases when a contactor closes next. Raises `HardwareError` while one is
        closed, and where phases can't be switched.
        """
        if not self.phases_switchable or count not in {1, self.phases}:
            raise HardwareError(f"EVSE {self.id} can't have {count} phases connected")
        if self.welded:
            raise HardwareError(f"EVSE {self.id}: no phases are switched under load")
        await self.selector.select(count)

    async def offer_schedules(self, schedules: Sequence[OfferedSchedule]) -> None:
        """Give a vehicle that waits for schedules these to choose from; see `TalkingEvse`."""
        for talk in self._talks:
            talk.offer(schedules)

    async def renegotiate(self) -> None:
        """Have a vehicle that speaks ISO 15118 tell its needs again; see `TalkingEvse`."""
        for talk in self._talks:
            talk.renegotiate()

    # What people do.

    async def swipe(
        self,
        token: str,
        *,
        kind: AnyTokenKind = TokenKind.ISO14443,
        additional: tuple[tuple[str, str], ...] = (),
    ) -> None:
        """Hold a card to this EVSE's reader; no effect while the reader or station is off."""
        if self.reader.works:
            self._report(TokenPresented(token, kind, self.id, additional))

    def drive_in(self) -> None:
        """Drive something into the parking bay, which a sensor reports."""
        self._bay(occupied=True)

    def drive_out(self) -> None:
        """Leave the parking bay. Who is still plugged in has a long cable."""
        self._bay(occupied=False)

    def press_reset(self) -> None:
        """Press the service button: all faults are gone, those too that the station has found."""
        self.clear_fault()
        for code in FaultCode:
            self._report(FaultCleared(self.id, code))

    # What goes wrong.

    def fail(self, code: AnyFaultCode, info: str = "") -> None:
        """Raise a fault beside those that stand.

        This only reports: it is for the station to act."""
        self._faults.raised(code, info)

    def clear_fault(self, code: AnyFaultCode | None = None) -> None:
        """End the fault with this code if it stands, or all that stand."""
        self._faults.cleared(code)

    def trip_rcd(self) -> None:
        """Let the residual current device trip: nothing flows, whatever the contactor does, and a
        ground fault is raised.
        """
        self._tripped = True
        self._feed()
        self.fail(FaultCode.GROUND_FAULT, "the residual current device has tripped")

    def reset_rcd(self) -> None:
        """Switch the residual current device on again."""
        self._tripped = False
        self._feed()
        self.clear_fault(FaultCode.GROUND_FAULT)

    def overheat(self, celsius: float = 95.0) -> None:
        """Let it become so hot, in degrees Celsius, that this is a fault."""
        self.meter.celsius = celsius
        self.fail(FaultCode.HIGH_TEMPERATURE, f"{celsius:g} degrees Celsius")

    def cool_down(self) -> None:
        """Let it be as warm as it should be again."""
        self.meter.celsius = None
        self.clear_fault(FaultCode.HIGH_TEMPERATURE)

    def brown_out(self) -> None:
        """Let the mains sag at this EVSE: its contactors fall open and do not close, and that is a
        fault.
        """
        self.sag(low=True)
        self.fail(FaultCode.UNDER_VOLTAGE, "brown-out")

    def restore_mains(self) -> None:
        """Let the voltage be as it should be again."""
        self.sag(low=False)
        self.clear_fault(FaultCode.UNDER_VOLTAGE)

    # What the station class does.

    def sag(self, *, low: bool) -> None:
        """Let the mains sag, or no more, and tell nothing of it."""
        self._sags = low
        self.meter.sags = low
        for connector in self.connectors:
            connector.contactor.sag(low=low)
        self._feed()

    def power_up(self) -> None:
        """Begin to work, with all contactors open; welded contacts are a fault."""
        for connector in self._others:
            connector.power_up()
        super().power_up()
        if self.welded:
            self.fail(FaultCode.CONTACTOR, "the contactor is closed though it was told to be open")

    @property
    def welded(self) -> bool:
        """Whether a contactor is closed."""
        return any(connector.contactor.closed for connector in self.connectors)

    def power_down(self) -> None:
        """Offer nothing, open all contactors, and leave nothing that waits for a time to come."""
        for connector in self._others:
            connector.power_down()
        super().power_down()

    def announce(self) -> None:
        """Report what stands: the faults, the pilots that are not in state A, and the bay."""
        self._faults.announce()
        super().announce()
        for connector in self._others:
            connector.announce()
        if self._bay_sensor:
            self._report(BayChanged(self.id, self._bay_occupied))

    def _selected(self) -> None:
        for connector in self.connectors:
            connector.feed_phases(self.selector.phases)

    def _feed(self) -> None:
        for connector in self.connectors:
            connector.feed(live=not self._tripped and not self._sags)

    def _miss_reader(self, missing: bool) -> None:
        if missing:
            self.fail(FaultCode.TOKEN_READER, "the reader does not answer")
        else:
            self.clear_fault(FaultCode.TOKEN_READER)

    def _bay(self, *, occupied: bool) -> None:
        if self._bay_occupied is occupied:
            return
        self._bay_occupied = occupied
        if self._bay_sensor:
            self._report(BayChanged(self.id, occupied))

    def _interlock(self) -> None:
        if self.welded:
            raise HardwareError(f"EVSE {self.id}: one contactor is closed; no other one may close")

    def _follow(self) -> None:
        """Let the meter count what is drawn, wherever that is."""
        self.meter.follow(self._flow())

    def _flow(self) -> Flow | None:
        flows = (each.vehicle.flow for each in self.connectors if each.vehicle is not None)
        return next((flow for flow in flows if flow is not None), None)

    @property
    def _talks(self) -> list[Talk]:
        """What goes on with the vehicles here that speak ISO 15118."""
        vehicles = [each.vehicle for each in self.connectors if each.vehicle is not None]
        return [vehicle.talk for vehicle in vehicles if vehicle.talk is not None]

    def _visible_soc(self) -> float | None:
        if not self._wiring.reports_soc:
            return None
        vehicles = [each.vehicle for each in self.connectors if each.vehicle is not None]
        charging = (vehicle for vehicle in vehicles if vehicle.flow is not None)
        vehicle = next(charging, vehicles[0] if vehicles else None)
        return None if vehicle is None else vehicle.soc


class SigningEvse(SimulatedEvse):
    """One whose meter signs readings."""

    signer: "Signer"
    """What it signs with."""

    @property
    def public_key(self) -> str:
        """The key that the signatures are verified with."""
        return self.signer.public_key

    async def read_signed_meter(self, context: ReadingContext) -> MeterReading:
        """Read all of the meter at one instant, and sign the register."""
        reading = await self.read_meter()
        return replace(reading, signed=self.signer.sign(reading.energy_wh, context))
