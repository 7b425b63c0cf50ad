"""The station's time of day.

It runs on the event loop's clock from the last moment it was set, so that it never jumps by itself
and runs as fast as the loop does. The CSMS sets it with the times in its answers (B01.FR.06, G02).
"""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Protocol

__all__ = ["Clock", "StationClock", "SystemClock"]


class Clock(Protocol):
    """Where the time of day comes from when the station starts."""

    def now(self) -> datetime:
        """The time of day, with a time zone."""
        ...


class SystemClock:
    """The computer's clock."""

    def now(self) -> datetime:
        """The time of day in UTC."""
        return datetime.now(UTC)


class StationClock:
    """The time of day as the station believes it, in UTC."""

    def __init__(self, source: Clock) -> None:
        self._anchor(source.now())

    def now(self) -> datetime:
        """The time of day, to the millisecond that OCPP can carry."""
        now = self._set_to + timedelta(seconds=asyncio.get_running_loop().time() - self._set_at)
        return now.replace(microsecond=now.microsecond // 1000 * 1000)

    def set(self, time: datetime) -> None:
        """Go on from `time`, which must have a time zone."""
        self._anchor(time)

    def _anchor(self, time: datetime) -> None:
        self._set_to = time.astimezone(UTC)
        self._set_at = asyncio.get_running_loop().time()
