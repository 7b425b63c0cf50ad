"""Cases of block M, certificate management (Part 6, 2.13): those that need no vehicle."""

from datetime import timedelta
from pathlib import Path

from pilotwire.charging_station import CertificateFolder
from pilotwire.ocpp import v21
from pilotwire.station.device_model.standard import SecurityCtrlr
from tests.conformance.v201 import states
from tests.conformance.v201.play import case
from tests.support.authority import ORGANIZATION, Authority, known_by
from tests.support.editions import IN_2X
from tests.support.scene import EPOCH
from tests.support.virtual_time import virtual_time

pytestmark = IN_2X

CSMS, MAKER = "CSMSRootCertificate", "ManufacturerRootCertificate"
ROOT = Authority()
NEW = Authority("New")

DeleteCertificate = v21.DeleteCertificateRequest
Installed = v21.GetInstalledCertificateIdsRequest


def install(text: str) -> v21.InstallCertificateRequest:
    use = v21.InstallCertificateUseEnumType.CSMS_ROOT_CERTIFICATE
    return v21.InstallCertificateRequest(certificate_type=use, certificate=text)


def installed(use: str | None = None) -> v21.GetInstalledCertificateIdsRequest:
    if use is None:
        return Installed()
    return Installed(certificate_type=(v21.GetCertificateIdUseEnumType(use),))


@virtual_time
async def test_TC_M_01_CS(version: str, tmp_path: Path) -> None:
    async with case(version, certificates=CertificateFolder(tmp_path)) as play:
        await states.certificate_installed(play, CSMS, ROOT)
        await states.certificate_installed(play, CSMS, NEW)
        await states.installed_certificates(play, (CSMS, NEW))


@virtual_time
async def test_TC_M_02_CS(version: str, tmp_path: Path) -> None:
    async with case(version, certificates=CertificateFolder(tmp_path)) as play:
        await states.certificate_installed(play, MAKER, NEW)
        await states.installed_certificates(play, (MAKER, NEW))


@virtual_time
async def test_TC_M_07_CS(version: str, tmp_path: Path) -> None:
    expired = Authority("Expired", ends=EPOCH - timedelta(days=1))
    async with case(version, certificates=CertificateFolder(tmp_path)) as play:
        await states.certificate_installed(play, CSMS, ROOT)
        await play.call(install(expired.text), status="Rejected")
        answer = await play.call(installed(CSMS), status="Accepted")
        assert (CSMS, known_by(expired)) not in states.listed(answer)


@virtual_time
async def test_TC_M_09_CS(version: str, tmp_path: Path) -> None:
    folder = CertificateFolder(tmp_path, one_csms_root=True)
    async with case(version, certificates=folder) as play:
        await states.certificate_installed(play, CSMS, ROOT)
        await play.call(install(NEW.text), status="Rejected")
        answer = await play.call(installed(CSMS), status="Accepted")
        assert (CSMS, known_by(NEW)) not in states.listed(answer)


@virtual_time
async def test_TC_M_12_CS(version: str, tmp_path: Path) -> None:
    async with case(version, certificates=CertificateFolder(tmp_path)) as play:
        await states.certificate_installed(play, CSMS, NEW)
        await states.installed_certificates(play, (CSMS, NEW))


@virtual_time
async def test_TC_M_13_CS(version: str, tmp_path: Path) -> None:
    async with case(version, certificates=CertificateFolder(tmp_path)) as play:
        await states.certificate_installed(play, MAKER, NEW)
        await states.installed_certificates(play, (MAKER, NEW))


@virtual_time
async def test_TC_M_17_CS(version: str, tmp_path: Path) -> None:
    async with case(version, certificates=CertificateFolder(tmp_path)) as play:
        await states.certificate_installed(play, CSMS, ROOT)
        await states.certificate_installed(play, MAKER, NEW)
        await states.installed_certificates(play, (CSMS, ROOT), (MAKER, NEW))


@virtual_time
async def test_TC_M_18_CS(version: str, tmp_path: Path) -> None:
    async with case(version, certificates=CertificateFolder(tmp_path)) as play:
        await states.certificate_installed(play, CSMS, ROOT)
        await states.certificate_installed(play, MAKER, NEW)
        answer = await play.call(installed(), status="Accepted")
        found = states.listed(answer)
        assert (CSMS, known_by(ROOT)) in found
        assert (MAKER, known_by(NEW)) in found


@virtual_time
async def test_TC_M_19_CS(version: str, tmp_path: Path) -> None:
    async with case(version, certificates=CertificateFolder(tmp_path)) as play:
        await play.call(
            installed("MORootCertificate"), status="NotFound", certificate_hash_data_chain=None
        )


@virtual_time
async def test_TC_M_20_CS(version: str, tmp_path: Path) -> None:
    async with case(version, certificates=CertificateFolder(tmp_path)) as play:
        await states.certificate_installed(play, CSMS, ROOT)
        await states.installed_certificates(play, (CSMS, ROOT))
        await play.call(DeleteCertificate(certificate_hash_data=known_by(ROOT)), status="Accepted")
        assert states.listed(await play.call(installed(CSMS))) == []


@virtual_time
async def test_TC_M_22_CS(version: str, tmp_path: Path) -> None:
    async with case(version, certificates=CertificateFolder(tmp_path)) as play:
        await states.certificate_installed(play, CSMS, ROOT)
        await states.installed_certificates(play, (CSMS, ROOT))
        await play.call(DeleteCertificate(certificate_hash_data=known_by(NEW)), status="NotFound")


@virtual_time
async def test_TC_M_23_CS(version: str, tmp_path: Path) -> None:
    settings = {SecurityCtrlr.OrganizationName: ORGANIZATION}
    async with case(version, settings, certificates=CertificateFolder(tmp_path)) as play:
        await states.certificate_installed(play, CSMS, ROOT)
        own = await states.charging_station_certificate_renewed(play, ROOT)
        await play.call(installed(), status="Accepted")
        await play.call(DeleteCertificate(certificate_hash_data=own), status={"NotFound", "Failed"})
