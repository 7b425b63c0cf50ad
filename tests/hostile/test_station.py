"""A CSMS that answers wrong, or says what is wrong: the station lives on, tells all that it has to
tell, and charges the next driver.
"""

import asyncio
import json
from collections.abc import Callable
from contextlib import suppress
from random import Random
from typing import Any

import pytest

from pilotwire.charging_station import ChargingStation, NotConnectedError
from pilotwire.connection import OcppVersion
from pilotwire.dialects.v2x.dialect import BLOCKS as BLOCKS_2X
from pilotwire.dialects.v16.dialect import BLOCKS as BLOCKS_16
from pilotwire.dialects.v16.keys import Block16
from pilotwire.errors import CallFailed, CallRefused, CallUnanswered, ConnectionClosed
from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation
from pilotwire.ocpp import v16, v21, v201
from pilotwire.ocpp.base import Action, Message, Response
from pilotwire.rpc import Call, CallError, CallResult, ErrorCode
from pilotwire.station.device_model.standard import SampledDataCtrlr
from pilotwire.station.vocabulary import Attribute
from tests.hostile import samples
from tests.hostile.amount import FRAMES, chance
from tests.hostile.mutator import Mutator
from tests.hostile.watching import Ids, Memory, nothing_unexpected
from tests.support.editions import IN_ALL
from tests.support.frames import parsed
from tests.support.memory_link import MemoryLink, Side
from tests.support.scene import TOKEN, Opponent, Scene, scene
from tests.support.virtual_time import virtual_time

pytestmark = pytest.mark.bad_frames

OF_ITSELF = {
    *("BootNotification", "Heartbeat", "Authorize"),
    *("StartTransaction", "StopTransaction", "TransactionEvent"),
}
"""What a station works with the answer to."""
KEYS = [key.name for block in BLOCKS_16 if isinstance(block, Block16) for key in block.shown]
SETTINGS = {SampledDataCtrlr.TxUpdatedInterval: 10}

Carry = Callable[[MemoryLink, Side, str], None]


class Told:
    """What the station told of its transactions: of each all, in order, and nothing in two ways."""

    def __init__(self) -> None:
        self._events: dict[str, dict[int, dict[str, Any]]] = {}
        self._starts: set[str] = set()
        self._stops: set[str] = set()

    def hear(self, call: Call) -> None:
        words = json.dumps(call.payload, sort_keys=True)
        if call.action == "StartTransaction":
            self._starts.add(words)
        elif call.action == "StopTransaction":
            self._stops.add(words)
        elif call.action == "TransactionEvent":
            event = {name: value for name, value in call.payload.items() if name != "offline"}
            known = self._events.setdefault(event["transactionInfo"]["transactionId"], {})
            assert known.setdefault(event["seqNo"], event) == event, "told in two ways"

    def whole(self, at_least: int) -> None:
        """Every transaction was told from its start to its end."""
        assert len(self._starts) == len(self._stops)
        for events in self._events.values():
            kinds = [events[number]["eventType"] for number in sorted(events)]
            assert sorted(events) == list(range(len(events))), "an event is missing"
            assert (kinds[0], kinds[-1]) == ("Started", "Ended")
            assert set(kinds[1:-1]) <= {"Updated"}
        assert len(self._starts) + len(self._events) >= at_least


class Busy:
    """Drivers who come and go, and what they saw."""

    def __init__(self, s: Scene, random: Random) -> None:
        self._s = s
        self._random = random
        self.charged = 0

    async def session(self) -> None:
        """A driver comes, charges if that may be, and goes."""
        s, wait = self._s, self._random.choice((5, 15, 40))
        await s.evse.plug_in(ElectricVehicle(soc=10, wakes_after_s=0))
        await s.evse.swipe(TOKEN)
        await s.wait(wait)
        self.charged += s.evse.contactor.closed
        if self._random.random() < 0.5:
            await s.evse.swipe(TOKEN)
            await s.wait(5)
        await self.leave()

    async def leave(self) -> None:
        if self._s.evse.vehicle is not None:
            await self._s.evse.tear_out()
            await self._s.wait(5)


def alive(s: Scene) -> None:
    task = s.station._task
    assert task is not None
    assert not task.done(), "the station has ended"


def forget(s: Scene) -> None:
    """Those who look on keep what happened no longer."""
    s.csms.heard.clear()
    s.network.attempts.clear()
    del s.network.links[:-1]


async def restarts(s: Scene) -> None:
    """The station boots again."""
    if s.station.version is None:
        return
    with suppress(CallFailed):
        if s.station.version is OcppVersion.V1_6:
            await s.csms.call(v16.ResetRequest(type=v16.ResetType.SOFT))
        else:
            await s.csms.call(v21.ResetRequest(type=v21.ResetEnumType.IMMEDIATE))
    await s.wait(15)


async def until(s: Scene, condition: Callable[[], bool]) -> None:
    """Wait for it, a day and a half at most."""
    for _ in range(1296):
        alive(s)
        if condition():
            return
        await s.wait(100)
    raise AssertionError("stuck")


async def works(s: Scene, busy: Busy, told: Told) -> None:
    """Now that the CSMS does well, all is told, and the next driver charges."""
    await busy.leave()
    await until(s, lambda: s.station.accepted)
    await restarts(s)  # for an ordinary interval of heartbeats
    await until(s, lambda: s.station.accepted and s.station.outbox_size == 0)
    assert not [loss for loss in s.station.given_up if loss.why.startswith("failed unexpectedly")]
    assert s.station.evses[0].status == "Available"
    await s.evse.plug_in(ElectricVehicle(soc=10, wakes_after_s=0))
    await s.evse.swipe(TOKEN)
    await s.wait(15)
    assert s.evse.contactor.closed
    await busy.leave()
    await s.wait(60)
    assert s.station.outbox_size == 0
    assert s.station.evses[0].status == "Available"
    told.whole(busy.charged + 1)


class Sampled(Opponent):
    """A CSMS that knows a valid answer to whatever a station may ask."""

    def __init__(self, random: Random) -> None:
        super().__init__()
        self._random = random

    async def _handle(self, version: OcppVersion, action: Action, said: Message, /) -> Response:
        if action.name in OF_ITSELF:
            return await super()._handle(version, action, said)
        assert action.response is not None
        return action.response.from_wire(samples.response(version, action.name, self._random))


# What it answers.


class Liar:
    """Between the two ends: puts mutants in the place of answers to the station."""

    def __init__(self, version: str, random: Random, told: Told) -> None:
        self.left = FRAMES
        self._version = version
        self._random = random
        self._mutator = Mutator(random)
        self._told = told
        self._actions: dict[str, str] = {}

    def carry(self, honest: Carry, link: MemoryLink, side: Side, text: str) -> None:
        link.sent.clear()
        frame = parsed(text, OcppVersion(self._version).edition)
        if side is Side.STATION:
            if isinstance(frame, Call):
                self._actions = {frame.message_id: frame.action}
                self._told.hear(frame)
            honest(link, side, text)
            return
        for said in self._instead(frame, text):
            honest(link, side, said)

    def _instead(self, frame: object, text: str) -> list[str]:
        if not isinstance(frame, CallResult | CallError) or self.left <= 0:
            return [text]
        action = self._actions.get(frame.message_id)
        if action is None or (action == "Heartbeat" and self._random.random() < 0.5):
            return [text]
        if self._random.random() < 0.3:  # for life to go on
            return [text]
        self.left -= 1
        payload = frame.payload if isinstance(frame, CallResult) else {}
        if self._random.random() < 0.5:
            payload = samples.response(self._version, action, self._random)
        return self._mutator.texts([3, frame.message_id, payload])


async def asks(s: Scene, version: str, random: Random) -> None:
    """The application asks whatever a station may ask."""
    action = random.choice(samples.calls(version, from_station=True))
    if action.name in OF_ITSELF:
        return  # those are its own
    try:
        request = action.request.from_wire(samples.request(version, action, random))
    except ValueError:
        return  # a sample that no text can be
    with suppress(CallUnanswered, ConnectionClosed, NotConnectedError):
        await s.station.call(request)  # type: ignore[arg-type]  # any of them


@IN_ALL
@virtual_time
async def test_what_a_csms_answers(version: str, monkeypatch: pytest.MonkeyPatch) -> None:
    random, told = chance("answers to stations", version), Told()
    with nothing_unexpected(), Memory() as memory:
        liar = Liar(version, random, told)
        honest = MemoryLink.carry
        monkeypatch.setattr(MemoryLink, "carry", lambda *what: liar.carry(honest, *what))
        csms = Sampled(random)
        async with scene(version, csms=csms, settings=SETTINGS, booted=False) as s:
            busy = Busy(s, random)
            half = FRAMES // 2
            while liar.left > 0:
                forget(s)
                if liar.left <= half:
                    memory.at_half()
                    half = 0
                if not s.station.accepted:
                    await s.wait(random.choice((1, 60, 3600)))
                draw = random.random()
                if draw < 0.3:
                    await busy.session()
                elif draw < 0.35:
                    await s.wait(400)  # for heartbeats
                elif draw < 0.4:
                    await restarts(s)
                else:
                    await asks(s, version, random)
                alive(s)
            forget(s)
            memory.at_end()
            await works(s, busy, told)


# What it says by itself.


class Flood:
    """A CSMS's end that says what is wrong, and looks whether it is answered."""

    def __init__(self, version: str, random: Random, told: Told) -> None:
        self._version = version
        self._random = random
        self._told = told
        self._mutator = Mutator(random)
        self._commands = samples.calls(version, from_station=False)
        blocks = BLOCKS_16 if version == "1.6" else BLOCKS_2X
        known = {each.kind().action for block in blocks for each in block.commands.values()}
        self._known = [each for each in self._commands if each.name in known]
        self._ids: dict[MemoryLink, Ids] = {}
        self._transaction: int | str = 1

    def carry(self, honest: Carry, link: MemoryLink, side: Side, text: str) -> None:
        link.sent.clear()
        if side is Side.STATION:
            frame = parsed(text, OcppVersion(self._version).edition)
            if isinstance(frame, Call):
                self._told.hear(frame)
                info = frame.payload.get("transactionInfo", frame.payload)
                self._transaction = info.get("transactionId", self._transaction)
            elif link in self._ids and self._ids[link].answered(text):
                return
        honest(link, side, text)

    async def burst(self, s: Scene, number: int) -> None:
        """Say so many things at once, and wait for the answers."""
        link = s.network.links[-1]
        ids = self._ids[link] = Ids()
        for _ in range(number):
            for text in self._said(s):
                ids.said(text)
                link.station.arrive(asyncio.get_running_loop().time(), text)
        for _ in range(6000):
            if not ids.open or link.ended is not None:
                break
            await s.wait(1)
        if link.ended is None:
            assert not ids.open, "no answer"
        else:
            code, _ = link.station._closed or (None, "")
            assert code is not None, "closed without a reason"
        del self._ids[link]

    def _said(self, s: Scene) -> list[str]:
        known = self._random.random() < 0.7
        action = self._random.choice(self._known if known else self._commands)
        payload = self._likely(s, samples.request(self._version, action, self._random))
        return self._mutator.texts([2, self._mutator.new_id(), action.name, payload])

    def _likely(self, s: Scene, payload: Any, name: str = "") -> Any:
        """The same about things that the station has, for the most part."""
        random = self._random
        match name, payload:
            case "component", {"name": _}:
                return {"name": random.choice(list(s.station.device_model)).spec.component}
            case "variable", {"name": _}:
                return {"name": random.choice(list(s.station.device_model)).spec.name}
            case _, dict():
                return {each: self._likely(s, payload[each], each) for each in payload}
            case _, list():
                return [self._likely(s, each, name) for each in payload]
            case _ if random.random() < 0.2:
                return payload
            case "connectorId" | "evseId" | "id", int():
                return random.choice((0, 1, 1, 2))
            case "idTag" | "idToken", str():
                return TOKEN
            case "key", str():
                return random.choice(KEYS)
            case "value" | "attributeValue", str():
                return random.choice(("true", "false", "0", "1", "10", "86400", "-1", "x" * 600))
            case "transactionId", _:
                return self._transaction
            case _:
                return payload


def slow(station: ChargingStation[SimulatedStation], random: Random) -> None:
    """The application takes its time with what is its own, so that other things have to wait."""

    async def answer(_: Message) -> Any:
        await asyncio.sleep(random.choice((0, 0, 0, 1, 10, 100)))
        raise CallRefused(ErrorCode.GENERIC_ERROR, "no")

    for home in (v16, v201, v21):
        station.on(home.DataTransferRequest)(answer)


async def set_right(s: Scene) -> None:
    """What the CSMS may have set is set back."""
    model = s.station.device_model
    for definition, attribute in list(model._values):
        if attribute is Attribute.ACTUAL:
            default = model._defaults.get(definition, definition.default)
            model.change({(definition, attribute): default})
    with suppress(CallFailed):  # once it can be changed
        if s.station.version is OcppVersion.V1_6:
            usable = v16.AvailabilityType.OPERATIVE
            for connector in (0, 1):
                await s.csms.call(
                    v16.ChangeAvailabilityRequest(connector_id=connector, type=usable)
                )
            return
        operative = v21.OperationalStatusEnumType.OPERATIVE
        for place in (None, v21.EVSEType(id=1), v21.EVSEType(id=1, connector_id=1)):
            await s.csms.call(
                v21.ChangeAvailabilityRequest(operational_status=operative, evse=place)
            )


@IN_ALL
@virtual_time
async def test_what_a_csms_says(version: str, monkeypatch: pytest.MonkeyPatch) -> None:
    random, told = chance("frames to stations", version), Told()
    with nothing_unexpected(), Memory() as memory:
        flood = Flood(version, random, told)
        honest = MemoryLink.carry
        monkeypatch.setattr(MemoryLink, "carry", lambda *what: flood.carry(honest, *what))
        async with scene(
            version, settings=SETTINGS, prepare=lambda station: slow(station, random)
        ) as s:
            busy = Busy(s, random)
            said = 0
            while said < FRAMES:
                await until(s, lambda: s.station.accepted)
                forget(s)
                number = random.choice((1, 1, 2, 3, 8, 20, 40))
                if said < FRAMES // 2 <= said + number:
                    memory.at_half()
                said += number
                if random.random() < 0.2:
                    flooding = asyncio.create_task(flood.burst(s, number))
                    await busy.session()
                    await flooding
                else:
                    await flood.burst(s, number)
                alive(s)
            forget(s)
            memory.at_end()
            await until(s, lambda: s.station.accepted)
            await set_right(s)
            await works(s, busy, told)
