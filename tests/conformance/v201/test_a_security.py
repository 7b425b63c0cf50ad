"""Cases of block A, security (Part 6, 2.2): those about certificates."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

from pilotwire.charging_station import CertificateFolder
from pilotwire.ocpp import v21
from pilotwire.station.device_model.standard import SecurityCtrlr
from tests.conformance.v201 import states
from tests.conformance.v201.play import Configuration, Play, case
from tests.support.authority import ORGANIZATION, Authority
from tests.support.editions import IN_2X
from tests.support.scene import EPOCH, Opponent
from tests.support.virtual_time import virtual_time

pytestmark = IN_2X

ROOT = Authority()
CHARGING_STATION = v21.CertificateSigningUseEnumType.CHARGING_STATION_CERTIFICATE


def signing(status: str) -> v21.SignCertificateResponse:
    return v21.SignCertificateResponse(status=v21.GenericStatusEnumType(status))


@asynccontextmanager
async def certified(
    version: str,
    folder: Path,
    configuration: Configuration | None = None,
    *,
    answer: str = "Accepted",
) -> AsyncGenerator[Play]:
    """A case with a CSMS root; the CSMS answers so to a request for a certificate."""

    def prepare(csms: Opponent) -> None:
        csms.answer(v21.SignCertificateRequest, lambda _: signing(answer))

    settings = {SecurityCtrlr.OrganizationName: ORGANIZATION, **(configuration or {})}
    certificates = CertificateFolder(folder)
    async with case(version, settings, prepare=prepare, certificates=certificates) as play:
        await states.certificate_installed(play, "CSMSRootCertificate", ROOT)
        yield play


@virtual_time
async def test_TC_A_14_CS(version: str, tmp_path: Path) -> None:
    async with certified(version, tmp_path) as play:
        asked = await states.charging_station_certificate_asked_for(play)
        invalid = ROOT.answer(asked.csr, ends=EPOCH - timedelta(hours=1))
        request = v21.CertificateSignedRequest(
            certificate_chain=invalid, certificate_type=CHARGING_STATION
        )
        await play.call(request, status="Rejected")
        await play.expect(
            v21.SecurityEventNotificationRequest, type="InvalidChargingStationCertificate"
        )


@virtual_time
async def test_TC_A_15_CS(version: str, tmp_path: Path) -> None:
    async with certified(version, tmp_path, answer="Rejected") as play:
        await states.charging_station_certificate_asked_for(play)
        await play.silence(v21.SignCertificateRequest, seconds=3600)


@virtual_time
async def test_TC_A_23_CS(version: str, tmp_path: Path) -> None:
    settings = {
        SecurityCtrlr.CertSigningWaitMinimum: "30",
        SecurityCtrlr.CertSigningRepeatTimes: "1",
    }
    async with certified(version, tmp_path, settings) as play:
        asked = [await states.charging_station_certificate_asked_for(play)]
        asked.append(await play.expect(v21.SignCertificateRequest, limit=35))
        asked.append(await play.expect(v21.SignCertificateRequest, limit=65))
        statuses = set[str]()
        for each in asked:
            request = v21.CertificateSignedRequest(
                certificate_chain=ROOT.answer(each.csr), certificate_type=CHARGING_STATION
            )
            answer = await play.call(request, status={"Accepted", "Rejected"})
            statuses.add(answer.status.value)
        assert "Accepted" in statuses
