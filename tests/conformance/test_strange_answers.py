"""Answers of the CSMS that are valid by the schema and beyond all measure: none ends the station.

Each costs at most the message that it answers.
"""

import json
from typing import Any

import pytest

from pilotwire.dialects.base import Dialect
from pilotwire.ocpp import v16, v21
from pilotwire.rpc import Validation
from pilotwire.station.facts.transactions import TransactionAnswered, TransactionEvent
from pilotwire.station.provisioning.conversation import LONGEST_WAIT
from pilotwire.station.transactions.log import TransactionLog
from pilotwire.store import Store, Wire
from tests.support.editions import IN_ALL
from tests.support.memory_link import Side
from tests.support.scene import TOKEN, Opponent, Scene, now, scene
from tests.support.virtual_time import virtual_time

HUGE = [2**63, -(2**63) - 1, 10**30, 10**400, -(10**400)]


async def end(s: Scene) -> None:
    await s.evse.swipe(TOKEN)
    await s.wait(5)
    await s.evse.unplug()
    await s.wait(5)


@pytest.mark.parametrize("number", HUGE)
@virtual_time
async def test_a_transaction_number_beyond_64_bits_costs_the_message(number: int) -> None:
    """1.6 4.8: the number is an integer; JSON sets no limit."""
    csms = Opponent()
    accepted = v16.IdTagInfo(status=v16.AuthorizationStatus.ACCEPTED)
    csms.answer(
        v16.StartTransactionRequest,
        lambda _: v16.StartTransactionResponse(transaction_id=number, id_tag_info=accepted),
    )
    with Store(":memory:") as store:
        async with scene("1.6", csms=csms, store=store) as s:
            await s.plug_in_and_swipe()
            await s.wait(60)
            assert s.evse.contactor.closed
            answer = await csms.call(v16.RemoteStopTransactionRequest(transaction_id=number))
            assert answer.status is v16.RemoteStartStopStatus.REJECTED
            await end(s)
            await s.wait(3600)
            assert s.station.outbox_size == 0
            (stop,) = csms.requests(v16.StopTransactionRequest)
            assert stop.transaction_id == -1  # errata 3.18
            await s.plug_in_and_swipe()
        async with scene("1.6", csms=csms, store=store) as s:
            await s.wait(3600)
            assert s.station.outbox_size == 0


@IN_ALL
@pytest.mark.parametrize("status", ["Pending", "Rejected", "Accepted"])
@pytest.mark.parametrize("interval", [2**31, *HUGE])
@virtual_time
async def test_no_interval_sends_the_station_away_for_good(
    version: str, status: str, interval: int
) -> None:
    """B02.FR.04, B03.FR.05; 1.6 4.2."""
    csms = Opponent()
    left = [status, "Accepted"]

    def boot(_: object) -> v16.BootNotificationResponse | v21.BootNotificationResponse:
        word = left.pop(0) if len(left) > 1 else left[0]
        if version == "1.6":
            return v16.BootNotificationResponse(
                status=v16.RegistrationStatus(word), current_time=now(), interval=interval
            )
        return v21.BootNotificationResponse(
            status=v21.RegistrationStatusEnumType(word), current_time=now(), interval=interval
        )

    kind = v16.BootNotificationRequest if version == "1.6" else v21.BootNotificationRequest
    csms.answer(kind, boot)
    async with scene(version, csms=csms, booted=False) as s:
        await s.wait(LONGEST_WAIT + 60)
        assert len(csms.requests(kind)) == (1 if status == "Accepted" else 2)
        assert s.station.accepted


@IN_ALL
@pytest.mark.parametrize("where", ["wire", "report", "keep"])
@virtual_time
async def test_what_goes_wrong_around_a_row_costs_that_row(
    version: str, where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first message of the first transaction fails as nobody expected."""
    wire, report, keep = Dialect.wire, Dialect.report, TransactionLog._keep_answer  # pyright: ignore[reportPrivateUsage]  # broken for the test
    failed = 0

    def first(event: object, place: str) -> bool:
        return isinstance(event, TransactionEvent) and event.seq_no == 0 and place == where

    def fail() -> None:
        nonlocal failed
        failed += 1
        raise RecursionError

    def broken_wire(self: Dialect, fact: Any, *, offline: bool) -> Wire | None:
        if first(fact, "wire"):
            fail()
        return wire(self, fact, offline=offline)

    async def broken_report(self: Dialect, fact: Any, words: Wire, message_id: str) -> object:
        if first(fact, "report"):
            fail()
        return await report(self, fact, words, message_id)

    def broken_keep(self: TransactionLog, answer: TransactionAnswered) -> None:
        if first(answer.event, "keep"):
            fail()
        keep(self, answer)

    monkeypatch.setattr(Dialect, "wire", broken_wire)
    monkeypatch.setattr(Dialect, "report", broken_report)
    monkeypatch.setattr(TransactionLog, "_keep_answer", broken_keep)
    async with scene(version) as s:
        await s.plug_in_and_swipe()
        await s.wait(60)
        assert s.evse.contactor.closed
        await end(s)
        await s.wait(3600)
        assert failed
        (loss,) = s.station.given_up
        assert loss.why == "failed unexpectedly: RecursionError"
        assert s.station.outbox_size == 0
        assert s.station.accepted
        assert len(s.network.links) == 1


@IN_ALL
@virtual_time
async def test_a_listener_that_fails_after_the_answer_costs_nothing(
    version: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with scene(version) as s:

        def fail(_: TransactionAnswered) -> None:
            raise LookupError

        running = s.station._station  # pyright: ignore[reportPrivateUsage]  # looked into
        assert running is not None
        running.core.delivery.hear.on(TransactionAnswered, fail)
        await s.plug_in_and_swipe()
        await s.wait(60)
        await end(s)
        await s.wait(60)
        assert s.station.outbox_size == 0
        assert s.station.given_up == []
        assert s.station.accepted
    assert "what follows the answer" in caplog.text


@pytest.mark.bad_frames
@virtual_time
async def test_a_property_too_many_does_not_cost_a_transaction_its_number() -> None:
    """1.6 4.8. The answer is invalid; that the transaction has a number is certain all the same."""
    async with scene("1.6") as s:
        link = s.network.links[0]
        carry = link.carry

        def with_more(side: Side, text: str) -> None:
            if side is Side.CSMS and '"transactionId"' in text:
                text = text.replace('"transactionId"', '"connectorId":1,"transactionId"')
            carry(side, text)

        link.carry = with_more  # type: ignore[method-assign]  # replaced for the test
        await s.plug_in_and_swipe()
        await s.wait(60)
        await end(s)
        assert len(s.csms.requests(v16.StartTransactionRequest)) == 1
        (stop,) = s.csms.requests(v16.StopTransactionRequest)
        assert stop.transaction_id == 1
        assert s.station.given_up == []


@pytest.mark.bad_frames
@IN_ALL
@pytest.mark.parametrize("validation", ["strict", "lenient"])
@virtual_time
async def test_a_lenient_station_takes_a_boot_that_a_strict_one_does_not(
    version: str, validation: Validation
) -> None:
    """A time without a zone, as CSMSs of the field write it."""
    async with scene(version, booted=False, validation=validation) as s:
        while not s.network.links:
            await s.wait(0.001)
        link = s.network.links[0]
        carry = link.carry

        def without_zone(side: Side, text: str) -> None:
            carry(side, text.replace('Z"', '"') if side is Side.CSMS else text)

        link.carry = without_zone  # type: ignore[method-assign]  # replaced for the test
        await s.wait(30)
        assert s.station.accepted == (validation == "lenient")


@pytest.mark.bad_frames
@IN_ALL
@virtual_time
async def test_a_message_that_would_take_long_to_check_is_not(version: str) -> None:
    """Meanwhile nothing else would get its turn, a ground fault neither. A long text may come."""
    async with scene(version) as s:
        assert s.csms.peer is not None
        # Wrong in each of its places: an answer that says so has looked at all of them.
        many = ",".join(['{"key":{}}'] * 50_000)
        text = f'[2,"many","SetVariables",{{"setVariableData":[{many}]}}]'
        await s.network.links[-1].csms.send(text)
        await s.wait(1)
        said = [text for side, text in s.network.links[-1].sent if side is Side.STATION][-1]
        assert json.loads(said)[:4] == [4, "many", "GenericError", "more than 10000 values"]
        long = "x" * 900_000
        if version == "1.6":
            await s.csms.call(v16.DataTransferRequest(vendor_id="a", data=long))
        else:
            await s.csms.call(v21.DataTransferRequest(vendor_id="a", data=long))
