"""Which TLS a station speaks (2.x A00.FR.313 to 323, A00.FR.416 to 426; white paper A00.FR.312 to
322), over sockets.
"""

import asyncio
import ssl
import struct
from pathlib import Path
from ssl import TLSVersion

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from pilotwire.connection import TlsFiles
from pilotwire.connection.tls import context_of
from pilotwire.errors import (
    ConnectionRefused,
    CsmsUnreachable,
    HandshakeRefused,
    NoCommonCipherSuite,
    NoCommonTlsVersion,
)
from tests.support.tls import Identity, authority, server
from tests.support.tls_front import Secured, listening
from tests.unit.connection.sockets import on_sockets
from tests.unit.connection.tls_talk import HOST, csms, roots, talk

ROOT = authority()
EC = Identity(ROOT, HOST)
RSA = Identity(ROOT, HOST, key=rsa.generate_private_key(65537, 2048))


@pytest.mark.parametrize("identity", [EC, RSA], ids=["ECDSA", "RSA"])
@pytest.mark.parametrize("version", [TLSVersion.TLSv1_2, TLSVersion.TLSv1_3], ids=["1.2", "1.3"])
@on_sockets
async def test_tls_of_today_is_spoken(
    identity: Identity, version: TLSVersion, tmp_path: Path
) -> None:
    async with csms(server(identity, least=version, most=version)) as port:
        await talk(port, roots(tmp_path, ROOT))


@pytest.mark.parametrize(
    ("identity", "suite"),
    [
        (EC, "ECDHE-ECDSA-AES128-GCM-SHA256"),
        (EC, "ECDHE-ECDSA-AES256-GCM-SHA384"),
        (RSA, "AES128-GCM-SHA256"),
        (RSA, "AES256-GCM-SHA384"),
        (RSA, "ECDHE-RSA-AES128-GCM-SHA256"),
        (RSA, "ECDHE-RSA-AES256-GCM-SHA384"),
    ],
)
@on_sockets
async def test_each_suite_of_the_specification_will_do(
    identity: Identity, suite: str, tmp_path: Path
) -> None:
    """A00.FR.319, A00.FR.422; the last two are the same with forward secrecy."""
    async with csms(server(identity, most=TLSVersion.TLSv1_2, ciphers=suite)) as port:
        await talk(port, roots(tmp_path, ROOT))


def test_those_with_forward_secrecy_are_preferred() -> None:
    """A00.FR.319, note 1."""
    names = [each["name"] for each in context_of(TlsFiles()).get_ciphers()]
    keys = ["first" if name.startswith(("TLS_", "ECDHE-")) else "later" for name in names]
    assert keys == sorted(keys)
    assert all("GCM" in name or "POLY1305" in name for name in names)


def test_there_is_no_compression_and_no_renegotiation() -> None:
    """A00.FR.321, A00.FR.424."""
    options = context_of(TlsFiles()).options
    assert options & ssl.OP_NO_COMPRESSION
    assert options & ssl.OP_NO_RENEGOTIATION


@pytest.mark.parametrize(
    "suite",
    [
        "ECDHE-RSA-AES128-SHA256",
        "AES128-SHA",
        "AES256-SHA256",
        "DHE-RSA-AES128-GCM-SHA256",
        "ECDHE-RSA-NULL-SHA",
        "AECDH-AES128-SHA",
    ],
)
@on_sockets
async def test_other_suites_are_no_connection(suite: str, tmp_path: Path) -> None:
    """A00.FR.320, A00.FR.323."""
    ciphers = f"{suite}:@SECLEVEL=0"
    async with csms(server(RSA, most=TLSVersion.TLSv1_2, ciphers=ciphers)) as port:
        with pytest.raises(NoCommonCipherSuite, match="no TLS cipher suite"):
            await talk(port, roots(tmp_path, ROOT))


@pytest.mark.parametrize("version", [TLSVersion.TLSv1, TLSVersion.TLSv1_1], ids=["1.0", "1.1"])
@on_sockets
async def test_older_tls_is_no_connection(version: TLSVersion, tmp_path: Path) -> None:
    """A00.FR.316."""
    async with csms(server(RSA, least=version, most=version)) as port:
        with pytest.raises(NoCommonTlsVersion, match=r"TLS 1\.2"):
            await talk(port, roots(tmp_path, ROOT))


@pytest.mark.parametrize("version", [0x0300, 0x0301, 0x0302], ids=["SSL 3", "TLS 1.0", "TLS 1.1"])
@on_sockets
async def test_an_answer_in_older_tls_is_no_connection(version: int, tmp_path: Path) -> None:
    """TC_A_06_CS: the CSMS goes on with what the station has not offered."""
    hello = struct.pack("!H32sBHB", version, bytes(32), 0, 0x002F, 0)
    message = struct.pack("!B", 2) + struct.pack("!I", len(hello))[1:] + hello
    record = struct.pack("!BHH", 22, version, len(message)) + message
    await _answered(record, NoCommonTlsVersion, tmp_path)


@pytest.mark.parametrize(
    ("answer", "why"),
    [(b"HTTP/1.1 400 Bad Request\r\n\r\n", "wrong version number"), (b"", "broke off")],
    ids=["HTTP", "nothing"],
)
@on_sockets
async def test_what_is_no_tls_is_no_matter_of_security(
    answer: bytes, why: str, tmp_path: Path
) -> None:
    error = await _answered(answer, CsmsUnreachable, tmp_path)
    assert why in str(error)


async def _answered(
    answer: bytes, kind: type[ConnectionRefused], folder: Path
) -> ConnectionRefused:
    """What comes of it that somebody answers so to whatever is said."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1)
        writer.write(answer)
        writer.write_eof()
        await reader.read()
        writer.close()

    async with listening(serve) as port:
        with pytest.raises(kind) as caught:
            await talk(port, roots(folder, ROOT))
    return caught.value


@on_sockets
async def test_an_answer_before_there_is_a_question_is_a_refusal(tmp_path: Path) -> None:
    """It comes with the end of the handshake of TLS."""
    tls = server(EC, most=TLSVersion.TLSv1_2)

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        secured = Secured(tls, reader, writer)
        await secured.shake_hands()
        secured.write(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")
        writer.write_eof()
        await reader.read()

    async with listening(serve) as port:
        with pytest.raises(HandshakeRefused, match="403"):
            await talk(port, roots(tmp_path, ROOT))
