"""Scenarios from files: TOML, or Python.

scenarios = read("session.toml")
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from pilotwire.configuration import ConfigurationError, Finding
from pilotwire.configuration.lines import Place, lines_of
from pilotwire.configuration.reading import read_as
from pilotwire.simulator.scenario.model import Heading, Scenario, ScenarioFile, problems_of
from pilotwire.simulator.scenario.python import load

__all__ = ["read"]


def read(path: Path | str) -> Sequence[Scenario]:
    """The scenarios of a file: one of TOML; of Python (`.py`) all that `scenario` marks. A Python
    file is run, so it is to be one that you trust.

    Raises:
        ConfigurationError: it can't be read, or played; `findings` has all that is wrong.
    """
    path = Path(path)
    return load(path) if path.suffix == ".py" else [_from_toml(path)]


def _from_toml(path: Path) -> Scenario:
    described = read_as(path, ScenarioFile)
    lines = lines_of(path.read_text("utf-8"))
    findings = list(_findings(path, described, lines))
    if findings:
        raise ConfigurationError(sorted(findings, key=lambda each: each.line or 0))
    heading = Heading(**{key: getattr(described, key) for key in Heading.model_fields})
    return Scenario(
        described.name or path.stem,
        heading,
        described.step,
        path,
        [lines.get(("step", number)) for number in range(len(described.step))],
    )


def _findings(path: Path, described: ScenarioFile, lines: Mapping[Place, int]) -> Iterator[Finding]:
    for place, text in problems_of(described):
        known = place
        while known and known not in lines:
            known = known[:-1]
        yield Finding(text, place, path, lines.get(known))
