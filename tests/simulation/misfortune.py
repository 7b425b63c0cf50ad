"""What may go wrong in a run, how often, and drawn from a seed."""

from dataclasses import dataclass, fields, replace
from random import Random

from tests.support.memory_link import Fate, Side

__all__ = ["CALM", "STORM", "Misfortune", "Network", "drawn"]

NEVER = 1e12

INTENSITIES = (0.0, 0.5, 1.0, 1.0, 1.0, 2.0)
"""By which the frequency of each misfortune is multiplied in a run."""


@dataclass(frozen=True)
class Misfortune:
    """How often what happens: probabilities per message, gaps and lengths as mean seconds."""

    cut: float = 0.01
    """The link breaks around a message: half before it leaves, half after it arrived."""
    lost: float = 0.005
    """A message is lost and nobody notices."""
    twice: float = 0.005
    """A message arrives twice."""
    garbled: float = 0.002
    """Half of a message of the CSMS arrives."""
    error: float = 0.03
    """The CSMS answers with a CALLERROR, and has done nothing."""
    late: float = 0.01
    """The CSMS does what it was asked, and answers after the station has given up."""
    pending: float = 0.2
    """A boot is answered with Pending, or with Rejected."""
    refused: float = 0.08
    """A token is not good when the CSMS is asked."""
    withdrawn: float = 0.1
    """A token is not good any more when the CSMS hears of its transaction."""
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
    change_gap: float = 10800.0
    """The CSMS restarts and speaks another version, where the station speaks several."""
    order_gap: float = 7200.0
    """The CSMS commands something."""
    clock_gap: float = 14400.0
    """The CSMS's clock jumps by up to two hours, either way."""
    wrong_clock: float = 0.1
    """The station's clock is wrong by up to two hours when its power comes back."""
    no_clock: float = 0.05
    """The station does not know the time when its power comes back."""
    power_cut_gap: float = 14400.0
    """The power fails: at a commit, or between any two steps of the program."""
    fault_gap: float = 14400.0
    fault: float = 600.0
    """A piece of an EVSE fails, and is repaired."""


CALM = Misfortune(
    cut=0, lost=0, twice=0, garbled=0, error=0, late=0, pending=0, refused=0, withdrawn=0,
    outage_gap=NEVER, silence_gap=NEVER, stall_gap=NEVER, forgetting_gap=NEVER, change_gap=NEVER,
    order_gap=NEVER, clock_gap=NEVER, wrong_clock=0, no_clock=0, power_cut_gap=NEVER,
    fault_gap=NEVER,
)  # fmt: skip

STORM = Misfortune(
    cut=0.1, lost=0.05, twice=0.05, garbled=0.02, error=0.1, late=0.03, pending=0.3, refused=0.1,
    withdrawn=0.1, outage_gap=1800, outage=600, silence_gap=3600, stall_gap=1800,
    forgetting_gap=7200, change_gap=3600, order_gap=1800, clock_gap=3600, power_cut_gap=900,
    fault_gap=3600,
)  # fmt: skip


def drawn(misfortune: Misfortune, random: Random) -> Misfortune:
    """The same with an intensity of its own for each kind, so that no two runs are alike."""
    changes: dict[str, float] = {}
    for field in fields(Misfortune):
        value = getattr(misfortune, field.name)
        intensity = random.choice(INTENSITIES)
        if field.name.endswith("_gap"):
            changes[field.name] = value / intensity if intensity else NEVER
        elif field.name + "_gap" not in changes:  # a length stays as it is
            changes[field.name] = value * intensity
    return replace(misfortune, **changes)


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
            (may.garbled if side is Side.CSMS else 0.0, Fate.GARBLED),
        ):
            if draw < probability:
                return fate
            draw -= probability
        return Fate.DELIVER
