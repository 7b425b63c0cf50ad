"""The standard variables by their names."""

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from typing import Any

from pilotwire.ocpp.specs import Variable
from pilotwire.ocpp.v21.device_model import VARIABLES as VARIABLES_21
from pilotwire.ocpp.v201.device_model import VARIABLES as VARIABLES_201

__all__ = ["variable"]


def variable(name: str) -> Variable[Any]:
    """The variable that `Component.Variable`, or `Component.Variable[Instance]`, names.

    Raises:
        ValueError: the standard has none of that name; the text says which are like it.
    """
    known = _by_name()
    found = known.get(name)
    if found is None:
        like = get_close_matches(name, known, 3, 0.75)
        help_ = f"did you mean {' or '.join(like)}?" if like else "write Component.Variable"
        raise ValueError(f"the standard has no such variable; {help_}")
    return found


@cache
def _by_name() -> Mapping[str, Variable[Any]]:
    return {each.title: each for table in (VARIABLES_201, VARIABLES_21) for each in table.values()}
