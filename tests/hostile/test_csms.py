"""A station that says what is wrong, or answers wrong: the CSMS lives on, and its other stations
hear nothing of it.
"""

import asyncio
import json
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from random import Random
from typing import Any

import pytest

from pilotwire.csms import Csms
from pilotwire.errors import CallUnanswered, ConnectionClosed
from pilotwire.rpc import Peer
from tests.hostile import samples
from tests.hostile.amount import FRAMES, chance
from tests.hostile.mutator import Mutator
from tests.hostile.watching import Ids, Memory, nothing_unexpected
from tests.support.editions import IN_ALL
from tests.support.memory_link import MemoryLink, memory_link
from tests.support.virtual_time import virtual_time
from tests.unit.csms.scenes import (
    booted,
    moment,
    new_csms,
    request_of,
    start_transaction,
    transaction_event,
)

pytestmark = pytest.mark.bad_frames

IDENTITY, OTHER = "CS-9", "CS-1"


async def works(csms: Csms, identity: str, station: Peer, version: str) -> None:
    """A transaction of an ordinary station is taken as it is told."""
    if version == "1.6":
        started = await station.call(start_transaction(connector_id=7, id_tag="AFTER"))
        stop = {"meterStop": 2000, "timestamp": moment(60)}
        number: int | str = started.transaction_id
        await station.call(request_of("1.6", "StopTransaction", transactionId=number, **stop))
    else:
        number = f"of {identity}"
        for seq_no, (kind, register) in enumerate((("Started", 1000), ("Ended", 2000))):
            event = transaction_event(
                version, seq_no, kind, 60.0 * seq_no, register_wh=register, transaction_id=number
            )
            await station.call(event)
    session = csms.stations[identity].sessions[-1]
    assert (session.transaction_id, session.energy_wh) == (number, 1000)
    assert not session.ongoing


class Rogue:
    """A station's end that says what is wrong."""

    def __init__(self, version: str, random: Random) -> None:
        self._version = version
        self._random = random
        self._mutator = Mutator(random)
        self._calls = samples.calls(version, from_station=True)
        self._sends = samples.sends(version, from_station=True)
        self.link = memory_link(f"ocpp{version}")

    async def burst(self, number: int) -> None:
        """Say so many things at once, and wait for the answers."""
        ids = Ids()
        for _ in range(number):
            for text in self._said():
                ids.said(text)
                self.link.csms.arrive(asyncio.get_running_loop().time(), text)
        for _ in range(400):
            while self.link.station._inbox:
                ids.answered(await self.link.station.receive())
            self.link.sent.clear()
            if not ids.open or self.link.ended is not None:
                break
            await asyncio.sleep(0.1)
        assert self.link.ended is None, "it has answered each, so why should it close"
        assert not ids.open, "no answer"

    def _said(self) -> list[str]:
        one_way = self._sends and self._random.random() < 0.05
        action = self._random.choice(self._sends if one_way else self._calls)
        payload = self._likely(samples.request(self._version, action, self._random))
        kind = 6 if one_way else 2
        return self._mutator.texts([kind, self._mutator.new_id(), action.name, payload])

    def _likely(self, payload: Any, name: str = "") -> Any:
        """The same about few things, so that what is said belongs together."""
        match name, payload:
            case _, dict():
                return {each: self._likely(payload[each], each) for each in payload}
            case _, list():
                return [self._likely(each, name) for each in payload]
            case "connectorId" | "evseId" | "id" | "seqNo", int():
                return self._random.choice((0, 1, 2, payload))
            case "transactionId", int():
                return self._random.choice((1, 2, 3, payload))
            case "transactionId", str():
                return self._random.choice(("a", "b", payload))
            case _:
                return payload


@IN_ALL
@virtual_time
async def test_what_a_station_says(version: str) -> None:
    random = chance("frames to the CSMS", version)
    csms = new_csms(knows_its_stations=True)
    with nothing_unexpected(), Memory() as memory:
        async with booted(csms, version, OTHER) as other:
            rogue = Rogue(version, random)
            serving = asyncio.create_task(csms.serve_transport(IDENTITY, rogue.link.csms))
            said = 0
            while said < FRAMES:
                number = random.choice((1, 1, 2, 3, 8, 20, 40))
                if said < FRAMES // 2 <= said + number:
                    memory.at_half()
                said += number
                await rogue.burst(number)
                assert not serving.done()
            memory.at_end()
            await works(csms, OTHER, other, version)
            rogue.link.cut()
            with suppress(ConnectionClosed):
                await serving
            async with booted(csms, version, IDENTITY) as station:
                await works(csms, IDENTITY, station, version)


@asynccontextmanager
async def liar(csms: Csms, version: str, random: Random) -> AsyncGenerator[MemoryLink]:
    """A station whose answers are mutants."""
    mutator = Mutator(random)
    link = memory_link(f"ocpp{version}")

    async def answer() -> None:
        while True:
            link.sent.clear()
            kind, message_id, action, *_ = json.loads(await link.station.receive())
            if kind != 2:
                continue
            payload = samples.response(version, action, random)
            for text in mutator.texts([3, message_id, payload]):
                link.csms.arrive(asyncio.get_running_loop().time(), text)

    serving = asyncio.create_task(csms.serve_transport(IDENTITY, link.csms))
    answering = asyncio.create_task(answer())
    await asyncio.sleep(0)
    try:
        yield link
        assert not serving.done()
        assert not answering.done()
    finally:
        link.cut()
        with suppress(ConnectionClosed):
            await answering
        await serving


@IN_ALL
@virtual_time
async def test_what_a_station_answers(version: str) -> None:
    random = chance("answers to the CSMS", version)
    csms = new_csms(knows_its_stations=True)
    commands = samples.calls(version, from_station=False)
    with nothing_unexpected(), Memory() as memory:
        async with booted(csms, version, OTHER) as other:
            async with liar(csms, version, random):
                left = FRAMES
                while left:
                    action = random.choice(commands)
                    with suppress(ValueError):  # a sample that no text can be
                        payload = samples.request(version, action, random)
                        request: Any = action.request.from_wire(payload)
                        left -= 1
                        if left == FRAMES // 2:
                            memory.at_half()
                        with suppress(CallUnanswered):
                            await csms.call(IDENTITY, request)
                memory.at_end()
                await works(csms, OTHER, other, version)
            async with booted(csms, version, IDENTITY) as station:
                await works(csms, IDENTITY, station, version)
