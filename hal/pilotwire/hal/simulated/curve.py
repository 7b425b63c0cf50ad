"""Charging curves: what a battery takes by its state of charge: points of percent and amperes."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TypeAlias

__all__ = ["Curve", "by_charge", "checked", "taper"]

Curve: TypeAlias = Sequence[tuple[float, float]]

_TRICKLE = 0.1  # what is still taken just before the battery is full, as a part of the maximum
_NEAREST_POINTS = 0.1  # percent


def taper(most_a: float, taper_from: float) -> Curve:
    """Flat, and from `taper_from` percent on down to a tenth."""
    if taper_from > 100 - _NEAREST_POINTS:  # too short to be seen
        return [(0.0, most_a)]
    return [(taper_from, most_a), (100.0, most_a * _TRICKLE)]


def checked(curve: Curve) -> Curve:
    """The same. Raises `ValueError` for what is no curve."""
    if not curve or any(not 0 <= soc <= 100 or amperes <= 0 for soc, amperes in curve):
        raise ValueError("dc_curve has points of percent (0 to 100) and amperes (more than 0)")
    if any(right - left < _NEAREST_POINTS for (left, _), (right, _) in pairwise(curve)):
        raise ValueError(f"the points of dc_curve are {_NEAREST_POINTS:g} % apart, in rising order")
    return curve


def by_charge(curve: Curve, capacity_wh: float) -> tuple[tuple[float, float], ...]:
    """The same by watt-hours, from an empty battery to a full one."""
    points = [(capacity_wh * soc / 100, amperes) for soc, amperes in curve]
    if curve[0][0] > 0:
        points.insert(0, (0.0, curve[0][1]))
    if curve[-1][0] < 100:
        points.append((capacity_wh, curve[-1][1]))
    return tuple(points)
