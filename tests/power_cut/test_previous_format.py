"""The previous release was killed in mid-transaction; this one goes on from its file.

Whatever was not delivered is, in whichever version the CSMS speaks by then; also where the power
goes again, while the file is brought into the new format or while it is delivered.
"""

import asyncio
import sqlite3
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from pilotwire.store import Store
from pilotwire.store.schema import MIGRATIONS
from tests.power_cut.previous import FILES, FORMAT, Numbering, build, copied, rows_of
from tests.support.editions import IN_ALL
from tests.support.scene import EPOCH, scene
from tests.support.virtual_time import VirtualTimeLoop

EACH = pytest.mark.parametrize("file", FILES)

DAY = 86400.0
STEP = 0.03
"""Seconds between the instants at which the power is cut: half of what a message takes."""


class NextDay:
    """A clock that was set right before the station started, a day after the power went."""

    def now(self) -> datetime:
        return EPOCH + timedelta(seconds=asyncio.get_running_loop().time())


def live(path: Path, version: str, csms: Numbering, seconds: float, end: Path | None) -> bool:
    """Be the station for so long; with `end`, the power goes then. Whether all is delivered."""

    async def play() -> bool:
        with Store(path) as store:
            async with scene(
                version,
                evses=2,
                store=store,
                csms=csms,
                clock=NextDay(),
                latency=STEP,
                booted=False,
            ) as s:
                await s.wait(seconds)
                if end is not None:
                    copied(path, end)
                assert s.station.given_up == []
                return s.station.outbox_size == 0

    with asyncio.Runner(loop_factory=partial(VirtualTimeLoop, DAY)) as runner:
        return runner.run(play())


@IN_ALL
@EACH
def test_all_that_waited_is_delivered(file: str, version: str, tmp_path: Path) -> None:
    left = build(file, tmp_path / "station.db")
    csms = Numbering()
    assert live(tmp_path / "station.db", version, csms, 120, None)
    assert left.wrong(csms, version) == []


@IN_ALL
@EACH
def test_the_power_goes_again_while_it_is_delivered(
    file: str, version: str, tmp_path: Path
) -> None:
    delivered, cut = False, 0
    while not delivered:
        folder = tmp_path / f"{cut}"
        folder.mkdir()
        left = build(file, folder / "station.db")
        csms = Numbering()
        delivered = live(folder / "station.db", version, csms, cut * STEP, folder / "after")
        assert live(folder / "after" / "station.db", version, csms, 120, None)
        assert left.wrong(csms, version) == [], f"the power went after {cut * STEP:.2f} s"
        cut += 1
    assert cut > 20


@EACH
def test_the_power_goes_while_the_format_changes(
    file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Any format on the way is left, whole, and this release goes on from each."""
    path = tmp_path / "station.db"
    left = build(file, path)
    copies: list[Path] = []

    def connect(store: Store) -> sqlite3.Connection:
        connection = sqlite3.connect(store.path, timeout=1.0, isolation_level=None)
        # So little memory that much is on the disk before it counts.
        connection.execute("PRAGMA cache_size=2")
        connection.set_trace_callback(
            lambda _: copies.append(copied(path, tmp_path / f"{len(copies)}"))
        )
        return connection

    with monkeypatch.context() as patch:
        patch.setattr(Store, "_connect", connect)
        with Store(path):
            copies.append(copied(path, tmp_path / "done"))

    logs = {copy.with_name(f"{copy.name}-wal") for copy in copies}
    assert len({log.stat().st_size for log in logs if log.exists()}) > 3
    # SQLite itself reads copies of the copies, since reading them ends what was interrupted.
    found = [rows_of(copied(copy, copy.parent / "read")) for copy in copies]
    versions = [version for version, _ in found]
    assert set(versions) == set(range(FORMAT, len(MIGRATIONS) + 1))
    assert versions == sorted(versions)
    assert all(tables == left.tables for _, tables in found)
    for number, copy in enumerate(copies):
        version = ("1.6", "2.0.1", "2.1")[number % 3]
        csms = Numbering()
        assert live(copy, version, csms, 120, None)
        assert left.wrong(csms, version) == []
