"""Certificates that the CSMS installs, lists and deletes (2.x M03 to M05; 1.6 white paper)."""

import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from pilotwire.charging_station import CertificateFolder
from pilotwire.errors import CallFailed
from pilotwire.ocpp import v16, v21
from pilotwire.ocpp.base import Request
from pilotwire.ocpp.v21.standard_values import SecurityEvent
from pilotwire.station.device_model.standard import SecurityCtrlr
from pilotwire.station.security.certificates import Certificates, CsmsRoot
from pilotwire.station.vocabulary import HashAlgorithm
from tests.support.authority import Authority, known_by
from tests.support.device_model import address, value_of
from tests.support.editions import IN_2X, IN_ALL
from tests.support.scene import EPOCH, Scene, scene
from tests.support.stations import station
from tests.support.virtual_time import run, virtual_time

CSMS, MAKER = "CSMSRootCertificate", "ManufacturerRootCertificate"
NAMES_16 = {CSMS: "CentralSystemRootCertificate"}
ROOT = Authority()
DAY = timedelta(days=1)


async def install(
    s: Scene, version: str, text: str, use: str = CSMS
) -> tuple[str, str | None, str | None]:
    """The status, and the reason in 2.x."""
    if version == "1.6":
        use16 = v16.CertificateUseEnumType(NAMES_16.get(use, use))
        request = v16.InstallCertificateRequest(certificate_type=use16, certificate=text)
        return (await s.csms.call(request)).status.value, None, None
    answer = await s.csms.call(
        v21.InstallCertificateRequest(
            certificate_type=v21.InstallCertificateUseEnumType(use), certificate=text
        )
    )
    return reasoned(answer)


async def delete(
    s: Scene, version: str, data: v21.CertificateHashDataType
) -> tuple[str, str | None, str | None]:
    if version == "1.6":
        data16 = v16.CertificateHashDataType.from_wire(data.to_wire())
        request = v16.DeleteCertificateRequest(certificate_hash_data=data16)
        return (await s.csms.call(request)).status.value, None, None
    return reasoned(await s.csms.call(v21.DeleteCertificateRequest(certificate_hash_data=data)))


def reasoned(answer: Any) -> tuple[str, str | None, str | None]:
    info = answer.status_info
    return (
        answer.status.value,
        None if info is None else info.reason_code,
        None if info is None else info.additional_info,
    )


async def installed(s: Scene, version: str, *uses: str) -> list[dict[str, Any]]:
    """What the station says that it trusts, as it is on the wire; nothing where it is NotFound."""
    if version == "1.6":
        found = []
        for use in uses or (CSMS, MAKER):
            use16 = v16.CertificateUseEnumType(NAMES_16.get(use, use))
            answer16 = await s.csms.call(
                v16.GetInstalledCertificateIdsRequest(certificate_type=use16)
            )
            data16 = answer16.certificate_hash_data or ()
            assert (answer16.status == "NotFound") is (not data16)
            found += [each.to_wire() for each in data16]
        return found
    kinds = tuple(v21.GetCertificateIdUseEnumType(use) for use in uses)
    answer = await s.csms.call(
        v21.GetInstalledCertificateIdsRequest(certificate_type=kinds or None)
    )
    chain = answer.certificate_hash_data_chain or ()
    assert (answer.status == "NotFound") is (not chain)
    return [each.certificate_hash_data.to_wire() for each in chain]


def block(s: Scene) -> Certificates:
    station = s.station._station
    assert station is not None
    return station.blocks[Certificates]


def rejected(version: str, reason: str, text: str) -> tuple[str, str | None, str | None]:
    return ("Rejected", None, None) if version == "1.6" else ("Rejected", reason, text)


DONE = ("Accepted", None, None)


# Installing.


@IN_ALL
@pytest.mark.parametrize("use", [CSMS, MAKER])
def test_a_root_is_installed(version: str, use: str, tmp_path: Path) -> None:
    """M05.FR.01, M05.FR.02, M03.FR.03, M03.FR.04; it is there after a restart, too."""

    async def play() -> None:
        for again in (False, True):
            folder = CertificateFolder(tmp_path)
            async with scene(version, certificates=folder) as s:
                if not again:
                    assert await installed(s, version) == []  # M03.FR.02
                    assert await install(s, version, ROOT.text, use) == DONE
                assert await installed(s, version, use) == [known_by(ROOT).to_wire()]
                assert await installed(s, version) == [known_by(ROOT).to_wire()]
                assert await installed(s, version, MAKER if use == CSMS else CSMS) == []

    run(play())


@IN_ALL
@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda: Authority(ends=EPOCH - DAY).text, "it has expired"),
        (lambda: Authority(begins=EPOCH + DAY).text, "it is not valid yet"),
        (lambda: Authority(extensions=[]).text, "it is no authority's"),
        (lambda: Authority().text + Authority().text, "2 certificates instead of one"),
        (
            lambda: Authority("Child", Authority()).text,
            "it has not signed itself, nor has one that is installed",
        ),
        (lambda: "nonsense", "0 certificates in PEM; 1 to 10 are taken"),
        (
            lambda: "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
            "a certificate can't be read",
        ),
    ],
)
def test_a_certificate_that_is_invalid(
    version: str, make: Callable[[], str], why: str, tmp_path: Path
) -> None:
    """M05.FR.07."""

    async def play() -> None:
        async with scene(version, certificates=CertificateFolder(tmp_path)) as s:
            answer = await install(s, version, make())
            assert answer == rejected(version, "InvalidCertificate", why)
            assert await installed(s, version) == []

    run(play())


@IN_ALL
def test_there_are_as_many_as_may_be(version: str, tmp_path: Path) -> None:
    """M05.FR.06, M05.FR.17; white paper M05.FR.03."""

    async def play() -> None:
        async with scene(version, certificates=CertificateFolder(tmp_path, most=2)) as s:
            for use in (CSMS, MAKER):
                assert await install(s, version, ROOT.text, use) == DONE
            answer = await install(s, version, Authority().text)
            assert answer == rejected(version, "OutOfStorage", "CertificateEntries")
            assert await install(s, version, ROOT.text) == DONE
            assert s.station.device_model[SecurityCtrlr.CertificateEntries] == 2

    run(play())


@IN_ALL
def test_the_disk_is_full(version: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """M05.FR.03, M04.FR.03: Failed, and all is as it was."""

    async def play() -> None:
        async with scene(version, certificates=CertificateFolder(tmp_path)) as s:
            await install(s, version, ROOT.text)

            def full(*_: object, **__: object) -> None:
                raise OSError(28, "No space left on device")

            with monkeypatch.context() as patch:
                patch.setattr(os, "rename", full)
                patch.setattr(os, "unlink", full)
                assert (await install(s, version, Authority().text))[0] == "Failed"
                assert (await delete(s, version, known_by(ROOT)))[0] == "Failed"
            assert await installed(s, version) == [known_by(ROOT).to_wire()]

    run(play())


@IN_2X
@pytest.mark.parametrize("kept", [True, False])
def test_roots_of_what_a_station_has_no_use_for(version: str, kept: bool, tmp_path: Path) -> None:
    uses = ["V2GRootCertificate", "MORootCertificate"]
    if version == "2.1":
        uses.append("OEMRootCertificate")

    async def play() -> None:
        folder = CertificateFolder(tmp_path, vehicle_roots=kept)
        async with scene(version, certificates=folder) as s:
            for use in uses:
                answer = await install(s, version, ROOT.text, use)
                if kept:
                    assert answer == DONE
                else:
                    assert answer == ("Rejected", "UnsupportedParam", "certificateType")
            assert len(await installed(s, version)) == (len(uses) if kept else 0)
            assert await installed(s, version, "V2GCertificateChain") == []

    run(play())


def test_what_2_0_1_has_no_word_for(tmp_path: Path) -> None:
    """It is there for a CSMS of 2.1 alone."""

    async def play() -> None:
        for version, count in (("2.1", 1), ("2.0.1", 0), ("2.1", 1)):
            folder = CertificateFolder(tmp_path, vehicle_roots=True)
            async with scene(version, certificates=folder) as s:
                if not await installed(s, version) and count:
                    assert await install(s, version, ROOT.text, "OEMRootCertificate") == DONE
                assert len(await installed(s, version)) == count

    run(play())


# One CSMS root at a time.


@IN_ALL
def test_a_root_is_replaced(version: str, tmp_path: Path) -> None:
    """M05.FR.09 to M05.FR.13: the old one is the fallback until the new one has proven itself."""
    second = Authority("Second", ROOT)

    async def play() -> None:
        folder = CertificateFolder(tmp_path, one_csms_root=True)
        async with scene(version, certificates=folder) as s:
            assert await install(s, version, ROOT.text) == DONE
            assert await install(s, version, Authority().text) == rejected(
                version, "InvalidCertificate", "the CSMS root that it replaces has not signed it"
            )
            assert await install(s, version, second.text) == DONE
            both = {each["serialNumber"] for each in await installed(s, version)}
            assert both == {known_by(ROOT).serial_number, known_by(second).serial_number}
            new, old = block(s).csms_roots
            assert (new.fallback, old.fallback) == (False, True)
            block(s).connected(root=old)  # M05.FR.14
            assert len(block(s).csms_roots) == 2
            block(s).connected(root=new)
            assert await installed(s, version) == [known_by(second).to_wire()]

    run(play())


# Deleting.


@IN_ALL
@pytest.mark.parametrize("algorithm", HashAlgorithm)
def test_a_certificate_is_deleted(version: str, algorithm: HashAlgorithm, tmp_path: Path) -> None:
    """M04.FR.01, M04.FR.02, M04.FR.04."""

    async def play() -> None:
        async with scene(version, certificates=CertificateFolder(tmp_path)) as s:
            await install(s, version, ROOT.text)
            data = known_by(ROOT, algorithm)
            stranger = known_by(Authority(), algorithm)
            not_found = ("NotFound", None if version == "1.6" else "NotFound", None)
            assert await delete(s, version, stranger) == not_found
            upper = data.replace(issuer_key_hash=data.issuer_key_hash.upper())
            assert await delete(s, version, upper) == DONE
            assert await installed(s, version) == []
            assert await delete(s, version, data) == not_found

    run(play())


@IN_ALL
def test_what_is_in_use_is_not_deleted(version: str, tmp_path: Path) -> None:
    """M04.FR.03; white paper M04.FR.06."""

    async def play() -> None:
        async with scene(version, certificates=CertificateFolder(tmp_path)) as s:
            await install(s, version, ROOT.text)
            (root,) = block(s).csms_roots
            assert isinstance(root, CsmsRoot)
            assert root.path.read_text("ascii").endswith(ROOT.text)
            block(s).connected(root=root)
            assert (await delete(s, version, known_by(ROOT)))[0] == "Failed"
            block(s).connected()
            assert await delete(s, version, known_by(ROOT)) == DONE

    run(play())


# What the CSMS sees of it besides.


@IN_ALL
def test_the_variables(version: str, tmp_path: Path) -> None:
    async def play() -> None:
        folder = CertificateFolder(tmp_path, most=7, longest_chain=5600, one_csms_root=True)
        async with scene(version, certificates=folder) as s:
            await install(s, version, ROOT.text)
            if version == "1.6":
                answer = await s.csms.call(v16.GetConfigurationRequest())
                values = {each.key: each.value for each in answer.configuration_key or ()}
                assert {
                    "AdditionalRootCertificateCheck": "true",
                    "CertificateSignedMaxChainSize": "5600",
                    "CertificateStoreMaxLength": "7",
                    "CertSigningRepeatTimes": "5",
                    "CertSigningWaitMinimum": "60",
                    "CpoName": "",
                }.items() <= values.items()
                return
            for name, value in {
                "AdditionalRootCertificateCheck": "true",
                "CertificateEntries": "1",
                "CertSigningRepeatTimes": "5",
                "CertSigningWaitMinimum": "60",
                "MaxCertificateChainSize": "5600",
                "OrganizationName": "",
            }.items():
                assert await value_of(s, address(f"SecurityCtrlr.{name}")) == value

    run(play())


@IN_ALL
def test_the_log_has_it(version: str, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """ReconfigurationOfSecurityParameters is not critical: the CSMS hears nothing of it."""

    async def play() -> None:
        async with scene(version, certificates=CertificateFolder(tmp_path)) as s:
            await install(s, version, ROOT.text)
            await s.wait(60)
            assert s.csms.actions().count("SecurityEventNotification") == 1

    run(play())
    assert SecurityEvent.RECONFIGURATION_OF_SECURITY_PARAMETERS in caplog.text


# A station without.


def requests(version: str) -> list[Request[Any]]:
    data = known_by(ROOT)
    if version == "1.6":
        use = v16.CertificateUseEnumType.MANUFACTURER_ROOT_CERTIFICATE
        data16 = v16.CertificateHashDataType.from_wire(data.to_wire())
        return [
            v16.InstallCertificateRequest(certificate_type=use, certificate=ROOT.text),
            v16.DeleteCertificateRequest(certificate_hash_data=data16),
            v16.GetInstalledCertificateIdsRequest(certificate_type=use),
            v16.CertificateSignedRequest(certificate_chain=ROOT.text),
        ]
    return [
        v21.InstallCertificateRequest(
            certificate_type=v21.InstallCertificateUseEnumType.CSMS_ROOT_CERTIFICATE,
            certificate=ROOT.text,
        ),
        v21.DeleteCertificateRequest(certificate_hash_data=data),
        v21.GetInstalledCertificateIdsRequest(),
        v21.CertificateSignedRequest(certificate_chain=ROOT.text),
    ]


@IN_ALL
@virtual_time
async def test_a_station_without_certificates(version: str) -> None:
    async with scene(version) as s:
        for request in requests(version):
            with pytest.raises(CallFailed) as refusal:
                await s.csms.call(request)
            assert refusal.value.code == "NotSupported"
        assert not s.station.device_model.has(SecurityCtrlr.CertificateEntries)
        if version == "1.6":
            key = ("CpoName", "CertificateStoreMaxLength")
            assert (await s.csms.call(v16.GetConfigurationRequest(key=key))).unknown_key == key


@pytest.mark.parametrize("name", ["file", "link"])
def test_a_folder_that_can_not_be_used(name: str, tmp_path: Path) -> None:
    """It is said when the station is made, not when the first certificate comes."""
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to(tmp_path)
    with pytest.raises(OSError, match=name):
        station(certificates=CertificateFolder(tmp_path / name))
