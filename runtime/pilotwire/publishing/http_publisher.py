"""A small HTTP server of firmware, read only: what was published, and nothing else, is there.

A file is known by its checksum, as `/CHECKSUM.bin`; no other path leads anywhere. What others can
make it hold is bounded: connections, headers, and how long either may take.
"""

import asyncio
import errno
import os
import re
import shutil
import ssl
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from pilotwire.logs import logger
from pilotwire.publishing.http import (
    BadRequestError,
    Head,
    Portion,
    Request,
    portion,
    read_request,
    response,
)
from pilotwire.station.security.files import UNFINISHED, SecretFolder
from pilotwire.station.vocabulary import UnpublishFirmwareStatus

__all__ = ["HttpPublisher", "PublisherLimits"]

log = logger(__name__)

_NAME: Final = re.compile(r"([0-9a-f]{32})\.bin", re.ASCII)
_ANYWHERE: Final = frozenset({"", "0.0.0.0", "::"})  # noqa: S104 -- what is refused without a url
_PIECE: Final = 256 * 1024


@dataclass(frozen=True, slots=True)
class PublisherLimits:
    """What clients may take.

    Attributes:
        connections: How many there may be at a time; another one is answered with 503.
        header: Bytes of a request's header.
        patience: Seconds that a client has for its next request, and to take the next 256 KiB.
    """

    connections: int = 64
    header: int = 8192
    patience: float = 60.0


class HttpPublisher:
    """A `FirmwarePublisher` over HTTP, or HTTPS; it serves within `async with`.

    Args:
        folder: Where the published files are: a folder of its own, which is made where there is
            none. They stay published over restarts.
        host: The address to listen on.
        port: The port; 0 is any that is free.
        url: The folder's URL as charging stations see it; by default that of host and port.
        tls: What the server shows; without it, it speaks HTTP. What firmware is, its signature
            says (L01).
        limits: What clients may take.

    Raises:
        ValueError: nobody can know the URL: it must be given where the host is no address.
    """

    def __init__(
        self,
        folder: str | Path,
        *,
        host: str,
        port: int = 8080,
        url: str | None = None,
        tls: ssl.SSLContext | None = None,
        limits: PublisherLimits | None = None,
    ) -> None:
        if url is None and host in _ANYWHERE:
            raise ValueError(f"the url must be given where the host is {host!r}")
        self._path = Path(folder)
        self._host = host
        self._port = port
        self._url = url
        self._tls = tls
        self._limits = PublisherLimits() if limits is None else limits
        self._server: asyncio.Server | None = None
        self._connections: set[asyncio.Task[None]] = set()
        self._fetched: Counter[str] = Counter()
        """How many fetch a file just now, by its checksum."""

    @property
    def url(self) -> str:
        """The URL of the folder, with a slash at its end."""
        if self._url is not None:
            return self._url.removesuffix("/") + "/"
        scheme = "http" if self._tls is None else "https"
        host = f"[{self._host}]" if ":" in self._host else self._host
        return f"{scheme}://{host}:{self._port}/"

    @property
    def published(self) -> tuple[str, ...]:
        """The checksums of all files that are there."""
        found = (_NAME.fullmatch(name) for name in SecretFolder(self._path).names())
        return tuple(each[1] for each in found if each is not None)

    async def __aenter__(self) -> Self:
        SecretFolder(self._path)
        self._server = await asyncio.start_server(
            self._connected,
            self._host,
            self._port,
            ssl=self._tls,
            limit=self._limits.header,
        )
        self._port = self._server.sockets[0].getsockname()[1]
        log.info("publishing firmware on port %d", self._port)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._server is not None:
            self._server.close()
        for task in list(self._connections):
            task.cancel()
        if self._connections:
            await asyncio.wait(self._connections)
        self._server = None

    # As a `FirmwarePublisher`.

    async def publish(self, path: Path, checksum: str) -> Sequence[str]:
        """Publish a file; see `FirmwarePublisher`."""
        name = f"{checksum}.bin"
        if _NAME.fullmatch(name) is None:
            raise ValueError("the checksum is none of MD5 in hexadecimal")
        await asyncio.to_thread(self._take, path, name)
        return [self.url + name]

    async def unpublish(self, checksum: str) -> UnpublishFirmwareStatus:
        """Take a file back; see `FirmwarePublisher`."""
        if checksum not in self.published:
            return UnpublishFirmwareStatus.NO_FIRMWARE
        if self._fetched[checksum]:
            return UnpublishFirmwareStatus.DOWNLOAD_ONGOING
        SecretFolder(self._path).remove(f"{checksum}.bin")
        return UnpublishFirmwareStatus.UNPUBLISHED

    def _take(self, path: Path, name: str) -> None:
        """The file is in its place, or not there at all, whenever the power goes."""
        folder = SecretFolder(self._path)
        place, unfinished = self._path / name, self._path / (name + UNFINISHED)
        if not path.exists() and place.is_file():
            return  # it was published before a power cut
        try:
            path.replace(place)
        except OSError as error:
            if error.errno != errno.EXDEV:
                raise
            shutil.copyfile(path, unfinished)  # from another file system
            with unfinished.open("rb") as file:
                os.fsync(file.fileno())
            folder.move(unfinished.name, name)
        else:
            folder.settle()

    # Connections.

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 -- a coroutine runs in one
        self._connections.add(task)
        try:
            if len(self._connections) > self._limits.connections:
                await self._refuse(writer, HTTPStatus.SERVICE_UNAVAILABLE)
            else:
                await self._serve(reader, writer)
        except (OSError, TimeoutError, EOFError, asyncio.LimitOverrunError):
            pass  # whoever is gone, or too slow, or makes no sense
        finally:
            self._connections.discard(task)
            writer.close()
            with suppress(OSError, TimeoutError):
                await asyncio.wait_for(writer.wait_closed(), self._limits.patience)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        lasts = True
        while lasts:
            try:
                async with asyncio.timeout(self._limits.patience):
                    head = await reader.readuntil(b"\r\n\r\n")
                request = read_request(head)
            except asyncio.LimitOverrunError:
                await self._refuse(writer, HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)
                return
            except BadRequestError as error:
                await self._refuse(writer, error.status)
                return
            await self._answer(request, writer)
            lasts = request.lasts

    async def _answer(self, request: Request, writer: asyncio.StreamWriter) -> None:
        found = _NAME.fullmatch(request.path.removeprefix("/"))
        path = self._path / (request.path.removeprefix("/") if found is not None else "")
        if found is None or not path.is_file():
            await self._say(writer, Head(HTTPStatus.NOT_FOUND), lasts=request.lasts)
            return
        checksum = found[1]
        self._fetched[checksum] += 1
        try:
            await self._send(request, path, f'"{checksum}"', writer)
        finally:
            self._fetched[checksum] -= 1

    async def _send(
        self, request: Request, path: Path, validator: str, writer: asyncio.StreamWriter
    ) -> None:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            wanted = portion(request, size, validator)
            if wanted is None:
                beyond = Head(
                    HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE,
                    (("Content-Range", f"bytes */{size}"),),
                )
                await self._say(writer, beyond, lasts=request.lasts)
                return
            length = wanted.end - wanted.start
            head = _head(wanted, size, validator)
            await self._say(writer, head, length=length, lasts=request.lasts)
            if request.method == "HEAD":
                return
            file.seek(wanted.start)
            while length:
                piece = await asyncio.to_thread(file.read, min(length, _PIECE))
                if not piece:
                    raise EOFError  # it has become shorter; the client sees that it is cut
                length -= len(piece)
                await self._write(writer, piece)

    async def _refuse(self, writer: asyncio.StreamWriter, status: HTTPStatus) -> None:
        fields = (("Allow", "GET, HEAD"),) if status is HTTPStatus.METHOD_NOT_ALLOWED else ()
        await self._say(writer, Head(status, fields), lasts=False)

    async def _say(
        self, writer: asyncio.StreamWriter, head: Head, *, length: int = 0, lasts: bool
    ) -> None:
        await self._write(writer, response(head, length=length, lasts=lasts))

    async def _write(self, writer: asyncio.StreamWriter, data: bytes) -> None:
        writer.write(data)
        async with asyncio.timeout(self._limits.patience):
            await writer.drain()


def _head(wanted: Portion, size: int, validator: str) -> Head:
    fields = [
        ("Content-Type", "application/octet-stream"),
        ("Accept-Ranges", "bytes"),
        ("ETag", validator),
    ]
    if wanted.whole:
        return Head(HTTPStatus.OK, tuple(fields))
    fields.append(("Content-Range", f"bytes {wanted.start}-{wanted.end - 1}/{size}"))
    return Head(HTTPStatus.PARTIAL_CONTENT, tuple(fields))
