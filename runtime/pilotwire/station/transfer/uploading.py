"""One attempt to send a file."""

import asyncio
import os
import stat
from collections.abc import AsyncIterator

from pilotwire.station.transfer.carrier import PIECE, Carrier, Outgoing, Progress
from pilotwire.station.transfer.errors import TransferError, Trouble
from pilotwire.station.transfer.in_threads import on_disk
from pilotwire.station.transfer.limits import Pace, TransferLimits
from pilotwire.station.transfer.location import Location

__all__ = ["store"]


async def store(
    carrier: Carrier,
    outgoing: Outgoing,
    location: Location,
    limits: TransferLimits,
    pace: Pace,
    progress: Progress,
) -> None:
    """Send a file, or what the server does not have of it.

    Raises:
        TransferError: it has not arrived, or not all of it.
    """
    source = await on_disk(_Source, outgoing, pace, progress)
    time = asyncio.timeout(limits.longest)
    try:
        async with time:
            await carrier.store(location, source)
    except TimeoutError:
        if not time.expired():
            raise
        text = f"the transfer has not ended within {limits.longest:g} s"
        raise TransferError(Trouble.CUT, text) from None
    finally:
        source.close()


class _Source:
    """The file, open; see `carrier.Source`."""

    def __init__(self, outgoing: Outgoing, pace: Pace, progress: Progress) -> None:
        self._outgoing = outgoing
        self._pace = pace
        self._progress = progress
        self._file = os.open(outgoing.path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
        self.name = outgoing.name
        status = os.fstat(self._file)
        self.size = status.st_size
        if not stat.S_ISREG(status.st_mode):
            os.close(self._file)
            raise TransferError(Trouble.DISK, "what is to be sent is no file")

    @property
    def begun(self) -> bool:
        return self._outgoing.begun

    async def chunks(self, start: int = 0) -> AsyncIterator[bytes]:
        place = start
        while place < self.size:
            piece = await on_disk(os.pread, self._file, min(PIECE, self.size - place), place)
            if not piece:
                raise TransferError(Trouble.DISK, "the file has become shorter while it was sent")
            self._outgoing.begun = True
            yield piece
            place += len(piece)
            self._progress(place, self.size)
            await self._pace.passed(len(piece))

    def close(self) -> None:
        os.close(self._file)
