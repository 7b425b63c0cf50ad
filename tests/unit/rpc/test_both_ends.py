"""A station's and a CSMS's peer on one link, with the generated messages of each version."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pilotwire.errors import CallFailed, CallUnanswered, ConnectionClosed
from pilotwire.ocpp.base import Action, Direction, Message, Response
from pilotwire.ocpp.v16 import actions as actions16
from pilotwire.ocpp.v16 import messages as v16
from pilotwire.ocpp.v21 import actions as actions21
from pilotwire.ocpp.v21 import messages as v21
from pilotwire.ocpp.v201 import actions as actions201
from pilotwire.ocpp.v201 import messages as v201
from pilotwire.rpc import Edition, ErrorCode, Peer
from tests.support.memory_link import Fate, MemoryLink, memory_link
from tests.support.virtual_time import run, virtual_time


@asynccontextmanager
async def peers(
    link: MemoryLink, edition: Edition, actions: Any, station: Any = None, csms: Any = None
) -> AsyncGenerator[tuple[Peer, Peer]]:
    common: dict[str, Any] = {"edition": edition, "actions": actions, "message_timeout": 10.0}
    ends = (
        Peer(link.station, handler=station, sends=Direction.FROM_STATION, **common),
        Peer(link.csms, handler=csms, sends=Direction.FROM_CSMS, **common),
    )
    async with asyncio.TaskGroup() as tasks:
        for end in ends:
            tasks.create_task(end.run())
        try:
            yield ends
        finally:
            link.cut()


@virtual_time
async def test_a_boot_notification_of_1_6_is_answered_with_its_type() -> None:
    async def accept(action: Action, request: Message) -> Response:
        assert isinstance(request, v16.BootNotificationRequest)
        return v16.BootNotificationResponse.from_wire(
            {"status": "Accepted", "currentTime": "2026-01-01T00:00:00Z", "interval": 300}
        )

    async with peers(memory_link("ocpp1.6"), Edition.V16, actions16.ACTIONS, csms=accept) as ends:
        station, csms = ends
        request = v16.BootNotificationRequest(charge_point_vendor="V", charge_point_model="M")
        assert (await station.call(request)).interval == 300
        with pytest.raises(CallFailed) as caught:
            await csms.call(v16.ClearCacheRequest())
        assert caught.value.code is ErrorCode.NOT_SUPPORTED


@virtual_time
async def test_a_fault_is_named_in_the_words_of_the_edition() -> None:
    async def unreached(action: Action, request: Message) -> None:
        raise AssertionError

    link = memory_link("ocpp1.6")
    async with peers(link, Edition.V16, actions16.ACTIONS, station=unreached) as (_, csms):
        with pytest.raises(CallFailed) as caught:
            await csms.call_prepared("Reset", {}, v16.ResetResponse, message_id="1")
    assert caught.value.description == "type: required, but missing"
    assert '"OccurenceConstraintViolation"' in link.sent[-1][1]


@virtual_time
async def test_in_2_1_a_stream_of_values_crosses_a_call_that_is_being_handled() -> None:
    streamed: list[str] = []

    async def csms_handles(action: Action, message: Message) -> Response | None:
        if isinstance(message, v21.NotifyPeriodicEventStream):
            streamed.append(message.data[0].v)
            return None
        assert isinstance(message, v21.DataTransferRequest)
        await asyncio.sleep(5)
        return v21.DataTransferResponse.from_wire({"status": "Accepted"})

    link = memory_link("ocpp2.1")
    async with peers(link, Edition.V21, actions21.ACTIONS, csms=csms_handles) as (station, _):
        call = asyncio.ensure_future(station.call(v21.DataTransferRequest(vendor_id="v")))
        await asyncio.sleep(1)
        for volt in ("230.4", "230.2"):
            values = {"basetime": "2026-01-01T00:00:00Z", "data": [{"t": 0, "v": volt}]}
            await station.send(
                v21.NotifyPeriodicEventStream.from_wire({"id": 1, "pending": 0, **values})
            )
        assert not streamed
        await call
        await asyncio.sleep(1)
    assert streamed == ["230.4", "230.2"]
    assert [text[:2] for _, text in link.sent] == ["[2", "[6", "[6", "[3"]


@settings(max_examples=40, deadline=None)
@given(
    fates=st.lists(st.sampled_from(list(Fate)), max_size=12),
    latency=st.floats(0, 15),
    counts=st.tuples(st.integers(0, 5), st.integers(0, 5)),
)
def test_whatever_the_link_does_each_call_ends_once_and_nothing_stays_behind(
    fates: list[Fate], latency: float, counts: tuple[int, int]
) -> None:
    coming = iter(fates)

    async def echo(action: Action, request: Message) -> Response:
        assert isinstance(request, v201.DataTransferRequest)
        await asyncio.sleep(1)
        return v201.DataTransferResponse.from_wire({"status": "Accepted", "data": request.data})

    async def ask(peer: Peer, number: int) -> bool:
        try:
            answer = await peer.call(v201.DataTransferRequest(vendor_id="v", data=number))
        except (CallUnanswered, ConnectionClosed):
            return False
        assert answer.data == number
        return True

    async def both() -> None:
        link = memory_link(latency=latency, faults=lambda *_: next(coming, Fate.DELIVER))
        async with peers(link, Edition.V201, actions201.ACTIONS, echo, echo) as ends:
            calls = [
                ask(end, n) for end, count in zip(ends, counts, strict=True) for n in range(count)
            ]
            outcomes = await asyncio.gather(*calls)
        assert len(outcomes) == sum(counts)
        assert len(asyncio.all_tasks()) == 1
        if not fates and latency < 4:
            assert all(outcomes)

    run(both())
