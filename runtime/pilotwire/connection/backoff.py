"""How long to wait before connecting again (2.0.1 part 4, 5.3 and 8.1 to 8.3)."""

from collections.abc import Iterator
from random import Random
from typing import Final

__all__ = ["LONGEST_DELAY", "SHORTEST_DELAY", "reconnect_delays"]

SHORTEST_DELAY: Final = 1.0
"""Seconds: many a CSMS is slow to forget the connection that has just ended, and whatever it does
or sets, it is not called without a pause.
"""

LONGEST_DELAY: Final = 86_400.0
"""Seconds; a day."""


def reconnect_delays(
    *, wait_minimum: float, random_range: float, repeat_times: int, random: Random
) -> Iterator[float]:
    """The delay before each attempt after a connection is lost, without end; start anew per loss.

    The first is `wait_minimum` and each further one doubles it, `repeat_times` times; each has its
    own random part on top. The last of these then stays, its random part too. None is shorter
    than `SHORTEST_DELAY` or longer than `LONGEST_DELAY`, whatever the CSMS set.

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
    def delay_of(wait: float) -> float:
        delay = wait + random.uniform(0.0, random_range)
        return min(max(delay, SHORTEST_DELAY), LONGEST_DELAY)

    delay = delay_of(wait)
    yield delay
    for _ in range(repeat_times):
        wait = min(wait * 2, LONGEST_DELAY)
        delay = delay_of(wait)
        yield delay
    while True:
        yield delay
