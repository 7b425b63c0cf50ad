"""How EVSEs share what the station may take as a whole (K04). Nothing here acts.

`fair_share` is the policy of a station that is not given another one:

1. In the order in which their vehicles came, each has the least that it can do with, which is 6 A
   over AC, as long as there is so much; who comes when it is gone has nothing, and waits until
   somebody leaves, or needs no more.
2. What is left goes in equal parts to those of them whose vehicles take energy, none of them having
   more than it can use: by its own limit, its hardware, its cable.

A vehicle that was offered energy and takes none (SuspendedEV) has the least, and its part again
once it asks. Nobody's turn is over before that: who waits may wait for long.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import floor, isfinite
from typing import TypeAlias

__all__ = [
    "Claim",
    "SharingError",
    "SharingPolicy",
    "StationLimit",
    "checked",
    "fair_share",
]

_STEP = 10
"""Parts of an ampere: nothing is shared more finely."""

_TINY = 1e-6


@dataclass(frozen=True, slots=True)
class Claim:
    """What an EVSE with a session and a vehicle could take; in amperes a phase of the grid.

    Attributes:
        evse_id: Which EVSE it is.
        least: Less than that is nothing: 6 A over AC.
        most: More than that it can't take.
        efficient: Below that, charging is not efficient, if a schedule says so (minChargingRate,
            K01.FR.21).
        idle: Its vehicle takes no energy, though some is offered.
    """

    evse_id: int
    least: float
    most: float
    efficient: float | None = None
    idle: bool = False


SharingPolicy: TypeAlias = Callable[[float, Sequence[Claim]], Mapping[int, float]]
"""Shares so many amperes a phase among claims, those that came first at the head: what each EVSE
has of it, by its number. One that is missing has nothing. It is called often, and may not block.
"""


class SharingError(ValueError):
    """What a policy has shared out can't be; the text says why."""


def fair_share(amperes: float, claims: Sequence[Claim]) -> Mapping[int, float]:
    """The policy of this module's text."""
    left = amperes
    shares: dict[int, float] = {}
    for claim in claims:
        if _TINY < claim.least <= min(claim.most, left) + _TINY:
            shares[claim.evse_id] = claim.least
            left -= claim.least
        elif claim.least <= _TINY < min(claim.most, left):
            shares[claim.evse_id] = 0.0
    growing: list[Claim] = [each for each in claims if each.evse_id in shares and not each.idle]
    while growing and left > _TINY:
        part = left / len(growing)
        for claim in growing:
            more = min(part, claim.most - shares[claim.evse_id])
            shares[claim.evse_id] += more
            left -= more
        growing = [each for each in growing if each.most - shares[each.evse_id] > _TINY]
    return {number: floor(share * _STEP + 1e-9) / _STEP for number, share in shares.items()}


def checked(
    amperes: float, claims: Sequence[Claim], shares: Mapping[int, float]
) -> Mapping[int, float]:
    """What a policy has shared out.

    Raises:
        SharingError: it is more than there is, or no current.
    """
    claiming = {each.evse_id for each in claims}
    for evse_id, share in shares.items():
        if evse_id not in claiming:
            raise SharingError(f"EVSE {evse_id} has a share, and no claim")
        if not isfinite(share) or share < 0:
            raise SharingError(f"{share!r} A is no share of EVSE {evse_id}")
    together = sum(shares.values())
    if together > amperes + _TINY:
        raise SharingError(f"{together:g} A are shared out, and there are {amperes:g} A")
    return shares


@dataclass(frozen=True, slots=True)
class StationLimit:
    """What the application says of the station as a whole.

    Attributes:
        max_current_a: What it is connected with, in amperes a phase (K04.FR.02); None: nobody says.
        sharing: How EVSEs share what it may take.
    """

    max_current_a: float | None = None
    sharing: SharingPolicy = fair_share

    def __post_init__(self) -> None:
        """Judge it.

        Raises:
            ValueError: it is no current.
        """
        most = self.max_current_a
        if most is not None and not (isfinite(most) and most > 0):
            raise ValueError(f"max_current_a is more than 0 amperes, or None, not {most!r}")
