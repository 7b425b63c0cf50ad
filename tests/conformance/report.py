"""Runs the official cases and prints a table of them: `nox -s conformance`.

python -m tests.conformance.report [--write] [arguments for pytest]

`--write` puts the table into docs/conformance.md if every test is as `cases.tsv` has it. Cases that
were open, and pass in each version, are made tests in `cases.tsv` before.
"""

import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.conformance.cases import HERE, Case, Standing, cases, close, row_of

__all__ = ["DOCUMENT", "document", "main"]

DOCUMENT = HERE.parents[1] / "docs" / "conformance.md"

TITLES = {
    "v16": "OCPP 1.6",
    "v201": "OCPP 2.0.1 (and 2.1, where its messages are the same)",
}
COLUMNS = {"v16": ("section", "section"), "v201": ("block", "certification profile")}
BLOCKS = {
    "A": "Security",
    "B": "Provisioning",
    "C": "Authorization",
    "D": "Local authorization list",
    "E": "Transactions",
    "F": "Remote control",
    "G": "Availability",
    "H": "Reservation",
    "J": "Meter values",
    "K": "Smart charging",
    "L": "Firmware",
    "M": "Certificates",
    "N": "Diagnostics",
}

PASSED = "passed"
FAILED = "FAILED"

Results = Mapping[tuple[str, str], str]
"""What became of the tests, by edition and id."""

INTRODUCTION = """\
# Conformance

The official test cases for stations, each played against the simulated station under virtual time:
those of OCPP 1.6 (2024-04), and of OCPP 2.0.1 (Part 6, with the errata of September 2025) in 2.0.1
and in 2.1, for what is there. `tests/conformance/v16/` and `v201/` have a test for each, by its id;
`cases.tsv` beside them says what is open.

`nox -s conformance` plays them and prints these tables; with `-- --write` they are written here.

| result         | what it means                                                                 |
| -------------- | ----------------------------------------------------------------------------- |
| passed         | in each version                                                               |
| open           | what the case asks for is not built yet; its test fails, as it is expected to |
| not applicable | the simulated station does not meet the condition of Part 5 that is named     |
| needs          | it needs a block that is not there yet                                        |

After the certification profile, M stands for a case that is mandatory in it, C for a conditional
one.
"""


def result_of(case: Case) -> str:
    """What comes of a case when all is as the table says."""
    match case.standing:
        case Standing.TEST:
            return PASSED
        case Standing.OPEN:
            return f"open: {case.why}"
        case Standing.NOT_APPLICABLE:
            return f"not applicable: {case.why}"
        case Standing.NEEDS:
            return f"needs {case.why}"


def tables(edition: str, results: Results | None = None) -> str:
    """Totals by block, and a line for each case, in Markdown."""
    rows = [
        (case, (results or {}).get((edition, case.id)) or result_of(case))
        for case in cases(edition)
    ]
    kinds = [PASSED, "open", "not applicable", "needs"]
    if any(result == FAILED for _, result in rows):
        kinds.append(FAILED)
    totals: dict[str, Counter[str]] = {}
    for case, result in rows:
        kind = next(kind for kind in kinds if result.startswith(kind))
        totals.setdefault(case.block, Counter())[kind] += 1
        totals.setdefault("all", Counter())[kind] += 1
    all_together = totals.pop("all")
    lines = [f"## {TITLES[edition]}", "", *_line(COLUMNS[edition][0], "cases", *kinds, rule=True)]
    for block, counts in [*totals.items(), ("all", all_together)]:
        name = f"{block} {BLOCKS.get(block, '')}".strip()
        lines += _line(name, str(counts.total()), *(str(counts[kind]) for kind in kinds))
    lines += ["", *_line("id", "name", COLUMNS[edition][1], "result", rule=True)]
    for case, result in rows:
        lines += _line(case.id, case.name, case.certification, result)
    return "\n".join([*lines, ""])


def _line(*cells: str, rule: bool = False) -> list[str]:
    line = f"| {' | '.join(cells)} |"
    return [line, f"|{' --- |' * len(cells)}"] if rule else [line]


def document(results: Results | None = None) -> str:
    """What docs/conformance.md says."""
    return "\n".join([INTRODUCTION, *(tables(edition, results) for edition in TITLES)])


class Collector:
    """A plugin that takes down what becomes of the tests of cases."""

    def __init__(self) -> None:
        self.results: dict[tuple[str, str], str] = {}
        self.failed = False
        self._begun: set[tuple[str, str]] = set()
        self._open: set[tuple[str, str]] = set()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A case is failed if it is in one version, whatever it is in others."""
        path, _, function = report.nodeid.partition("::")
        edition = Path(path).parent.name
        case = row_of(edition, function) if edition in TITLES else None
        begins_to_pass = report.failed and "XPASS(strict)" in report.longreprtext
        self.failed |= report.failed and not begins_to_pass
        if case is None:
            return
        if begins_to_pass:
            self._begun.add((edition, case.id))
        elif report.failed:
            self.results[edition, case.id] = FAILED
        elif report.skipped:  # it fails as expected
            self._open.add((edition, case.id))

    def begins_to_pass(self, edition: str) -> set[str]:
        """The cases that were open and pass in each version."""
        return {case_id for of, case_id in self._begun - self._open if of == edition}


def main(arguments: list[str]) -> int:
    """Play the cases, print the tables; the exit status is pytest's."""
    write = "--write" in arguments
    rest = [argument for argument in arguments if argument != "--write"]
    collector = Collector()
    folders = [str(HERE / edition) for edition in TITLES]
    status = pytest.main(["-q", "-r", "fE", *folders, *rest], plugins=[collector])
    if write and not collector.failed:
        for edition in TITLES:
            close(edition, collector.begins_to_pass(edition))
        DOCUMENT.write_text(document(), encoding="utf-8")
    sys.stdout.write(document(collector.results))
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
