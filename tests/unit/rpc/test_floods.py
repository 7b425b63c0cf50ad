"""More than can be answered, or is worth a line of a log (2.0.1 part 4, 4.1.1 and 4.3)."""

import asyncio
import json
import logging
from typing import Any

import pytest

from pilotwire.errors import ConnectionClosed
from pilotwire.ocpp.base import Action, Message, Response
from pilotwire.rpc import Edition
from pilotwire.rpc.complaints import BURST, FREE, PAUSE, Complaints
from tests.support.memory_link import MemoryLink, MemoryTransport, Side, memory_link
from tests.support.virtual_time import virtual_time
from tests.unit.rpc.scenes import EchoRequest, EchoResponse, Note, answer_to, echo, running


def said(link: MemoryLink) -> list[list[Any]]:
    """What the station sent."""
    return [json.loads(text) for side, text in link.sent if side is Side.STATION]


async def slowly(action: Action, request: Message) -> Response | None:
    await asyncio.sleep(1)
    return await echo(action, request)


class TestCalls:
    @pytest.mark.parametrize("number", [16, 17, 28, 200])
    @virtual_time
    async def test_each_of_a_burst_is_answered(self, number: int) -> None:
        link = memory_link()
        async with running(link, handler=slowly):
            for each in range(number):
                await link.csms.send(f'[2,"{each}","Echo",{{"text":"a"}}]')
            await asyncio.sleep(100)
        answers = said(link)
        assert sorted(answer[1] for answer in answers) == sorted(map(str, range(number)))
        refused = [answer for answer in answers if answer[0] == 4]
        assert len(refused) == max(0, number - 16)
        assert all(answer[2:4] == ["GenericError", "more than 16 CALLs at a time"]
                   for answer in refused)  # fmt: skip

    @virtual_time
    async def test_those_beyond_the_limit_do_not_wait_for_the_others(self) -> None:
        link = memory_link()
        async with running(link, handler=slowly):
            for each in range(17):
                await link.csms.send(f'[2,"{each}","Echo",{{"text":"a"}}]')
            await asyncio.sleep(0.5)
            assert [answer[:2] for answer in said(link)] == [[4, "16"]]

    @pytest.mark.parametrize("text", ["garbage", '[2,"1","Echo",{"text":"a"}]', "[2]"])
    @virtual_time
    async def test_a_peer_that_takes_no_answers_loses_the_connection(
        self, text: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        async def never(_: MemoryTransport, __: str) -> None:
            await asyncio.get_running_loop().create_future()

        link = memory_link()
        monkeypatch.setattr(MemoryTransport, "send", never)
        async with running(link) as peer:
            for number in range(200):
                link.station.arrive(0.0, text.replace('"1"', f'"{number}"'))
            await asyncio.sleep(1)
            assert peer.closed is not None
            assert peer.closed.code == 1008
            with pytest.raises(ConnectionClosed, match="1008: more messages"):
                await peer.call(EchoRequest(text="a"))
        with pytest.raises(ConnectionClosed, match="1008: more messages"):
            await link.csms.receive()

    @virtual_time
    async def test_garbage_is_answered_as_long_as_answers_are_taken(self) -> None:
        link = memory_link()
        async with running(link, handler=slowly):
            await link.csms.send('[2,"1","Echo",{"text":"a"}]')
            for _ in range(500):
                await link.csms.send("garbage")
            await asyncio.sleep(10)
            assert len(said(link)) == 501
            assert (await answer_to(link, "2", "Nonsense", {}))[0] == 4

    @virtual_time
    async def test_sends_are_taken_within_bounds(self) -> None:
        taken: list[Message] = []

        async def take(action: Action, message: Message) -> Response | None:
            await asyncio.sleep(1)
            taken.append(message)
            return EchoResponse(text="still here") if action.name == "Echo" else None

        link = memory_link()
        async with running(link, handler=take, edition=Edition.V21):
            for number in range(500):
                await link.csms.send(f'[6,"{number}","Note",{{"text":"{number}"}}]')
            answer = await answer_to(link, "c", "Echo", {"text": "a"})
        assert answer == [3, "c", {"text": "still here"}]
        assert 10 < len(taken) < 50
        assert isinstance(taken[0], Note)

    @virtual_time
    async def test_others_get_their_turn_between_any_two_messages(self) -> None:
        link = memory_link()
        async with running(link):
            for _ in range(1000):
                link.station.arrive(0.0, "garbage")
            turns = 0
            while len(link.station._inbox):  # pyright: ignore[reportPrivateUsage]  # how much waits
                await asyncio.sleep(0)
                turns += 1
        assert turns >= 900


class TestComplaints:
    @pytest.mark.parametrize("text", ["x", "[]", '[6,"1","Note",{}]', "garbage " * 200])
    @virtual_time
    async def test_a_flood_fills_no_log(self, text: str, caplog: pytest.LogCaptureFixture) -> None:
        link = memory_link()
        async with running(link, edition=Edition.V21):
            for _ in range(1000):
                await link.csms.send(text)
                await asyncio.sleep(0.1)
        lines = [record.getMessage() for record in caplog.records]
        assert 0 < len(lines) <= BURST + 100 / PAUSE + 2
        assert sum(map(len, lines)) <= FREE + 1000 * len(text)
        assert "left out" in caplog.text

    @virtual_time
    async def test_what_is_left_out_is_counted(self, caplog: pytest.LogCaptureFixture) -> None:
        complaints = Complaints(logging.getLogger("test"))
        for number in range(BURST + 5):
            complaints.note(f"line {number}")
        await asyncio.sleep(PAUSE)
        complaints.note("the last")
        assert caplog.records[-1].getMessage() == "the last (5 lines before it are left out)"
        assert len(caplog.records) == BURST + 1
        complaints.note("no more")
        complaints.end()
        assert caplog.records[-1].getMessage() == "lines about this connection that are left out: 1"
        complaints.end()
        assert len(caplog.records) == BURST + 2

    @virtual_time
    async def test_a_traceback_counts_too(self, caplog: pytest.LogCaptureFixture) -> None:
        complaints = Complaints(logging.getLogger("test"))
        for _ in range(3):
            complaints.note("failed", failure=LookupError("x" * (FREE // 2)))
        assert [record.exc_info is not None for record in caplog.records] == [True, False, False]
        assert caplog.records[-1].getMessage() == "failed: LookupError"
        complaints.received("x" * FREE)
        complaints.note("failed", failure=LookupError("x" * (FREE // 2)))
        assert caplog.records[-1].exc_info is not None
