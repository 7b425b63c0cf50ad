"""A server of files that is not there: what it has and takes is in memory, and time is virtual."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from pilotwire.station.transfer import FileFolder, Location, TransferError, TransferLimits, Trouble
from pilotwire.station.transfer.carrier import Incoming, Since, Source

__all__ = ["Shelf"]


@dataclass
class Shelf:
    """A carrier for any scheme; URLs without user and password are its keys.

    Attributes:
        files: What can be fetched.
        taken: What has been sent.
        troubles: What the next attempts end with, one each, before anything else; None lets one
            pass.
        cuts: After how many bytes each of the next fetches is cut; None lets one pass.
        bytes_per_second: How fast it is; 0 is at once.
        tells_sizes: Whether it says how large a file is.
        attempts: Where each attempt went to.
    """

    files: dict[str, bytes] = field(default_factory=dict[str, bytes])
    taken: dict[str, bytes] = field(default_factory=dict[str, bytes])
    troubles: list[Exception | None] = field(default_factory=list[Exception | None])
    cuts: list[int | None] = field(default_factory=list[int | None])
    bytes_per_second: int = 0
    tells_sizes: bool = True
    attempts: list[str] = field(default_factory=list[str])

    def folder(self, path: Path, limits: TransferLimits | None = None) -> FileFolder:
        """What a station is given that has no other server."""
        schemes = ("ftp", "ftps", "http", "https", "sftp")
        return FileFolder(path, limits=limits, carriers=dict.fromkeys(schemes, self))

    @asynccontextmanager
    async def fetch(self, location: Location, since: Since | None) -> AsyncGenerator[Incoming]:
        self._attempt(location)
        content = self.files.get(location.request_url)
        if content is None:
            raise TransferError(Trouble.NOT_FOUND, "the shelf has no such file")
        validator = f'"{hash(content)}"'
        start = since.length if since is not None and since.validator == validator else 0
        cut = self.cuts.pop(0) if self.cuts else None
        size = len(content) if self.tells_sizes else None
        yield Incoming(start, size, validator, self._chunks(content[start:], cut))

    async def _chunks(self, content: bytes, cut: int | None) -> AsyncIterator[bytes]:
        step = max(1, self.bytes_per_second or 65536)
        end = len(content) if cut is None else min(cut, len(content))
        for place in range(0, end, step):
            if self.bytes_per_second:
                await asyncio.sleep(1)
            yield content[place : min(place + step, end)]
        if end < len(content):
            raise TransferError(Trouble.CUT, "the shelf has fallen")

    async def store(self, location: Location, source: Source) -> None:
        self._attempt(location)
        content = b""
        async for chunk in source.chunks():
            content += chunk
            if self.bytes_per_second:
                await asyncio.sleep(len(chunk) / self.bytes_per_second)
        self.taken[location.request_url] = content

    def _attempt(self, location: Location) -> None:
        self.attempts.append(location.request_url)
        trouble = self.troubles.pop(0) if self.troubles else None
        if trouble is not None:
            raise trouble
