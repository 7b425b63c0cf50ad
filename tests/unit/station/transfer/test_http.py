"""HTTP as servers speak it that lie, change their minds, send elsewhere, hang, or know less."""

import asyncio
import functools
import logging
import re
from collections.abc import Callable, Coroutine
from pathlib import Path
from random import Random

import pytest

from pilotwire.station.transfer import BadLocationError, TransferError, TransferLimits, Trouble
from tests.support.moving import HASTE, Mover
from tests.support.raw_server import raw, response

CONTENT = Random(5).randbytes(300_000)
TAG = '"1"'

AsyncTest = Callable[[Path], Coroutine[None, None, None]]


def real_time(test: AsyncTest) -> Callable[[Path], None]:
    """Sockets are no part of virtual time; each test has 20 s."""

    @functools.wraps(test)
    def run_test(tmp_path: Path) -> None:
        asyncio.run(asyncio.wait_for(test(tmp_path), 20))

    return run_test


async def failing(mover: Mover, url: str) -> TransferError:
    with pytest.raises(TransferError) as error:
        await mover.fetch(url)
    return error.value


def left_over(mover: Mover) -> list[str]:
    return sorted(each.name for each in mover.folder.glob("firmware*"))


# Sizes that are wrong.


@real_time
async def test_less_came_than_was_announced_and_the_rest_comes_later(tmp_path: Path) -> None:
    mover = Mover(tmp_path)
    rest = response(
        "206 Partial Content",
        CONTENT[100_000:],
        Content_Range=f"bytes 100000-299999/{len(CONTENT)}",
        ETag=TAG,
    )
    first = response("200 OK", CONTENT[:100_000], length=len(CONTENT), ETag=TAG)
    async with raw(first, rest) as server:
        assert (await failing(mover, server.url)).trouble is Trouble.CUT

        done = await mover.fetch(server.url)

    assert done.resumed == 100_000
    assert mover.target.read_bytes() == CONTENT
    assert "Range: bytes=100000-" in server.heard[1]
    assert f"If-Range: {TAG}" in server.heard[1]


@real_time
async def test_what_comes_after_the_end_is_no_part_of_it(tmp_path: Path) -> None:
    mover = Mover(tmp_path)
    async with raw(response("200 OK", CONTENT + b"more", length=len(CONTENT))) as server:
        await mover.fetch(server.url)

    assert mover.target.read_bytes() == CONTENT


@real_time
async def test_a_size_that_is_absurd(tmp_path: Path) -> None:
    mover = Mover(tmp_path)
    for length in (10**12, 10**30):
        async with raw(response("200 OK", b"x", length=length)) as server:
            trouble = (await failing(mover, server.url)).trouble
        assert trouble in {Trouble.TOO_LARGE, Trouble.CUT}
        assert "firmware.bin" not in left_over(mover)


@real_time
async def test_a_file_without_end(tmp_path: Path) -> None:
    async def endless(writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        while True:
            writer.write(b"10000\r\n" + bytes(65536) + b"\r\n")
            await writer.drain()

    mover = Mover(tmp_path, TransferLimits(largest=3_000_000, spare=0))
    async with raw(endless) as server:
        error = await failing(mover, server.url)

    assert error.trouble is Trouble.TOO_LARGE
    assert left_over(mover) == []


@real_time
async def test_a_file_whose_size_nobody_says(tmp_path: Path) -> None:
    async def chunked(writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        writer.write(f"{len(CONTENT):x}\r\n".encode() + CONTENT + b"\r\n0\r\n\r\n")
        await writer.drain()

    mover = Mover(tmp_path)
    told: list[int | None] = []
    async with raw(chunked) as server:
        await mover.fetch(server.url, lambda done, size: told.append(size))

    assert mover.target.read_bytes() == CONTENT
    assert set(told) == {None}


# Going on.


def cut(**headers: str) -> bytes:
    return response("200 OK", CONTENT[:100_000], length=len(CONTENT), **headers)


@real_time
async def test_a_server_without_range_sends_all_of_it(tmp_path: Path) -> None:
    mover = Mover(tmp_path)
    async with raw(cut(ETag=TAG), response("200 OK", CONTENT, ETag=TAG)) as server:
        await failing(mover, server.url)
        done = await mover.fetch(server.url)

    assert done.resumed == 0
    assert mover.target.read_bytes() == CONTENT


UNCERTAIN = ("", 'W/"1"', '"\xe9"', f'"{"x" * 600}"')


@pytest.mark.parametrize("tag", UNCERTAIN, ids=["none", "weak", "no ASCII", "long"])
def test_without_a_certain_sign_nothing_goes_on(tmp_path: Path, tag: str) -> None:
    async def play() -> None:
        mover = Mover(tmp_path)
        async with raw(cut(ETag=tag), response("200 OK", CONTENT, ETag=tag)) as server:
            await failing(mover, server.url)
            await mover.fetch(server.url)

        assert "Range" not in server.heard[1]
        assert mover.target.read_bytes() == CONTENT

    asyncio.run(play())


@real_time
async def test_the_time_of_the_last_change_is_a_sign_too(tmp_path: Path) -> None:
    changed = "Sun, 01 Nov 2026 10:00:00 GMT"
    mover = Mover(tmp_path)
    rest = response(
        "206 Partial Content",
        CONTENT[100_000:],
        Content_Range=f"bytes 100000-299999/{len(CONTENT)}",
        Last_Modified=changed,
    )
    async with raw(cut(Last_Modified=changed), rest) as server:
        await failing(mover, server.url)
        await mover.fetch(server.url)

    assert f"If-Range: {changed}" in server.heard[1]
    assert mover.target.read_bytes() == CONTENT


@real_time
async def test_a_server_that_sends_the_rest_of_another_file(tmp_path: Path) -> None:
    """If-Range means nothing to it: the file is another by now, and comes from its beginning."""
    other = CONTENT[::-1]
    rest = response(
        "206 Partial Content",
        other[100_000:],
        Content_Range="bytes 100000-299999/300000",
        ETag='"2"',
    )
    mover = Mover(tmp_path)
    async with raw(cut(ETag=TAG), rest, response("200 OK", other, ETag='"2"')) as server:
        await failing(mover, server.url)
        done = await mover.fetch(server.url)

    assert done.resumed == 0
    assert mover.target.read_bytes() == other


@pytest.mark.parametrize(
    "told", ["bytes 5-299999/300000", "bytes */300000", "lines 1-2/3", "bytes -5/7"]
)
def test_another_part_than_was_asked_for(tmp_path: Path, told: str) -> None:
    async def play() -> None:
        mover = Mover(tmp_path)
        rest = response("206 Partial Content", CONTENT[100_000:], Content_Range=told, ETag=TAG)
        async with raw(cut(ETag=TAG), rest) as server:
            await failing(mover, server.url)
            assert (await failing(mover, server.url)).trouble is Trouble.PROTOCOL

    asyncio.run(play())


@real_time
async def test_a_part_that_nobody_asked_for(tmp_path: Path) -> None:
    part = response("206 Partial Content", CONTENT, Content_Range="bytes 0-299999/300000")
    async with raw(part) as server:
        assert (await failing(Mover(tmp_path), server.url)).trouble is Trouble.PROTOCOL


@real_time
async def test_a_shorter_file_by_now_comes_from_its_beginning(tmp_path: Path) -> None:
    """HTTP 416: there is no such part."""
    mover = Mover(tmp_path)
    gone = response("416 Range Not Satisfiable", Content_Range="bytes */5")
    async with raw(cut(ETag=TAG), gone, response("200 OK", b"short")) as server:
        await failing(mover, server.url)
        await mover.fetch(server.url)

    assert mover.target.read_bytes() == b"short"


@real_time
async def test_all_of_it_has_come_already(tmp_path: Path) -> None:
    mover = Mover(tmp_path)
    gone = response("416 Range Not Satisfiable", Content_Range="bytes */100000")
    async with raw(cut(ETag=TAG), gone) as server:
        await failing(mover, server.url)
        done = await mover.fetch(server.url)

    assert (done.size, done.resumed) == (100_000, 100_000)
    assert mover.target.read_bytes() == CONTENT[:100_000]


# Elsewhere.


@real_time
async def test_a_download_follows_and_the_password_stays(tmp_path: Path) -> None:
    mover = Mover(tmp_path)
    async with raw(response("200 OK", CONTENT)) as there:
        to = f"http://127.0.0.1:{there.port}/x"
        async with raw(
            response("302 Found", Location="/here"), response("302 Found", Location=to)
        ) as server:
            await mover.fetch(server.url.replace("//", "//somebody:s3cret@"))

    assert mover.target.read_bytes() == CONTENT
    assert ["Authorization" in head for head in server.heard] == [True, True]
    assert "Authorization" not in there.heard[0]
    assert "Referer" not in there.heard[0]


@pytest.mark.parametrize("to", ["/", "file:///etc/shadow", "ftp://localhost/x"])
def test_a_redirection_that_is_not_followed(tmp_path: Path, to: str) -> None:
    """Without end, or to where no HTTP is."""

    async def play() -> None:
        async with raw(response("302 Found", Location=to)) as server:
            error = await failing(Mover(tmp_path), server.url)
        assert error.trouble is Trouble.REDIRECTED
        assert len(server.heard) <= 6

    asyncio.run(play())


# What goes wrong.


@pytest.mark.parametrize(
    ("status", "trouble"),
    [
        ("401 Unauthorized", Trouble.DENIED),
        ("403 Forbidden", Trouble.DENIED),
        ("404 Not Found", Trouble.NOT_FOUND),
        ("410 Gone", Trouble.NOT_FOUND),
        ("304 Not Modified", Trouble.REDIRECTED),
        ("500 Internal Server Error", Trouble.REFUSED),
        ("503 Service Unavailable", Trouble.REFUSED),
        ("204 No Content", Trouble.REFUSED),
    ],
)
def test_what_a_status_means(tmp_path: Path, status: str, trouble: Trouble) -> None:
    async def play() -> None:
        mover = Mover(tmp_path)
        async with raw(response(status)) as server:
            assert (await failing(mover, server.url)).trouble is trouble
        assert left_over(mover) == []

    asyncio.run(play())


NOWHERE = response("302 Found", Location="http://[::1/x")


async def silent(writer: asyncio.StreamWriter) -> None:
    await asyncio.Event().wait()


async def silent_later(writer: asyncio.StreamWriter) -> None:
    writer.write(cut(ETag=TAG))
    await asyncio.Event().wait()


async def trickling(writer: asyncio.StreamWriter) -> None:
    writer.write(response("200 OK", length=1000))
    while True:
        writer.write(b"x")
        await writer.drain()
        await asyncio.sleep(0.1)


@pytest.mark.parametrize(
    "answer",
    [
        silent,
        silent_later,
        trickling,
        b"",
        b"SSH-2.0-OpenSSH\r\n",
        b"HTTP/1.1 2",
        b"\0" * 99,
        NOWHERE,
    ],
)
def test_a_server_that_hangs_or_speaks_something_else(tmp_path: Path, answer: object) -> None:
    async def play() -> None:
        mover = Mover(tmp_path, TransferLimits(silence=0.5, longest=1.5, spare=0))
        async with raw(answer) as server:  # type: ignore[arg-type]  # one of the above
            assert (await failing(mover, server.url)).trouble is Trouble.CUT

    asyncio.run(asyncio.wait_for(play(), 20))


@real_time
async def test_a_header_without_end(tmp_path: Path) -> None:
    async def endless(writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\n")
        while True:
            writer.write(b"X-More: " + b"x" * 1000 + b"\r\n")
            await writer.drain()

    async with raw(endless) as server:
        assert (await failing(Mover(tmp_path), server.url)).trouble is Trouble.CUT


@real_time
async def test_an_encoding_that_was_not_asked_for(tmp_path: Path) -> None:
    async with raw(response("200 OK", CONTENT, Content_Encoding="gzip")) as server:
        error = await failing(Mover(tmp_path), server.url)

    assert error.trouble is Trouble.PROTOCOL
    assert "Accept-Encoding: identity" in server.heard[0]


@real_time
async def test_a_user_with_a_colon(tmp_path: Path) -> None:
    with pytest.raises(BadLocationError, match="colon"):
        await Mover(tmp_path).fetch("http://a%3Ab:c@localhost/x")


def test_no_log_has_the_query(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)

    async def play() -> None:
        async with raw(response("302 Found", Location="/?k3y"), response("404 No")) as server:
            await failing(Mover(tmp_path), f"{server.url}?k3y")

    asyncio.run(play())
    assert "k3y" not in caplog.text


# Uploads.


@real_time
async def test_a_put_says_what_it_brings(tmp_path: Path) -> None:
    mover = Mover(tmp_path)
    (tmp_path / "log").write_bytes(CONTENT)
    async with raw(response("201 Created")) as server:
        url = server.url.replace("//", "//somebody:s3cret@")
        await mover.send(tmp_path / "log", f"{url}logs/", name="log.gz")

    [head], [body] = server.heard, server.bodies
    assert head.startswith("PUT /logs/log.gz HTTP/1.1")
    assert "Content-Type: application/octet-stream" in head
    assert "Authorization: Basic c29tZWJvZHk6czNjcmV0" in head  # N01.FR.25
    assert body == CONTENT


@pytest.mark.parametrize("status", ["405 Method Not Allowed", "501 Not Implemented"])
def test_a_server_without_put_gets_a_form(tmp_path: Path, status: str) -> None:
    """N01.FR.18, N01.FR.19."""

    async def play() -> None:
        mover = Mover(tmp_path)
        (tmp_path / "log").write_bytes(CONTENT)
        async with raw(response(status), response("200 OK")) as server:
            await mover.send(tmp_path / "log", f"{server.url}put?id=7", name='l"o\r\ng.gz')

        head, body = server.heard[1], server.bodies[1]
        assert head.startswith("POST /put?id=7 HTTP/1.1")  # N01.FR.29
        found = re.search("Content-Type: multipart/form-data; boundary=([0-9a-f]+)\r\n", head)
        assert found is not None
        before, _, rest = body.partition(b"\r\n\r\n")
        assert before.startswith(f"--{found[1]}\r\n".encode())
        assert b'form-data; name="uploadfile"; filename="l_o__g.gz"' in before
        assert b"Content-Type: application/octet-stream" in before
        assert rest == CONTENT + f"\r\n--{found[1]}--\r\n".encode()

    asyncio.run(play())


@pytest.mark.parametrize(
    ("status", "trouble"),
    [
        ("307 Temporary Redirect", Trouble.REDIRECTED),  # N01.FR.30
        ("401 Unauthorized", Trouble.DENIED),
        ("404 Not Found", Trouble.NOT_FOUND),
        ("405 Method Not Allowed", Trouble.NOT_SUPPORTED),
        ("413 Content Too Large", Trouble.TOO_LARGE),
        ("507 Insufficient Storage", Trouble.REFUSED),
    ],
)
def test_what_a_status_means_to_an_upload(tmp_path: Path, status: str, trouble: Trouble) -> None:
    async def play() -> None:
        mover = Mover(tmp_path)
        (tmp_path / "log").write_bytes(CONTENT)
        async with raw(response(status, Location="/elsewhere")) as server:
            with pytest.raises(TransferError) as error:
                await mover.send(tmp_path / "log", server.url)
        assert error.value.trouble is trouble
        assert "elsewhere" not in "".join(server.heard)

    asyncio.run(play())


@real_time
async def test_a_server_that_does_not_listen_to_the_end(tmp_path: Path) -> None:
    """It is not waited for without end, and what it says meanwhile counts."""
    (tmp_path / "log").write_bytes(CONTENT * 40)
    given_up = asyncio.Event()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        await given_up.wait()
        writer.transport.abort()

    listening = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = listening.sockets[0].getsockname()[1]
    mover = Mover(tmp_path, TransferLimits(silence=0.5, spare=0))
    async with listening:
        with pytest.raises(TransferError) as error:
            await mover.send(tmp_path / "log", f"http://127.0.0.1:{port}/")
        given_up.set()
        await asyncio.sleep(0.01)

    assert error.value.trouble is Trouble.CUT


@real_time
async def test_what_is_to_be_sent_is_not_there(tmp_path: Path) -> None:
    mover = Mover(tmp_path, HASTE)
    (tmp_path / "link").symlink_to("/etc/passwd")
    for name in ("nothing", "link", "."):
        with pytest.raises(TransferError) as error:
            await mover.send(tmp_path / name, "http://localhost:9/")
        assert error.value.trouble is Trouble.DISK
