"""How long a piece of work takes, as well as a computer with other work can tell."""

import timeit
from collections.abc import Callable

ROUNDS = 7


def seconds(work: Callable[[], object]) -> float:
    """Seconds that one run of `work` takes: the best of several rounds, which others disturbed
    least."""
    timer = timeit.Timer(work)
    number, _ = timer.autorange()
    return min(timer.repeat(ROUNDS, number)) / number
