"""SFTP, through asyncssh.

Nothing of the user is used under whom the station runs: no keys, no agent, no configuration. A host
is trusted by its key: one of the file of known hosts, or the first that it shows where the
application has said so. A host whose key is known is never trusted with another.
"""

import asyncio
import os
from collections import deque
from collections.abc import AsyncGenerator, AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final, cast

import asyncssh

from pilotwire.station.transfer.carrier import Incoming, Since, Source
from pilotwire.station.transfer.errors import BadLocationError, TransferError, Trouble
from pilotwire.station.transfer.in_threads import on_disk
from pilotwire.station.transfer.limits import MIB, TransferLimits
from pilotwire.station.transfer.location import DEFAULT_PORTS, Location
from pilotwire.station.transfer.quiet import hush, hushed
from pilotwire.station.transfer.trust import Trust

__all__ = ["SftpCarrier"]

_BLOCK: Final = 32768
"""Bytes that every server takes at a time; most say that they take more."""

_WINDOW: Final = 2 * MIB
"""Bytes that may be on their way side by side."""

_LONGEST_FILE: Final = 256 * 1024
"""Bytes of a file of known hosts."""

_TROUBLES: Final[tuple[tuple[type[Exception], Trouble], ...]] = (
    (asyncssh.HostKeyNotVerifiable, Trouble.UNTRUSTED),
    (asyncssh.PermissionDenied, Trouble.DENIED),
    (asyncssh.SFTPPermissionDenied, Trouble.DENIED),
    (asyncssh.SFTPWriteProtect, Trouble.DENIED),
    (asyncssh.SFTPNoSuchFile, Trouble.NOT_FOUND),
    (asyncssh.SFTPNoSuchPath, Trouble.NOT_FOUND),
    (asyncssh.SFTPOpUnsupported, Trouble.NOT_SUPPORTED),
    (asyncssh.ChannelOpenError, Trouble.NOT_SUPPORTED),
    (asyncssh.SFTPConnectionLost, Trouble.CUT),
    (asyncssh.SFTPNoConnection, Trouble.CUT),
    (asyncssh.SFTPBadMessage, Trouble.PROTOCOL),
    (asyncssh.SFTPError, Trouble.REFUSED),
    (asyncssh.ConnectionLost, Trouble.CUT),
    (asyncssh.DisconnectError, Trouble.PROTOCOL),
)

hush("asyncssh", "asyncssh.sftp")


class SftpCarrier:
    """See `carrier.Carrier`."""

    def __init__(self, trust: Trust, limits: TransferLimits) -> None:
        self._trust = trust
        self._limits = limits

    @asynccontextmanager
    async def fetch(self, location: Location, since: Since | None) -> AsyncGenerator[Incoming]:
        """Have a file come."""
        path = _remote(location)
        async with self._session(location) as (sftp, window):
            async with self._patience():
                found = await sftp.stat(path)
                file = await sftp.open(path, "rb")
            size, changed = found.size, found.mtime
            validator = "" if changed is None or size is None else f"{changed} {size}"
            start = since.length if since is not None and since.validator == validator else 0
            yield Incoming(start, size, validator, _chunks(file, window, start, size))

    async def store(self, location: Location, source: Source) -> None:
        """Have a file go."""
        path = _remote(location)
        async with self._session(location) as (sftp, window):
            async with self._patience():
                start = await _end_of(sftp, path, source) if source.begun else 0
                file = await sftp.open(path, "r+b" if start else "wb")
            block = file.write_len or _BLOCK
            async for chunk in source.chunks(start):
                for place in range(0, len(chunk), block):
                    part = chunk[place : place + block]
                    await window.room(block)
                    window.begin(file.write(part, start + place))
                start += len(chunk)
            await window.drained()
            async with self._patience():
                await file.close()
                arrived = (await sftp.stat(path)).size
            if arrived is not None and arrived != source.size:
                text = f"{arrived} of {source.size} bytes arrived"
                raise TransferError(Trouble.CUT, text)

    @asynccontextmanager
    async def _session(
        self, location: Location
    ) -> AsyncGenerator[tuple[asyncssh.SFTPClient, "_Window"]]:
        window = _Window(self._limits.silence)
        hosts = await on_disk(_Hosts, self._trust)
        with hushed():
            connection = await self._connected(location, hosts)
            try:
                async with self._patience():
                    await hosts.met()
                    sftp = await connection.start_sftp_client()
                yield sftp, window
            except (TimeoutError, asyncssh.Error, OSError, ValueError) as error:
                raise _trouble(error) from None
            finally:
                connection.abort()
                await window.gone()

    async def _connected(self, location: Location, hosts: "_Hosts") -> asyncssh.SSHClientConnection:
        try:
            return await asyncssh.connect(
                location.host,
                location.port,
                username=location.user or "anonymous",
                password=location.password,
                known_hosts=hosts.known,
                client_factory=lambda: _Client(hosts),
                config=None,
                client_keys=hosts.own,
                agent_path=None,
                gss_host=None,
                x509_trusted_certs=None,
                connect_timeout=self._limits.connect,
                login_timeout=self._limits.silence,
            )
        except asyncssh.Error as error:
            raise _trouble(error) from None
        except (TimeoutError, OSError):
            text = "the server can't be reached, or not in time"
            raise TransferError(Trouble.UNREACHABLE, text) from None
        except ValueError:
            raise BadLocationError("the location's user or password can't be used") from None

    def _patience(self) -> asyncio.Timeout:
        return asyncio.timeout(self._limits.silence)


class _Window:
    """What was asked of a server and has not been answered: several things side by side, or a long
    way to it would make it slow. The library would do that itself, but leaves tasks behind where a
    connection is lost.
    """

    def __init__(self, silence: float) -> None:
        self._silence = silence
        self._tasks: deque[asyncio.Task[bytes | str | int]] = deque()

    def begin(self, asked: Coroutine[Any, Any, bytes | str | int]) -> None:
        """Ask something, and wait for nothing."""
        self._tasks.append(asyncio.ensure_future(asked))

    def full(self, block: int) -> bool:
        """Whether no block of that size may be asked for before something is answered."""
        return len(self._tasks) >= max(1, _WINDOW // block)

    async def oldest(self) -> bytes | str | int | None:
        """What the server says to what was asked first; None where nothing was."""
        if not self._tasks:
            return None
        done, _ = await asyncio.wait({self._tasks[0]}, timeout=self._silence)
        if not done:
            raise TimeoutError
        return self._tasks.popleft().result()

    async def room(self, block: int) -> None:
        """Wait until another block may be sent."""
        while self.full(block):
            await self.oldest()

    async def drained(self) -> None:
        """Wait until all is answered."""
        while self._tasks:
            await self.oldest()

    async def gone(self) -> None:
        """The connection is no more: nothing is answered any more, and nobody waits for it."""
        await asyncio.gather(*self._tasks, return_exceptions=True)


async def _chunks(
    file: asyncssh.SFTPClientFile, window: _Window, start: int, size: int | None
) -> AsyncIterator[bytes]:
    block = file.read_len or _BLOCK
    place = start
    while True:
        while (size is None or place < size) and not window.full(block):
            window.begin(_read(file, block, place))
            place += block
        chunk = await window.oldest()
        if not isinstance(chunk, bytes) or not chunk:
            return
        yield chunk
        if len(chunk) < block:
            return  # it ends here


async def _read(file: asyncssh.SFTPClientFile, block: int, place: int) -> bytes:
    return cast("bytes", await file.read(block, place))  # it was opened without an encoding


async def _end_of(sftp: asyncssh.SFTPClient, path: str, source: Source) -> int:
    """Where to go on. What was cut may have left holes, as far as was sent side by side."""
    if not await sftp.exists(path):
        return 0
    there = (await sftp.stat(path)).size
    return 0 if there is None or there > source.size else max(there - _WINDOW, 0)


class _Client(asyncssh.SSHClient):
    def __init__(self, hosts: "_Hosts") -> None:
        self._hosts = hosts

    def validate_host_public_key(
        self, host: str, addr: str, port: int, key: asyncssh.SSHKey
    ) -> bool:
        """Whether a host may be trusted whose key is not in the file."""
        return self._hosts.may_meet(host, addr, port, key)


class _Hosts:
    """The hosts that are known, perhaps one that is met for the first time, and what the station
    shows them.

    Raises:
        OSError: a file can't be read.
        TransferError: a file makes no sense.
    """

    def __init__(self, trust: Trust) -> None:
        self._path = trust.known_hosts
        self._first_use = trust.first_use
        self._text = ""
        if self._path is not None and (self._path.is_file() or not self._first_use):
            with self._path.open("rb") as file:
                content = file.read(_LONGEST_FILE + 1)
            if len(content) > _LONGEST_FILE:
                raise TransferError(Trouble.UNTRUSTED, "the file of known hosts is too long")
            self._text = content.decode("utf-8", "replace")
        try:
            self.known = asyncssh.import_known_hosts(self._text)
        except ValueError:
            text = "the file of known hosts holds what is none"
            raise TransferError(Trouble.UNTRUSTED, text) from None
        try:
            own = None if trust.ssh_key is None else [asyncssh.read_private_key(trust.ssh_key)]
        except (asyncssh.KeyImportError, asyncssh.KeyEncryptionError):
            text = "the station's SSH key can't be used"
            raise TransferError(Trouble.DISK, text) from None
        self.own = own
        self._new = ""

    def may_meet(self, host: str, addr: str, port: int, key: asyncssh.SSHKey) -> bool:
        """Whether this may be the first key that a host shows."""
        if not self._first_use or any(self.known.match(host, addr, port)):
            return False
        name = host if port == DEFAULT_PORTS["sftp"] else f"[{host}]:{port}"
        self._new = f"{name} {key.export_public_key('openssh').decode('ascii').strip()}\n"
        return len(self._text) + len(self._new) <= _LONGEST_FILE

    async def met(self) -> None:
        """A host has proven that the key is its own: it is known from now on."""
        if self._new and self._path is not None:
            await on_disk(_replace, self._path, self._text, self._new)


def _replace(path: Path, text: str, line: str) -> None:
    """Let a file have another line, from now on and over power cuts."""
    if text and not text.endswith("\n"):
        text += "\n"
    unfinished = path.with_name(f"{path.name}.unfinished")
    unfinished.unlink(missing_ok=True)
    file = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    try:
        os.write(file, (text + line).encode())
        os.fsync(file)
    finally:
        os.close(file)
    unfinished.replace(path)
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _remote(location: Location) -> str:
    """The path as the server is told it: `/~/` is where the user begins."""
    path = location.path
    if path in {"", "/"} or path.endswith("/"):
        raise BadLocationError("the location names no file")
    return path.removeprefix("/~/")


def _trouble(error: Exception) -> TransferError:
    for kind, trouble in _TROUBLES:
        if isinstance(error, kind):
            return TransferError(trouble, f"the server, over SFTP: {trouble.value}")
    if isinstance(error, asyncio.TimeoutError):
        return TransferError(Trouble.CUT, "the server has gone silent")
    if isinstance(error, OSError):
        return TransferError(Trouble.CUT, "the connection was lost")
    return TransferError(Trouble.PROTOCOL, "the server speaks no SFTP")
