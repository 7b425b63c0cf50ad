"""Cases of 1.6 that need TLS (2.24): certificates in use, security profiles 2 and 3."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from ssl import TLSVersion

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from pilotwire.charging_station import CertificateFolder
from pilotwire.ocpp import v16
from pilotwire.ocpp.v16.configuration import Keys
from tests.conformance.v16.play import Play, case
from tests.support.authority import ORGANIZATION, SERIAL, Authority, key_text
from tests.support.scene import EPOCH
from tests.support.tls import Identity, authority, server, trust
from tests.support.tls_link import Agreed, TlsCsms
from tests.support.virtual_time import virtual_time

HOST = "csms.ocpp.example"
PASSWORD = "the-old-password-1"
ROOT = authority()
VALID = Identity(ROOT, HOST)

SUITES = (
    {"ECDHE-ECDSA-AES128-GCM-SHA256", "ECDHE-ECDSA-AES256-GCM-SHA384"},
    {"AES128-GCM-SHA256", "AES256-GCM-SHA384"},
)
"""A station must have those of one of these."""

IN_EACH_TLS = pytest.mark.parametrize(
    "most", [TLSVersion.TLSv1_2, TLSVersion.TLSv1_3], ids=["1.2", "1.3"]
)


@asynccontextmanager
async def secured(folder: Path, tls: TlsCsms, *, profile: int) -> AsyncGenerator[Play]:
    """A case in security profile 2 or 3."""
    certificates = CertificateFolder(folder)
    trust(certificates, ROOT)
    if profile == 3:
        own = Identity(ROOT, SERIAL, shown=[ROOT])
        certificates.bring(own.chain, key_text(own.key))
    async with case(
        {Keys.CpoName: ORGANIZATION},
        certificates=certificates,
        password=None if profile == 3 else PASSWORD,
        tls=tls,
    ) as play:
        yield play


async def boots_with_tls(play: Play, tls: TlsCsms) -> Agreed:
    """A reset, and what follows; the handshake."""
    await play.call(v16.ResetRequest(type=v16.ResetType.HARD), status="Accepted")
    await play.boots()
    await play.all_statuses()
    assert len(tls.agreed) == 2
    agreed = tls.agreed[-1]
    assert agreed.version in {"TLSv1.2", "TLSv1.3"}
    assert any(suites <= agreed.common for suites in SUITES)
    return agreed


def check_own(certificate: x509.Certificate | None) -> None:
    """What the central system demands of a station's certificate."""
    assert certificate is not None
    key = certificate.public_key()
    assert isinstance(key, ec.EllipticCurvePublicKey)
    assert key.key_size >= 224
    assert certificate.serial_number
    (name,) = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    assert name.value == SERIAL


@virtual_time
async def test_TC_074_CS(tmp_path: Path) -> None:
    tls = TlsCsms({HOST: server(VALID, wants=ROOT)})
    async with secured(tmp_path, tls, profile=3) as play:
        accepted = v16.SignCertificateResponse(status=v16.GenericStatusEnumType.ACCEPTED)
        play.s.csms.answer(v16.SignCertificateRequest, lambda _: accepted)
        wanted = v16.MessageTriggerEnumType.SIGN_CHARGE_POINT_CERTIFICATE
        trigger = v16.ExtendedTriggerMessageRequest(requested_message=wanted)
        await play.call(trigger, status="Accepted")
        asked = await play.expect(v16.SignCertificateRequest)
        chain = ROOT.answer(asked.csr)
        signed = v16.CertificateSignedRequest(certificate_chain=chain)
        await play.call(signed, status="Accepted")
        await play.s.wait(60)
        assert len(tls.agreed) == 2
        assert tls.agreed[-1].shown == ROOT.signed_by_it(chain).certificate
        check_own(tls.agreed[-1].shown)


@virtual_time
async def test_TC_078_CS(tmp_path: Path) -> None:
    tls = TlsCsms({HOST: server(VALID)})
    async with secured(tmp_path, tls, profile=2) as play:
        expired = Authority("Expired", ends=EPOCH - timedelta(days=1))
        use = v16.CertificateUseEnumType.CENTRAL_SYSTEM_ROOT_CERTIFICATE
        request = v16.InstallCertificateRequest(certificate_type=use, certificate=expired.text)
        await play.call(request, status="Rejected")
        await play.expect(
            v16.SecurityEventNotificationRequest, type="InvalidCentralSystemCertificate"
        )


@IN_EACH_TLS
@virtual_time
async def test_TC_086_CS(most: TLSVersion, tmp_path: Path) -> None:
    tls = TlsCsms({HOST: server(VALID, most=most)})
    async with secured(tmp_path, tls, profile=2) as play:
        agreed = await boots_with_tls(play, tls)
        assert agreed.shown is None
        attempt = play.s.network.attempts[-1]
        assert (attempt.identity, attempt.password) == (play.s.station.identity, PASSWORD)
        assert 20 <= len(PASSWORD.encode().hex()) <= 40


@IN_EACH_TLS
@virtual_time
async def test_TC_087_CS(most: TLSVersion, tmp_path: Path) -> None:
    tls = TlsCsms({HOST: server(VALID, wants=ROOT, most=most)})
    async with secured(tmp_path, tls, profile=3) as play:
        agreed = await boots_with_tls(play, tls)
        check_own(agreed.shown)
