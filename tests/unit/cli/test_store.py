"""`pilotwire store`: what it says of a file, and what it saves of a damaged one."""

import errno
import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from pilotwire.store import TRANSACTION, ListedToken, StationRecords, Store, VariableKey, Wire
from pilotwire.store.schema import MIGRATIONS
from tests.unit.cli.commands import pilotwire

EVENT = json.dumps(
    {
        "kind": "transaction",
        "id_token": {"value": "04A1B2C3", "kind": "ISO14443"},
        "note": "x" * 500,
    }
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A store of two stations, the one of them with 400 messages."""
    path = tmp_path / "station.db"
    with Store(path) as store:
        one, two = StationRecords(store, "CS-1"), StationRecords(store, "CS-2")
        with store.atomic():
            two.state.set("boot_reason", "Watchdog")
            one.variables.set(VariableKey("SecurityCtrlr", "BasicAuthPassword"), "secret")
            for number in range(400):
                one.transactions.save(f"TX-{number}", 1, "{}", ended=number > 0)
                one.outbox.add(
                    TRANSACTION,
                    EVENT,
                    message_id=f"{number}",
                    offline=True,
                    transaction_id=f"TX-{number}",
                )
            body = json.dumps({"status": "Accepted", "group": {"value": "04A1B2C3"}})
            one.cached_tokens.put(
                "04A1B2C3", "ISO14443", accepted=True, at="2026-03-01T12:00:00+00:00", body=body
            )
            one.listed_tokens.replace(1, [ListedToken("04A1B2C3", "ISO14443", body)])
            (entry,) = one.outbox.heads()
            wire = Wire("1.6", "StartTransaction", '{"idTag": "04A1B2C3"}')
            one.outbox.sending(entry, "0", wire)
    return path


def damage(path: Path, *places: float) -> None:
    """Overwrite pages, each at a fraction of the file."""
    content = bytearray(path.read_bytes())
    for place in places:
        at = max(1, int(len(content) * place) // 4096) * 4096
        content[at : at + 4096] = b"\xa5" * 4096
    path.write_bytes(content)


def test_a_sound_file(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = file.read_bytes()
    assert pilotwire("store", "check", str(file)) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{file}: sound, format {len(MIGRATIONS)}",
        "CS-1: 1 running transaction, 400 waiting messages, 0 given up",
        "CS-2: 0 running transactions, 0 waiting messages, 0 given up",
    ]
    assert pilotwire("store", "repair", str(file)) == 0
    assert "nothing to repair" in capsys.readouterr().out
    assert file.read_bytes() == before


def test_what_waits_beside_the_file_counts(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As a power cut leaves it."""
    log = tmp_path / "station.db-wal"
    with Store(file) as store:
        with store.atomic():
            StationRecords(store, "CS-3").state.set("a", "1")
        content, changes = file.read_bytes(), log.read_bytes()
    file.write_bytes(content)
    log.write_bytes(changes)
    assert pilotwire("store", "check", str(file)) == 0
    assert "CS-3" in capsys.readouterr().out
    assert log.read_bytes() == changes


def test_a_link_to_the_file_is_as_good_as_its_name(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What waits in the log counts, which is beside the file, and not beside the link."""
    with Store(file) as store:
        with store.atomic():
            StationRecords(store, "CS-3").state.set("a", "1")
        log = tmp_path / "station.db-wal"
        content, changes = file.read_bytes(), log.read_bytes()
    file.write_bytes(content)
    log.write_bytes(changes)
    log.chmod(0o644)
    link = tmp_path / "elsewhere" / "link.db"
    link.parent.mkdir()
    link.symlink_to(file)
    assert pilotwire("store", "export", str(link)) == 0
    out = capsys.readouterr()
    assert '{"table": "state", "station": "CS-3", "key": "a", "value": "1"}' in out.out
    assert out.err == "", "of a copy there is nothing to be said"
    assert log.stat().st_mode & 0o777 == 0o644


def test_bad_input_is_one_line_and_an_exit_code(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty, text, foreign = tmp_path / "empty", tmp_path / "text", tmp_path / "photos.db"
    empty.touch()
    text.write_text("Dear diary\n" * 1000)
    with closing(sqlite3.connect(foreign)) as other:
        other.execute("CREATE TABLE photos (name TEXT)")
    for path in (tmp_path / "nothing", tmp_path, empty, text, foreign):
        for command in ("check", "repair", "export"):
            code = 3 if path is text else 2
            assert pilotwire("store", command, str(path)) == code, (command, path)
            out, err = capsys.readouterr()
            assert (out, err.count("\n")) == ("", 1)
            assert str(path) in err
    assert not list(tmp_path.glob("*.repaired"))


def test_a_file_that_a_station_has_open(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Store(file):
        assert pilotwire("store", "check", str(file)) == 4
        assert "stop that one first" in capsys.readouterr().err


@pytest.mark.parametrize("places", [(0.3,), (0.6,), (0.99,), (0.2, 0.5, 0.8)])
def test_what_can_be_read_of_a_damaged_file_is_saved(
    file: Path, places: tuple[float, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    damage(file, *places)
    before = file.read_bytes()
    assert pilotwire("store", "check", str(file)) == 3
    assert f"pilotwire store repair {file}" in capsys.readouterr().err

    assert pilotwire("store", "repair", str(file)) == 0

    target = file.with_name("station.db.repaired")
    assert str(target) in capsys.readouterr().out
    assert file.read_bytes() == before
    with Store(target) as store:
        records = StationRecords(store, "CS-1")
        # A page holds about 7 messages; the rest is there.
        assert 400 - 7 * len(places) <= records.outbox.count() <= 400
        ids = [row[0] for row in store.rows("SELECT transaction_id FROM outbox ORDER BY id")]
        assert ids == sorted(ids, key=lambda name: int(name.removeprefix("TX-")))
    assert pilotwire("store", "repair", str(file)) == 2  # it does not overwrite what it saved
    assert "is there already" in capsys.readouterr().err


def test_all_rows_as_lines_of_json(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert pilotwire("store", "export", str(file)) == 0
    shortened = capsys.readouterr().out
    lines = [json.loads(line) for line in shortened.splitlines()]
    assert [line["table"] for line in lines].count("outbox") == 400
    for table in ("cached_tokens", "listed_tokens"):
        (known,) = [line for line in lines if line["table"] == table]
        assert (len(known["token"]), known["body"]["group"]["value"]) == (5, "04...")
    assert "04A1B2C3" not in shortened
    assert "04..." in shortened
    assert pilotwire("store", "export", str(file), "--tokens") == 0
    whole = capsys.readouterr().out
    assert "04A1B2C3" in whole
    assert "secret" not in shortened + whole


def test_a_file_that_lost_its_end(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 2])
    for command in ("check", "export"):
        assert pilotwire("store", command, str(file)) == 3
        assert f"pilotwire store repair {file}" in capsys.readouterr().err
    assert pilotwire("store", "repair", str(file)) == 0
    assert " of outbox" in capsys.readouterr().out


def test_a_file_of_a_newer_format(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with closing(sqlite3.connect(file)) as newer:
        newer.execute("PRAGMA user_version=1000")
        newer.commit()
    for command in ("check", "repair", "export"):
        assert pilotwire("store", command, str(file)) == 2
        out, err = capsys.readouterr()
        assert (out, err.count("\n")) == ("", 1)
        assert "update Pilotwire" in err


def test_a_repair_that_has_no_room_leaves_nothing_behind(
    file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    damage(file, 0.5)
    before = file.read_bytes()

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    assert pilotwire("store", "repair", str(file)) == 6
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "can't be written" in err
    assert file.read_bytes() == before
    assert not list(file.parent.glob("*.repaired*"))


def test_a_repair_overwrites_nothing_that_stands_in_its_way(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    damage(file, 0.5)
    foreign = tmp_path / "foreign"
    foreign.write_text("precious")
    part = file.with_name("station.db.repaired.part")
    part.symlink_to(foreign)
    assert pilotwire("store", "repair", str(file)) == 2
    assert f"{part}: is there already" in capsys.readouterr().err
    assert foreign.read_text() == "precious"
    assert part.is_symlink()


def test_a_station_refuses_a_damaged_file_and_names_the_repair(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    damage(file, 0.5)
    before = file.read_bytes()
    command = ("run", "--csms", "ws://127.0.0.1:1/", "--id", "CS-1", "--store", str(file))
    assert pilotwire(*command) == 3
    assert f"pilotwire store repair {file}" in capsys.readouterr().err
    assert file.read_bytes() == before


@pytest.mark.parametrize("text", ["'}'", "x'ff00'"])
def test_damaged_rows_of_a_sound_file_are_counted(
    file: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(sqlite3.connect(file)) as damaged:
        damaged.execute(f"UPDATE outbox SET event = {text} WHERE id < 4")  # noqa: S608 -- names of our own tables
        damaged.execute("UPDATE transactions SET body = '?'")  # of which one runs
        damaged.commit()
    assert pilotwire("store", "check", str(file)) == 0
    assert "400 waiting messages, 0 given up, 4 damaged" in capsys.readouterr().out
    assert pilotwire("store", "export", str(file)) == 0
