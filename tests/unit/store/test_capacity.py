"""An outbox without room: what is dropped, and what never is (2.0.1 E04, E11, E12)."""

import pytest

from pilotwire.hal.simulated import ElectricVehicle
from pilotwire.ocpp import v201
from pilotwire.station.device_model.standard import AuthCtrlr, SampledDataCtrlr
from pilotwire.store import TRANSACTION, StationRecords, Store, Wire
from tests.support.scene import TOKEN, Settings, scene
from tests.support.virtual_time import virtual_time


def fill(records: StationRecords, transaction: str, updates: int) -> None:
    with records.atomic():
        for number in range(updates + 2):
            records.outbox.add(
                TRANSACTION,
                f"{transaction}{number}",
                message_id="",
                offline=True,
                transaction_id=transaction,
                intermediate=0 < number <= updates,
            )


def left(store: Store) -> list[str]:
    return [row["event"] for row in store.rows("SELECT event FROM outbox ORDER BY id")]


def test_of_the_longest_transaction_every_other_update_goes_from_the_first_on() -> None:
    with Store(":memory:") as store:
        records = StationRecords(store, "CS-1", capacity=11)
        fill(records, "A", 2)
        fill(records, "B", 5)
        assert records.outbox.full
        with records.atomic():
            assert records.outbox.thin_out() == ("B", 3)
        assert left(store) == ["A0", "A1", "A2", "A3", "B0", "B2", "B4", "B6"]
        assert not records.outbox.full


def test_starts_and_ends_are_never_dropped() -> None:
    with Store(":memory:") as store:
        records = StationRecords(store, "CS-1", capacity=4)
        fill(records, "A", 3)
        with records.atomic():
            dropped = [records.outbox.thin_out() for _ in range(3)]
        assert dropped == [("A", 2), ("A", 1), None]
        assert left(store) == ["A0", "A4"]


def test_an_update_that_may_have_arrived_is_not_dropped() -> None:
    with Store(":memory:") as store:
        records = StationRecords(store, "CS-1", capacity=4)
        fill(records, "A", 2)
        with records.atomic():
            records.outbox.remove(records.outbox.heads()[0])
            records.outbox.sending(records.outbox.heads()[0], "1", Wire("2.0.1", "X", "{}"))
            assert records.outbox.thin_out() == ("A", 1)
            assert records.outbox.thin_out() is None
        assert left(store) == ["A1", "A3"]


def test_an_outbox_has_room_for_a_message_at_least() -> None:
    with Store(":memory:") as store, pytest.raises(ValueError, match="0"):
        StationRecords(store, "CS-1", capacity=0)


@virtual_time
async def test_a_long_time_offline_thins_out_a_transaction_and_keeps_its_start_and_end() -> None:
    settings: Settings = {
        AuthCtrlr.OfflineTxForUnknownIdEnabled: True,
        SampledDataCtrlr.TxUpdatedInterval: 60,
    }
    async with scene("2.0.1", settings=settings, outbox_capacity=20) as s:
        s.go_offline()
        await s.plug_in_and_swipe(ElectricVehicle(battery_kwh=200, soc=10))
        await s.wait(3600)
        assert s.station.outbox_size <= 20
        await s.evse.swipe(TOKEN)
        await s.wait(10)
        s.go_online()
        await s.wait(600)
        events = s.csms.requests(v201.TransactionEventRequest)
        assert s.station.outbox_size == 0
        assert events[0].event_type is v201.TransactionEventEnumType.STARTED
        assert events[-1].event_type is v201.TransactionEventEnumType.ENDED
        numbers = [event.seq_no for event in events]
        assert numbers == sorted(set(numbers))
        assert len(numbers) <= 21
        assert numbers[-1] > 50  # those of dropped messages stay used
