"""The outbox, against a list that does the same in plain Python, through any sequence of events."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from pilotwire.store import LANES, TRANSACTION, Entry, Lane, StationRecords, Store, Wire

STATIONS = ("CS-1", "CS-2")


class Upset(Exception):  # noqa: N818 -- named for what happened
    """Something went wrong in the middle of a block."""


@dataclass(eq=False)
class Row:
    """What the list knows of a row."""

    lane: Lane
    event: str
    message_id: str
    offline: bool
    transaction_id: str | None
    key: str | None
    attempts: int = 0
    wire: Wire | None = None

    def told_by(self, entry: Entry) -> bool:
        return (
            entry.lane is self.lane
            and entry.event == self.event
            and entry.message_id == self.message_id
            and entry.offline is self.offline
            and entry.transaction_id == self.transaction_id
            and entry.attempts == self.attempts
            and entry.wire == self.wire
        )


class OutboxModel(RuleBasedStateMachine):
    """Two stations in one file, which is closed and opened again at any time."""

    station = st.sampled_from(STATIONS)
    texts = st.text(max_size=8)

    @initialize()
    def begin(self) -> None:
        self.directory = tempfile.TemporaryDirectory()
        self.path = Path(self.directory.name) / "station.db"
        self.model: dict[str, list[Row]] = {name: [] for name in STATIONS}
        self.open()

    def open(self) -> None:
        self.store = Store(self.path)
        self.records = {name: StationRecords(self.store, name) for name in STATIONS}

    def heads(self, station: str) -> list[Row]:
        rows = self.model[station]
        oldest = {
            lane: next((row for row in rows if row.lane is lane), None) for lane in LANES.values()
        }
        heads = [
            row for row in rows if row in oldest.values() and any(row is o for o in oldest.values())
        ]
        return sorted(heads, key=lambda row: row.lane.last)

    @rule(
        station=station,
        lane=st.sampled_from(list(LANES.values())),
        event=texts,
        message_id=texts,
        offline=st.booleans(),
        transaction_id=st.sampled_from([None, "TX-1", "TX-2"]),
        key=st.sampled_from([None, "status:1:1", "status:2:1"]),
        fails=st.booleans(),
    )
    def add(
        self,
        station: str,
        lane: Lane,
        event: str,
        message_id: str,
        offline: bool,
        transaction_id: str | None,
        key: str | None,
        fails: bool,
    ) -> None:
        row = Row(lane, event, message_id, offline, transaction_id, key)
        try:
            with self.store.atomic():
                self.records[station].outbox.add(
                    lane,
                    event,
                    message_id=message_id,
                    offline=offline,
                    transaction_id=transaction_id,
                    coalesce_key=key,
                )
                if fails:
                    raise Upset  # noqa: TRY301 -- caught by the block around it
        except Upset:
            return
        self.model[station] = [
            each
            for each in self.model[station]
            if key is None or each.key != key or each.attempts > 0
        ]
        self.model[station].append(row)

    @rule(station=station, last=st.booleans(), message_id=texts, words=texts)
    def send(self, station: str, last: bool, message_id: str, words: str) -> None:
        outbox = self.records[station].outbox
        if not (entries := outbox.heads()):
            return
        wire = Wire("2.0.1", "TransactionEvent", words)
        with self.store.atomic():
            outbox.sending(entries[-1 if last else 0], message_id, wire)
        row = self.heads(station)[-1 if last else 0]
        row.attempts, row.message_id, row.wire = row.attempts + 1, message_id, wire

    @rule(station=station, last=st.booleans())
    def remove(self, station: str, last: bool) -> None:
        outbox = self.records[station].outbox
        if not (entries := outbox.heads()):
            return
        with self.store.atomic():
            outbox.remove(entries[-1 if last else 0])
        row = self.heads(station)[-1 if last else 0]
        self.model[station] = [each for each in self.model[station] if each is not row]

    @rule(station=station)
    def go_offline(self, station: str) -> None:
        with self.store.atomic():
            self.records[station].outbox.mark_offline()
        for row in self.model[station]:
            row.offline = True

    @rule()
    def restart(self) -> None:
        self.store.close()
        self.open()

    @invariant()
    def both_have_the_same_heads(self) -> None:
        for station, records in self.records.items():
            heads = self.heads(station)
            entries = records.outbox.heads()
            assert len(heads) == len(entries)
            for row, entry in zip(heads, entries, strict=True):
                assert row.told_by(entry)

    @invariant()
    def both_count_the_same(self) -> None:
        for station, records in self.records.items():
            rows = self.model[station]
            waiting = sum(row.lane is TRANSACTION for row in rows)
            assert records.outbox.count() == waiting
            for name in ("TX-1", "TX-2"):
                waiting = sum(row.transaction_id == name for row in rows)
                assert records.outbox.count(name) == waiting

    def teardown(self) -> None:
        """All that is left leaves in the order in which it came, what stands back last."""
        if not hasattr(self, "store"):
            return
        for station, records in self.records.items():
            for row in sorted(self.model[station], key=lambda row: row.lane.last):
                entry = records.outbox.heads()[0]
                assert row.told_by(entry)
                with self.store.atomic():
                    records.outbox.remove(entry)
            assert records.outbox.heads() == []
        self.store.close()
        self.directory.cleanup()


OutboxModel.TestCase.settings = settings(max_examples=20, stateful_step_count=30, deadline=None)
TestOutboxModel = OutboxModel.TestCase
