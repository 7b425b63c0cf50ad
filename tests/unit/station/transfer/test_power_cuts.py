"""A file that comes, and a power that is cut, or a disk that fails, at any write."""

import asyncio
import errno
import os
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random
from typing import Any

import pytest

from pilotwire.station.transfer import TransferError, TransferLimits, Trouble
from pilotwire.station.transfer import downloading as downloading_module
from tests.support.moving import Mover
from tests.support.transfer import Shelf
from tests.support.virtual_time import run, virtual_time
from tests.unit.station.security.cuts import PowerCut, failing_at

URL = "https://files.example/firmware.bin"
CONTENT = Random(3).randbytes(400_000)
OTHER = Random(4).randbytes(400_000)
STEPS = 60
"""More than a file takes."""


@pytest.fixture(autouse=True)
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Go to the disk more often than one would: all of it is in a small file, too."""
    monkeypatch.setattr(downloading_module, "_BATCH", 65536)
    monkeypatch.setattr(downloading_module, "CHECKPOINT", 100_000)


@pytest.fixture
def shelf() -> Shelf:
    return Shelf({URL: CONTENT})


def mover(folder: Path, shelf: Shelf, **limits: Any) -> Mover:
    return Mover(folder, limits=TransferLimits(**{"spare": 0, **limits}), carriers={"https": shelf})


@contextmanager
def unwritten_is_lost(folder: Path) -> Generator[None]:
    """What was not brought to the disk when the power was cut is not what was written."""
    safe = {path.stat().st_ino: path.stat().st_size for path in folder.iterdir()}
    real = os.fsync

    def fsync(file: int) -> None:
        real(file)
        safe[os.fstat(file).st_ino] = os.fstat(file).st_size

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", fsync)
        yield
    for path in folder.iterdir():
        status = path.stat()
        lost = status.st_size - safe.get(status.st_ino, 0)
        with path.open("r+b") as file:
            file.seek(-max(lost, 0), os.SEEK_END)
            file.write(bytes(max(lost, 0)))


@pytest.mark.parametrize("changes", ["never", "after the cut", "and back again"])
@pytest.mark.parametrize("begun", [0, 90_000], ids=["new", "resumed"])
@pytest.mark.parametrize("step", range(STEPS))
def test_after_a_power_cut_the_file_is_whole(
    tmp_path: Path, shelf: Shelf, step: int, begun: int, changes: str
) -> None:
    moving = mover(tmp_path / "files", shelf)
    if begun:
        shelf.cuts = [begun]
        with pytest.raises(TransferError):
            run(moving.fetch(URL))
    if changes == "and back again":
        shelf.files[URL] = OTHER
    before = b"what was there before"
    moving.target.write_bytes(before)
    came = shelf.files[URL]
    with unwritten_is_lost(moving.folder), failing_at(step, PowerCut()), suppress(PowerCut):
        run(moving.fetch(URL))
    assert moving.target.read_bytes() in {before, came}
    shelf.files[URL] = OTHER if changes == "after the cut" else CONTENT

    done = run(mover(tmp_path / "files", shelf).fetch(URL))

    assert moving.target.read_bytes() == shelf.files[URL]
    assert done.size == len(CONTENT)
    assert [each.name for each in moving.folder.iterdir()] == ["firmware.bin"]


@pytest.mark.parametrize("step", range(STEPS))
def test_a_full_disk_is_told_and_nothing_stays(tmp_path: Path, shelf: Shelf, step: int) -> None:
    moving = mover(tmp_path / "files", shelf)
    trouble: Trouble | None = None
    with failing_at(step, OSError(errno.ENOSPC, "No space left on device")):
        try:
            run(moving.fetch(URL))
        except TransferError as error:
            trouble = error.trouble

    assert trouble in {Trouble.NO_SPACE, None}
    again = run(moving.fetch(URL))
    assert moving.target.read_bytes() == CONTENT
    assert again.resumed == 0


async def cut_short(moving: Mover, shelf: Shelf, length: int) -> None:
    shelf.cuts = [length]
    with pytest.raises(TransferError) as error:
        await moving.fetch(URL)
    assert error.value.trouble is Trouble.CUT


@virtual_time
async def test_what_has_come_is_not_fetched_again(tmp_path: Path, shelf: Shelf) -> None:
    moving = mover(tmp_path, shelf)
    await cut_short(moving, shelf, 123_456)
    await cut_short(moving, shelf, 100_000)

    done = await moving.fetch(URL)

    assert done.resumed == 223_456
    assert moving.target.read_bytes() == CONTENT


@virtual_time
async def test_a_state_that_nobody_can_read_counts_for_nothing(
    tmp_path: Path, shelf: Shelf
) -> None:
    for state in (b"", b"{", b"[]", b"null", b'{"length": 9}', b"\xff" * 99):
        moving = mover(tmp_path, shelf)
        await cut_short(moving, shelf, 123_456)
        (tmp_path / "firmware.bin.state").write_bytes(state)

        assert (await moving.fetch(URL)).resumed == 0
        assert moving.target.read_bytes() == CONTENT


@virtual_time
async def test_nothing_is_left_of_a_longer_file(tmp_path: Path, shelf: Shelf) -> None:
    moving = mover(tmp_path, shelf)
    await cut_short(moving, shelf, 123_456)
    shelf.files[URL] = b"short"

    await moving.fetch(URL)

    assert moving.target.read_bytes() == b"short"


@virtual_time
async def test_a_part_of_another_location_counts_for_nothing(tmp_path: Path, shelf: Shelf) -> None:
    moving = mover(tmp_path, shelf)
    await cut_short(moving, shelf, 123_456)
    other = "https://files.example/other.bin"
    shelf.files[other] = CONTENT

    assert (await moving.fetch(other)).resumed == 0


@virtual_time
async def test_no_link_is_followed(tmp_path: Path, shelf: Shelf) -> None:
    precious = tmp_path / "precious"
    precious.write_bytes(b"precious")
    moving = mover(tmp_path / "files", shelf)
    (moving.folder / "firmware.bin.partial").symlink_to(precious)

    with pytest.raises(TransferError) as error:
        await moving.fetch(URL)

    assert error.value.trouble is Trouble.DISK
    assert precious.read_bytes() == b"precious"


@virtual_time
async def test_nobody_else_may_read_it(tmp_path: Path, shelf: Shelf) -> None:
    moving = mover(tmp_path / "files", shelf)
    old = os.umask(0)
    try:
        await moving.fetch(URL)
    finally:
        os.umask(old)

    assert moving.target.stat().st_mode & 0o777 == 0o600
    assert moving.folder.stat().st_mode & 0o777 == 0o700


# What does not fit.


def test_a_file_that_is_too_large_does_not_come(tmp_path: Path, shelf: Shelf) -> None:
    moving = mover(tmp_path, shelf, largest=399_999)

    with pytest.raises(TransferError, match="399999") as error:
        run(moving.fetch(URL))

    assert error.value.trouble is Trouble.TOO_LARGE
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("known", [True, False])
def test_room_is_left_for_others(
    tmp_path: Path, shelf: Shelf, known: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the size is known, before a byte is written; else while it comes."""
    shelf.tells_sizes = known
    room = 350_000 + 1_000_000

    class Disk:
        f_frsize = 1

        @property
        def f_bavail(self) -> int:
            written = sum(each.stat().st_size for each in tmp_path.glob("*.partial"))
            return room - written

    def statvfs(path: object) -> object:
        return Disk()

    monkeypatch.setattr(os, "statvfs", statvfs)
    moving = mover(tmp_path, shelf, spare=1_000_000)

    with pytest.raises(TransferError) as error:
        run(moving.fetch(URL))

    assert error.value.trouble is Trouble.NO_SPACE
    assert list(tmp_path.iterdir()) == []


@virtual_time
async def test_an_attempt_ends_when_its_time_is_up(tmp_path: Path, shelf: Shelf) -> None:
    shelf.bytes_per_second = 1000
    moving = mover(tmp_path, shelf, longest=100)

    with pytest.raises(TransferError, match="100 s") as error:
        await moving.fetch(URL)

    assert error.value.trouble is Trouble.CUT
    assert asyncio.get_running_loop().time() == pytest.approx(100)
    shelf.bytes_per_second = 0
    assert (await moving.fetch(URL)).resumed > 90_000


@virtual_time
async def test_a_station_takes_no_more_of_the_line_than_it_may(
    tmp_path: Path, shelf: Shelf
) -> None:
    moving = mover(tmp_path, shelf, bytes_per_second=4000)

    await moving.fetch(URL)
    (tmp_path / "log").write_bytes(CONTENT)
    await moving.send(tmp_path / "log", "https://files.example/")

    assert asyncio.get_running_loop().time() == pytest.approx(200)
