"""What a station shows of itself, and what comes of it (security profile 3), over sockets."""

import ssl
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from pilotwire.connection import TlsFiles
from pilotwire.connection.server import serve
from pilotwire.errors import CsmsUnreachable, HandshakeRefused, StationNotTrusted
from tests.support.tls import PAST, Identity, authority, server
from tests.unit.connection.sockets import on_sockets
from tests.unit.connection.tls_talk import HOST, csms, echo, roots, talk

ROOT = authority()
STATIONS = authority("Stations")
GOOD = Identity(STATIONS, "SN-1")

VERSIONS = pytest.mark.parametrize(
    "version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3], ids=["1.2", "1.3"]
)


def showing(folder: Path, identity: Identity | None) -> TlsFiles:
    files = roots(folder, ROOT)
    if identity is None:
        return files
    chain, key = identity.write(folder / "own")
    return replace(files, chain=chain, key=key)


@VERSIONS
@on_sockets
async def test_the_station_shows_its_certificate(version: ssl.TLSVersion, tmp_path: Path) -> None:
    """A00.FR.401, A00.FR.402; with the authority between it and the root, if there is one."""
    between = authority("Between", parent=STATIONS)
    tls = server(Identity(ROOT, HOST), wants=STATIONS, most=version)
    async with csms(tls) as port:
        await talk(port, showing(tmp_path, GOOD))
        await talk(port, showing(tmp_path, replace(GOOD, signer=between, shown=[between])))


@VERSIONS
@pytest.mark.parametrize(
    "make",
    [
        lambda: None,
        lambda: replace(GOOD, signer=authority("Other")),
        lambda: replace(GOOD, signer=None),
        lambda: replace(GOOD, ends=PAST),
    ],
    ids=["none", "of another authority", "self-signed", "expired"],
)
@on_sockets
async def test_the_csms_does_not_take_it(
    make: Callable[[], Identity | None], version: ssl.TLSVersion, tmp_path: Path
) -> None:
    """A00.FR.407. One that has expired is shown all the same (A00.FR.430)."""
    tls = server(Identity(ROOT, HOST), wants=STATIONS, most=version)
    async with csms(tls) as port:
        with pytest.raises(StationNotTrusted, match="does not take the station's certificate"):
            await talk(port, showing(tmp_path, make()))
        await talk(port, showing(tmp_path, GOOD))


@VERSIONS
@on_sockets
async def test_a_csms_that_only_hangs_up(version: ssl.TLSVersion, tmp_path: Path) -> None:
    """As one does whose TLS is asyncio's."""
    tls = server(Identity(ROOT, HOST), wants=STATIONS, most=version)
    async with serve(echo, tls=tls) as csms:
        with pytest.raises((CsmsUnreachable, HandshakeRefused), match="the station's certificate"):
            await talk(csms.port, showing(tmp_path, None))


@on_sockets
async def test_a_csms_that_wants_none_gets_none(tmp_path: Path) -> None:
    async with csms(server(Identity(ROOT, HOST))) as port:
        await talk(port, showing(tmp_path, GOOD))


@on_sockets
async def test_a_key_that_is_not_the_certificates_is_no_connection(tmp_path: Path) -> None:
    files = showing(tmp_path, GOOD)
    _, other = replace(GOOD, key=STATIONS.key).write(tmp_path / "other")
    async with csms(server(Identity(ROOT, HOST), wants=STATIONS)) as port:
        with pytest.raises(CsmsUnreachable, match="key values mismatch"):
            await talk(port, replace(files, key=other))
