"""What a run of a fleet comes to, for programs: one JSON object."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final, Self

from pydantic import BaseModel, ConfigDict

from pilotwire.simulator.fleet.figures import Counts
from pilotwire.simulator.fleet.fleet import Fleet
from pilotwire.simulator.fleet.ledger import Records

__all__ = ["Comparison", "Report", "resident_kib"]

_SHOWN: Final = 100
"""How many differences are told one by one."""


class Comparison(BaseModel):
    """What the stations know of transactions, held against what the CSMS knows.

    Attributes:
        transactions: How many were compared.
        forgotten: How many were too old to be.
        different: Of how many the CSMS does not know what the stations do.
        differences: What, of the first 100 of them.
    """

    model_config = ConfigDict(frozen=True)

    transactions: int
    forgotten: int
    different: int
    differences: Sequence[str]


class Report(BaseModel):
    """All of it.

    Attributes:
        seed: Where all chance came from: the same one gives the same days.
        kib_a_station: Memory of the process at its fullest, a station; None where the system does
            not tell. What the process would take without any is among it, and a CSMS that is
            embedded, too.
        counts: What the fleet was at in the end.
        comparison: Whether the CSMS has it all; None where its records are not ours to see.
    """

    model_config = ConfigDict(frozen=True)

    seed: int
    kib_a_station: float | None
    counts: Counts
    comparison: Comparison | None

    @classmethod
    def of(cls, fleet: Fleet, seed: int, records: Records | None = None) -> Self:
        """The report of a fleet that has ended."""
        counts = fleet.counts()
        memory = resident_kib("VmHWM")
        comparison = None
        if records is not None:
            found = [str(each) for each in fleet.differences(records)]
            comparison = Comparison(
                transactions=sum(1 for _ in fleet.ledger.rows()),
                forgotten=fleet.ledger.forgotten,
                different=len(found),
                differences=found[:_SHOWN],
            )
        return cls(
            seed=seed,
            kib_a_station=None if memory is None else round(memory / max(1, counts.stations), 1),
            counts=counts,
            comparison=comparison,
        )

    @property
    def lost(self) -> int:
        """Transactions, or messages of them, that the CSMS does not have."""
        sessions = self.counts.sessions
        different = 0 if self.comparison is None else self.comparison.different
        return max(different, sessions.given_up + sessions.undelivered)


def resident_kib(which: str = "VmRSS") -> int | None:
    """Memory of this process in KiB: `VmRSS` is now, `VmHWM` the most; None where the system does
    not tell.
    """
    try:
        lines = Path("/proc/self/status").read_text("ascii").splitlines()
    except OSError:
        return None
    found = (line.split()[1] for line in lines if line.startswith(f"{which}:"))
    return next((int(each) for each in found), None)
