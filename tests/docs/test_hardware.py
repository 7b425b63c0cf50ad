"""The page on the contract of the hardware has all of it."""

import re
from pathlib import Path

from pilotwire.hal.testing import CONTRACT

PAGE = (Path(__file__).parents[2] / "docs" / "hardware.md").read_text("utf-8")


def test_the_page_has_all_promises_in_order() -> None:
    listed = re.findall(r"^\| `(\w+)` \| ", PAGE, re.MULTILINE)
    assert listed[-len(CONTRACT) :] == [check.__name__ for check in CONTRACT]
