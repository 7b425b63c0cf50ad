"""One attempt to fetch a file: what comes goes to the disk, within the limits."""

import asyncio
from pathlib import Path
from typing import Final

from pilotwire.station.transfer.carrier import Carrier, Downloaded, Incoming, Progress
from pilotwire.station.transfer.errors import TransferError, Trouble
from pilotwire.station.transfer.in_threads import in_thread, on_disk
from pilotwire.station.transfer.limits import MIB, Pace, TransferLimits
from pilotwire.station.transfer.location import Location
from pilotwire.station.transfer.partial import CHECKPOINT, Partial

__all__ = ["fetch"]

_BATCH: Final = MIB
"""Bytes that are in memory before they go to the disk."""

_WORTHLESS: Final = frozenset({Trouble.NO_SPACE, Trouble.TOO_LARGE, Trouble.PROTOCOL, Trouble.DISK})
"""After these what has come is of no use, or in the way of others."""


async def fetch(
    carrier: Carrier,
    location: Location,
    target: Path,
    limits: TransferLimits,
    pace: Pace,
    progress: Progress,
) -> Downloaded:
    """Fetch a file, or what is left of it.

    Raises:
        TransferError: it is not there, or not all of it.
    """
    partial = await on_disk(Partial, target, location.fingerprint)
    time = asyncio.timeout(limits.longest)
    try:
        async with time:
            return await _Download(partial, limits, pace, progress).run(carrier, location, target)
    except TimeoutError:
        if not time.expired():
            raise
        text = f"the transfer has not ended within {limits.longest:g} s"
        raise TransferError(Trouble.CUT, text) from None
    finally:
        await in_thread(partial.close)


class _Download:
    def __init__(
        self, partial: Partial, limits: TransferLimits, pace: Pace, progress: Progress
    ) -> None:
        self._partial = partial
        self._limits = limits
        self._pace = pace
        self._progress = progress
        self._batch = bytearray()

    async def run(self, carrier: Carrier, location: Location, target: Path) -> Downloaded:
        partial = self._partial
        since = await on_disk(partial.since)
        async with carrier.fetch(location, since) as incoming:
            if incoming.start not in {0, 0 if since is None else since.length}:
                raise TransferError(Trouble.PROTOCOL, "the server sends another part of the file")
            try:
                await on_disk(self._begin, incoming)
                await self._receive(incoming)
                await self._flush(incoming)
                _check(partial.length, incoming.size)
                await on_disk(partial.finish)
            except TransferError as error:
                await self._leave(incoming, worthless=error.trouble in _WORTHLESS)
                raise
            except BaseException:
                # Whoever has cancelled it may want it to go on later; of a disk that has failed
                # nobody knows what is on it.
                await self._leave(incoming, worthless=False)
                raise
        return Downloaded(target, partial.length, incoming.start)

    def _begin(self, incoming: Incoming) -> None:
        self._partial.begin(incoming.start)
        size, limits = incoming.size, self._limits
        if size is None:
            return
        if size > limits.largest:
            raise _too_large(limits, size)
        if size - incoming.start + limits.spare > self._partial.room():
            text = f"there is no room for {size - incoming.start} bytes more"
            raise TransferError(Trouble.NO_SPACE, text)

    async def _receive(self, incoming: Incoming) -> None:
        async for chunk in incoming.chunks:
            self._batch += chunk
            length = self._partial.length + len(self._batch)
            if length > self._limits.largest:
                raise _too_large(self._limits, length)
            if incoming.size is not None and length > incoming.size:
                _check(length, incoming.size)
            if len(self._batch) >= _BATCH:
                await self._flush(incoming)
            self._progress(length, incoming.size)
            await self._pace.passed(len(chunk))

    async def _flush(self, incoming: Incoming) -> None:
        batch, self._batch = self._batch, bytearray()
        await on_disk(self._write, batch, incoming.validator)

    def _write(self, batch: bytearray, validator: str) -> None:
        partial = self._partial
        if partial.room() < self._limits.spare + len(batch):
            raise TransferError(Trouble.NO_SPACE, "there is no room for more of the file")
        partial.write(batch)
        if partial.length - partial.saved >= CHECKPOINT:
            partial.save(validator)

    async def _leave(self, incoming: Incoming, *, worthless: bool) -> None:
        """Put down what has come of a file that is not whole, or put it away."""
        partial = self._partial
        try:
            if worthless:
                await on_disk(partial.drop)
            else:
                await self._flush(incoming)
                await on_disk(partial.save, incoming.validator)
        except TransferError:
            pass  # the next attempt begins with what there is; what has failed first counts


def _check(length: int, size: int | None) -> None:
    if size is None or length == size:
        return
    if length < size:
        raise TransferError(Trouble.CUT, f"only {length} of {size} bytes came")
    raise TransferError(Trouble.PROTOCOL, f"more bytes came than the {size} that were announced")


def _too_large(limits: TransferLimits, size: int) -> TransferError:
    text = f"the file has {size} bytes or more, and may have {limits.largest}"
    return TransferError(Trouble.TOO_LARGE, text)
