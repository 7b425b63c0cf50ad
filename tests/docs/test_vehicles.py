"""The page about vehicles that speak ISO 15118: its program says what the page says."""

import asyncio
import re
from pathlib import Path
from typing import Any

import pytest

from pilotwire.timing import AcceleratedEventLoop

PAGE = (Path(__file__).parents[2] / "docs/vehicles.md").read_text("utf-8")
[PROGRAM] = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
[SHOWN] = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)


def test_the_program_shows_what_the_page_says(capsys: pytest.CaptureFixture[str]) -> None:
    names: dict[str, Any] = {"__name__": "page"}
    exec(compile(PROGRAM, "docs/vehicles.md", "exec"), names)  # noqa: S102 -- our own page
    with asyncio.Runner(loop_factory=lambda: AcceleratedEventLoop(600)) as runner:
        runner.run(names["main"]())
    assert capsys.readouterr().out == SHOWN
