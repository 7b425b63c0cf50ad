"""A file as the previous release left it when its power went, and what a CSMS must hear of it."""

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from pilotwire.ocpp import v16, v21
from pilotwire.station.facts.encoding import decode
from pilotwire.station.facts.transactions import TransactionEvent
from pilotwire.station.vocabulary import EventType
from pilotwire.store.schema import APPLICATION_ID, MIGRATIONS
from tests.support.scene import Opponent

__all__ = ["FILES", "FORMAT", "Left", "Numbering", "build", "copied", "rows_of"]

FORMAT = 3
FOLDER = Path(__file__).parent / "format_3"

FILES = sorted(path.stem for path in FOLDER.glob("*.json"))
"""What that release wrote, row by row, in three runs on two EVSEs.

On EVSE 1 a transaction runs that was told in the version that the name says, and a message of it
is on its way; in `between` the CSMS had just come back with 1.6, and was being told the start. On
EVSE 2, one began and ended without a connection, and another has begun since.
"""

Rows = dict[str, list[dict[str, Any]]]


class Numbering(Opponent):
    """A CSMS that gives a start the number that it had when it was told before."""

    def __init__(self) -> None:
        super().__init__()
        self.numbers: dict[v16.StartTransactionRequest, int] = {}
        self.answer(v16.StartTransactionRequest, self._number)

    def _number(self, start: v16.StartTransactionRequest) -> v16.StartTransactionResponse:
        return v16.StartTransactionResponse(
            transaction_id=self.numbers.setdefault(start, 100 + len(self.numbers)),
            id_tag_info=v16.IdTagInfo(status=v16.AuthorizationStatus.ACCEPTED),
        )


def build(file: str, path: Path) -> "Left":
    """Write the file anew in the previous format; what it holds."""
    tables: Rows = json.loads((FOLDER / f"{file}.json").read_text())
    with closing(sqlite3.connect(path)) as database:
        for script in MIGRATIONS[:FORMAT]:
            database.executescript(script)
        for table, rows in tables.items():
            for row in rows:
                marks = ", ".join(f":{name}" for name in row)
                columns = ", ".join(row)
                database.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", row)  # noqa: S608 -- names of our own tables
        database.execute(f"PRAGMA application_id={APPLICATION_ID}")
        database.execute(f"PRAGMA user_version={FORMAT}")
        database.commit()
    return Left(tables)


def copied(path: Path, folder: Path) -> Path:
    """The file as it is on the disk at this instant, as a power cut leaves it."""
    folder.mkdir()
    for part in path.parent.glob(f"{path.name}*"):
        shutil.copy(part, folder / part.name)
    return folder / path.name


def rows_of(path: Path) -> tuple[int, Rows]:
    """The format of a file, and all its rows."""
    with closing(sqlite3.connect(path)) as database:
        database.row_factory = sqlite3.Row
        ((version,),) = database.execute("PRAGMA user_version").fetchall()
        tables: Rows = {
            table: [dict(row) for row in database.execute(f"SELECT * FROM {table}")]  # noqa: S608 -- names of our own tables
            for table in ("state", "variables", "transactions", "outbox", "given_up")
        }
    return version, tables


@dataclass(frozen=True)
class _Transaction:
    """A transaction of the file: its opening event, and what was not told of it."""

    id: str
    told: frozenset[str]
    csms_id: int | None
    ended: bool
    reported_at: datetime
    opening: TransactionEvent
    waiting: tuple[TransactionEvent, ...]


class Left:
    """What a file holds."""

    def __init__(self, tables: Rows) -> None:
        self.tables = tables
        facts = [decode(row["event"]) for row in tables["outbox"]]
        events = [fact for fact in facts if isinstance(fact, TransactionEvent)]
        self.transactions = [
            _Transaction(
                id=row["id"],
                told=frozenset(row["told"].split()),
                csms_id=row["csms_id"],
                ended=bool(row["ended"]),
                reported_at=datetime.fromisoformat(json.loads(row["body"])["reported_at"]),
                opening=_event(json.loads(row["opening"])[0]),
                waiting=tuple(event for event in events if event.transaction_id == row["id"]),
            )
            for row in tables["transactions"]
        ]

    def wrong(self, csms: Numbering, version: str) -> list[str]:
        """What the CSMS was not told, or not rightly."""
        judge = _wrong16 if version == "1.6" else _wrong2x
        return [
            f"{one.id}: {wrong}" for one in self.transactions for wrong in judge(one, csms, version)
        ]


def _event(text: str) -> TransactionEvent:
    event = decode(text)
    assert isinstance(event, TransactionEvent)
    return event


def _wrong2x(one: _Transaction, csms: Numbering, version: str) -> Iterator[str]:
    told = [
        event
        for event in csms.requests(v21.TransactionEventRequest)
        if event.transaction_info.transaction_id == one.id
    ]
    said = {event.seq_no: event for event in told}
    if any(event != said[event.seq_no] for event in told):
        yield "something was said in two ways"
    facts = {event.seq_no: event for event in one.waiting}
    if version not in one.told:
        facts[0] = one.opening
    numbers = sorted(facts)
    if not one.ended:
        numbers.append(numbers[-1] + 1)
    if list(said) != numbers:
        yield f"was told as {list(said)} instead of {numbers}"
    for number, fact in facts.items():
        event = said.get(number)
        if event is None or (event.event_type, event.timestamp) != (
            fact.event_type,
            fact.timestamp,
        ):
            yield f"event {number} was told as {event}"
        elif _told_values(event) != _values(fact):
            yield f"event {number} was told with {_told_values(event)} of {_values(fact)}"
    last = told[-1]
    if last.event_type is not EventType.ENDED or not last.offline:
        yield f"the last event is {last}"
    if not one.ended and last.timestamp != one.reported_at:
        yield f"was ended by the power cut at {last.timestamp}"
    if not one.ended and last.transaction_info.stopped_reason != "PowerLoss":
        yield f"was ended for {last.transaction_info.stopped_reason}"


def _told_values(event: v21.TransactionEventRequest) -> list[tuple[str, float]]:
    return [
        (str(sample.measurand), sample.value)
        for value in event.meter_value or ()
        for sample in value.sampled_value
    ]


def _values(fact: TransactionEvent) -> list[tuple[str, float]]:
    return [
        (sample.measurand, sample.value) for value in fact.meter_values for sample in value.samples
    ]


def _wrong16(one: _Transaction, csms: Numbering, version: str) -> Iterator[str]:
    del version
    opening = one.opening
    assert opening.authorized_by is not None
    start = v16.StartTransactionRequest(
        connector_id=opening.evse_id,
        id_tag=opening.authorized_by.value,
        meter_start=round(opening.register_wh),
        timestamp=opening.timestamp,
    )
    starts = csms.requests(v16.StartTransactionRequest)
    if (start in starts) is ("1.6" in one.told):
        yield f"{start} is not to be found once in {starts}"
        return
    number = one.csms_id or csms.numbers[start]
    values = {
        value.timestamp
        for message in csms.requests(v16.MeterValuesRequest)
        if message.transaction_id == number
        for value in message.meter_value
    }
    expected = {
        event.meter_values[0].timestamp
        for event in one.waiting
        if event.event_type is EventType.UPDATED and event.meter_values
    }
    if values != expected:
        yield f"was told of readings at {values} instead of {expected}"
    stops = {
        stop for stop in csms.requests(v16.StopTransactionRequest) if stop.transaction_id == number
    }
    if len(stops) != 1:
        yield f"was stopped by {stops}"
        return
    (stop,) = stops
    last = one.waiting[-1]
    at, reason = (
        (last.timestamp, v16.Reason.LOCAL)
        if one.ended
        else (one.reported_at, v16.Reason.POWER_LOSS)
    )
    if (stop.timestamp, stop.reason or v16.Reason.LOCAL) != (at, reason):
        yield f"was stopped by {stop} instead of at {at} for {reason}"
    if stop.meter_stop != round(last.register_wh):
        yield f"was stopped at {stop.meter_stop} Wh of {last.register_wh} Wh"
