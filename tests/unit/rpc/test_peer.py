"""The peer: typed calls out, nothing left behind."""

import asyncio
import json
from random import Random
from typing import Any
from uuid import UUID

import pytest

from pilotwire.errors import (
    CallFailed,
    CallTimeout,
    ConnectionClosed,
    InvalidResponse,
    WrongMessage,
)
from pilotwire.ocpp import v16, v21, v201
from pilotwire.ocpp.base import Direction, Request
from pilotwire.ocpp.v201.actions import ACTIONS as ACTIONS_201
from pilotwire.rpc import Edition, ErrorCode, FrameDirection, Peer, message_ids
from tests.support.memory_link import Fate, Side, memory_link
from tests.support.virtual_time import virtual_time
from tests.unit.rpc.scenes import (
    ACTIONS,
    EchoRequest,
    EchoResponse,
    answer_one,
    answer_to,
    running,
)


class TestCall:
    @virtual_time
    async def test_returns_the_typed_response(self) -> None:
        link = memory_link()
        async with running(link) as peer, asyncio.TaskGroup() as tasks:
            tasks.create_task(answer_one(link))
            assert await peer.call(EchoRequest(text="hi")) == EchoResponse(text="hello")
        sent = json.loads(link.sent[0][1])
        assert sent == [2, sent[1], "Echo", {"text": "hi"}]
        assert UUID(sent[1]).version == 4

    @virtual_time
    async def test_raises_the_call_error_of_the_peer(self) -> None:
        link = memory_link()
        async with running(link) as peer:
            call = asyncio.ensure_future(peer.call(EchoRequest(text="hi"), message_id="1"))
            await link.csms.receive()
            await link.csms.send('[4,"1","FormationViolation","no",{"a":1}]')
            with pytest.raises(CallFailed) as caught:
                await call
        assert caught.value.code is ErrorCode.FORMAT_VIOLATION
        assert (caught.value.description, caught.value.details) == ("no", {"a": 1})

    @pytest.mark.parametrize("sends", Direction)
    @virtual_time
    async def test_refuses_what_is_not_this_sides_to_send(self, sends: Direction) -> None:
        link = memory_link()
        words = {Direction.FROM_STATION: v201.HeartbeatRequest(),
                 Direction.FROM_CSMS: v201.ClearCacheRequest()}  # fmt: skip
        other = next(way for way in Direction if way is not sends)
        async with running(link, actions=ACTIONS_201, sends=sends) as peer:
            with pytest.raises(WrongMessage, match=f"is not sent {sends.value}"):
                await peer.call(words[other])
            action = words[other].action
            with pytest.raises(WrongMessage, match=f"is not sent {sends.value}"):
                await peer.call_prepared(action, {}, v201.HeartbeatResponse, message_id="1")
            assert not link.sent
            call = asyncio.ensure_future(peer.call(words[sends]))
            assert json.loads(await link.csms.receive())[2] == words[sends].action
            call.cancel()

    @pytest.mark.parametrize("request_", [v16.HeartbeatRequest(), v21.HeartbeatRequest()])
    @virtual_time
    async def test_refuses_a_message_of_another_version(self, request_: Request[Any]) -> None:
        link = memory_link()
        async with running(link, actions=ACTIONS_201) as peer:
            with pytest.raises(WrongMessage, match="HeartbeatRequest is none of the messages"):
                await peer.call(request_)
            with pytest.raises(WrongMessage, match="Nonsense is none of the messages"):
                await peer.call_prepared("Nonsense", {}, v201.HeartbeatResponse, message_id="1")
        assert not link.sent

    @virtual_time
    async def test_times_out_and_lets_the_next_go(self) -> None:
        link = memory_link()
        loop = asyncio.get_running_loop()
        async with running(link, message_timeout=30.0) as peer:
            with pytest.raises(CallTimeout, match="Echo"):
                await peer.call(EchoRequest(text="a"))
            assert loop.time() == pytest.approx(30.0)
            with pytest.raises(CallTimeout):
                await peer.call(EchoRequest(text="b"), timeout=5.0)
            assert loop.time() == pytest.approx(35.0)

    @virtual_time
    async def test_refuses_a_response_that_does_not_validate(self) -> None:
        link = memory_link()
        async with running(link) as peer:
            call = asyncio.ensure_future(peer.call(EchoRequest(text="hi"), message_id="1"))
            await link.csms.send('[3,"1",{"text":5}]')
            with pytest.raises(InvalidResponse, match="EchoResponse: text: not a string"):
                await call
            call = asyncio.ensure_future(peer.call(EchoRequest(text="hi"), message_id="2"))
            await asyncio.sleep(1)
            await link.csms.send('[3,"2"]')
            with pytest.raises(InvalidResponse, match="Echo"):
                await call

    @virtual_time
    async def test_callers_wait_for_their_turn_in_order(self) -> None:
        link = memory_link(latency=1.0)
        async with running(link) as peer, asyncio.TaskGroup() as tasks:
            calls = [tasks.create_task(peer.call(EchoRequest(text=str(n)))) for n in range(5)]
            for n in range(5):
                message_id, *rest = json.loads(await link.csms.receive())[1:]
                assert rest == ["Echo", {"text": str(n)}]
                await asyncio.sleep(3)
                assert sum(side is Side.STATION for side, _ in link.sent) == n + 1
                await link.csms.send(json.dumps([3, message_id, {"text": str(n)}]))
            assert [(await call).text for call in calls] == ["0", "1", "2", "3", "4"]

    @virtual_time
    async def test_a_cancelled_call_stays_open_until_its_answer(self) -> None:
        link = memory_link()
        async with running(link) as peer:
            first = asyncio.ensure_future(peer.call(EchoRequest(text="a"), message_id="1"))
            await link.csms.receive()
            first.cancel()
            second = asyncio.ensure_future(peer.call(EchoRequest(text="b"), message_id="2"))
            await asyncio.sleep(5)
            assert len(link.sent) == 1
            await link.csms.send('[3,"1",{"text":"a"}]')
            assert json.loads(await link.csms.receive())[1] == "2"
            await link.csms.send('[3,"2",{"text":"b"}]')
            assert (await second).text == "b"

    @virtual_time
    async def test_a_stored_message_is_repeated_to_the_letter(self) -> None:
        link = memory_link()
        stored: dict[str, Any] = {"text": "x", "old": [1, 2.5]}
        async with running(link) as peer:
            for _ in range(2):
                with pytest.raises(CallTimeout):
                    await peer.call_prepared("Echo", stored, EchoResponse, message_id="7")
        assert [text for _, text in link.sent] == ['[2,"7","Echo",{"text":"x","old":[1,2.5]}]'] * 2

    @virtual_time
    async def test_all_callers_learn_that_the_connection_closed(self) -> None:
        link = memory_link()
        async with running(link) as peer:
            calls = [asyncio.ensure_future(peer.call(EchoRequest(text="a"))) for _ in range(3)]
            await asyncio.sleep(1)
            await link.csms.close(1001, "maintenance")
            results = await asyncio.gather(*calls, return_exceptions=True)
            assert [str(result) for result in results] == [
                "connection closed with code 1001: maintenance"
            ] * 3
            assert peer.closed is not None
            assert peer.closed.code == 1001
            with pytest.raises(ConnectionClosed):
                await peer.call(EchoRequest(text="a"))

    @virtual_time
    async def test_a_link_that_breaks_while_sending_is_a_closed_connection(self) -> None:
        link = memory_link(faults=lambda side, text: Fate.CUT_BEFORE)
        async with running(link) as peer:
            with pytest.raises(ConnectionClosed):
                await peer.call(EchoRequest(text="a"))

    @virtual_time
    async def test_a_cancelled_run_tells_the_callers(self) -> None:
        link = memory_link()
        peer = Peer(
            link.station, edition=Edition.V201, actions=ACTIONS, sends=Direction.FROM_STATION
        )
        run = asyncio.ensure_future(peer.run())
        call = asyncio.ensure_future(peer.call(EchoRequest(text="a")))
        await asyncio.sleep(1)
        run.cancel()
        with pytest.raises(ConnectionClosed):
            await call
        assert run.cancelled()


@virtual_time
async def test_the_tap_sees_each_text_both_ways() -> None:
    seen: list[tuple[FrameDirection, str]] = []
    link = memory_link()
    async with running(link, tap=lambda way, text: seen.append((way, text))):
        await answer_to(link, "1", "Echo", {"text": "a"})
    assert seen == [
        (FrameDirection.RECEIVED, '[2, "1", "Echo", {"text": "a"}]'),
        (FrameDirection.SENT, '[3,"1",{"text":"a"}]'),
    ]


def test_message_ids_are_uuids_that_a_seed_repeats() -> None:
    ids = [message_ids(Random(4))() for _ in range(2)]
    assert ids[0] == ids[1]
    assert UUID(ids[0]).version == 4
    new_id = message_ids()
    assert new_id() != new_id()
