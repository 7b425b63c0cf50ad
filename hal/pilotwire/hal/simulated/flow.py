"""How a battery takes current, and gives it back, in closed form; this module knows no clock, no
loop and no hardware.

From any one change of the circumstances to the next, the current of a vehicle is a row of legs, and
each has an exact integral:

    rise    the current grows linearly from what it was                      I = I0 + r t
    hold    it rests at the ceiling: the least of offer, cable and vehicle   I = I0
    curve   it is what the battery takes, so full as it is                   I = I0 exp(k t)

What a battery takes is linear in its charge between the points of its curve, and the charge is the
integral of the current, hence the exponential; a curve with one flat and one falling stretch is the
usual taper. The fall to a lower ceiling is immediate. So energy is a function of elapsed time
alone: however often or seldom somebody looks, the sum is the same.
"""

import math
from dataclasses import dataclass
from itertools import pairwise

__all__ = ["Battery", "Circuit", "Flow", "Supply"]

_TINY_A = 1e-9  # currents closer than this are the same
_TINY_WH = 1e-6  # a battery that lacks less is full
_TINY_PART = 1e-12  # what changes by less of itself does not change


@dataclass(frozen=True, slots=True)
class Supply:
    """What a vehicle finds at the end of the cable.

    `offered_a` is what the pilot's PWM allows in amperes a phase, 0.0 when there is none;
    `wanted_a` is what the station would like to have back out of the battery, in amperes a phase;
    `cable_a` is what the cable bears; `live` is whether the conductors carry mains; `direct` is
    whether they carry direct current.
    """

    offered_a: float = 0.0
    live: bool = False
    phases: int = 1
    voltage: float = 230.0
    direct: bool = False
    wanted_a: float = 0.0
    cable_a: float = math.inf


@dataclass(frozen=True, slots=True)
class _Leg:
    """A stretch of a flow: current `start_a + slope * t`, or `start_a * exp(growth * t)`."""

    seconds: float
    start_a: float
    slope: float = 0.0
    growth: float = 0.0

    def current_a(self, t: float) -> float:
        if self.growth:
            return self.start_a * math.exp(self.growth * t)
        return self.start_a + self.slope * t

    def ampere_seconds(self, t: float) -> float:
        if self.growth:
            return self.start_a * math.expm1(self.growth * t) / self.growth
        return self.start_a * t + self.slope * t * t / 2


@dataclass(frozen=True, slots=True)
class Flow:
    """What flows from an instant of the loop's time on, while nothing changes.

    Currents, power and energy are negative where it flows out of the battery.
    """

    since: float
    phases: int
    voltage: float
    legs: tuple[_Leg, ...]
    sign: int = 1

    @property
    def ends_at(self) -> float:
        """The loop's time at which the battery is as full, or as empty, as it is to be."""
        return self.since + sum(leg.seconds for leg in self.legs)

    def current_a(self, now: float) -> float:
        """The current in each used phase, in amperes."""
        t = now - self.since
        for leg in self.legs:
            if t < leg.seconds:
                return self.sign * leg.current_a(max(t, 0.0))
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
        return self.sign * ampere_seconds * self.phases * self.voltage / 3600


@dataclass(frozen=True, slots=True)
class Circuit:
    """What a flow goes through: the phases that are used, their voltage, and the most that may flow
    in each, in amperes.
    """

    phases: int
    voltage: float
    ceiling_a: float

    @property
    def wh_an_ampere_second(self) -> float:
        """The energy at the mains that an ampere in each phase carries in a second."""
        return self.phases * self.voltage / 3600


@dataclass(frozen=True, slots=True)
class Battery:
    """A battery with its charger: what it holds, and how it takes current.

    `capacity_wh` is usable. `curve` is the current that the battery takes by its charge: points of
    watt-hours and amperes a phase, linear in between, from 0 to the capacity. `efficiency` is the
    part of the mains' energy that arrives in the battery, and of the battery's that arrives at the
    mains; `ramp_a_per_s` is how fast the charger turns up.
    """

    capacity_wh: float
    curve: tuple[tuple[float, float], ...]
    efficiency: float
    ramp_a_per_s: float

    def gain_wh(self, energy_wh: float) -> float:
        """What the battery gains by so much energy from the mains; both negative: loses."""
        return energy_wh * self.efficiency if energy_wh > 0 else energy_wh / self.efficiency

    def charging(
        self, circuit: Circuit, *, since: float, charge_wh: float, goal_wh: float, current_a: float
    ) -> Flow:
        """What flows from `since` on, with so much in the battery and such a current before, until
        there is `goal_wh` in it.
        """
        gain = circuit.wh_an_ampere_second * self.efficiency
        current_a = max(current_a, 0.0)
        legs: list[_Leg] = []
        for (start_wh, start_a), (end_wh, end_a) in pairwise(self.curve):
            slope = (end_a - start_a) / (end_wh - start_wh)
            goal = min(end_wh, goal_wh)
            charge_wh = max(charge_wh, start_wh)
            while charge_wh < goal - _TINY_WH:
                accepted = start_a + slope * (charge_wh - start_wh)
                stretch = _Stretch((goal - charge_wh) / gain, accepted, slope * gain)
                leg = stretch.leg(current_a, circuit.ceiling_a, self.ramp_a_per_s)
                legs.append(leg)
                charge_wh += gain * leg.ampere_seconds(leg.seconds)
                current_a = leg.current_a(leg.seconds)
        return Flow(since, circuit.phases, circuit.voltage, tuple(legs))

    def discharging(
        self, circuit: Circuit, *, since: float, charge_wh: float, floor_wh: float, current_a: float
    ) -> Flow:
        """The same the other way round, until there is no more than `floor_wh` in the battery."""
        loss = circuit.wh_an_ampere_second / self.efficiency
        left = (charge_wh - floor_wh) / loss
        before_a = min(max(-current_a, 0.0), circuit.ceiling_a)
        legs: list[_Leg] = []
        if before_a < circuit.ceiling_a - _TINY_A:
            rise = _Stretch(left, math.inf, 0.0).leg(before_a, circuit.ceiling_a, self.ramp_a_per_s)
            legs.append(rise)
            left -= rise.ampere_seconds(rise.seconds)
        if left > _TINY_A:
            legs.append(_Leg(left / circuit.ceiling_a, circuit.ceiling_a))
        return Flow(since, circuit.phases, circuit.voltage, tuple(legs), sign=-1)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The way to the next point of the curve: how many ampere-seconds it is, what the battery takes
    now, and by how much of itself the current grows in a second that is all that the battery takes.
    """

    ampere_seconds: float
    accepted_a: float
    growth: float

    def leg(self, current_a: float, ceiling_a: float, ramp_a_per_s: float) -> _Leg:
        """The first leg on it."""
        accepted_a, growth = self.accepted_a, self.growth
        if current_a < min(ceiling_a, accepted_a) - _TINY_A:
            return self._rise(current_a, ceiling_a, ramp_a_per_s)
        if ceiling_a < accepted_a - _TINY_A or (growth >= 0 and ceiling_a < accepted_a + _TINY_A):
            ends = self.ampere_seconds
            if growth < 0:
                ends = min(ends, (ceiling_a - accepted_a) / growth)
            return _Leg(ends / ceiling_a, ceiling_a)
        grown = 1 + growth * self.ampere_seconds / accepted_a  # at the end, as a part of now
        if growth > 0:
            grown = min(grown, ceiling_a / accepted_a)
        if abs(grown - 1) < _TINY_PART:
            return _Leg(self.ampere_seconds / accepted_a, accepted_a)
        return _Leg(math.log(grown) / growth, accepted_a, growth=growth)

    def _rise(self, start_a: float, ceiling_a: float, ramp: float) -> _Leg:
        """The ramp, until it meets the ceiling, what the battery takes, or the end."""
        gap = self.accepted_a - start_a
        end = 2 * self.ampere_seconds
        seconds = end / (start_a + math.sqrt(start_a * start_a + ramp * end))
        if gap < math.inf:
            closing = ramp - self.growth * start_a
            root = closing * closing - 2 * self.growth * ramp * gap
            if root >= 0 and closing + math.sqrt(root) > 0:
                seconds = min(seconds, 2 * gap / (closing + math.sqrt(root)))
        return _Leg(min((ceiling_a - start_a) / ramp, seconds), start_a, slope=ramp)
