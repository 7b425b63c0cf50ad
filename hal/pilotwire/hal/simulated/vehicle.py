"""An electric vehicle: a battery, a charger, and the switch that asks for energy.

The vehicle owns what it draws. Whoever feeds it tells it what there is (`see`), and is told when it
changes its mind (`changed`) and how much a finished stretch of charging took (`delivered`).
"""

import asyncio
from collections.abc import Callable

from pilotwire.hal.interfaces import HardwareError
from pilotwire.hal.simulated.flow import Battery, Flow, Supply

__all__ = ["ElectricVehicle"]

_TRICKLE = (
    0.1  # what the charger still draws just before the battery is full, as a part of its maximum
)
_NOTHING = Supply()


class ElectricVehicle:
    """A vehicle with a battery, to be plugged into a `SimulatedEvse`.

    - `battery_kwh`: the usable capacity.
    - `soc`: the state of charge to begin with, in percent.
    - `max_current_a`, `phases`: the on-board charger's limits, in amperes a phase.
    - `max_dc_current_a`: what the battery takes from a DC charger, in amperes.
    - `taper_from`: the state of charge in percent from which on the current falls, linearly with
      the charge, from the maximum to a tenth of it; 100 for a vehicle that does not taper.
    - `efficiency`: the part of the mains' energy that arrives in the battery.
    - `ramp_a_per_s`: how fast the current grows, in amperes a second; it falls at once.
    - `wakes_after_s`: how long after an offer appears on the pilot the vehicle asks for energy, in
      seconds.

    Raises `ValueError` for a vehicle that cannot exist.
    """

    def __init__(
        self,
        battery_kwh: float = 60.0,
        soc: float = 40.0,
        *,
        max_current_a: float = 16.0,
        phases: int = 3,
        max_dc_current_a: float = 250.0,
        taper_from: float = 80.0,
        efficiency: float = 0.9,
        ramp_a_per_s: float = 4.0,
        wakes_after_s: float = 1.0,
    ) -> None:
        if not 0 <= soc <= 100 or not 0 <= taper_from <= 100:
            raise ValueError(f"soc ({soc}) and taper_from ({taper_from}) are percents: 0 to 100")
        if min(battery_kwh, max_current_a, max_dc_current_a, ramp_a_per_s) <= 0:
            raise ValueError("battery_kwh, the maximum currents and ramp_a_per_s are more than 0")
        if not 0 < efficiency <= 1 or wakes_after_s < 0 or phases not in {1, 2, 3}:
            raise ValueError("efficiency is in (0, 1], wakes_after_s at least 0, phases 1, 2 or 3")

        def battery(most_a: float) -> Battery:
            trickle_a = most_a * _TRICKLE
            return Battery(
                battery_kwh * 1000, most_a, taper_from, trickle_a, efficiency, ramp_a_per_s
            )

        self._ac = battery(max_current_a)
        self._dc = battery(max_dc_current_a)
        self._phases = phases
        self._wakes_after_s = wakes_after_s
        self._charge_wh = battery_kwh * 1000 * soc / 100
        self._paused = False
        self._asks = False
        self._supply = _NOTHING
        self._flow: Flow | None = None
        self._waking: asyncio.TimerHandle | None = None
        self._filling: asyncio.TimerHandle | None = None
        self._delivered: Callable[[float], None] | None = None
        self._changed: Callable[[], None] | None = None

    @property
    def soc(self) -> float:
        """The state of charge at this instant, in percent."""
        charge_wh = self._charge_wh
        if self._flow is not None:
            taken_wh = self._flow.energy_wh(asyncio.get_running_loop().time())
            charge_wh += taken_wh * self._ac.efficiency
        return min(100 * charge_wh / self._ac.capacity_wh, 100.0)

    @property
    def full(self) -> bool:
        """Whether the battery takes no more."""
        return self._flow is None and self._charge_wh >= self._ac.capacity_wh

    @property
    def paused(self) -> bool:
        """Whether the vehicle was told not to charge for now."""
        return self._paused

    @property
    def connected(self) -> bool:
        """Whether the vehicle is on a cable."""
        return self._changed is not None

    @property
    def asks(self) -> bool:
        """Whether the vehicle asks for energy: pilot state C."""
        return self._asks

    @property
    def flow(self) -> Flow | None:
        """What the vehicle draws at present; `None` for nothing."""
        return self._flow

    def pause(self) -> None:
        """Stop to charge for now, as by a timer or an app of the vehicle: the pilot goes to B."""
        self._paused = True
        self._reconsider()

    def resume(self) -> None:
        """Charge again: the pilot goes to C as soon as there is an offer and the vehicle woke."""
        self._paused = False
        self._reconsider()

    def connect(self, delivered: Callable[[float], None], changed: Callable[[], None]) -> None:
        """Go onto a cable; called by the EVSE.

        `delivered` is called with the watt-hours of every stretch of charging that ends, `changed`
        when `asks` or `flow` became another by the vehicle's own doing. Raises `HardwareError` when
        it is on a cable already.
        """
        if self.connected:
            raise HardwareError("the vehicle is plugged in elsewhere; unplug it there first")
        self._delivered, self._changed = delivered, changed

    def disconnect(self) -> None:
        """Leave the cable; called by the EVSE."""
        self.see(_NOTHING)
        self._delivered = self._changed = None

    def see(self, supply: Supply) -> None:
        """Take note of what there is at the end of the cable; called by the EVSE at each change."""
        if supply == self._supply:
            return
        self._supply = supply
        self._decide()

    def _reconsider(self) -> None:
        if self._changed is None:
            return
        self._decide()
        self._changed()

    def _decide(self) -> None:
        """Ask for energy or cease to, and draw accordingly."""
        loop = asyncio.get_running_loop()
        current_a = self._settle(loop.time())
        wants = self._supply.offered_a > 0 and not self._paused and not self.full
        if not wants:
            self._asks = False
            if self._waking is not None:
                self._waking.cancel()
                self._waking = None
        elif not self._asks and not self._wakes_after_s:
            self._asks = True
        elif not self._asks and self._waking is None:
            self._waking = loop.call_later(self._wakes_after_s, self._wake)
        if self._asks and self._supply.live:
            self._draw(loop, current_a)

    def _draw(self, loop: asyncio.AbstractEventLoop, current_a: float) -> None:
        direct = self._supply.direct
        battery = self._dc if direct else self._ac
        phases = 1 if direct else min(self._phases, self._supply.phases)
        self._flow = battery.flow(
            self._supply,
            phases=phases,
            since=loop.time(),
            charge_wh=self._charge_wh,
            current_a=current_a,
        )
        self._filling = loop.call_at(self._flow.full_at, self._fill)

    def _settle(self, now: float) -> float:
        """End the present flow at `now`; return its last current in amperes."""
        flow, self._flow = self._flow, None
        if self._filling is not None:
            self._filling.cancel()
            self._filling = None
        if flow is None or self._delivered is None:
            return 0.0
        energy_wh = flow.energy_wh(now)
        self._charge_wh += energy_wh * self._ac.efficiency
        self._delivered(energy_wh)
        return flow.current_a(now)

    def _wake(self) -> None:
        self._waking = None
        self._asks = True
        self._reconsider()

    def _fill(self) -> None:
        """The battery is full: take exactly what was missing, whenever the loop came to call."""
        if self._flow is None:
            return
        self._settle(self._flow.full_at)
        self._charge_wh = self._ac.capacity_wh
        self._reconsider()
