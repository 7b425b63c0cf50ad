"""What may go wrong in a run, how often, and drawn from a seed."""

from dataclasses import dataclass
from random import Random

from tests.support.memory_link import Fate, Side

__all__ = ["CALM", "STORM", "Misfortune", "Network"]

NEVER = 1e12


@dataclass(frozen=True)
class Misfortune:
    """How often what happens: probabilities per message, gaps and lengths as mean seconds."""

    cut: float = 0.01
    """The link breaks around a message: half before it leaves, half after it arrived."""
    lost: float = 0.005
    """A message is lost and nobody notices."""
    twice: float = 0.005
    """A message arrives twice."""
    error: float = 0.03
    """The CSMS answers with a CALLERROR, and has done nothing."""
    late: float = 0.01
    """The CSMS does what it was asked, and answers after the station has given up."""
    pending: float = 0.2
    """A boot is answered with Pending, or with Rejected."""
    outage_gap: float = 7200.0
    outage: float = 1200.0
    """A time without any network."""
    silence_gap: float = 14400.0
    silence: float = 300.0
    """A half-open connection: what is sent is lost, and then it breaks."""
    stall_gap: float = 7200.0
    stall: float = 120.0
    """A time in which messages travel for up to 40 seconds."""
    forgetting_gap: float = 28800.0
    """The CSMS restarts and does not know any more that it accepted the station."""
    clock_gap: float = 14400.0
    """The CSMS's clock jumps by up to two hours, either way."""
    power_cut_gap: float = 14400.0
    """The power fails: at a commit, or between any two steps of the program."""
    fault_gap: float = 14400.0
    fault: float = 600.0
    """A piece of an EVSE fails, and is repaired."""


CALM = Misfortune(
    cut=0, lost=0, twice=0, error=0, late=0, pending=0, outage_gap=NEVER, silence_gap=NEVER,
    stall_gap=NEVER, forgetting_gap=NEVER, clock_gap=NEVER, power_cut_gap=NEVER, fault_gap=NEVER,
)  # fmt: skip

STORM = Misfortune(
    cut=0.1, lost=0.05, twice=0.05, error=0.1, late=0.03, pending=0.3, outage_gap=1800, outage=600,
    silence_gap=3600, stall_gap=1800, forgetting_gap=7200, clock_gap=3600, power_cut_gap=900,
    fault_gap=3600,
)  # fmt: skip


class Network:
    """Decides the fate of every text, while `bad`."""

    def __init__(self, random: Random, misfortune: Misfortune) -> None:
        self._random = random
        self._misfortune = misfortune
        self.bad = True

    def __call__(self, side: Side, text: str) -> Fate:
        if not self.bad:
            return Fate.DELIVER
        may, draw = self._misfortune, self._random.random()
        for probability, fate in (
            (may.cut / 2, Fate.CUT_BEFORE),
            (may.cut / 2, Fate.CUT_AFTER),
            (may.lost, Fate.DROP),
            (may.twice, Fate.TWICE),
        ):
            if draw < probability:
                return fate
            draw -= probability
        return Fate.DELIVER
