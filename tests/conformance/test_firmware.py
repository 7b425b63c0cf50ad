"""Firmware updates (2.x L01, L02; 1.6 5.19, white paper L01)."""

import asyncio
import shutil
from base64 import b64encode
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256

from pilotwire.errors import CallFailed
from pilotwire.events import FirmwareDownloading, FirmwareInstalling, StationEvent
from pilotwire.hal.interfaces import MeterReading
from pilotwire.hal.simulated import ElectricVehicle, SimulatedUpdater
from pilotwire.ocpp import v16, v21
from pilotwire.ocpp.v21.device_model import ChargingStation
from pilotwire.station.device_model.standard import TxCtrlr
from pilotwire.station.transfer import TransferError, Trouble
from pilotwire.store import Store
from tests.support.authority import Authority, pem
from tests.support.editions import IN_2X
from tests.support.firmware import URL, Maker, told, told16, told_signed16
from tests.support.scene import TOKEN, Scene, Settings, charge, now
from tests.support.virtual_time import virtual_time
from tests.unit.cli.commands import pilotwire

Status = v21.UpdateFirmwareStatusEnumType

CUT = TransferError(Trouble.CUT, "the connection was lost")

WHOLE = [
    "Downloading",
    "Downloaded",
    "SignatureVerified",
    "Installing",
    "InstallRebooting",
    "Installed",
]


def events(s: Scene) -> list[str]:
    """The security events that were told, but that of each start."""
    heard = s.csms.requests(v21.SecurityEventNotificationRequest)
    return [each.type for each in heard if each.type not in {"StartupOfTheDevice", "ResetOrReboot"}]


def boots(s: Scene) -> list[tuple[str | None, str]]:
    heard = s.csms.requests(v21.BootNotificationRequest)
    return [(each.charging_station.firmware_version, str(each.reason)) for each in heard]


def statuses(s: Scene, evse_id: int = 1) -> list[str]:
    """Those that were told of an EVSE."""
    heard = s.csms.requests(v21.StatusNotificationRequest)
    return [str(each.connector_status) for each in heard if each.evse_id == evse_id]


# From the request to the new firmware.


@IN_2X
@virtual_time
async def test_signed_firmware_is_installed(version: str, tmp_path: Path) -> None:
    """L01.FR.01, L01.FR.04, L01.FR.05, L01.FR.10, L01.FR.28, L01.FR.31, L01.FR.32 (a)."""
    maker = Maker(tmp_path)
    heard: list[StationEvent] = []
    async with maker.scene(version, prepare=lambda station: station.listen(heard.append)) as s:
        before = len(s.csms.heard)
        assert (await s.csms.call(maker.update(42))).status is Status.ACCEPTED
        assert len(s.csms.heard) == before, "the answer comes first"
        await s.wait(60)
        assert told(s, 42) == WHOLE
        assert boots(s) == [("1.0", "PowerUp"), ("2.0", "FirmwareUpdate")]
        assert events(s) == ["FirmwareUpdated"]
        assert maker.updater.version == "2.0"
        maker.updater.boot()
        assert maker.updater.version == "2.0", "it was confirmed"
    size = len(maker.image)
    assert FirmwareDownloading(size, size) in heard
    assert FirmwareInstalling(100) in heard
    assert not (tmp_path / "files" / "firmware" / "image").exists()


@IN_2X
@virtual_time
async def test_both_times_are_waited_for(version: str, tmp_path: Path) -> None:
    """L01.FR.13, L01.FR.16."""
    maker = Maker(tmp_path)
    async with maker.scene(version) as s:
        await s.csms.call(
            maker.update(retrieve=now() + timedelta(hours=1), install=now() + timedelta(hours=10))
        )
        await s.wait(3590)
        assert told(s) == ["DownloadScheduled"]
        await s.wait(60)
        assert told(s)[1:] == ["Downloading", "Downloaded", "SignatureVerified", "InstallScheduled"]
        await s.wait(8.9 * 3600)
        assert len(told(s)) == 5
        await s.wait(1000)
        assert told(s)[5:] == WHOLE[3:]


@IN_2X
@virtual_time
async def test_a_download_that_is_cut_goes_on(version: str, tmp_path: Path) -> None:
    maker = Maker(tmp_path)
    maker.offer(SimulatedUpdater.image("2.0", size=200_000))
    maker.shelf.cuts = [70_000]
    async with maker.scene(version) as s:
        await s.csms.call(maker.update(retries=2, retry_interval=30))
        await s.wait(20)
        assert told(s) == ["Downloading"]
        await s.wait(60)
        assert told(s) == WHOLE
        assert len(maker.shelf.attempts) == 2


@IN_2X
@virtual_time
async def test_a_download_pauses_while_a_transaction_runs(version: str, tmp_path: Path) -> None:
    """L01.FR.14; what was cut off for that is no failure, and does not come again."""
    maker = Maker(tmp_path)
    maker.offer(SimulatedUpdater.image("2.0", size=200_000))
    maker.shelf.bytes_per_second = 1000
    async with maker.scene(version, downloads_while_charging=False) as s:
        await s.csms.call(maker.update(retries=0))
        await s.wait(100)
        for _ in range(2):
            await charge(s)
            assert told(s)[-1] == "DownloadPaused"
            await s.wait(300)
            assert told(s)[-1] == "DownloadPaused"
            await s.evse.swipe(TOKEN)
            await s.wait(5)
            await s.hardware.evse(1).unplug()
            assert told(s)[-1] == "Downloading"
        await s.wait(120)
        paused = ["Downloading", "DownloadPaused"] * 2
        assert told(s) == [*paused, *WHOLE]


@IN_2X
@virtual_time
async def test_a_download_begins_no_sooner_than_no_transaction_runs(
    version: str, tmp_path: Path
) -> None:
    """L01.FR.13."""
    maker = Maker(tmp_path)
    async with maker.scene(version, downloads_while_charging=False) as s:
        await charge(s)
        await s.csms.call(maker.update())
        await s.wait(600)
        assert told(s) == ["DownloadScheduled"]
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        await s.hardware.evse(1).unplug()
        await s.wait(60)
        assert told(s) == ["DownloadScheduled", *WHOLE]


@IN_2X
@virtual_time
async def test_a_pause_outlasts_a_power_cut(version: str, tmp_path: Path) -> None:
    maker = Maker(tmp_path)
    maker.offer(SimulatedUpdater.image("2.0", size=200_000))
    maker.shelf.bytes_per_second = 1000
    with Store(tmp_path / "store.db") as store:
        more: dict[str, Any] = {"store": store, "downloads_while_charging": False}
        async with maker.scene(version, **more) as s:
            await s.csms.call(maker.update(retries=0))
            await s.wait(100)
            await charge(s)
            assert told(s) == ["Downloading", "DownloadPaused"]
        async with maker.scene(version, **more) as s:
            await s.wait(400)
            assert told(s)[-len(WHOLE) :] == WHOLE


@IN_2X
@virtual_time
async def test_all_attempts_fail(version: str, tmp_path: Path) -> None:
    """L01.FR.30."""
    maker = Maker(tmp_path)
    maker.shelf.troubles = [CUT] * 3
    async with maker.scene(version) as s:
        await s.csms.call(maker.update(retries=2, retry_interval=30))
        await s.wait(59)
        assert told(s) == ["Downloading"]
        await s.wait(5)
        assert told(s) == ["Downloading", "DownloadFailed"]
        assert len(maker.shelf.attempts) == 3
        await charge(s)


@IN_2X
@virtual_time
async def test_no_password_of_a_url_is_told(
    version: str,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Not in the log, an event, a status, or what is exported of the store."""
    maker = Maker(tmp_path)
    maker.shelf.troubles = [CUT] * 2
    heard: list[StationEvent] = []
    path = tmp_path / "store.db"
    url = "https://me:secret%22word@files.example/firmware?key=secret"
    caplog.set_level("DEBUG")
    with Store(path) as store:
        async with maker.scene(
            version, store=store, prepare=lambda station: station.listen(heard.append)
        ) as s:
            await s.csms.call(maker.update(location=url, retries=1, retry_interval=3600))
            await s.wait(10)
            copies = [
                shutil.copy(f"{path}{suffix}", f"{path}.copy{suffix}") for suffix in ("", "-wal")
            ]
            await s.wait(4000)
            assert told(s)[-1] == "DownloadFailed"
            statuses = s.csms.requests(v21.FirmwareStatusNotificationRequest)
    assert pilotwire("store", "export", copies[0]) == 0
    exported = capsys.readouterr().out
    assert "firmware_update" in exported
    for text in (exported, caplog.text, repr(heard), repr(statuses)):
        assert "secret" not in text


# Who has signed it.


@IN_2X
@virtual_time
async def test_another_file_than_was_signed(version: str, tmp_path: Path) -> None:
    """L01.FR.03."""
    maker = Maker(tmp_path)
    async with maker.scene(version) as s:
        request = maker.update()
        maker.offer(SimulatedUpdater.image("3.0"))
        assert (await s.csms.call(request)).status is Status.ACCEPTED
        await s.wait(60)
        assert told(s) == ["Downloading", "Downloaded", "InvalidSignature"]
        assert events(s) == ["InvalidFirmwareSignature"]
        assert maker.updater.booted == ["1.0"]


@IN_2X
@virtual_time
async def test_rsa_must_be_pss(version: str, tmp_path: Path) -> None:
    """L01.FR.04: PKCS #1 v1.5 is not what the text says."""
    maker = Maker(tmp_path)
    maker.key = rsa.generate_private_key(65537, 2048)
    old = maker.key.sign(maker.image, padding.PKCS1v15(), SHA256())
    async with maker.scene(version) as s:
        await s.csms.call(maker.update(1, signature=b64encode(old).decode()))
        await s.wait(60)
        assert told(s, 1)[-1] == "InvalidSignature"
        await s.csms.call(maker.update(2))
        await s.wait(60)
        assert told(s, 2) == WHOLE


@IN_2X
@virtual_time
async def test_certificates_that_may_not_sign(version: str, tmp_path: Path) -> None:
    """L01.FR.02, L01.FR.21, L01.FR.22."""
    maker = Maker(tmp_path)
    key = maker.key.public_key()
    child = Authority("Between", maker.root)
    bad = {
        "another's": pem(Authority("Stranger").sign(key)),
        "expired": pem(maker.root.sign(key, ends=now() - timedelta(days=1))),
        "not yet": pem(maker.root.sign(key, begins=now() + timedelta(days=1))),
        "an authority": child.text,
        "not of the root itself": pem(child.sign(key)),
        "two": pem(child.sign(key)) + child.text,
        "no certificate": "hello",
    }
    async with maker.scene(version) as s:
        for number, (what, text) in enumerate(bad.items(), start=1):
            answer = await s.csms.call(maker.update(certificate=text))
            assert answer.status is Status.INVALID_CERTIFICATE, what
            await s.wait(5)
            assert events(s) == ["InvalidFirmwareSigningCertificate"] * number
        assert told(s) == []
        assert maker.shelf.attempts == []


@IN_2X
@virtual_time
async def test_unsigned_firmware_is_for_those_who_allow_it(version: str, tmp_path: Path) -> None:
    """L02."""
    maker = Maker(tmp_path)
    async with maker.scene(version) as s:
        for request in (
            maker.update(certificate=None),
            maker.update(signature=None),
            maker.update(signed=False),
        ):
            assert (await s.csms.call(request)).status is Status.REJECTED
        await s.wait(60)
        assert told(s) == []
    async with maker.scene(version, unsigned_firmware=True) as s:
        await s.csms.call(maker.update(signed=False))
        await s.wait(60)
        assert told(s) == [each for each in WHOLE if each != "SignatureVerified"]


# What goes wrong with the installation.


@IN_2X
@virtual_time
async def test_an_image_that_is_not_fit(version: str, tmp_path: Path) -> None:
    """L01.FR.29."""
    maker = Maker(tmp_path)
    maker.offer(b"something else")
    async with maker.scene(version) as s:
        await s.csms.call(maker.update())
        await s.wait(60)
        assert told(s) == [*WHOLE[:4], "InstallVerificationFailed"]
        assert boots(s) == [("1.0", "PowerUp")]
        await charge(s)


@IN_2X
@virtual_time
async def test_an_image_that_does_not_boot(version: str, tmp_path: Path) -> None:
    maker = Maker(tmp_path)
    maker.offer(SimulatedUpdater.image("2.0", boots=False))
    async with maker.scene(version) as s:
        await s.csms.call(maker.update())
        await s.wait(60)
        assert told(s) == [*WHOLE[:5], "InstallationFailed"]
        assert boots(s)[1:] == [("1.0", "FirmwareUpdate")]
        await charge(s)


@IN_2X
@virtual_time
async def test_firmware_that_does_not_reach_the_csms_goes(version: str, tmp_path: Path) -> None:
    """What ran before runs again, and tells so."""
    maker = Maker(tmp_path)
    async with maker.scene(version) as s:
        await s.csms.call(maker.update())
        await s.hears(v21.FirmwareStatusNotificationRequest, count=5)
        s.go_offline()
        await s.wait(1000)
        assert maker.updater.version == "2.0"
        await s.wait(1000)
        assert maker.updater.booted == ["1.0", "2.0", "1.0"]
        s.go_online()
        await s.wait(300)
        assert list(dict.fromkeys(told(s))) == [*WHOLE[:5], "InstallationFailed"]


# Others come first.


@IN_2X
@virtual_time
async def test_transactions_end_before_a_reboot(version: str, tmp_path: Path) -> None:
    """L01.FR.07, L01.FR.33."""
    maker = Maker(tmp_path, evses=2)
    async with maker.scene(version) as s:
        await charge(s)
        await s.csms.call(maker.update())
        await s.wait(3600)
        assert told(s) == WHOLE[:4]
        assert s.evse.contactor.closed
        assert statuses(s, 2)[-1] == "Unavailable"
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        await s.evse.unplug()
        await s.wait(60)
        assert told(s) == WHOLE
        assert statuses(s, 1)[-1] == statuses(s, 2)[-1] == "Available"
        await charge(s)


@IN_2X
@virtual_time
async def test_transactions_end_before_an_installation(version: str, tmp_path: Path) -> None:
    """L01.FR.06, L01.FR.34."""
    maker = Maker(tmp_path, updater=SimulatedUpdater(installs_while_charging=False), evses=2)
    async with maker.scene(version) as s:
        await charge(s)
        await s.csms.call(maker.update())
        await s.wait(3600)
        assert told(s) == [*WHOLE[:3], "InstallScheduled"]
        assert statuses(s, 2)[-1] == "Unavailable"
        assert not await s.station.evse(2).start("04D4E5F6")
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        await s.evse.unplug()
        await s.wait(60)
        assert told(s) == [*WHOLE[:3], "InstallScheduled", *WHOLE[3:]]


@IN_2X
@virtual_time
async def test_a_transaction_that_is_about_to_begin_is_waited_for(
    version: str, tmp_path: Path
) -> None:
    """L01.FR.06: its meter is being read when the time of the installation has come."""
    maker = Maker(tmp_path, updater=SimulatedUpdater(installs_while_charging=False))
    evse = maker.hardware.evse(1)
    read = evse.read_meter

    async def slowly() -> MeterReading:
        await asyncio.sleep(2)
        return await read()

    vars(evse)["read_meter"] = slowly
    points: Settings = {
        TxCtrlr.TxStartPoint: ("EVConnected",),
        TxCtrlr.TxStopPoint: ("EVConnected",),
    }
    async with maker.scene(version, settings=points) as s:
        await s.csms.call(maker.update(install=now() + timedelta(seconds=60)))
        await s.wait(59)
        await s.evse.plug_in(ElectricVehicle())
        await s.wait(300)
        assert s.csms.requests(v21.TransactionEventRequest)[-1].event_type == "Updated"
        assert told(s) == [*WHOLE[:3], "InstallScheduled"]
        await s.evse.unplug()
        await s.wait(60)
        assert told(s)[4:] == WHOLE[3:]


@IN_2X
@virtual_time
async def test_new_sessions_may_be_allowed(version: str, tmp_path: Path) -> None:
    """L01.FR.07: AllowNewSessionsPendingFirmwareUpdate."""
    maker = Maker(tmp_path, evses=2)
    settings = {ChargingStation.AllowNewSessionsPendingFirmwareUpdate: True}
    async with maker.scene(version, settings=settings) as s:
        await charge(s)
        await s.csms.call(maker.update())
        await s.wait(60)
        assert statuses(s, 2)[-1] == "Available"
        s.station.device_model[ChargingStation.AllowNewSessionsPendingFirmwareUpdate] = False
        await s.wait(10)
        assert statuses(s, 2)[-1] == "Unavailable"
        s.station.device_model[ChargingStation.AllowNewSessionsPendingFirmwareUpdate] = True
        await s.wait(10)
        assert statuses(s, 2)[-1] == "Available"


@IN_2X
@virtual_time
async def test_an_update_without_a_reboot(version: str, tmp_path: Path) -> None:
    """The transaction goes on."""
    maker = Maker(tmp_path, updater=SimulatedUpdater(reboots=False))
    async with maker.scene(version) as s:
        await charge(s)
        await s.csms.call(maker.update())
        await s.wait(60)
        assert told(s) == [*WHOLE[:4], "Installed"]
        assert events(s) == ["FirmwareUpdated"]
        assert s.evse.contactor.closed
        assert len(boots(s)) == 1


# One at a time.


@IN_2X
@virtual_time
async def test_another_request_cancels_the_first(version: str, tmp_path: Path) -> None:
    """L01.FR.24."""
    maker = Maker(tmp_path)
    maker.shelf.bytes_per_second = 100
    async with maker.scene(version) as s:
        await s.csms.call(maker.update(1))
        await s.wait(3)
        maker.shelf.bytes_per_second = 0
        assert (await s.csms.call(maker.update(2))).status is Status.ACCEPTED_CANCELED
        await s.wait(60)
        assert told(s, 1) == ["Downloading", "DownloadFailed"]
        assert told(s, 2) == WHOLE


@IN_2X
@virtual_time
async def test_an_installation_is_canceled(version: str, tmp_path: Path) -> None:
    maker = Maker(tmp_path)
    async with maker.scene(version) as s:
        await s.csms.call(maker.update(1))
        await s.wait(6)
        assert told(s, 1) == WHOLE[:4]
        assert (await s.csms.call(maker.update(2))).status is Status.ACCEPTED_CANCELED
        await s.wait(60)
        assert told(s, 1) == [*WHOLE[:4], "InstallationFailed"]
        assert told(s, 2) == WHOLE
        assert maker.updater.booted == ["1.0", "2.0"]


@IN_2X
@virtual_time
async def test_what_is_about_to_run_is_not_canceled(version: str, tmp_path: Path) -> None:
    """L01.FR.27."""
    maker = Maker(tmp_path)
    async with maker.scene(version) as s:
        await s.csms.call(maker.update(1))
        await s.hears(v21.FirmwareStatusNotificationRequest, count=5)
        answer = await s.csms.call(maker.update(2))
        assert answer.status is Status.REJECTED
        await s.wait(60)
        assert told(s, 1) == WHOLE


# The CSMS asks.


@IN_2X
@virtual_time
async def test_the_csms_asks_how_it_goes(version: str, tmp_path: Path) -> None:
    """L01.FR.25, L01.FR.26."""
    maker = Maker(tmp_path)
    maker.shelf.bytes_per_second = 100

    async def asked() -> tuple[str, int | None]:
        wanted = v21.MessageTriggerEnumType.FIRMWARE_STATUS_NOTIFICATION
        answer = await s.csms.call(v21.TriggerMessageRequest(requested_message=wanted))
        assert answer.status == "Accepted"
        await s.wait(1)
        last = s.csms.requests(v21.FirmwareStatusNotificationRequest)[-1]
        return str(last.status), last.request_id

    async with maker.scene(version) as s:
        assert await asked() == ("Idle", None)
        await s.csms.call(maker.update(7))
        await s.wait(3)
        assert await asked() == ("Downloading", 7)
        await s.wait(60)
        assert await asked() == ("Idle", None)
        await s.csms.call(maker.update(8, location=URL + "x", retries=0))
        await s.wait(60)
        assert await asked() == ("DownloadFailed", 8)


# 1.6.


@virtual_time
async def test_plain_firmware_of_16(tmp_path: Path) -> None:
    """4.5, 5.19."""
    maker = Maker(tmp_path)
    request = v16.UpdateFirmwareRequest(location=URL, retrieve_date=now())
    async with maker.scene("1.6", unsigned_firmware=True) as s:
        await s.csms.call(request)
        await s.wait(60)
        assert told16(s) == ["Downloading", "Downloaded", "Installing", "Installed"]
        versions = [each.firmware_version for each in s.csms.requests(v16.BootNotificationRequest)]
        assert versions == ["1.0", "2.0"]
    async with maker.scene("1.6") as s:
        with pytest.raises(CallFailed, match="SecurityError"):
            await s.csms.call(request)


@virtual_time
async def test_signed_firmware_of_the_white_paper(tmp_path: Path) -> None:
    """White paper L01."""
    maker = Maker(tmp_path)
    async with maker.scene("1.6") as s:
        answer = await s.csms.call(maker.update16(9))
        assert answer.status == "Accepted"
        await s.wait(60)
        assert told_signed16(s, 9) == WHOLE
        heard = s.csms.requests(v16.SecurityEventNotificationRequest)
        assert "FirmwareUpdated" in [each.type for each in heard]


@pytest.mark.parametrize("version", ["1.6", "2.1"])
@virtual_time
async def test_a_station_without_an_updater(version: str, tmp_path: Path) -> None:
    maker = Maker(tmp_path)
    maker.hardware.updater = None
    request = maker.update16() if version == "1.6" else maker.update()
    async with maker.scene(version) as s:
        with pytest.raises(CallFailed, match="NotSupported"):
            await s.csms.call(request)


# The power goes.


@IN_2X
@virtual_time
async def test_a_download_goes_on_after_a_power_cut(version: str, tmp_path: Path) -> None:
    maker = Maker(tmp_path)
    maker.shelf.bytes_per_second = 100
    with Store(tmp_path / "station.db") as store:
        async with maker.scene(version, store=store) as s:
            await s.csms.call(maker.update(5))
            await s.wait(3)
        maker.shelf.bytes_per_second = 0
        async with maker.scene(version, store=store) as s:
            await s.wait(60)
            assert told(s, 5) == WHOLE[1:]
