"""What it costs to have every transaction event on the disk before anything is done about it.

- The floor: `sqlite3` alone writes the same rows with the same statements, a commit for each event,
  in WAL mode with synchronous FULL, as the store does. Both write to the folder where temporary
  files are (TMPDIR); where that is in memory, a commit costs no wait and the share is the worst.
- The wear: a vehicle charges for a day of virtual time, with a meter value a minute. Counted is
  what the process hands to the system to write, and what of it is for a disk, in pages (`wchar`
  and `write_bytes` of /proc/self/io): those of the write-ahead log and of checkpoints alike.
"""

import asyncio
import logging
import sqlite3
import tempfile
import time
import uuid
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

from pilotwire.errors import CsmsUnreachable
from pilotwire.hal.interfaces import MeterReading
from pilotwire.hal.simulated import ElectricVehicle
from pilotwire.station.announcements import Announcements
from pilotwire.station.blocks import device_model
from pilotwire.station.clock import StationClock, SystemClock
from pilotwire.station.delivery.delivery import Delivery
from pilotwire.station.evse.state import TxPoint
from pilotwire.station.facts.authorization import IdToken
from pilotwire.station.standing import Standing
from pilotwire.station.transactions.log import Cause, Transaction, TransactionLog
from pilotwire.station.transactions.metering.values import meter_value
from pilotwire.station.vocabulary import (
    ChargingState,
    EventType,
    Measurand,
    ReadingContext,
    TriggerReason,
)
from pilotwire.store import StationRecords, Store
from tests.support.scene import scene
from tests.support.virtual_time import run

ROUNDS = 200
EVENTS = 10
"""Events a round."""
HOURS = 24
MEASURANDS = (
    Measurand.ENERGY_ACTIVE_IMPORT_REGISTER,
    Measurand.POWER_ACTIVE_IMPORT,
    Measurand.CURRENT_IMPORT,
)

Figures = Mapping[str, Mapping[str, float]]


def store() -> Figures:
    """Events a second, and bytes and commits a charging hour, online and offline."""
    logging.disable(logging.CRITICAL)
    try:
        with tempfile.TemporaryDirectory() as folder:
            return {
                "events": asyncio.run(_events(Path(folder))),
                "charging hour, 1.6": _day(Path(folder) / "1", "1.6", offline=False),
                "charging hour, 2.0.1": _day(Path(folder) / "2", "2.0.1", offline=False),
                "charging hour, offline": _day(Path(folder) / "3", "2.0.1", offline=True),
            }
    finally:
        logging.disable(logging.NOTSET)


# Events a second.

Statement = tuple[str, tuple[str | int | float | None, ...]]


class RecordingStore(Store):
    """A store that remembers what it wrote, commit by commit; that takes no time of each write."""

    def __init__(self, path: Path) -> None:
        self._written: list[list[Statement]] = []
        super().__init__(path)

    def written(self) -> list[list[Statement]]:
        """What was committed since this was last asked."""
        written, self._written = self._written, []
        return written

    def _commit(self) -> None:
        self._written.append(list(self._open_statements))
        super()._commit()


async def _events(folder: Path) -> Mapping[str, float]:
    """Medians of many short rounds, each with both in it: others disturb them alike."""
    ours: list[float] = []
    floor: list[float] = []
    with RecordingStore(folder / "store.db") as recording, closing(bare_database(folder)) as bare:
        update = _update(recording)
        for statements in recording.written():
            replay(bare, statements)
        for _ in range(ROUNDS):
            ours.append(_seconds(update, [()] * EVENTS))
            floor.append(_seconds(partial(replay, bare), [(each,) for each in recording.written()]))
    shares = [theirs / mine for mine, theirs in zip(ours, floor, strict=True)]
    return {
        "store_per_s": round(EVENTS / median(ours)),
        "sqlite_per_s": round(EVENTS / median(floor)),
        "store_to_sqlite": round(median(shares), 2),
    }


def _update(store: Store) -> Callable[[], None]:
    """What reports a meter value of a running transaction, in a station that is offline."""
    records = StationRecords(store, "CS-1")
    clock = StationClock(SystemClock())
    delivery = Delivery(records, device_model(records), clock, Random(1))  # noqa: S311 -- nothing secret
    log = TransactionLog(records, delivery, clock, Announcements(), Standing())
    running = Transaction(
        id=str(uuid.UUID(int=1)),
        evse_id=1,
        seq_no=0,
        reported_at=SystemClock().now(),
        register_wh=0.0,
        points=frozenset({TxPoint.POWER_PATH_CLOSED}),
        charging_state=ChargingState.CHARGING,
        authorized_by=IdToken("04A1B2C3"),
        connector_id=1,
        phases=3,
    )
    running = log.record(running, EventType.STARTED, Cause(TriggerReason.AUTHORIZED), None)

    reading = MeterReading(183.4, 11000.0, (16.0, 16.0, 16.0), (230.0, 230.0, 230.0))
    values = meter_value(reading, MEASURANDS, ReadingContext.SAMPLE_PERIODIC, running.reported_at)
    cause = Cause(TriggerReason.METER_VALUE_PERIODIC)

    def update() -> None:
        nonlocal running
        running = log.record(running, EventType.UPDATED, cause, reading, values)

    return update


def bare_database(folder: Path) -> sqlite3.Connection:
    """An empty database with the same tables, and opened the same way."""
    with Store(folder / "bare.db", reserve=0):
        pass
    connection = sqlite3.connect(folder / "bare.db", isolation_level=None)
    connection.execute("PRAGMA locking_mode=EXCLUSIVE")
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA secure_delete=FAST")
    return connection


def replay(connection: sqlite3.Connection, statements: list[Statement]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    for sql, parameters in statements:
        connection.execute(sql, parameters)
    connection.execute("COMMIT")


def _seconds(work: Callable[..., None], arguments: Sequence[tuple[Any, ...]]) -> float:
    start = time.perf_counter()
    for each in arguments:
        work(*each)
    return time.perf_counter() - start


# Bytes a charging hour.


def _day(path: Path, version: str, *, offline: bool) -> Mapping[str, float]:
    """A charging hour's part of a day, with a meter value a minute."""

    async def play() -> tuple[int, int, int]:
        with Store(path) as store:
            async with scene(version, store=store) as stage:
                vehicle = ElectricVehicle(battery_kwh=1000, soc=0, max_current_a=16)
                await stage.evse.plug_in(vehicle)
                await stage.evse.swipe("04A1B2C3")
                await stage.wait(600)
                if offline:
                    stage.network.refusal = CsmsUnreachable("no network")
                    stage.cut()
                    await stage.wait(60)
                began = (store.commits, *_written())
                await stage.wait(HOURS * 3600)
                commits, handed, to_disk = store.commits, *_written()
                if not stage.evse.contactor.closed:
                    raise RuntimeError("the vehicle was full too early")
                return commits - began[0], handed - began[1], to_disk - began[2]

    commits, handed, to_disk = run(play())
    return {
        "commits": round(commits / HOURS, 1),
        "kib_written": round(handed / HOURS / 1024, 1),
        "kib_to_disk": round(to_disk / HOURS / 1024, 1),
    }


def _written() -> tuple[int, int]:
    """Bytes that this process has handed to the system, and had it write to a disk, by now."""
    lines = Path("/proc/self/io").read_text(encoding="ascii").splitlines()
    counts = {name: int(count) for name, _, count in (line.partition(": ") for line in lines)}
    return counts["wchar"], counts["write_bytes"]
