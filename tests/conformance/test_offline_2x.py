"""Transactions without a connection, and messages that are not taken (2.x C15, E11 to E14)."""

import pytest

from pilotwire.errors import CallRefused
from pilotwire.ocpp import v21
from pilotwire.station.device_model.standard import AuthCtrlr, OCPPCommCtrlr, SampledDataCtrlr
from tests.support.editions import IN_2X
from tests.support.scene import TOKEN, Settings, scene
from tests.support.transactions_2x import (
    events,
    numbered,
    outline,
    withdraw_consent,
)
from tests.support.virtual_time import virtual_time

pytestmark = IN_2X


@virtual_time
async def test_offline_events_are_kept_and_marked(version: str) -> None:
    """E11.FR.01, E11.FR.02, E12.FR.01, E12.FR.02."""
    async with scene(version) as s:
        await s.plug_in_and_swipe()
        await s.wait(65)
        online = len(events(s))
        s.go_offline()
        await s.wait(125)
        await s.evse.swipe(TOKEN)
        await s.wait(30)
        assert len(events(s)) == online
        s.go_online()
        await s.wait(400)
        numbered(s)
        assert outline(s)[-1][:2] == ("Ended", "StopAuthorized")
        assert [e.offline for e in events(s)] == [False] * online + [True] * (
            len(events(s)) - online
        )
        ended = events(s)[-1]
        back = s.network.links[-1]
        assert back is not s.network.links[0]
        assert ended.timestamp < s.csms.requests(v21.StatusNotificationRequest)[-1].timestamp


@virtual_time
async def test_nobody_charges_offline_without_a_setting(version: str) -> None:
    """C15: an unknown token is refused offline."""
    async with scene(version) as s:
        s.go_offline()
        await s.plug_in_and_swipe()
        await s.wait(30)
        assert not s.evse.contactor.closed


@virtual_time
async def test_unknown_tokens_charge_offline_with_the_setting(version: str) -> None:
    """C15.FR.08, C15.FR.02, C15.FR.04."""
    async with scene(version, settings={AuthCtrlr.OfflineTxForUnknownIdEnabled: True}) as s:
        s.go_offline()
        await s.plug_in_and_swipe()
        await s.wait(30)
        assert s.evse.contactor.closed
        withdraw_consent(s.csms)
        s.go_online()
        await s.wait(400)
        assert not s.evse.contactor.closed
        assert outline(s)[-1][:2] == ("Ended", "Deauthorized")
        assert events(s)[0].offline
        assert not events(s)[-1].offline
        numbered(s)


@virtual_time
async def test_a_message_that_the_csms_fails_to_process_is_repeated(version: str) -> None:
    """E13.FR.02, E13.FR.03; OCPP-J 4.1.4: each time under a new message id."""
    settings: Settings = {
        OCPPCommCtrlr.MessageAttempts_TransactionEvent: 3,
        OCPPCommCtrlr.MessageAttemptInterval_TransactionEvent: 10,
        SampledDataCtrlr.TxUpdatedInterval: 0,
    }
    async with scene(version, settings=settings) as s:
        failures = 2

        def fail(_: v21.TransactionEventRequest) -> v21.TransactionEventResponse:
            nonlocal failures
            failures -= 1
            if failures >= 0:
                raise CallRefused("InternalError")
            return v21.TransactionEventResponse()

        s.csms.answer(v21.TransactionEventRequest, fail)
        await s.plug_in_and_swipe()
        await s.wait(60)
        first = [h for h in s.csms.heard if h.request.action == "TransactionEvent"]
        assert [e.seq_no for e in events(s)] == [0, 0, 0, 1]
        assert first[0].request == first[1].request == first[2].request
        assert first[1].at - first[0].at == pytest.approx(10, abs=0.5)
        assert first[2].at - first[1].at == pytest.approx(20, abs=0.5)
        sent = [text for _, text in s.network.links[0].sent if '"TransactionEvent"' in text]
        assert len({text.split('"')[1] for text in sent}) == len(sent)


@virtual_time
async def test_a_message_is_given_up_after_the_last_attempt(version: str) -> None:
    """E13.FR.04: the next transaction-related message follows."""
    settings: Settings = {
        OCPPCommCtrlr.MessageAttempts_TransactionEvent: 2,
        OCPPCommCtrlr.MessageAttemptInterval_TransactionEvent: 5,
        SampledDataCtrlr.TxUpdatedInterval: 0,
    }
    async with scene(version, settings=settings) as s:

        def fail(event: v21.TransactionEventRequest) -> v21.TransactionEventResponse:
            if event.seq_no == 0:
                raise CallRefused("InternalError")
            return v21.TransactionEventResponse()

        s.csms.answer(v21.TransactionEventRequest, fail)
        await s.plug_in_and_swipe()
        await s.wait(60)
        assert [e.seq_no for e in events(s)] == [0, 0, 1]


@virtual_time
async def test_get_transaction_status(version: str) -> None:
    """E14.FR.01 to E14.FR.08."""
    async with scene(version) as s:
        await s.plug_in_and_swipe()
        started = await s.hears(v21.TransactionEventRequest)
        transaction_id = started.transaction_info.transaction_id
        await s.wait(10)

        async def ask(transaction_id: str | None) -> tuple[bool | None, bool]:
            answer = await s.csms.call(
                v21.GetTransactionStatusRequest(transaction_id=transaction_id)
            )
            return answer.ongoing_indicator, answer.messages_in_queue

        assert await ask("never seen") == (False, False)
        assert await ask(transaction_id) == (True, False)
        assert await ask(None) == (None, False)
        s.csms.answer(v21.TransactionEventRequest, refuse)
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        assert await ask(transaction_id) == (False, True)
        assert await ask(None) == (None, True)


def refuse(_: v21.TransactionEventRequest) -> v21.TransactionEventResponse:
    raise CallRefused("InternalError")


@virtual_time
async def test_what_was_not_answered_is_repeated_as_offline(version: str) -> None:
    """E11.FR.07: every message that is still in the queue, so also the one under way."""
    async with scene(version) as s:

        def lose(_: v21.TransactionEventRequest) -> v21.TransactionEventResponse:
            if len(events(s)) == 1:
                s.cut()
            return v21.TransactionEventResponse()

        s.csms.answer(v21.TransactionEventRequest, lose)
        await s.plug_in_and_swipe()
        await s.wait(120)
        first = [e for e in events(s) if e.seq_no == 0]
        assert [e.offline for e in first] == [False, True]
