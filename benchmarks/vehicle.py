"""What simulated vehicles cost: how much memory each takes, and how much time its changes.

Ten thousand vehicles are charged in one process, each by a station of its own with one EVSE, under
an event loop whose time jumps; the vehicles, the offers and the times are drawn from a seed. The
environment variable VEHICLES says how many, instead of 10000.
"""

import asyncio
import gc
import os
import tracemalloc
from collections.abc import Callable, Mapping
from random import Random
from time import perf_counter, process_time

from pilotwire.hal.interfaces import HardwareEvent
from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation, random_vehicle
from tests.support.virtual_time import run

__all__ = ["vehicle"]

VEHICLES = 10_000
SEED = 1
CHANGES = 10
"""How often the offer changes while a vehicle charges."""
HOURS = 24


def vehicle() -> Mapping[str, Mapping[str, float]]:
    """Memory and time for each vehicle, with and without its station."""
    number = int(os.environ.get("VEHICLES", VEHICLES))
    random = Random(SEED)  # noqa: S311 -- to be repeated
    return {
        f"{number} vehicles": {
            "bytes_a_vehicle": _bytes(number, lambda: random_vehicle(random)),
            "bytes_a_station_with_one_evse": _bytes(number, lambda: SimulatedStation(evses=1)),
        },
        f"{number} vehicles that charge": run(_day(number)),
    }


def _bytes(number: int, make: Callable[[], ElectricVehicle | SimulatedStation]) -> float:
    make()
    gc.collect()
    tracemalloc.start()
    kept = [make() for _ in range(number)]
    gc.collect()
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return round(size / len(kept))


async def _day(number: int) -> Mapping[str, float]:
    random = Random(SEED)  # noqa: S311 -- to be repeated
    events = 0

    def count(_: HardwareEvent) -> None:
        nonlocal events
        events += 1

    stations = [SimulatedStation(evses=1, random=random) for _ in range(number)]
    begin = process_time()
    for station in stations:
        await station.start(count)
        evse = station.evse(1)
        await evse.plug_in(random_vehicle(random))
        await evse.offer_current(32)
    await asyncio.gather(*(station.evse(1).close_contactor() for station in stations))
    await asyncio.sleep(10)
    plugged = process_time()
    for _ in range(CHANGES):
        for station in stations:
            await station.evse(1).offer_current(random.uniform(6, 32))
        await asyncio.sleep(60)
    changed = process_time()
    await asyncio.sleep(HOURS * 3600)
    charged = process_time()
    wall = perf_counter()
    await asyncio.sleep(HOURS * 3600)
    idle = perf_counter() - wall
    for station in stations:
        await station.evse(1).read_meter()
    read = process_time()
    return {
        "microseconds_to_plug_in_and_begin": round((plugged - begin) / number * 1e6, 1),
        "microseconds_a_change_of_the_offer": round(
            (changed - plugged) / number / CHANGES * 1e6, 1
        ),
        "microseconds_a_day_of_charging": round((charged - changed) / number * 1e6, 1),
        "microseconds_a_reading": round((read - charged) / number * 1e6, 1),
        "milliseconds_a_day_of_all_when_they_are_full": round(idle * 1e3, 2),
        "events_a_vehicle": round(events / number, 1),
    }
