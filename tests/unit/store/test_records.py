"""Transactions, variables and facts as a station keeps them."""

from collections.abc import Iterator

import pytest

from pilotwire.store import NOTIFICATION, TRANSACTION, StationRecords, Store, VariableKey
from pilotwire.store.transactions import KEPT_ENDED


@pytest.fixture
def records() -> Iterator[StationRecords]:
    with Store(":memory:") as store:
        yield StationRecords(store, "CS-1")


# Transactions.


def test_a_transaction_is_kept_as_it_was_last_saved(records: StationRecords) -> None:
    with records.atomic():
        records.transactions.save("A", 1, "first", ended=False)
        records.transactions.save("A", 1, "second", ended=False)
    row = records.transactions.get("A")
    assert row is not None
    assert (row.id, row.evse_id, row.body, row.ended, row.csms_id) == (
        "A", 1, "second", False, None,
    )  # fmt: skip
    assert records.transactions.get("B") is None


def test_running_are_those_that_have_not_ended_by_evse(records: StationRecords) -> None:
    with records.atomic():
        records.transactions.save("A", 3, "", ended=False)
        records.transactions.save("B", 1, "", ended=False)
        records.transactions.save("C", 2, "", ended=False)
        records.transactions.save("C", 2, "", ended=True)
    assert [row.id for row in records.transactions.running()] == ["B", "A"]


def test_the_number_that_the_csms_gave_outlives_later_saves(records: StationRecords) -> None:
    with records.atomic():
        records.transactions.save("A", 1, "", ended=False)
        records.transactions.bind("A", 4711)
        records.transactions.save("A", 1, "", ended=True)
    row = records.transactions.by_csms_id(4711)
    assert row is not None
    assert (row.id, row.ended) == ("A", True)
    assert records.transactions.by_csms_id(1) is None


@pytest.mark.parametrize("number", [0, -1, 2**31 - 1, -(2**31)])
def test_any_number_will_do(records: StationRecords, number: int) -> None:
    """Part 3 of 1.6 has an integer there, and CSMSs answer 0 and -1 where they refuse."""
    with records.atomic():
        records.transactions.save("A", 1, "", ended=False)
        records.transactions.bind("A", number)
    row = records.transactions.by_csms_id(number)
    assert row is not None
    assert row.csms_id == number


def test_of_several_with_one_number_the_running_one_is_meant_else_the_newest(
    records: StationRecords,
) -> None:
    with records.atomic():
        for name, ended in (("A", True), ("B", False), ("C", True)):
            records.transactions.save(name, 1, "", ended=ended)
            records.transactions.bind(name, 1)
    row = records.transactions.by_csms_id(1)
    assert row is not None
    assert row.id == "B"
    with records.atomic():
        records.transactions.save("B", 1, "", ended=True)
    row = records.transactions.by_csms_id(1)
    assert row is not None
    assert row.id == "C"


def test_the_oldest_ended_ones_are_forgotten_in_the_end(records: StationRecords) -> None:
    with records.atomic():
        records.transactions.save("running", 1, "", ended=False)
        records.transactions.save("waiting", 1, "", ended=True)
        records.outbox.add(
            TRANSACTION, "{}", message_id="1", offline=True, transaction_id="waiting"
        )
        # A message of no transaction must not confuse the search for those that wait.
        records.outbox.add(NOTIFICATION, "{}", message_id="2", offline=True)
        for number in range(KEPT_ENDED + 5):
            records.transactions.save(f"{number}", 1, "", ended=True)
        records.transactions.forget_old()
    assert records.transactions.get("running") is not None
    assert records.transactions.get("waiting") is not None
    kept = [n for n in range(KEPT_ENDED + 5) if records.transactions.get(f"{n}") is not None]
    assert kept == list(range(5, KEPT_ENDED + 5))


def test_what_waited_is_forgotten_once_it_is_told(records: StationRecords) -> None:
    with records.atomic():
        records.transactions.save("waiting", 1, "", ended=True)
        records.outbox.add(
            TRANSACTION, "{}", message_id="1", offline=True, transaction_id="waiting"
        )
        for number in range(KEPT_ENDED):
            records.transactions.save(f"{number}", 1, "", ended=True)
        records.outbox.remove(*records.outbox.heads())
        records.transactions.forget_old()
    assert records.transactions.get("waiting") is None
    assert records.transactions.get("0") is not None


def test_forgetting_leaves_other_stations_alone() -> None:
    with Store(":memory:") as store:
        one, two = StationRecords(store, "CS-1"), StationRecords(store, "CS-2")
        with store.atomic():
            for number in range(KEPT_ENDED + 1):
                one.transactions.save(f"{number}", 1, "", ended=True)
            two.transactions.save("0", 1, "", ended=True)
            # Another station's message about an id of the same name keeps nothing.
            two.outbox.add(TRANSACTION, "{}", message_id="1", offline=True, transaction_id="0")
            one.transactions.forget_old()
        assert one.transactions.get("0") is None
        assert two.transactions.get("0") is not None


# Variables.


def test_each_address_has_a_value_of_its_own(records: StationRecords) -> None:
    keys = [
        VariableKey("TxCtrlr", "EVConnectionTimeOut"),
        VariableKey("TxCtrlr", "EVConnectionTimeOut", attribute="Target"),
        VariableKey("TxCtrlr", "EVConnectionTimeOut", component_instance="2"),
        VariableKey("TxCtrlr", "EVConnectionTimeOut", variable_instance="2"),
        VariableKey("EVSE", "Power", evse_id=1),
        VariableKey("EVSE", "Power", evse_id=2),
        VariableKey("Connector", "Available", evse_id=1, connector_id=1),
    ]
    with records.atomic():
        for number, key in enumerate(keys):
            records.variables.set(key, str(number))
    assert records.variables.all() == {key: str(number) for number, key in enumerate(keys)}
    with records.atomic():
        records.variables.set(keys[0], "other")
    assert records.variables.all()[keys[0]] == "other"
    assert len(records.variables.all()) == len(keys)


def test_variables_of_stations_are_apart() -> None:
    key = VariableKey("TxCtrlr", "EVConnectionTimeOut")
    with Store(":memory:") as store:
        one, two = StationRecords(store, "CS-1"), StationRecords(store, "CS-2")
        with store.atomic():
            one.variables.set(key, "1")
        assert two.variables.all() == {}


# Facts.


def test_a_fact_is_what_was_last_said(records: StationRecords) -> None:
    assert records.state.get("boot_reason") is None
    with records.atomic():
        records.state.set("boot_reason", "RemoteReset")
        records.state.set("boot_reason", "ScheduledReset")
    assert records.state.get("boot_reason") == "ScheduledReset"
    with records.atomic():
        records.state.remove("boot_reason")
        records.state.remove("never said")
    assert records.state.get("boot_reason") is None
