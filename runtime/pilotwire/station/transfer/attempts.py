"""How often a transfer is tried, and what lies between: `retries` and `retryInterval`."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final, TypeVar

from pilotwire.station.transfer.errors import BadLocationError, TransferError

__all__ = ["DEFAULT_INTERVAL", "DEFAULT_RETRIES", "Attempts"]

DEFAULT_RETRIES: Final = 3
DEFAULT_INTERVAL: Final = 60.0
_LEAST_INTERVAL: Final = 1.0
_LONGEST_INTERVAL: Final = 86400.0
"""What the CSMS names as a wait ends within a day, and no server is asked without a pause."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Attempts:
    """What the CSMS says of them; None is left to the station.

    Attributes:
        retries: How often it is tried again after the first attempt; 0 is never (1.6 errata 3.50
            has put "retry" where "try" was).
        interval: Seconds between the end of an attempt and the next one.
    """

    retries: int | None = None
    interval: float | None = None

    async def make(
        self,
        attempt: Callable[[], Awaitable[T]],
        failed: Callable[[TransferError, int], None] | None = None,
        *,
        made: int = 0,
    ) -> T:
        """Try until it has succeeded or all attempts are used up.

        Every failure counts, since none is certain to be one for good, but a location that can't be
        used at all.

        Args:
            attempt: What to try.
            failed: Told of each failure that is followed by another attempt, and how many are left,
                before the wait.
            made: Attempts that failed before a restart.

        Raises:
            TransferError: of the last attempt.
        """
        retries = DEFAULT_RETRIES if self.retries is None else max(self.retries, 0)
        interval = DEFAULT_INTERVAL if self.interval is None else self.interval
        left = max(retries - made, 0)
        while True:
            try:
                return await attempt()
            except BadLocationError:
                raise
            except TransferError as error:
                if not left:
                    raise
                if failed is not None:
                    failed(error, left)
            left -= 1
            await asyncio.sleep(min(max(interval, _LEAST_INTERVAL), _LONGEST_INTERVAL))
