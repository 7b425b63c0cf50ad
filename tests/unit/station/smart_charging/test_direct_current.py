"""Limits of the grid where direct current is delivered."""

import pytest

from pilotwire.hal.interfaces import ConnectorKind
from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation
from pilotwire.station.hardware.checks import check_evses
from pilotwire.station.vocabulary import ChargingProfilePurpose, ChargingRateUnit
from tests.support.limits import clear, install, profile
from tests.support.scene import TOKEN, Scene, scene
from tests.support.virtual_time import virtual_time

MAX = ChargingProfilePurpose.CHARGING_STATION_MAX_PROFILE
VOLTS = 400.0


def station(evses: int = 1) -> SimulatedStation:
    return SimulatedStation(
        evses=evses, phases=1, kind=ConnectorKind.CCS2_CABLE, max_current_a=200, voltage=VOLTS
    )


async def charge(s: Scene, evse_id: int = 1) -> None:
    evse = s.hardware.evse(evse_id)
    await evse.plug_in(ElectricVehicle(battery_kwh=500))
    await evse.swipe(f"{TOKEN}{evse_id}")
    await s.wait(60)


@virtual_time
async def test_hardware_that_takes_watts_is_told_them() -> None:
    async with scene("2.1", hardware=station()) as s:
        await charge(s)
        assert s.evse.meter.power_w == pytest.approx(200 * VOLTS)
        install(s, profile(1, (0, 20_700), unit=ChargingRateUnit.W))
        await s.wait(10)
        assert s.evse.meter.power_w == pytest.approx(20_700)
        install(s, profile(1, (0, 10)))  # amperes a phase of the grid
        await s.wait(10)
        assert s.evse.meter.power_w == pytest.approx(10 * 3 * 230)
        clear(s, 1)
        await s.wait(60)
        assert s.evse.meter.power_w == pytest.approx(200 * VOLTS)


@virtual_time
async def test_no_current_at_all_suspends() -> None:
    async with scene("2.1", hardware=station()) as s:
        install(s, profile(1, (0, 0)))
        await charge(s)
        assert not s.evse.contactor.closed
        assert s.station.evses[0].charging_state is not None
        assert s.station.evses[0].charging_state.value == "SuspendedEVSE"


@virtual_time
async def test_other_hardware_offers_what_the_highest_voltage_leaves() -> None:
    hardware = station()
    hardware.evse(1).__dict__["offer_power"] = None  # it takes none
    hardware.evse(1).__dict__["max_voltage_v"] = 500.0
    async with scene("2.1", hardware=hardware) as s:
        install(s, profile(1, (0, 20_700), unit=ChargingRateUnit.W))
        await charge(s)
        assert s.evse.offered_a == pytest.approx(20_700 / 500)


@virtual_time
async def test_two_share_by_what_they_take_from_the_grid() -> None:
    async with scene("2.1", hardware=station(2)) as s:
        install(s, profile(1, (0, 100), purpose=MAX))
        await charge(s, 1)
        await charge(s, 2)
        power = [evse.meter.power_w for evse in s.hardware.evses]
        assert power == pytest.approx([50 * 3 * 230] * 2)


@pytest.mark.parametrize("volts", [0.0, -1.0, float("nan"), "400"])
def test_a_voltage_that_can_not_be_is_refused(volts: float) -> None:
    hardware = station()
    hardware.evse(1).__dict__["max_voltage_v"] = volts
    with pytest.raises(ValueError, match="max_voltage_v must be more than 0"):
        check_evses(hardware.evses)
