"""TLS in front of a server that has none, on a socket.

asyncio's own TLS says nothing when it gives up: no alert leaves. A CSMS in the field does say what
is wrong, and this one does.
"""

import asyncio
import ssl
from asyncio import StreamReader, StreamWriter
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import TypeVar

__all__ = ["Secured", "front", "listening"]

T = TypeVar("T")

LOT = 65_536
LINGER = 2.0
"""Seconds for the other end to read an alert; a socket that is closed at once may lose it."""


class Secured:
    """One connection: plain text on this side, TLS on the other."""

    def __init__(self, tls: ssl.SSLContext, reader: StreamReader, writer: StreamWriter) -> None:
        self._incoming, self._outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._tls = tls.wrap_bio(self._incoming, self._outgoing, server_side=True)
        self._reader, self._writer = reader, writer

    async def shake_hands(self) -> None:
        await self._step(self._tls.do_handshake)

    async def read(self) -> bytes:
        return await self._step(lambda: self._tls.read(LOT))

    def write(self, data: bytes) -> None:
        self._tls.write(data)
        self._flush()

    async def _step(self, step: Callable[[], T]) -> T:
        while True:
            try:
                return step()
            except ssl.SSLWantReadError:
                self._flush()
                data = await self._reader.read(LOT)
                if data:
                    self._incoming.write(data)
                else:
                    self._incoming.write_eof()
            finally:
                self._flush()

    def _flush(self) -> None:
        data = self._outgoing.read()
        if data and not self._writer.is_closing():
            self._writer.write(data)


Serve = Callable[[StreamReader, StreamWriter], Awaitable[None]]


@asynccontextmanager
async def listening(serve: Serve) -> AsyncGenerator[int]:
    """A server on a port of this machine; it is over when all its connections are."""
    serving: set[asyncio.Task[None]] = set()

    async def one(reader: StreamReader, writer: StreamWriter) -> None:
        try:
            await serve(reader, writer)
        finally:
            writer.close()
            with suppress(OSError):
                await writer.wait_closed()

    def accept(reader: StreamReader, writer: StreamWriter) -> None:
        task = asyncio.get_running_loop().create_task(one(reader, writer))
        serving.add(task)

    async with await asyncio.start_server(accept, "127.0.0.1") as server:
        port: int = server.sockets[0].getsockname()[1]
        try:
            yield port
        finally:
            await asyncio.gather(*serving)


@asynccontextmanager
async def front(tls: ssl.SSLContext, port: int) -> AsyncGenerator[int]:
    """TLS in front of what listens on a port of this machine; the port of it all."""

    async def serve(reader: StreamReader, writer: StreamWriter) -> None:
        secured = Secured(tls, reader, writer)
        try:
            await secured.shake_hands()
            await _relay(secured, port)
        except OSError:  # a handshake that fails is one, too
            with suppress(OSError, TimeoutError):
                writer.write_eof()
                async with asyncio.timeout(LINGER):
                    while await reader.read(LOT):
                        pass

    async with listening(serve) as secured_port:
        yield secured_port


async def _relay(secured: Secured, port: int) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)

    async def inwards() -> None:
        while data := await secured.read():
            writer.write(data)

    async def outwards() -> None:
        while data := await reader.read(LOT):
            secured.write(data)

    ways = [asyncio.ensure_future(inwards()), asyncio.ensure_future(outwards())]
    try:
        await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for way in ways:
            way.cancel()
        await asyncio.gather(*ways, return_exceptions=True)
        writer.close()
        await writer.wait_closed()
