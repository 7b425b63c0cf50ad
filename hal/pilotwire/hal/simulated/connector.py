"""One simulated connector: pilot, contactor and lock, and the vehicle that is plugged into it.

Every change, whoever made it, goes the same way: the vehicle sees the new supply, the meter follows
what the vehicle draws, and the pilot is reported if it became another.
"""

import asyncio
import math
from collections.abc import Callable
from contextlib import suppress

from pilotwire.hal.interfaces import (
    ConnectorKind,
    EventSink,
    HardwareError,
    PilotChanged,
    PilotState,
    PlugChanged,
)
from pilotwire.hal.simulated.flow import Supply
from pilotwire.hal.simulated.meter import Wiring
from pilotwire.hal.simulated.parts import Contactor, Lock
from pilotwire.hal.simulated.vehicle import ElectricVehicle

__all__ = ["SimulatedConnector"]

_LEAST_OFFER_A = 6.0  # IEC 61851-1: the PWM of the pilot cannot express less
_HANDS_S = 2.0  # how long it takes to unlock a vehicle and pull a plug


class SimulatedConnector:
    """An outlet for one `ElectricVehicle`; made by `SimulatedStation`.

    `contactor` and `lock` have the ways in which they break; both begin well. `settle` takes the
    watt-hours of a stretch of charging that ended, `moved` is called when something may draw
    another current than before.
    """

    def __init__(
        self,
        place: tuple[int, int],
        wiring: Wiring,
        report: EventSink,
        settle: Callable[[float], None],
        moved: Callable[[], None],
    ) -> None:
        self._evse_id, self._connector_id = place
        self._wiring = wiring
        self._report = report
        self._settle = settle
        self._moved = moved
        self._vehicle: ElectricVehicle | None = None
        self._offered_a = 0.0
        self._offered_w = math.inf
        self._wanted_a = 0.0
        self._powered = False
        self._shorted = False
        self._dead = False
        self._plug_left: ElectricVehicle | None = None
        self._pilot = PilotState.A
        self._name = f"EVSE {self._evse_id}"
        if self._connector_id != 1:
            self._name += f", connector {self._connector_id}"
        self.phases_fed = wiring.phases
        """How many phases there are ahead of the contactor."""
        self.contactor = Contactor(f"{self._name}: the contactor", self._refresh)
        self.lock = Lock(f"{self._name}: the lock")

    # What it is.

    @property
    def kind(self) -> ConnectorKind:
        """What the connector is."""
        return self._wiring.kind

    @property
    def vehicle(self) -> ElectricVehicle | None:
        """The vehicle on the cable."""
        return self._vehicle

    @property
    def offered_a(self) -> float:
        """The station's last offer, in amperes a phase."""
        return self._offered_a

    @property
    def wanted_a(self) -> float:
        """What the vehicle was last asked to give back, in amperes a phase."""
        return self._wanted_a

    @property
    def pilot(self) -> PilotState:
        """The state of the Control Pilot."""
        return self._pilot

    @property
    def cable_current_a(self) -> float | None:
        """What the cable in the socket bears, in amperes a phase; None without one, and of a fixed
        cable. Raises `HardwareError` for one that does not say so.
        """
        owner = self._vehicle or self._plug_left
        if not self._wiring.socket or owner is None:
            return None
        if owner.cable_a is None:
            raise HardwareError(f"{self._name}: the cable does not say what it bears")
        return owner.cable_a

    # What the station does with it.

    async def pilot_state(self) -> PilotState:
        """Read the Control Pilot."""
        return self._pilot

    async def offer_current(self, amperes: float) -> None:
        """Offer so much a phase.

        More than the EVSE's `max_current_a` becomes that; less than 6 A is no offer for AC, as the
        pilot cannot express it. Raises `HardwareError` for a negative or infinite current, and
        before the station is started.
        """
        if not math.isfinite(amperes) or amperes < 0:
            raise HardwareError(f"{self._name} cannot offer {amperes} A; 0 or more can be offered")
        if amperes and not self._powered:
            raise HardwareError(f"{self._name} cannot offer current: the station is not started")
        self._offered_a = min(amperes, self._wiring.max_current_a)
        self._refresh()

    async def offer_power(self, watts: float) -> None:
        """With direct current: deliver at most so many watts. Raises `HardwareError` for a negative
        or infinite power.
        """
        if not math.isfinite(watts) or watts < 0:
            raise HardwareError(f"{self._name} cannot offer {watts} W; 0 or more can be offered")
        self._offered_w = watts
        self._refresh()

    async def take_current(self, amperes: float) -> None:
        """Ask the vehicle to give back so much a phase, within what it is offered; 0 ends it.

        A vehicle that can does so while it is connected to the mains, and until it is down to its
        reserve; another does not care. Raises `HardwareError` for a negative or infinite current.
        """
        if not math.isfinite(amperes) or amperes < 0:
            raise HardwareError(f"{self._name} cannot take {amperes} A; 0 or more can be taken")
        self._wanted_a = amperes
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
        if self._has_plug:
            await self.lock.lock()
        if not self._has_plug:  # also where it was pulled while the bolt travelled
            self.lock.give_way()
            raise HardwareError(f"{self._name}: there is no plug in the socket to lock")

    async def unlock_connector(self) -> None:
        """Release the plug; nothing for a fixed cable."""
        if self._wiring.socket:
            await self.lock.unlock()

    # What people do.

    async def plug_in(self, vehicle: ElectricVehicle) -> None:
        """Plug a vehicle in. Raises `HardwareError` when connector or vehicle is taken."""
        if self._vehicle is not None:
            raise HardwareError(f"{self._name}: there is another vehicle on the cable")
        vehicle.connect(self._settle, self._observe)
        self._vehicle = vehicle
        self._refresh()
        if self._powered:
            vehicle.begin_to_talk(self._evse_id, self._report)

    async def unplug(self) -> None:
        """Pull the plug, under load too; raises `HardwareError` for a locked or missing one."""
        if self.lock.locked:
            raise HardwareError(f"{self._name}: the plug is locked; unlock it or tear it out")
        await self.tear_out()

    async def tear_out(self) -> None:
        """Remove the plug by force, locked or not, like one who drives away with the cable in."""
        if not self._has_plug:
            raise HardwareError(f"{self._name}: there is no vehicle to unplug")
        self._part()
        seen = self._plug_left is not None or self.lock.locked
        self.lock.give_way()
        self._plug_left = None
        self._observe()
        if seen:  # else the pilot has said it all
            self._report(PlugChanged(self._evse_id, False, self._connector_id))

    async def leave_plug(self) -> None:
        """Pull the cable at the vehicle: its plug stays in the socket, locked or not, until it is
        unplugged. Raises `HardwareError` without a vehicle, and for a fixed cable.
        """
        if self._vehicle is None or not self._wiring.socket:
            raise HardwareError(f"{self._name}: there is no plug that a vehicle could leave")
        self._plug_left = self._vehicle
        self._part()
        self._report(PlugChanged(self._evse_id, True, self._connector_id))
        self._observe()

    async def depart(self, patience: float = 60.0) -> None:
        """Leave early, whatever there is in the battery: unlock the vehicle, which ceases to ask,
        pull the cable there, and then at the socket, once it is released.

        Whoever waited `patience` seconds for that leaves the cable behind. Raises `HardwareError`
        without a vehicle.
        """
        vehicle = self._vehicle
        if vehicle is None:
            raise HardwareError(f"{self._name}: there is no vehicle that could leave")
        was_paused = vehicle.paused
        vehicle.pause()
        await asyncio.sleep(_HANDS_S)
        if self._vehicle is vehicle:
            await (self.leave_plug() if self.lock.locked else self.tear_out())
        if not was_paused:
            vehicle.resume()
        if self._plug_left is vehicle:
            with suppress(TimeoutError):
                await asyncio.wait_for(self.lock.released(), patience)
        if self._plug_left is vehicle and not self.lock.locked:
            await self.unplug()

    # What goes wrong.

    def short_pilot(self) -> None:
        """Short the Control Pilot: state E, and the vehicle sees no offer, until restored."""
        self._shorted = True
        self._refresh()

    def restore_pilot(self) -> None:
        """End the short of the Control Pilot."""
        self._shorted = False
        self._refresh()

    # What the EVSE does.

    def power_up(self) -> None:
        """Begin to work, with the contactor open."""
        self._powered = True
        self.contactor.power_up()

    def power_down(self) -> None:
        """Offer nothing, open the contactor, and leave nothing that waits for a time to come."""
        self._powered = False
        self._offered_a = self._wanted_a = 0.0
        self._offered_w = math.inf
        self.contactor.power_down()
        if self._vehicle is not None:
            self._vehicle.end_talk()
        self._refresh()

    def feed_phases(self, phases: int) -> None:
        """Let there be so many phases ahead of the contactor."""
        self.phases_fed = phases
        self._refresh()

    def feed(self, *, live: bool) -> None:
        """Let there be mains ahead of the contactor, or none."""
        self._dead = not live
        self._refresh()

    def announce(self) -> None:
        """Report the pilot where it is not in state A, and a plug that was left."""
        if self._plug_left is not None:
            self._report(PlugChanged(self._evse_id, True, self._connector_id))
        if self._pilot is not PilotState.A:
            self._report(PilotChanged(self._evse_id, self._pilot, self._connector_id))
        if self._vehicle is not None:
            self._vehicle.begin_to_talk(self._evse_id, self._report)

    @property
    def _has_plug(self) -> bool:
        return self._vehicle is not None or self._plug_left is not None

    def _part(self) -> None:
        """The vehicle is not on the cable any more."""
        if self._vehicle is not None:
            self._vehicle.disconnect()
            self._vehicle = None

    def _refresh(self) -> None:
        """Something on the station's side changed."""
        if self._vehicle is not None:
            self._vehicle.see(self._supply())
        self._observe()

    def _observe(self) -> None:
        """Let the meter follow what is drawn, and report the pilot if it changed."""
        self._moved()
        pilot = self._read_pilot()
        if pilot is not self._pilot:
            self._pilot = pilot
            self._report(PilotChanged(self._evse_id, pilot, self._connector_id))

    def _supply(self) -> Supply:
        wiring = self._wiring
        expressible = wiring.direct or self._offered_a >= _LEAST_OFFER_A
        offered_a = self._offered_a
        if wiring.direct:
            offered_a = min(offered_a, self._offered_w / wiring.voltage)
        return Supply(
            offered_a=offered_a if expressible and not self._shorted else 0.0,
            live=self.contactor.closed and not self._dead,
            phases=self.phases_fed,
            voltage=wiring.voltage,
            direct=wiring.direct,
            wanted_a=self._wanted_a,
            cable_a=self._bears_a(),
        )

    def _bears_a(self) -> float:
        """What the vehicle, which reads it too, sees that the cable bears."""
        if self._vehicle is None or not self._wiring.socket:
            return math.inf
        return self._vehicle.cable_a or 0.0

    def _read_pilot(self) -> PilotState:
        if self._shorted:
            return PilotState.E
        vehicle = self._vehicle
        if vehicle is None:
            return PilotState.A
        # The diode shows in the lower half of the PWM.
        return PilotState.E if vehicle.diode_broken and self._offered_a else vehicle.pilot
