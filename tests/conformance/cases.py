"""The official test cases for stations, and how each stands here: the tables `*/cases.tsv`.

standing         the case
test             is a test, named by its id, and passes
open             is a test that fails as yet, for the reason given (a strict expected failure)
not applicable   can't apply: the condition of Part 5 that it does not meet
needs            needs a block that is not there
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

__all__ = ["HERE", "Case", "Standing", "cases", "close", "row_of"]

HERE = Path(__file__).parent


class Standing(StrEnum):
    """How a case stands; see the module."""

    TEST = "test"
    OPEN = "open"
    NOT_APPLICABLE = "not applicable"
    NEEDS = "needs"


@dataclass(frozen=True)
class Case:
    """A row: id, name and certification profile are facts of the official documents.

    Those of 1.6 name no profile: `certification` is the section of the case.
    """

    id: str
    name: str
    certification: str
    standing: Standing
    why: str

    @property
    def block(self) -> str:
        """The functional block (2.x), or the section of the cases (1.6)."""
        second = self.id.split("_")[1]
        return second if second.isalpha() else self.certification

    @property
    def is_test(self) -> bool:
        """Whether there is a test function for it."""
        return self.standing in {Standing.TEST, Standing.OPEN}


@cache
def cases(edition: str) -> Sequence[Case]:
    """The table of an edition ("v16", "v201"), in its order."""
    header, *lines = (HERE / edition / "cases.tsv").read_text(encoding="utf-8").splitlines()
    assert header == "id\tname\tcertification\tstanding\twhy"
    rows = [(*line.split("\t"), "")[:5] for line in lines]  # a test needs no reason
    return tuple(Case(i, name, to, Standing(standing), why) for i, name, to, standing, why in rows)


def close(edition: str, passing: Collection[str]) -> None:
    """Make cases that were open, and pass now, tests; changes the table."""
    path = HERE / edition / "cases.tsv"
    lines = path.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        case_id, name, certification, standing, *_ = line.split("\t")
        if case_id in passing and standing == Standing.OPEN:
            lines[number] = "\t".join([case_id, name, certification, Standing.TEST])
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")
    cases.cache_clear()


def row_of(edition: str, function: str) -> Case | None:
    """The case that a test function is named by."""
    name = function.partition("[")[0].removeprefix("test_")
    return next((case for case in cases(edition) if case.id == name), None)
