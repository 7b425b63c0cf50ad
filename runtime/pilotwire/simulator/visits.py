"""Cars that come, charge and leave, with the drivers who show their cards.

Nothing here knows the station or OCPP: a driver sees a cable, a card reader and whether it charges.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from random import Random
from typing import Final, NoReturn

from pilotwire.hal.interfaces import HardwareError
from pilotwire.hal.simulated import ElectricVehicle, SimulatedEvse, random_vehicle

__all__ = ["Ending", "Tell", "Visit", "random_visit", "traffic", "visit"]

Tell = Callable[[str], None]
"""Told what happens, in a sentence."""

_WATCH_EVERY: Final = 0.5
_GLANCE_EVERY: Final = 5.0
_PATIENCE: Final = 90.0
_A_DAY: Final = 86_400.0


class Ending(Enum):
    """How a driver ends a session."""

    CARD = auto()
    """The card is shown again."""
    FULL = auto()
    """The battery is full; some time later the driver comes and unplugs."""
    UNPLUG = auto()
    """The driver pulls the plug without more ado."""


@dataclass(frozen=True, slots=True)
class Visit:
    """What a driver wants: `charge_for` is in seconds, and has no meaning for `Ending.FULL`."""

    vehicle: ElectricVehicle
    token: str
    ending: Ending = Ending.CARD
    charge_for: float = 720.0


def _at_leisure() -> bool:
    """Whether a driver has to leave: nobody has."""
    return False


async def visit(
    evse: SimulatedEvse, plan: Visit, tell: Tell, hurried: Callable[[], bool] = _at_leisure
) -> bool:
    """Come, charge and leave; whether there was any energy. Who is `hurried` leaves soon."""
    vehicle = plan.vehicle
    await evse.plug_in(vehicle)
    tell(f"EVSE {evse.id}: a car arrives, its battery at {vehicle.soc:.0f} %")
    await asyncio.sleep(5.0)
    tell(f"EVSE {evse.id}: the driver shows a card")
    await evse.swipe(plan.token)
    charges = await _until(lambda: _charging(evse), _PATIENCE)
    if charges:
        tell(f"EVSE {evse.id}: the car charges")
        await _charge(evse, plan, tell, hurried)
    else:
        tell(f"EVSE {evse.id}: there is no energy, the driver gives up")
    await _leave(evse)
    tell(f"EVSE {evse.id}: the car leaves, its battery at {vehicle.soc:.0f} %")
    return charges


async def traffic(evse: SimulatedEvse, token: str, random: Random, tell: Tell) -> NoReturn:
    """Let one car after the other come, the first one soon, with pauses between them."""
    await asyncio.sleep(random.uniform(2.0, 20.0))
    while True:
        await visit(evse, random_visit(token, random), tell)
        await asyncio.sleep(random.uniform(10.0, 180.0))


def random_visit(token: str, random: Random) -> Visit:
    """Some driver with some car."""
    ending = random.choices([Ending.CARD, Ending.FULL, Ending.UNPLUG], [6, 2, 2])[0]
    nearly_full = ending is Ending.FULL
    vehicle = random_vehicle(
        random,
        soc=random.uniform(96.0, 99.0) if nearly_full else random.uniform(15.0, 70.0),
        target_soc=100.0,
    )
    return Visit(vehicle, token, ending, random.uniform(480.0, 1200.0))


async def _charge(
    evse: SimulatedEvse, plan: Visit, tell: Tell, hurried: Callable[[], bool]
) -> None:
    """Until the driver wants to leave, or somebody else ended the session."""
    limit = _A_DAY if plan.ending is Ending.FULL else plan.charge_for
    await _until(
        lambda: plan.vehicle.full or not evse.contactor.closed or hurried(), limit, _GLANCE_EVERY
    )
    if plan.vehicle.full:
        tell(f"EVSE {evse.id}: the battery is full")
        await asyncio.sleep(60.0)
    elif not evse.contactor.closed:
        tell(f"EVSE {evse.id}: the energy was cut off")
        return
    match plan.ending:
        case Ending.CARD:
            tell(f"EVSE {evse.id}: the driver shows the card again")
            await evse.swipe(plan.token)
            await _until(lambda: not evse.contactor.closed, _PATIENCE)
        case Ending.FULL | Ending.UNPLUG:
            tell(f"EVSE {evse.id}: the driver pulls the plug")


async def _leave(evse: SimulatedEvse) -> None:
    await _until(lambda: not evse.lock.locked, 5.0)
    try:
        await evse.unplug()
    except HardwareError:
        # Locked for good: whoever has to go drives off with the plug.
        await evse.tear_out()
    await asyncio.sleep(5.0)


def _charging(evse: SimulatedEvse) -> bool:
    return evse.contactor.closed and evse.vehicle is not None and evse.vehicle.asks


async def _until(condition: Callable[[], bool], limit: float, every: float = _WATCH_EVERY) -> bool:
    """Look now and then, as people do; whether it came about within `limit` seconds."""
    loop = asyncio.get_running_loop()
    end = loop.time() + limit
    while not condition():
        left = end - loop.time()
        if left <= 0:
            return False
        await asyncio.sleep(min(every, left))
    return True
