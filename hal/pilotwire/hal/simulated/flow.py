"""How a battery takes current, in closed form; this module knows no clock, no loop and no hardware.

From any one change of the circumstances to the next, the current of a charging vehicle has at most
three legs, and each has an exact integral:

    rise    the current grows linearly from what it was                      I = I0 + r t
    hold    it rests at the ceiling: the least of offer, vehicle and EVSE    I = I0
    taper   the battery takes less the fuller it is, linear in its charge    I = I0 exp(-d t)

(The taper is linear in the charge, and the charge is the integral of the current, hence the
exponential.) The fall to a lower ceiling is immediate. So energy is a function of elapsed time
alone: however often or seldom somebody looks, the sum is the same.
"""

import math
from dataclasses import dataclass

__all__ = ["Battery", "Flow", "Supply"]

_TINY_A = 1e-9  # currents closer than this are the same
_TINY_WH = 1e-6  # a battery that lacks less is full


@dataclass(frozen=True, slots=True)
class Supply:
    """What a vehicle finds at the end of the cable.

    `offered_a` is what the pilot's PWM allows in amperes a phase, 0.0 when there is none; `live` is
    whether the conductors carry mains; `direct` is whether they carry direct current.
    """

    offered_a: float = 0.0
    live: bool = False
    phases: int = 1
    voltage: float = 230.0
    direct: bool = False


@dataclass(frozen=True, slots=True)
class _Leg:
    """A stretch of a flow: current `start_a + slope * t`, or `start_a * exp(-decay * t)`."""

    seconds: float
    start_a: float
    slope: float = 0.0
    decay: float = 0.0

    def current_a(self, t: float) -> float:
        if self.decay:
            return self.start_a * math.exp(-self.decay * t)
        return self.start_a + self.slope * t

    def ampere_seconds(self, t: float) -> float:
        if self.decay:
            return self.start_a * -math.expm1(-self.decay * t) / self.decay
        return self.start_a * t + self.slope * t * t / 2


@dataclass(frozen=True, slots=True)
class Flow:
    """What flows from an instant of the loop's time on, while nothing changes."""

    since: float
    phases: int
    voltage: float
    legs: tuple[_Leg, ...]

    @property
    def full_at(self) -> float:
        """The loop's time at which the battery is full."""
        return self.since + sum(leg.seconds for leg in self.legs)

    def current_a(self, now: float) -> float:
        """The current in each used phase, in amperes."""
        t = now - self.since
        for leg in self.legs:
            if t < leg.seconds:
                return leg.current_a(max(t, 0.0))
            t -= leg.seconds
        return 0.0

    def power_w(self, now: float) -> float:
        """The power from the mains over all phases, in watts."""
        return self.current_a(now) * self.phases * self.voltage

    def energy_wh(self, now: float) -> float:
        """The energy taken from the mains from `since` to `now`, in watt-hours."""
        t = max(now - self.since, 0.0)
        ampere_seconds = 0.0
        for leg in self.legs:
            ampere_seconds += leg.ampere_seconds(min(t, leg.seconds))
            t -= leg.seconds
            if t <= 0:
                break
        return ampere_seconds * self.phases * self.voltage / 3600


@dataclass(frozen=True, slots=True)
class Battery:
    """A battery with its charger: what it holds, and how it takes current.

    `capacity_wh` is usable; `max_current_a` is the most that the charger draws a phase; from
    `taper_from` (percent of the capacity) on, the current falls linearly with the charge, from that
    maximum to `trickle_a` at 100 %. `efficiency` is the part of the mains' energy that arrives in
    the battery; `ramp_a_per_s` is how fast the charger turns up.
    """

    capacity_wh: float
    max_current_a: float
    taper_from: float
    trickle_a: float
    efficiency: float
    ramp_a_per_s: float

    def acceptance_a(self, charge_wh: float) -> float:
        """The current that a battery so full would take, in amperes a phase.

        Below the taper it is more than `max_current_a`: the line goes on.
        """
        if self.taper_from >= 100:
            return self.max_current_a
        return self.trickle_a + self._fall_a_per_wh * (self.capacity_wh - charge_wh)

    @property
    def _fall_a_per_wh(self) -> float:
        """By how much the accepted current falls with each watt-hour in the battery."""
        if self.taper_from >= 100:
            return 0.0
        tapering_wh = self.capacity_wh * (100 - self.taper_from) / 100
        return (self.max_current_a - self.trickle_a) / tapering_wh

    def flow(
        self, supply: Supply, *, phases: int, since: float, charge_wh: float, current_a: float
    ) -> Flow:
        """What flows from `since` on, with so much in the battery and such a current before.

        `phases` is how many of the supply's the vehicle uses. Time ends when the battery is full.
        """
        ceiling = min(supply.offered_a, self.max_current_a)
        gain = phases * supply.voltage / 3600 * self.efficiency  # Wh in the battery an A s
        legs: list[_Leg] = []
        for _ in ("rise", "hold", "taper"):
            if charge_wh >= self.capacity_wh - _TINY_WH:
                break
            leg = self._next_leg(ceiling, gain, charge_wh, current_a)
            legs.append(leg)
            charge_wh += gain * leg.ampere_seconds(leg.seconds)
            current_a = leg.current_a(leg.seconds)
        return Flow(since, phases, supply.voltage, tuple(legs))

    def _next_leg(self, ceiling: float, gain: float, charge_wh: float, current_a: float) -> _Leg:
        accepted = self.acceptance_a(charge_wh)
        to_full = (self.capacity_wh - charge_wh) / gain  # ampere-seconds
        decay = self._fall_a_per_wh * gain  # 1/s
        if current_a < min(ceiling, accepted) - _TINY_A:
            return self._rise(current_a, ceiling, accepted, to_full, decay)
        if ceiling < accepted - _TINY_A:
            to_taper = (accepted - ceiling) / decay if decay else math.inf
            return _Leg(min(to_full, to_taper) / ceiling, ceiling)
        if not decay:
            return _Leg(to_full / accepted, accepted)
        return _Leg(math.log(accepted / self.trickle_a) / decay, accepted, decay=decay)

    def _rise(
        self, start_a: float, ceiling: float, accepted: float, to_full: float, decay: float
    ) -> _Leg:
        """The ramp, until it meets the ceiling, the falling acceptance or the full battery."""
        ramp = self.ramp_a_per_s
        gap = accepted - start_a
        closing = ramp + decay * start_a
        to_accepted = 2 * gap / (closing + math.sqrt(closing * closing + 2 * decay * ramp * gap))
        full = 2 * to_full / (start_a + math.sqrt(start_a * start_a + 2 * ramp * to_full))
        return _Leg(min((ceiling - start_a) / ramp, to_accepted, full), start_a, slope=ramp)
