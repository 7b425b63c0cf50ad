"""The same on a file system that is really full: a small one in memory, where it can be mounted."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from pilotwire.hal.simulated import ElectricVehicle
from pilotwire.ocpp import v201
from pilotwire.station.device_model.standard import SampledDataCtrlr
from pilotwire.store import StationRecords, Store, StoreUnwritableError
from tests.support.scene import TOKEN, Settings, scene
from tests.support.virtual_time import run

SETTINGS: Settings = {SampledDataCtrlr.TxUpdatedInterval: 60}
KINDS = v201.TransactionEventEnumType


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 2 MB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(  # noqa: S603 -- mounts a disk of its own
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)],  # noqa: S607 -- mount of the system
        check=False,
        capture_output=True,
    )
    if mounted.returncode:
        pytest.skip("this user may not mount a file system")
    try:
        yield disk
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)  # noqa: S603, S607 -- mounts a disk of its own


def fill(disk: Path) -> Path:
    """Take all that is left."""
    filler = disk / "somebody else's"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            return filler


@pytest.mark.parametrize("online", [True, False])
def test_the_end_of_the_running_transaction_is_recorded(disk: Path, online: bool) -> None:
    path = disk / "station.db"

    async def play() -> None:
        with Store(path) as store:
            async with scene("2.0.1", settings=SETTINGS, store=store) as s:
                await s.plug_in_and_swipe(ElectricVehicle(battery_kwh=75, soc=20))
                await s.wait(300)
                if not online:
                    s.go_offline()
                filler = fill(disk)
                await s.wait(6 * 3600)
                assert store.low
                assert s.evse.contactor.closed
                if online:
                    await s.evse.swipe(TOKEN)
                else:
                    await s.evse.tear_out()
                await s.wait(120)
                assert not s.evse.contactor.closed
                assert StationRecords(store, "CS-0042").transactions.running() == []
                if online:
                    await s.evse.unplug()
                await s.plug_in_and_swipe()
                await s.wait(60)
                assert not s.evse.contactor.closed  # nothing begins that can't be recorded
                filler.unlink()
                s.go_online()
                await s.wait(600)
                events = s.csms.requests(v201.TransactionEventRequest)
                assert [e.event_type for e in events].count(KINDS.ENDED) == 1
                assert not store.low
                assert s.station.outbox_size == 0
                await s.evse.swipe(TOKEN)
                await s.wait(60)
                assert s.evse.contactor.closed

    run(play())
    with Store(path) as store:
        assert StationRecords(store, "CS-0042").outbox.count() == 0


def test_what_was_recorded_on_a_full_disk_is_there_after_a_power_cut(disk: Path) -> None:
    path = disk / "station.db"
    copy = disk.parent / "station.db"

    async def play() -> None:
        with Store(path) as store:
            async with scene("2.0.1", settings=SETTINGS, store=store) as s:
                await s.plug_in_and_swipe(ElectricVehicle(battery_kwh=75, soc=20))
                await s.wait(300)
                s.go_offline()
                fill(disk)
                await s.wait(3600)
                await s.evse.tear_out()
                await s.wait(10)
                for suffix in ("", "-wal"):
                    content = path.with_name(path.name + suffix).read_bytes()
                    copy.with_name(copy.name + suffix).write_bytes(content)

    run(play())
    with Store(copy) as store:
        records = StationRecords(store, "CS-0042")
        assert records.transactions.running() == []
        last = store.rows("SELECT event FROM outbox WHERE lane = 'transaction' ORDER BY id")[-1]
        assert '"event_type":"Ended"' in last["event"]


def test_a_station_starts_on_a_full_disk_and_begins_nothing(disk: Path) -> None:
    path = disk / "station.db"

    async def play() -> None:
        with Store(path) as store:
            assert store.low
            async with scene("2.0.1", settings=SETTINGS, store=store) as s:
                assert s.station.accepted
                await s.plug_in_and_swipe(ElectricVehicle(battery_kwh=75, soc=20))
                for _ in range(30):  # each costs notes that can't be written
                    s.cut()
                    await s.wait(120)
                assert s.station.accepted
                assert not s.evse.contactor.closed
                assert s.csms.requests(v201.TransactionEventRequest) == []

    Store(path).close()
    path.with_name("station.db-reserve").unlink()
    fill(disk)
    run(play())


def test_a_new_store_on_a_full_disk_is_refused(disk: Path) -> None:
    fill(disk)
    with pytest.raises(StoreUnwritableError, match="free space"):
        Store(disk / "station.db")
