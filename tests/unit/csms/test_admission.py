"""Who is let in: over real sockets, with real handshakes."""

import asyncio
import ssl
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from pilotwire.connection import Endpoint, OcppVersion
from pilotwire.connection.client import WebSocketConnector
from pilotwire.connection.endpoint import TlsFiles
from pilotwire.csms import Csms
from pilotwire.csms.authority import Authority
from pilotwire.errors import ConnectionRefused, CredentialsRefused, CsmsNotTrusted
from pilotwire.rpc import Transport
from tests.support.authority import key_text, new_key
from tests.unit.csms.test_authority import request_text

PASSWORD = "correct-horse-battery"


@dataclass
class Gates:
    """A CSMS with its doors open: without TLS, and with it."""

    folder: Path
    csms: Csms
    authority: Authority
    plain: int
    secure: int

    def certificate(self, identity: str, common_name: str | None = None) -> TlsFiles:
        """A certificate that was signed for a station, with its key."""
        key = new_key()
        text = request_text(common_name or identity, key=key)
        issued = self.authority.sign(text, {common_name or identity}, identity)
        chain, private = self.folder / f"{identity}.pem", self.folder / f"{identity}-key.pem"
        chain.write_text(self.authority.chain(issued, set()))
        private.write_text(key_text(key))
        return TlsFiles(self.roots, chain, private)

    @property
    def roots(self) -> tuple[Path, ...]:
        return (self.folder / f"ca/root-{self.authority.root.number}.pem",)

    async def connect(
        self, identity: str = "CS-1", tls: TlsFiles | None = None, password: str | None = None
    ) -> Transport:
        url = f"ws://127.0.0.1:{self.plain}/ocpp"
        if tls is not None:
            url = f"wss://localhost:{self.secure}/ocpp"
        endpoint = Endpoint(url, identity, (OcppVersion.V2_1,), password, tls=tls)
        transport = await WebSocketConnector().connect(endpoint)
        # Whoever shows no certificate where one is wanted hears of it after the handshake.
        await transport.close()
        return transport

    def profile(self, identity: str = "CS-1") -> int | None:
        return self.csms.stations[identity].security_profile


@asynccontextmanager
async def gates(
    folder: Path, *, clients: ssl.VerifyMode = ssl.CERT_OPTIONAL, asks: bool = True
) -> AsyncGenerator[Gates]:
    authority = Authority(folder / "ca")
    passwords = {"CS-1": PASSWORD} if asks else None
    csms = Csms(passwords=passwords, authority=authority)
    tls = authority.server_context("localhost", client_certificates=clients)
    async with csms.serve() as plain, csms.serve(tls=tls) as secure:
        yield Gates(folder, csms, authority, plain.port, secure.port)


def test_the_profiles_upwards_and_not_back(tmp_path: Path) -> None:
    """A00.FR.002, A05.FR.07; until somebody at the CSMS allows it."""

    async def scenario() -> None:
        async with gates(tmp_path) as g:
            own, none = g.certificate("CS-1"), TlsFiles(g.roots)
            await g.connect(password=PASSWORD)
            assert g.profile() == 1
            await g.connect(tls=none, password=PASSWORD)
            assert g.profile() == 2
            with pytest.raises(CredentialsRefused):
                await g.connect(password=PASSWORD)
            await g.connect(tls=own)
            assert g.profile() == 3
            for tls in (None, none, own):
                with pytest.raises(CredentialsRefused):
                    await g.connect(tls=tls, password=PASSWORD)
            g.csms.stations["CS-1"].security_profile = None
            await g.connect(password=PASSWORD)
            assert g.profile() == 1

    asyncio.run(scenario())


def test_a_password_is_asked_for_where_there_is_no_certificate(tmp_path: Path) -> None:
    async def scenario() -> None:
        async with gates(tmp_path) as g:
            for password in (None, "wrong"):
                for tls in (None, TlsFiles(g.roots)):
                    with pytest.raises(CredentialsRefused):
                        await g.connect(tls=tls, password=password)
            with pytest.raises(CredentialsRefused):  # a certificate makes no wrong password right
                await g.connect(tls=g.certificate("CS-1"), password="wrong")
            assert "CS-1" not in g.csms.stations

    asyncio.run(scenario())


def test_a_certificate_is_one_stations(tmp_path: Path) -> None:
    """A00.FR.404, A00.FR.405, A00.FR.427; whatever its common name says."""

    async def scenario() -> None:
        async with gates(tmp_path, clients=ssl.CERT_REQUIRED) as g:
            await g.connect("CS-2", g.certificate("CS-2", "SN-2"))
            assert g.profile("CS-2") == 3
            with pytest.raises(CredentialsRefused):
                await g.connect("CS-1", g.certificate("CS-2", "CS-1"))
            with pytest.raises(CredentialsRefused):
                await g.connect("CS-1", g.certificate("CS-2"), PASSWORD)
            assert set(g.csms.stations) == {"CS-2"}, "who is not let in takes nobody's place"

    asyncio.run(scenario())


def test_no_certificate_where_one_is_wanted(tmp_path: Path) -> None:
    """A00.FR.407."""

    async def scenario() -> None:
        other = Authority(tmp_path / "other")
        async with gates(tmp_path, clients=ssl.CERT_REQUIRED) as g:
            key = new_key()
            stranger = other.sign(request_text("CS-1", key=key), {"CS-1"}, "CS-1")
            (tmp_path / "theirs.pem").write_text(other.chain(stranger, set()) + key_text(key))
            theirs = TlsFiles(g.roots, tmp_path / "theirs.pem")
            for tls in (TlsFiles(g.roots), theirs):
                with pytest.raises(ConnectionRefused):
                    await g.connect(tls=tls, password=PASSWORD)
            assert "CS-1" not in g.csms.stations

    asyncio.run(scenario())


def test_the_server_renews_its_certificate_while_it_serves(tmp_path: Path) -> None:
    async def scenario() -> None:
        async with gates(tmp_path, asks=False) as g:
            before, of_before = TlsFiles(g.roots), g.certificate("CS-1")
            await asyncio.to_thread(g.authority.replace_root)
            after = TlsFiles(g.roots)
            await g.connect(tls=before)
            with pytest.raises(CsmsNotTrusted):
                await g.connect(tls=after)
            await asyncio.to_thread(g.authority.renew_server)
            # The one of before has signed the new one, and is shown with it.
            for roots in (before, after, TlsFiles((tmp_path / "ca/root-2-by-1.pem",))):
                await g.connect(tls=roots)
            await g.connect(tls=TlsFiles(g.roots, of_before.chain, of_before.key))
            await g.connect(tls=g.certificate("CS-1"))
            assert g.profile() == 3

    asyncio.run(scenario())
