"""Cases of 1.6: firmware (2.18), and the signed one of the white paper (2.24)."""

from pathlib import Path

from pilotwire.hal.simulated import SimulatedUpdater
from pilotwire.ocpp import v16
from tests.conformance.v16.play import Play, case
from tests.support.firmware import URL, Maker
from tests.support.scene import now
from tests.support.virtual_time import virtual_time


def update(location: str = URL, retries: int | None = None) -> v16.UpdateFirmwareRequest:
    return v16.UpdateFirmwareRequest(location=location, retrieve_date=now(), retries=retries)


async def told(play: Play, *statuses: str) -> None:
    """The next states of an update."""
    for status in statuses:
        await play.expect(v16.FirmwareStatusNotificationRequest, status=status)


async def told_signed(play: Play, *statuses: str) -> None:
    """Those of the white paper."""
    for status in statuses:
        await play.expect(
            v16.SignedFirmwareStatusNotificationRequest,
            lane="",
            status=status,
            request_id=1,
        )


async def unavailable(play: Play) -> None:
    """Nothing may begin before the station restarts."""
    for connector in (1, 2):
        await play.status("Unavailable", connector=connector)


@virtual_time
async def test_TC_044_1_CS(tmp_path: Path) -> None:
    maker = Maker(tmp_path, evses=2)
    async with case(unsigned_firmware=True, **maker.parts()) as play:
        await play.call(update())
        await told(play, "Downloading", "Downloaded", "Installing")
        await unavailable(play)
        await play.boots()
        await play.all_statuses()
        await told(play, "Installed")


@virtual_time
async def test_TC_044_2_CS(tmp_path: Path) -> None:
    maker = Maker(tmp_path, evses=2)
    async with case(unsigned_firmware=True, **maker.parts()) as play:
        await play.call(update("ftp://127.0.0.1:21/download_fail.fwi", 0))
        await told(play, "Downloading", "DownloadFailed")
        assert maker.updater.booted == ["1.0"]
        await play.charging()


@virtual_time
async def test_TC_044_3_CS(tmp_path: Path) -> None:
    maker = Maker(tmp_path, evses=2)
    maker.offer(SimulatedUpdater.image("2.0")[:-1])
    async with case(unsigned_firmware=True, **maker.parts()) as play:
        await play.call(update())
        await told(play, "Downloading", "Downloaded", "Installing", "InstallationFailed")
        await play.charging()


@virtual_time
async def test_TC_080_CS(tmp_path: Path) -> None:
    maker = Maker(tmp_path, evses=2)
    async with case(**maker.parts()) as play:
        await play.call(maker.update16(), status="Accepted")
        await told_signed(play, "Downloading", "Downloaded", "SignatureVerified", "Installing")
        await told_signed(play, "InstallRebooting")
        await unavailable(play)
        await play.boots()
        await play.all_statuses()
        await told_signed(play, "Installed")


@virtual_time
async def test_TC_081_CS(tmp_path: Path) -> None:
    maker = Maker(tmp_path, evses=2)
    signature = maker.signature
    maker.offer(SimulatedUpdater.image("3.0"))
    async with case(**maker.parts()) as play:
        await play.call(maker.update16(signature=signature), status="Accepted")
        await told_signed(play, "Downloading", "Downloaded", "InvalidSignature")
        assert maker.updater.booted == ["1.0"]
