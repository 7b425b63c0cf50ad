"""A station of ours, the small CSMS and a server of files, over real sockets (L01, L02)."""

import asyncio
from pathlib import Path

import pytest

from pilotwire import ChargingStation, Store
from pilotwire.charging_station import CertificateFolder, Network
from pilotwire.csms import Csms, CsmsEvent, FirmwareStatusReported, UpdateFirmwareStatus
from pilotwire.csms.authority import Authority
from pilotwire.csms.signing import sign_firmware
from pilotwire.hal.simulated import SimulatedStation, SimulatedUpdater
from tests.support.editions import IN_ALL
from tests.support.web_server import served


@IN_ALL
@pytest.mark.slow
@pytest.mark.parametrize("signed", [True, False], ids=["signed", "unsigned"])
def test_firmware_from_its_request_to_its_first_boot(
    version: str, signed: bool, tmp_path: Path
) -> None:
    heard: asyncio.Queue[FirmwareStatusReported] = asyncio.Queue()

    def hear(event: CsmsEvent) -> None:
        if isinstance(event, FirmwareStatusReported):
            heard.put_nowait(event)

    async def play(url: str) -> list[FirmwareStatusReported]:
        authority = Authority(tmp_path / "ca")
        csms = Csms(on_event=hear, authority=authority)
        updater = SimulatedUpdater("1.0", seconds=0.2)
        async with csms.serve() as serving:
            station = ChargingStation(
                identity="CS-1",
                vendor="Example",
                model="One",
                csms=Network(f"ws://127.0.0.1:{serving.port}/ocpp", (version,), unsecured=True),
                hardware=SimulatedStation(updater=updater),
                store=Store(tmp_path / "store.db"),
                files=tmp_path / "files",
                certificates=CertificateFolder(tmp_path / "certificates"),
                unsigned_firmware=not signed,
            )
            async with station, asyncio.timeout(60):
                await station.wait_accepted()
                if signed:
                    assert await csms.certificates.install_as_manufacturer("CS-1") == "Accepted"
                    signature = sign_firmware(tmp_path / "image.bin", authority)
                    status = await csms.firmware.update("CS-1", f"{url}image.bin", signature)
                else:
                    status = await csms.firmware.update("CS-1", f"{url}image.bin")
                assert status is UpdateFirmwareStatus.ACCEPTED
                told = [await heard.get()]
                while told[-1].status != "Installed":
                    told.append(await heard.get())
        assert updater.version == "2.0"
        return told

    (tmp_path / "image.bin").write_bytes(SimulatedUpdater.image("2.0"))
    with served(tmp_path) as url:
        told = asyncio.run(play(url))
    statuses = [each.status for each in told]
    assert statuses[0] == "Downloading"
    assert ("SignatureVerified" in statuses) is signed
    ids = {each.request_id for each in told}
    assert ids == ({None} if version == "1.6" and not signed else {1})


@pytest.mark.parametrize("signed", [True, False], ids=["by another authority", "unsigned"])
@pytest.mark.slow
def test_firmware_that_is_not_to_be_trusted(signed: bool, tmp_path: Path) -> None:
    async def play() -> UpdateFirmwareStatus:
        csms = Csms(authority=Authority(tmp_path / "ca"))
        async with csms.serve() as serving:
            station = ChargingStation(
                identity="CS-1",
                vendor="Example",
                model="One",
                csms=Network(f"ws://127.0.0.1:{serving.port}/ocpp", unsecured=True),
                hardware=SimulatedStation(updater=SimulatedUpdater()),
                store=Store(tmp_path / "store.db"),
                files=tmp_path / "files",
                certificates=CertificateFolder(tmp_path / "certificates"),
            )
            async with station, asyncio.timeout(60):
                await station.wait_accepted()
                await csms.certificates.install_as_manufacturer("CS-1")
                (tmp_path / "image.bin").write_bytes(b"image")
                other = sign_firmware(tmp_path / "image.bin", Authority(tmp_path / "other"))
                url = "http://127.0.0.1:1/image.bin"
                return await csms.firmware.update("CS-1", url, other if signed else None)

    status = asyncio.run(play())
    wanted = UpdateFirmwareStatus.INVALID_CERTIFICATE if signed else UpdateFirmwareStatus.REJECTED
    assert status is wanted
