"""Firmware that comes from real servers, over real sockets and in real time: each update ends as
the text says (L01).
"""

import asyncio
import shutil
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256

from pilotwire import ChargingStation, Store
from pilotwire.charging_station import CertificateFolder, FileFolder, Network, TransferLimits
from pilotwire.csms import Csms, CsmsEvent, FirmwareStatusReported, SecurityEventReported, Signed
from pilotwire.events import FirmwareDownloading, FirmwareStatusChanged, StationEvent
from pilotwire.hal.simulated import SimulatedStation, SimulatedUpdater
from pilotwire.station.vocabulary import CertificateUse
from tests.support.authority import Authority, new_key, pem
from tests.support.file_servers import PROTOCOLS, Served, serving
from tests.support.tls import BEGINS, ENDS, PAST, authority

pytestmark = pytest.mark.slow

SIZE = 24 * 1024 * 1024
"""More than the buffers on the way hold."""

WHOLE = [
    "Downloading",
    "Downloaded",
    "SignatureVerified",
    "Installing",
    "InstallRebooting",
    "Installed",
]
ENDS_OF_IT = {
    "DownloadFailed",
    "InvalidSignature",
    "InstallVerificationFailed",
    "InstallationFailed",
    "Installed",
}


@dataclass
class Update:
    """A station, a manufacturer and a CSMS.

    Attributes:
        folder: Of the test.
        served: The server that has the file.
        statuses: What the CSMS has heard of the update.
        events: The security events that it has heard.
        why: What was in the way, as the application heard it.
    """

    folder: Path
    served: Served
    limits: TransferLimits = field(
        default_factory=lambda: TransferLimits(connect=10, silence=10, spare=0)
    )
    maker: Authority = field(default_factory=lambda: authority("Maker"))
    key: Any = field(default_factory=new_key)
    statuses: list[str] = field(default_factory=list[str])
    events: list[str] = field(default_factory=list[str])
    why: str | None = None
    trusted: Authority | None = None

    def __post_init__(self) -> None:
        for each in (self.folder, *self.folder.parents[:3]):  # servers become others
            if each.owner() == self.folder.owner():
                each.chmod(each.stat().st_mode | 0o011)
        self.image = SimulatedUpdater.image("2.0", size=SIZE)
        self.updater = SimulatedUpdater("1.0", seconds=0.1)
        self.file = self.served.folder / "firmware.bin"
        self.file.write_bytes(self.image)

    def signed(self, ends: datetime = ENDS) -> Signed:
        certificate = self.maker.sign(self.key.public_key(), "Firmware", begins=BEGINS, ends=ends)
        signature = self.key.sign(self.image, ec.ECDSA(SHA256()))
        return Signed(pem(certificate), b64encode(signature).decode())

    def run(
        self,
        signed: Signed | None = None,
        *,
        heard: Callable[[StationEvent], None] = lambda _: None,
        retries: int = 0,
        until: set[str] = ENDS_OF_IT,
    ) -> str:
        """Update, until the CSMS hears of an end; how it has answered."""
        with Store(self.folder / "store.db") as store:
            return asyncio.run(self._run(signed or self.signed(), heard, retries, until, store))

    async def _run(
        self,
        signed: Signed,
        heard: Callable[[StationEvent], None],
        retries: int,
        until: set[str],
        store: Store,
    ) -> str:
        over = asyncio.Event()

        def csms_hears(event: CsmsEvent) -> None:
            match event:
                case FirmwareStatusReported(status=status):
                    self.statuses.append(status.value)
                    if status.value in until:
                        over.set()
                case SecurityEventReported(event=told):
                    self.events.append(told.event)
                case _:
                    pass

        def station_hears(event: StationEvent) -> None:
            if isinstance(event, FirmwareStatusChanged):
                self.why = event.why
            heard(event)

        csms = Csms(on_event=csms_hears)
        async with csms.serve() as serving_csms:
            station = ChargingStation(
                identity="CS-1",
                vendor="Example",
                model="One",
                csms=Network(f"ws://127.0.0.1:{serving_csms.port}/ocpp", unsecured=True),
                hardware=SimulatedStation(updater=self.updater),
                store=store,
                files=FileFolder(
                    self.folder / "files",
                    limits=self.limits,
                    first_use=True,
                    ssh_key=self.served.ssh_key,
                    system_roots=False,
                ),
                certificates=self._certificates(),
            )
            station.listen(station_hears)
            async with station, asyncio.timeout(90):
                await station.wait_accepted()
                status = await csms.firmware.update(
                    "CS-1",
                    f"{self.served.url}firmware.bin",
                    signed,
                    retries=retries,
                    retry_interval=1,
                )
                if status.value == "Accepted":
                    await over.wait()
                else:
                    await asyncio.sleep(0.5)  # a security event may come yet
        return status.value

    def _certificates(self) -> CertificateFolder:
        folder = CertificateFolder(self.folder / "certificates")
        roots = folder.open().trusted
        now = datetime.now(UTC)
        roots.install(CertificateUse.MANUFACTURER_ROOT_CERTIFICATE, self.maker.text, now)
        root = self.trusted or self.served.root
        if root is not None:
            roots.install(CertificateUse.CSMS_ROOT_CERTIFICATE, root.text, now)
        return folder


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_signed_firmware_comes_and_is_installed(tmp_path: Path, protocol: str) -> None:
    with serving(protocol, tmp_path) as served:
        update = Update(tmp_path, served)
        update.run()
    assert update.statuses == WHOLE
    assert update.updater.version == "2.0"
    assert "FirmwareUpdated" in update.events


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_a_download_that_is_cut_goes_on(tmp_path: Path, protocol: str) -> None:
    """What is there already does not come again."""
    received: list[int] = []

    def heard(event: StationEvent) -> None:
        if not isinstance(event, FirmwareDownloading):
            return
        if max(received, default=0) < 3_000_000 <= event.received:
            served.stop()
            asyncio.get_running_loop().call_later(1.5, served.start)
        received.append(event.received)

    with serving(protocol, tmp_path) as served:
        update = Update(tmp_path, served)
        update.run(heard=heard, retries=10)
    assert update.statuses == WHOLE
    assert update.updater.version == "2.0"
    after = received[next(n for n, each in enumerate(received) if each >= 3_000_000) + 1 :]
    assert min(after) >= 3_000_000 - 2 * 1024 * 1024
    assert max(received) == len(update.image)


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_a_server_that_does_not_come_back(tmp_path: Path, protocol: str) -> None:
    """L01.FR.30."""

    def heard(event: StationEvent) -> None:
        if isinstance(event, FirmwareDownloading) and event.received >= 1_000_000:
            served.stop()

    with serving(protocol, tmp_path) as served:
        update = Update(tmp_path, served)
        update.run(heard=heard, retries=1)
    assert update.statuses == ["Downloading", "DownloadFailed"]
    assert update.updater.booted == ["1.0"]


@pytest.mark.parametrize("protocol", ["http", "ftp", "sftp"])
@pytest.mark.parametrize("size", [-1, 1], ids=["shorter", "longer"])
def test_a_file_of_another_size_than_was_signed(tmp_path: Path, protocol: str, size: int) -> None:
    """L01.FR.03, L01.FR.04: whole files alone are fit, and the signature is over all of it."""
    with serving(protocol, tmp_path) as served:
        update = Update(tmp_path, served)
        update.file.write_bytes(update.image[:-1] if size < 0 else update.image + b"x")
        update.run()
    assert update.statuses == ["Downloading", "Downloaded", "InvalidSignature"]
    assert "InvalidFirmwareSignature" in update.events
    assert update.updater.booted == ["1.0"]


@pytest.mark.parametrize("protocol", ["http", "ftp", "sftp"])
def test_a_file_that_is_too_large(tmp_path: Path, protocol: str) -> None:
    with serving(protocol, tmp_path) as served:
        limits = TransferLimits(connect=10, silence=10, spare=0, largest=SIZE // 2)
        update = Update(tmp_path, served, limits)
        update.run()
    assert update.statuses == ["Downloading", "DownloadFailed"]


@pytest.mark.parametrize("protocol", ["http", "ftp", "sftp"])
def test_a_disk_without_room(tmp_path: Path, protocol: str) -> None:
    with serving(protocol, tmp_path) as served:
        spare = shutil.disk_usage(tmp_path).total
        update = Update(tmp_path, served, TransferLimits(connect=10, silence=10, spare=spare))
        update.run()
    assert update.statuses == ["Downloading", "DownloadFailed"]
    assert update.updater.booted == ["1.0"]


def test_another_signature(tmp_path: Path) -> None:
    """L01.FR.03."""
    with serving("http", tmp_path) as served:
        update = Update(tmp_path, served)
        other = b64encode(new_key().sign(update.image, ec.ECDSA(SHA256()))).decode()
        update.run(Signed(update.signed().certificate, other))
    assert update.statuses == ["Downloading", "Downloaded", "InvalidSignature"]
    assert "InvalidFirmwareSignature" in update.events


def test_a_signing_certificate_that_has_expired(tmp_path: Path) -> None:
    """L01.FR.02, L01.FR.22."""
    with serving("http", tmp_path) as served:
        update = Update(tmp_path, served)
        assert update.run(update.signed(ends=PAST)) == "InvalidCertificate"
    assert update.statuses == []
    assert "InvalidFirmwareSigningCertificate" in update.events


@pytest.mark.parametrize("protocol", ["https", "ftps after AUTH", "ftps at once"])
@pytest.mark.parametrize("case", ["expired", "of somebody unknown"])
def test_a_server_that_is_not_to_be_trusted(tmp_path: Path, protocol: str, case: str) -> None:
    tls: dict[str, Any] = {"root": authority()}
    if case == "expired":
        tls["ends"] = datetime.now(UTC) - timedelta(days=1)
    with serving(protocol, tmp_path, **tls) as served:
        update = Update(tmp_path, served)
        if case != "expired":
            update.trusted = authority("Other")
        update.run()
    assert update.statuses == ["Downloading", "DownloadFailed"]
    assert update.why is not None
    assert "certificate" in update.why


def test_a_slow_link(tmp_path: Path) -> None:
    """It takes longer than a silence may last, and no longer than it must."""
    with serving("http", tmp_path) as served:
        limits = TransferLimits(connect=10, silence=1, spare=0, bytes_per_second=SIZE // 3)
        update = Update(tmp_path, served, limits)
        begun = datetime.now(UTC)
        update.run()
    assert update.statuses == WHOLE
    assert datetime.now(UTC) - begun > timedelta(seconds=2.5)
