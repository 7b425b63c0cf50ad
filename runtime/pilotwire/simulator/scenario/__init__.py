"""Scenarios: what is done at simulated stations, and what has to come of it, as tests.

    [scenario] = read("session.toml")
    for outcome in run(scenario):
        print(outcome)

A scenario is a file in TOML, or an async function in Python that `scenario` marks; both have the
words of `pilotwire.simulator.acts` and of the steps here.
"""

from pilotwire.simulator.scenario.findings import ScenarioFailed
from pilotwire.simulator.scenario.model import CsmsPlan, Heading, Scenario
from pilotwire.simulator.scenario.play import Play
from pilotwire.simulator.scenario.python import scenario
from pilotwire.simulator.scenario.reading import read
from pilotwire.simulator.scenario.running import (
    Conditions,
    Outcome,
    UnplayableError,
    Verdict,
    run,
)
from pilotwire.simulator.scenario.steps import (
    Energy,
    EvseState,
    Message,
    NoMessage,
    Range,
    StationState,
    VariableValue,
)

__all__ = [
    "Conditions",
    "CsmsPlan",
    "Energy",
    "EvseState",
    "Heading",
    "Message",
    "NoMessage",
    "Outcome",
    "Play",
    "Range",
    "Scenario",
    "ScenarioFailed",
    "StationState",
    "UnplayableError",
    "VariableValue",
    "Verdict",
    "read",
    "run",
    "scenario",
]
