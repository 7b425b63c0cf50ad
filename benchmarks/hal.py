"""How soon the relay of a contactor is off after a fault at a pin, and what the backend costs.

On mock pins, in real time: what is measured is the program and not the board. An interrupt is a
thread, as it is with gpiozero's libraries. Meanwhile the event loop is idle, or has it hard:

    commits   it writes to a database on the disk, one commit after the other
    report    it makes reports of 150 kilobytes, without a pause
    flood     it does very many small things

What no thread gets around is the interpreter's lock: one call into C that holds it, as the making
of a report does, is waited for at each look.
"""

import asyncio
import json
import sqlite3
import tempfile
import threading
import time
from collections.abc import Awaitable, Callable, Mapping
from copy import deepcopy
from pathlib import Path

from pilotwire.hal.interfaces import PilotState
from pilotwire.hal.simulated import ElectricVehicle
from tests.support.gpio_world import CONFIG, RCD, RELAY, World

__all__ = ["hal"]

Load = Callable[[Path], Awaitable[None]]

TRIPS = 1000
LOSSES = 40
IDLE_S = 10.0
REPORT = [{"component": f"Component{n}", "value": "x" * 40} for n in range(2_000)]


async def idle(_: Path) -> None:
    await asyncio.Event().wait()


async def commits(folder: Path) -> None:
    database = sqlite3.connect(folder / "load.db")
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("PRAGMA synchronous=FULL")
    database.execute("CREATE TABLE rows (text TEXT)")
    try:
        while True:
            with database:
                database.execute("INSERT INTO rows VALUES (?)", ("x" * 1000,))
            await asyncio.sleep(0)
    finally:
        database.close()


async def report(_: Path) -> None:
    while True:
        json.dumps(REPORT)
        await asyncio.sleep(0)


async def flood(_: Path) -> None:
    async def one() -> None:
        json.loads('[2,"1","Heartbeat",{}]')

    while True:
        await asyncio.gather(*(one() for _ in range(50)))


LOADS: Mapping[str, Load] = {"idle": idle, "commits": commits, "report": report, "flood": flood}


class Watched(World):
    """Notes when the relay is switched off."""

    off_at = 0.0

    def driven(self, name: str) -> None:
        if name == f"GPIO{RELAY}" and not self.is_on(RELAY):
            self.off_at = time.perf_counter()
        super().driven(name)


def hal() -> Mapping[str, Mapping[str, float]]:
    """Milliseconds from a trip, and from a lost pilot, to the relay; and the CPU time when idle."""
    figures = {name: asyncio.run(_measured(load)) for name, load in LOADS.items()}
    return {**figures, "cost": asyncio.run(_cost())}


async def _measured(load: Load) -> Mapping[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        world = await _charging(Path(folder))
        loading = asyncio.create_task(_started(load, Path(folder)))
        try:
            trips = await asyncio.to_thread(_trips, world)
            losses = [await _loss(world) for _ in range(LOSSES)]
        finally:
            loading.cancel()
            await asyncio.gather(loading, return_exceptions=True)
            await world.hardware.stop()
    return {**_told("trip", trips), **_told("pilot lost", losses)}


async def _started(load: Load, folder: Path) -> None:
    await load(folder)


async def _charging(folder: Path) -> Watched:
    world = Watched(folder, config={**deepcopy(CONFIG), "dead_after_s": 2.0}, own_thread=True)
    await world.hardware.start(lambda _: None)
    world.plug_in(ElectricVehicle(soc=10, phases=1, wakes_after_s=0))
    await world.hardware.evses[0].offer_current(16)
    await asyncio.sleep(0.2)
    await world.hardware.evses[0].close_contactor()
    return world


def _close(world: Watched) -> None:
    """At once: how contacts travel is not what is measured."""
    contactor = world.hardware.evses[0].parts.contactor
    while not world.is_on(RELAY):
        contactor.allow("GroundFault")
        contactor.allow("there is no vehicle")
        contactor._relay.set(on=True)  # pyright: ignore[reportPrivateUsage]  # past its contacts


def _trips(world: Watched) -> list[float]:
    """Seconds; in a thread, as interrupts."""
    times: list[float] = []
    for _ in range(TRIPS):
        _close(world)
        since = time.perf_counter()
        world.drive(RCD, high=True)
        times.append(world.off_at - since)
        world.drive(RCD, high=False)
        threading.Event().wait(0.001)  # others have their turn
    return times


async def _loss(world: Watched) -> float:
    """Seconds; the thread that samples has to see it, twice."""
    world.forced = None
    await asyncio.sleep(0.1)
    _close(world)
    since = time.perf_counter()
    world.off_at = 0.0
    world.forced = PilotState.A
    while not world.off_at:  # noqa: ASYNC110 -- pins tell nobody
        await asyncio.sleep(0.001)
    return world.off_at - since


async def _cost() -> Mapping[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        world = await _charging(Path(folder))
        began = time.process_time()
        await asyncio.sleep(IDLE_S)
        used = time.process_time() - began
        await world.hardware.stop()
    return {"CPU time of one EVSE, percent": round(100 * used / IDLE_S, 2)}


def _told(name: str, times: list[float]) -> Mapping[str, float]:
    ordered = sorted(1000 * each for each in times)
    rarely = "99.9th" if len(ordered) >= 1000 else "longest"
    return {
        f"{name}, median ms": round(ordered[len(ordered) // 2], 3),
        f"{name}, {rarely} ms": round(
            ordered[min(len(ordered) * 999 // 1000, len(ordered) - 1)], 3
        ),
    }
