"""Cases of block A, security (Part 6, 2.2): those about upgrades of the security profile."""

from pathlib import Path

from pilotwire.charging_station import CertificateFolder
from pilotwire.ocpp import v21
from tests.conformance.v201 import states
from tests.conformance.v201.play import case
from tests.support.authority import Authority
from tests.support.device_model import address, value_of
from tests.support.editions import IN_2X
from tests.support.networks import PRIORITY, order, profile
from tests.support.virtual_time import virtual_time

pytestmark = IN_2X

ROOT = Authority()
PASSWORD = "0123456789abcdef"
NEW = "wss://other.example/ocpp"
PROFILE = address("SecurityCtrlr.SecurityProfile")


@virtual_time
async def test_TC_A_19_CS(version: str, tmp_path: Path) -> None:
    """From profile 1 to 2."""
    certificates = CertificateFolder(tmp_path)
    async with case(version, password=PASSWORD, certificates=certificates) as play:
        await states.certificate_installed(play, "CSMSRootCertificate", ROOT)
        await play.call(profile(2, NEW, 2), status="Accepted")
        assert await order(play.s, "2", "1") == "Accepted"
        await play.call(v21.ResetRequest(type=v21.ResetEnumType.ON_IDLE), status="Accepted")
        await states.after_a_boot(play)
        attempt = play.s.network.attempts[-1]
        assert (attempt.url, attempt.password) == (NEW, PASSWORD)
        assert attempt.tls is not None
        assert len(attempt.tls.roots) == 1
        assert await value_of(play.s, PROFILE) == "2"
        assert await value_of(play.s, PRIORITY) == "2"


@virtual_time
async def test_TC_A_20_CS(version: str, tmp_path: Path) -> None:
    certificates = CertificateFolder(tmp_path)
    async with case(version, password=PASSWORD, certificates=certificates) as play:
        await play.call(profile(2, NEW, 2), status="Accepted")
        assert await order(play.s, "2", "1") == "Rejected"


@virtual_time
async def test_TC_A_21_CS(version: str, tmp_path: Path) -> None:
    certificates = CertificateFolder(tmp_path)
    async with case(version, password=PASSWORD, certificates=certificates) as play:
        await states.certificate_installed(play, "CSMSRootCertificate", ROOT)
        await play.call(profile(2, NEW, 3), status="Accepted")
        assert await order(play.s, "2", "1") == "Rejected"


@virtual_time
async def test_TC_A_22_CS(version: str) -> None:
    async with case(version, password=PASSWORD) as play:
        await play.call(profile(2, "ws://other.example/ocpp", 0), status="Rejected")
