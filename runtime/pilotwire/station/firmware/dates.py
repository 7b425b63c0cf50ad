"""Dates that are waited for, by a clock that may be set meanwhile."""

import asyncio
from datetime import datetime
from typing import Final

from pilotwire.station.clock import StationClock

__all__ = ["is_ahead", "until"]

LONGEST_LOOK: Final = 60.0
"""Seconds between two looks at the clock."""


def is_ahead(clock: StationClock, time: datetime) -> bool:
    """Whether a time has not come; nobody knows before the time of day is known."""
    return clock.provisional or time > clock.now()


async def until(clock: StationClock, time: datetime) -> None:
    """Wait for a time."""
    while is_ahead(clock, time):
        left = (time - clock.now()).total_seconds()
        await asyncio.sleep(min(max(left, 0.001), LONGEST_LOOK))
