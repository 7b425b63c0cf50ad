"""The store's file: what it keeps, whom it refuses, and what it says then."""

import errno
import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from pilotwire.errors import PilotwireError
from pilotwire.store import (
    StationRecords,
    Store,
    StoreDamagedError,
    StoreError,
    StoreForeignError,
    StoreInUseError,
    StoreNewerError,
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "station.db"


@pytest.fixture
def records() -> Iterator[StationRecords]:
    with Store(":memory:") as store:
        yield StationRecords(store, "CS-1")


class Upset(Exception):  # noqa: N818 -- named for what happened
    """Something went wrong in the middle of a block."""


# All or nothing.


def test_what_an_atomic_block_wrote_is_there_after_it(records: StationRecords) -> None:
    with records.atomic():
        records.state.set("a", "1")
        records.state.set("b", "2")
    assert (records.state.get("a"), records.state.get("b")) == ("1", "2")


def test_of_a_block_that_fails_nothing_remains(records: StationRecords) -> None:
    with records.atomic():
        records.state.set("a", "before")
    with pytest.raises(Upset), records.atomic():  # noqa: PT012 -- the whole block is undone
        records.state.set("a", "after")
        records.state.set("b", "2")
        raise Upset
    assert (records.state.get("a"), records.state.get("b")) == ("before", None)


def test_a_block_in_a_block_is_part_of_it(records: StationRecords) -> None:
    with pytest.raises(Upset), records.atomic():  # noqa: PT012 -- the whole block is undone
        records.state.set("outer", "1")
        with records.atomic():
            records.state.set("inner", "2")
        raise Upset
    assert (records.state.get("outer"), records.state.get("inner")) == (None, None)


def test_an_inner_block_that_fails_takes_the_outer_one_with_it(records: StationRecords) -> None:
    with pytest.raises(Upset), records.atomic():  # noqa: PT012 -- the whole block is undone
        records.state.set("outer", "1")
        with records.atomic():
            records.state.set("inner", "2")
            raise Upset
    assert (records.state.get("outer"), records.state.get("inner")) == (None, None)


def test_a_statement_that_fails_is_a_store_error_and_undoes_the_block() -> None:
    with Store(":memory:") as store:
        records = StationRecords(store, "CS-1")
        with pytest.raises(StoreError), records.atomic():  # noqa: PT012 -- the whole block is undone
            records.state.set("a", "1")
            store.execute("INSERT INTO no_such_table VALUES (1)")
        assert records.state.get("a") is None


def test_after_a_failure_blocks_work_as_before(records: StationRecords) -> None:
    with pytest.raises(Upset), records.atomic():
        raise Upset
    with records.atomic():
        records.state.set("a", "1")
    assert records.state.get("a") == "1"


def test_writing_outside_of_a_block_is_refused(records: StationRecords) -> None:
    with pytest.raises(RuntimeError, match="atomic"):
        records.state.set("a", "1")


def test_what_a_block_wrote_is_in_the_file_before_anything_is_closed(file: Path) -> None:
    """The process may be killed at any instant after the block."""
    program = """if True:
        import os, sys
        from pilotwire.store import StationRecords, Store
        records = StationRecords(Store(sys.argv[1]), "CS-1")
        with records.atomic():
            records.state.set("a", "1")
        with records.atomic():
            records.state.set("b", "2")
            os._exit(0)
    """
    subprocess.run([sys.executable, "-c", program, file], check=True)  # noqa: S603 -- our own interpreter and program
    with Store(file) as store:
        records = StationRecords(store, "CS-1")
        assert (records.state.get("a"), records.state.get("b")) == ("1", None)


# The file.


def test_the_file_and_what_belongs_to_it_is_for_its_owner_alone(file: Path) -> None:
    before = os.umask(0)
    try:
        with Store(file) as store:
            with store.atomic():
                StationRecords(store, "CS-1").state.set("a", "1")
            files = {each.name: stat.S_IMODE(each.stat().st_mode) for each in file.parent.iterdir()}
    finally:
        os.umask(before)
    assert "station.db" in files
    assert set(files.values()) == {0o600}


def test_a_store_is_opened_again_with_all_that_was_in_it(file: Path) -> None:
    for expected in (None, "1"):
        with Store(file) as store:
            records = StationRecords(store, "CS-1")
            assert records.state.get("a") == expected
            with records.atomic():
                records.state.set("a", "1")


def test_a_path_may_be_text_or_a_path(file: Path) -> None:
    with Store(str(file)) as store:
        assert store.path == str(file)
    with Store(file) as store:
        assert store.path == str(file)


def test_an_empty_file_is_a_new_store(file: Path) -> None:
    """As a power cut leaves it in the very first moment."""
    file.touch()
    with Store(file) as store, store.atomic():
        StationRecords(store, "CS-1").state.set("a", "1")


def test_memory_is_new_each_time_and_leaves_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with Store(":memory:") as first, Store(":memory:") as second:
        with first.atomic():
            StationRecords(first, "CS-1").state.set("a", "1")
        assert StationRecords(second, "CS-1").state.get("a") is None
    assert not list(tmp_path.iterdir())


# Whom it refuses.


def refused(file: Path, kind: type[StoreError]) -> str:
    """Open a file that must be refused, and stay as it is; the text of the error."""
    before = file.read_bytes() if file.is_file() else b""
    with pytest.raises(kind) as caught:
        Store(file)
    assert type(caught.value) is kind
    assert isinstance(caught.value, PilotwireError)
    text = str(caught.value)
    assert text.startswith(f"{file}: ")
    assert "\n" not in text
    if file.is_file():
        assert file.read_bytes() == before
    return text


def test_a_database_of_another_program_is_refused(file: Path) -> None:
    with closing(sqlite3.connect(file)) as other:
        other.execute("CREATE TABLE photos (name TEXT)")
        other.commit()
    assert "name another file" in refused(file, StoreForeignError)


def test_a_database_that_is_marked_as_another_program_s_is_refused(file: Path) -> None:
    with closing(sqlite3.connect(file)) as other:
        other.execute("PRAGMA application_id = 1")
        other.commit()
    assert "name another file" in refused(file, StoreForeignError)


def test_a_store_of_a_newer_pilotwire_is_refused(file: Path) -> None:
    Store(file).close()
    with closing(sqlite3.connect(file)) as other:
        other.execute("PRAGMA user_version = 99")
        other.commit()
    text = refused(file, StoreNewerError)
    assert "99" in text
    assert "update Pilotwire" in text


def test_a_file_that_is_no_database_is_refused(file: Path) -> None:
    file.write_text("Dear diary, today I was opened by a charging station.\n" * 100)
    text = refused(file, StoreDamagedError)
    assert "Keep a copy" in text
    assert f"pilotwire store repair {file}" in text


@pytest.mark.parametrize("where", [0.25, 0.5, 0.9])
def test_a_damaged_store_is_refused(file: Path, where: float) -> None:
    with Store(file) as store:
        records = StationRecords(store, "CS-1")
        with records.atomic():
            for number in range(2000):
                records.state.set(f"key {number}", "value " * 10)
    content = bytearray(file.read_bytes())
    page = int(len(content) * where) // 4096 * 4096
    content[page : page + 4096] = b"\xa5" * 4096
    file.write_bytes(content)
    assert "Keep a copy" in refused(file, StoreDamagedError)


def test_a_store_that_lost_its_end_is_refused(file: Path) -> None:
    with Store(file) as store:
        records = StationRecords(store, "CS-1")
        with records.atomic():
            for number in range(2000):
                records.state.set(f"key {number}", "value " * 10)
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 2 // 4096 * 4096])
    assert "Keep a copy" in refused(file, StoreDamagedError)


def test_a_store_that_is_in_use_is_refused_until_it_is_let_go(file: Path) -> None:
    with Store(file) as first:
        with first.atomic():
            StationRecords(first, "CS-1").state.set("a", "1")
        with pytest.raises(StoreInUseError) as caught:
            Store(file)
        assert str(caught.value).startswith(f"{file}: ")
        assert "stop" in str(caught.value)
        assert StationRecords(first, "CS-1").state.get("a") == "1"
    with Store(file) as second:
        assert StationRecords(second, "CS-1").state.get("a") == "1"


def test_a_directory_that_is_not_there_is_refused(tmp_path: Path) -> None:
    text = refused(tmp_path / "nowhere" / "station.db", StoreError)
    assert "No such file or directory" in text


def test_a_path_that_is_a_directory_is_refused(tmp_path: Path) -> None:
    assert "directory" in refused(tmp_path, StoreError)


def test_a_directory_that_must_not_be_written_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no(*_: object) -> int:  # root, whom nobody refuses, runs the tests too
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(os, "open", no)
    assert "Permission denied" in refused(tmp_path / "station.db", StoreError)


def test_a_file_that_was_refused_is_not_held(file: Path) -> None:
    file.write_text("no database at all, but long enough to be looked at" * 50)
    refused(file, StoreDamagedError)
    file.unlink()
    Store(file).close()


def test_two_stations_in_one_file_are_apart(file: Path) -> None:
    with Store(file) as store:
        one, two = StationRecords(store, "CS-1"), StationRecords(store, "CS-2")
        with one.atomic():
            one.state.set("boot_reason", "RemoteReset")
            two.state.set("boot_reason", "Watchdog")
            one.transactions.save("TX", 1, "one's", ended=False)
            two.transactions.save("TX", 2, "two's", ended=False)
        with one.atomic():
            one.state.remove("boot_reason")
            one.transactions.bind("TX", 7)
        assert one.state.get("boot_reason") is None
        assert two.state.get("boot_reason") == "Watchdog"
        assert [row.body for row in two.transactions.running()] == ["two's"]
        assert two.transactions.by_csms_id(7) is None
