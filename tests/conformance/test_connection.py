"""An accepted station's connection: heartbeats, its loss, its return (2.0.1 B04, G02; 1.6 4.6)."""

import asyncio

import pytest

from pilotwire.errors import CsmsUnreachable
from pilotwire.hal.simulated import ElectricVehicle
from pilotwire.ocpp import v21
from pilotwire.station.device_model.standard import OCPPCommCtrlr, SampledDataCtrlr
from tests.support.editions import IN_2X, IN_ALL
from tests.support.memory_link import Fate, Side
from tests.support.scene import scene
from tests.support.virtual_time import virtual_time


@IN_2X
@virtual_time
async def test_heartbeat_waits_while_other_messages_show_life(version: str) -> None:
    """G02: what is sent counts as a sign of life."""
    async with scene(version) as s:
        await s.wait(250)
        await s.evse.plug_in(ElectricVehicle())
        await s.wait(200)
        assert "Heartbeat" not in s.csms.actions()
        await s.wait(120)
        assert s.csms.actions()[-1] == "Heartbeat"


@IN_ALL
@virtual_time
async def test_the_time_is_asked_for_once_a_day(version: str) -> None:
    """G02.FR.07: though other messages keep the heartbeat away."""
    settings = {SampledDataCtrlr.TxUpdatedInterval: 100}
    async with scene(version, settings=settings) as s:
        await s.plug_in_and_swipe(ElectricVehicle(battery_kwh=100_000, soc=1))
        await s.wait(2 * 86400 + 600)
        beats = [heard.at for heard in s.csms.heard if heard.request.action == "Heartbeat"]
        assert len(beats) == 2
        assert beats[1] - beats[0] == pytest.approx(86400, abs=5)


@IN_2X
@virtual_time
async def test_a_lost_connection_is_not_a_boot(version: str) -> None:
    """B01.FR.03, B04.FR.02: back soon, only what has changed is told (2.1: G01 says how)."""
    async with scene(version, evses=2) as s:
        s.csms.heard.clear()
        s.cut()
        await s.wait(1)
        await s.evse.plug_in(ElectricVehicle())
        await s.wait(30)
        assert s.csms.actions() == ["StatusNotification"]
        assert s.csms.requests(v21.StatusNotificationRequest)[0].evse_id == 1


@IN_2X
@virtual_time
async def test_after_a_long_time_offline_every_connector_is_told(version: str) -> None:
    """B04.FR.01."""
    async with scene(version, evses=2) as s:
        s.network.refusal = CsmsUnreachable("no network")
        s.csms.heard.clear()
        s.cut()
        await s.wait(100)
        s.go_online()
        await s.wait(400)
        statuses = s.csms.requests(v21.StatusNotificationRequest)
        assert [n.evse_id for n in statuses] == [1, 2]


@IN_ALL
def test_a_status_whose_answer_was_lost_is_told_again(version: str) -> None:
    """What the CSMS has not confirmed, it may not know."""

    @virtual_time
    async def play() -> None:
        async with scene(version) as s:
            link = s.network.links[-1]
            link.faults = lambda side, text: (
                Fate.CUT_BEFORE
                if side is Side.STATION and '"StatusNotification"' in text
                else Fate.DELIVER
            )
            s.csms.heard.clear()
            await s.evse.plug_in(ElectricVehicle())
            await s.wait(60)
            assert s.csms.actions() == ["StatusNotification"]

    play()


@IN_ALL
@virtual_time
async def test_a_silent_connection_is_a_success(version: str) -> None:
    """TC_B_57_CS, OCPP-J 5.3: the back-off begins anew though nobody had anything to say."""
    settings = {
        OCPPCommCtrlr.RetryBackOffRandomRange: 0,
        OCPPCommCtrlr.RetryBackOffWaitMinimum: 10,
    }
    async with scene(version, settings=settings) as s:
        for _ in range(2):
            before = len(s.network.attempts)
            began = asyncio.get_running_loop().time()
            s.cut()
            while len(s.network.attempts) == before:
                await s.wait(0.1)
            assert asyncio.get_running_loop().time() - began == pytest.approx(10, abs=0.2)
            await s.wait(2)
            assert s.network.links[-1].sent == []
        s.go_offline()
        began = asyncio.get_running_loop().time()
        await s.wait(25)
        s.go_online()
        count = len(s.network.links)
        while len(s.network.links) == count:
            await s.wait(0.1)
        assert asyncio.get_running_loop().time() - began == pytest.approx(30, abs=0.5)
