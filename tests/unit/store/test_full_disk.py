"""A station whose disk has no room: nothing flows unrecorded, and no end is lost."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pilotwire.errors import CsmsUnreachable
from pilotwire.hal.simulated import ElectricVehicle
from pilotwire.ocpp import v16, v201
from pilotwire.station.device_model.standard import AuthCtrlr, SampledDataCtrlr, TxCtrlr
from pilotwire.store import StationRecords, Store
from pilotwire.store.reserve import Reserve
from tests.support.scene import TOKEN, Settings, now, scene
from tests.support.virtual_time import run
from tests.unit.store.test_time import NoClock

SETTINGS = {SampledDataCtrlr.TxUpdatedInterval: 60}
ENDED = v201.TransactionEventEnumType.ENDED


class Connection(sqlite3.Connection):
    """SQLite on a disk of the test's."""

    full: Callable[[], bool] = staticmethod(lambda: False)

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        if sql == "COMMIT" and self.full():
            super().execute("ROLLBACK")  # as SQLite does
            error = sqlite3.OperationalError("database or disk is full")
            error.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise error
        return super().execute(sql, parameters)


class OnFullDisk(Reserve):
    """A reserve on a disk of the test's."""

    disk_full = False

    def fill(self) -> bool:
        return not self.disk_full and super().fill()


class SmallStore(Store):
    """A store on a disk that others may fill; `exhausted` if the reserve is used up, too."""

    exhausted = False

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._reserve: OnFullDisk = OnFullDisk(self.path, 1 << 16)
        assert self._reserve.fill()
        connection = self._connection
        assert isinstance(connection, Connection)
        connection.full = lambda: (
            self.disk_full and (self.exhausted or Path(f"{path}-reserve").exists())
        )

    @property
    def disk_full(self) -> bool:
        return self._reserve.disk_full

    @disk_full.setter
    def disk_full(self, full: bool) -> None:
        self._reserve.disk_full = full

    def _connect(self) -> sqlite3.Connection:
        return sqlite3.connect(self.path, isolation_level=None, factory=Connection)


@pytest.mark.parametrize("online", [True, False])
def test_the_end_is_recorded_and_updates_are_dropped(tmp_path: Path, online: bool) -> None:
    async def play() -> None:
        with SmallStore(tmp_path / "station.db") as store:
            async with scene("2.0.1", settings=SETTINGS, store=store) as s:
                await s.plug_in_and_swipe(ElectricVehicle(battery_kwh=75, soc=20))
                await s.wait(300)
                if not online:
                    s.go_offline()
                store.disk_full = True
                await s.wait(1200)
                assert store.low
                await s.evse.swipe(TOKEN)  # the session ends
                await s.wait(60)
                assert not s.evse.contactor.closed
                assert s.station.evses[0].transaction_id is None
                records = StationRecords(store, "CS-0042")
                assert records.transactions.running() == []
                if online:
                    events = s.csms.requests(v201.TransactionEventRequest)
                    assert events[-1].event_type is ENDED
                    assert events[-1].seq_no > len(events) - 1  # the dropped ones left a gap
                else:
                    assert records.outbox.waiting()

    run(play())


def test_no_transaction_begins_until_there_is_room(tmp_path: Path) -> None:
    async def play() -> None:
        with SmallStore(tmp_path / "station.db") as store:
            async with scene("1.6", settings=SETTINGS, store=store) as s:
                store.disk_full = True
                store.exhausted = True
                await s.plug_in_and_swipe(ElectricVehicle(battery_kwh=75, soc=20))
                await s.wait(30)
                assert not s.evse.contactor.closed
                assert s.csms.requests(v16.StartTransactionRequest) == []
                assert s.station.evses[0].faults
                statuses = s.csms.requests(v16.StatusNotificationRequest)
                assert statuses[-1].error_code is v16.ChargePointErrorCode.INTERNAL_ERROR
                await s.evse.swipe(TOKEN)
                await s.wait(600)
                assert s.csms.requests(v16.StartTransactionRequest) == []

                store.disk_full = False
                await s.wait(120)
                assert not s.station.evses[0].faults
                await s.evse.swipe(TOKEN)
                await s.hears(v16.StartTransactionRequest)
                await s.wait(5)
                assert s.evse.contactor.closed

    run(play())


def test_an_end_for_which_even_the_reserve_has_no_room_waits_in_memory(tmp_path: Path) -> None:
    async def play() -> None:
        with SmallStore(tmp_path / "station.db") as store:
            async with scene("2.0.1", settings=SETTINGS, store=store) as s:
                await s.plug_in_and_swipe(ElectricVehicle(battery_kwh=75, soc=20))
                await s.wait(300)
                store.disk_full = store.exhausted = True
                await s.wait(300)
                await s.evse.swipe(TOKEN)
                await s.wait(60)
                assert not s.evse.contactor.closed
                assert len(StationRecords(store, "CS-0042").transactions.running()) == 1
                store.disk_full = False
                await s.wait(300)
                assert StationRecords(store, "CS-0042").transactions.running() == []
                events = s.csms.requests(v201.TransactionEventRequest)
                assert [e.event_type for e in events].count(ENDED) == 1
                assert events[-1].event_type is ENDED

    run(play())


def test_a_station_that_starts_on_a_full_disk(tmp_path: Path) -> None:
    """It answers its CSMS, and begins nothing."""

    async def play() -> None:
        with SmallStore(tmp_path / "station.db") as store:
            store.disk_full = store.exhausted = True
            async with scene("2.0.1", settings=SETTINGS, store=store) as s:
                assert s.station.accepted
                await s.plug_in_and_swipe(ElectricVehicle(battery_kwh=75, soc=20))
                await s.wait(60)
                assert not s.evse.contactor.closed
                assert s.csms.requests(v201.TransactionEventRequest) == []

    run(play())


def test_the_time_that_becomes_known_on_a_full_disk(tmp_path: Path) -> None:
    """Nothing of before is sent with a wrong time, be it written anew or not."""

    async def play() -> None:
        settings: Settings = {
            **SETTINGS,
            AuthCtrlr.OfflineTxForUnknownIdEnabled: True,
            TxCtrlr.TxBeforeAcceptedEnabled: True,
        }
        with SmallStore(tmp_path / "station.db") as store:
            async with scene(
                "2.0.1", settings=settings, store=store, clock=NoClock(None), booted=False
            ) as s:
                s.network.refusal = CsmsUnreachable("no network")
                await s.wait(10)
                await s.plug_in_and_swipe(ElectricVehicle(battery_kwh=75, soc=20))
                began = now()
                await s.wait(300)
                store.disk_full = store.exhausted = True
                await s.evse.swipe(TOKEN)  # its end waits in memory
                ended = now()
                await s.wait(100)
                s.go_online()
                await s.wait(300)
                assert s.station.accepted
                assert s.csms.requests(v201.TransactionEventRequest) == []
                store.disk_full = store.exhausted = False
                await s.wait(600)
                events = s.csms.requests(v201.TransactionEventRequest)
                assert abs((events[0].timestamp - began).total_seconds()) < 2
                assert events[-1].event_type is ENDED
                assert abs((events[-1].timestamp - ended).total_seconds()) < 2
                assert s.station.outbox_size == 0

    run(play())
