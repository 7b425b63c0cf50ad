"""A CSMS behind an HTTP proxy."""

import asyncio
from asyncio import StreamReader, StreamWriter
from base64 import b64encode
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from pilotwire.connection import Endpoint, OcppVersion
from pilotwire.connection.client import WebSocketConnector
from pilotwire.connection.server import serve
from pilotwire.errors import BadUrl, CsmsNotTrusted, CsmsUnreachable
from tests.support.tls import Identity, authority, server
from tests.support.tls_front import listening
from tests.unit.connection.sockets import on_sockets
from tests.unit.connection.tls_talk import HOST, csms, echo, endpoint, roots, say

LOT = 65_536


@dataclass
class Proxy:
    """It passes on what comes, to where it is asked to, if it is told `user`."""

    user: str | None = None
    port: int = 0
    asked: list[str] = field(default_factory=list[str])

    @property
    def url(self) -> str:
        user = "" if self.user is None else f"{self.user}@"
        return f"http://{user}127.0.0.1:{self.port}"

    async def serve(self, reader: StreamReader, writer: StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        method, place, _ = head.split("\r\n")[0].split(" ")
        self.asked.append(f"{method} {place}")
        if self.user is not None:
            known = b64encode(self.user.encode()).decode()
            if f"Proxy-Authorization: Basic {known}\r\n" not in head:
                writer.write(b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n")
                return
        host, _, port = place.rpartition(":")
        try:
            there, on = await asyncio.open_connection(host, int(port))
        except OSError:
            writer.write(b"HTTP/1.1 502 Bad Gateway\r\n\r\n")
            return
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        await asyncio.gather(_pass(reader, on), _pass(there, writer))
        on.close()
        await on.wait_closed()


async def _pass(reader: StreamReader, writer: StreamWriter) -> None:
    try:
        while data := await reader.read(LOT):
            writer.write(data)
        writer.write_eof()
    except OSError:
        writer.transport.abort()


@asynccontextmanager
async def proxy(user: str | None = None) -> AsyncGenerator[Proxy]:
    one = Proxy(user)
    async with listening(one.serve) as one.port:
        yield one


def through(url: str) -> WebSocketConnector:
    return WebSocketConnector(open_timeout=5.0, close_timeout=1.0, proxy=url)


@pytest.mark.parametrize("user", [None, "somebody:s3cret"], ids=["open", "with a password"])
@on_sockets
async def test_a_connection_goes_through_it(user: str | None) -> None:
    async with serve(echo) as there, proxy(user) as between:
        place = Endpoint(f"ws://127.0.0.1:{there.port}", "CS-1", (OcppVersion.V2_0_1,))
        transport = await through(between.url).connect(place)
        await say(transport)
        await transport.close()
        assert between.asked == [f"CONNECT 127.0.0.1:{there.port}"]


@on_sockets
async def test_tls_goes_through_it_to_the_csms(tmp_path: Path) -> None:
    root = authority()
    async with csms(server(Identity(root, HOST))) as port, proxy() as between:
        connector = through(between.url)
        transport = await connector.connect(endpoint(port, roots(tmp_path, root)))
        await say(transport)
        await transport.close()
        with pytest.raises(CsmsNotTrusted):
            await connector.connect(endpoint(port, roots(tmp_path, authority("Other"))))
        assert between.asked == [f"CONNECT {HOST}:{port}"] * 2


@on_sockets
async def test_what_it_refuses_is_no_connection() -> None:
    place = Endpoint("ws://127.0.0.1:1", "CS-1", (OcppVersion.V2_0_1,))
    async with proxy() as between:
        with pytest.raises(CsmsUnreachable, match=r"the proxy .* 502"):
            await through(between.url).connect(place)
    async with proxy("somebody:s3cret") as between:
        wrong = between.url.replace("s3cret", "wr0ng")
        with pytest.raises(CsmsUnreachable, match=r"the proxy .* 407") as caught:
            await through(wrong).connect(place)
        assert "wr0ng" not in str(caught.value)
    with pytest.raises(CsmsUnreachable, match="refused"):
        await through(between.url).connect(place)  # it is gone

    async def mail(reader: StreamReader, writer: StreamWriter) -> None:
        writer.write(b"220 mail.example ESMTP\r\n\r\n")
        await reader.read(1)

    async with listening(mail) as port:
        with pytest.raises(CsmsUnreachable, match="the proxy"):
            await through(f"http://127.0.0.1:{port}").connect(place)


@pytest.mark.parametrize(
    "url",
    [
        "proxy.example:3128",
        "socks5://proxy.example",
        "http://",
        "http://proxy.example:0",
        "http://proxy.example:99999",
        "http://proxy.example/path",
        "http://proxy.example/?query",
        "http://somebody@proxy.example",
        "http://pröxy.example",
    ],
)
def test_what_is_no_url_of_a_proxy_is_refused_at_once(url: str) -> None:
    with pytest.raises(BadUrl, match="proxy") as caught:
        WebSocketConnector(proxy=url)
    assert url not in str(caught.value)
