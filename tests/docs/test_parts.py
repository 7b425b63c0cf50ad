"""The pages about boards and readers: their programs run, and what they name is there."""

import re
from pathlib import Path
from typing import Any

import pytest

from pilotwire import Store
from pilotwire.hal import readers
from pilotwire.hal.boards import OpenEvseStation
from pilotwire.hal.mixture import Mixture

ROOT = Path(__file__).parents[2]


def program_of(page: str) -> dict[str, Any]:
    """The names that a page's programs define."""
    text = (ROOT / "docs" / page).read_text("utf-8")
    program = "\n\n".join(re.findall(r"```python\n(.*?)```", text, re.DOTALL))
    names: dict[str, Any] = {}
    exec(compile(program, page, "exec"), names)  # noqa: S102 -- a program of our own page
    return names


def test_a_board() -> None:
    station = program_of("boards.md")["assemble"](Store(":memory:"))
    assert isinstance(station.hardware, OpenEvseStation)


def test_readers_and_a_mixture() -> None:
    names = program_of("readers.md")
    assert isinstance(names["hardware"](), Mixture)
    assert names["keypad"].name == "/dev/input/by-id/usb-pad-event-kbd"


@pytest.mark.parametrize("name", [each for each in readers.__all__ if each.endswith("Reader")])
def test_each_reader_is_on_the_page(name: str) -> None:
    assert f"`{name}`" in (ROOT / "docs/readers.md").read_text("utf-8")
