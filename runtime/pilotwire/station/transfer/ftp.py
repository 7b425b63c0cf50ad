"""FTP and FTPS, through aioftp; passive always, since most stations are behind a NAT.

What a URL calls ftps is TLS from the first byte on, or after AUTH TLS, whichever the server has;
without TLS nothing is sent, in either. A download goes on with REST, if MDTM tells that the file is
the same; an upload with APPE, where SIZE tells that it ends.

The data connection is made here: a server may begin with TLS on it only after it has heard what is
wanted, and may want the session of the control connection (aioftp begins at once).
"""

import asyncio
import re
import ssl
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Final

import aioftp
from aioftp.common import SSLSessionBoundContext

from pilotwire.station.transfer.carrier import Incoming, Since, Source
from pilotwire.station.transfer.errors import BadLocationError, TransferError, Trouble
from pilotwire.station.transfer.in_threads import on_disk
from pilotwire.station.transfer.limits import TransferLimits
from pilotwire.station.transfer.location import Location
from pilotwire.station.transfer.quiet import hush, hushed
from pilotwire.station.transfer.trust import Trust

__all__ = ["FtpCarrier"]

_READ: Final = 65536
_EXPLICIT: Final = 21
"""The port on which TLS begins with AUTH TLS."""

_MOST_LINES: Final = 10_000
"""Lines that a server may say in one session: what it says at a time is in memory."""

_TROUBLES: Final = {
    "425": Trouble.CUT,
    "426": Trouble.CUT,
    "430": Trouble.DENIED,
    "500": Trouble.NOT_SUPPORTED,
    "502": Trouble.NOT_SUPPORTED,
    "504": Trouble.NOT_SUPPORTED,
    "530": Trouble.DENIED,
    "532": Trouble.DENIED,
    "534": Trouble.NOT_SUPPORTED,
    "550": Trouble.NOT_FOUND,
    "553": Trouble.DENIED,
}

hush("aioftp.client")


class FtpCarrier:
    """See `carrier.Carrier`."""

    def __init__(self, trust: Trust, limits: TransferLimits) -> None:
        self._trust = trust
        self._limits = limits

    @asynccontextmanager
    async def fetch(self, location: Location, since: Since | None) -> AsyncGenerator[Incoming]:
        """Have a file come."""
        path = _remote(location)
        async with self._session(location) as session:
            size = await session.size(path)
            changed = await session.said(f"MDTM {path}", "213")
            validator = "" if changed is None or size is None else f"{changed} {size}"
            start = since.length if since is not None and since.validator == validator else 0
            if start and start == size:
                yield Incoming(start, size, validator, _nothing())
                return
            if start and await session.said(f"REST {start}", "350") is None:
                start = 0
            async with session.data(f"RETR {path}", rest=start) as (reader, _):
                yield Incoming(start, size, validator, session.chunks(reader))

    async def store(self, location: Location, source: Source) -> None:
        """Have a file go."""
        path = _remote(location)
        async with self._session(location) as session:
            start = 0
            if source.begun:
                there = await session.size(path)
                start = there if there is not None and there <= source.size else 0
            if not (start and start == source.size):
                async with session.data(f"{'APPE' if start else 'STOR'} {path}") as (_, writer):
                    await session.send(writer, source, start)
            arrived = await session.size(path)
            if arrived is not None and arrived != source.size:
                text = f"{arrived} of {source.size} bytes arrived"
                raise TransferError(Trouble.CUT, text)

    @asynccontextmanager
    async def _session(self, location: Location) -> AsyncGenerator["_Session"]:
        context = await on_disk(self._trust.context) if location.secured else None
        with hushed():
            client = await self._connected(location, context)
            session = _Session(client, context, self._limits)
            try:
                await client.login(location.user or "anonymous", location.password or "anonymous@")
                if context is not None:
                    await client.command("PBSZ 0", "2xx")
                    await client.command("PROT P", "2xx")
                await client.command("TYPE I", "2xx")
                yield session
                with suppress(aioftp.AIOFTPException, OSError, ValueError):
                    await client.command("QUIT")  # what it says to that does not matter
            except (TimeoutError, aioftp.AIOFTPException, OSError, ValueError) as error:
                raise _trouble(error) from None
            finally:
                client.stream.writer.transport.abort()  # TLS would wait for the server's farewell

    async def _connected(self, location: Location, context: ssl.SSLContext | None) -> "_Client":
        """A connection on which a user may be named: with TLS, where there is to be some."""
        if context is None:
            return await self._open(location.host, location.port)
        if location.port != _EXPLICIT:
            try:
                return await self._open(location.host, location.port, context)
            except TransferError as error:
                # Nobody there, or one who says hello in the clear.
                if error.trouble is not Trouble.UNREACHABLE:
                    raise
        port = location.port if location.port_given else _EXPLICIT
        client = await self._open(location.host, port)
        try:
            await client.upgrade_to_tls(context)
        except (TimeoutError, aioftp.AIOFTPException, OSError, ValueError) as error:
            client.close()
            raise _trouble(error) from None
        except BaseException:  # whoever has cancelled it: nothing stays open
            client.close()
            raise
        return client

    async def _open(self, host: str, port: int, context: ssl.SSLContext | None = None) -> "_Client":
        client = _Client(
            socket_timeout=self._limits.silence,
            connection_timeout=self._limits.connect,
            ssl=context,
        )
        try:
            await client.connect(host, port)
        except ssl.SSLCertVerificationError as error:
            raise _trouble(error) from None
        except (TimeoutError, OSError):
            client.close()
            text = "the server can't be reached, or not in time"
            raise TransferError(Trouble.UNREACHABLE, text) from None
        except (aioftp.AIOFTPException, ValueError) as error:
            client.close()
            raise _trouble(error) from None
        except BaseException:  # whoever has cancelled it: nothing stays open
            client.close()
            raise
        return client


class _Client(aioftp.Client):
    """One that does not listen for ever."""

    _lines = 0

    async def parse_line(self) -> tuple[aioftp.Code, str]:
        self._lines += 1
        if self._lines > _MOST_LINES:
            raise ValueError("the server says too much")
        return await super().parse_line()


class _Session:
    """A user who is logged in."""

    def __init__(
        self, client: aioftp.Client, context: ssl.SSLContext | None, limits: TransferLimits
    ) -> None:
        self._client = client
        self._context = context
        self._limits = limits

    async def said(self, command: str, code: str) -> str | None:
        """What a server says to a command with that code; None where it says another."""
        try:
            answered = await self._client.command(command, code)
        except aioftp.StatusCodeError:
            return None
        return answered[1][-1].strip()

    async def size(self, path: str) -> int | None:
        """Of a file there, if the server tells."""
        told = await self.said(f"SIZE {path}", "213")
        return None if told is None or not re.fullmatch(r"[0-9]{1,18}", told) else int(told)

    @asynccontextmanager
    async def data(
        self, command: str, rest: int = 0
    ) -> AsyncGenerator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
        """A data connection for a command, from its begin to what the server says at its end."""
        port = await self._passive()
        if rest:  # once more: some forget it over EPSV
            await self._client.command(f"REST {rest}", "350")
        async with asyncio.timeout(self._limits.connect):
            reader, writer = await asyncio.open_connection(self._client.server_host, port)
        try:
            await self._client.command(command, "1xx")
            if self._context is not None:
                control = self._client.stream.writer.get_extra_info("ssl_object")
                bound = SSLSessionBoundContext(
                    ssl.PROTOCOL_TLS_CLIENT, context=self._context, session=control.session
                )
                await writer.start_tls(
                    bound,
                    server_hostname=self._client.server_host,
                    ssl_handshake_timeout=self._limits.connect,
                )
            yield reader, writer
        except BaseException:  # whatever it is: nothing stays open
            writer.transport.abort()
            raise
        writer.close()
        try:
            await self._client.command(None, "2xx", "1xx")
        finally:
            writer.transport.abort()

    async def chunks(self, reader: asyncio.StreamReader) -> AsyncIterator[bytes]:
        """What comes on a data connection."""
        while True:
            async with asyncio.timeout(self._limits.silence):
                chunk = await reader.read(_READ)
            if not chunk:
                return
            yield chunk

    async def send(self, writer: asyncio.StreamWriter, source: Source, start: int) -> None:
        """Send a file on a data connection."""
        try:
            async for chunk in source.chunks(start):
                writer.write(chunk)
                async with asyncio.timeout(self._limits.silence):
                    await writer.drain()
        except ConnectionError:
            # The server has closed it, and may say why.
            await self._client.command(None, "2xx", "1xx")
            raise

    async def _passive(self) -> int:
        """The port of a data connection: the host is always the one that is spoken to."""
        try:
            _, said = await self._client.command("EPSV", "229")
            return self._client.parse_epsv_response(said[-1])[1]
        except aioftp.StatusCodeError:
            _, said = await self._client.command("PASV", "227")
            return self._client.parse_pasv_response(said[-1])[1]


async def _nothing() -> AsyncIterator[bytes]:
    return
    yield b""  # what makes it a generator


def _remote(location: Location) -> str:
    """The path as the server is told it: from where a user begins, unless it has two slashes."""
    path = location.path.removeprefix("/")
    if not path or path.endswith("/"):
        raise BadLocationError("the location names no file")
    return path


def _trouble(error: Exception) -> TransferError:
    match error:
        case aioftp.StatusCodeError():
            code = str(error.received_codes[-1])[:3]
            trouble = _TROUBLES.get(code, Trouble.REFUSED)
            words = " ".join(error.info).lower()
            if trouble is Trouble.NOT_FOUND and ("permission" in words or "denied" in words):
                trouble = Trouble.DENIED
            shown = code if code.isascii() and code.isdigit() else "what is no FTP"
            return TransferError(trouble, f"the server says FTP {shown} ({trouble.value})")
        case ssl.SSLCertVerificationError():
            text = f"the server's certificate: {error.verify_message}"
            return TransferError(Trouble.UNTRUSTED, text)
        case ssl.SSLError():
            reason = (error.reason or "no common settings").replace("_", " ").lower()
            return TransferError(Trouble.CUT, f"no TLS with the server: {reason}")
        case asyncio.TimeoutError():
            return TransferError(Trouble.CUT, "the server has gone silent")
        case OSError():
            return TransferError(Trouble.CUT, "the connection was lost")
        case _:
            return TransferError(Trouble.PROTOCOL, "the server speaks no FTP")
