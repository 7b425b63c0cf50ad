"""What is on the disk when, and how many commits it takes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pilotwire.store import TRANSACTION, StationRecords, Store, StoreError, StoreUnwritableError


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "station.db") as store:
        yield store


def on_disk(store: Store) -> list[str]:
    """The keys of all facts that would be there after a power cut."""
    copy = Path(f"{store.path}-copy")
    copy.write_bytes(Path(store.path).read_bytes())
    Path(f"{copy}-wal").write_bytes(Path(f"{store.path}-wal").read_bytes())
    with Store(copy, reserve=0) as cut:
        return [row["key"] for row in cut.rows("SELECT key FROM state ORDER BY key")]


def test_a_lazy_block_waits_for_the_next_commit(store: Store) -> None:
    facts = StationRecords(store, "CS-1").state
    with store.lazily():
        facts.set("a", "lazy")
    assert facts.get("a") == "lazy"
    assert (on_disk(store), store.commits) == ([], 0)
    with store.atomic():
        facts.set("b", "")
    assert (on_disk(store), store.commits) == (["a", "b"], 1)


def test_a_lazy_block_in_an_atomic_one_is_part_of_it_and_the_other_way_round(store: Store) -> None:
    facts = StationRecords(store, "CS-1").state
    with store.atomic(), store.lazily():
        facts.set("a", "")
    with store.lazily(), store.atomic():
        facts.set("b", "")
    assert (on_disk(store), store.commits) == (["a", "b"], 2)


def test_what_waits_can_be_flushed_and_is_when_the_store_is_closed(tmp_path: Path) -> None:
    with Store(tmp_path / "station.db") as store:
        with store.lazily():
            StationRecords(store, "CS-1").state.set("a", "")
        store.flush()
        store.flush()
        assert (on_disk(store), store.commits) == (["a"], 1)
        with store.lazily():
            StationRecords(store, "CS-1").state.set("b", "")
    with Store(tmp_path / "station.db") as store:
        assert StationRecords(store, "CS-1").state.get("b") is not None


def test_a_block_that_fails_takes_nothing_of_what_waits_with_it(store: Store) -> None:
    records = StationRecords(store, "CS-1")
    with store.lazily():
        records.state.set("a", "")
        records.outbox.add(TRANSACTION, "{}", message_id="1", offline=True)
    with pytest.raises(ZeroDivisionError), store.atomic():  # noqa: PT012 -- the whole block is undone
        records.state.remove("a")
        records.outbox.remove(*records.outbox.heads())
        _ = 1 / 0
    assert records.state.get("a") is not None
    assert records.outbox.count() == len(records.outbox.heads()) == 1


def test_what_waits_does_not_wait_for_ever(store: Store) -> None:
    facts = StationRecords(store, "CS-1").state
    for number in range(1000):
        with store.lazily():
            facts.set("a", str(number))
    assert store.commits == 1


# A disk without room, as SQLite itself says it.


def limit(store: Store, pages: int) -> None:
    store._connection.execute(f"PRAGMA max_page_count={pages}")


def test_a_full_disk_is_an_error_and_loses_nothing_of_what_was_written(store: Store) -> None:
    records = StationRecords(store, "CS-1")
    with store.lazily():
        records.state.set("lazy", "")
    limit(store, 1)
    with pytest.raises(StoreUnwritableError, match="free space"), store.atomic():
        records.state.set("big", "x" * 100_000)
    assert store.low
    assert records.state.get("lazy") == ""
    assert records.state.get("big") is None
    limit(store, 10_000)
    assert store.recover()
    with store.atomic():
        records.state.set("small", "")
    assert on_disk(store) == ["lazy", "small"]


def test_the_reserve_is_beside_the_file_and_is_given_back(store: Store) -> None:
    reserve = Path(f"{store.path}-reserve")
    assert reserve.stat().st_size == 1 << 20
    assert reserve.stat().st_blocks * 512 >= 1 << 20  # not only a number
    limit(store, 1)
    with pytest.raises(StoreUnwritableError), store.atomic():
        StationRecords(store, "CS-1").state.set("big", "x" * 100_000)
    assert not reserve.exists()
    limit(store, 10_000)
    assert store.recover()
    assert reserve.stat().st_size == 1 << 20


def test_a_file_that_becomes_read_only_is_an_error(store: Store) -> None:
    store._connection.execute("PRAGMA query_only=ON")
    with pytest.raises(StoreUnwritableError), store.atomic():
        StationRecords(store, "CS-1").state.set("a", "")
    store._connection.execute("PRAGMA query_only=OFF")
    assert store.recover()


def test_an_error_of_the_program_is_none_of_the_disk(store: Store) -> None:
    with pytest.raises(StoreError, match="one statement"), store.atomic():
        store.execute("SELECT 1; SELECT 2")
    assert not store.low
