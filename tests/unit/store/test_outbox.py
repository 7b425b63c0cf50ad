"""The outbox: order, coalescing, attempts, and what is offline."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pilotwire.store import NOTIFICATION, TRANSACTION, Entry, Lane, StationRecords, Store, Wire

WIRE = Wire("1.6", "StartTransaction", '{"connectorId": 1}')


@pytest.fixture
def records() -> Iterator[StationRecords]:
    with Store(":memory:") as store:
        yield StationRecords(store, "CS-1")


def add(
    records: StationRecords,
    event: str,
    lane: Lane = TRANSACTION,
    *,
    offline: bool = False,
    transaction_id: str | None = None,
    key: str | None = None,
) -> None:
    with records.atomic():
        records.outbox.add(
            lane,
            event,
            message_id=f"id of {event}",
            offline=offline,
            transaction_id=transaction_id,
            coalesce_key=key,
        )


def send(records: StationRecords, entry: Entry, message_id: str = "sent") -> None:
    with records.atomic():
        records.outbox.sending(entry, message_id, WIRE)


def drain(records: StationRecords) -> list[str]:
    """All events, each time the head that is the oldest."""
    events = []
    while heads := records.outbox.heads():
        events.append(heads[0].event)
        with records.atomic():
            records.outbox.remove(heads[0])
    return events


def test_a_new_row_is_unsent(records: StationRecords) -> None:
    add(records, "A", transaction_id="TX", offline=True)
    (entry,) = records.outbox.heads()
    assert entry == Entry(
        id=entry.id,
        lane=TRANSACTION,
        transaction_id="TX",
        event="A",
        offline=True,
        message_id="id of A",
        attempts=0,
        refusals=0,
        timeouts=0,
        wire=None,
    )


def test_the_heads_are_the_oldest_of_each_lane_the_older_first(records: StationRecords) -> None:
    add(records, "N1", NOTIFICATION)
    add(records, "T1")
    add(records, "T2")
    add(records, "N2", NOTIFICATION)
    assert [entry.event for entry in records.outbox.heads()] == ["N1", "T1"]
    with records.atomic():
        records.outbox.remove(records.outbox.heads()[0])
    assert [entry.event for entry in records.outbox.heads()] == ["T1", "N2"]


def test_rows_leave_in_the_order_in_which_they_came(records: StationRecords) -> None:
    for event, lane in (
        ("T1", TRANSACTION),
        ("N1", NOTIFICATION),
        ("T2", TRANSACTION),
        ("N2", NOTIFICATION),
    ):
        add(records, event, lane)
    assert drain(records) == ["T1", "N1", "T2", "N2"]


def test_a_row_that_comes_when_all_have_left_is_behind_those_that_left(
    records: StationRecords,
) -> None:
    """Its id is new: who still holds an old entry cannot hit it."""
    add(records, "A")
    (old,) = records.outbox.heads()
    assert drain(records) == ["A"]
    add(records, "B")
    with records.atomic():
        records.outbox.remove(old)
        records.outbox.sending(old, "x", WIRE)
    (entry,) = records.outbox.heads()
    assert (entry.event, entry.attempts) == ("B", 0)


def test_a_newer_row_takes_the_place_of_an_unsent_one_of_its_key(records: StationRecords) -> None:
    add(records, "old", NOTIFICATION, key="status:1:1")
    add(records, "other", NOTIFICATION, key="status:2:1")
    add(records, "keyless", NOTIFICATION)
    add(records, "new", NOTIFICATION, key="status:1:1")
    assert drain(records) == ["other", "keyless", "new"]


def test_a_row_that_was_sent_is_not_replaced(records: StationRecords) -> None:
    """It may have arrived, so its answer is still awaited."""
    add(records, "sent", NOTIFICATION, key="status:1:1")
    send(records, records.outbox.heads()[0])
    add(records, "second", NOTIFICATION, key="status:1:1")
    add(records, "third", NOTIFICATION, key="status:1:1")
    assert drain(records) == ["sent", "third"]


def test_what_was_replaced_comes_back_if_the_block_fails(records: StationRecords) -> None:
    add(records, "old", NOTIFICATION, key="status:1:1")
    with pytest.raises(ZeroDivisionError), records.atomic():  # noqa: PT012 -- the whole block is undone
        add(records, "new", NOTIFICATION, key="status:1:1")
        _ = 1 / 0
    assert drain(records) == ["old"]


@pytest.mark.parametrize("how", ["replaced", "removed"])
def test_what_comes_back_first_after_a_restart_keeps_its_id(tmp_path: Path, how: str) -> None:
    with Store(tmp_path / "station.db") as store:
        records = StationRecords(store, "CS-1")
        add(records, "gone")
        add(records, "old", key="status:1:1")
        with store.atomic():
            records.outbox.remove(records.outbox.heads()[0])
    with Store(tmp_path / "station.db") as store:
        records = StationRecords(store, "CS-1")
        with pytest.raises(RuntimeError, match="upset"), store.atomic():  # noqa: PT012 -- the whole block is undone
            if how == "removed":
                records.outbox.remove(*records.outbox.heads())
            add(records, "newer", key="status:1:1")
            raise RuntimeError("upset")
        add(records, "next")
        assert records.outbox.newest() == ["next"]


def test_the_key_of_one_station_means_nothing_to_another() -> None:
    with Store(":memory:") as store:
        one, two = StationRecords(store, "CS-1"), StationRecords(store, "CS-2")
        add(one, "one's", NOTIFICATION, key="status:1:1")
        add(two, "two's", NOTIFICATION, key="status:1:1")
        with store.atomic():
            one.outbox.mark_offline()
        assert [entry.offline for entry in one.outbox.heads()] == [True]
        assert [entry.offline for entry in two.outbox.heads()] == [False]
        assert (drain(one), drain(two)) == (["one's"], ["two's"])


def test_attempts_and_words_are_kept_over_a_restart(tmp_path: Path) -> None:
    for number in range(3):
        with Store(tmp_path / "station.db") as store:
            records = StationRecords(store, "CS-1")
            if number == 0:
                add(records, "A", transaction_id="TX")
            (entry,) = records.outbox.heads()
            assert entry.attempts == number
            assert entry.wire == (WIRE if number else None)
            assert entry.message_id == (f"attempt {number - 1}" if number else "id of A")
            send(records, entry, f"attempt {number}")


def test_going_offline_marks_all_that_waits(records: StationRecords) -> None:
    """E11.FR.07; what has been sent and was not answered, too."""
    add(records, "sent")
    add(records, "unsent")
    add(records, "notification", NOTIFICATION)
    send(records, records.outbox.heads()[0])
    with records.atomic():
        records.outbox.mark_offline()
    offline = {}
    while heads := records.outbox.heads():
        offline[heads[0].event] = heads[0].offline
        with records.atomic():
            records.outbox.remove(heads[0])
    assert offline == {"sent": True, "unsent": True, "notification": True}


def test_a_refused_row_is_counted_and_gets_its_next_message_id(records: StationRecords) -> None:
    add(records, "A")
    send(records, records.outbox.heads()[0])
    (before,) = records.outbox.heads()
    with records.atomic():
        records.outbox.refused(before, "another")
    (after,) = records.outbox.heads()
    assert after.message_id == "another"
    assert (after.id, after.attempts, after.refusals, after.wire) == (before.id, 1, 1, WIRE)


def test_an_attempt_that_was_not_taken_does_not_count(records: StationRecords) -> None:
    add(records, "A")
    send(records, records.outbox.heads()[0])
    (before,) = records.outbox.heads()
    with records.atomic():
        records.outbox.not_taken(before, "another")
    (after,) = records.outbox.heads()
    assert after.message_id == "another"
    assert (after.id, after.attempts, after.refusals) == (before.id, 0, 0)


def test_counting(records: StationRecords) -> None:
    assert records.outbox.count() == 0
    add(records, "A", transaction_id="TX-1")
    add(records, "B", transaction_id="TX-1")
    add(records, "C", transaction_id="TX-2")
    add(records, "N", NOTIFICATION)
    assert records.outbox.count() == 3  # transaction messages only
    assert records.outbox.count("TX-1") == 2
    assert records.outbox.count("TX-3") == 0
