"""How long a piece of work takes, as well as a computer with other work can tell."""

import timeit
from collections.abc import Callable

ROUNDS = 12


def seconds(*works: Callable[[], object]) -> list[float]:
    """Seconds that one run of each of `works` takes: the best of several rounds, which others
    disturbed least. Each round has all works in it, so that all of them see the same computer."""
    timers = [timeit.Timer(work) for work in works]
    numbers = [max(1, timer.autorange()[0] // 4) for timer in timers]
    pairs = list(zip(timers, numbers, strict=True))
    rounds = [[timer.timeit(number) / number for timer, number in pairs] for _ in range(ROUNDS)]
    return [min(times) for times in zip(*rounds, strict=True)]
