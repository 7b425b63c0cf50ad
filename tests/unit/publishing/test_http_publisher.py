"""The HTTP server of published firmware: what is there, and nothing else, to whoever asks how."""

import asyncio
import functools
from collections.abc import Callable, Coroutine
from hashlib import md5
from pathlib import Path
from random import Random

import pytest

from pilotwire.publishing import HttpPublisher, PublisherLimits
from pilotwire.publishing.http import BadRequestError, portion, read_request
from pilotwire.station.vocabulary import UnpublishFirmwareStatus as Status
from tests.support.moving import Mover

CONTENT = Random(7).randbytes(1_500_000)
CHECKSUM = md5(CONTENT, usedforsecurity=False).hexdigest()
PATH = f"/{CHECKSUM}.bin"

AsyncTest = Callable[[Path], Coroutine[None, None, None]]


def real_time(test: AsyncTest) -> Callable[[Path], None]:
    """Sockets are no part of virtual time; each test has 20 s."""

    @functools.wraps(test)
    def run_test(tmp_path: Path) -> None:
        asyncio.run(asyncio.wait_for(test(tmp_path), 20))

    return run_test


def publisher(folder: Path, **more: float) -> HttpPublisher:
    limits = PublisherLimits(
        connections=int(more.get("connections", 8)),
        header=int(more.get("header", 4096)),
        patience=more.get("patience", 5.0),
    )
    return HttpPublisher(folder / "published", host="127.0.0.1", port=0, limits=limits)


async def published(one: HttpPublisher, folder: Path, content: bytes = CONTENT) -> str:
    path = folder / "image"
    path.write_bytes(content)
    checksum = md5(content, usedforsecurity=False).hexdigest()
    (url,) = await one.publish(path, checksum)
    return url


class Client:
    """A connection on which anything can be said."""

    def __init__(self, one: HttpPublisher) -> None:
        self._port = int(one.url.rsplit(":", 1)[1].strip("/"))

    async def __aenter__(self) -> "Client":
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self._port)
        return self

    async def __aexit__(self, *_: object) -> None:
        self.writer.close()

    def say(self, text: str) -> None:
        self.writer.write(text.encode("latin-1"))

    async def head(self) -> tuple[int, dict[str, str]]:
        """The status and the fields of the next answer."""
        line, *lines = (await self.reader.readuntil(b"\r\n\r\n")).decode().strip().split("\r\n")
        fields = dict(each.lower().split(": ", 1) for each in lines)
        return int(line.split()[1]), fields

    async def get(self, path: str = PATH, *fields: str, method: str = "GET") -> tuple[int, bytes]:
        """An answer with its body."""
        self.say("\r\n".join([f"{method} {path} HTTP/1.1", "Host: x", *fields, "", ""]))
        status, found = await self.head()
        length = 0 if method == "HEAD" else int(found["content-length"])
        return status, await self.reader.readexactly(length)

    async def status(self, text: str) -> int:
        self.say(text)
        return (await self.head())[0]


@real_time
async def test_a_file_is_fetched(tmp_path: Path) -> None:
    async with publisher(tmp_path) as one:
        url = await published(one, tmp_path)
        assert url == f"{one.url}{CHECKSUM}.bin"
        mover = Mover(tmp_path / "station")
        await mover.fetch(url)
        assert mover.target.read_bytes() == CONTENT
        assert not (tmp_path / "image").exists()


@real_time
async def test_it_outlasts_a_restart(tmp_path: Path) -> None:
    async with publisher(tmp_path) as one:
        await published(one, tmp_path)
    async with publisher(tmp_path) as one:
        assert one.published == (CHECKSUM,)
        async with Client(one) as client:
            assert await client.get() == (200, CONTENT)
        # The power went before it was known to be published.
        assert await one.publish(tmp_path / "image", CHECKSUM) == [f"{one.url}{CHECKSUM}.bin"]
        with pytest.raises(FileNotFoundError):
            await one.publish(tmp_path / "image", "0" * 32)
        with pytest.raises(ValueError, match="MD5"):
            await one.publish(tmp_path / "image", "../image")


@real_time
async def test_parts_of_it_on_one_connection(tmp_path: Path) -> None:
    async with publisher(tmp_path) as one:
        await published(one, tmp_path)
        async with Client(one) as client:
            assert await client.get(PATH, "Range: bytes=5-9") == (206, CONTENT[5:10])
            assert await client.get(PATH, "Range: bytes=-7") == (206, CONTENT[-7:])
            last = len(CONTENT) - 3
            tag = f'If-Range: "{CHECKSUM}"'
            assert await client.get(PATH, f"Range: bytes={last}-", tag) == (206, CONTENT[last:])
            assert await client.get(PATH, f"Range: bytes={last}-", 'If-Range: "x"') == (
                200,
                CONTENT,
            )
            assert await client.get(PATH, "Range: bytes=1-2,4-5") == (200, CONTENT)
            beyond = len(CONTENT)
            assert await client.get(PATH, f"Range: bytes={beyond}-") == (416, b"")
            assert await client.get(PATH, method="HEAD") == (200, b"")
            client.say(f"HEAD {PATH} HTTP/1.1\r\nHost: x\r\n\r\n")
            _, fields = await client.head()
            assert fields["content-length"] == str(len(CONTENT))
            assert fields["accept-ranges"] == "bytes"


@real_time
async def test_nothing_else_is_there(tmp_path: Path) -> None:
    (tmp_path / "published").mkdir()
    (tmp_path / "published" / "secret").write_text("x")
    (tmp_path / f"{'a' * 32}.bin").write_text("x")
    async with publisher(tmp_path) as one, Client(one) as client:
        for path in (
            "/",
            "/secret",
            f"/../{'a' * 32}.bin",
            f"/%2e%2e/{'a' * 32}.bin",
            f"//{CHECKSUM}.bin",
            PATH,
            PATH.upper(),
            f"{PATH}?x=1",
        ):
            assert (await client.get(path))[0] == 404, path


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (f"POST {PATH} HTTP/1.1\r\nHost: x\r\n\r\n", 405),
        (f"GET {PATH} HTTP/2.0\r\nHost: x\r\n\r\n", 400),
        (f"GET {PATH} HTTP/1.1\r\n\r\n", 400),
        (f"GET {PATH} HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n", 413),
        (f"GET {PATH} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n", 413),
        (f"GET {PATH} HTTP/1.1\r\nHost : x\r\n\r\n", 400),
        ("GET http://x/ HTTP/1.1\r\nHost: x\r\n\r\n", 400),
        ("\x16\x03\x01\r\n\r\n", 400),
        (f"GET {PATH} HTTP/1.1\r\nHost: x\r\nX: {'y' * 9000}\r\n\r\n", 431),
    ],
)
def test_what_makes_no_sense_is_refused(text: str, status: int, tmp_path: Path) -> None:
    async def play() -> None:
        async with publisher(tmp_path) as one, Client(one) as client:
            assert await client.status(text) == status
            assert await client.reader.read() == b"", "the connection is closed"

    asyncio.run(asyncio.wait_for(play(), 20))


@real_time
async def test_connections_are_bounded(tmp_path: Path) -> None:
    async with publisher(tmp_path, connections=2) as one:
        await published(one, tmp_path)
        async with Client(one) as first, Client(one) as second:
            assert (await first.get())[0] == 200
            assert (await second.get())[0] == 200
            async with Client(one) as third:
                assert (await third.head())[0] == 503
        await asyncio.sleep(0.1)
        async with Client(one) as again:
            assert (await again.get())[0] == 200


@real_time
async def test_who_says_nothing_is_let_go(tmp_path: Path) -> None:
    async with publisher(tmp_path, patience=0.2) as one, Client(one) as client:
        client.say("GET / HTT")
        assert await client.reader.read() == b""


@real_time
async def test_who_takes_nothing_is_let_go(tmp_path: Path) -> None:
    async with publisher(tmp_path, patience=0.3) as one:
        content = bytes(30_000_000)
        checksum = md5(content, usedforsecurity=False).hexdigest()
        await published(one, tmp_path, content)
        async with Client(one) as client:
            client.say(f"GET /{checksum}.bin HTTP/1.1\r\nHost: x\r\n\r\n")
            await client.head()
            await asyncio.sleep(0.1)
            assert await one.unpublish(checksum) is Status.DOWNLOAD_ONGOING
            await asyncio.sleep(1.0)
            assert await one.unpublish(checksum) is Status.UNPUBLISHED
            assert await one.unpublish(checksum) is Status.NO_FIRMWARE
            assert one.published == ()


@real_time
async def test_its_end_cuts_connections(tmp_path: Path) -> None:
    one = publisher(tmp_path)
    async with one:
        client = await Client(one).__aenter__()
        await asyncio.sleep(0.05)
    assert await client.reader.read() == b""
    client.writer.close()


def test_the_url_must_be_known(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="url"):
        HttpPublisher(tmp_path, host="0.0.0.0")  # noqa: S104 -- that is what is refused
    one = HttpPublisher(tmp_path, host="0.0.0.0", url="https://fw.example/x")  # noqa: S104 -- the same
    assert one.url == "https://fw.example/x/"
    assert HttpPublisher(tmp_path, host="::1", port=80).url == "http://[::1]:80/"


def test_no_bytes_bring_it_down() -> None:
    """Whatever comes is a request, or refused with a status."""
    random = Random(3)
    good = f"GET {PATH} HTTP/1.1\r\nHost: x\r\nRange: bytes=0-1\r\n\r\n".encode()
    for _ in range(5000):
        text = bytearray(good)
        for _ in range(random.randint(1, 6)):
            text[random.randrange(len(text))] = random.randrange(256)
        try:
            request = read_request(bytes(text))
        except BadRequestError:
            pass
        else:
            wanted = portion(request, 100, '"x"')
            assert wanted is None or 0 <= wanted.start <= wanted.end <= 100
