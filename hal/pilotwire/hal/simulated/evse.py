"""One simulated EVSE: its hardware as a station sees it, and what people can do to it.

Every change, whoever made it, goes the same way: the vehicle sees the new supply, the meter follows
what the vehicle draws, and the pilot is reported if it became another.
"""

import math

from pilotwire.hal.interfaces import (
    ConnectorKind,
    EventSink,
    FaultCleared,
    FaultRaised,
    HardwareError,
    MeterReading,
    PilotChanged,
    PilotState,
    TokenPresented,
)
from pilotwire.hal.simulated.flow import Supply
from pilotwire.hal.simulated.meter import Meter, Wiring
from pilotwire.hal.simulated.parts import Contactor, Lock, Reader
from pilotwire.hal.simulated.vehicle import ElectricVehicle

__all__ = ["SimulatedEvse"]

_LEAST_OFFER_A = 6.0  # IEC 61851-1: the PWM of the pilot cannot express less


class SimulatedEvse:
    """An outlet that can charge one `ElectricVehicle` at a time; made by `SimulatedStation`.

    `contactor`, `lock`, `meter` and `reader` have the ways in which they break; all of them begin
    well.
    """

    def __init__(self, evse_id: int, wiring: Wiring, meter: Meter, report: EventSink) -> None:
        self._id = evse_id
        self._wiring = wiring
        self._report = report
        self._vehicle: ElectricVehicle | None = None
        self._offered_a = 0.0
        self._powered = False
        self._shorted = False
        self._pilot = PilotState.A
        self._fault: FaultRaised | None = None
        self.meter = meter
        self.contactor = Contactor(f"EVSE {evse_id}: the contactor", self._refresh)
        self.lock = Lock(f"EVSE {evse_id}: the lock")
        self.reader = Reader(f"EVSE {evse_id}: the reader")

    # What it is.

    @property
    def id(self) -> int:
        """Its number in the station, from 1 on."""
        return self._id

    @property
    def kind(self) -> ConnectorKind:
        """What the connector is."""
        return self._wiring.kind

    @property
    def phases(self) -> int:
        """How many phases are wired."""
        return self._wiring.phases

    @property
    def max_current_a(self) -> float:
        """The most that it offers, in amperes a phase."""
        return self._wiring.max_current_a

    @property
    def vehicle(self) -> ElectricVehicle | None:
        """The vehicle on the cable."""
        return self._vehicle

    @property
    def offered_a(self) -> float:
        """The station's last offer, in amperes a phase."""
        return self._offered_a

    @property
    def fault(self) -> FaultRaised | None:
        """The fault that stands."""
        return self._fault

    # What the station does with it.

    async def pilot_state(self) -> PilotState:
        """Read the Control Pilot."""
        return self._pilot

    async def offer_current(self, amperes: float) -> None:
        """Offer so much a phase.

        More than `max_current_a` becomes that; less than 6 A is no offer for AC, as the pilot
        cannot express it. Raises `HardwareError` for a negative or infinite current, and before the
        station is started.
        """
        if not math.isfinite(amperes) or amperes < 0:
            raise HardwareError(
                f"EVSE {self._id} cannot offer {amperes} A; 0 or more can be offered"
            )
        if amperes and not self._powered:
            raise HardwareError(f"EVSE {self._id} cannot offer current: the station is not started")
        self._offered_a = min(amperes, self._wiring.max_current_a)
        self._refresh()

    async def close_contactor(self) -> None:
        """Connect the outlet to the mains."""
        await self.contactor.close()

    async def open_contactor(self) -> None:
        """Disconnect the outlet."""
        await self.contactor.open()

    async def lock_connector(self) -> None:
        """Hold the plug; nothing for a fixed cable. Raises `HardwareError` without a plug."""
        if not self._wiring.socket:
            return
        if self._vehicle is not None:
            await self.lock.lock()
        if self._vehicle is None:  # also where it was pulled while the bolt travelled
            self.lock.give_way()
            raise HardwareError(f"EVSE {self._id}: there is no plug in the socket to lock")

    async def unlock_connector(self) -> None:
        """Release the plug; nothing for a fixed cable."""
        if self._wiring.socket:
            await self.lock.unlock()

    async def read_meter(self) -> MeterReading:
        """Read all of the meter at one instant."""
        return await self.meter.read(self._visible_soc)

    # What people do.

    async def plug_in(self, vehicle: ElectricVehicle) -> None:
        """Plug a vehicle in. Raises `HardwareError` when the EVSE or the vehicle is taken."""
        if self._vehicle is not None:
            raise HardwareError(f"EVSE {self._id}: there is another vehicle on the cable")
        vehicle.connect(self.meter.settle, self._observe)
        self._vehicle = vehicle
        self._refresh()

    async def unplug(self) -> None:
        """Pull the plug, under load too; raises `HardwareError` for a locked or missing one."""
        if self.lock.locked:
            raise HardwareError(f"EVSE {self._id}: the plug is locked; unlock it or tear it out")
        await self.tear_out()

    async def tear_out(self) -> None:
        """Remove the plug by force, locked or not, like one who drives away with the cable in."""
        vehicle = self._vehicle
        if vehicle is None:
            raise HardwareError(f"EVSE {self._id}: there is no vehicle to unplug")
        vehicle.disconnect()
        self._vehicle = None
        self.lock.give_way()
        self._observe()

    async def swipe(self, token: str, *, kind: str = "ISO14443") -> None:
        """Hold a card to this EVSE's reader; no effect while the reader or station is off."""
        if self.reader.works:
            self._report(TokenPresented(token, kind, self._id))

    # What goes wrong.

    def fail(self, code: str, info: str = "") -> None:
        """Raise a fault, in OCPP 1.6's ChargePointErrorCode words.

        This only reports, and replaces a fault that stood: it is for the station to act."""
        fault = FaultRaised(self._id, code, info)
        if fault != self._fault:
            self._fault = fault
            self._report(fault)

    def clear_fault(self) -> None:
        """End the fault that stands, if any."""
        if self._fault is not None:
            self._fault = None
            self._report(FaultCleared(self._id))

    def short_pilot(self) -> None:
        """Short the Control Pilot: state E, and the vehicle sees no offer, until restored."""
        self._shorted = True
        self._refresh()

    def restore_pilot(self) -> None:
        """End the short of the Control Pilot."""
        self._shorted = False
        self._refresh()

    # What the station class does.

    def power_up(self) -> None:
        """Begin to work, with the contactor open; welded contacts are a fault."""
        self._powered = True
        self.contactor.power_up()
        if self.contactor.closed:
            self.fail("PowerSwitchFailure", "the contactor is closed though it was told to be open")

    def power_down(self) -> None:
        """Offer nothing, open the contactor, and leave nothing that waits for a time to come."""
        self._powered = False
        self._offered_a = 0.0
        self.contactor.power_down()
        self._refresh()

    def announce(self) -> None:
        """Report what stands: the fault, and the pilot where it is not in state A."""
        if self._fault is not None:
            self._report(self._fault)
        if self._pilot is not PilotState.A:
            self._report(PilotChanged(self._id, self._pilot))

    def _refresh(self) -> None:
        """Something on the station's side changed."""
        if self._vehicle is not None:
            self._vehicle.see(self._supply())
        self._observe()

    def _observe(self) -> None:
        """Let the meter follow what is drawn, and report the pilot if it changed."""
        self.meter.follow(self._vehicle.flow if self._vehicle else None)
        pilot = self._read_pilot()
        if pilot is not self._pilot:
            self._pilot = pilot
            self._report(PilotChanged(self._id, pilot))

    def _supply(self) -> Supply:
        wiring = self._wiring
        expressible = wiring.direct or self._offered_a >= _LEAST_OFFER_A
        return Supply(
            offered_a=self._offered_a if expressible and not self._shorted else 0.0,
            live=self.contactor.closed,
            phases=wiring.phases,
            voltage=wiring.voltage,
            direct=wiring.direct,
        )

    def _visible_soc(self) -> float | None:
        if self._vehicle is None or not self._wiring.reports_soc:
            return None
        return self._vehicle.soc

    def _read_pilot(self) -> PilotState:
        if self._shorted:
            return PilotState.E
        if self._vehicle is None:
            return PilotState.A
        return PilotState.C if self._vehicle.asks else PilotState.B
