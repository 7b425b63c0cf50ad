"""What the duty cycle of the Control Pilot says: amperes to duty and back (IEC 61851-1 Annex A).

    duty            what it offers                      set for
    0 %             not available (state F)
    3 to 7 %        ask by digital communication        5 %
    8 to 10 %       6 A
    10 to 85 %      0.6 A a percent                     6 A to 51 A
    85 to 96 %      2.5 A a percent beyond 64 %         52.5 A to 80 A
    96 to 97 %      80 A
    100 %           nothing

A vehicle takes nothing at any other duty. Between 51 and 52.5 A the standard's two lines leave a
gap: the second one says there what the first one reads as less than 51 A. 51 A are offered then. So
no duty that is set here ever reads as more than was meant.
"""

from dataclasses import dataclass

from pilotwire.hal.interfaces import HardwareError

__all__ = ["DIGITAL", "LEAST_A", "MOST_A", "NOTHING", "UNAVAILABLE", "Offer", "duty_of", "offer_of"]

LEAST_A = 6.0
MOST_A = 80.0

UNAVAILABLE = 0.0
"""State F: the pilot stays low."""

DIGITAL = 0.05
"""The vehicle is to ask by digital communication (ISO 15118)."""

NOTHING = 1.0
"""The pilot stays high: no PWM, and no offer."""

_FIRST_MOST_A = 51.0
_SECOND_LEAST_A = 52.5
_TOUCH = 0.85
_TINY = 1e-9


@dataclass(frozen=True, slots=True)
class Offer:
    """What a vehicle reads: so many amperes a phase, or that it is to ask."""

    amperes: float
    digital: bool = False


def duty_of(amperes: float) -> float:
    """The duty, 0 to 1, that offers so many amperes a phase; 0 A is `NOTHING`.

    Raises:
        HardwareError: it can't be said: it is less than 6 A, or more than 80 A.
    """
    if amperes == 0:
        return NOTHING
    if not LEAST_A <= amperes <= MOST_A:
        raise HardwareError(f"a pilot can offer {LEAST_A:g} A to {MOST_A:g} A, not {amperes!r} A")
    if amperes <= _FIRST_MOST_A:
        return amperes / 60
    if amperes < _SECOND_LEAST_A:
        return _TOUCH
    return (amperes / 2.5 + 64) / 100


def offer_of(duty: float) -> Offer:
    """What a vehicle reads out of a duty, 0 to 1."""
    percent = duty * 100 + _TINY
    if 3 <= percent <= 7:
        return Offer(0.0, digital=True)
    if percent < 8 or percent > 97 + 2 * _TINY:
        return Offer(0.0)
    if percent < 10:
        return Offer(LEAST_A)
    if percent <= 85 + 2 * _TINY:
        return Offer(duty * 60)
    return Offer(min((duty * 100 - 64) * 2.5, MOST_A))
