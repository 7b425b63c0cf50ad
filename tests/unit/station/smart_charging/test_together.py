"""Whatever people and the CSMS do: EVSEs together never offer more than there is (K04)."""

import asyncio
from random import Random

import pytest

from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation
from pilotwire.station.vocabulary import ChargingProfilePurpose
from tests.support.limits import clear, install, profile
from tests.support.scene import Scene, scene
from tests.support.virtual_time import virtual_time

MAX = ChargingProfilePurpose.CHARGING_STATION_MAX_PROFILE
EVSES = 4
CAP = 40.0
SETTLES = 0.5
"""Seconds in which contactors have moved, and offers are told."""
FOLLOWS = 5.0
"""Seconds that a vehicle may take to follow (IEC 61851-1)."""


class Inspector:
    """Looks every 100 ms at what flows, and remembers since when which limit counts."""

    def __init__(self, s: Scene) -> None:
        self._s = s
        self.limits: list[tuple[float, float]] = [(-60.0, CAP)]
        self.worst: list[str] = []

    def now(self, limit: float) -> None:
        self.limits.append((asyncio.get_running_loop().time(), min(limit, CAP)))

    def _most(self, at: float, grace: float) -> float:
        """The highest limit that counted within the last so many seconds."""
        before = [limit for since, limit in self.limits if since <= at - grace]
        return max(before[-1], *(limit for since, limit in self.limits if since > at - grace), 0.0)

    async def look(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            at = loop.time()
            evses = self._s.hardware.evses
            offered = sum(evse.offered_a for evse in evses)
            drawn = sum(
                evse.vehicle.flow.current_a(at)
                for evse in evses
                if evse.vehicle is not None and evse.vehicle.flow is not None
            )
            if offered > self._most(at, SETTLES) + 1e-6:
                self.worst.append(f"{at:.1f}: {offered} A offered, limits {self.limits[-2:]}")
            if drawn > self._most(at, SETTLES + FOLLOWS) + 1e-6:
                self.worst.append(f"{at:.1f}: {drawn} A drawn, limits {self.limits[-2:]}")
            await asyncio.sleep(0.1)


async def come_and_go(s: Scene, number: int, random: Random) -> None:
    evse = s.hardware.evse(number)
    while True:
        await asyncio.sleep(random.uniform(0, 60))
        vehicle = ElectricVehicle(
            battery_kwh=500,
            max_current_a=random.choice([10, 16, 32]),
            reacts_after_s=random.choice([0.0, 2.0, 5.0]),
            ramp_a_per_s=100,
        )
        await evse.plug_in(vehicle)
        await evse.swipe(f"TOKEN{number}")
        for _ in range(random.randrange(4)):
            await asyncio.sleep(random.uniform(1, 60))
            vehicle.pause()
            await asyncio.sleep(random.uniform(1, 60))
            vehicle.resume()
        await asyncio.sleep(random.uniform(1, 120))
        await evse.swipe(f"TOKEN{number}")
        await asyncio.sleep(3)
        await evse.tear_out()


async def change_limits(s: Scene, inspector: Inspector, random: Random) -> None:
    while True:
        await asyncio.sleep(random.uniform(0.5, 40))
        if random.random() < 0.2:
            clear(s, 1)
            inspector.now(CAP)
        else:
            limit = random.choice([0, 5, 6, 11.9, 12, 16, 20, 32, 60])
            install(s, profile(1, (0, limit), purpose=MAX))
            inspector.now(limit)


@pytest.mark.parametrize("seed", range(6))
@virtual_time
async def test_no_more_than_there_is(seed: int) -> None:
    print(f"seed {seed}")
    random = Random(seed)
    hardware = SimulatedStation(evses=EVSES)
    async with scene("2.1", hardware=hardware, max_current_a=CAP, seed=seed) as s:
        inspector = Inspector(s)
        tasks = [
            asyncio.create_task(inspector.look()),
            asyncio.create_task(change_limits(s, inspector, random)),
            *(asyncio.create_task(come_and_go(s, n + 1, random)) for n in range(EVSES)),
        ]
        done, _ = await asyncio.wait(tasks, timeout=600)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        assert not done, "people do not give up"
    assert inspector.worst == []
