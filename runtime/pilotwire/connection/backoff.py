"""How long to wait before connecting again (2.0.1 part 4, 5.3 and 8.1 to 8.3)."""

from collections.abc import Iterator
from random import Random
from typing import Final

__all__ = ["LONGEST_DELAY", "reconnect_delays"]

LONGEST_DELAY: Final = 86_400.0
"""Seconds; a day."""


def reconnect_delays(
    *, wait_minimum: float, random_range: float, repeat_times: int, random: Random
) -> Iterator[float]:
    """The delay before each attempt after a connection is lost, without end; start anew per loss.

    The first is `wait_minimum` and each further one doubles it, `repeat_times` times; each has its
    own random part on top. The last of these then stays, its random part too. None is longer than
    `LONGEST_DELAY`, whatever the CSMS set.

    Args:
        wait_minimum: RetryBackOffWaitMinimum, in seconds.
        random_range: RetryBackOffRandomRange, the largest random part, in seconds.
        repeat_times: RetryBackOffRepeatTimes.
        random: Where the random part comes from.

    Raises:
        ValueError: A number is negative.
    """
    if min(wait_minimum, random_range, repeat_times) < 0:
        raise ValueError("back-off settings cannot be negative")
    return _delays(wait_minimum, random_range, repeat_times, random)


def _delays(wait: float, random_range: float, repeat_times: int, random: Random) -> Iterator[float]:
    delay = min(wait + random.uniform(0.0, random_range), LONGEST_DELAY)
    yield delay
    for _ in range(repeat_times):
        wait = min(wait * 2, LONGEST_DELAY)
        delay = min(wait + random.uniform(0.0, random_range), LONGEST_DELAY)
        yield delay
    while True:
        yield delay
