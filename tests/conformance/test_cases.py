"""The tables of the official cases are complete, and tell what is so."""

import ast
from collections import Counter

import pytest

from tests.conformance.cases import HERE, Standing, cases
from tests.conformance.report import DOCUMENT, document

EDITIONS = ("v16", "v201")

COUNTS = {
    "v16": {
        "Cold Boot Charge Point": 2,
        "Start Charging Session": 3,
        "Stop Charging Session": 5,
        "Cache": 2,
        "Core Profile - Remote actions Happy flow": 4,
        "Core Profile - Resetting Happy Flow": 4,
        "Core Profile - Unlocking Happy flow": 4,
        "Core Profile - Configuration Happy flow": 2,
        "Meter values": 2,
        "Core Profile - Basic Actions Non-happy flow": 2,
        "Core Profile - Remote Actions Non-Happy Flow": 3,
        "Core Profile - Unlocking Non-happy flow": 2,
        "Core Profile - Power Failure Non-Happy Flow": 3,
        "Core Profile - Offline behavior Non-Happy Flow": 6,
        "Core Profile - Configuration Keys Non-Happy Flow": 2,
        "Core Profile - Fault Behavior Non-Happy Flow": 1,
        "Local Authorization List": 7,
        "FirmwareManagement": 3,
        "Diagnostics": 2,
        "Reservation": 15,
        "RemoteTrigger": 2,
        "SmartCharging": 10,
        "DataTransfer": 1,
        "Security": 15,
    },
    "v201": {
        "A": 17,
        "B": 48,
        "C": 53,
        "D": 9,
        "E": 47,
        "F": 24,
        "G": 21,
        "H": 21,
        "J": 10,
        "K": 44,
        "L": 15,
        "M": 25,
        "N": 52,
    },
}
"""How many cases the official documents have for a station in each section or block."""


def functions(edition: str) -> list[str]:
    """The names of all test functions of an edition."""
    return [
        node.name
        for path in sorted((HERE / edition).glob("test_*.py"))
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.name.startswith("test_TC_")
    ]


@pytest.mark.parametrize("edition", EDITIONS)
def test_each_case_has_a_row(edition: str) -> None:
    assert Counter(case.block for case in cases(edition)) == COUNTS[edition]
    assert len({case.id for case in cases(edition)}) == len(cases(edition))


@pytest.mark.parametrize("edition", EDITIONS)
def test_each_case_that_is_a_test_is_one(edition: str) -> None:
    found = functions(edition)
    assert Counter(found) == Counter(f"test_{case.id}" for case in cases(edition) if case.is_test)


@pytest.mark.parametrize("edition", EDITIONS)
def test_what_is_not_tested_or_fails_says_why(edition: str) -> None:
    for case in cases(edition):
        assert bool(case.why) is (case.standing is not Standing.TEST), case


def test_the_document_tells_what_the_tables_tell() -> None:
    """`nox -s conformance -- --write` writes it."""
    assert DOCUMENT.read_text(encoding="utf-8") == document()
