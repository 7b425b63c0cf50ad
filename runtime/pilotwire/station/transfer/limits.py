"""How much a transfer may take: bytes, time, and the share of the line."""

import asyncio
from dataclasses import dataclass
from typing import Final

__all__ = ["MIB", "Pace", "TransferLimits"]

MIB: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class TransferLimits:
    """What transfers of a station have to stay within.

    Attributes:
        largest: Bytes of a file that is fetched, at most.
        spare: Bytes that stay free on the disk for others, such as the station's store.
        bytes_per_second: What all transfers together may take of the line; None is no limit.
        connect: Seconds that a server may take to be connected.
        silence: Seconds without a byte after which a transfer counts as cut.
        longest: Seconds of one attempt at most.

    Raises:
        ValueError: one of them can't be.
    """

    largest: int = 2048 * MIB
    spare: int = 32 * MIB
    bytes_per_second: int | None = None
    connect: float = 30.0
    silence: float = 60.0
    longest: float = 6 * 3600.0

    def __post_init__(self) -> None:
        if self.largest < 1 or self.spare < 0:
            raise ValueError("a limit of bytes is negative, or lets nothing pass")
        if self.bytes_per_second is not None and self.bytes_per_second < 1:
            raise ValueError("no byte per second would pass")
        if min(self.connect, self.silence, self.longest) <= 0:
            raise ValueError("a time limit leaves no time")


class Pace:
    """Holds all transfers of a station back to so many bytes per second."""

    __slots__ = ("_due", "_rate")

    def __init__(self, bytes_per_second: int | None) -> None:
        self._rate = bytes_per_second
        self._due = 0.0

    async def passed(self, size: int) -> None:
        """So many bytes have passed: wait until the next may. What was not used is not saved up."""
        if self._rate is None:
            return
        now = asyncio.get_running_loop().time()
        self._due = max(self._due, now) + size / self._rate
        await asyncio.sleep(self._due - now)
