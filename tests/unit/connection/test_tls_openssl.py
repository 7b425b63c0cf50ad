"""A station and a CSMS that is OpenSSL's own server: what comes of it must not depend on who is at
the other end.
"""

import asyncio
import re
import shutil
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from pilotwire.connection import TlsFiles
from pilotwire.errors import (
    ConnectionRefused,
    CsmsNotTrusted,
    HandshakeRefused,
    NoCommonCipherSuite,
    NoCommonTlsVersion,
    StationNotTrusted,
)
from tests.support.authority import key_text
from tests.support.tls import PAST, Identity, authority
from tests.unit.connection.sockets import CONNECTOR, on_sockets
from tests.unit.connection.tls_talk import HOST, endpoint, roots

OPENSSL = shutil.which("openssl")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(OPENSSL is None, reason="there is no openssl"),
]

ROOT = authority()
STATIONS = authority("Stations")
CSMS = Identity(ROOT, HOST)
RSA = replace(CSMS, key=rsa.generate_private_key(65537, 2048))
STATION = Identity(STATIONS, "SN-1")


async def openssl(*arguments: str | Path) -> asyncio.subprocess.Process:
    assert OPENSSL is not None
    return await asyncio.create_subprocess_exec(
        OPENSSL,
        *arguments,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )


@asynccontextmanager
async def s_server(
    folder: Path, identity: Identity, *options: str | Path
) -> AsyncGenerator["Server"]:
    """It says nothing unless it is told to."""
    chain, key = identity.write(folder / "csms")
    shown: tuple[str | Path, ...] = ("-cert", chain, "-key", key, "-cert_chain", chain)
    process = await openssl("s_server", "-accept", f"{HOST}:0", *shown, *options)
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        port = 0
        while not port:
            line = (await process.stdout.readline()).decode()
            assert line, "it has not started"
            found = re.fullmatch(r"ACCEPT .*:(\d+)\n", line)
            port = int(found[1]) if found else 0
        yield Server(port, process.stdin)
    finally:
        process.terminate()
        await process.communicate()


@dataclass(frozen=True)
class Server:
    """It is there, and says to who is connected what is written to `tells`."""

    port: int
    tells: asyncio.StreamWriter

    async def refused(self, files: TlsFiles) -> ConnectionRefused:
        """No connection comes of it."""
        with pytest.raises(ConnectionRefused) as caught:
            await CONNECTOR.connect(endpoint(self.port, files))
        return caught.value

    async def takes(self, files: TlsFiles) -> None:
        """TLS is done, and it is only no WebSocket that is behind it."""
        self.tells.write(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")
        error = await self.refused(files)
        assert isinstance(error, HandshakeRefused), repr(error)
        assert error.status == 403


@pytest.mark.parametrize("version", ["-tls1_2", "-tls1_3"])
@pytest.mark.parametrize("identity", [CSMS, RSA], ids=["ECDSA", "RSA"])
@on_sockets
async def test_tls_of_today(version: str, identity: Identity, tmp_path: Path) -> None:
    async with s_server(tmp_path, identity, version) as csms:
        await csms.takes(roots(tmp_path, ROOT))


@pytest.mark.parametrize("suite", ["AES128-GCM-SHA256", "AES256-GCM-SHA384"])
@on_sockets
async def test_suites_without_forward_secrecy(suite: str, tmp_path: Path) -> None:
    async with s_server(tmp_path, RSA, "-tls1_2", "-cipher", suite) as csms:
        await csms.takes(roots(tmp_path, ROOT))


@pytest.mark.parametrize("version", ["-tls1", "-tls1_1"])
@on_sockets
async def test_older_tls(version: str, tmp_path: Path) -> None:
    async with s_server(tmp_path, RSA, version, "-cipher", "ALL:@SECLEVEL=0") as csms:
        error = await csms.refused(roots(tmp_path, ROOT))
        assert isinstance(error, NoCommonTlsVersion), repr(error)


@on_sockets
async def test_no_common_suite(tmp_path: Path) -> None:
    suites = ("-tls1_2", "-cipher", "AES128-SHA:AES256-SHA256:@SECLEVEL=0")
    async with s_server(tmp_path, RSA, *suites) as csms:
        error = await csms.refused(roots(tmp_path, ROOT))
        assert isinstance(error, NoCommonCipherSuite), repr(error)


@pytest.mark.parametrize(
    "identity",
    [
        replace(CSMS, ends=PAST),
        replace(CSMS, name="other.example"),
        replace(CSMS, signer=authority("Unknown")),
        replace(CSMS, signer=None),
        replace(CSMS, key=rsa.generate_private_key(65537, 1024)),  # noqa: S505 -- it is to be refused
    ],
    ids=["expired", "wrong host", "unknown authority", "self-signed", "weak key"],
)
@on_sockets
async def test_an_invalid_certificate(identity: Identity, tmp_path: Path) -> None:
    async with s_server(tmp_path, identity, "-cipher", "ALL:@SECLEVEL=0") as csms:
        for _ in range(2):
            error = await csms.refused(roots(tmp_path, ROOT))
            assert isinstance(error, CsmsNotTrusted), repr(error)


@on_sockets
async def test_a_weak_signature(tmp_path: Path) -> None:
    """SHA-1, which `cryptography` does not sign with any more (A00.FR.504)."""
    root, key = tmp_path / "root.pem", tmp_path / "root-key.pem"
    root.write_text(ROOT.text, "ascii")
    key.write_text(key_text(ROOT.key), "ascii")
    settings = tmp_path / "req.cnf"
    settings.write_text("[req]\ndistinguished_name = name\n[name]\n", "ascii")
    chain, own = CSMS.write(tmp_path / "csms")
    signing: tuple[str | Path, ...] = (
        "-config",
        settings,
        "-CA",
        root,
        "-CAkey",
        key,
        "-key",
        own,
        "-out",
        chain,
    )
    made = await openssl("req", "-x509", "-sha1", "-days", "30", "-subj", f"/CN={HOST}", *signing)
    await made.communicate()
    assert made.returncode == 0

    class Weak(Identity):
        def write(self, folder: Path) -> tuple[Path, Path]:
            del folder
            return chain, own

    async with s_server(tmp_path, Weak(ROOT, HOST), "-cipher", "ALL:@SECLEVEL=0") as csms:
        error = await csms.refused(roots(tmp_path, ROOT))
        assert isinstance(error, CsmsNotTrusted), repr(error)
        assert "too weak" in str(error)


@pytest.mark.parametrize("version", ["-tls1_2", "-tls1_3"])
@on_sockets
async def test_the_certificate_of_the_station(version: str, tmp_path: Path) -> None:
    wanted = tmp_path / "stations.pem"
    wanted.write_text(STATIONS.text, "ascii")
    files = roots(tmp_path, ROOT)
    chain, key = STATION.write(tmp_path / "own")
    other_chain, other_key = replace(STATION, signer=ROOT).write(tmp_path / "other")
    wants: tuple[str | Path, ...] = ("-Verify", "2", "-verify_return_error", "-CAfile", wanted)
    async with s_server(tmp_path, CSMS, version, *wants) as csms:
        await csms.takes(replace(files, chain=chain, key=key))
        for wrong in (files, replace(files, chain=other_chain, key=other_key)):
            error = await csms.refused(wrong)
            assert isinstance(error, StationNotTrusted), repr(error)
        await csms.takes(replace(files, chain=chain, key=key))
