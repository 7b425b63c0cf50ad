"""A store of every earlier format is opened with all that is in it."""

import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from pilotwire.store import NOTIFICATION, TRANSACTION, StationRecords, Store, Wire
from pilotwire.store.schema import APPLICATION_ID, MIGRATIONS

FACTS = {"station": "CS-1", "key": "boot_reason", "value": "Watchdog"}
VARIABLE = {"station": "CS-1", "component": "TxCtrlr", "variable": "X", "value": "5"}
RUNNING = {"number": 7, "station": "CS-1", "id": "TX", "evse": 2, "csms_id": 9, "body": "{}"}
STARTED = {"kind": "transaction", "event_type": "Started", "power_path_closed_first": True}
UPDATED = {"kind": "transaction", "event_type": "Updated", "power_path_closed_first": False}
NAMED = {**UPDATED, "id_token": {"value": "04"}}
MESSAGE = {"station": "CS-1", "lane": "transaction", "transaction_id": "TX", "offline": 1}
LOSS = {
    "station": "CS-1",
    "at": "2026-03-01T12:00:00+00:00",
    "why": "InternalError",
    "event": "{}",
    "message_id": "0",
    "attempts": 5,
}
CACHED = {
    "station": "CS-1",
    "token": "hash",
    "kind": "ISO14443",
    "accepted": 1,
    "added": 3,
    "updated": 5,
    "uses": 2,
    "at": "2026-03-01T12:00:00+00:00",
    "body": "{}",
}
LOGGED = {
    "station": "CS-1",
    "at": "2026-03-01T12:00:00.000+00:00",
    "event": "InvalidMessages",
    "tech_info": "no JSON",
}
LIST = {"station": "CS-1", "number": 3, "version": 9, "entries": 1, "size": 42}
LISTED = {
    "station": "CS-1",
    "list": 3,
    "token": sha256(b"04a1b2c3").hexdigest()[:32],
    "kind": "ISO14443",
    "body": "{}",
    "size": 42,
}
PROFILE = {"station": "CS-1", "id": 5, "evse": 1, "source": "CSO", "body": "{}"}
WIRE = json.dumps(["1.6", "StartTransaction", "{}"])


def build(path: Path, version: int) -> None:
    """A file as a Pilotwire of that format left it."""
    with closing(sqlite3.connect(path)) as file:
        for script in MIGRATIONS[:version]:
            file.executescript(script)
        insert(file, "state", FACTS)
        insert(file, "variables", VARIABLE)
        insert(file, "transactions", RUNNING)
        for number, event in enumerate((STARTED, UPDATED, NAMED), start=1):
            row = {**MESSAGE, "id": number, "event": json.dumps(event), "message_id": f"{number}"}
            if event is STARTED:
                row |= {"attempts": 3, "refusals": 2, "timeouts": 1, "wire": WIRE}
            insert(file, "outbox", row)
        row = {**MESSAGE, "id": 4, "event": '{"kind": "connector_status"}', "message_id": "4"}
        insert(file, "outbox", row | {"lane": "notification", "transaction_id": None})
        if version >= 3:
            insert(file, "given_up", LOSS)
        if version >= 5:
            insert(file, "cached_tokens", CACHED)
        if version >= 6:
            insert(file, "security_log", LOGGED)
        if version >= 7:
            insert(file, "local_lists", LIST)
            insert(file, "listed_tokens", LISTED)
        if version >= 8:
            insert(file, "charging_profiles", PROFILE)
        file.execute(f"PRAGMA application_id={APPLICATION_ID}")
        file.execute(f"PRAGMA user_version={version}")
        file.commit()


def insert(file: sqlite3.Connection, table: str, row: Mapping[str, object]) -> None:
    marks = ", ".join(f":{name}" for name in row)
    file.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", row)  # noqa: S608 -- names of our own tables


@pytest.mark.parametrize("version", range(1, len(MIGRATIONS) + 1))
def test_all_that_an_earlier_format_held_is_there(tmp_path: Path, version: int) -> None:
    path = tmp_path / "station.db"
    build(path, version)
    with Store(path) as store:
        records = StationRecords(store, "CS-1")
        assert store.rows("PRAGMA user_version")[0][0] == len(MIGRATIONS)
        assert records.state.get("boot_reason") == "Watchdog"
        assert list(records.variables.all().values()) == ["5"]
        row = records.transactions.by_csms_id(9)
        assert row is not None
        assert (row.id, row.evse_id, row.ended, row.body) == ("TX", 2, False, "{}")
        assert records.outbox.count() == records.outbox.count("TX") == 3
        transaction, notification = records.outbox.heads()
        assert notification.lane is NOTIFICATION
        assert (transaction.id, transaction.event) == (1, json.dumps(STARTED))
        assert (transaction.attempts, transaction.refusals, transaction.timeouts) == (3, 2, 1)
        assert transaction.wire == Wire("1.6", "StartTransaction", "{}")
        assert transaction.offline
        seen = []
        for _ in range(3):
            entry = next(e for e in records.outbox.heads() if e.lane is TRANSACTION)
            seen.append((entry.event, entry.message_id))
            with store.atomic():
                records.outbox.remove(entry)
        losses = records.given_up.all()
        assert [loss.why for loss in losses] == (["InternalError"] if version >= 3 else [])
        cached = [(each.kind, each.uses) for each in records.cached_tokens.all()]
        assert cached == ([("ISO14443", 2)] if version >= 5 else [])
        logged = [(each.event, each.tech_info) for each in records.security_log.read()]
        assert logged == ([("InvalidMessages", "no JSON")] if version >= 6 else [])
        state = records.listed_tokens.state
        assert (state.version, state.entries) == ((9, 1) if version >= 7 else (0, 0))
        assert records.listed_tokens.find("04a1b2c3", "ISO14443") == (
            ["{}"] if state.version else []
        )
        profiles = [(each.id, each.evse_id) for each in records.charging_profiles.all()]
        assert profiles == ([(5, 1)] if version >= 8 else [])
        assert seen == [
            (json.dumps(event), f"{number}")
            for number, event in enumerate((STARTED, UPDATED, NAMED), start=1)
        ]


def test_of_the_first_format_only_what_a_bill_can_do_without_may_be_dropped(
    tmp_path: Path,
) -> None:
    path = tmp_path / "station.db"
    build(path, 1)
    with Store(path) as store, store.atomic():
        outbox = StationRecords(store, "CS-1", capacity=1).outbox
        assert outbox.thin_out() == ("TX", 1)
        assert outbox.thin_out() is None
        left = [json.loads(row["event"]) for row in store.rows("SELECT event FROM outbox")]
        assert left[:2] == [STARTED, NAMED]


def test_a_step_that_fails_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "station.db"
    build(path, len(MIGRATIONS))
    broken = (*MIGRATIONS, "CREATE TABLE more (a); CREATE TABLE more (a)")
    monkeypatch.setattr("pilotwire.store.database.MIGRATIONS", broken)
    with pytest.raises(Exception, match="more"):
        Store(path)
    monkeypatch.undo()
    with Store(path) as store:
        assert StationRecords(store, "CS-1").outbox.count() == 3
        assert not store.rows("SELECT 1 FROM sqlite_schema WHERE name = 'more'")
