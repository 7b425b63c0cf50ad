"""The table of handlers: which function answers which request."""

import asyncio
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from typing import Any

import pytest

from pilotwire.errors import CallFailed, CallRefused, HandledAlready, WrongMessage
from pilotwire.ocpp import v16, v21, v201
from pilotwire.ocpp.base import Action, CsmsRequest, Direction, Request, StationRequest
from pilotwire.ocpp.v16.actions import ACTIONS as ACTIONS_16
from pilotwire.ocpp.v21.actions import ACTIONS as ACTIONS_21
from pilotwire.ocpp.v201.actions import ACTIONS
from pilotwire.rpc import Answer, Edition, ErrorCode, Handlers, Peer
from tests.support.memory_link import memory_link
from tests.support.virtual_time import virtual_time

ASKED = v201.DataTransferRequest(vendor_id="com.example")
ACCEPTED = v201.DataTransferResponse(status=v201.DataTransferStatusEnumType.ACCEPTED)
REJECTED = v201.DataTransferResponse(status=v201.DataTransferStatusEnumType.REJECTED)


async def accept(request: v201.DataTransferRequest) -> v201.DataTransferResponse:
    return ACCEPTED


async def reject(request: v201.DataTransferRequest) -> v201.DataTransferResponse:
    return REJECTED


@asynccontextmanager
async def asking(handlers: Handlers) -> AsyncGenerator[Peer]:
    """The other end of a connection whose calls these handlers answer."""
    link = memory_link()
    common: dict[str, Any] = {"edition": Edition.V201, "actions": ACTIONS}
    ends = (
        Peer(link.csms, sends=Direction.FROM_CSMS, **common),
        Peer(link.station, sends=Direction.FROM_STATION, handler=handlers, **common),
    )
    async with asyncio.TaskGroup() as tasks:
        for end in ends:
            tasks.create_task(end.run())
        yield ends[0]
        link.cut()


@virtual_time
async def test_a_request_is_answered_by_its_handler() -> None:
    seen = []

    async def note(request: v201.DataTransferRequest) -> v201.DataTransferResponse:
        seen.append(request)
        return ACCEPTED

    handlers = Handlers()
    handlers.on(v201.DataTransferRequest, note)
    assert v201.DataTransferRequest in handlers
    assert await handlers(ACTIONS["DataTransfer"], ASKED) is ACCEPTED
    assert seen == [ASKED]


@virtual_time
async def test_what_nobody_handles_has_no_answer() -> None:
    handlers = Handlers()
    assert v201.DataTransferRequest not in handlers
    assert await handlers(ACTIONS["DataTransfer"], ASKED) is None


@virtual_time
async def test_a_second_handler_of_a_type_is_refused() -> None:
    handlers = Handlers()
    handlers.on(v201.DataTransferRequest, accept)
    with pytest.raises(HandledAlready, match="DataTransferRequest has a handler"):
        handlers.on(v201.DataTransferRequest, reject)
    assert await handlers(ACTIONS["DataTransfer"], ASKED) is ACCEPTED


def test_a_message_that_the_other_side_may_not_send_is_refused() -> None:
    async def reset(request: v201.ResetRequest) -> v201.ResetResponse:
        return v201.ResetResponse(status=v201.ResetStatusEnumType.REJECTED)

    async def live(request: v201.HeartbeatRequest) -> v201.HeartbeatResponse:
        raise NotImplementedError

    at_station, at_csms = Handlers(Direction.FROM_CSMS), Handlers(Direction.FROM_STATION)
    at_station.on(v201.ResetRequest, reset)
    at_csms.on(v201.HeartbeatRequest, live)
    for handlers in (at_station, at_csms):
        handlers.on(v201.DataTransferRequest, accept)
    with pytest.raises(WrongMessage, match="no ResetRequest comes from station"):
        at_csms.on(v201.ResetRequest, reset)
    with pytest.raises(WrongMessage, match="no HeartbeatRequest comes from CSMS"):
        at_station.on(v201.HeartbeatRequest, live)


@pytest.mark.parametrize("actions", [ACTIONS_16, ACTIONS, ACTIONS_21])
def test_each_request_bears_who_may_send_it(actions: Mapping[str, Action]) -> None:
    for action in actions.values():
        if issubclass(action.request, Request):
            assert issubclass(action.request, StationRequest) == action.from_station
            assert issubclass(action.request, CsmsRequest) == action.from_csms


@virtual_time
async def test_the_same_action_of_another_version_is_another_request() -> None:
    handlers = Handlers()
    handlers.on(v201.DataTransferRequest, accept)
    other = v16.DataTransferRequest(vendor_id="com.example")
    assert v16.DataTransferRequest not in handlers
    assert await handlers(ACTIONS_16["DataTransfer"], other) is None


@virtual_time
async def test_tables_are_independent() -> None:
    one, two = Handlers(), Handlers()
    one.on(v201.DataTransferRequest, accept)
    assert v201.DataTransferRequest not in two


@virtual_time
async def test_over_a_connection_the_answer_arrives() -> None:
    handlers = Handlers()
    handlers.on(v201.DataTransferRequest, accept)
    async with asking(handlers) as peer:
        assert await peer.call(ASKED) == ACCEPTED


@virtual_time
async def test_over_a_connection_what_nobody_handles_is_not_supported() -> None:
    async with asking(Handlers()) as peer:
        with pytest.raises(CallFailed) as caught:
            await peer.call(ASKED)
    assert caught.value.code is ErrorCode.NOT_SUPPORTED


@virtual_time
async def test_a_handler_that_comes_later_is_heard_of() -> None:
    handlers = Handlers()
    async with asking(handlers) as peer:
        handlers.on(v201.DataTransferRequest, accept)
        assert await peer.call(ASKED) == ACCEPTED


@virtual_time
async def test_a_handler_may_refuse() -> None:
    async def refuse(request: v201.DataTransferRequest) -> v201.DataTransferResponse:
        raise CallRefused(ErrorCode.SECURITY_ERROR, "not you")

    handlers = Handlers()
    handlers.on(v201.DataTransferRequest, refuse)
    async with asking(handlers) as peer:
        with pytest.raises(CallFailed) as caught:
            await peer.call(ASKED)
    assert (caught.value.code, caught.value.description) == (ErrorCode.SECURITY_ERROR, "not you")


@virtual_time
async def test_a_handler_may_do_something_once_its_answer_is_sent() -> None:
    done = asyncio.Event()

    async def answer(
        request: v201.DataTransferRequest,
    ) -> Answer[v201.DataTransferResponse]:
        assert not done.is_set()
        return Answer(ACCEPTED, done.set)

    handlers = Handlers()
    handlers.on(v201.DataTransferRequest, answer)
    async with asking(handlers) as peer:
        assert await peer.call(ASKED) == ACCEPTED
        await done.wait()


@virtual_time
async def test_what_goes_wrong_in_a_handler_stays_there(caplog: pytest.LogCaptureFixture) -> None:
    async def fail(request: v201.DataTransferRequest) -> v201.DataTransferResponse:
        raise LookupError("the password is 1234")

    handlers = Handlers()
    handlers.on(v201.DataTransferRequest, fail)
    async with asking(handlers) as peer:
        with pytest.raises(CallFailed) as caught:
            await peer.call(ASKED)
    assert caught.value.code is ErrorCode.INTERNAL_ERROR
    assert "1234" not in caught.value.description
    assert "handler of DataTransfer failed" in caplog.text


@virtual_time
async def test_a_send_is_taken_by_its_handler_and_not_answered() -> None:
    seen = []

    async def note(message: v21.NotifyPeriodicEventStream) -> None:
        seen.append(message)

    stream = v21.NotifyPeriodicEventStream.from_wire(
        {"id": 1, "pending": 0, "basetime": "2026-01-01T00:00:00Z", "data": [{"t": 0, "v": "230"}]}
    )
    handlers = Handlers()
    handlers.on(v21.NotifyPeriodicEventStream, note)
    assert v21.NotifyPeriodicEventStream in handlers
    assert await handlers(ACTIONS_21["NotifyPeriodicEventStream"], stream) is None
    assert seen == [stream]
