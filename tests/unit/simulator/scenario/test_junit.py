"""The report for continuous integration."""

from pathlib import Path
from xml.etree import ElementTree

from pilotwire.connection import OcppVersion
from pilotwire.simulator.scenario import Conditions, run
from pilotwire.simulator.scenario.junit import junit_xml
from tests.unit.simulator.scenario.playing import made


def test_a_report_has_each_scenario_with_each_version(tmp_path: Path) -> None:
    heading = 'name = "Mine & <yours>\\u0007"\nversions = ["1.6", "2.0.1"]\nseed = 3\n'
    steps = '[[step]]\nexpect = "evse"\nstatus = "Available"\n'
    passed = made(tmp_path, steps, heading)
    outcomes = list(run(passed))
    outcomes += run(passed, Conditions(versions=[OcppVersion.V2_1]))
    (tmp_path / "other").mkdir()
    outcomes += run(made(tmp_path / "other", steps.replace("Available", "Occupied"), heading))

    root = ElementTree.fromstring(junit_xml(outcomes))  # noqa: S314 -- our own

    counts = {"tests": "5", "failures": "2", "errors": "0", "skipped": "1"}
    assert counts.items() <= root.attrib.items()
    one, other = root
    assert (one.attrib["name"], one.attrib["tests"]) == (str(passed.file), "3")
    assert [case.attrib["name"] for case in one] == [
        "Mine & <yours>\\x07 (1.6)",
        "Mine & <yours>\\x07 (2.0.1)",
        "Mine & <yours>\\x07",
    ]
    assert [[each.tag for each in case] for case in one] == [
        ["properties"],
        ["properties"],
        ["properties", "skipped"],
    ]
    assert one.find("testcase/properties/property[@value='3']") is not None
    [failure] = other[0].findall("failure")
    assert "status is Available, not Occupied" in failure.attrib["message"]
    assert failure.text is not None
    assert "the last messages of CS-1:" in failure.text
    assert other[0].attrib["line"] == "4"
    assert other[0].attrib["classname"] == "mine"
