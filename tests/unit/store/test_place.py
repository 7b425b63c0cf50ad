"""The files of a store on the disk: nobody else's are touched, and nobody else reads them."""

import os
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from pilotwire.hal.simulated import ElectricVehicle
from pilotwire.store import StationRecords, Store, StoreForeignError
from pilotwire.store.reserve import Reserve
from tests.support.scene import TOKEN, scene
from tests.support.virtual_time import run

SIZE = 1 << 16


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


# What stands where the reserve should be.


@pytest.mark.parametrize(
    "content",
    [
        b"precious",
        b"\0" * SIZE + b"precious",
        b"Pilotwire keeps this space free\nprecious",
        b"x" * SIZE,
    ],
)
def test_a_foreign_file_in_the_place_of_the_reserve_is_left_alone(
    tmp_path: Path, content: bytes
) -> None:
    foreign = tmp_path / "station.db-reserve"
    foreign.write_bytes(content)
    with pytest.raises(StoreForeignError, match=r"station\.db-reserve: is in the place"):
        Store(tmp_path / "station.db", reserve=SIZE)
    assert not Reserve(str(tmp_path / "station.db"), SIZE).release()
    assert foreign.read_bytes() == content
    foreign.unlink()
    Store(tmp_path / "station.db", reserve=SIZE).close()  # the refusal let go of the file


def link(place: Path, foreign: Path) -> None:
    place.symlink_to(foreign)


def dangling(place: Path, foreign: Path) -> None:
    place.symlink_to(foreign.with_name("nowhere"))


def hard_link(place: Path, foreign: Path) -> None:
    place.hardlink_to(foreign)


def pipe(place: Path, _: Path) -> None:
    os.mkfifo(place)


def directory(place: Path, _: Path) -> None:
    place.mkdir()


@pytest.mark.parametrize("put", [link, dangling, hard_link, pipe, directory])
def test_what_is_no_plain_file_is_neither_followed_nor_taken_away(
    tmp_path: Path, put: Callable[[Path, Path], None]
) -> None:
    foreign = tmp_path / "foreign"
    foreign.write_bytes(b"precious")
    place = tmp_path / "station.db-reserve"
    put(place, foreign)
    with pytest.raises(StoreForeignError, match="move it away"):
        Store(tmp_path / "station.db", reserve=SIZE)
    assert foreign.read_bytes() == b"precious"
    assert os.path.lexists(place)
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("left", [b"", b"\0" * 100, b"Pilotwire keeps", b"\0" * SIZE])
def test_what_a_power_cut_left_of_a_reserve_is_taken_for_one(tmp_path: Path, left: bytes) -> None:
    place = tmp_path / "station.db-reserve"
    place.write_bytes(left)
    reserve = Reserve(str(tmp_path / "station.db"), SIZE)
    assert reserve.fill()
    assert place.stat().st_size == SIZE
    assert reserve.release()
    assert not place.exists()
    assert not reserve.release()


# Who may read them.


def test_files_that_others_may_read_are_narrowed(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "station.db"
    with Store(path) as store:
        with store.atomic():
            StationRecords(store, "A").state.set("a", "")
        left = {name: name.read_bytes() for name in (path, tmp_path / "station.db-wal")}
    for name, content in left.items():  # as a power cut leaves them
        name.write_bytes(content)
        name.chmod(0o664)
    with Store(path):
        assert {name: mode(name) for name in left} == dict.fromkeys(left, 0o600)
    for name in left:
        assert f"{name}: was open to others (mode 664)" in caplog.text
    caplog.clear()
    with Store(path):
        assert not caplog.records


def test_a_link_to_the_file_changes_nothing_of_that(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Log and reserve are beside the file that it leads to."""
    there, link = tmp_path / "there", tmp_path / "link.db"
    there.mkdir()
    link.symlink_to(there / "station.db")
    log = there / "station.db-wal"
    with Store(link) as store:
        with store.atomic():
            StationRecords(store, "A").state.set("a", "")
        assert {name.name for name in tmp_path.iterdir()} == {"there", "link.db"}
        left = {name: name.read_bytes() for name in (there / "station.db", log)}
    for name, content in left.items():
        name.write_bytes(content)
        name.chmod(0o644)
    with Store(link) as store:
        assert {name: mode(name) for name in left} == dict.fromkeys(left, 0o600)
        log.unlink()
        with store.atomic():
            StationRecords(store, "A").state.set("b", "")
        assert store.low
    assert f"{link}: was moved, deleted or replaced" in caplog.text


def test_a_file_that_is_refused_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "photos.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE photos (name TEXT)")
    path.chmod(0o644)
    with pytest.raises(StoreForeignError):
        Store(path)
    assert mode(path) == 0o644


# Whether they are still there.


def moved(path: Path) -> None:
    path.rename(path.with_name("elsewhere.db"))


def deleted(path: Path) -> None:
    path.unlink()


def replaced(path: Path) -> None:
    copy = path.with_name("copy.db")
    copy.write_bytes(path.read_bytes())
    copy.replace(path)


def without_its_log(path: Path) -> None:
    path.with_name(f"{path.name}-wal").unlink()


@pytest.mark.parametrize("happens", [moved, deleted, replaced, without_its_log])
def test_a_file_that_is_gone_is_noticed_at_the_next_commit(
    tmp_path: Path, happens: Callable[[Path], None], caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "station.db"
    with Store(path) as store:
        records = StationRecords(store, "A")
        with store.atomic():
            records.state.set("a", "1")
        assert not store.low
        happens(path)
        for number in range(3):
            with store.atomic():
                records.state.set("b", str(number))
        assert store.low
        assert not store.recover()
        [told] = [each for each in caplog.records if each.levelname == "CRITICAL"]
        assert told.getMessage().startswith(f"{path}: was moved, deleted or replaced")


def test_a_file_that_is_put_back_is_good_again(tmp_path: Path) -> None:
    path = tmp_path / "station.db"

    async def play() -> None:
        with Store(path) as store:
            async with scene("2.0.1", store=store) as s:
                path.rename(tmp_path / "elsewhere.db")
                await s.plug_in_and_swipe(ElectricVehicle(battery_kwh=75, soc=20))
                await s.wait(60)
                assert store.low
                (tmp_path / "elsewhere.db").rename(path)
                await s.wait(120)
                assert not store.low

    run(play())


@pytest.mark.parametrize("late", [1.0, 3600.0])
def test_nothing_begins_on_a_file_that_is_gone(
    tmp_path: Path, late: float, caplog: pytest.LogCaptureFixture
) -> None:
    """It is noticed before the first transaction, not by it, and while nothing is recorded."""
    path = tmp_path / "station.db"

    async def play() -> None:
        with Store(path) as store:
            async with scene("2.0.1", store=store) as s:
                await s.evse.plug_in(ElectricVehicle(battery_kwh=75, soc=20))
                await s.wait(10)
                path.rename(tmp_path / "elsewhere.db")
                await s.wait(late)
                assert bool(caplog.records) is (late > 60)
                await s.evse.swipe(TOKEN)
                await s.wait(20)
                assert not s.evse.contactor.closed
                assert s.station.evses[0].transaction_id is None
                (tmp_path / "elsewhere.db").rename(path)
                await s.wait(120)
                await s.evse.swipe(TOKEN)
                await s.wait(20)
                assert s.evse.contactor.closed

    run(play())


def test_a_relative_path_is_known_again_from_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with Store("station.db") as store:
        monkeypatch.chdir("/")
        with store.atomic():
            StationRecords(store, "A").state.set("a", "1")
        assert not store.low
