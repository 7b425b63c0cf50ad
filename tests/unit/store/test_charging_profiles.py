"""Charging profiles as the store keeps them: each of them whole, or as it was before."""

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from pilotwire.store import ChargingProfileRow, StationRecords, Store
from pilotwire.store.inspection import check, repair
from pilotwire.store.pages import PAGE
from tests.unit.store.test_salvage import damage

LONG = 3 * PAGE
"""Characters of a profile that takes several pages."""


def row(number: int, body: str = "now") -> ChargingProfileRow:
    return ChargingProfileRow(number, number % 3, "CSO", body)


def test_each_station_has_its_own() -> None:
    with Store(":memory:") as store:
        one, two = (StationRecords(store, name).charging_profiles for name in ("CS-1", "CS-2"))
        with store.atomic():
            one.put(row(7))
            one.put(row(-2))
            two.put(row(7, "other"))
            one.put(row(7, "then"))
        assert one.all() == [row(-2), row(7, "then")]
        with store.atomic():
            one.remove(7)
            one.remove(99)
        assert one.all() == [row(-2)]
        assert two.all() == [row(7, "other")]


Change = Callable[[Store], None]


def _replace(store: Store) -> None:
    """A profile comes in the place of one of its id, and of another."""
    profiles = StationRecords(store, "CS-1").charging_profiles
    with store.atomic():
        profiles.remove(1)
        profiles.put(row(2, "n" * LONG))


def _begin(store: Store) -> None:
    """A transaction begins with its profile."""
    records = StationRecords(store, "CS-1")
    with store.atomic():
        records.transactions.save("T1", 1, "t" * LONG, ended=False)
        records.charging_profiles.remove(1)
        records.charging_profiles.put(row(2, "n" * LONG))


@pytest.mark.parametrize("change", [_replace, _begin])
def test_the_power_goes_in_the_middle_of_a_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Change
) -> None:
    """At any statement, and with much of it on the disk already."""
    path = tmp_path / "station.db"
    copies: list[Path] = []

    def connect(store: Store) -> sqlite3.Connection:
        connection = sqlite3.connect(store.path, timeout=1.0, isolation_level=None)
        connection.execute("PRAGMA cache_size=2")  # so little memory that pages must be written
        return connection

    def copy(_: str = "") -> None:
        folder = tmp_path / f"{len(copies)}"
        folder.mkdir()
        for part in tmp_path.glob("station.db*"):
            shutil.copy(part, folder / part.name)
        copies.append(folder / path.name)

    before = [row(1, "o" * LONG), row(2, "o" * LONG), row(3)]
    with monkeypatch.context() as patch:
        patch.setattr(Store, "_connect", connect)
        with Store(path) as store:
            profiles = StationRecords(store, "CS-1").charging_profiles
            with store.atomic():
                for each in before:
                    profiles.put(each)
            store._connection.set_trace_callback(copy)
            change(store)
            store._connection.set_trace_callback(None)
            copy()
    after = [row(2, "n" * LONG), row(3)]
    seen: list[bool] = []
    for copied in copies:
        with Store(copied) as store:
            records = StationRecords(store, "CS-1")
            found = records.charging_profiles.all()
            assert found in (before, after), copied
            begun = bool(records.transactions.running())
            assert begun == (change is _begin and found == after)
            seen.append(found == after)
    assert seen == sorted(seen)
    assert set(seen) == {False, True}


def test_of_a_damaged_page_no_more_is_lost_than_it_held(tmp_path: Path) -> None:
    path = tmp_path / "station.db"
    rows = [row(number, f"{number}" * 300) for number in range(100)]
    with Store(path) as store, store.atomic():
        for each in rows:
            StationRecords(store, "CS-1").charging_profiles.put(each)
    whole = path.read_bytes()
    left: list[int] = []
    for page in range(1, len(whole) // PAGE):
        path.write_bytes(whole)
        damage(path, page)
        repaired = repair(path)
        if repaired is None:
            continue
        target, _ = repaired
        check(target)
        with Store(target) as store:
            found = StationRecords(store, "CS-1").charging_profiles.all()
            assert set(found) <= set(rows)
            left.append(len(found))
        target.unlink()
    assert min(left) > 80
    assert sum(count < len(rows) for count in left) > 5
