"""Starting and stopping from afar (2.x F01 to F03)."""

import asyncio

from pilotwire.hal.interfaces import OwnWord
from pilotwire.hal.simulated import ElectricVehicle
from pilotwire.ocpp import v21
from pilotwire.station.device_model.standard import AuthCtrlr, TxCtrlr
from pilotwire.station.vocabulary import IdTokenKind
from tests.support.editions import IN_2X
from tests.support.scene import TOKEN, scene
from tests.support.transactions_2x import (
    Trigger,
    events,
    numbered,
    outline,
)
from tests.support.virtual_time import virtual_time

pytestmark = IN_2X


def request_start(
    evse_id: int | None = 1, kind: str = IdTokenKind.ISO14443
) -> v21.RequestStartTransactionRequest:
    return v21.RequestStartTransactionRequest(
        evse_id=evse_id,
        remote_start_id=77,
        id_token=v21.IdTokenType(id_token=TOKEN, type=kind),
    )


@virtual_time
async def test_remote_start_cable_first(version: str) -> None:
    """F01.FR.01, F01.FR.19, F01.FR.25, F02.FR.01."""
    async with scene(version) as s:
        await s.evse.plug_in(ElectricVehicle())
        await s.wait(1)
        answer = await s.csms.call(request_start())
        assert answer.status is v21.RequestStartStopStatusEnumType.ACCEPTED
        started = await s.hears(v21.TransactionEventRequest)
        assert s.csms.actions()[-2:] == ["Authorize", "TransactionEvent"]
        assert started.trigger_reason is Trigger.REMOTE_START
        assert started.transaction_info.remote_start_id == 77
        assert started.id_token is not None
        assert started.id_token.type == IdTokenKind.ISO14443
        await s.wait(5)
        assert events(s)[-1].transaction_info.remote_start_id is None


@virtual_time
async def test_remote_start_without_asking(version: str) -> None:
    """F01.FR.02."""
    async with scene(version, settings={AuthCtrlr.AuthorizeRemoteStart: False}) as s:
        await s.evse.plug_in(ElectricVehicle())
        await s.csms.call(request_start())
        await s.hears(v21.TransactionEventRequest)
        assert "Authorize" not in s.csms.actions()


@virtual_time
async def test_remote_start_before_the_cable(version: str) -> None:
    """F02.FR.21: the next event is the one of RemoteStart, whatever caused it."""
    async with scene(version) as s:
        await s.csms.call(request_start())
        await s.wait(5)
        await s.evse.plug_in(ElectricVehicle())
        started = await s.hears(v21.TransactionEventRequest)
        assert started.trigger_reason is Trigger.REMOTE_START
        assert started.transaction_info.remote_start_id == 77


@virtual_time
async def test_remote_start_of_a_transaction_that_waits_for_it(version: str) -> None:
    """F01.FR.13, F01.FR.25."""
    async with scene(version, settings={TxCtrlr.TxStartPoint: ("EVConnected",)}) as s:
        await s.evse.plug_in(ElectricVehicle())
        started = await s.hears(v21.TransactionEventRequest)
        answer = await s.csms.call(request_start())
        assert answer.transaction_id == started.transaction_info.transaction_id
        update = await s.hears(v21.TransactionEventRequest, count=2)
        assert update.trigger_reason is Trigger.REMOTE_START
        assert update.transaction_info.remote_start_id == 77


@virtual_time
async def test_remote_start_where_somebody_charges(version: str) -> None:
    """F01.FR.24; without an EVSE the station picks a free one (F01.FR.20)."""
    async with scene(version, evses=2) as s:
        await s.evse.plug_in(ElectricVehicle())
        await s.evse.swipe("FFFFFFFF")
        await s.wait(10)
        answer = await s.csms.call(request_start(1))
        assert answer.status is v21.RequestStartStopStatusEnumType.REJECTED
        answer = await s.csms.call(request_start(99))
        assert answer.status is v21.RequestStartStopStatusEnumType.REJECTED
        answer = await s.csms.call(request_start(None))
        assert answer.status is v21.RequestStartStopStatusEnumType.ACCEPTED
        await s.hardware.evse(2).plug_in(ElectricVehicle())
        await s.wait(10)
        assert {e.evse.id for e in events(s) if e.evse} == {1, 2}


@virtual_time
async def test_remote_stop(version: str) -> None:
    """F03.FR.03, F03.FR.07, F03.FR.08."""
    async with scene(version) as s:
        await s.plug_in_and_swipe()
        started = await s.hears(v21.TransactionEventRequest)
        await s.wait(30)
        unknown = await s.csms.call(v21.RequestStopTransactionRequest(transaction_id="unknown"))
        assert unknown.status is v21.RequestStartStopStatusEnumType.REJECTED
        transaction_id = started.transaction_info.transaction_id
        answer = await s.csms.call(v21.RequestStopTransactionRequest(transaction_id=transaction_id))
        assert answer.status is v21.RequestStartStopStatusEnumType.ACCEPTED
        await s.wait(5)
        ended = events(s)[-1]
        assert (ended.event_type.value, ended.trigger_reason.value) == ("Ended", "RemoteStop")
        assert ended.transaction_info.stopped_reason is v21.ReasonEnumType.REMOTE
        numbered(s)


@virtual_time
async def test_remote_stop_where_the_transaction_does_not_end_with_it(version: str) -> None:
    """F03.FR.02."""
    async with scene(version, settings={TxCtrlr.TxStopPoint: ("EVConnected",)}) as s:
        await s.plug_in_and_swipe()
        started = await s.hears(v21.TransactionEventRequest)
        await s.wait(30)
        await s.csms.call(
            v21.RequestStopTransactionRequest(
                transaction_id=started.transaction_info.transaction_id
            )
        )
        await s.wait(5)
        assert outline(s)[-2:] == [
            ("Updated", "RemoteStop", None),
            ("Updated", "ChargingStateChanged", "EVConnected"),
        ]
        assert not s.evse.contactor.closed


@virtual_time
async def test_a_token_of_the_csms_is_not_asked_about(version: str) -> None:
    """C05.FR.01."""
    async with scene(version) as s:
        await s.evse.plug_in(ElectricVehicle())
        await s.csms.call(request_start(kind=IdTokenKind.CENTRAL))
        started = await s.hears(v21.TransactionEventRequest)
        assert "Authorize" not in s.csms.actions()
        assert started.id_token is not None
        assert started.id_token.type == IdTokenKind.CENTRAL


@virtual_time
async def test_a_remote_start_tells_its_token_as_it_came(version: str) -> None:
    """F01.FR.04: with what is said besides."""
    more = v21.AdditionalInfoType(additional_id_token="DE-8PI-8839", type="contract")
    token = v21.IdTokenType(id_token=TOKEN, type=IdTokenKind.ISO14443, additional_info=[more])
    async with scene(version) as s:
        await s.evse.plug_in(ElectricVehicle())
        await s.csms.call(
            v21.RequestStartTransactionRequest(evse_id=1, remote_start_id=77, id_token=token)
        )
        started = await s.hears(v21.TransactionEventRequest)
        assert s.csms.requests(v21.AuthorizeRequest)[-1].id_token == token
        assert started.id_token == token
        await s.evse.swipe(TOKEN)  # C01.FR.25: it is the same without it
        await s.wait(5)
        assert outline(s)[-1][:2] == ("Ended", "StopAuthorized")


@virtual_time
async def test_the_second_start_of_an_evse_is_rejected(version: str) -> None:
    """F01.FR.24: from the first acceptance on, the EVSE is taken; without an EVSE, all are."""
    async with scene(version) as s:
        s.csms.answer(v21.AuthorizeRequest, authorize_slowly)
        first, second = await asyncio.gather(
            s.csms.call(request_start()), s.csms.call(request_start(None))
        )
        third = await s.csms.call(request_start())
        assert first.status is v21.RequestStartStopStatusEnumType.ACCEPTED
        assert second.status is v21.RequestStartStopStatusEnumType.REJECTED
        assert third.status is v21.RequestStartStopStatusEnumType.REJECTED
        assert third.status_info is not None
        assert third.status_info.reason_code == "TxInProgress"


@virtual_time
async def test_a_start_that_was_refused_leaves_the_evse_free(version: str) -> None:
    """F01.FR.01: also one whose answer was lost with its connection."""
    async with scene(version) as s:
        info = v21.IdTokenInfoType(status=v21.AuthorizationStatusEnumType.BLOCKED)
        s.csms.answer(v21.AuthorizeRequest, lambda _: v21.AuthorizeResponse(id_token_info=info))
        for _ in range(2):
            answer = await s.csms.call(request_start())
            assert answer.status is v21.RequestStartStopStatusEnumType.ACCEPTED
            await s.wait(5)
        assert not events(s)


async def authorize_slowly(_: v21.AuthorizeRequest) -> v21.AuthorizeResponse:
    await asyncio.sleep(10)
    info = v21.IdTokenInfoType(status=v21.AuthorizationStatusEnumType.ACCEPTED)
    return v21.AuthorizeResponse(id_token_info=info)


@virtual_time
async def test_the_next_event_after_a_request_is_of_the_remote_start(version: str) -> None:
    """F02.FR.21: also the one of a cable that comes before the token is authorized."""
    async with scene(version, settings={TxCtrlr.TxStartPoint: ("EVConnected",)}) as s:
        s.csms.answer(v21.AuthorizeRequest, authorize_slowly)
        await s.csms.call(request_start())
        await s.wait(2)
        await s.evse.plug_in(ElectricVehicle())
        await s.wait(20)
        first, second, *_ = events(s)
        assert (first.event_type, first.trigger_reason) == ("Started", Trigger.REMOTE_START)
        assert first.transaction_info.remote_start_id == 77
        assert first.id_token is None
        assert second.trigger_reason is Trigger.AUTHORIZED  # E02.FR.01
        assert second.id_token is not None
        assert second.transaction_info.remote_start_id is None


@virtual_time
async def test_what_is_rejected_says_why(version: str) -> None:
    """StatusInfoType: a reason with each Rejected."""
    async with scene(version) as s:
        start = await s.csms.call(request_start(99))
        assert start.status_info is not None
        assert start.status_info.reason_code == "UnknownEvse"
        stop = await s.csms.call(v21.RequestStopTransactionRequest(transaction_id="unknown"))
        assert stop.status_info is not None
        assert stop.status_info.reason_code == "TxNotFound"
        kind = v21.ResetEnumType.IMMEDIATE
        one = await s.csms.call(v21.ResetRequest(type=kind, evse_id=1))
        none = await s.csms.call(v21.ResetRequest(type=kind, evse_id=9))
        assert one.status_info is not None
        assert one.status_info.reason_code == "UnsupportedParam"
        assert none.status_info is not None
        assert none.status_info.reason_code == "UnknownEvse"
        s.evse.fail(OwnWord("GroundFailure"), "test")
        await s.wait(1)
        faulted = await s.csms.call(request_start())
        assert faulted.status_info is not None
        assert faulted.status_info.additional_info == "GroundFailure"
