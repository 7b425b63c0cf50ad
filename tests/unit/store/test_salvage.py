"""What a repair saves: all that can be read, and nothing that had been deleted."""

from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from pilotwire.store import TRANSACTION, StationRecords, Store, StoreDamagedError, VariableKey
from pilotwire.store.inspection import check, repair
from pilotwire.store.pages import PAGE

MESSAGES = 300
ALL = {"state": 1, "variables": 40, "transactions": 60, "outbox": MESSAGES, "given_up": 0}
FULLEST = {"variables": 20, "transactions": 12, "outbox": 9}
"""The most rows of each table on one page of the file below."""


def fill(store: Store) -> StationRecords:
    records = StationRecords(store, "CS-1")
    with store.atomic():
        records.state.set("boot_reason", "Watchdog")
        for number in range(40):
            records.variables.set(VariableKey(f"Own{number}", "Text"), "x" * 200)
        for number in range(60):
            records.transactions.save(f"TX-{number}", 1, "y" * 300, ended=number > 0)
        for number in range(MESSAGES):
            # One of them goes on in a chain of pages.
            text = "z" * (20_000 if number == 50 else 400)
            records.outbox.add(
                TRANSACTION,
                f"{number} {text}",
                message_id=f"{number}",
                offline=True,
                transaction_id=f"TX-{number % 60}",
            )
    return records


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "station.db"
    with Store(path) as store:
        fill(store)
    return path


def damage(path: Path, page: int) -> None:
    content = bytearray(path.read_bytes())
    content[page * PAGE : (page + 1) * PAGE] = b"\xa5" * PAGE
    path.write_bytes(content)


def saved(path: Path) -> dict[str, int]:
    repaired = repair(path)
    assert repaired is not None
    target, rows = repaired
    check(target)
    target.unlink()
    return dict(rows)


def test_of_each_page_no_more_is_lost_than_it_held(file: Path) -> None:
    """Be it the first one, the root of a table, or a leaf."""
    whole = file.read_bytes()
    lost_one = 0
    for page in range(len(whole) // PAGE):
        file.write_bytes(whole)
        damage(file, page)
        try:
            check(file)
        except StoreDamagedError:
            pass
        else:
            continue  # a page of a long message: its text is damaged, and no table
        rows = saved(file)
        lost = {table: ALL[table] - rows[table] for table in ALL if rows[table] != ALL[table]}
        assert len(lost) <= 1, page
        for table, number in lost.items():
            assert number <= FULLEST.get(table, 1), (page, lost)
        lost_one += bool(lost)
    assert lost_one > 30


@pytest.mark.parametrize("share", [0.5, 0.7, 0.9])
def test_of_a_file_that_lost_its_end_the_rest_is_saved(file: Path, share: float) -> None:
    content = file.read_bytes()
    file.write_bytes(content[: int(len(content) * share)])
    with pytest.raises(StoreDamagedError, match="pilotwire store repair"):
        Store(file)
    rows = saved(file)
    assert rows["state"] == 1
    assert rows["outbox"] >= MESSAGES * (share - 0.4)


@pytest.mark.parametrize("page", [0, 9], ids=["first page", "root of the outbox"])
def test_what_was_deleted_does_not_come_back(file: Path, page: int) -> None:
    """Free pages still hold messages that the CSMS has: to say them again would be wrong."""
    with Store(file) as store:
        outbox = StationRecords(store, "CS-1").outbox
        with store.atomic():
            for _ in range(MESSAGES - 10):
                outbox.remove(outbox.heads()[0])
    assert file.read_bytes().count(b"z" * 400) > 20  # they are still there
    damage(file, page)
    rows = saved(file)
    assert rows["outbox"] <= 10
    assert rows["transactions"] == 60


def test_what_waits_beside_the_file_is_saved_too(file: Path, tmp_path: Path) -> None:
    """After a power cut the newest commits are in the log, of which the last may be torn."""
    log = file.with_name("station.db-wal")
    with Store(file) as store:
        records = StationRecords(store, "CS-1")
        with store.atomic():
            records.state.set("committed", "yes")
        whole = len(log.read_bytes())
        with store.atomic():
            records.state.set("torn", "yes")
        content, changes = file.read_bytes(), log.read_bytes()
    file.write_bytes(content)
    log.write_bytes(changes[: whole + (len(changes) - whole) // 2])
    damage(file, 30)
    repaired = repair(file)
    assert repaired is not None
    with Store(repaired[0]) as store:
        state = StationRecords(store, "CS-1").state
        assert (state.get("committed"), state.get("torn")) == ("yes", None)


def test_values_are_saved_as_they_were(file: Path) -> None:
    with Store(file) as store:
        records = StationRecords(store, "CS-1")
        with store.atomic():
            records.transactions.bind("TX-0", -7)
            records.transactions.bind("TX-1", 2**31 - 1)
            records.state.set("Ünïcode", "é" * 3000)
        before = [tuple(row) for row in store.rows("SELECT * FROM outbox")]
    damage(file, 0)
    repaired = repair(file)
    assert repaired is not None
    with Store(repaired[0]) as store:
        records = StationRecords(store, "CS-1")
        for number, csms_id in enumerate((-7, 2**31 - 1)):
            row = records.transactions.get(f"TX-{number}")
            assert row is not None
            assert (row.csms_id, row.body) == (csms_id, "y" * 300)
        assert records.state.get("Ünïcode") == "é" * 3000
        assert [tuple(row) for row in store.rows("SELECT * FROM outbox")] == before


@pytest.mark.parametrize("seed", range(20))
def test_whatever_is_wrong_a_repair_saves_something_or_says_why(file: Path, seed: int) -> None:
    chance = Random(seed)
    content = bytearray(file.read_bytes())
    for _ in range(chance.choice([1, 10, 1000])):
        content[chance.randrange(len(content))] = chance.randrange(256)
    if chance.random() < 0.3:
        del content[chance.randrange(len(content)) :]
    file.write_bytes(content)
    repaired = None
    with suppress(StoreDamagedError):
        repaired = repair(file)
    if repaired is not None:
        check(repaired[0])
