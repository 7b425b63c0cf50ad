"""The recipe of the container, and what its commands say."""

import json
import re
import tomllib
from pathlib import Path

import pytest
import typer

from pilotwire.cli.app import app

ROOT = Path(__file__).resolve().parents[2]
RECIPE = (ROOT / "Containerfile").read_text(encoding="utf-8")
COMPOSE = (ROOT / "compose.yaml").read_text(encoding="utf-8")


def commands() -> list[list[str]]:
    """What `pilotwire` is told to do in a container, word by word."""
    said = re.findall(r"^CMD (\[.*\])$", RECIPE, re.MULTILINE)
    lists = re.findall(r"^ *command: \[(.*)\]$", COMPOSE, re.MULTILINE)
    assert len(said) == 1
    assert len(lists) == 2
    return [json.loads(said[0]), *([each.strip(' "') for each in one.split(",")] for one in lists)]


@pytest.mark.parametrize("words", commands(), ids=" ".join)
def test_the_command_is_one_that_there_is(words: list[str]) -> None:
    name, *options = words
    group = typer.main.get_command(app)
    command = group.commands[name]  # type: ignore[attr-defined]  # a group has them
    command.make_context(name, options)


def test_it_installs_extras_that_there_are() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = re.search(r"pilotwire\[([a-z,]+)\] @", RECIPE)
    assert named
    extras = set(named[1].split(","))
    assert {"cli", "simulator"} <= extras <= set(project["optional-dependencies"])


def test_nothing_runs_as_root() -> None:
    last = RECIPE.rindex("\nFROM ")
    assert re.search(r"^USER [1-9]\d*$", RECIPE[last:], re.MULTILINE)
