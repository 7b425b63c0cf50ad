"""The local authorization list as the store keeps it: whole, or as it was before."""

import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from itertools import count
from pathlib import Path
from random import Random

import pytest

from pilotwire.store import ListedToken, ListedTokens, ListState, StationRecords, Store
from pilotwire.store.inspection import check, repair
from pilotwire.store.pages import PAGE
from tests.unit.store.test_salvage import damage

RFID, CODE, ANY = "ISO14443", "KeyCode", ""


@pytest.fixture
def store() -> Iterator[Store]:
    with Store(":memory:") as store:
        yield store


def entry(value: str, kind: str = RFID, body: str = "yes") -> ListedToken:
    return ListedToken(value, kind, body)


def entries(number: int, body: str = "yes") -> list[ListedToken]:
    return [entry(f"{each:08X}", body=body) for each in range(number)]


def test_of_a_station_that_was_sent_none_there_is_none(store: Store) -> None:
    table = StationRecords(store, "CS-1").listed_tokens
    assert table.state == ListState(0, 0, 0)
    assert table.find("A", RFID) == []
    assert not table.leftovers()


def test_each_station_has_its_own(store: Store) -> None:
    one, two = (StationRecords(store, name).listed_tokens for name in ("CS-1", "CS-2"))
    with store.atomic():
        one.replace(1, [entry("A", body="one")])
        two.replace(7, [entry("A", body="two"), entry("B")])
        one.replace(2, [entry("C")])
    assert (one.state.version, two.state.version) == (2, 7)
    assert one.find("A", RFID) == []
    assert two.find("a", RFID) == ["two"]
    with store.atomic():
        one.sweep(10)
        two.change(8, [], [("a", RFID)])
    assert one.find("c", RFID) == ["yes"]
    assert (one.state.entries, two.state.entries) == (1, 1)


def test_identifiers_are_not_kept_as_they_are(store: Store) -> None:
    with store.atomic():
        StationRecords(store, "CS-1").listed_tokens.replace(1, [entry("BADBADBA")])
    rows = store.rows("SELECT * FROM listed_tokens")
    assert "badbadba" not in str([tuple(row) for row in rows]).lower()


def test_an_empty_kind_is_any(store: Store) -> None:
    table = StationRecords(store, "CS-1").listed_tokens
    with store.atomic():
        table.replace(1, [entry("A", RFID, "card"), entry("A", CODE, "code"), entry("B", ANY)])
    assert sorted(table.find("A", ANY)) == ["card", "code"]
    assert table.find("A", CODE) == ["code"]
    assert table.find("B", CODE) == ["yes"]
    with store.atomic():
        table.change(2, [entry("A", ANY, "any"), entry("B", CODE, "code")], [])
    assert table.find("A", CODE) == table.find("A", RFID) == ["any"]
    assert table.find("B", RFID) == []
    assert table.state.entries == 2
    with store.atomic():
        table.change(3, [], [("a", RFID), ("b", ANY)])
    assert table.state == ListState(3, 0, 0)


@pytest.mark.parametrize("seed", range(20))
def test_it_is_what_was_sent_of_it(store: Store, seed: int) -> None:
    """Whatever was sent, in whichever order; what it says of its size is so."""
    random, table = Random(seed), StationRecords(store, "CS-1").listed_tokens
    held: dict[tuple[str, str], str] = {}
    for version in range(1, 60):
        kinds = random.choice([(ANY,), (RFID, CODE)])  # as 1.6 tells them, or 2.x
        keys = [(name, kind) for name in "ABCDEFGH" for kind in kinds]
        new = {key: "é" * random.randrange(9) for key in random.sample(keys, random.randrange(6))}
        gone = [key for key in keys if key not in new and random.random() < 0.2]
        sent = [
            entry(random.choice((name, name.lower())), kind, body)
            for (name, kind), body in new.items()
        ]
        with store.atomic():
            if random.random() < 0.2:
                held = {}
                state = table.replace(version, sent)
            else:
                state = table.change(version, sent, gone)
            if random.random() < 0.3:
                table.sweep(random.randrange(1, 5))
        held = {key: body for key, body in held.items() if not _told(key, (*new, *gone))} | new
        for name in "ABCDEFGH":
            for kind in (ANY, RFID, CODE):
                known = [body for key, body in held.items() if _told(key, [(name, kind)])]
                assert sorted(table.find(name, kind)) == sorted(known)
        ((size,),) = store.rows(
            "SELECT coalesce(sum(length(CAST(token || kind || body AS BLOB))), 0)"
            " FROM listed_tokens JOIN local_lists USING (station) WHERE list = number"
        )
        assert state == table.state == ListState(version, len(held), size)


def _told(key: tuple[str, str], told: Iterable[tuple[str, str]]) -> bool:
    """Whether a token is one of those that were told; no kind is any."""
    return any(key[0] == name and (ANY in {key[1], kind} or key[1] == kind) for name, kind in told)


def test_what_is_left_of_a_former_list_goes_bit_by_bit(store: Store) -> None:
    table = StationRecords(store, "CS-1").listed_tokens
    with store.atomic():
        table.replace(1, entries(10))
        table.replace(2, entries(5, "no"))
    left = []
    while table.leftovers():
        with store.atomic():
            table.sweep(4)
        left.append(store.rows("SELECT count(*) FROM listed_tokens")[0][0])
    assert left == [11, 7, 5]
    assert table.find("00000001", RFID) == ["no"]


def test_a_block_that_fails_leaves_the_list_as_it_was(store: Store) -> None:
    table = StationRecords(store, "CS-1").listed_tokens
    with store.atomic():
        table.replace(1, entries(3))
    updates: list[Callable[[], ListState]] = [
        lambda: table.replace(2, entries(2)),
        lambda: table.change(2, entries(1, "no"), [("00000002", RFID)]),
    ]
    for update in updates:
        with pytest.raises(ZeroDivisionError), store.atomic():
            _ = update().version // 0
        assert table.state.version == 1
        assert [table.find(each.value, RFID) for each in entries(3)] == [["yes"]] * 3


def test_a_look_up_reads_no_more_than_it_must(store: Store) -> None:
    """Nor does any other statement that is not about all of it."""
    table = StationRecords(store, "CS-1").listed_tokens
    with store.atomic():
        table.replace(1, entries(10))
    seen: list[str] = []
    store._connection.set_trace_callback(seen.append)
    table.find("00000001", RFID)
    _ = table.state, table.leftovers()
    with store.atomic():
        table.change(2, entries(2), [("00000005", RFID)])
        table.replace(3, entries(2))
        table.sweep(3)
    store._connection.set_trace_callback(None)
    asked = {sql for sql in seen if sql.split()[0] in {"SELECT", "DELETE", "UPDATE"}}
    assert len(asked) == 7
    for sql in asked:
        plan = [row["detail"] for row in store.rows(f"EXPLAIN QUERY PLAN {sql}")]
        assert not any("SCAN" in step and "listed" in step for step in plan), (sql, plan)


# The power goes.

Update = Callable[[ListedTokens], ListState]


@pytest.mark.parametrize(
    "update",
    [
        lambda table: table.replace(2, entries(400, "no")),
        lambda table: table.change(2, entries(400, "no"), [("00000190", RFID)]),
    ],
    ids=["full", "differential"],
)
def test_the_power_goes_in_the_middle_of_an_update(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, update: Update
) -> None:
    """At any statement, and with much of it on the disk already: it is the old list or the new."""
    path, numbers = tmp_path / "station.db", count()
    copies: list[Path] = []

    def connect(store: Store) -> sqlite3.Connection:
        connection = sqlite3.connect(store.path, timeout=1.0, isolation_level=None)
        connection.execute("PRAGMA cache_size=2")  # so little memory that pages must be written
        return connection

    def at_a_statement(_: str) -> None:
        if next(numbers) % 20 == 0:
            copy()

    def copy() -> None:
        folder = tmp_path / f"{len(copies)}"
        folder.mkdir()
        for part in tmp_path.glob("station.db*"):
            shutil.copy(part, folder / part.name)
        copies.append(folder / path.name)

    with monkeypatch.context() as patch:
        patch.setattr(Store, "_connect", connect)
        with Store(path) as store:
            table = StationRecords(store, "CS-1").listed_tokens
            with store.atomic():
                table.replace(1, entries(401))
            store._connection.set_trace_callback(at_a_statement)
            with store.atomic():
                update(table)
            while table.leftovers():
                with store.atomic():
                    table.sweep(50)
            store._connection.set_trace_callback(None)
            copy()

    logs = {copy.with_name("station.db-wal").stat().st_size for copy in copies}
    assert len(logs) > 3, "nothing of it was on the disk before its commit"
    seen = []
    for copied in copies:
        with Store(copied) as store:
            table = StationRecords(store, "CS-1").listed_tokens
            version = table.state.version
            said = [table.find(each.value, RFID) for each in entries(401)]
            assert said == ([["yes"]] * 401 if version == 1 else [["no"]] * 400 + [[]]), copied
            assert table.state.entries == len([each for each in said if each])
            seen.append(version)
    assert seen == sorted(seen)
    assert set(seen) == {1, 2}


# The file is damaged.


def test_a_list_of_which_something_is_lost_is_none(tmp_path: Path) -> None:
    """The CSMS sends it anew; and the next one can be written."""
    path = tmp_path / "station.db"
    with Store(path) as store:
        for name in ("CS-1", "CS-2"):
            with store.atomic():
                records = StationRecords(store, name)
                records.state.set("boot_reason", "Watchdog")
                table = records.listed_tokens
                table.replace(1, entries(20))
                table.replace(5, entries(300 if name == "CS-1" else 30))
    whole = path.read_bytes()
    counts = set()
    for page in range(2, len(whole) // PAGE):
        path.write_bytes(whole)
        damage(path, page)
        repaired = repair(path)
        if repaired is None:
            continue
        target, rows = repaired
        check(target)
        with Store(target) as store:
            ((listed,),) = store.rows("SELECT count(*) FROM listed_tokens")
            assert rows["listed_tokens"] == listed
            for name, most in (("CS-1", 300), ("CS-2", 30)):
                table = StationRecords(store, name).listed_tokens
                found = sum(bool(table.find(each.value, RFID)) for each in entries(300))
                assert found == table.state.entries
                assert table.state.version == (5 if found else 0)
                assert found in {0, most}
                counts.add((name, found))
                with store.atomic():
                    assert table.replace(6, entries(2)).entries == 2
        target.unlink()
    assert {("CS-1", 0), ("CS-1", 300), ("CS-2", 30)} <= counts
