"""A transaction that begins under one OCPP version and goes on under another."""

from pathlib import Path

import pytest

from pilotwire.connection import OcppVersion
from pilotwire.errors import CallRefused, CsmsUnreachable
from pilotwire.hal.simulated import ElectricVehicle
from pilotwire.ocpp import v16, v201
from pilotwire.station.device_model.standard import AuthCtrlr, OCPPCommCtrlr, TxCtrlr
from pilotwire.store import Store
from tests.support.scene import TOKEN, Opponent, Scene, scene
from tests.support.virtual_time import run, virtual_time

BOTH = ("2.0.1", "1.6")
Kind = v201.TransactionEventEnumType


async def change_to(s: Scene, *versions: str) -> None:
    """Let the CSMS come back with other versions."""
    s.network._supported = [v.subprotocol for v in OcppVersion.parse_all(versions)]
    s.cut()
    await s.wait(60)
    assert s.station.accepted


async def begin(s: Scene) -> None:
    await s.plug_in_and_swipe(ElectricVehicle(battery_kwh=75, soc=20))
    await s.wait(600)


@pytest.mark.parametrize("start_point", ["PowerPathClosed", "EVConnected"])
def test_from_2_0_1_to_1_6_a_start_comes_before_all_else(start_point: str) -> None:
    async def play() -> None:
        settings = {TxCtrlr.TxStartPoint: (start_point,)}
        async with scene("2.0.1", offered=BOTH, settings=settings) as s:
            await begin(s)
            began = s.csms.requests(v201.TransactionEventRequest)
            authorized = next(e for e in began if e.id_token is not None)
            await change_to(s, "1.6")
            await s.wait(600)
            await s.evse.swipe(TOKEN)
            await s.wait(60)
            (start,) = s.csms.requests(v16.StartTransactionRequest)
            (stop,) = s.csms.requests(v16.StopTransactionRequest)
            values = s.csms.requests(v16.MeterValuesRequest)
            assert (start.id_tag, start.meter_start) == (TOKEN, 0)
            assert start.timestamp == authorized.timestamp
            assert stop.transaction_id == 1
            assert stop.meter_stop > 0
            assert {each.transaction_id for each in values} == {1}
            assert s.csms.actions().index("StartTransaction") < s.csms.actions().index(
                "MeterValues"
            )

    run(play())


@virtual_time
async def test_from_1_6_to_2_0_1_started_comes_before_all_else() -> None:
    async with scene("1.6", offered=BOTH) as s:
        await begin(s)
        (start,) = s.csms.requests(v16.StartTransactionRequest)
        await change_to(s, "2.0.1")
        await s.wait(600)
        await s.evse.swipe(TOKEN)
        await s.wait(60)
        events = s.csms.requests(v201.TransactionEventRequest)
        kinds = [event.event_type for event in events]
        assert kinds == [Kind.STARTED, *[Kind.UPDATED] * (len(kinds) - 2), Kind.ENDED]
        assert len({event.transaction_info.transaction_id for event in events}) == 1
        numbers = [event.seq_no for event in events]
        assert numbers == sorted(set(numbers))
        assert events[0].timestamp == start.timestamp
        assert events[0].id_token is not None
        assert s.csms.requests(v16.StopTransactionRequest) == []


@virtual_time
async def test_there_and_back_again_the_start_is_not_told_twice() -> None:
    async with scene("2.0.1", offered=BOTH) as s:
        await begin(s)
        await change_to(s, "1.6")
        await s.wait(600)
        await change_to(s, "2.0.1")
        await s.evse.swipe(TOKEN)
        await s.wait(60)
        kinds = [event.event_type for event in s.csms.requests(v201.TransactionEventRequest)]
        assert (kinds.count(Kind.STARTED), kinds.count(Kind.ENDED)) == (1, 1)
        assert len(s.csms.requests(v16.StartTransactionRequest)) == 1


@virtual_time
async def test_a_start_ahead_that_is_refused_is_tried_again_and_then_given_up() -> None:
    settings = {
        OCPPCommCtrlr.MessageAttempts_TransactionEvent: 2,
        OCPPCommCtrlr.MessageAttemptInterval_TransactionEvent: 10,
    }
    async with scene("2.0.1", offered=BOTH, settings=settings) as s:
        await begin(s)

        def refuse(_: v16.StartTransactionRequest) -> v16.StartTransactionResponse:
            raise CallRefused("InternalError", "no")

        s.csms.answer(v16.StartTransactionRequest, refuse)
        await change_to(s, "1.6")
        await s.evse.swipe(TOKEN)
        await s.wait(300)
        assert len(s.csms.requests(v16.StartTransactionRequest)) == 2
        (stop,) = s.csms.requests(v16.StopTransactionRequest)
        assert stop.transaction_id == -1  # errata 3.18


# What needs the CSMS's number of a transaction is bound to it when it comes.


def offline_session(file: Path, life: int) -> None:
    async def play() -> None:
        with Store(file) as store:
            settings = {
                AuthCtrlr.OfflineTxForUnknownIdEnabled: True,
                TxCtrlr.TxBeforeAcceptedEnabled: True,
            }
            async with scene("1.6", settings=settings, store=store, seed=life, booted=False) as s:
                s.network.refusal = CsmsUnreachable("no network")
                await begin(s)
                await s.evse.swipe(TOKEN)
                await s.wait(60)
                await s.evse.unplug()
                await s.wait(2 * 86400)
                assert s.station.outbox_size > 2

    run(play())


@pytest.mark.parametrize("restarts", [1, 3])
def test_a_number_that_comes_days_and_reboots_later(tmp_path: Path, restarts: int) -> None:
    file = tmp_path / "station.db"
    for life in range(restarts):
        offline_session(file, life)

    async def play() -> None:
        csms = Opponent(transactions=4710)
        with Store(file) as store:
            async with scene("1.6", store=store, csms=csms, seed=99) as s:
                await s.wait(600)
                starts = csms.requests(v16.StartTransactionRequest)
                stops = csms.requests(v16.StopTransactionRequest)
                numbers = [4711 + n for n in range(restarts)]
                assert len(starts) == restarts
                assert [stop.transaction_id for stop in stops] == numbers
                values = csms.requests(v16.MeterValuesRequest)
                assert {each.transaction_id for each in values} == set(numbers)
                assert s.station.outbox_size == 0

    run(play())
