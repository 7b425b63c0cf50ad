"""The peer: typed calls out, requests handled one at a time, nothing left behind."""

import asyncio
import json
import logging
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from random import Random
from types import MappingProxyType
from typing import Any, ClassVar
from uuid import UUID

import pytest
from pydantic import Field

from pilotwire.errors import (
    CallFailed,
    CallRefused,
    CallTimeout,
    ConnectionClosed,
    InvalidResponse,
)
from pilotwire.ocpp.base import Action, Direction, Message, Request, Response, Send
from pilotwire.rpc import Answer, Edition, ErrorCode, FrameDirection, Peer, message_ids
from pilotwire.rpc.session import SessionMisused
from tests.support.memory_link import Fate, MemoryLink, Side, memory_link
from tests.support.virtual_time import virtual_time


class EchoResponse(Response):
    action: ClassVar[str] = "Echo"
    text: str = Field(alias="text", strict=True)


class EchoRequest(Request[EchoResponse]):
    action: ClassVar[str] = "Echo"
    _response: ClassVar[type[Response]] = EchoResponse
    text: str = Field(alias="text", strict=True)


class Note(Send):
    action: ClassVar[str] = "Note"
    text: str = Field(alias="text", strict=True)


def action(name: str) -> Action:
    both = frozenset(Direction)
    if name == "Note":
        return Action(name, Note, None, both, "Test", False, "note")
    return Action(name, EchoRequest, EchoResponse, both, "Test", False, name.lower())


ACTIONS = MappingProxyType({name: action(name) for name in ("Echo", "Other", "Note")})

Answering = Callable[[Action, Message], Any]


async def echo(action: Action, request: Message) -> Response | None:
    assert isinstance(request, EchoRequest)
    return EchoResponse(text=request.text) if action.name == "Echo" else None


@asynccontextmanager
async def running(link: MemoryLink, handler: Any = echo, **options: Any) -> AsyncGenerator[Peer]:
    """A peer on the station's end; the test plays the CSMS on the other."""
    options.setdefault("new_id", message_ids(Random(1)))
    options.setdefault("edition", Edition.V201)
    peer = Peer(link.station, actions=ACTIONS, handler=handler, **options)
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(peer.run())
        try:
            yield peer
        finally:
            link.cut()


async def answer_one(link: MemoryLink, text: str = "hello") -> None:
    _, message_id, *_ = json.loads(await link.csms.receive())
    await link.csms.send(json.dumps([3, message_id, {"text": text}]))


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
        peer = Peer(link.station, edition=Edition.V201, actions=ACTIONS)
        run = asyncio.ensure_future(peer.run())
        call = asyncio.ensure_future(peer.call(EchoRequest(text="a")))
        await asyncio.sleep(1)
        run.cancel()
        with pytest.raises(ConnectionClosed):
            await call
        assert run.cancelled()


class TestHandling:
    @staticmethod
    async def ask(link: MemoryLink, *parts: Any) -> Any:
        await link.csms.send(json.dumps([2, *parts]))
        return json.loads(await link.csms.receive())

    @virtual_time
    async def test_answers_with_the_handlers_response(self) -> None:
        link = memory_link()
        async with running(link):
            assert await self.ask(link, "1", "Echo", {"text": "a"}) == [3, "1", {"text": "a"}]

    @virtual_time
    async def test_names_what_is_unknown_unsupported_or_invalid(self) -> None:
        link = memory_link()
        async with running(link):
            assert (await self.ask(link, "1", "Nonsense", {}))[2] == "NotImplemented"
            assert (await self.ask(link, "2", "Other", {"text": "a"}))[2] == "NotSupported"
            assert (await self.ask(link, "3", "Echo", {}))[2:4] == [
                "OccurrenceConstraintViolation",
                "text: required, but missing",
            ]

    @virtual_time
    async def test_without_a_handler_nothing_is_supported(self) -> None:
        link = memory_link()
        async with running(link, handler=None):
            assert (await self.ask(link, "1", "Echo", {"text": "a"}))[2] == "NotSupported"

    @virtual_time
    async def test_a_failure_is_logged_and_not_told(self, caplog: pytest.LogCaptureFixture) -> None:
        async def fail(action: Action, request: Message) -> None:
            raise RuntimeError("the internals")

        link = memory_link()
        async with running(link, handler=fail):
            answer = await self.ask(link, "1", "Echo", {"text": "a"})
        assert answer == [4, "1", "InternalError", "", {}]
        assert "the internals" in caplog.text

    @virtual_time
    async def test_a_handler_may_refuse_with_a_code(self) -> None:
        async def refuse(action: Action, request: Message) -> None:
            raise CallRefused(ErrorCode.SECURITY_ERROR, "not yet accepted")

        link = memory_link()
        async with running(link, handler=refuse):
            answer = await self.ask(link, "1", "Echo", {"text": "a"})
        assert answer == [4, "1", "SecurityError", "not yet accepted", {}]

    @virtual_time
    async def test_a_handler_that_hangs_is_cancelled(self) -> None:
        async def hang(action: Action, request: Message) -> None:
            await asyncio.get_running_loop().create_future()

        link = memory_link()
        async with running(link, handler=hang, handler_timeout=60.0):
            assert (await self.ask(link, "1", "Echo", {"text": "a"}))[2] == "InternalError"
            assert asyncio.get_running_loop().time() == pytest.approx(60.0)

    @virtual_time
    async def test_requests_are_handled_one_at_a_time_in_order(self) -> None:
        active: list[str] = []

        async def slow(action: Action, request: Message) -> Response:
            assert isinstance(request, EchoRequest)
            assert not active
            active.append(request.text)
            await asyncio.sleep(3)
            active.clear()
            return EchoResponse(text=request.text)

        link = memory_link()
        async with running(link, handler=slow):
            for n in range(3):
                await link.csms.send(json.dumps([2, str(n), "Echo", {"text": str(n)}]))
            answers = [json.loads(await link.csms.receive()) for _ in range(3)]
        assert answers == [[3, str(n), {"text": str(n)}] for n in range(3)]

    @virtual_time
    async def test_a_handler_may_call_the_peer_while_it_handles(self) -> None:
        peers: list[Peer] = []

        async def ask_back(action: Action, request: Message) -> Response:
            return await peers[0].call(EchoRequest(text="back"), message_id="b")

        link = memory_link()
        async with running(link, handler=ask_back) as peer:
            peers.append(peer)
            assert await self.ask(link, "1", "Echo", {"text": "a"}) == [
                2,
                "b",
                "Echo",
                {"text": "back"},
            ]
            await link.csms.send('[3,"b",{"text":"c"}]')
            assert json.loads(await link.csms.receive()) == [3, "1", {"text": "c"}]

    @virtual_time
    async def test_what_follows_the_answer_happens_after_it_was_sent(self) -> None:
        link = memory_link()
        sent_when_run: list[str] = []

        async def reset(action: Action, request: Message) -> Answer[EchoResponse]:
            def reboot() -> None:
                sent_when_run.extend(text for side, text in link.sent if side is Side.STATION)

            return Answer(EchoResponse(text="ok"), reboot)

        async with running(link, handler=reset):
            await self.ask(link, "1", "Echo", {"text": "a"})
            await asyncio.sleep(0)
        assert sent_when_run == ['[3,"1",{"text":"ok"}]']

    @virtual_time
    async def test_what_follows_the_answer_does_not_happen_if_it_could_not_be_sent(self) -> None:
        followed: list[bool] = []

        async def reset(action: Action, request: Message) -> Answer[EchoResponse]:
            return Answer(EchoResponse(text="ok"), lambda: followed.append(True))

        def fault(side: Side, text: str) -> Fate:
            return Fate.CUT_BEFORE if side is Side.STATION else Fate.DELIVER

        link = memory_link(faults=fault)
        async with running(link, handler=reset):
            with pytest.raises(ConnectionClosed):
                await self.ask(link, "1", "Echo", {"text": "a"})
        assert not followed

    @virtual_time
    async def test_a_repeated_request_is_handled_once_and_answered_alike(self) -> None:
        handled: list[Message] = []

        async def count(action: Action, request: Message) -> Response:
            handled.append(request)
            return EchoResponse(text=str(len(handled)))

        link = memory_link()
        async with running(link, handler=count):
            first = await self.ask(link, "1", "Echo", {"text": "a"})
            again = await self.ask(link, "1", "Echo", {"text": "a"})
        assert first == again == [3, "1", {"text": "1"}]

    @virtual_time
    async def test_a_response_of_another_action_is_an_internal_error(
        self, caplog: pytest.LogCaptureFixture
    ) -> None:
        class Wrong(Response):
            pass

        async def wrong(action: Action, request: Message) -> Response:
            return Wrong()

        link = memory_link()
        async with running(link, handler=wrong):
            assert (await self.ask(link, "1", "Echo", {"text": "a"}))[2] == "InternalError"
        assert "Wrong" in caplog.text

    @virtual_time
    async def test_a_running_handler_ends_with_the_connection(self) -> None:
        ended: list[str] = []

        async def wait(action: Action, request: Message) -> None:
            try:
                await asyncio.sleep(50)
            finally:
                ended.append("cancelled")

        link = memory_link()
        async with running(link, handler=wait):
            await link.csms.send('[2,"1","Echo",{"text":"a"}]')
            await asyncio.sleep(1)
        assert ended == ["cancelled"]
        assert asyncio.get_running_loop().time() < 2

    @virtual_time
    async def test_a_flood_of_garbage_is_answered_within_bounds(
        self, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level(logging.CRITICAL)

        async def never(action: Action, request: Message) -> None:
            await asyncio.sleep(1)

        link = memory_link()
        async with running(link, handler=never):
            await link.csms.send('[2,"1","Echo",{"text":"a"}]')
            for _ in range(500):
                await link.csms.send("garbage")
            await asyncio.sleep(10)
            answers = [text for side, text in link.sent if side is Side.STATION]
            assert len(answers) < 50
            assert (await self.ask(link, "2", "Nonsense", {}))[0] == 4


class TestSend:
    """2.1 part 4, 4.1.1 and 4.2.4."""

    @virtual_time
    async def test_does_not_wait_for_a_call_to_be_answered(self) -> None:
        link = memory_link()
        async with running(link, edition=Edition.V21) as peer:
            call = asyncio.ensure_future(peer.call(EchoRequest(text="a"), message_id="1"))
            await link.csms.receive()
            await peer.send(Note(text="b"))
            message_type, message_id, *rest = json.loads(await link.csms.receive())
            assert (message_type, rest) == (6, ["Note", {"text": "b"}])
            assert UUID(message_id).version == 4
            await peer.send(Note(text="c"), message_id="7")
            assert await link.csms.receive() == '[6,"7","Note",{"text":"c"}]'
            await link.csms.send('[3,"1",{"text":"a"}]')
            assert (await call).text == "a"

    @virtual_time
    async def test_tells_that_the_connection_is_closed(self) -> None:
        link = memory_link()
        async with running(link, edition=Edition.V21) as peer:
            await link.csms.close(1001, "maintenance")
            await asyncio.sleep(1)
            with pytest.raises(ConnectionClosed, match="maintenance"):
                await peer.send(Note(text="a"))

    @virtual_time
    async def test_is_refused_where_the_edition_has_none(self) -> None:
        link = memory_link()
        async with running(link) as peer:
            with pytest.raises(SessionMisused):
                await peer.send(Note(text="a"))
        assert not link.sent

    @virtual_time
    async def test_what_is_sent_is_handled_in_order_and_not_answered(self) -> None:
        taken: list[str] = []

        async def take(action: Action, message: Message) -> Response | None:
            assert isinstance(message, EchoRequest | Note)
            await asyncio.sleep(1)
            taken.append(message.text)
            return EchoResponse(text=message.text) if action.name == "Echo" else None

        link = memory_link()
        async with running(link, handler=take, edition=Edition.V21):
            await link.csms.send('[6,"1","Note",{"text":"a"}]')
            await link.csms.send('[2,"2","Echo",{"text":"b"}]')
            await link.csms.send('[6,"3","Note",{"text":"c"}]')
            await asyncio.sleep(5)
        assert taken == ["a", "b", "c"]
        assert [text for side, text in link.sent if side is Side.STATION] == [
            '[3,"2",{"text":"b"}]'
        ]

    @pytest.mark.parametrize(
        ("frame", "logged"),
        [
            ('[6,"1","Nonsense",{}]', "no action"),
            ('[6,"1","Echo",{"text":"a"}]', "no action"),
            ('[6,"1","Note",{"text":5}]', "text: not a string"),
            ('[6,"1","Note",{"text":"raise"}]', "handler of Note failed"),
            ('[6,"1","Note",{"text":"refuse"}]', "handler of Note failed"),
            ('[6,"1","Note",{"text":"hang"}]', "handler of Note failed"),
            ('[6,"1","Note",{"text":"answer"}]', "returned an answer"),
            ('[6,"1","Note"]', "ignored"),
        ],
    )
    @virtual_time
    async def test_whatever_goes_wrong_is_logged_and_not_told(
        self, frame: str, logged: str, caplog: pytest.LogCaptureFixture
    ) -> None:
        async def take(action: Action, message: Message) -> Response | None:
            assert isinstance(message, EchoRequest | Note)
            match message.text:
                case "raise":
                    raise LookupError
                case "refuse":
                    raise CallRefused(ErrorCode.SECURITY_ERROR)
                case "hang":
                    await asyncio.get_running_loop().create_future()
                case _:
                    pass
            return EchoResponse(text=message.text)

        link = memory_link()
        async with running(link, handler=take, edition=Edition.V21, handler_timeout=60.0):
            await link.csms.send(frame)
            await asyncio.sleep(100)
            assert all(side is Side.CSMS for side, _ in link.sent)
            assert logged in caplog.text
            assert (await TestHandling.ask(link, "2", "Echo", {"text": "a"}))[0] == 3

    @virtual_time
    async def test_a_call_of_what_is_only_sent_is_not_supported(self) -> None:
        link = memory_link()
        async with running(link, edition=Edition.V21):
            answer = await TestHandling.ask(link, "1", "Note", {"text": "a"})
        assert answer[:3] == [4, "1", "NotSupported"]

    @virtual_time
    async def test_without_a_handler_it_is_dropped(self) -> None:
        link = memory_link()
        async with running(link, handler=None, edition=Edition.V21):
            await link.csms.send('[6,"1","Note",{"text":"a"}]')
            await asyncio.sleep(1)
        assert all(side is Side.CSMS for side, _ in link.sent)

    @virtual_time
    async def test_a_flood_is_taken_within_bounds(self, caplog: pytest.LogCaptureFixture) -> None:
        caplog.set_level(logging.CRITICAL)
        taken: list[Message] = []

        async def take(action: Action, message: Message) -> Response | None:
            await asyncio.sleep(1)
            taken.append(message)
            return EchoResponse(text="still here") if action.name == "Echo" else None

        link = memory_link()
        async with running(link, handler=take, edition=Edition.V21):
            for number in range(500):
                await link.csms.send(f'[6,"{number}","Note",{{"text":"{number}"}}]')
            answer = await TestHandling.ask(link, "c", "Echo", {"text": "a"})
        assert answer == [3, "c", {"text": "still here"}]
        assert 10 < len(taken) < 50


class TestInvalidAnswers:
    """2.1 part 4, 4.2.3; part 2, FR.06 of all use cases."""

    @pytest.mark.parametrize(
        ("answer", "code", "problem"),
        [
            ('{"text":5}', "TypeConstraintViolation", "text: not a string"),
            ("{}", "OccurrenceConstraintViolation", "text: required, but missing"),
            ("[]", "FormatViolation", "payload of CALLRESULT is not an object"),
        ],
    )
    @virtual_time
    async def test_are_told_to_the_peer_once(self, answer: str, code: str, problem: str) -> None:
        link = memory_link()
        async with running(link, edition=Edition.V21) as peer:
            call = asyncio.ensure_future(peer.call(EchoRequest(text="hi"), message_id="1"))
            await link.csms.receive()
            await link.csms.send(f'[3,"1",{answer}]')
            with pytest.raises(InvalidResponse, match=problem):
                await call
            assert json.loads(await link.csms.receive()) == [5, "1", code, problem, {}]
            await link.csms.send(f'[3,"1",{answer}]')
            await asyncio.sleep(1)
            told = [text for side, text in link.sent if side is Side.STATION]
            assert len(told) == (2 if answer != "[]" else 3)

    @virtual_time
    async def test_are_told_even_if_the_caller_is_gone(self) -> None:
        link = memory_link()
        async with running(link, edition=Edition.V21) as peer:
            call = asyncio.ensure_future(peer.call(EchoRequest(text="hi"), message_id="1"))
            await link.csms.receive()
            call.cancel()
            await link.csms.send('[3,"1",{"text":5}]')
            assert json.loads(await link.csms.receive())[:2] == [5, "1"]

    @virtual_time
    async def test_are_not_told_before_2_1(self) -> None:
        link = memory_link()
        async with running(link) as peer:
            call = asyncio.ensure_future(peer.call(EchoRequest(text="hi"), message_id="1"))
            await link.csms.receive()
            await link.csms.send('[3,"1",{"text":5}]')
            with pytest.raises(InvalidResponse):
                await call
            await asyncio.sleep(1)
        assert len([text for side, text in link.sent if side is Side.STATION]) == 1

    @virtual_time
    async def test_of_ours_are_logged(self, caplog: pytest.LogCaptureFixture) -> None:
        link = memory_link()
        async with running(link, edition=Edition.V21):
            await TestHandling.ask(link, "1", "Echo", {"text": "a"})
            await link.csms.send('[5,"1","PropertyConstraintViolation","text: too dull",{}]')
            assert (await TestHandling.ask(link, "2", "Echo", {"text": "a"}))[0] == 3
        assert "answer 1 rejected" in caplog.text
        assert "PropertyConstraintViolation text: too dull" in caplog.text


@virtual_time
async def test_the_tap_sees_each_text_both_ways() -> None:
    seen: list[tuple[FrameDirection, str]] = []
    link = memory_link()
    async with running(link, tap=lambda way, text: seen.append((way, text))):
        await TestHandling.ask(link, "1", "Echo", {"text": "a"})
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
