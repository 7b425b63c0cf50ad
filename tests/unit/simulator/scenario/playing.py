"""Scenarios of a test's own, played."""

from pathlib import Path

from pilotwire.simulator.scenario import Conditions, Outcome, Scenario, read, run

__all__ = ["CHARGING", "HEADING", "made", "played"]

HEADING = """
versions = ["2.0.1"]

[[station]]
identity = "CS-1"
evses = 2
"""

CHARGING = """
[[step]]
act = "plug_in"

[[step]]
act = "swipe"
token = "04A1B2C3"

[[step]]
expect = "evse"
charging_state = "Charging"
"""


def made(folder: Path, steps: str, heading: str = HEADING) -> Scenario:
    file = folder / "mine.toml"
    file.write_text(heading + steps, "utf-8")
    [scenario] = read(file)
    return scenario


def played(
    folder: Path, steps: str, heading: str = HEADING, conditions: Conditions | None = None
) -> Outcome:
    """How it ends with the one version that it is for."""
    [outcome] = run(made(folder, steps, heading), conditions)
    print(outcome)
    return outcome
