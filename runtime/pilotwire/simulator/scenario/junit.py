"""Outcomes of scenarios as a JUnit report, which continuous integration shows."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from pilotwire.foreign import printable
from pilotwire.simulator.scenario.running import Outcome, Verdict

__all__ = ["junit_xml"]


def junit_xml(outcomes: Sequence[Outcome]) -> str:
    """The report: a suite for each file, a case for each version. Times are the stations'."""
    root = Element("testsuites", {"name": "pilotwire scenario", **_counts(outcomes)})
    for file, group in groupby(outcomes, lambda each: each.scenario.file):
        inside = list(group)
        suite = SubElement(root, "testsuite", {"name": _suite(file), **_counts(inside)})
        for each in inside:
            _add(suite, each)
    indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, "unicode") + "\n"


def _suite(file: Path | None) -> str:
    return "scenario" if file is None else printable(f"{file}")


def _counts(outcomes: Sequence[Outcome]) -> dict[str, str]:
    verdicts = [each.verdict for each in outcomes]
    return {
        "tests": str(len(outcomes)),
        "failures": str(verdicts.count(Verdict.FAILED)),
        "errors": "0",
        "skipped": str(verdicts.count(Verdict.SKIPPED)),
        "time": f"{sum(each.seconds for each in outcomes):.3f}",
    }


def _add(suite: Element, outcome: Outcome) -> None:
    file = outcome.scenario.file
    case = SubElement(
        suite,
        "testcase",
        classname="scenario" if file is None else printable(file.stem),
        name=printable(outcome.title),
        time=f"{outcome.seconds:.3f}",
    )
    if file is not None:
        case.set("file", printable(f"{file}"))
    if outcome.line is not None:
        case.set("line", str(outcome.line))
    properties = SubElement(case, "properties")
    SubElement(properties, "property", name="seed", value=str(outcome.seed))
    if outcome.verdict is Verdict.SKIPPED:
        SubElement(case, "skipped", message=printable(outcome.what))
    elif outcome.verdict is Verdict.FAILED:
        failure = SubElement(case, "failure", message=printable(outcome.what))
        failure.text = "\n".join(printable(line) for line in str(outcome).splitlines())
