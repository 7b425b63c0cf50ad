"""What may go wrong in a run, how often, and drawn from a seed."""

from dataclasses import dataclass
from random import Random

from tests.support.memory_link import Fate, Side

__all__ = ["CALM", "Misfortune", "Network"]


@dataclass(frozen=True)
class Misfortune:
    """How often what happens: probabilities per message, gaps as mean seconds of virtual time."""

    cut: float = 0.01
    """The link breaks around a message: half before it leaves, half after it arrived."""
    lost: float = 0.005
    """A message is lost and nobody notices."""
    error: float = 0.03
    """The CSMS answers with a CALLERROR, and has done nothing."""
    late: float = 0.01
    """The CSMS does what it was asked, and answers after the station has given up."""
    outage_gap: float = 7200.0
    outage: float = 1200.0
    """Mean length of a time without any network."""
    power_cut_gap: float = 14400.0
    """The power fails; half the time in the middle of a commit."""
    pending: float = 0.2
    """A boot is answered with Pending, or with Rejected."""


CALM = Misfortune(
    cut=0, lost=0, error=0, late=0, outage_gap=1e12, outage=0, power_cut_gap=1e12, pending=0
)


class Network:
    """Decides the fate of every text, while `bad`."""

    def __init__(self, random: Random, misfortune: Misfortune) -> None:
        self._random = random
        self._misfortune = misfortune
        self.bad = True

    def __call__(self, side: Side, text: str) -> Fate:
        if not self.bad:
            return Fate.DELIVER
        draw = self._random.random()
        if draw < self._misfortune.cut / 2:
            return Fate.CUT_BEFORE
        if draw < self._misfortune.cut:
            return Fate.CUT_AFTER
        if draw < self._misfortune.cut + self._misfortune.lost:
            return Fate.DROP
        return Fate.DELIVER
