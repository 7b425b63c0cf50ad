"""A CSMS that answers nothing while its WebSocket lives: nobody is there to fail at anything, so
nothing is given up, and in the end the station connects anew (2.x E13, 1.6 3.7.1).
"""

import json
from dataclasses import dataclass, field
from typing import Any

import pytest

from pilotwire.charging_station.link import PATIENCE
from pilotwire.hal.interfaces import FaultCode
from pilotwire.ocpp import v16, v21
from pilotwire.station.device_model.standard import OCPPCommCtrlr
from tests.support.editions import IN_ALL
from tests.support.memory_link import Fate, Side
from tests.support.scene import TOKEN, Scene, Settings, scene
from tests.support.virtual_time import virtual_time

SETTINGS: Settings = {
    OCPPCommCtrlr.MessageAttempts_TransactionEvent: 3,
    OCPPCommCtrlr.MessageAttemptInterval_TransactionEvent: 20,
    OCPPCommCtrlr.MessageTimeout_Default: 30,
}
LONGEST = (30 + 20 * PATIENCE) * PATIENCE + 60
"""Seconds after which a silent connection is given up at the latest."""


@dataclass
class Broker:
    """What brings the CSMS's answers to the wire; `dead`, it brings none, and its own CALLs."""

    dead: bool = False
    also_calls: bool = True
    choking: bool = False
    """Whether it loses the answers to what is told of transactions."""
    _lost: set[str] = field(default_factory=set[str])

    def fate(self, side: Side, text: str) -> Fate:
        is_call = text.startswith("[2,")
        _, message_id, *rest = json.loads(text)
        if side is Side.STATION and is_call and self.choking and "Transaction" in rest[0]:
            self._lost.add(message_id)
        if side is Side.CSMS and message_id in self._lost:
            return Fate.DROP
        if self.dead and side is Side.CSMS and (self.also_calls or not is_call):
            return Fate.DROP
        return Fate.DELIVER


def finals(s: Scene, version: str) -> int:
    """How many ends of transactions have been heard."""
    if version == "1.6":
        return len(s.csms.requests(v16.StopTransactionRequest))
    events: list[Any] = s.csms.requests(v21.TransactionEventRequest)
    return sum(event.event_type == "Ended" for event in events)


@IN_ALL
@virtual_time
async def test_nothing_is_given_up_and_the_station_connects_anew(version: str) -> None:
    broker = Broker()
    async with scene(version, settings=SETTINGS, faults=broker.fate) as s:
        await s.plug_in_and_swipe()
        await s.wait(30)
        broker.dead = True
        await s.evse.swipe(TOKEN)
        before = len(s.network.links)
        await s.wait(LONGEST)
        assert len(s.network.links) > before, "it tries another connection"
        assert s.network.links[before - 1].ended is not None
        await s.wait(6 * 3600)
        assert s.station.given_up == []
        assert s.station.outbox_size > 0
        assert len(s.network.links) - before < 100, "not in a tight loop"
        broker.dead = False
        await s.wait(3600)
        assert s.station.outbox_size == 0
        assert s.station.given_up == []
        assert finals(s, version) >= 1


@IN_ALL
@virtual_time
async def test_a_csms_that_answers_all_else_has_failed_to_process_it(version: str) -> None:
    """TC_E_41: the heartbeat that asks for a sign of life is answered, so the attempts count."""
    broker = Broker(choking=True)
    async with scene(version, settings=SETTINGS, faults=broker.fate) as s:
        connections = len(s.network.links)
        await s.plug_in_and_swipe()
        await s.wait(1200)
        assert len(s.station.given_up) >= 1
        assert len(s.network.links) == connections


@IN_ALL
@virtual_time
async def test_its_own_calls_are_a_sign_of_life(version: str) -> None:
    broker = Broker(also_calls=False)
    async with scene(version, settings=SETTINGS, faults=broker.fate) as s:
        connections = len(s.network.links)
        await s.plug_in_and_swipe()
        await s.wait(30)
        broker.dead = True
        await s.evse.swipe(TOKEN)
        for _ in range(120):
            await s.wait(10)
            if version == "1.6":
                await s.csms.call(v16.ClearCacheRequest())
            else:
                await s.csms.call(v21.ClearCacheRequest())
        assert len(s.station.given_up) >= 1
        assert len(s.network.links) == connections


@IN_ALL
@virtual_time
async def test_a_status_that_nobody_answered_is_not_lost(version: str) -> None:
    broker = Broker()
    async with scene(version, settings=SETTINGS, faults=broker.fate) as s:
        broker.dead = True
        s.csms.heard.clear()
        s.evse.fail(FaultCode.HIGH_TEMPERATURE)
        await s.wait(LONGEST)
        s.csms.heard.clear()
        broker.dead = False
        await s.wait(600)
        if version == "1.6":
            statuses = s.csms.requests(v16.StatusNotificationRequest)
            assert statuses[-1].status == "Faulted"
        else:
            told = s.csms.requests(v21.StatusNotificationRequest)
            assert told[-1].connector_status == "Faulted"


@pytest.mark.parametrize("version", ["1.6", "2.1"])
@virtual_time
async def test_a_boot_that_nobody_answers(version: str) -> None:
    broker = Broker(dead=True)
    async with scene(version, faults=broker.fate, booted=False) as s:
        await s.wait(1800)
        assert len(s.network.links) > 1
        broker.dead = False
        await s.wait(600)
        assert s.station.accepted
