"""Cases of blocks B and M (Part 6, 2.3, 2.13) in which the CSMS root changes, with TLS."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

from pilotwire.charging_station import CertificateFolder
from pilotwire.ocpp import v21
from pilotwire.station.device_model.standard import OCPPCommCtrlr
from tests.conformance.v201 import states
from tests.conformance.v201.play import Configuration, Play, case
from tests.support.authority import known_by
from tests.support.editions import IN_2X
from tests.support.networks import order, profile
from tests.support.tls import Identity, authority, server, trust
from tests.support.tls_link import TlsCsms
from tests.support.virtual_time import virtual_time

pytestmark = IN_2X

HOST, OTHER = "csms.ocpp.example", "other.ocpp.example"
URL = f"wss://{OTHER}/ocpp"
PASSWORD = "0123456789abcdef"
CSMS = "CSMSRootCertificate"

OLD = authority("Old")
NEW = authority("New", parent=OLD)
"""The one that replaces it is signed by it."""
UNRELATED = authority("Unrelated")


@asynccontextmanager
async def secured(
    version: str,
    folder: Path,
    tls: TlsCsms,
    configuration: Configuration | None = None,
    *,
    replaces: bool,
) -> AsyncGenerator[Play]:
    """A case in security profile 2 with the old root; with `replaces`, a new one takes its place
    (AdditionalRootCertificateCheck).
    """
    certificates = CertificateFolder(folder, one_csms_root=replaces)
    trust(certificates, OLD)
    async with case(
        version, configuration, certificates=certificates, password=PASSWORD, tls=tls
    ) as play:
        yield play


async def reset(play: Play) -> None:
    await play.call(v21.ResetRequest(type=v21.ResetEnumType.ON_IDLE), status="Accepted")


async def migrate(play: Play) -> None:
    """To another CSMS, with the one of now behind it."""
    await play.call(profile(2, URL, 2), status="Accepted")
    assert await order(play.s, "2", "1") in {"Accepted", "RebootRequired"}
    await reset(play)


async def csms_roots(play: Play) -> list[tuple[str, v21.CertificateHashDataType]]:
    """GetInstalledCertificateIds of CSMS roots."""
    wanted = v21.GetCertificateIdUseEnumType.CSMS_ROOT_CERTIFICATE
    request = v21.GetInstalledCertificateIdsRequest(certificate_type=(wanted,))
    return states.listed(await play.call(request, status="Accepted"))


@virtual_time
async def test_TC_B_47_CS(version: str, tmp_path: Path) -> None:
    tls = TlsCsms({HOST: server(Identity(OLD, HOST)), OTHER: server(Identity(OLD, OTHER))})
    settings = {OCPPCommCtrlr.NetworkProfileConnectionAttempts: "1"}
    async with secured(version, tmp_path, tls, settings, replaces=True) as play:
        await states.certificate_installed(play, CSMS, NEW)
        since = len(play.s.network.attempts)
        await migrate(play)
        await states.after_a_boot(play)
        own = play.s.network.attempts[0].url
        tried = [attempt.url for attempt in play.s.network.attempts[since:]]
        # The new root alone for the other CSMS (M05.FR.15), both for the one of before (M05.FR.16).
        assert tried == [URL, own, own]
        assert (CSMS, known_by(OLD)) in await csms_roots(play)


@virtual_time
async def test_TC_B_50_CS(version: str, tmp_path: Path) -> None:
    for new, replaces in ((UNRELATED, False), (NEW, True)):
        tls = TlsCsms({HOST: server(Identity(OLD, HOST)), OTHER: server(Identity(new, OTHER))})
        async with secured(version, tmp_path / new.name, tls, replaces=replaces) as play:
            await states.certificate_installed(play, CSMS, new)
            await migrate(play)
            await states.after_a_boot(play)
            assert play.s.network.attempts[-1].url == URL
            assert len(tls.agreed) == 2


@virtual_time
async def test_TC_M_30_CS(version: str, tmp_path: Path) -> None:
    tls = TlsCsms({HOST: server(Identity(OLD, HOST))})
    async with secured(version, tmp_path, tls, replaces=True) as play:
        await states.certificate_installed(play, CSMS, NEW)
        tls.hosts[HOST] = server(Identity(NEW, HOST))
        await reset(play)
        await states.after_a_boot(play)
        assert not tls.failed
        assert await csms_roots(play) == [(CSMS, known_by(NEW))]


@virtual_time
async def test_TC_M_31_CS(version: str, tmp_path: Path) -> None:
    tls = TlsCsms({HOST: server(Identity(OLD, HOST))})
    async with secured(version, tmp_path, tls, replaces=True) as play:
        await states.certificate_installed(play, CSMS, NEW)
        await reset(play)
        await states.after_a_boot(play)
        assert len(tls.failed) == 1
        assert (CSMS, known_by(OLD)) in await csms_roots(play)
