"""Cases of block L, firmware (Part 6, 2.13)."""

from datetime import timedelta
from pathlib import Path

import pytest

from pilotwire.hal.simulated import SimulatedUpdater
from pilotwire.ocpp import v21
from pilotwire.ocpp.v21.device_model import ChargingStation
from tests.conformance.v201 import states
from tests.conformance.v201.play import Play, case
from tests.support.authority import Authority, pem
from tests.support.editions import IN_2X
from tests.support.firmware import URL, Maker
from tests.support.scene import now
from tests.support.virtual_time import virtual_time

pytestmark = IN_2X

OFFSET = timedelta(minutes=5)
EARLIER = timedelta(hours=2)

BOTH = pytest.mark.parametrize("while_charging", [True, False])


async def told(play: Play, *statuses: str, request_id: int = 1, limit: float = 60.0) -> None:
    """The next states of an update."""
    for status in statuses:
        await play.expect(
            v21.FirmwareStatusNotificationRequest,
            status=status,
            request_id=request_id,
            limit=limit,
        )


async def security(play: Play, kind: str) -> None:
    """A security event, beside that of a start."""
    while True:
        event = await play.expect(v21.SecurityEventNotificationRequest)
        if event.type not in {"StartupOfTheDevice", "ResetOrReboot"}:
            assert event.type == kind
            return


async def installed(play: Play, request_id: int = 1) -> None:
    """From Installing on: RebootBeforeFirmwareActivation, and what follows."""
    await told(play, "Installing", "InstallRebooting", request_id=request_id)
    await play.all_statuses("Unavailable")
    await play.boots("FirmwareUpdate")
    await play.all_statuses()
    await told(play, "Installed", request_id=request_id)
    await security(play, "FirmwareUpdated")


@virtual_time
async def test_TC_L_02_CS(version: str, tmp_path: Path) -> None:
    maker = Maker(tmp_path, evses=2)
    async with case(version, **maker.parts()) as play:
        await play.call(maker.update(install=now() + OFFSET), status="Accepted")
        await told(play, "Downloading", "Downloaded", "SignatureVerified", "InstallScheduled")
        await play.silence(v21.FirmwareStatusNotificationRequest, seconds=290)
        await installed(play)


@virtual_time
async def test_TC_L_03_CS(version: str, tmp_path: Path) -> None:
    maker = Maker(tmp_path, evses=2)
    async with case(version, **maker.parts()) as play:
        request = maker.update(retrieve=now() + OFFSET, install=now() - EARLIER)
        await play.call(request, status="Accepted")
        await told(play, "DownloadScheduled")
        await play.silence(v21.FirmwareStatusNotificationRequest, seconds=290)
        await told(play, "Downloading", "Downloaded", "SignatureVerified")
        await installed(play)


@virtual_time
async def test_TC_L_05_CS(version: str, tmp_path: Path) -> None:
    maker = Maker(tmp_path)
    certificate = pem(Authority("Another").sign(maker.key.public_key()))
    async with case(version, **maker.parts()) as play:
        await play.call(maker.update(certificate=certificate), status="InvalidCertificate")
        await security(play, "InvalidFirmwareSigningCertificate")


@virtual_time
async def test_TC_L_06_CS(version: str, tmp_path: Path) -> None:
    maker = Maker(tmp_path)
    signature = maker.signature
    maker.offer(SimulatedUpdater.image("3.0"))
    async with case(version, **maker.parts()) as play:
        await play.call(maker.update(signature=signature), status="Accepted")
        await told(play, "Downloading", "Downloaded", "InvalidSignature")
        await security(play, "InvalidFirmwareSignature")


@virtual_time
async def test_TC_L_07_CS(version: str, tmp_path: Path) -> None:
    maker = Maker(tmp_path)
    async with case(version, **maker.parts()) as play:
        request = maker.update(location=f"{URL}_does.not Exist".replace(" ", ""))
        await play.call(request, status="Accepted")
        await told(play, "Downloading", "DownloadFailed", limit=600)


@pytest.mark.parametrize(
    ("image", "end"),
    [
        (b"no image", "InstallVerificationFailed"),
        (SimulatedUpdater.image("2.0", boots=False), "InstallationFailed"),
    ],
)
@virtual_time
async def test_TC_L_08_CS(version: str, image: bytes, end: str, tmp_path: Path) -> None:
    maker = Maker(tmp_path, evses=2)
    maker.offer(image)
    async with case(version, **maker.parts()) as play:
        await play.call(maker.update(), status="Accepted")
        await told(play, "Downloading", "Downloaded", "SignatureVerified", "Installing")
        if end == "InstallationFailed":
            await told(play, "InstallRebooting")
            await play.all_statuses("Unavailable")
            await play.boots("FirmwareUpdate")
            await play.all_statuses()
        await told(play, end)
        await states.energy_transfer_started(play.at())


@virtual_time
async def test_TC_L_10_CS(version: str, tmp_path: Path) -> None:
    """With the erratum of 2024-09: the first may be told to have failed."""
    maker = Maker(tmp_path, evses=2)
    maker.shelf.bytes_per_second = 1
    async with case(version, **maker.parts()) as play:
        await play.call(maker.update(1), status="Accepted")
        await told(play, "Downloading")
        maker.shelf.bytes_per_second = 0
        await play.call(maker.update(2), status="AcceptedCanceled")
        await told(play, "DownloadFailed")
        await told(play, "Downloading", "Downloaded", "SignatureVerified", request_id=2)
        await installed(play, 2)


@BOTH
@virtual_time
async def test_TC_L_14_CS(version: str, while_charging: bool, tmp_path: Path) -> None:
    updater = SimulatedUpdater(installs_while_charging=while_charging)
    maker = Maker(tmp_path, evses=2, updater=updater)
    allowed = {ChargingStation.AllowNewSessionsPendingFirmwareUpdate: "true"}
    async with case(version, allowed, **maker.parts()) as play:
        await states.energy_transfer_started(play.at(1))
        await play.call(maker.update(), status="Accepted")
        await told(play, "Downloading", "Downloaded", "SignatureVerified")
        await told(play, "Installing" if while_charging else "InstallScheduled")
        await states.energy_transfer_started(play.at(2))
        await play.s.wait(60)
        await states.parking_bay_unoccupied(play.at(1))
        await states.stop_authorized(play.at(2))
        await play.at(2).unplug()
        if not while_charging:
            await told(play, "Installing")
        await told(play, "InstallRebooting", "Installed")
        await security(play, "FirmwareUpdated")


@BOTH
@virtual_time
async def test_TC_L_15_CS(version: str, while_charging: bool, tmp_path: Path) -> None:
    updater = SimulatedUpdater(installs_while_charging=while_charging)
    maker = Maker(tmp_path, evses=2, updater=updater)
    forbidden = {ChargingStation.AllowNewSessionsPendingFirmwareUpdate: "false"}
    async with case(version, forbidden, **maker.parts()) as play:
        await states.energy_transfer_started(play.at(1))
        await play.call(maker.update(), status="Accepted")
        await told(play, "Downloading", "Downloaded", "SignatureVerified")
        await told(play, "Installing" if while_charging else "InstallScheduled")
        await play.status("Unavailable", 2)
        await play.s.wait(60)
        await states.stop_authorized(play.at(1))
        await play.at(1).unplug()
        if not while_charging:
            await told(play, "Installing")
        await told(play, "InstallRebooting", "Installed")
        await security(play, "FirmwareUpdated")


@virtual_time
async def test_TC_L_16_CS(version: str, tmp_path: Path) -> None:
    maker = Maker(tmp_path, evses=2, updater=SimulatedUpdater(reboots=False))
    async with case(version, **maker.parts()) as play:
        await states.energy_transfer_started(play.at())
        links = len(play.s.network.links)
        await play.call(maker.update(), status="Accepted")
        await told(play, "Downloading", "Downloaded", "SignatureVerified", "Installing")
        await told(play, "Installed")
        await security(play, "FirmwareUpdated")
        await play.s.wait(10)
        assert len(play.s.network.links) == links + 1
        assert play.at().hardware.contactor.closed


@virtual_time
async def test_TC_L_18_CS(version: str, tmp_path: Path) -> None:
    maker = Maker(tmp_path)
    async with case(version, **maker.parts()) as play:
        await play.call(maker.update(signed=False), status="Rejected")
        await play.silence(v21.FirmwareStatusNotificationRequest, seconds=60)
