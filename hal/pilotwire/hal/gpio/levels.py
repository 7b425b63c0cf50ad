"""What voltages at the pilot and resistors in a plug mean (IEC 61851-1 Annexes A and B).

    state   highest level of the pilot       resistor of a plug   its cable bears
    A       12 V                             1500 ohms            13 A
    B        9 V                              680 ohms            20 A
    C        6 V                              220 ohms            32 A
    D        3 V                              100 ohms            63 A
    E        0 V
    F      -12 V

A state is taken to its half way to the next, and kept a little beyond. While there is PWM, the
lowest level is -12 V in any case, by the diode in the vehicle; without it, something else is there
than a vehicle, which counts as E.
"""

import math
from collections.abc import Sequence

from pilotwire.hal.interfaces import HardwareError, PilotState

__all__ = [
    "NO_PLUG_OHMS",
    "cable_bears",
    "celsius",
    "levels_of",
    "resistance",
    "state_of",
]

KELVIN = 273.15

_BOUNDS = (
    (10.5, PilotState.A),
    (7.5, PilotState.B),
    (4.5, PilotState.C),
    (1.5, PilotState.D),
    (-1.5, PilotState.E),
)
"""From how many volts on a pilot is in a state."""

_STICKS = 0.3
"""By how many volts the bound is moved away from the state that was."""

_DIODE_BELOW = -10.5
"""The lowest level that a diode leaves, at most, in volts."""

NO_PLUG_OHMS = 4500.0
"""From there on there is no plug."""

_CABLES = (
    (1100.0, 2460.0, 13.0),
    (400.0, 936.0, 20.0),
    (164.0, 308.0, 32.0),
    (80.0, 140.0, 63.0),
)


def state_of(
    high: float, low: float | None, before: PilotState | None, *, modulated: bool
) -> PilotState | None:
    """The state of a pilot, by its highest and lowest level in volts; `low` is None where that is
    not known. `modulated` tells whether there is PWM.

    None: it was not seen, being low whenever somebody looked, as happens with PWM.
    """
    for bound, state in _BOUNDS:
        sticks = 0.0 if before is None else -_STICKS if _above(before, state) else _STICKS
        if high >= bound + sticks:
            without_diode = modulated and low is not None and low > _DIODE_BELOW
            return PilotState.E if without_diode and state is not PilotState.A else state
    return None if modulated else PilotState.F


def _above(before: PilotState, state: PilotState) -> bool:
    """Whether a pilot that was in `before` was at `state` or above it: by their letters."""
    return before <= state


def levels_of(samples: Sequence[float]) -> tuple[float, float]:
    """The highest and the lowest level, in volts, of samples that were taken as they came.

    Where PWM changes within a conversion, it gives something between; so the second of each is
    taken, where there are as many.
    """
    ordered = sorted(samples)
    second = 1 if len(ordered) > 4 else 0
    return ordered[-1 - second], ordered[second]


def cable_bears(ohms: float) -> float | None:
    """What the cable of a plug bears, in amperes; None without a plug.

    Raises:
        HardwareError: the standard has no such resistor.
    """
    if ohms >= NO_PLUG_OHMS:
        return None
    for least, most, amperes in _CABLES:
        if least <= ohms <= most:
            return amperes
    raise HardwareError(f"the proximity contact reads {ohms:.0f} ohms, as no cable has")


def resistance(volts: float, supply: float, pull_up: float) -> float:
    """What is between an input and the ground, in ohms, with `pull_up` ohms to the supply."""
    if volts >= supply * 0.999:
        return float("inf")
    return max(volts, 0.0) * pull_up / (supply - volts)


def celsius(ohms: float, nominal: float, beta: float) -> float:
    """The temperature of an NTC thermistor that has `nominal` ohms at 25 degrees Celsius.

    Raises:
        HardwareError: it is not connected, or shorted.
    """
    if not nominal / 1000 < ohms < nominal * 1000:
        raise HardwareError(f"the thermistor reads {ohms:.0f} ohms: it is broken, or not there")
    return 1 / (1 / (25 + KELVIN) + math.log(ohms / nominal) / beta) - KELVIN
