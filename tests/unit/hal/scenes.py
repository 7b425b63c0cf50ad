"""What the scenarios of the simulated hardware have in common."""

import asyncio
from random import Random
from typing import cast

from pilotwire.hal.interfaces import HardwareEvent, PilotChanged, PilotState
from pilotwire.hal.simulated import ElectricVehicle, SimulatedEvse, SimulatedStation


def chance(seed: int) -> Random:
    """Chance that can be repeated; the seed is shown when a test fails."""
    print(f"seed {seed}")
    return Random(seed)


def now() -> float:
    """The loop's time."""
    return asyncio.get_running_loop().time()


def timers() -> list[asyncio.TimerHandle]:
    """The timers that the loop still has to call."""
    scheduled = cast(
        list[asyncio.TimerHandle],
        asyncio.get_running_loop()._scheduled,  # type: ignore[attr-defined]  # asyncio's own list of timers
    )
    return [handle for handle in scheduled if not handle.cancelled()]


def pilots(events: list[HardwareEvent]) -> list[PilotState]:
    """The pilot states among events."""
    return [event.state for event in events if isinstance(event, PilotChanged)]


async def started(station: SimulatedStation) -> list[HardwareEvent]:
    """Start a station; the list grows with every event."""
    events: list[HardwareEvent] = []
    await station.start(events.append)
    return events


async def charge(evse: SimulatedEvse, vehicle: ElectricVehicle, amperes: float = 32.0) -> None:
    """Plug a vehicle in and let it have energy, as a station would."""
    await evse.plug_in(vehicle)
    await evse.offer_current(amperes)
    await evse.close_contactor()


async def energy_wh(evse: SimulatedEvse) -> float:
    """What the register shows."""
    return (await evse.read_meter()).energy_wh


async def power_w(evse: SimulatedEvse) -> float:
    """What the meter shows for power."""
    power_w = (await evse.read_meter()).power_w
    assert power_w is not None
    return power_w
