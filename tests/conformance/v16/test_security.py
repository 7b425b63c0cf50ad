"""Cases of 1.6: certificates, and the password of Basic authentication (2.24)."""

from datetime import timedelta
from pathlib import Path

from pilotwire.charging_station import CertificateFolder
from pilotwire.ocpp import v16
from pilotwire.ocpp.v16.configuration import Keys
from tests.conformance.v16.play import Configuration, Play, case
from tests.support.authority import ORGANIZATION, Authority, known_by, signing_request
from tests.support.scene import EPOCH
from tests.support.virtual_time import virtual_time

NAMED: Configuration = {Keys.CpoName: ORGANIZATION}
ROOT = Authority()

Use = v16.CertificateUseEnumType


async def certificate_installed(play: Play, use: v16.CertificateUseEnumType) -> None:
    """CertificateInstalled."""
    request = v16.InstallCertificateRequest(certificate_type=use, certificate=ROOT.text)
    await play.call(request, status="Accepted")


def hash_data() -> v16.CertificateHashDataType:
    return v16.CertificateHashDataType.from_wire(known_by(ROOT).to_wire())


async def installs(folder: Path, use: v16.CertificateUseEnumType) -> None:
    async with case(certificates=CertificateFolder(folder)) as play:
        await certificate_installed(play, use)
        request = v16.GetInstalledCertificateIdsRequest(certificate_type=use)
        answer = await play.call(request, status="Accepted")
        assert hash_data() in (answer.certificate_hash_data or ())


@virtual_time
async def test_TC_075_1_CS(tmp_path: Path) -> None:
    await installs(tmp_path, Use.MANUFACTURER_ROOT_CERTIFICATE)


@virtual_time
async def test_TC_075_2_CS(tmp_path: Path) -> None:
    await installs(tmp_path, Use.CENTRAL_SYSTEM_ROOT_CERTIFICATE)


@virtual_time
async def test_TC_076_CS(tmp_path: Path) -> None:
    use = Use.CENTRAL_SYSTEM_ROOT_CERTIFICATE
    async with case(certificates=CertificateFolder(tmp_path)) as play:
        await certificate_installed(play, use)
        request = v16.GetInstalledCertificateIdsRequest(certificate_type=use)
        await play.call(request, status="Accepted")
        delete = v16.DeleteCertificateRequest(certificate_hash_data=hash_data())
        await play.call(delete, status="Accepted")
        answer = await play.call(request)
        assert hash_data() not in (answer.certificate_hash_data or ())


@virtual_time
async def test_TC_077_CS(tmp_path: Path) -> None:
    async with case(NAMED, certificates=CertificateFolder(tmp_path)) as play:
        await certificate_installed(play, Use.CENTRAL_SYSTEM_ROOT_CERTIFICATE)
        accepted = v16.SignCertificateResponse(status=v16.GenericStatusEnumType.ACCEPTED)
        play.s.csms.answer(v16.SignCertificateRequest, lambda _: accepted)
        wanted = v16.MessageTriggerEnumType.SIGN_CHARGE_POINT_CERTIFICATE
        trigger = v16.ExtendedTriggerMessageRequest(requested_message=wanted)
        await play.call(trigger, status="Accepted")
        asked = await play.expect(v16.SignCertificateRequest)
        assert signing_request(asked.csr).is_signature_valid
        invalid = ROOT.answer(asked.csr, ends=EPOCH - timedelta(hours=1))
        signed = v16.CertificateSignedRequest(certificate_chain=invalid)
        await play.call(signed, status="Rejected")
        await play.expect(
            v16.SecurityEventNotificationRequest, type="InvalidChargePointCertificate"
        )


# The password of Basic authentication.

PASSWORD = "the-old-password-1"


@virtual_time
async def test_TC_073_CS() -> None:
    async with case(password=PASSWORD) as play:
        network = play.s.network
        value = "4F43415F4F4354545F61646D696E5F74657374"
        request = v16.ChangeConfigurationRequest(key="AuthorizationKey", value=value)
        await play.call(request, status="Accepted")
        network.passwords = {b"OCA_OCTT_admin_test"}
        await play.s.wait(30)
        assert network.links[-2].ended is not None
        assert network.attempts[-1].password == b"OCA_OCTT_admin_test"
        assert network.links[-1].ended is None


@virtual_time
async def test_TC_083_CS(tmp_path: Path) -> None:
    """From profile 1 to 2; the station reconnects by itself, and there is no reset to ask for."""
    async with case(password=PASSWORD, certificates=CertificateFolder(tmp_path)) as play:
        network = play.s.network
        await certificate_installed(play, Use.CENTRAL_SYSTEM_ROOT_CERTIFICATE)
        request = v16.ChangeConfigurationRequest(key=Keys.SecurityProfile.name, value="2")
        await play.call(request, status="Accepted")
        await play.s.wait(30)
        assert network.links[-2].ended is not None
        attempt = network.attempts[-1]
        assert (attempt.encrypted, attempt.password) == (True, PASSWORD)
        assert network.links[-1].ended is None
        assert await play.keys(Keys.SecurityProfile) == {"SecurityProfile": "2"}


@virtual_time
async def test_TC_084_CS() -> None:
    """From profile 2 to 1."""
    async with case(password=PASSWORD, url="wss://csms.example/ocpp") as play:
        assert await play.keys(Keys.SecurityProfile) == {"SecurityProfile": "2"}
        request = v16.ChangeConfigurationRequest(key=Keys.SecurityProfile.name, value="1")
        await play.call(request, status="Rejected")
        assert await play.keys(Keys.SecurityProfile) == {"SecurityProfile": "2"}


@virtual_time
async def test_TC_085_CS() -> None:
    async with case(password=PASSWORD, booted=False) as play:
        await play.boots()
        (attempt,) = play.s.network.attempts
        assert (attempt.identity, attempt.password) == (play.s.station.identity, PASSWORD)
