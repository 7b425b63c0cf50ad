"""The scenarios of the examples and of the page pass, with each version that they are for."""

import re
from pathlib import Path

import pytest

from pilotwire.simulator.scenario import Verdict, read, run
from pilotwire.simulator.scenario.model import Heading
from pilotwire.simulator.scenario.steps import EXPECTATIONS

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples/scenarios").iterdir())
PAGE = (ROOT / "docs/simulator.md").read_text("utf-8")
SECTION = PAGE.partition("\n## Scenarios\n")[2].partition("\n## ")[0]


def pass_(path: Path) -> None:
    outcomes = [outcome for scenario in read(path) for outcome in run(scenario)]
    assert outcomes
    assert [str(each) for each in outcomes if each.verdict is not Verdict.PASSED] == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_the_examples_pass(path: Path) -> None:
    pass_(path)


@pytest.mark.parametrize(("kind", "ending"), [("toml", "toml"), ("python", "py")])
def test_the_scenarios_of_the_page_pass(kind: str, ending: str, tmp_path: Path) -> None:
    blocks = re.findall(rf"```{kind}\n(.*?)```", SECTION, re.DOTALL)
    assert blocks
    for number, block in enumerate(blocks):
        file = tmp_path / f"page{number}.{ending}"
        file.write_text(block, "utf-8")
        pass_(file)


def test_the_page_has_all_words() -> None:
    for word in (*EXPECTATIONS, *Heading.model_fields, "wait", "call", "boots"):
        assert f"`{word}`" in SECTION, word


def test_the_examples_are_named() -> None:
    assert all(path.name in SECTION for path in EXAMPLES)
