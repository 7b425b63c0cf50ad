"""FTP as servers speak it that know less than vsftpd, want a password, or speak something else."""

import asyncio
import logging
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from random import Random

import aioftp
import pytest

from pilotwire.station.transfer import BadLocationError, TransferError, TransferLimits, Trouble
from tests.support.moving import HASTE, Mover

CONTENT = Random(6).randbytes(300_000)


@asynccontextmanager
async def server(folder: Path, **more: bool) -> AsyncGenerator[str]:
    """One without SIZE and MDTM, for a user with a password; its URL without them."""
    permission = aioftp.Permission("/", **more)
    user = aioftp.User("somebody", "s3cret@", base_path=folder, permissions=[permission])
    serving = aioftp.Server([user])
    await serving.start("127.0.0.1", 0)
    try:
        yield f"ftp://127.0.0.1:{serving.server_port}/"
    finally:
        await serving.close()


@asynccontextmanager
async def saying(say: Callable[[asyncio.StreamWriter], Awaitable[None]]) -> AsyncGenerator[str]:
    """One that says something and nothing more, until it is closed."""
    writers: list[asyncio.StreamWriter] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writers.append(writer)
        with suppress(ConnectionError):  # whoever listened has gone
            await say(writer)

    listening = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield f"ftp://127.0.0.1:{listening.sockets[0].getsockname()[1]}/"
    finally:
        listening.close()
        for writer in writers:
            writer.transport.abort()
        await asyncio.sleep(0.01)


def signed(url: str, password: str = "s3cret%40") -> str:
    return url.replace("//", f"//somebody:{password}@")


async def trouble_of(doing: Awaitable[object]) -> Trouble:
    with pytest.raises(TransferError) as error:
        await doing
    return error.value.trouble


def test_a_file_comes_and_goes_with_a_password(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    (tmp_path / "served").mkdir()
    logging.getLogger("aioftp.server").disabled = True  # it is the test's own
    mover = Mover(tmp_path / "files")

    async def play() -> None:
        async with server(tmp_path / "served") as url:
            (tmp_path / "served" / "firmware.bin").write_bytes(CONTENT)
            await mover.fetch(signed(url) + "firmware.bin")
            await mover.send(mover.target, signed(url))
            assert await trouble_of(mover.fetch(signed(url, "wr0ng") + "x")) is Trouble.DENIED
            assert await trouble_of(mover.fetch(url + "x")) is Trouble.DENIED
            assert await trouble_of(mover.fetch(signed(url) + "x")) is Trouble.NOT_FOUND

    try:
        asyncio.run(play())
    finally:
        logging.getLogger("aioftp.server").disabled = False
    assert mover.target.read_bytes() == CONTENT
    assert (tmp_path / "served" / "log.gz").read_bytes() == CONTENT
    assert not any(secret in caplog.text for secret in ("s3cret", "wr0ng", "somebody"))


def test_where_nothing_tells_that_the_file_is_the_same_it_comes_anew(tmp_path: Path) -> None:
    (tmp_path / "served").mkdir()
    mover = Mover(tmp_path / "files")

    async def play() -> None:
        async with server(tmp_path / "served") as url:
            (tmp_path / "served" / "firmware.bin").write_bytes(CONTENT)
            await mover.fetch_in_part(signed(url) + "firmware.bin", 100_000)
            (tmp_path / "served" / "firmware.bin").write_bytes(CONTENT[::-1])
            done = await mover.fetch(signed(url) + "firmware.bin")
            assert done.resumed == 0

    asyncio.run(play())
    assert mover.target.read_bytes() == CONTENT[::-1]


def test_a_server_that_does_not_allow_it(tmp_path: Path) -> None:
    (tmp_path / "served").mkdir()
    mover = Mover(tmp_path / "files")
    (mover.folder / "log").write_bytes(CONTENT)

    async def play() -> None:
        async with server(tmp_path / "served", writable=False) as url:
            trouble = await trouble_of(mover.send(mover.folder / "log", signed(url)))
            assert trouble in {Trouble.DENIED, Trouble.NOT_FOUND}

    asyncio.run(play())


async def nothing(writer: asyncio.StreamWriter) -> None:
    pass


async def without_end(writer: asyncio.StreamWriter) -> None:
    while True:
        writer.write(b"220-more\r\n" * 100)
        await writer.drain()


async def a_long_line(writer: asyncio.StreamWriter) -> None:
    while True:
        writer.write(b"2" * 65536)
        await writer.drain()


async def no_ftp(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n\xff\xfe\r\n")
    await writer.drain()
    writer.close()


async def busy(writer: asyncio.StreamWriter) -> None:
    writer.write(b"421 come back later\r\n")
    await writer.drain()


@pytest.mark.parametrize(
    ("says", "troubles"),
    [
        (nothing, {Trouble.UNREACHABLE}),
        (without_end, {Trouble.PROTOCOL}),
        (a_long_line, {Trouble.PROTOCOL}),
        (no_ftp, {Trouble.PROTOCOL, Trouble.UNREACHABLE, Trouble.REFUSED}),
        (busy, {Trouble.REFUSED}),
    ],
)
def test_a_server_that_is_none(
    tmp_path: Path,
    says: Callable[[asyncio.StreamWriter], Awaitable[None]],
    troubles: set[Trouble],
) -> None:
    mover = Mover(tmp_path, TransferLimits(silence=0.5, connect=0.5))

    async def play() -> None:
        async with saying(says) as url:
            assert await trouble_of(mover.fetch(url + "x")) in troubles

    asyncio.run(asyncio.wait_for(play(), 20))


def test_without_tls_nothing_is_said_to_a_server_that_has_none(tmp_path: Path) -> None:
    """To ftps belongs TLS, and no password goes without."""
    heard: list[bytes] = []

    async def plain(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 hello\r\n")
        while line := await reader.readline():
            heard.append(line)
            writer.write(b"502 what is that\r\n")
        writer.close()

    async def play() -> None:
        listening = await asyncio.start_server(plain, "127.0.0.1", 0)
        async with listening:
            port = listening.sockets[0].getsockname()[1]
            url = f"ftps://somebody:s3cret@127.0.0.1:{port}/x"
            assert await trouble_of(Mover(tmp_path, HASTE).fetch(url)) is Trouble.NOT_SUPPORTED

    asyncio.run(asyncio.wait_for(play(), 20))
    assert b"AUTH TLS\r\n" in heard
    assert not any(b"USER" in line or b"s3cret" in line for line in heard)


@pytest.mark.parametrize("path", ["", "/", "/folder/"])
@pytest.mark.parametrize("scheme", ["ftp", "sftp"])
def test_a_location_that_names_no_file(tmp_path: Path, scheme: str, path: str) -> None:
    with pytest.raises(BadLocationError, match="no file"):
        asyncio.run(Mover(tmp_path).fetch(f"{scheme}://localhost:9{path}"))
