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
    return _Delays(wait_minimum, random_range, repeat_times, random)


class _Delays(Iterator[float]):
    """Small: a connection that lasts keeps one for its end."""

    __slots__ = ("_delay", "_left", "_random", "_range", "_wait")

    def __init__(self, wait: float, random_range: float, repeat_times: int, random: Random) -> None:
        self._wait, self._range, self._left = wait, random_range, repeat_times
        self._random = random
        self._delay: float | None = None

    def __next__(self) -> float:
        if self._delay is not None:
            if self._left <= 0:
                return self._delay
            self._left -= 1
            self._wait = min(self._wait * 2, LONGEST_DELAY)
        delay = self._wait + self._random.uniform(0.0, self._range)
        self._delay = min(max(delay, SHORTEST_DELAY), LONGEST_DELAY)
        return self._delay
