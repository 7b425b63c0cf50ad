"""A CSMS of TLS on a socket, and a station that has a word with it."""

import ssl
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

from pilotwire.connection import Endpoint, OcppVersion, TlsFiles
from pilotwire.connection.server import serve
from pilotwire.rpc import Transport
from tests.support.authority import Authority
from tests.support.tls_front import front
from tests.unit.connection.sockets import CONNECTOR

__all__ = ["HOST", "csms", "echo", "endpoint", "roots", "say", "talk"]

HOST = "localhost"


async def echo(_: str, transport: Transport) -> None:
    """A CSMS that says what it is told."""
    while True:
        await transport.send(await transport.receive())


@asynccontextmanager
async def csms(tls: ssl.SSLContext) -> AsyncGenerator[int]:
    """A CSMS that says what it is told; its port."""
    async with serve(echo, close_timeout=1.0) as server, front(tls, server.port) as port:
        yield port


def roots(folder: Path, *authorities: Authority) -> TlsFiles:
    """A station that trusts these."""
    files: list[Path] = []
    for authority in authorities:
        files.append(folder / f"{authority.certificate.serial_number}.pem")
        files[-1].write_text(authority.text, "ascii")
    return TlsFiles(tuple(files))


def endpoint(port: int, files: TlsFiles | None, identity: str = "CS-1") -> Endpoint:
    return Endpoint(f"wss://{HOST}:{port}/ocpp", identity, (OcppVersion.V2_0_1,), tls=files)


async def say(transport: Transport) -> None:
    """The connection is there."""
    await transport.send("hello")
    assert await transport.receive() == "hello"


async def talk(port: int, files: TlsFiles | None, identity: str = "CS-1") -> None:
    """Connect, say something, and go."""
    transport = await CONNECTOR.connect(endpoint(port, files, identity))
    await say(transport)
    await transport.close()
