"""TLS with certificates in files: whom the station trusts, and what it shows (security profiles 2
and 3).
"""

import ssl
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import trustme

from pilotwire.connection import Endpoint, OcppVersion, TlsFiles
from pilotwire.connection.client import WebSocketConnector
from pilotwire.connection.server import serve
from pilotwire.errors import ConnectionClosed, ConnectionRefused, CsmsNotTrusted, CsmsUnreachable
from pilotwire.rpc import Transport
from tests.unit.connection.sockets import on_sockets

CONNECTOR = WebSocketConnector(close_timeout=1.0)


async def echo(_: str, transport: Transport) -> None:
    while True:
        await transport.send(await transport.receive())


class Party:
    """Somebody with a certificate: its chain, its key and the root, in files."""

    def __init__(self, folder: Path, name: str) -> None:
        self.ca = trustme.CA()
        certificate = self.ca.issue_cert(name)
        self.chain, self.key, self.root = (folder / f"{name}-{part}.pem" for part in "ckr")
        self.chain.write_bytes(b"".join(blob.bytes() for blob in certificate.cert_chain_pems))
        self.key.write_bytes(certificate.private_key_pem.bytes())
        self.root.write_bytes(self.ca.cert_pem.bytes())


@asynccontextmanager
async def csms(of: Party, *, wants: Party | None = None) -> AsyncGenerator[int]:
    """A CSMS of TLS; with `wants`, for who shows a certificate of that root. Its port."""
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(of.chain, of.key)
    if wants is not None:
        tls.verify_mode = ssl.CERT_REQUIRED
        tls.load_verify_locations(wants.root)
    async with serve(echo, tls=tls) as server:
        yield server.port


async def talk(port: int, files: TlsFiles | None) -> None:
    endpoint = Endpoint(f"wss://localhost:{port}/ocpp", "CS-1", (OcppVersion.V2_0_1,), tls=files)
    transport = await CONNECTOR.connect(endpoint)
    await transport.send("hello")
    assert await transport.receive() == "hello"
    await transport.close()


@on_sockets
async def test_only_who_is_named_vouches_for_the_csms(tmp_path: Path) -> None:
    one, other = Party(tmp_path, "localhost"), Party(tmp_path, "other")
    async with csms(one) as port:
        await talk(port, TlsFiles(roots=(one.root,)))
        await talk(port, TlsFiles(roots=(other.root, one.root)))
        for files in (TlsFiles(roots=(other.root,)), TlsFiles(), None):
            with pytest.raises(CsmsNotTrusted):
                await talk(port, files)


@on_sockets
async def test_the_name_must_be_right(tmp_path: Path) -> None:
    elsewhere = Party(tmp_path, "elsewhere.example")
    async with csms(elsewhere) as port:
        with pytest.raises(CsmsNotTrusted, match=r"name|localhost"):
            await talk(port, TlsFiles(roots=(elsewhere.root,)))


@on_sockets
async def test_the_station_shows_its_own(tmp_path: Path) -> None:
    """Security profile 3."""
    server, station, stranger = (
        Party(tmp_path, name) for name in ("localhost", "station", "stranger")
    )
    async with csms(server, wants=station) as port:
        await talk(port, TlsFiles((server.root,), station.chain, station.key))
        for shown in (None, stranger):
            files = TlsFiles((server.root,))
            if shown is not None:
                files = TlsFiles((server.root,), shown.chain, shown.key)
            with pytest.raises((ConnectionClosed, ConnectionRefused)):
                await talk(port, files)


@on_sockets
async def test_files_that_can_not_be_used_are_no_connection(tmp_path: Path) -> None:
    one = Party(tmp_path, "localhost")
    async with csms(one) as port:
        for files in (
            TlsFiles(roots=(tmp_path / "nowhere.pem",)),
            TlsFiles((one.root,), one.chain, tmp_path / "nowhere.pem"),
            TlsFiles((one.root,), one.root, one.key),
        ):
            with pytest.raises(CsmsUnreachable):
                await talk(port, files)
