"""An electric vehicle: a battery, a charger, and the switch that asks for energy.

The vehicle owns what it draws. Whoever feeds it tells it what there is (`see`), and is told when it
changes its mind (`changed`) and how much a finished stretch of charging took (`delivered`).
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace

from pilotwire.hal.interfaces import EventSink, HardwareError, PilotState
from pilotwire.hal.simulated.curve import by_charge, checked, taper
from pilotwire.hal.simulated.flow import Battery, Circuit, Flow, Supply
from pilotwire.hal.simulated.talk import Needs, Talk, needs

__all__ = ["ElectricVehicle"]

_FOLLOWS_S = 4.0  # what the on-board charger takes to turn all the way up; IEC 61851-1 allows 5 s
_DC_RAMP_A_PER_S = 20.0  # IEC 61851-23
_LONGEST_REACTION_S = 5.0  # IEC 61851-1 Annex A, for another duty cycle
_LEAST_A = 6.0  # what the pilot can express, and the least that a charger works with
_NOTHING = Supply()


class ElectricVehicle:
    """A vehicle with a battery, to be plugged into a `SimulatedEvse`.

    - `battery_kwh`: the usable capacity.
    - `soc`: the state of charge to begin with, in percent.
    - `max_current_a`, `phases`: the on-board charger's limits, in amperes a phase.
    - `min_current_a`: the least that the on-board charger works with: it takes a smaller offer for
      none. 6 A or more.
    - `max_dc_current_a`: what the battery takes from a DC charger, in amperes.
    - `taper_from`: the state of charge in percent from which on the current falls, linearly with
      the charge, from the maximum to a tenth of it; 100 for a vehicle that does not taper.
    - `dc_curve`: what the battery takes from a DC charger by its state of charge, instead of
      `max_dc_current_a` and `taper_from`: points of percent and amperes, 0.1 % or more apart, with
      straight lines between them, and as at the outermost points beyond those.
    - `efficiency`: the part of the mains' energy that arrives in the battery, and, where energy is
      given back, of the battery's that arrives at the mains.
    - `ramp_a_per_s`: how fast the current grows, in amperes a second; it falls at once. By default
      the on-board charger turns all the way up in 4 s, and 20 A/s with DC.
    - `wakes_after_s`: how long after an offer appears on the pilot the vehicle asks for energy, in
      seconds.
    - `reacts_after_s`: how long after the offer became another, or none, the vehicle follows, in
      seconds; IEC 61851-1 allows 5 s.
    - `target_soc`: the state of charge in percent from which on the vehicle does not ask any more.
    - `cable_a`: what the driver's own cable bears, which is used at a socket: 13, 20, 32 or 63 A.
      None for one that does not say so, over which nothing is charged.
    - `ventilation`: whether the vehicle wants the place to be ventilated: pilot state D, not C.
    - `max_discharge_a`: the most that it can give back, in amperes a phase, or of DC; 0 for a
      vehicle that can't.
    - `reserve_soc`: the state of charge in percent below which it gives nothing back.
    - `talk`: what it makes of ISO 15118, for a vehicle that speaks it.

    Raises `ValueError` for a vehicle that cannot exist.
    """

    __slots__ = (
        "__weakref__",
        "_ac",
        "_asks",
        "_cable_a",
        "_changed",
        "_charge_wh",
        "_dc",
        "_delivered",
        "_diode_broken",
        "_ending",
        "_flow",
        "_heeding",
        "_heeds",
        "_max_current_a",
        "_max_discharge_a",
        "_min_current_a",
        "_paused",
        "_phases",
        "_reacts_after_s",
        "_reserve_soc",
        "_supply",
        "_talk",
        "_target_soc",
        "_ventilation",
        "_wakes_after_s",
        "_waking",
    )

    def __init__(
        self,
        battery_kwh: float = 60.0,
        soc: float = 40.0,
        *,
        max_current_a: float = 16.0,
        min_current_a: float = _LEAST_A,
        phases: int = 3,
        max_dc_current_a: float = 250.0,
        taper_from: float = 80.0,
        dc_curve: Sequence[tuple[float, float]] | None = None,
        efficiency: float = 0.9,
        ramp_a_per_s: float | None = None,
        wakes_after_s: float = 1.0,
        reacts_after_s: float = 0.0,
        target_soc: float = 100.0,
        cable_a: float | None = 32.0,
        ventilation: bool = False,
        max_discharge_a: float = 0.0,
        reserve_soc: float = 20.0,
        talk: Talk | None = None,
    ) -> None:
        if not 0 <= soc <= 100 or not 0 <= taper_from <= 100:
            raise ValueError(f"soc ({soc}) and taper_from ({taper_from}) are percents: 0 to 100")
        if not 0 < target_soc <= 100 or not 0 <= reserve_soc <= 100:
            raise ValueError(
                f"target_soc ({target_soc}) and reserve_soc ({reserve_soc}) are percents: 0 to 100"
            )
        ramps = [1.0 if ramp_a_per_s is None else ramp_a_per_s]
        if min(battery_kwh, max_current_a, max_dc_current_a, *ramps) <= 0:
            raise ValueError("battery_kwh, the maximum currents and ramp_a_per_s are more than 0")
        if not 0 < efficiency <= 1 or wakes_after_s < 0 or phases not in {1, 2, 3}:
            raise ValueError("efficiency is in (0, 1], wakes_after_s at least 0, phases 1, 2 or 3")
        if min_current_a < _LEAST_A or max_discharge_a < 0:
            raise ValueError("min_current_a is 6 or more, max_discharge_a not negative")
        if not 0 <= reacts_after_s <= _LONGEST_REACTION_S:
            raise ValueError(f"reacts_after_s is 0 to {_LONGEST_REACTION_S:g}, as IEC 61851-1 says")
        if cable_a is not None and cable_a < _LEAST_A:
            raise ValueError(f"a cable bears 6 A or more, or does not say so, not {cable_a}")

        capacity_wh = battery_kwh * 1000
        self._ac = Battery(
            capacity_wh,
            by_charge(taper(max_current_a, taper_from), capacity_wh),
            efficiency,
            max_current_a / _FOLLOWS_S if ramp_a_per_s is None else ramp_a_per_s,
        )
        self._dc = replace(
            self._ac,
            curve=by_charge(
                taper(max_dc_current_a, taper_from) if dc_curve is None else checked(dc_curve),
                capacity_wh,
            ),
            ramp_a_per_s=_DC_RAMP_A_PER_S if ramp_a_per_s is None else ramp_a_per_s,
        )
        self._max_current_a = max_current_a
        self._min_current_a = min_current_a
        self._max_discharge_a = max_discharge_a
        self._reserve_soc = reserve_soc
        self._target_soc = target_soc
        self._phases = phases
        self._cable_a = cable_a
        self._ventilation = ventilation
        self._wakes_after_s = wakes_after_s
        self._reacts_after_s = reacts_after_s
        self._charge_wh = capacity_wh * soc / 100
        self._talk = talk
        self._paused = False
        self._diode_broken = False
        self._asks = False
        self._supply = _NOTHING
        self._heeds = (0.0, 0.0)  # what it acts on: the offer, and what is wanted back
        self._flow: Flow | None = None
        self._waking: asyncio.TimerHandle | None = None
        self._heeding: asyncio.TimerHandle | None = None
        self._ending: asyncio.TimerHandle | None = None
        self._delivered: Callable[[float], None] | None = None
        self._changed: Callable[[], None] | None = None

    # What it is, and does.

    @property
    def soc(self) -> float:
        """The state of charge at this instant, in percent."""
        charge_wh = self._charge_wh
        if self._flow is not None:
            taken_wh = self._flow.energy_wh(asyncio.get_running_loop().time())
            charge_wh += self._ac.gain_wh(taken_wh)
        return min(100 * charge_wh / self._ac.capacity_wh, 100.0)

    @property
    def full(self) -> bool:
        """Whether the battery takes no more."""
        return self._flow is None and self._charge_wh >= self._ac.capacity_wh

    @property
    def content(self) -> bool:
        """Whether the battery is as full as it is to be."""
        return self._flow is None and self._charge_wh >= self._goal_wh

    @property
    def target_soc(self) -> float:
        """The state of charge in percent from which on the vehicle does not ask any more."""
        return self._target_soc

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
        """Whether the vehicle asks for energy: pilot state C, or D."""
        return self._asks

    @property
    def pilot(self) -> PilotState:
        """What it makes of a sound pilot: B, C or D."""
        if not self._asks:
            return PilotState.B
        return PilotState.D if self._ventilation else PilotState.C

    @property
    def cable_a(self) -> float | None:
        """What the driver's cable bears, in amperes a phase; None where it does not say so."""
        return self._cable_a

    @property
    def diode_broken(self) -> bool:
        """Whether the diode in the pilot circuit of the vehicle is shorted."""
        return self._diode_broken

    @property
    def flow(self) -> Flow | None:
        """What the vehicle draws at present; `None` for nothing."""
        return self._flow

    @property
    def talk(self) -> Talk | None:
        """What it makes of ISO 15118; None for a vehicle that does not speak it."""
        return self._talk

    # What its driver does.

    def pause(self) -> None:
        """Stop to charge for now, as by a timer or an app of the vehicle: the pilot goes to B."""
        self._paused = True
        self._reconsider()

    def resume(self) -> None:
        """Charge again: the pilot goes to C as soon as there is an offer and the vehicle woke."""
        self._paused = False
        self._reconsider()

    def aim_for(self, soc: float) -> None:
        """Charge until there is so much in the battery, in percent. Less than there is already ends
        the charging, and gives nothing back. Raises `ValueError` for what is no percentage.
        """
        if not 0 < soc <= 100:
            raise ValueError(f"{soc} is no state of charge to aim for: more than 0, 100 at most")
        self._target_soc = soc
        self._reconsider()

    # What goes wrong.

    def break_diode(self) -> None:
        """Short the diode of the pilot circuit: the pilot swings up as far as down."""
        self._diode_broken = True
        self._tell()

    def repair_diode(self) -> None:
        """Let it be as it should again."""
        self._diode_broken = False
        self._tell()

    # What the EVSE does.

    def connect(self, delivered: Callable[[float], None], changed: Callable[[], None]) -> None:
        """Go onto a cable; called by the EVSE.

        `delivered` is called with the watt-hours of every stretch of charging that ends, negative
        of one in which energy was given back, `changed` when `asks` or `flow` became another by the
        vehicle's own doing. Raises `HardwareError` when it is on a cable already.
        """
        if self.connected:
            raise HardwareError("the vehicle is plugged in elsewhere; unplug it there first")
        self._delivered, self._changed = delivered, changed

    def begin_to_talk(self, evse_id: int, report: EventSink) -> None:
        """Speak ISO 15118 from now on, if it can; called by the EVSE."""
        if self._talk is not None:
            self._talk.begin(evse_id, report, self._needs, self._reconsider)
            self._talk.see(offered=self._supply.offered_a > 0)

    def end_talk(self) -> None:
        """There is nobody to talk to any more; called by the EVSE."""
        if self._talk is not None:
            self._talk.end()

    def disconnect(self) -> None:
        """Leave the cable; called by the EVSE."""
        self.end_talk()
        self._supply, self._heeds = _NOTHING, (0.0, 0.0)
        self._heeding = _cancelled(self._heeding)
        self._decide()
        self._delivered = self._changed = None

    def see(self, supply: Supply) -> None:
        """Take note of what there is at the end of the cable; called by the EVSE at each change."""
        if supply == self._supply:
            return
        self._supply = supply
        told = supply.offered_a, supply.wanted_a
        if told == self._heeds:
            self._heeding = _cancelled(self._heeding)
        elif not self._reacts_after_s or not self._heeds[0]:
            self._heeds = told
        elif self._heeding is None:
            loop = asyncio.get_running_loop()
            self._heeding = loop.call_later(self._reacts_after_s, self._heed)
        if self._talk is not None:
            self._talk.see(offered=supply.offered_a > 0)
        self._decide()

    def _heed(self) -> None:
        self._heeding = None
        self._heeds = self._supply.offered_a, self._supply.wanted_a
        self._reconsider()

    def _reconsider(self) -> None:
        if self._changed is None:
            return
        self._decide()
        self._tell()

    def _tell(self) -> None:
        if self._changed is not None:
            self._changed()

    def _needs(self) -> Needs:
        """What it says by ISO 15118 that it needs."""
        return needs(
            self._supply,
            self.soc,
            self._target_soc,
            self._dc if self._supply.direct else self._ac,
            (self._min_current_a, self._max_current_a),
            self._phases,
        )

    # How it decides.

    @property
    def _goal_wh(self) -> float:
        return self._ac.capacity_wh * self._target_soc / 100

    @property
    def _floor_wh(self) -> float:
        return self._ac.capacity_wh * self._reserve_soc / 100

    @property
    def _gives_a(self) -> float:
        """What it would give back, in amperes a phase."""
        if self._charge_wh <= self._floor_wh:
            return 0.0
        return min(self._heeds[1], self._max_discharge_a)

    def _decide(self) -> None:
        """Ask for energy or cease to, and draw accordingly."""
        loop = asyncio.get_running_loop()
        current_a = self._settle(loop.time())
        if not self._wants:
            self._asks = False
            self._waking = _cancelled(self._waking)
        elif not self._asks and not self._wakes_after_s:
            self._asks = True
        elif not self._asks and self._waking is None:
            self._waking = loop.call_later(self._wakes_after_s, self._wake)
        if self._asks and self._supply.live:
            self._flow = self._flow_from(loop.time(), current_a)
        if self._flow is not None:
            self._ending = loop.call_at(self._flow.ends_at, self._end)

    @property
    def _wants(self) -> bool:
        """Whether it has a reason to ask."""
        if self._talk is not None and not self._talk.agreed:
            return False
        offered_a = min(self._heeds[0], self._supply.cable_a)
        least_a = 0.0 if self._supply.direct else self._min_current_a
        if self._paused or not offered_a or offered_a < least_a:
            return False
        return self._gives_a > 0 or not self.content

    def _flow_from(self, now: float, current_a: float) -> Flow | None:
        """What it draws from now on, or gives; None for nothing."""
        direct = self._supply.direct
        battery = self._dc if direct else self._ac
        phases = 1 if direct else min(self._phases, self._supply.phases)
        gives_a = min(self._gives_a, self._supply.cable_a)
        if gives_a:
            return battery.discharging(
                Circuit(phases, self._supply.voltage, gives_a),
                since=now,
                charge_wh=self._charge_wh,
                floor_wh=self._floor_wh,
                current_a=current_a,
            )
        if self._heeds[1] and self._max_discharge_a:
            return None  # down to its reserve: what is wanted back, it does not draw either
        ceiling_a = min(self._heeds[0], self._supply.cable_a)
        if not direct:
            ceiling_a = min(ceiling_a, self._max_current_a)
        return battery.charging(
            Circuit(phases, self._supply.voltage, ceiling_a),
            since=now,
            charge_wh=self._charge_wh,
            goal_wh=self._goal_wh,
            current_a=current_a,
        )

    def _settle(self, now: float) -> float:
        """End the present flow at `now`; return its last current in amperes."""
        flow, self._flow = self._flow, None
        self._ending = _cancelled(self._ending)
        if flow is None or self._delivered is None:
            return 0.0
        energy_wh = flow.energy_wh(now)
        self._charge_wh += self._ac.gain_wh(energy_wh)
        self._delivered(energy_wh)
        return flow.current_a(now)

    def _wake(self) -> None:
        self._waking = None
        self._asks = True
        self._reconsider()

    def _end(self) -> None:
        """The battery is as full, or as empty, as it is to be: take exactly what was missing,
        whenever the loop came to call.
        """
        if self._flow is None:
            return
        charging = self._flow.sign > 0
        self._settle(self._flow.ends_at)
        self._charge_wh = self._goal_wh if charging else self._floor_wh
        self._reconsider()


def _cancelled(timer: asyncio.TimerHandle | None) -> asyncio.TimerHandle | None:
    """What is left of a timer: none."""
    if timer is not None:
        timer.cancel()
    return None
