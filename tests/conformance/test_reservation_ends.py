"""How a reservation ends, and what it outlasts (2.x H02, H04; 1.6 5.1, 5.13), in every version."""

import asyncio

import pytest

from pilotwire.errors import ConnectionClosed
from pilotwire.hal.interfaces import FaultCode
from pilotwire.hal.simulated import ElectricVehicle
from pilotwire.ocpp import v21
from pilotwire.station.device_model.standard import TxCtrlr
from pilotwire.store import Store
from tests.support.editions import IN_2X, IN_ALL
from tests.support.memory_link import Fate, Side
from tests.support.reservation import (
    cancel,
    reserve,
    shows,
    told_by_transactions,
    updates,
)
from tests.support.scene import TOKEN, Settings, scene
from tests.support.tokens import drives_up
from tests.support.virtual_time import virtual_time

OTHER = "FFFFFFFF"


@IN_ALL
@virtual_time
async def test_it_expires(version: str) -> None:
    """H04.FR.01 to H04.FR.03: to the second, and the status is told first."""
    async with scene(version) as s:
        await reserve(s, 1, TOKEN, 1, seconds=100)
        await s.wait(99)
        assert not await drives_up(s, OTHER)
        await s.wait(2)
        assert shows(s) == ["Occupied"]
        assert updates(s) == ([] if version == "1.6" else [(1, "Expired")])
        ends = ["StatusNotification", "ReservationStatusUpdate"]
        assert s.csms.actions()[-2:] == ends or version == "1.6"
        await s.evse.swipe(OTHER)
        await s.wait(5)
        assert s.evse.contactor.closed
        assert told_by_transactions(s) == []


@IN_ALL
@virtual_time
async def test_it_is_replaced(version: str) -> None:
    """H01.FR.02: by one of another EVSE, another token, another time; nothing is told of it."""
    async with scene(version, evses=2) as s:
        await reserve(s, 1, TOKEN, 1, seconds=100)
        assert await reserve(s, 1, OTHER, 2) == "Accepted"
        await s.wait(200)
        assert shows(s) == ["Available", "Reserved"]
        assert await drives_up(s, OTHER, 2)
        assert told_by_transactions(s) == [1]
        assert updates(s) == []


@IN_ALL
@virtual_time
async def test_one_that_can_not_be_replaced_stays(version: str) -> None:
    async with scene(version, evses=2) as s:
        await reserve(s, 1, TOKEN, 1)
        await drives_up(s, OTHER, 2)
        assert await reserve(s, 1, OTHER, 2) == "Occupied"
        assert shows(s) == ["Reserved", "Occupied"]
        assert await drives_up(s, TOKEN)


@IN_ALL
@virtual_time
async def test_it_is_cancelled(version: str) -> None:
    """H02.FR.02 to H02.FR.04: that is not told, as the CSMS knows (H02, remarks)."""
    async with scene(version) as s:
        await reserve(s, 1, TOKEN, 1)
        await s.evse.plug_in(ElectricVehicle())
        assert await cancel(s, 2) == "Rejected"
        assert await cancel(s, 1) == "Accepted"
        await s.wait(5)
        assert shows(s) == ["Occupied"]
        await s.evse.swipe(OTHER)
        await s.wait(5)
        assert s.evse.contactor.closed
        assert updates(s) == []


@IN_ALL
@virtual_time
async def test_a_cancelled_one_of_any_evse_frees_all(version: str) -> None:
    """H02.FR.05, H02.FR.06: but those that are reserved explicitly."""
    async with scene(version, evses=3) as s:
        await reserve(s, 1, TOKEN, 1)
        await reserve(s, 2, TOKEN)
        await reserve(s, 3, OTHER)
        assert shows(s) == ["Reserved"] * 3
        await cancel(s, 2)
        assert shows(s) == ["Reserved", "Available", "Available"]


@IN_ALL
@pytest.mark.parametrize("reserved", [1, None])
@virtual_time
async def test_a_fault_ends_it(version: str, reserved: int | None) -> None:
    """H01.FR.16: where no other EVSE is left for it."""
    async with scene(version, evses=1) as s:
        await reserve(s, 1, TOKEN, reserved)
        s.evse.fail(FaultCode.GROUND_FAULT)
        await s.wait(5)
        s.evse.clear_fault()
        await s.wait(5)
        assert shows(s) == ["Available"]
        assert updates(s) == ([] if version == "1.6" else [(1, "Removed")])
        assert await drives_up(s, OTHER)


@IN_ALL
@virtual_time
async def test_a_fault_elsewhere_does_not(version: str) -> None:
    async with scene(version, evses=2) as s:
        await reserve(s, 1, TOKEN)
        s.evse.fail(FaultCode.GROUND_FAULT)
        await s.wait(5)
        assert shows(s) == ["Faulted", "Reserved"]
        assert updates(s) == []
        assert not await drives_up(s, OTHER, 2)


@IN_2X
@virtual_time
async def test_it_was_used_and_nobody_plugged_in(version: str) -> None:
    """2.1 H03.FR.11; 2.0.1 has no word for it."""
    settings: Settings = {
        TxCtrlr.TxStartPoint: ("PowerPathClosed",),
        TxCtrlr.EVConnectionTimeOut: 30,
    }
    async with scene(version, settings=settings) as s:
        await reserve(s, 1, TOKEN, 1)
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        assert shows(s) == ["Available"]
        await s.wait(40)
        told = [(1, "NoTransaction")] if version == "2.1" else []
        assert updates(s) == told
        assert told_by_transactions(s) == []
        await reserve(s, 1, TOKEN, 1)  # another one of that name, which is used
        assert await drives_up(s, TOKEN)
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        await s.evse.unplug()
        await s.wait(5)
        assert (told_by_transactions(s), updates(s)) == ([1], told)
        await reserve(s, 1, TOKEN, 1)  # and one that is not
        await s.evse.swipe(TOKEN)
        await s.wait(40)
        assert (told_by_transactions(s), updates(s)) == ([1], told * 2)


@IN_2X
@virtual_time
async def test_that_is_not_said_of_one_that_had_a_transaction(version: str) -> None:
    for start in ("Authorized", "EVConnected", "PowerPathClosed"):
        async with scene(version, settings={TxCtrlr.TxStartPoint: (start,)}) as s:
            await reserve(s, 1, TOKEN, 1)
            await drives_up(s, TOKEN)
            await s.evse.swipe(TOKEN)
            await s.wait(5)
            await s.evse.unplug()
            await s.wait(100)
            assert told_by_transactions(s) == [1]
            assert updates(s) == []


@IN_2X
@virtual_time
async def test_it_is_told_after_a_time_offline(version: str) -> None:
    async with scene(version) as s:
        await reserve(s, 1, TOKEN, 1, seconds=60)
        s.go_offline()
        await s.wait(100)
        assert shows(s) == ["Available"]
        s.go_online()
        await s.hears(v21.ReservationStatusUpdateRequest)
        assert updates(s) == [(1, "Expired")]


# Over restarts.


@IN_ALL
@pytest.mark.parametrize("pause", [10.0, 100.0])
@virtual_time
async def test_it_outlasts_a_restart(version: str, pause: float) -> None:
    """A start that comes too late finds that it has expired."""
    store, left = Store(":memory:"), pause < 60
    async with scene(version, store=store, evses=2) as s:
        await reserve(s, 1, TOKEN, 1, seconds=60)
        await reserve(s, 2, OTHER, seconds=1000)
    await asyncio.sleep(pause)
    async with scene(version, store=store, evses=2) as s:
        await s.wait(5)
        assert shows(s) == ["Reserved" if left else "Available"] * 2
        assert updates(s) == ([] if left or version == "1.6" else [(1, "Expired")])
        assert await drives_up(s, "00000000") is not left


@IN_2X
@virtual_time
async def test_a_reset_that_waits_for_idleness_waits_for_it(version: str) -> None:
    """B11, errata 2.14: who has reserved may come meanwhile."""
    on_idle = v21.ResetRequest(type=v21.ResetEnumType.ON_IDLE)
    async with scene(version) as s:
        await reserve(s, 1, TOKEN, 1, seconds=1000)
        assert (await s.csms.call(on_idle)).status == "Scheduled"
        await s.wait(500)
        assert await drives_up(s, TOKEN)
        await s.evse.swipe(TOKEN)
        await s.wait(2)
        await s.evse.unplug()
        await s.hears(v21.BootNotificationRequest, count=2)
        boots = s.csms.requests(v21.BootNotificationRequest)
        assert boots[-1].reason == "ScheduledReset"


@IN_2X
@virtual_time
async def test_a_reset_at_once_does_not(version: str) -> None:
    async with scene(version) as s:
        await reserve(s, 1, TOKEN, 1, seconds=1000)
        at_once = v21.ResetRequest(type=v21.ResetEnumType.IMMEDIATE)
        assert (await s.csms.call(at_once)).status == "Accepted"
        await s.hears(v21.BootNotificationRequest, count=2)
        await s.wait(5)
        assert shows(s) == ["Reserved"]


@virtual_time
async def test_it_is_used_in_another_version() -> None:
    """One that 1.6 made, of a kind that was not told and with a number that 2.x has no room for."""
    store = Store(":memory:")
    async with scene("1.6", store=store) as s:
        assert await reserve(s, -1, TOKEN, 1) == "Accepted"
    async with scene("2.1", store=store) as s:
        await s.wait(5)
        assert shows(s) == ["Reserved"]
        assert not await drives_up(s, OTHER)
        await s.evse.swipe(TOKEN)
        await s.wait(10)
        assert s.evse.contactor.closed
        assert told_by_transactions(s) == []
        events = s.csms.requests(v21.TransactionEventRequest)
        assert TOKEN in {each.id_token.id_token for each in events if each.id_token is not None}


@virtual_time
async def test_its_end_has_no_words_in_another_version(caplog: pytest.LogCaptureFixture) -> None:
    """A number that 2.x has no room for: nothing is told, and nothing goes wrong over it."""
    store = Store(":memory:")
    async with scene("1.6", store=store) as s:
        assert await reserve(s, -1, TOKEN, 1, seconds=100) == "Accepted"
    async with scene("2.1", store=store) as s:
        await s.wait(200)
        assert shows(s) == ["Available"]
        assert updates(s) == []
    assert not [each for each in caplog.records if each.levelname == "ERROR"]


@IN_ALL
@virtual_time
async def test_nothing_is_told_of_it_by_a_station_that_has_ended(version: str) -> None:
    """The power goes while the answer to another one of the same id waits to leave."""
    failures: list[object] = []
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _, context: failures.append(context))
    store = Store(":memory:")
    lost = False

    def faults(side: Side, text: str) -> Fate:
        return Fate.CUT_BEFORE if lost and side is Side.STATION else Fate.DELIVER

    async with scene(version, store=store, faults=faults) as s:
        await reserve(s, 1, TOKEN, 1)
        lost = True
        with pytest.raises(ConnectionClosed):
            await reserve(s, 1, OTHER, 1)
    store.close()
    await asyncio.sleep(10)
    assert not failures
