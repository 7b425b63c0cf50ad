"""Transactions in OCPP 1.6 (3.7, 4.1, 4.7 to 4.10, 5.11, 5.12)."""

import asyncio

import pytest

from pilotwire.errors import CallRefused, CsmsUnreachable
from pilotwire.hal.interfaces import FaultCode
from pilotwire.hal.simulated import ElectricVehicle
from pilotwire.ocpp import v16
from pilotwire.ocpp.base import AnyRequest, Response
from pilotwire.station.device_model.standard import (
    AuthCtrlr,
    OCPPCommCtrlr,
    SampledDataCtrlr,
    TxCtrlr,
)
from tests.support.memory_link import Fate, Side
from tests.support.scene import TOKEN, Opponent, Scene, Settings, scene
from tests.support.virtual_time import virtual_time

Status = v16.ChargePointStatus


def statuses(s: Scene, connector: int = 1) -> list[str]:
    return [
        n.status.value
        for n in s.csms.requests(v16.StatusNotificationRequest)
        if n.connector_id == connector
    ]


def starts(s: Scene) -> list[v16.StartTransactionRequest]:
    return s.csms.requests(v16.StartTransactionRequest)


def stops(s: Scene) -> list[v16.StopTransactionRequest]:
    return s.csms.requests(v16.StopTransactionRequest)


@virtual_time
async def test_a_whole_session() -> None:
    """4.8, 4.10, 4.9: the statuses of a session that the driver begins and ends with a card."""
    async with scene("1.6") as s:
        await s.plug_in_and_swipe()
        start = await s.hears(v16.StartTransactionRequest)
        assert start.connector_id == 1
        assert start.id_tag == TOKEN
        assert start.meter_start == 0
        await s.wait(125)
        await s.evse.swipe(TOKEN)
        stop = await s.hears(v16.StopTransactionRequest)
        assert stop.transaction_id == 1
        assert stop.reason is v16.Reason.LOCAL
        assert stop.id_tag == TOKEN
        assert stop.meter_stop == round(s.evse.meter.register_wh)
        assert stop.meter_stop > 300
        assert (stop.timestamp - start.timestamp).total_seconds() == pytest.approx(125, abs=2)
        await s.wait(5)
        await s.evse.unplug()
        await s.wait(5)
        assert statuses(s) == ["Available", "Preparing", "Charging", "Finishing", "Available"]
        assert len(starts(s)) == len(stops(s)) == 1


@virtual_time
async def test_the_card_first() -> None:
    """4.9 A2: a card makes the connector Preparing; StartTransaction waits for the vehicle."""
    async with scene("1.6") as s:
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        assert statuses(s) == ["Available", "Preparing"]
        assert not starts(s)
        await s.evse.plug_in(ElectricVehicle())
        await s.wait(5)
        assert len(starts(s)) == 1
        assert statuses(s) == ["Available", "Preparing", "Charging"]


@virtual_time
async def test_nobody_plugs_in() -> None:
    """4.9 B1: ConnectionTimeOut."""
    async with scene("1.6", settings={TxCtrlr.EVConnectionTimeOut: 30}) as s:
        await s.evse.swipe(TOKEN)
        await s.wait(60)
        assert statuses(s) == ["Available", "Preparing", "Available"]
        assert not starts(s)


@pytest.mark.parametrize("point", ["Authorized", "EVConnected", "EnergyTransfer"])
def test_start_transaction_needs_both_vehicle_and_token(point: str) -> None:
    """Whatever TxStartPoint is: 1.6 numbers a transaction when it could begin to charge."""

    @virtual_time
    async def play() -> None:
        async with scene("1.6", settings={TxCtrlr.TxStartPoint: (point,)}) as s:
            await s.evse.plug_in(ElectricVehicle())
            await s.wait(5)
            assert not starts(s)
            await s.evse.swipe(TOKEN)
            await s.wait(60)
            assert len(starts(s)) == 1
            assert starts(s)[0].id_tag == TOKEN
            await s.evse.swipe(TOKEN)
            await s.wait(5)
            assert len(stops(s)) == 1

    play()


@pytest.mark.parametrize("point", ["Authorized", "EVConnected"])
@virtual_time
async def test_what_happens_before_start_transaction_is_not_told(point: str) -> None:
    """Not on its own, when there is no number yet, and not by another StartTransaction."""
    settings: Settings = {
        TxCtrlr.TxStartPoint: (point,),
        TxCtrlr.TxBeforeAcceptedEnabled: True,
        AuthCtrlr.OfflineTxForUnknownIdEnabled: True,
    }
    async with scene("1.6", settings=settings, booted=False) as s:
        s.network.refusal = CsmsUnreachable("no network")
        if point == "Authorized":
            await s.evse.swipe(TOKEN)
            await s.wait(10)
        await s.evse.plug_in(ElectricVehicle())
        await s.wait(10)
        if point == "EVConnected":
            await s.evse.swipe(TOKEN)
        await s.wait(30)
        s.go_online()
        await s.hears(v16.StartTransactionRequest)
        await s.wait(600)
        assert len(starts(s)) == 1
        values = s.csms.requests(v16.MeterValuesRequest)
        assert {each.transaction_id for each in values} == {1}


@virtual_time
async def test_a_transaction_that_never_could_charge_is_not_told() -> None:
    """With TxStartPoint Authorized, a card without a vehicle is nothing that 1.6 could number."""
    settings: Settings = {TxCtrlr.TxStartPoint: ("Authorized",), TxCtrlr.EVConnectionTimeOut: 20}
    async with scene("1.6", settings=settings) as s:
        await s.evse.swipe(TOKEN)
        await s.wait(60)
        assert not starts(s)
        assert not stops(s)
        assert s.station.outbox_size == 0


@virtual_time
async def test_meter_values() -> None:
    """4.7: sampled values belong to the transaction, in 1.6's units and text."""
    settings: Settings = {
        SampledDataCtrlr.TxUpdatedInterval: 30,
        SampledDataCtrlr.TxUpdatedMeasurands: (
            "Energy.Active.Import.Register",
            "Power.Active.Import",
            "Current.Import",
            "Voltage",
            "Frequency",
        ),
    }
    async with scene("1.6", settings=settings) as s:
        await s.plug_in_and_swipe()
        await s.wait(100)
        values = s.csms.requests(v16.MeterValuesRequest)
        assert len(values) == 3
        assert {v.transaction_id for v in values} == {1}
        sampled = values[-1].meter_value[0].sampled_value
        assert [(v.measurand and v.measurand.value, v.unit and v.unit.value) for v in sampled] == [
            ("Energy.Active.Import.Register", "Wh"),
            ("Power.Active.Import", "W"),
            ("Current.Import", "A"),
            ("Current.Import", "A"),
            ("Current.Import", "A"),
            ("Voltage", "V"),
            ("Voltage", "V"),
            ("Voltage", "V"),
            ("Frequency", None),
        ]
        assert sampled[1].value == "11040"


@virtual_time
async def test_the_vehicle_pauses() -> None:
    """4.9 C4, D3."""
    async with scene("1.6") as s:
        vehicle = ElectricVehicle()
        await s.plug_in_and_swipe(vehicle)
        await s.wait(30)
        vehicle.pause()
        await s.wait(10)
        vehicle.resume()
        await s.wait(10)
        assert statuses(s)[2:] == ["Charging", "SuspendedEV", "Charging"]


@virtual_time
async def test_the_cable_is_torn_out() -> None:
    """4.10: EVDisconnected; 4.9 C1: no user action is left."""
    async with scene("1.6") as s:
        await s.plug_in_and_swipe()
        await s.wait(30)
        await s.evse.tear_out()
        await s.wait(5)
        assert [stop.reason for stop in stops(s)] == [v16.Reason.EV_DISCONNECTED]
        assert stops(s)[0].id_tag is None
        assert statuses(s)[-1] == "Available"


@virtual_time
async def test_start_transaction_is_answered_with_an_invalid_token() -> None:
    """4.8, 3.5.4: StopTransactionOnInvalidId."""
    csms = Opponent()
    csms.answer(
        v16.StartTransactionRequest,
        lambda _: v16.StartTransactionResponse(
            transaction_id=9, id_tag_info=v16.IdTagInfo(status=v16.AuthorizationStatus.BLOCKED)
        ),
    )
    async with scene("1.6", csms=csms) as s:
        await s.plug_in_and_swipe()
        await s.wait(30)
        assert [(n.transaction_id, n.reason) for n in stops(s)] == [(9, v16.Reason.DE_AUTHORIZED)]
        assert not s.evse.contactor.closed


@virtual_time
async def test_the_parent_id_stops_too() -> None:
    """4.1: a card of the same parent ends the transaction."""
    csms = Opponent()
    info = v16.IdTagInfo(status=v16.AuthorizationStatus.ACCEPTED, parent_id_tag="FLEET")
    csms.answer(v16.AuthorizeRequest, lambda _: v16.AuthorizeResponse(id_tag_info=info))
    async with scene("1.6", csms=csms) as s:
        await s.plug_in_and_swipe()
        await s.wait(30)
        await s.evse.swipe("FFFFFFFF")
        await s.wait(5)
        assert [stop.id_tag for stop in stops(s)] == ["FFFFFFFF"]


@virtual_time
async def test_remote_start_and_stop() -> None:
    """5.11, 5.12; AuthorizeRemoteTxRequests."""
    async with scene("1.6") as s:
        await s.evse.plug_in(ElectricVehicle())
        answer = await s.csms.call(v16.RemoteStartTransactionRequest(id_tag=TOKEN, connector_id=1))
        assert answer.status is v16.RemoteStartStopStatus.ACCEPTED
        await s.hears(v16.StartTransactionRequest)
        await s.wait(30)
        unknown = await s.csms.call(v16.RemoteStopTransactionRequest(transaction_id=555))
        assert unknown.status is v16.RemoteStartStopStatus.REJECTED
        answer_stop = await s.csms.call(v16.RemoteStopTransactionRequest(transaction_id=1))
        assert answer_stop.status is v16.RemoteStartStopStatus.ACCEPTED
        stop = await s.hears(v16.StopTransactionRequest)
        assert stop.reason is v16.Reason.REMOTE


@virtual_time
async def test_remote_start_on_connector_0_is_rejected() -> None:
    """The test case document's remote start on connectorId 0."""
    async with scene("1.6") as s:
        await s.evse.plug_in(ElectricVehicle())
        answer = await s.csms.call(v16.RemoteStartTransactionRequest(id_tag=TOKEN, connector_id=0))
        assert answer.status is v16.RemoteStartStopStatus.REJECTED


@virtual_time
async def test_an_id_tag_that_is_too_long_is_not_asked_about() -> None:
    """7: an idTag has 20 characters at most."""
    async with scene("1.6") as s:
        await s.evse.plug_in(ElectricVehicle())
        await s.evse.swipe("X" * 21)
        await s.wait(5)
        assert "Authorize" not in s.csms.actions()
        assert not s.evse.contactor.closed


@virtual_time
async def test_a_session_that_begins_and_ends_offline() -> None:
    """3.7: what was queued is bound to the number that the CSMS gives when it is back."""
    async with scene("1.6") as s:
        await s.plug_in_and_swipe()
        await s.wait(2)
        s.go_offline()
        await s.wait(200)
        await s.evse.swipe(TOKEN)
        await s.wait(60)
        s.go_online()
        await s.wait(500)
        assert len(starts(s)) == len(stops(s)) == 1
        values = s.csms.requests(v16.MeterValuesRequest)
        assert {v.transaction_id for v in values} == {1}
        assert stops(s)[0].transaction_id == 1
        spent = (stops(s)[0].timestamp - starts(s)[0].timestamp).total_seconds()
        assert spent == pytest.approx(202, abs=3), "stamped when it ended, not when it was sent"


@virtual_time
async def test_the_answer_to_start_transaction_is_lost() -> None:
    """OCPP-J 4.1.4 (errata 2025-04): the repetition bears the same message id and content."""
    lost = 0

    def lose_the_first_answer(side: Side, text: str) -> Fate:
        nonlocal lost
        if side is Side.CSMS and '"transactionId"' in text and not lost:
            lost += 1
            return Fate.CUT_BEFORE
        return Fate.DELIVER

    async with scene("1.6", faults=lose_the_first_answer) as s:
        await s.plug_in_and_swipe()
        await s.wait(60)
        assert lost == 1
        sent = [
            text
            for link in s.network.links
            for side, text in link.sent
            if side is Side.STATION and '"StartTransaction"' in text
        ]
        assert len(sent) == 2
        assert sent[0] == sent[1]


@virtual_time
async def test_a_start_that_the_csms_never_takes() -> None:
    """3.7.1, errata 3.18: given up after TransactionMessageAttempts; the rest goes as -1."""
    settings: Settings = {
        OCPPCommCtrlr.MessageAttempts_TransactionEvent: 2,
        OCPPCommCtrlr.MessageAttemptInterval_TransactionEvent: 5,
    }
    csms = Opponent()

    def refuse(_: v16.StartTransactionRequest) -> v16.StartTransactionResponse:
        raise CallRefused("InternalError")

    csms.answer(v16.StartTransactionRequest, refuse)
    async with scene("1.6", csms=csms, settings=settings) as s:
        await s.plug_in_and_swipe()
        await s.wait(125)
        await s.evse.swipe(TOKEN)
        await s.wait(30)
        assert len(starts(s)) == 2
        assert [stop.transaction_id for stop in stops(s)] == [-1]
        assert {v.transaction_id for v in s.csms.requests(v16.MeterValuesRequest)} == {-1}
        assert s.station.outbox_size == 0


@virtual_time
async def test_a_hardware_fault() -> None:
    """4.9: Faulted with its error code; the transaction ends, and the next one is refused."""
    async with scene("1.6") as s:
        await s.plug_in_and_swipe()
        await s.wait(30)
        s.evse.fail(FaultCode.GROUND_FAULT, "RCD tripped")
        await s.wait(5)
        assert not s.evse.contactor.closed
        assert [stop.reason for stop in stops(s)] == [v16.Reason.OTHER]
        fault = s.csms.requests(v16.StatusNotificationRequest)[-1]
        assert (fault.status, fault.error_code, fault.info) == (
            Status.FAULTED,
            v16.ChargePointErrorCode.GROUND_FAILURE,
            "RCD tripped",
        )
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        assert len(starts(s)) == 1
        s.evse.clear_fault()
        await s.wait(5)
        assert statuses(s)[-1] == "Finishing"


@virtual_time
async def test_an_error_does_not_hide_that_the_csms_may_have_acted() -> None:
    """The answer is lost, then the repetition is refused: the next one keeps the first id."""
    lost = 0

    def lose_the_first_answer(side: Side, text: str) -> Fate:
        nonlocal lost
        if side is Side.CSMS and '"transactionId"' in text and not lost:
            lost += 1
            return Fate.CUT_BEFORE
        return Fate.DELIVER

    csms = Opponent()
    taken = 0

    def answer(request: v16.StartTransactionRequest) -> Response:
        nonlocal taken
        taken += 1
        if taken == 2:
            raise CallRefused("InternalError")
        return csms._yes(request)

    csms.scripts[v16.StartTransactionRequest] = answer
    async with scene("1.6", csms=csms, faults=lose_the_first_answer) as s:
        await s.plug_in_and_swipe()
        await s.wait(200)
        ids = [
            text.split('"')[1]
            for link in s.network.links
            for side, text in link.sent
            if side is Side.STATION and '"StartTransaction"' in text
        ]
        assert len(ids) >= 3
        assert len(set(ids[:3])) == 1


@pytest.mark.parametrize("losses", [{1}, {1, 4}])
@pytest.mark.parametrize("action", ["StartTransaction", "MeterValues", "StopTransaction"])
@virtual_time
async def test_a_csms_that_repeats_its_error_for_a_repeated_id_takes_a_new_one(
    action: str, losses: set[int]
) -> None:
    """The error is lost, and whoever keeps the id gets it again and again, or nothing."""
    errors = 0

    def lose_some(side: Side, text: str) -> Fate:
        nonlocal errors
        if side is Side.CSMS and text.startswith("[4"):
            errors += 1
            return Fate.DROP if errors in losses else Fate.DELIVER
        return Fate.DELIVER

    csms = Opponent()
    refused = 0

    def answer(request: AnyRequest) -> Response:
        nonlocal refused
        if request.action == action and not refused:
            refused += 1
            raise CallRefused("InternalError")
        return csms._yes(request)

    for kind in (
        v16.StartTransactionRequest, v16.MeterValuesRequest, v16.StopTransactionRequest,
    ):  # fmt: skip
        csms.scripts[kind] = answer
    async with scene("1.6", csms=csms, faults=lose_some) as s:
        await s.plug_in_and_swipe()
        await s.wait(100)
        await s.evse.swipe(TOKEN)
        await s.wait(1000)
        assert s.station.outbox_size == 0
        ids = [
            text.split('"')[1]
            for link in s.network.links
            for side, text in link.sent
            if side is Side.STATION and f'"{action}"' in text
        ]
        assert refused == 1
        assert ids[0] == ids[1] != ids[-1], "after the lost answer the same, in the end another"
        assert {stop.transaction_id for stop in stops(s)} == {1}


@virtual_time
async def test_the_second_remote_start_of_a_connector_is_rejected() -> None:
    """5.11: whether the first one's tag is asked about still, or waits for its vehicle."""

    async def authorize_slowly(_: v16.AuthorizeRequest) -> v16.AuthorizeResponse:
        await asyncio.sleep(10)
        info = v16.IdTagInfo(status=v16.AuthorizationStatus.ACCEPTED)
        return v16.AuthorizeResponse(id_tag_info=info)

    async with scene("1.6") as s:
        s.csms.answer(v16.AuthorizeRequest, authorize_slowly)

        async def start(tag: str, connector: int | None = 1) -> str:
            request = v16.RemoteStartTransactionRequest(id_tag=tag, connector_id=connector)
            return (await s.csms.call(request)).status.value

        assert await start(TOKEN) == "Accepted"
        assert await start("FFFFFFFF") == "Rejected"
        assert await start("FFFFFFFF", None) == "Rejected"
        await s.wait(20)
        assert await start("FFFFFFFF") == "Rejected"
        await s.evse.plug_in(ElectricVehicle())
        begun = await s.hears(v16.StartTransactionRequest)
        assert begun.id_tag == TOKEN


@virtual_time
async def test_what_began_a_stop_is_its_reason_though_the_hardware_failed_in_it() -> None:
    """4.10: Local, and the contactor that sticks is told by the status."""
    async with scene("1.6") as s:
        await s.plug_in_and_swipe()
        await s.wait(30)
        s.evse.contactor.stick_closed()
        await s.evse.swipe(TOKEN)
        await s.wait(20)
        (stop,) = s.csms.requests(v16.StopTransactionRequest)
        assert (stop.reason, stop.id_tag) == (v16.Reason.LOCAL, TOKEN)
        status = s.csms.requests(v16.StatusNotificationRequest)[-1]
        assert status.error_code is v16.ChargePointErrorCode.POWER_SWITCH_FAILURE
