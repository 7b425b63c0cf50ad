"""What an application hears of its station, and what it sees."""

import asyncio

import pytest

from pilotwire.charging_station import (
    EventStream,
)
from pilotwire.errors import CallRefused
from pilotwire.events import (
    CallAnswered,
    Connected,
    Disconnected,
    EventsMissed,
    FaultCleared,
    FaultRaised,
    LimitChanged,
    MessageGivenUp,
    Registered,
    StatusChanged,
    TokenAccepted,
    TransactionEnded,
    TransactionNumbered,
    TransactionStarted,
    TransactionUpdated,
)
from pilotwire.hal.interfaces import FaultCode
from pilotwire.hal.simulated import ElectricVehicle
from pilotwire.ocpp import v16, v21, v201
from pilotwire.rpc import ErrorCode
from pilotwire.station.announcements import WAITING, Announcements
from pilotwire.station.device_model.standard import OCPPCommCtrlr, SampledDataCtrlr
from pilotwire.station.vocabulary import ConnectorStatus, Reason, RegistrationStatus
from tests.support.editions import IN_ALL
from tests.support.evse import control
from tests.support.listening import drain, watched
from tests.support.scene import TOKEN, Opponent, now, scene
from tests.support.virtual_time import virtual_time


@IN_ALL
@virtual_time
async def test_a_charge_as_the_application_hears_it(version: str) -> None:
    async with watched(version) as (s, stream):
        start = await drain(stream)
        assert Connected(version) in start
        assert Registered(RegistrationStatus.ACCEPTED) in start
        assert StatusChanged(1, 1, ConnectorStatus.AVAILABLE) in start
        assert start.index(Connected(version)) < start.index(
            Registered(RegistrationStatus.ACCEPTED)
        )

        began = now()
        await s.plug_in_and_swipe(ElectricVehicle(battery_kwh=60, soc=40))
        await s.wait(125)
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        heard = await drain(stream)

        assert StatusChanged(1, 1, ConnectorStatus.OCCUPIED) in heard
        kinds = [type(event) for event in heard]
        assert kinds.index(TokenAccepted) < kinds.index(TransactionStarted)
        started = next(event for event in heard if isinstance(event, TransactionStarted))
        assert (started.transaction.began - began).total_seconds() < 5
        assert started.transaction.energy_wh == 0
        assert started.transaction.csms_id is None
        updates = [event for event in heard if isinstance(event, TransactionUpdated)]
        energies = [event.transaction.energy_wh for event in updates]
        assert energies == sorted(energies)
        ended = next(event for event in heard if isinstance(event, TransactionEnded))
        assert ended.reason is Reason.LOCAL
        assert ended.transaction.token is not None
        assert ended.transaction.token.value == TOKEN
        assert ended.transaction.began == started.transaction.began
        assert ended.transaction.energy_wh >= energies[-1] > 0
        numbered = [event for event in heard if isinstance(event, TransactionNumbered)]
        if version == "1.6":
            assert [event.csms_id for event in numbered] == [1]
            assert ended.transaction.csms_id == 1
            assert numbered[0].transaction_id == ended.transaction.id
        else:
            assert not numbered
            told = s.csms.requests(v21.TransactionEventRequest)[-1]
            assert told.transaction_info.transaction_id == ended.transaction.id
            assert ended.transaction.csms_id is None


@virtual_time
async def test_energy_is_what_the_end_tells_the_csms() -> None:
    async with watched("1.6") as (s, stream):
        await s.plug_in_and_swipe()
        await s.wait(300)
        await s.evse.swipe(TOKEN)
        stop = await s.hears(v16.StopTransactionRequest)
        begin = s.csms.requests(v16.StartTransactionRequest)[0]
        heard = await drain(stream)
        ended = next(event for event in heard if isinstance(event, TransactionEnded))
        assert ended.transaction.energy_wh == pytest.approx(
            stop.meter_stop - begin.meter_start, abs=1
        )


@virtual_time
async def test_a_snapshot_shows_what_a_display_wants() -> None:
    async with scene("2.0.1", settings={SampledDataCtrlr.TxUpdatedInterval: 60}) as s:
        assert s.station.evses[0].energy_wh is None
        assert s.station.evses[0].power_w is None
        await s.plug_in_and_swipe(ElectricVehicle(battery_kwh=60, soc=40))
        await s.wait(130)
        await control(s).limit(10)
        shown = s.station.evses[0]
        assert shown.began is not None
        assert (now() - shown.began).total_seconds() == pytest.approx(130, abs=5)
        assert shown.energy_wh is not None
        assert shown.energy_wh > 50
        assert shown.power_w is not None
        assert shown.power_w > 1000
        assert shown.limit == 10


@virtual_time
async def test_faults_limits_and_the_connection_are_told() -> None:
    async with watched("2.1") as (s, stream):
        await drain(stream)
        s.evse.fail(FaultCode.GROUND_FAULT, "leak")
        await s.wait(1)
        s.evse.clear_fault(FaultCode.GROUND_FAULT)
        await s.wait(1)
        await control(s).limit(16)
        s.go_offline()
        await s.wait(1)
        heard = await drain(stream)
        raised = next(event for event in heard if isinstance(event, FaultRaised))
        cleared = next(event for event in heard if isinstance(event, FaultCleared))
        assert raised.fault.code == FaultCode.GROUND_FAULT
        assert raised.fault == cleared.fault
        assert LimitChanged(1, 16) in heard
        assert any(isinstance(event, Disconnected) for event in heard)
        shown = [event.status for event in heard if isinstance(event, StatusChanged)]
        assert shown == [ConnectorStatus.FAULTED, ConnectorStatus.AVAILABLE]


@virtual_time
async def test_warnings_are_told_as_faults_are() -> None:
    async with watched("2.1") as (s, stream):
        await drain(stream)
        s.evse.fail(FaultCode.TOKEN_READER, "dirty")
        await s.wait(1)
        s.evse.clear_fault()
        await s.wait(1)
        s.evse.short_pilot()
        await s.wait(1)
        heard = await drain(stream)
        raised = [event.fault for event in heard if isinstance(event, FaultRaised)]
        assert [fault.code for fault in raised] == ["TokenReader", "EVCommunication"]
        assert all(fault.is_warning for fault in raised)
        assert [event.fault for event in heard if isinstance(event, FaultCleared)] == raised[:1]


@virtual_time
async def test_a_message_that_is_given_up_is_told() -> None:
    csms = Opponent()

    def refuse(_: v16.StartTransactionRequest) -> v16.StartTransactionResponse:
        raise CallRefused(ErrorCode.INTERNAL_ERROR, "no")

    csms.answer(v16.StartTransactionRequest, refuse)
    streams: list[EventStream] = []
    async with scene(
        "1.6",
        csms=csms,
        settings={OCPPCommCtrlr.MessageAttempts_TransactionEvent: 1},
        prepare=lambda station: streams.append(station.events()),
    ) as s:
        await s.plug_in_and_swipe()
        await s.wait(60)
        heard = await drain(streams[0])
        (given_up,) = [event for event in heard if isinstance(event, MessageGivenUp)]
        assert given_up.transaction_id == s.station.evses[0].transaction_id
        assert len(s.station.given_up) == 1


@virtual_time
async def test_the_stream_ends_with_the_station_and_outlasts_its_restarts() -> None:
    async with watched("2.0.1") as (s, stream):
        await s.csms.call(v201.ResetRequest(type=v201.ResetEnumType.IMMEDIATE))
        await s.wait(60)
        heard = await drain(stream)
        assert sum(isinstance(event, Registered) for event in heard) == 2
    assert isinstance((await drain(stream))[-1], Disconnected)
    with pytest.raises(StopAsyncIteration):
        await anext(stream)


@virtual_time
async def test_who_is_slow_misses_the_oldest_and_is_told() -> None:
    announce = Announcements()
    announce(Connected("1.6"))  # nobody listens
    stream = announce.stream()
    for number in range(WAITING + 3):
        announce(LimitChanged(1, number))
    heard = await drain(stream)
    assert heard[0] == EventsMissed(3)
    assert heard[1] == LimitChanged(1, 3)
    assert len(heard) == WAITING + 1


@virtual_time
async def test_a_stream_that_nobody_holds_is_forgotten() -> None:
    announce = Announcements()
    stream = announce.stream()
    assert announce.wanted
    del stream
    assert not announce.wanted


@virtual_time
async def test_answers_of_the_csms_are_told_with_their_time() -> None:
    csms = Opponent()

    def refuse(_: v16.AuthorizeRequest) -> v16.AuthorizeResponse:
        raise CallRefused(ErrorCode.INTERNAL_ERROR, "no")

    async def hang(_: v16.HeartbeatRequest) -> v16.HeartbeatResponse:
        await asyncio.sleep(1000)
        return v16.HeartbeatResponse(current_time=now())

    csms.answer(v16.AuthorizeRequest, refuse)
    csms.answer(v16.HeartbeatRequest, hang)
    streams: list[EventStream] = []
    async with scene(
        "1.6", csms=csms, latency=0.25, prepare=lambda station: streams.append(station.events())
    ) as s:
        await s.plug_in_and_swipe()
        await s.wait(400)
        calls = [event for event in await drain(streams[0]) if isinstance(event, CallAnswered)]
        boot = next(call for call in calls if call.action == "BootNotification")
        assert boot.seconds == pytest.approx(0.5, abs=0.05)
        assert boot.error is None
        assert [call.error for call in calls if call.action == "Authorize"] == ["InternalError"]
        assert [call.error for call in calls if call.action == "Heartbeat"] == ["Timeout"]
