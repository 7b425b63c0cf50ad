"""Those who come to the charger: drivers with their cars and cards, and the one who mends it."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from random import Random

from pilotwire.hal.interfaces import FaultCode, HardwareError
from pilotwire.hal.simulated import ElectricVehicle, Mishap, SimulatedEvse, random_vehicle
from tests.simulation.inspector import Inspector
from tests.simulation.misfortune import Misfortune

__all__ = ["Drivers", "Wear", "again", "gap", "leave"]


REGULARS = 3
"""How many of the drivers come again and again."""


async def gap(random: Random, mean: float) -> None:
    """Let some time pass."""
    await asyncio.sleep(random.expovariate(1 / mean))


async def again(random: Random, mean: float, do: Callable[[], Awaitable[None]]) -> None:
    """Do something now and then, for ever."""
    while True:
        await gap(random, mean)
        await do()


async def leave(evse: SimulatedEvse) -> None:
    """Pull the plug, and drive away."""
    if evse.vehicle is not None:
        try:
            await evse.unplug()
        except HardwareError:
            await evse.tear_out()  # by force: the plug is still locked
    evse.drive_out()


class Drivers:
    """Cars come and go at one EVSE, some twenty a day; most of their drivers come often."""

    def __init__(self, evse: SimulatedEvse, random: Random) -> None:
        self._evse = evse
        self._random = random
        self.sessions = 0
        self.regulars = [self._new_token() for _ in range(REGULARS)]
        """The tokens of those who come often."""

    async def come(self) -> None:
        """Come and go, one after the other, for ever."""
        evse = self._evse
        while True:
            await self._gap(1200)
            self.sessions += 1
            evse.drive_in()
            token = self._token()
            vehicle = self._vehicle()
            card_first = self._random.random() < 0.3
            if card_first:
                await evse.swipe(token)
                await self._gap(15)
            await evse.plug_in(vehicle)
            if not card_first:
                await self._gap(20)
                await evse.swipe(token)
            await self._gap(2400)
            if self._random.random() < 0.2:
                vehicle.pause()
                await self._gap(300)
                vehicle.resume()
                await self._gap(300)
            if self._random.random() < 0.1:
                await evse.swipe(self._token())  # somebody else's card, mostly
            if self._random.random() < 0.7:
                await evse.swipe(token)
                await self._gap(10)
            await leave(evse)

    def _token(self) -> str:
        regular = self._random.random() < 0.8
        return self._random.choice(self.regulars) if regular else self._new_token()

    def _new_token(self) -> str:
        return f"{self._random.getrandbits(32):08X}"

    def _vehicle(self) -> ElectricVehicle:
        if self._random.random() < 0.5:
            return random_vehicle(self._random)
        return ElectricVehicle(
            battery_kwh=self._random.uniform(20, 90),
            soc=self._random.uniform(5, 95),
            max_current_a=self._random.choice([10, 16, 32]),
        )

    async def _gap(self, mean: float) -> None:
        await gap(self._random, mean)


class Wear:
    """Parts of an EVSE fail and are repaired."""

    def __init__(
        self, evse: SimulatedEvse, inspector: Inspector, random: Random, misfortune: Misfortune
    ) -> None:
        self._evse = evse
        self._inspector = inspector
        self._random = random
        self._misfortune = misfortune
        self.unreadable = False
        """The meter does not answer."""
        self.meter_failed = False
        """It did not answer once."""
        self.contactor_failed = False
        """It did not do as it was told once."""
        self.ailing = False
        """Something of it does not work, or did not until a moment ago."""

    async def befall(self) -> None:
        """Fail and be repaired, again and again."""
        breakdowns = self._breakdowns()
        while True:
            await gap(self._random, self._misfortune.fault_gap)
            fail, repair = self._random.choice(breakdowns)
            self.ailing = True
            fail()
            try:
                await gap(self._random, self._misfortune.fault)
            finally:
                repair()
                self._inspector.look()
            # Now and then nobody comes for a while.
            await asyncio.sleep(self._random.choice([0.0, 0.0, 60.0, 600.0]))
            self.reset()
            self.ailing = False

    def reset(self) -> None:
        """Press the reset button: what the station itself found is forgotten as well."""
        self._evse.fail(FaultCode.OTHER, "the reset button")
        self._evse.press_reset()

    def _breakdowns(self) -> list[tuple[Callable[[], None], Callable[[], None]]]:
        evse = self._evse
        codes = [FaultCode.GROUND_FAULT, FaultCode.OVERCURRENT_FAULT, FaultCode.HIGH_TEMPERATURE]
        return [
            (lambda: evse.fail(self._random.choice(codes), "drawn by lot"), evse.clear_fault),
            (evse.contactor.stick_open, evse.contactor.repair),
            (self._contactor_fails(evse.contactor.stick_closed), self._contactor_repaired),
            (self._contactor_fails(evse.contactor.hang), self._contactor_repaired),
            (evse.lock.jam, evse.lock.repair),
            (evse.lock.hang, evse.lock.repair),
            (self._meter_fails(evse.meter.break_down), self._meter_repaired),
            (self._meter_fails(evse.meter.hang), self._meter_repaired),
            (evse.reader.break_down, evse.reader.repair),
            (evse.short_pilot, evse.restore_pilot),
            (self._diode_breaks, partial(Mishap.DIODE_FAULT.mend, evse)),
            (evse.trip_rcd, evse.reset_rcd),
            (evse.overheat, evse.cool_down),
            (evse.brown_out, evse.restore_mains),
        ]

    def _diode_breaks(self) -> None:
        if self._evse.vehicle is not None:
            self._evse.vehicle.break_diode()

    def _contactor_fails(self, fail: Callable[[], None]) -> Callable[[], None]:
        def failed() -> None:
            self._inspector.broken = True
            self.contactor_failed = True
            fail()

        return failed

    def _contactor_repaired(self) -> None:
        self._evse.contactor.repair()
        self._inspector.broken = False

    def _meter_fails(self, fail: Callable[[], None]) -> Callable[[], None]:
        def failed() -> None:
            self.unreadable = self.meter_failed = True
            fail()

        return failed

    def _meter_repaired(self) -> None:
        self._evse.meter.repair()
        self.unreadable = False
