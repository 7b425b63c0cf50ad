"""Virtual time for test functions: `pilotwire.timing` has the loop."""

import functools
from collections.abc import Callable, Coroutine
from typing import Any, ParamSpec

from pilotwire.timing import Deadlock, VirtualTimeLoop
from pilotwire.timing import run_virtually as run

__all__ = ["Deadlock", "VirtualTimeLoop", "run", "virtual_time"]

P = ParamSpec("P")


def virtual_time(test: Callable[P, Coroutine[Any, Any, None]]) -> Callable[P, None]:
    """Make an async test function one that pytest and hypothesis can call."""

    @functools.wraps(test)
    def run_test(*args: P.args, **kwargs: P.kwargs) -> None:
        run(test(*args, **kwargs))

    return run_test
