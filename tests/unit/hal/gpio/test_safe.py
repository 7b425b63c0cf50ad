"""Whatever ends, or hangs: every output is left safe."""

import asyncio
import threading
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from pilotwire.hal.interfaces import (
    FaultCleared,
    FaultCode,
    FaultRaised,
    HardwareError,
    HardwareEvent,
    PilotChanged,
    PilotState,
)
from pilotwire.hal.simulated import ElectricVehicle
from tests.support.gpio_world import CONFIG, RCD, RELAY, World
from tests.support.virtual_time import virtual_time


def with_(**more: Any) -> dict[str, Any]:
    return {**deepcopy(CONFIG), **more}


async def charging(world: World) -> list[HardwareEvent]:
    events: list[HardwareEvent] = []
    await world.hardware.start(events.append)
    [evse] = world.hardware.evses
    world.plug_in(ElectricVehicle(soc=20, phases=1, wakes_after_s=0))
    await evse.offer_current(16)
    await asyncio.sleep(0.2)
    await evse.close_contactor()
    return events


def is_safe(world: World) -> bool:
    return not world.is_on(RELAY) and world.duty == 0 and not world.is_on(22)


@virtual_time
async def test_a_start_that_fails_leaves_all_safe_and_can_be_tried_again(tmp_path: Path) -> None:
    world = World(tmp_path)
    (tmp_path / "count.json").write_text("rubbish", encoding="ascii")
    with pytest.raises(HardwareError, match="no count of pulses"):
        await world.hardware.start(lambda _: None)
    assert is_safe(world)
    (tmp_path / "count.json").unlink()
    await charging(world)
    assert world.closed
    await world.hardware.stop()
    assert is_safe(world)


@virtual_time
async def test_it_is_started_once(tmp_path: Path) -> None:
    world = World(tmp_path)
    await charging(world)
    with pytest.raises(HardwareError, match="already"):
        await world.hardware.start(lambda _: None)
    assert world.closed, "nothing has come of it"
    await world.hardware.stop()
    await world.hardware.stop()
    with pytest.raises(HardwareError, match="not started"):
        await world.hardware.evses[0].close_contactor()


@virtual_time
async def test_a_stop_with_a_welded_contactor_says_so_with_the_rest_done(tmp_path: Path) -> None:
    world = World(tmp_path)
    await charging(world)
    world.welded = True
    with pytest.raises(HardwareError, match="does not open"):
        await world.hardware.stop()
    assert is_safe(world)


@virtual_time
async def test_a_hanging_converter_does_not_keep_the_contactor_from_opening(
    tmp_path: Path,
) -> None:
    world = World(tmp_path)
    await charging(world)
    hung = threading.Event()
    volts = world.volts

    def hangs(channel: int) -> float:
        hung.wait(0.2)  # real time: what a thread of the library's takes
        return volts(channel)

    world.volts = hangs  # type: ignore[method-assign]  # that is what goes wrong
    opening = asyncio.ensure_future(world.hardware.evses[0].open_contactor())
    await asyncio.sleep(0)
    assert not world.is_on(RELAY), "at once"
    await opening
    hung.set()
    await world.hardware.stop()
    assert is_safe(world)


@virtual_time
async def test_an_interrupt_in_a_thread_opens_there_and_is_told_in_the_loop(
    tmp_path: Path,
) -> None:
    world = World(tmp_path)
    events = await charging(world)
    threads: list[threading.Thread] = []
    sink = world.hardware._sink
    assert sink is not None

    def told(event: HardwareEvent) -> None:
        threads.append(threading.current_thread())
        sink(event)

    world.hardware._sink = told
    off: list[bool] = []

    def trip() -> None:
        world.drive(RCD, high=True)
        off.append(not world.is_on(RELAY))

    interrupt = threading.Thread(target=trip)
    interrupt.start()
    interrupt.join()
    assert off == [True], "before the loop had a turn"
    await asyncio.sleep(0.1)
    assert FaultRaised(1, FaultCode.GROUND_FAULT, "it has tripped") in events
    assert set(threads) == {threading.main_thread()}
    await world.hardware.stop()


def test_a_program_that_hangs_leaves_no_contactor_closed(tmp_path: Path) -> None:
    """In real time: something has the loop to itself."""

    async def hangs() -> list[HardwareEvent]:
        world = World(tmp_path, config=with_(dead_after_s=0.5), own_thread=True)
        events = await charging(world)
        await asyncio.sleep(0.8)
        assert world.is_on(RELAY), "while the loop gives turns it stays closed"
        blocked = threading.Event()
        blocked.wait(1.0)
        assert not world.is_on(RELAY)
        await asyncio.sleep(0.3)
        await world.hardware.stop()
        return events

    events = asyncio.run(hangs())
    codes = [e for e in events if isinstance(e, FaultRaised | FaultCleared)]
    assert FaultRaised(1, FaultCode.CONTROLLER, "the program has hung") in codes
    assert FaultCleared(1, FaultCode.CONTROLLER) in codes


@virtual_time
async def test_nothing_is_closed_for_nobody(tmp_path: Path) -> None:
    """Whoever asks for it: without a vehicle on the pilot, the contactor is barred."""
    world = World(tmp_path)
    await world.hardware.start(lambda _: None)
    with pytest.raises(HardwareError, match="may not close: there is no vehicle"):
        await world.hardware.evses[0].close_contactor()
    await world.hardware.stop()


@virtual_time
async def test_noise_on_the_pilot_is_no_change(tmp_path: Path) -> None:
    world = World(tmp_path)
    events = await charging(world)
    events.clear()
    for _ in range(20):
        world.forced = PilotState.A
        await asyncio.sleep(0.019)
        world.forced = None
        await asyncio.sleep(0.1)
    assert [e for e in events if isinstance(e, PilotChanged)] == []
    assert world.closed
    await world.hardware.stop()


@pytest.mark.parametrize("amperes", [6.0, 16.0, 32.0])
@virtual_time
async def test_samples_taken_as_they_come(amperes: float, tmp_path: Path) -> None:
    """Without a circuit that holds the peaks: many samples, some of them at the highest level."""
    document = with_()
    document["evses"][0]["pilot"] |= {"sampling": "burst", "burst": 80}
    del document["evses"][0]["pilot"]["low"]
    world = World(tmp_path, config=document)
    phase = 0.0
    whole: Callable[[int], float] = world.volts

    def sampled(channel: int) -> float:
        nonlocal phase
        if channel != 0 or world.duty in {0.0, 1.0}:
            return whole(channel)
        phase = (phase + 0.0731) % 1.0  # 73 us of the 1 ms
        level = world.high_level if phase < world.duty else world.low_level
        return (level + 16.5) / 10

    world.volts = sampled  # type: ignore[method-assign]  # another circuit
    events = await charging(world)
    await world.hardware.evses[0].offer_current(amperes)
    await asyncio.sleep(5)
    assert world.closed
    states = [event.state for event in events if isinstance(event, PilotChanged)]
    assert states[-1] is PilotState.C
    assert states.count(PilotState.C) == 1, "it was never lost"
    world.diode = False
    await asyncio.sleep(0.2)
    assert not world.is_on(RELAY)
    await world.hardware.stop()


def test_a_lost_pilot_opens_while_the_loop_is_busy(tmp_path: Path) -> None:
    """In real time: the event loop gives nobody a turn, and the relay is off all the same."""

    async def busy() -> None:
        world = World(tmp_path, own_thread=True)
        await charging(world)
        assert world.is_on(RELAY)
        world.forced = PilotState.A
        threading.Event().wait(0.5)
        assert not world.is_on(RELAY)
        await world.hardware.stop()

    asyncio.run(busy())


@virtual_time
async def test_a_pin_that_cannot_be_driven_is_a_fault_and_tried_again(tmp_path: Path) -> None:
    world = World(tmp_path)
    events = await charging(world)
    contactor = world.hardware.evses[0].parts.contactor
    bar = contactor.bar

    def fails(reason: str) -> None:
        raise OSError(5, "no such chip")

    contactor.bar = fails  # type: ignore[method-assign]  # that is what goes wrong
    world.forced = PilotState.A
    await asyncio.sleep(1)
    raised = [event for event in events if isinstance(event, FaultRaised)]
    assert [(each.evse_id, each.code) for each in raised] == [(0, FaultCode.CONTROLLER)]
    contactor.bar = bar  # type: ignore[method-assign]  # mended
    await asyncio.sleep(1)
    assert not world.is_on(RELAY)
    assert FaultCleared(0, FaultCode.CONTROLLER) in events
    await world.hardware.stop()
