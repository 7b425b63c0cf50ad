"""Clocks that are wrong: the station's when its power comes back, and the CSMS's at any moment."""

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from tests.simulation.backend import Backend
from tests.simulation.misfortune import Misfortune
from tests.support.scene import now

__all__ = ["Clocks", "FixedClock"]

JUMP = 7200.0
"""Seconds by which a clock is wrong at most."""


@dataclass(frozen=True)
class FixedClock:
    """What a station's clock shows when its power comes back."""

    time: datetime | None

    def now(self) -> datetime | None:
        return self.time


class Clocks:
    """What the clocks of a run have shown."""

    def __init__(self, random: Random, misfortune: Misfortune, backend: Backend) -> None:
        self._random = random
        self._misfortune = misfortune
        self._backend = backend
        self.offsets: list[tuple[float, float]] = [(0.0, 0.0)]
        """By how many seconds a clock went wrong, and when."""
        self.timeless = False
        """The station did not know the time once."""

    @property
    def steady_until(self) -> float:
        """Till when nothing was wrong with any clock."""
        if self.timeless:
            return 0.0
        return self.offsets[1][0] if len(self.offsets) > 1 else float("inf")

    def steady(self) -> bool:
        """Whether nothing has been wrong with any clock so far."""
        return asyncio.get_running_loop().time() < self.steady_until

    def at_a_start(self) -> FixedClock:
        """The station's, when its power comes back."""
        draw = self._random.random()
        if draw < self._misfortune.no_clock:
            self.timeless = True
            return FixedClock(None)
        offset = 0.0
        if draw < self._misfortune.no_clock + self._misfortune.wrong_clock:
            offset = self._wrong()
        return FixedClock(now() + timedelta(seconds=offset))

    async def jump(self) -> None:
        """The CSMS changes its mind about the time."""
        self._backend.clock_offset = timedelta(seconds=self._wrong())

    def _wrong(self) -> float:
        offset = self._random.uniform(-JUMP, JUMP)
        self.offsets.append((asyncio.get_running_loop().time(), offset))
        return offset
