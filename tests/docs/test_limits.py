"""The page about limits: its policy is one, and its numbers are right."""

import re
from pathlib import Path
from typing import Any

from pilotwire.charging_station import Claim, fair_share

PAGE = (Path(__file__).parents[2] / "docs/limits.md").read_text("utf-8")
[PROGRAM] = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)


def claims(number: int) -> list[Claim]:
    return [Claim(each, 6.0, 32.0) for each in range(1, number + 1)]


def test_its_policy_shares() -> None:
    names: dict[str, Any] = {}
    exec(compile(PROGRAM, "limits.md", "exec"), names)  # noqa: S102 -- a program of our own page
    policy = names["first_come_first_served"]
    assert policy(40.0, claims(3)) == {1: 32.0, 2: 8.0}
    assert policy(36.0, claims(3)) == {1: 32.0}


def test_its_numbers_are_those_of_the_station() -> None:
    assert "With 16 A, one vehicle has 16 A, two have 8 A each, and a third waits." in PAGE
    assert fair_share(16.0, claims(1)) == {1: 16.0}
    assert fair_share(16.0, claims(2)) == fair_share(16.0, claims(3)) == {1: 8.0, 2: 8.0}
