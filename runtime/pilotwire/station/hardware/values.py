"""Values as a driver gives them: of whichever type, and whatever they are."""

from typing import TypeGuard

from pilotwire.station.hardware.calls import plain_text

__all__ = ["is_number", "said", "shortly"]

_MOST = 1e12
"""No register, power, current or voltage of a charger is beyond it; 1.6 tells registers as whole
numbers, and JSON's readers keep those exact up to some 9e15.
"""


def is_number(value: object) -> TypeGuard[float]:
    """Whether a meter shows a number; many show NaN for what they can't measure."""
    return (
        isinstance(value, (int, float)) and not isinstance(value, bool) and -_MOST <= value <= _MOST
    )


def said(value: object) -> object:
    """A value of whichever type it is, and not of the one that it should be."""
    return value


def shortly(value: object) -> str:
    """A value in a few words, whatever it is."""
    try:
        return plain_text(repr(value), 50)
    except Exception:  # somebody else's class, or a number that is too long to be written
        return f"a {type(value).__name__}"
