"""The peer's requests are handled one at a time, and each is answered (part 4, 4.1, 4.3)."""

import asyncio
import json
from types import ModuleType

import pytest

from pilotwire.errors import (
    CallRefused,
    ConnectionClosed,
)
from pilotwire.ocpp import v16, v201
from pilotwire.ocpp.base import Action, Message, Response
from pilotwire.ocpp.v16.actions import ACTIONS as ACTIONS_16
from pilotwire.ocpp.v201.actions import ACTIONS as ACTIONS_201
from pilotwire.rpc import Answer, ErrorCode, Peer
from tests.support.memory_link import Fate, Side, memory_link
from tests.support.virtual_time import virtual_time
from tests.unit.rpc.scenes import (
    EchoRequest,
    EchoResponse,
    answer_to,
    running,
)


class TestHandling:
    @virtual_time
    async def test_answers_with_the_handlers_response(self) -> None:
        link = memory_link()
        async with running(link):
            assert await answer_to(link, "1", "Echo", {"text": "a"}) == [3, "1", {"text": "a"}]

    @virtual_time
    async def test_names_what_is_unknown_unsupported_or_invalid(self) -> None:
        link = memory_link()
        async with running(link):
            assert (await answer_to(link, "1", "Nonsense", {}))[2] == "NotImplemented"
            assert (await answer_to(link, "2", "Other", {"text": "a"}))[2] == "NotSupported"
            assert (await answer_to(link, "3", "Echo", {}))[2:4] == [
                "OccurrenceConstraintViolation",
                "text: required, but missing",
            ]

    @virtual_time
    async def test_without_a_handler_nothing_is_supported(self) -> None:
        link = memory_link()
        async with running(link, handler=None):
            assert (await answer_to(link, "1", "Echo", {"text": "a"}))[2] == "NotSupported"

    @virtual_time
    async def test_a_failure_is_logged_and_not_told(self, caplog: pytest.LogCaptureFixture) -> None:
        async def fail(action: Action, request: Message) -> None:
            raise RuntimeError("the internals")

        link = memory_link()
        async with running(link, handler=fail):
            answer = await answer_to(link, "1", "Echo", {"text": "a"})
        assert answer == [4, "1", "InternalError", "", {}]
        assert "the internals" in caplog.text

    @virtual_time
    async def test_a_handler_may_refuse_with_a_code(self) -> None:
        async def refuse(action: Action, request: Message) -> None:
            raise CallRefused(ErrorCode.SECURITY_ERROR, "not yet accepted")

        link = memory_link()
        async with running(link, handler=refuse):
            answer = await answer_to(link, "1", "Echo", {"text": "a"})
        assert answer == [4, "1", "SecurityError", "not yet accepted", {}]

    @virtual_time
    async def test_a_handler_that_hangs_is_cancelled(self) -> None:
        async def hang(action: Action, request: Message) -> None:
            await asyncio.get_running_loop().create_future()

        link = memory_link()
        async with running(link, handler=hang, handler_timeout=60.0):
            assert (await answer_to(link, "1", "Echo", {"text": "a"}))[2] == "InternalError"
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
            assert await answer_to(link, "1", "Echo", {"text": "a"}) == [
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
            await answer_to(link, "1", "Echo", {"text": "a"})
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
                await answer_to(link, "1", "Echo", {"text": "a"})
        assert not followed

    @virtual_time
    async def test_a_repeated_request_is_handled_once_and_answered_alike(self) -> None:
        handled: list[Message] = []

        async def count(action: Action, request: Message) -> Response:
            handled.append(request)
            return EchoResponse(text=str(len(handled)))

        link = memory_link()
        async with running(link, handler=count):
            first = await answer_to(link, "1", "Echo", {"text": "a"})
            again = await answer_to(link, "1", "Echo", {"text": "a"})
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
            assert (await answer_to(link, "1", "Echo", {"text": "a"}))[2] == "InternalError"
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


@pytest.mark.parametrize(
    ("action", "payload", "module"),
    [
        ("Heartbeat", {}, v16),
        ("Heartbeat", {}, v201),
        ("BootNotification", {"chargePointVendor": "a", "chargePointModel": "b"}, v16),
    ],
)
@virtual_time
async def test_a_question_whose_answer_ages_is_answered_anew(
    action: str, payload: dict[str, str], module: ModuleType
) -> None:
    """A Heartbeat with the id of another one is told the time, and not what it was then."""
    asked: list[Message] = []

    async def tell(_: Action, request: Message) -> Response:
        asked.append(request)
        answer: dict[str, object] = {"currentTime": f"2026-01-01T00:00:0{len(asked)}Z"}
        if action == "BootNotification":
            answer |= {"status": "Accepted", "interval": 5}
        response: type[Response] = getattr(module, f"{action}Response")
        return response.from_wire(answer)

    actions = ACTIONS_16 if module is v16 else ACTIONS_201
    link = memory_link()
    async with running(link, handler=tell, actions=actions):
        for second in (1, 2):
            answer = await answer_to(link, "1", action, payload)
            assert answer[2]["currentTime"] == f"2026-01-01T00:00:0{second}.000Z"
