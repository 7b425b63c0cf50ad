"""What OCPP-J 2.1 has besides: SENDs, and answers that are rejected."""

import asyncio
import json
from uuid import UUID

import pytest

from pilotwire.errors import (
    CallRefused,
    ConnectionClosed,
    InvalidResponse,
)
from pilotwire.ocpp.base import Action, Message, Response
from pilotwire.rpc import Edition, ErrorCode
from pilotwire.rpc.session import SessionMisused
from tests.support.memory_link import Side, memory_link
from tests.support.virtual_time import virtual_time
from tests.unit.rpc.scenes import (
    EchoRequest,
    EchoResponse,
    Note,
    answer_to,
    running,
)


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
            assert (await answer_to(link, "2", "Echo", {"text": "a"}))[0] == 3

    @virtual_time
    async def test_a_call_of_what_is_only_sent_is_not_supported(self) -> None:
        link = memory_link()
        async with running(link, edition=Edition.V21):
            answer = await answer_to(link, "1", "Note", {"text": "a"})
        assert answer[:3] == [4, "1", "NotSupported"]

    @virtual_time
    async def test_without_a_handler_it_is_dropped(self) -> None:
        link = memory_link()
        async with running(link, handler=None, edition=Edition.V21):
            await link.csms.send('[6,"1","Note",{"text":"a"}]')
            await asyncio.sleep(1)
        assert all(side is Side.CSMS for side, _ in link.sent)


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
            await answer_to(link, "1", "Echo", {"text": "a"})
            await link.csms.send('[5,"1","PropertyConstraintViolation","text: too dull",{}]')
            assert (await answer_to(link, "2", "Echo", {"text": "a"}))[0] == 3
        assert "answer 1 rejected" in caplog.text
        assert "PropertyConstraintViolation text: too dull" in caplog.text
