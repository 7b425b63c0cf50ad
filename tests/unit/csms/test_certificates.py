"""Certificates that the CSMS signs, sends, installs and asks after, in each version's words."""

import asyncio
import shutil
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from pilotwire.csms import CertificateSent, Csms, CsmsEvent
from pilotwire.csms.authority import Authority
from pilotwire.csms.certificates import (
    CertificateIdUse,
    CertificateUse,
    InstalledCertificate,
)
from pilotwire.ocpp import v21
from pilotwire.ocpp.base import Message
from pilotwire.rpc import Handlers
from pilotwire.station.security.hashes import hash_data, issuer_key
from tests.support.editions import IN_2X, IN_ALL
from tests.support.virtual_time import virtual_time
from tests.unit.csms.scenes import NOON, WORDS, booted, new_csms, request_of
from tests.unit.csms.test_authority import request_text


def noon() -> datetime:
    return NOON


class Folder:
    """A station's certificates, as far as a CSMS sees them."""

    def __init__(self, version: str) -> None:
        self.told: list[tuple[str, Any]] = []
        self.trusted: list[v21.CertificateHashDataType] = []
        self.answers = {
            "CertificateSigned": "Accepted",
            "InstallCertificate": "Accepted",
            "DeleteCertificate": "Failed",
        }
        self.handlers = Handlers()
        self._version = version
        for action in (*self.answers, "GetInstalledCertificateIds"):
            self.handlers.on(getattr(WORDS[version], f"{action}Request"), self._does)

    async def _does(self, request: Message) -> Any:
        wire = request.to_wire()
        self.told.append((request.action, wire))
        answer = {"status": self.answers.get(request.action, "Accepted")}
        if request.action == "GetInstalledCertificateIds":
            answer = self._installed(wire)
        response = getattr(WORDS[self._version], f"{request.action}Response")
        return response.from_wire(answer)

    def _installed(self, wire: Any) -> Any:
        wanted = wire["certificateType"] if self._version == "1.6" else "CSMSRootCertificate"
        found = [each.to_wire() for each in self.trusted]
        if not found or wanted == "ManufacturerRootCertificate":
            return {"status": "NotFound"}
        if self._version == "1.6":
            return {"status": "Accepted", "certificateHashData": found}
        chains = [
            {"certificateType": "CSMSRootCertificate", "certificateHashData": each}
            for each in found
        ]
        return {"status": "Accepted", "certificateHashDataChain": chains}

    def of(self, action: str) -> list[Any]:
        return [wire for name, wire in self.told if name == action]


def known_by(root: Any) -> v21.CertificateHashDataType:
    return hash_data(root, issuer_key(root, root))


def csms_with(folder: Path, heard: list[CsmsEvent]) -> tuple[Csms, Authority]:
    authority = Authority(folder / "ca", now=noon)
    return new_csms(authority=authority, on_event=heard.append), authority


@IN_ALL
@virtual_time
async def test_a_certificate_comes_after_the_answer(version: str, tmp_path: Path) -> None:
    """A02.FR.11, A02.FR.14, A02.FR.25."""
    heard: list[CsmsEvent] = []
    csms, authority = csms_with(tmp_path, heard)
    station = Folder(version)
    csr = request_text("CS-1")
    more: dict[str, Any]
    more = {} if version == "1.6" else {"certificateType": "ChargingStationCertificate"}
    more |= {"requestId": 7} if version == "2.1" else {}
    async with booted(csms, version, handlers=station.handlers) as peer:
        answer = await peer.call(request_of(version, "SignCertificate", csr=csr, **more))
        assert answer.status == "Accepted"
        assert not station.of("CertificateSigned")
        await asyncio.sleep(1)
    (signed,) = station.of("CertificateSigned")
    chain = signed.pop("certificateChain")
    assert signed == more
    (sent,) = [each for each in heard if isinstance(each, CertificateSent)]
    assert (sent.identity, sent.status) == ("CS-1", "Accepted")
    issued = authority.issued(int(sent.serial_number, 16))
    assert issued is not None
    assert issued.to == "CS-1"
    assert chain == authority.chain(issued, set())


@IN_ALL
@virtual_time
async def test_the_chain_leads_to_what_the_station_trusts(version: str, tmp_path: Path) -> None:
    csms, authority = csms_with(tmp_path, [])
    station = Folder(version)
    station.trusted.append(known_by(authority.root.certificate))
    authority.replace_root()
    async with booted(csms, version, handlers=station.handlers) as peer:
        await peer.call(request_of(version, "SignCertificate", csr=request_text("CS-1")))
        await asyncio.sleep(1)
    (signed,) = station.of("CertificateSigned")
    assert signed["certificateChain"].count("BEGIN CERTIFICATE") == 2


@IN_ALL
@pytest.mark.parametrize(("has_authority", "why"), [(True, "InvalidCSR"), (False, "NotEnabled")])
@virtual_time
async def test_a_request_is_rejected(
    version: str, has_authority: bool, why: str, tmp_path: Path
) -> None:
    """A02.FR.12."""
    csms = csms_with(tmp_path, [])[0] if has_authority else new_csms()
    station = Folder(version)
    async with booted(csms, version, handlers=station.handlers) as peer:
        answer = await peer.call(request_of(version, "SignCertificate", csr=request_text("CS-9")))
        await asyncio.sleep(1)
    assert answer.status == "Rejected"
    if version != "1.6":
        assert answer.status_info.reason_code == why
    assert not station.told


@IN_2X
@virtual_time
async def test_it_signs_nothing_for_vehicles(version: str, tmp_path: Path) -> None:
    csms, _ = csms_with(tmp_path, [])
    csr = request_text("CS-1")
    async with booted(csms, version) as peer:
        answer = await peer.call(
            request_of(version, "SignCertificate", csr=csr, certificateType="V2GCertificate")
        )
    assert (answer.status, answer.status_info.reason_code) == ("Rejected", "UnsupportedParam")


@IN_ALL
@virtual_time
async def test_what_can_not_be_kept_is_not_signed(version: str, tmp_path: Path) -> None:
    csms, authority = csms_with(tmp_path, [])
    shutil.rmtree(authority.folder)
    async with booted(csms, version, handlers=Folder(version).handlers) as peer:
        answer = await peer.call(request_of(version, "SignCertificate", csr=request_text("CS-1")))
    assert answer.status == "Rejected"
    if version != "1.6":
        assert answer.status_info.reason_code == "InternalError"


@IN_ALL
@virtual_time
async def test_a_station_that_goes_before_its_certificate_comes(
    version: str, tmp_path: Path
) -> None:
    csms, _ = csms_with(tmp_path, [])
    async with booted(csms, version, handlers=Folder(version).handlers) as peer:
        await peer.call(request_of(version, "SignCertificate", csr=request_text("CS-1")))
    await asyncio.sleep(100)
    assert not csms.stations["CS-1"].connected


@IN_ALL
@virtual_time
async def test_roots_are_installed_listed_and_deleted(version: str, tmp_path: Path) -> None:
    """M03, M04, M05."""
    csms, authority = csms_with(tmp_path, [])
    station, certificates = Folder(version), csms.certificates
    async with booted(csms, version, handlers=station.handlers):
        assert await certificates.install_root("CS-1") == "Accepted"
        station.trusted.append(known_by(authority.root.certificate))
        assert await certificates.install_root("CS-1") == "Accepted"  # it is there: nothing is told
        (known,) = await certificates.installed("CS-1")
        assert await certificates.delete("CS-1", known.data) == "Failed"
        station.answers["InstallCertificate"] = "Rejected"
        authority.replace_root()
        authority.replace_root()
        assert await certificates.install_root("CS-1") == "Rejected"  # and the next one is not sent
    expected = InstalledCertificate(CertificateIdUse.CSMS_ROOT_CERTIFICATE, station.trusted[0])
    assert known == expected
    use = "CentralSystemRootCertificate" if version == "1.6" else "CSMSRootCertificate"
    first, second = station.of("InstallCertificate")
    assert {each["certificateType"] for each in (first, second)} == {use}
    assert first["certificate"] == (tmp_path / "ca/root-1.pem").read_text()
    assert second["certificate"] == (tmp_path / "ca/root-2-by-1.pem").read_text()
    assert station.of("DeleteCertificate") == [{"certificateHashData": known.data.to_wire()}]


@virtual_time
async def test_uses_that_16_does_not_have(tmp_path: Path) -> None:
    csms, _ = csms_with(tmp_path, [])
    async with booted(csms, "1.6"):
        with pytest.raises(ValueError, match=r"1\.6 has no V2GRootCertificate"):
            await csms.certificates.install("CS-1", CertificateUse.V2G_ROOT_CERTIFICATE, "x")
    with pytest.raises(ValueError, match="no authority"):
        await new_csms().certificates.install_root("CS-1")


@IN_2X
@virtual_time
async def test_certificate_status(version: str, tmp_path: Path) -> None:
    """M06.FR.01 to M06.FR.04."""
    csms, authority = csms_with(tmp_path, [])
    data = known_by(authority.root.certificate).to_wire()
    async with booted(csms, version) as peer:
        for known, status in ((data, "Accepted"), ({**data, "issuerKeyHash": "00"}, "Failed")):
            asked = {**known, "responderURL": "http://127.0.0.1/"}
            answer = await peer.call(
                request_of(version, "GetCertificateStatus", ocspRequestData=asked)
            )
            assert answer.status == status
            assert (answer.ocsp_result is not None) is (status == "Accepted")


@virtual_time
async def test_status_of_a_chain(tmp_path: Path) -> None:
    """M07.FR.02, M07.FR.03, M07.FR.05, M07.FR.08."""
    csms, authority = csms_with(tmp_path, [])
    data = known_by(authority.root.certificate).to_wire()
    asked = [
        {"certificateHashData": each, "source": source, "urls": ["http://127.0.0.1/"]}
        for each, source in (
            (data, "OCSP"),
            ({**data, "serialNumber": "1f"}, "OCSP"),
            ({**data, "issuerKeyHash": "00"}, "OCSP"),
            (data, "CRL"),
        )
    ]
    async with booted(csms, "2.1") as peer:
        answer = await peer.call(
            request_of("2.1", "GetCertificateChainStatus", certificateStatusRequests=asked)
        )
    statuses = [(each.status, each.next_update > NOON) for each in answer.certificate_status]
    assert [status for status, _ in statuses] == ["Good", "Unknown", "Failed", "Failed"]
    assert [later for _, later in statuses[:2]] == [True, True]
    told = [each.certificate_hash_data.to_wire() for each in answer.certificate_status]
    assert told == [each["certificateHashData"] for each in asked]
