"""A local controller publishes firmware for others (2.x L03, L04)."""

import shutil
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from hashlib import md5
from pathlib import Path
from typing import Any

import pytest

from pilotwire.errors import CallFailed
from pilotwire.events import FirmwarePublishingChanged, StationEvent
from pilotwire.ocpp import v21
from pilotwire.station.firmware.publication import KEPT
from pilotwire.station.transfer import TransferError, Trouble
from pilotwire.station.vocabulary import PublishFirmwareStatus, UnpublishFirmwareStatus
from pilotwire.store import Store
from pilotwire.store.values import State
from tests.support.editions import IN_2X
from tests.support.outages import power_cut
from tests.support.scene import Scene, scene
from tests.support.stations import station
from tests.support.transfer import Shelf
from tests.support.virtual_time import run, virtual_time

URL = "https://files.example/firmware/others.bin"
IMAGE = b"firmware of another charging station" * 100
CHECKSUM = md5(IMAGE, usedforsecurity=False).hexdigest()
URIS = ["http://10.0.0.1:8080/others.bin", "ftp://10.0.0.1/others.bin"]

WHOLE = ["Downloading", "Downloaded", "ChecksumVerified", "Published"]
CUT = TransferError(Trouble.CUT, "the connection was lost")
Status = v21.GenericStatusEnumType


@dataclass
class Desk:
    """A publisher, whose `uris` tests choose; with `error` it fails."""

    uris: Any = field(default_factory=lambda: list(URIS))
    error: Exception | None = None
    files: dict[str, bytes] = field(default_factory=dict[str, bytes])
    busy: bool = False

    async def publish(self, path: Path, checksum: str) -> Sequence[str]:
        if self.error is not None:
            raise self.error
        if path.exists():  # noqa: ASYNC240 -- a small file of a test's
            self.files[checksum] = path.read_bytes()  # noqa: ASYNC240 -- the same
            path.unlink()  # noqa: ASYNC240 -- the same
        assert checksum in self.files
        return self.uris  # type: ignore[no-any-return]  # what a test says, which may be anything

    async def unpublish(self, checksum: str) -> UnpublishFirmwareStatus:
        if self.error is not None:
            raise self.error
        if checksum not in self.files:
            return UnpublishFirmwareStatus.NO_FIRMWARE
        if self.busy:
            return UnpublishFirmwareStatus.DOWNLOAD_ONGOING
        del self.files[checksum]
        return UnpublishFirmwareStatus.UNPUBLISHED


@dataclass
class Controller:
    """A local controller that fetches from a shelf."""

    folder: Path
    shelf: Shelf = field(default_factory=lambda: Shelf({URL: IMAGE}))
    desk: Desk = field(default_factory=Desk)

    def scene(self, version: str, **more: Any) -> AbstractAsyncContextManager[Scene]:
        files = self.shelf.folder(self.folder / "files")
        return scene(version, files=files, publisher=self.desk, **more)


def publish(request_id: int = 1, **more: Any) -> v21.PublishFirmwareRequest:
    wanted: dict[str, Any] = {"location": URL, "checksum": CHECKSUM, **more}
    return v21.PublishFirmwareRequest(request_id=request_id, **wanted)


def heard(s: Scene) -> list[v21.PublishFirmwareStatusNotificationRequest]:
    return s.csms.requests(v21.PublishFirmwareStatusNotificationRequest)


def told(s: Scene, request_id: int = 1) -> list[str]:
    return [str(each.status) for each in heard(s) if each.request_id == request_id]


async def unpublish(s: Scene, checksum: str = CHECKSUM) -> str:
    return str((await s.csms.call(v21.UnpublishFirmwareRequest(checksum=checksum))).status)


@IN_2X
@virtual_time
async def test_firmware_is_published(version: str, tmp_path: Path) -> None:
    """L03.FR.01 to L03.FR.05, L03.FR.09."""
    controller = Controller(tmp_path)
    events: list[StationEvent] = []
    async with controller.scene(version, prepare=lambda one: one.listen(events.append)) as s:
        before = len(s.csms.heard)
        answer = await s.csms.call(publish(7, checksum=CHECKSUM.upper()))
        assert answer.status is Status.ACCEPTED
        assert len(s.csms.heard) == before, "the answer comes first"
        await s.wait(10)
        assert told(s, 7) == WHOLE
        assert heard(s)[-1].location == tuple(URIS)
        assert [each.location for each in heard(s)[:-1]] == [None] * 3
        assert controller.desk.files == {CHECKSUM: IMAGE}
    last = FirmwarePublishingChanged(PublishFirmwareStatus.PUBLISHED, 7, tuple(URIS), None)
    assert last in events
    assert list((tmp_path / "files" / "publishing").iterdir()) == []


@IN_2X
@virtual_time
async def test_it_can_not_be_fetched(version: str, tmp_path: Path) -> None:
    """L03.FR.06."""
    controller = Controller(tmp_path)
    controller.shelf.troubles = [CUT] * 3
    async with controller.scene(version) as s:
        await s.csms.call(publish(retries=2, retry_interval=30))
        await s.wait(59)
        assert told(s) == ["Downloading"]
        await s.wait(5)
        assert told(s) == ["Downloading", "DownloadFailed"]
        assert len(controller.shelf.attempts) == 3
        await s.csms.call(publish(2))
        await s.wait(10)
        assert told(s, 2) == WHOLE


@IN_2X
@virtual_time
async def test_its_checksum_is_another(version: str, tmp_path: Path) -> None:
    """L03.FR.07."""
    controller = Controller(tmp_path)
    async with controller.scene(version) as s:
        await s.csms.call(publish(checksum="0" * 32))
        await s.wait(10)
        assert told(s) == ["Downloading", "Downloaded", "InvalidChecksum"]
        info = heard(s)[-1].status_info
        if version == "2.1":
            assert info is not None
            assert CHECKSUM in str(info.additional_info)
        assert not controller.desk.files


@pytest.mark.parametrize(
    ("uris", "error"),
    [
        ([], None),
        ("http://10.0.0.1/", None),
        (["x" * 513], None),
        ([7], None),
        (None, None),
        (URIS, RuntimeError("no room")),
    ],
)
@IN_2X
def test_it_can_not_be_published(
    version: str, uris: object, error: Exception | None, tmp_path: Path
) -> None:
    """L03.FR.08: whatever the publisher does."""

    async def play() -> None:
        controller = Controller(tmp_path, desk=Desk(uris, error))
        async with controller.scene(version) as s:
            await s.csms.call(publish())
            await s.wait(10)
            assert told(s) == [*WHOLE[:3], "PublishFailed"]
            if error is not None:
                with pytest.raises(CallFailed, match=r"InternalError.*no room"):
                    await unpublish(s)

    run(play())


@IN_2X
@virtual_time
async def test_what_is_wanted_makes_no_sense(version: str, tmp_path: Path) -> None:
    controller = Controller(tmp_path)
    controller.shelf.bytes_per_second = 100
    async with controller.scene(version) as s:
        wrongs: list[dict[str, Any]] = [
            {"checksum": "abc"},
            {"checksum": "g" * 32},
            {"location": "gopher://x/"},
        ]
        for wrong in wrongs:
            answer = await s.csms.call(publish(**wrong))
            assert answer.status is Status.REJECTED
            assert answer.status_info is not None
        assert (await s.csms.call(publish(1))).status is Status.ACCEPTED
        assert (await s.csms.call(publish(2))).status is Status.REJECTED, "one at a time"
        await s.wait(60)
        assert told(s, 2) == []
        assert told(s, 1) == WHOLE


@IN_2X
@virtual_time
async def test_it_is_taken_back(version: str, tmp_path: Path) -> None:
    """L04.FR.01 to L04.FR.04."""
    controller = Controller(tmp_path)
    async with controller.scene(version) as s:
        assert await unpublish(s) == "NoFirmware"
        await s.csms.call(publish())
        await s.wait(10)
        controller.desk.busy = True
        assert await unpublish(s) == "DownloadOngoing"
        assert controller.desk.files
        controller.desk.busy = False
        assert await unpublish(s, CHECKSUM.upper()) == "Unpublished"
        assert await unpublish(s) == "NoFirmware"


@IN_2X
@virtual_time
async def test_the_csms_asks_how_far_it_is(version: str, tmp_path: Path) -> None:
    """L03.FR.10, L03.FR.11."""
    trigger = v21.TriggerMessageRequest(
        requested_message=v21.MessageTriggerEnumType.PUBLISH_FIRMWARE_STATUS_NOTIFICATION
    )
    controller = Controller(tmp_path)
    async with controller.scene(version) as s:

        async def asked() -> tuple[str, int | None]:
            assert (await s.csms.call(trigger)).status == "Accepted"
            await s.wait(1)
            return str(heard(s)[-1].status), heard(s)[-1].request_id

        assert await asked() == ("Idle", None)
        controller.shelf.bytes_per_second = 1000
        await s.csms.call(publish(3, checksum="0" * 32))
        await s.wait(1)
        assert await asked() == ("Downloading", 3)
        await s.wait(10)
        assert await asked() == ("InvalidChecksum", 3)
        await s.csms.call(publish(4))
        await s.wait(10)
        assert await asked() == ("Idle", None)


@IN_2X
@virtual_time
async def test_nothing_publishes_here(version: str, tmp_path: Path) -> None:
    trigger = v21.TriggerMessageRequest(
        requested_message=v21.MessageTriggerEnumType.PUBLISH_FIRMWARE_STATUS_NOTIFICATION
    )
    async with scene(version, files=Shelf().folder(tmp_path / "files")) as s:
        with pytest.raises(CallFailed, match="NotSupported"):
            await s.csms.call(publish())
        with pytest.raises(CallFailed, match="NotSupported"):
            await unpublish(s)
        assert (await s.csms.call(trigger)).status == "NotImplemented"


def test_it_takes_a_folder() -> None:
    with pytest.raises(ValueError, match="folder for files"):
        station(publisher=Desk())


def test_whatever_write_the_power_goes_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It goes on after a restart, and the CSMS hears how it ends (L03.FR.01)."""
    controller = Controller(tmp_path)
    cuts: list[Controller] = []
    real = Store._commit

    def commit(store: Store) -> None:
        real(store)
        if KEPT.read(State(store, "CS-0042").get("firmware_publishing")).job is None:
            return
        folder = tmp_path / f"cut {len(cuts)}"
        folder.mkdir()
        power_cut(tmp_path / "station.db", folder / "station.db")
        shutil.copytree(tmp_path / "files", folder / "files")
        cuts.append(Controller(folder, desk=Desk(files=dict(controller.desk.files))))

    async def publishes() -> None:
        with Store(tmp_path / "station.db") as store:
            async with controller.scene("2.1", store=store) as s:
                await s.csms.call(publish())
                await s.wait(10)
                assert told(s) == WHOLE

    async def afterwards(cut: Controller) -> list[str]:
        with Store(cut.folder / "station.db") as store:
            async with cut.scene("2.1", store=store, booted=False) as s:
                await s.wait(120)
                return told(s)

    with monkeypatch.context() as patched:
        patched.setattr(Store, "_commit", commit)
        run(publishes())
    assert len(cuts) > 6
    for number, cut in enumerate(cuts):
        assert run(afterwards(cut))[-1] == "Published", f"cut {number}"
        assert cut.desk.files == {CHECKSUM: IMAGE}
