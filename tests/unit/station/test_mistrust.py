"""State E that goes as soon as nothing is offered any more: a vehicle without a diode."""

import asyncio

from pilotwire.hal.interfaces import HardwareError
from pilotwire.hal.simulated import ElectricVehicle, SimulatedEvse
from pilotwire.ocpp import v16
from tests.support.scene import TOKEN, Scene, charge, scene
from tests.support.virtual_time import virtual_time

ENOUGH = 100
"""Offers, after which the hardware gives up: to offer again at once would never end."""


class Offers:
    """When an offer of current began at an EVSE, in whole seconds after this did."""

    def __init__(self, evse: SimulatedEvse) -> None:
        self.times: list[int] = []
        self._now = asyncio.get_running_loop().time
        self._began = self._now()
        offer = evse.offer_current

        async def noted(amperes: float) -> None:
            if amperes and not evse.offered_a:
                self.times.append(round(self._now() - self._began))
            if len(self.times) > ENOUGH:
                raise HardwareError("told to offer again and again")
            await offer(amperes)

        evse.offer_current = noted  # type: ignore[method-assign]  # it is listened to


def broken() -> ElectricVehicle:
    vehicle = ElectricVehicle(soc=20)
    vehicle.break_diode()
    return vehicle


def statuses(s: Scene) -> list[str]:
    told = s.csms.requests(v16.StatusNotificationRequest)
    return [each.status.value for each in told if each.connector_id == 1]


async def offered(s: Scene) -> Offers:
    """A vehicle without a diode is plugged in by somebody who may charge."""
    await s.evse.swipe(TOKEN)
    await s.wait(1)
    offers = Offers(s.evse)
    await s.evse.plug_in(broken())
    return offers


@virtual_time
async def test_it_is_offered_again_ever_more_seldom() -> None:
    async with scene("1.6") as s:
        offers = await offered(s)
        await s.wait(100)
        assert offers.times == [0, 2, 6, 14, 30, 62]
        assert not s.evse.contactor.closed
        assert statuses(s)[-1] == "SuspendedEVSE"
        assert s.station.evse(1).snapshot.warnings[0].info == "pilot in state E"
        await s.wait(24 * 3600)
        assert len(offers.times) < 12 + 24


@virtual_time
async def test_it_is_believed_once_its_diode_is_whole() -> None:
    async with scene("1.6") as s:
        await offered(s)
        await s.wait(5)
        assert s.evse.vehicle is not None
        s.evse.vehicle.repair_diode()
        await s.wait(10)
        assert s.evse.contactor.closed
        assert statuses(s)[-1] == "Charging"
        assert not s.station.evse(1).snapshot.warnings


@virtual_time
async def test_the_next_vehicle_is_another_one() -> None:
    async with scene("1.6") as s:
        await offered(s)
        await s.wait(1000)
        await s.evse.tear_out()
        await s.wait(5)
        offers = await offered(s)
        await s.wait(10)
        assert offers.times == [0, 2, 6]
        await s.evse.tear_out()
        await s.wait(5)
        await charge(s)


@virtual_time
async def test_a_pilot_that_comes_and_goes_is_not_believed_before_it_has_stayed() -> None:
    async with scene("1.6") as s:
        await charge(s)
        offers = Offers(s.evse)
        for _ in range(3):
            s.evse.short_pilot()
            await s.wait(1)
            s.evse.restore_pilot()
            await s.wait(1)
        assert offers.times == []
        await s.wait(20)
        assert offers.times == [5 + 2**3]
        assert s.evse.contactor.closed
