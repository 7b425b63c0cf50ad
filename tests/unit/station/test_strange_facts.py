"""What no sound device says must not stop the station: odd cards, broken meters, damaged records,
a CSMS with a broken clock.
"""

import math
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pilotwire.hal.interfaces import FaultCode, MeterReading
from pilotwire.hal.simulated import ElectricVehicle, SimulatedEvse
from pilotwire.ocpp import v16, v201
from pilotwire.station.device_model.standard import AuthCtrlr, OCPPCommCtrlr, SampledDataCtrlr
from pilotwire.store import StationRecords, Store
from tests.support.scene import TOKEN, Opponent, Settings, scene
from tests.support.virtual_time import run, virtual_time

OFFLINE: Settings = {AuthCtrlr.OfflineTxForUnknownIdEnabled: True}
ENDED = v201.TransactionEventEnumType.ENDED


@pytest.mark.parametrize("version", ["1.6", "2.0.1"])
@pytest.mark.parametrize("online", [True, False])
def test_a_token_that_is_longer_than_ocpp_can_tell_is_refused(version: str, online: bool) -> None:
    async def play() -> None:
        async with scene(version, settings=OFFLINE) as s:
            if not online:
                s.go_offline()
            await s.evse.plug_in(ElectricVehicle())
            await s.evse.swipe("A" * 37)
            await s.wait(10)
            assert s.station.evses[0].transaction_id is None
            await s.evse.swipe(TOKEN)
            await s.wait(10)
            assert s.station.evses[0].transaction_id is not None

    run(play())


def showing(evse: SimulatedEvse, change: Callable[[MeterReading], MeterReading]) -> None:
    """Let the meter of an EVSE show something else from now on."""
    read = evse.read_meter

    async def read_meter() -> MeterReading:
        return change(await read())

    evse.read_meter = read_meter  # type: ignore[method-assign]  # replaced for the test


@pytest.mark.parametrize("shown", [math.nan, math.inf, -math.inf, None, "12"])
def test_a_meter_that_shows_no_number_has_failed(shown: object) -> None:
    async def play() -> None:
        async with scene("2.0.1", settings={SampledDataCtrlr.TxUpdatedInterval: 60}) as s:
            await s.plug_in_and_swipe()
            await s.wait(100)
            showing(s.evse, lambda reading: replace(reading, energy_wh=shown))  # type: ignore[arg-type]  # wrong on purpose
            await s.wait(100)
            (fault,) = s.station.evses[0].faults
            assert fault.code is FaultCode.METER
            assert not s.evse.contactor.closed
            end = s.csms.requests(v201.TransactionEventRequest)[-1]
            assert end.event_type is ENDED
            assert s.station.outbox_size == 0

    run(play())


@virtual_time
async def test_a_value_that_a_meter_can_not_tell_is_left_out() -> None:
    async with scene("2.0.1", settings={SampledDataCtrlr.TxUpdatedInterval: 60}) as s:
        showing(s.evse, lambda reading: replace(reading, power_w=math.nan))
        await s.plug_in_and_swipe()
        await s.wait(100)
        event = s.csms.requests(v201.TransactionEventRequest)[-1]
        assert event.meter_value is not None
        told = {sample.measurand for sample in event.meter_value[0].sampled_value}
        assert v201.MeasurandEnumType.CURRENT_IMPORT in told
        assert v201.MeasurandEnumType.POWER_ACTIVE_IMPORT not in told
        assert s.station.evses[0].faults == ()


@pytest.mark.parametrize("year", [1, 1970, 2200, 9999])
def test_a_time_that_can_not_be_true_is_not_taken(year: int) -> None:
    async def play() -> None:
        csms = Opponent()
        told = datetime(year, 12, 31, 23, 59, 59, tzinfo=UTC)
        csms.answer(v16.HeartbeatRequest, lambda _: v16.HeartbeatResponse(current_time=told))
        async with scene("1.6", csms=csms, settings=OFFLINE) as s:
            await s.wait(400)
            assert csms.requests(v16.HeartbeatRequest)
            await s.plug_in_and_swipe()
            start = await s.hears(v16.StartTransactionRequest)
            assert start.timestamp.year == 2026

    run(play())


# Records that the disk has damaged, though the file is sound.


async def a_session_that_waits(store: Store, *, running: bool) -> None:
    async with scene("2.0.1", settings=OFFLINE, store=store) as s:
        s.go_offline()
        await s.plug_in_and_swipe()
        await s.wait(10)
        if not running:
            await s.evse.swipe(TOKEN)
            await s.wait(10)
    if running:
        with store.atomic():  # as if the power had failed
            store.execute("UPDATE transactions SET ended = 0")
            store.execute("DELETE FROM outbox WHERE event LIKE '%Ended%'")


def damage(path: Path, sql: str) -> None:
    import sqlite3

    with closing(sqlite3.connect(path)) as file:
        assert file.execute(sql).rowcount > 0
        file.commit()


@pytest.mark.parametrize("text", ["'}'", '\'{"kind": "transaction"}\'', "x'ff00fe'"])
@pytest.mark.parametrize("version", ["1.6", "2.0.1"])
def test_a_damaged_message_is_put_on_record_and_holds_up_none(
    tmp_path: Path, text: str, version: str
) -> None:
    path = tmp_path / "station.db"

    async def play() -> None:
        with Store(path) as store:
            async with scene(version, store=store) as s:
                await s.wait(60)
                assert s.station.outbox_size == 0
                (loss,) = s.station.given_up
                assert loss.why == (
                    "can't be put into words: the record is damaged, or of a kind that is not"
                    " known here"
                )
                if version == "2.0.1":
                    events = s.csms.requests(v201.TransactionEventRequest)
                    assert events[-1].event_type is ENDED

    with Store(path) as store:
        run(a_session_that_waits(store, running=False))
    first = "SELECT min(id) FROM outbox WHERE lane = 'transaction'"
    damage(path, f"UPDATE outbox SET event = {text} WHERE id = ({first})")  # noqa: S608 -- names of our own tables
    run(play())


def test_what_no_message_can_hold_is_put_on_record_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "station.db"

    async def play() -> None:
        with Store(path) as store:
            async with scene("2.1", store=store) as s:
                await s.wait(60)
                (loss,) = s.station.given_up
                assert loss.why == (
                    "can't be put into words: TransactionType.transaction_id:"
                    " longer than 36 characters"
                )

    with Store(path) as store:
        run(a_session_that_waits(store, running=False))
    first = "SELECT min(id) FROM outbox WHERE lane = 'transaction'"
    long = f"json_set(event, '$.transaction_id', '{'x' * 37}')"
    damage(path, f"UPDATE outbox SET event = {long} WHERE id = ({first})")  # noqa: S608 -- names of our own tables
    run(play())


def test_the_damaged_words_of_a_message_are_found_anew(tmp_path: Path) -> None:
    path = tmp_path / "station.db"

    async def play() -> None:
        with Store(path) as store:
            async with scene("2.0.1", store=store) as s:
                await s.wait(60)
                assert s.station.outbox_size == 0
                assert s.station.given_up == []
                first = s.csms.requests(v201.TransactionEventRequest)[0]
                assert first.event_type is v201.TransactionEventEnumType.STARTED

    with Store(path) as store:
        run(a_session_that_waits(store, running=False))
    damage(path, "UPDATE outbox SET wire = '[', attempts = 1")
    run(play())


def test_a_damaged_record_of_a_running_transaction(tmp_path: Path) -> None:
    """Its end can't be told; that is said, and the station works."""
    path = tmp_path / "station.db"

    async def play() -> None:
        with Store(path) as store:
            async with scene("2.0.1", store=store) as s:
                await s.wait(60)
                (loss,) = s.station.given_up
                assert (loss.event, loss.message_id) == ("?", "")
                assert StationRecords(store, "CS-0042").transactions.running() == []
                await s.evse.swipe(TOKEN)
                await s.evse.plug_in(ElectricVehicle())
                await s.wait(60)
                assert s.evse.contactor.closed

    with Store(path) as store:
        run(a_session_that_waits(store, running=True))
    damage(path, "UPDATE transactions SET body = '?'")
    run(play())


def test_a_damaged_reason_of_the_boot(tmp_path: Path) -> None:
    async def play() -> None:
        with Store(tmp_path / "station.db") as store:
            records = StationRecords(store, "CS-0042")
            with store.atomic():
                records.state.set("boot_reason", "Rem\x00teReset")
            async with scene("2.0.1", store=store) as s:
                (boot,) = s.csms.requests(v201.BootNotificationRequest)
                assert boot.reason is v201.BootReasonEnumType.POWER_UP

    run(play())


@virtual_time
async def test_a_csms_that_can_not_be_reached_is_not_asked_all_the_time() -> None:
    async with scene("2.0.1", settings={OCPPCommCtrlr.RetryBackOffRandomRange: 0}) as s:
        with pytest.raises(ValueError, match="below 1"):
            s.station.device_model[OCPPCommCtrlr.RetryBackOffWaitMinimum] = 0
        s.station.device_model[OCPPCommCtrlr.RetryBackOffWaitMinimum] = 1
        s.go_offline()
        await s.wait(60)
        assert len(s.network.attempts) <= 8
