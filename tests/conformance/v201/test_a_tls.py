"""Cases of block A, security (Part 6, 2.2): those about connections."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from ssl import TLSVersion
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID

from pilotwire.charging_station import CertificateFolder
from pilotwire.ocpp import v21
from pilotwire.ocpp.specs import Variable
from pilotwire.station.device_model.standard import OCPPCommCtrlr, SecurityCtrlr
from tests.conformance.v201 import states
from tests.conformance.v201.play import Configuration, Play, case
from tests.support.authority import ORGANIZATION, SERIAL, key_text
from tests.support.device_model import address, value_of
from tests.support.editions import IN_2X
from tests.support.scene import Opponent
from tests.support.tls import PAST, YET_TO_COME, Identity, authority, server, trust
from tests.support.tls_link import Agreed, TlsCsms
from tests.support.virtual_time import virtual_time

pytestmark = IN_2X

HOST = "csms.ocpp.example"
PASSWORD = "0123456789abcdef*-_=:+|@."
ROOT = authority()
VALID = Identity(ROOT, HOST)

SUITES = (
    {"ECDHE-ECDSA-AES128-GCM-SHA256", "ECDHE-ECDSA-AES256-GCM-SHA384"},
    {"AES128-GCM-SHA256", "AES256-GCM-SHA384"},
)
"""A station must have those of one of these."""


@asynccontextmanager
async def secured(
    version: str,
    folder: Path,
    tls: TlsCsms,
    configuration: Configuration | None = None,
    *,
    profile: int = 2,
) -> AsyncGenerator[Play]:
    """A case in security profile 2, or 3."""
    certificates = CertificateFolder(folder)
    trust(certificates, ROOT)
    if profile == 3:
        own = Identity(ROOT, SERIAL, shown=[ROOT])
        certificates.bring(own.chain, key_text(own.key))

    def prepare(csms: Opponent) -> None:
        accepted = v21.SignCertificateResponse(status=v21.GenericStatusEnumType.ACCEPTED)
        csms.answer(v21.SignCertificateRequest, lambda _: accepted)

    settings: dict[Variable[Any], str] = {SecurityCtrlr.OrganizationName: ORGANIZATION}
    async with case(
        version,
        settings | dict(configuration or {}),
        certificates=certificates,
        password=None if profile == 3 else PASSWORD,
        prepare=prepare,
        tls=tls,
    ) as play:
        assert await value_of(play.s, address("SecurityCtrlr.SecurityProfile")) == str(profile)
        yield play


def check(agreed: Agreed) -> None:
    """What the CSMS demands of a handshake."""
    assert agreed.version in {"TLSv1.2", "TLSv1.3"}
    assert any(suites <= agreed.common for suites in SUITES)


@virtual_time
async def test_TC_A_01_CS(version: str) -> None:
    async with case(version, password=PASSWORD) as play:
        await states.booted(play)
        attempt = play.s.network.attempts[-1]
        assert (attempt.identity, attempt.password) == (play.s.station.identity, PASSWORD)
        assert attempt.connection_url.endswith(f"/{attempt.identity}")
        assert 16 <= len(PASSWORD) <= 40


@virtual_time
async def test_TC_A_04_CS(version: str, tmp_path: Path) -> None:
    for most in (TLSVersion.TLSv1_2, TLSVersion.TLSv1_3):
        tls = TlsCsms({HOST: server(VALID, most=most)})
        async with secured(version, tmp_path / most.name, tls) as play:
            await states.booted(play)
            assert play.s.network.attempts[-1].password == PASSWORD
            assert len(tls.agreed) == 2
            check(tls.agreed[-1])


@virtual_time
async def test_TC_A_05_CS(version: str, tmp_path: Path) -> None:
    invalid = [
        replace(VALID, ends=PAST),
        replace(VALID, begins=YET_TO_COME),
        replace(VALID, signer=authority("Unknown")),
        replace(VALID, name="other.example"),
        replace(VALID, name="*.ocpp.example"),
    ]
    valid = server(VALID)
    tls = TlsCsms({HOST: valid})
    settings: dict[Variable[Any], str] = {
        OCPPCommCtrlr.NetworkProfileConnectionAttempts: "3",
        OCPPCommCtrlr.NetworkConfigurationPriority: "1",
        SecurityCtrlr.AllowCSMSTLSWildcards: "false",
    }
    async with secured(version, tmp_path, tls, settings) as play:
        play.s.cut()
        await play.s.wait(60)
        for identity in invalid:
            agreed, failed = len(tls.agreed), len(tls.failed)
            tls.hosts[HOST] = server(identity)
            play.s.cut()
            await play.s.wait(30)
            assert len(tls.agreed) == agreed
            assert len(tls.failed) > failed
            tls.hosts[HOST] = valid
            await play.expect(
                v21.SecurityEventNotificationRequest, type="InvalidCsmsCertificate", limit=120
            )
            assert len(tls.agreed) == agreed + 1
            await play.s.wait(5)


@virtual_time
async def test_TC_A_06_CS(version: str, tmp_path: Path) -> None:
    of_rsa = replace(VALID, key=rsa.generate_private_key(65537, 2048))
    old = server(of_rsa, least=TLSVersion.TLSv1, most=TLSVersion.TLSv1_1)
    valid = server(VALID)
    tls = TlsCsms({HOST: valid})
    settings = {OCPPCommCtrlr.NetworkProfileConnectionAttempts: "1"}
    async with secured(version, tmp_path, tls, settings) as play:
        await states.booting(play)
        tls.hosts[HOST] = old
        while not tls.failed:
            await play.s.wait(1)
        tls.hosts[HOST] = valid
        await states.after_a_boot(play)
        await play.expect(
            v21.SecurityEventNotificationRequest,
            among=lambda one: getattr(one, "type", None) == "InvalidTLSVersion",
        )


@virtual_time
async def test_TC_A_07_CS(version: str, tmp_path: Path) -> None:
    tls = TlsCsms({HOST: server(VALID, wants=ROOT)})
    async with secured(version, tmp_path, tls, profile=3) as play:
        await states.booted(play)
        check(tls.agreed[-1])
        shown = tls.agreed[-1].shown
        assert shown is not None
        check_own(shown)


@virtual_time
async def test_TC_A_11_CS(version: str, tmp_path: Path) -> None:
    tls = TlsCsms({HOST: server(VALID, wants=ROOT)})
    async with secured(version, tmp_path, tls, profile=3) as play:
        old = tls.agreed[-1].shown
        renewed = await states.charging_station_certificate_signed(play, ROOT)
        await play.s.wait(60)
        assert len(tls.agreed) == 2
        assert not tls.failed
        shown = tls.agreed[-1].shown
        assert shown is not None
        assert shown != old
        assert shown == renewed
        check_own(shown)


def check_own(certificate: x509.Certificate) -> None:
    """What the CSMS demands of a station's certificate."""
    key = certificate.public_key()
    assert isinstance(key, ec.EllipticCurvePublicKey)
    assert key.key_size >= 224
    assert certificate.serial_number
    (name,) = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    assert name.value == SERIAL
