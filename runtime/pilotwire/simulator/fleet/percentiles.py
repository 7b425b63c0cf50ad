"""Latencies of any number in little memory, each known to within a twentieth."""

from collections import Counter
from math import ceil, log

__all__ = ["Latencies"]

_LEAST_S = 1e-5
_STEP = 1.05


class Latencies:
    """Counts by bounds that grow by a twentieth each, from 10 microseconds on."""

    __slots__ = ("_counts", "count", "longest", "total")

    def __init__(self) -> None:
        self._counts: Counter[int] = Counter()
        self.count = 0
        """How many there were."""
        self.longest = 0.0
        """The longest, in seconds."""
        self.total = 0.0
        """All of them together, in seconds."""

    def add(self, seconds: float) -> None:
        """Count one."""
        place = 0 if seconds <= _LEAST_S else ceil(log(seconds / _LEAST_S) / log(_STEP))
        self._counts[place] += 1
        self.count += 1
        self.longest = max(self.longest, seconds)
        self.total += seconds

    def percentile(self, percent: float) -> float:
        """What so many percent of them did not exceed, in seconds; 0 where there are none."""
        left = ceil(self.count * percent / 100)
        for place in sorted(self._counts):
            left -= self._counts[place]
            if left <= 0:
                return min(_LEAST_S * _STEP**place, self.longest)
        return 0.0
