"""What a simulated vehicle makes of its pilot, its cable and its battery."""

import asyncio
from random import Random

import pytest

from pilotwire.hal.interfaces import (
    ConnectorKind,
    HardwareError,
    Measurand,
    MeterReading,
    PilotState,
    PlugChanged,
)
from pilotwire.hal.simulated import (
    ElectricVehicle,
    MeterClass,
    SimulatedStation,
    random_vehicle,
)
from tests.support.virtual_time import run, virtual_time
from tests.unit.hal.scenes import chance, charge, energy_wh, now, pilots, power_w, started, timers


def shown(reading: MeterReading, measurand: Measurand) -> list[float]:
    """What a reading has of a measurand besides its fields."""
    return [one.value for one in reading.others if one.measurand is measurand]


# What it takes for an offer.


@virtual_time
async def test_a_charger_that_needs_more_than_the_least_takes_less_for_no_offer() -> None:
    station = SimulatedStation()
    events = await started(station)
    evse = station.evse(1)
    await charge(evse, ElectricVehicle(min_current_a=13), 12.9)
    await asyncio.sleep(60)
    assert pilots(events) == [PilotState.B]
    await evse.offer_current(13)
    await asyncio.sleep(60)
    assert await power_w(evse) == pytest.approx(13 * 3 * 230)
    await evse.offer_current(10)
    assert pilots(events) == list(map(PilotState, "BCB"))


@virtual_time
async def test_a_vehicle_follows_another_offer_after_its_time() -> None:
    """IEC 61851-1 Annex A: within 5 s."""
    station = SimulatedStation()
    events = await started(station)
    evse = station.evse(1)
    await charge(evse, ElectricVehicle(reacts_after_s=3))
    await asyncio.sleep(60)
    await evse.offer_current(8)
    await asyncio.sleep(2.9)
    assert await power_w(evse) == pytest.approx(16 * 3 * 230)
    await asyncio.sleep(0.2)
    assert await power_w(evse) == pytest.approx(8 * 3 * 230)

    await evse.offer_current(0)
    await asyncio.sleep(2.9)
    assert pilots(events)[-1] is PilotState.C
    await asyncio.sleep(0.2)
    assert pilots(events)[-1] is PilotState.B
    assert await power_w(evse) == 0.0
    assert timers() == []


@virtual_time
async def test_a_vehicle_heeds_the_newest_offer_no_later_than_the_first_change() -> None:
    station = SimulatedStation()
    await started(station)
    evse = station.evse(1)
    await charge(evse, ElectricVehicle(reacts_after_s=3))
    await asyncio.sleep(60)
    for amperes in (10, 9, 8, 7):
        await evse.offer_current(amperes)
        await asyncio.sleep(0.9)
    assert await power_w(evse) == pytest.approx(7 * 3 * 230)
    await evse.offer_current(6)
    await evse.offer_current(7)
    assert len(timers()) == 1, "what came to nothing is not waited for"


@virtual_time
async def test_an_open_contactor_ends_the_flow_whatever_the_vehicle_heeds() -> None:
    station = SimulatedStation()
    await started(station)
    evse = station.evse(1)
    await charge(evse, ElectricVehicle(reacts_after_s=5))
    await asyncio.sleep(60)
    await evse.open_contactor()
    assert await power_w(evse) == 0.0


@virtual_time
async def test_a_vehicle_that_wants_ventilation_asks_with_state_d() -> None:
    station = SimulatedStation()
    events = await started(station)
    await charge(station.evse(1), ElectricVehicle(ventilation=True))
    await asyncio.sleep(60)
    assert pilots(events) == [PilotState.B, PilotState.D]


# Its battery.


@virtual_time
async def test_a_vehicle_stops_at_its_target_and_goes_on_to_another() -> None:
    station = SimulatedStation()
    events = await started(station)
    evse = station.evse(1)
    vehicle = ElectricVehicle(battery_kwh=20, soc=50, target_soc=70)
    await charge(evse, vehicle)
    await asyncio.sleep(24 * 3600)
    assert vehicle.soc == pytest.approx(70, abs=1e-9)
    assert (vehicle.content, vehicle.full) == (True, False)
    assert await energy_wh(evse) == pytest.approx(4000 / 0.9, rel=1e-9)
    assert timers() == []

    vehicle.aim_for(80)
    await asyncio.sleep(24 * 3600)
    assert vehicle.soc == pytest.approx(80, abs=1e-9)
    vehicle.aim_for(60)
    await asyncio.sleep(24 * 3600)
    assert vehicle.soc == pytest.approx(80, abs=1e-9)
    assert pilots(events) == list(map(PilotState, "BCBCB"))
    with pytest.raises(ValueError, match="aim for"):
        vehicle.aim_for(101)


@virtual_time
async def test_the_curve_of_a_battery_with_direct_current() -> None:
    station = SimulatedStation(
        1, kind=ConnectorKind.CCS2_CABLE, phases=1, max_current_a=500, voltage=400
    )
    await started(station)
    evse = station.evse(1)
    vehicle = ElectricVehicle(
        60, 5, dc_curve=[(10, 150), (20, 300), (50, 200), (80, 60), (100, 10)]
    )
    await charge(evse, vehicle, 500)
    await asyncio.sleep(60)
    wanted = {10: 150, 15: 225, 20: 300, 35: 250, 50: 200, 65: 130, 80: 60, 90: 35, 99: 12.5}
    while not vehicle.full:
        (current,) = (await evse.read_meter()).current_a
        for soc in [soc for soc in wanted if vehicle.soc >= soc]:
            assert current == pytest.approx(wanted.pop(soc), rel=0.02)
        await asyncio.sleep(1)
    assert not wanted


@pytest.mark.parametrize(
    "curve", [[], [(0, 0)], [(-1, 5)], [(20, 5), (10, 5)], [(10, 5), (10.05, 6)], [(101, 5)]]
)
def test_impossible_curves(curve: list[tuple[float, float]]) -> None:
    with pytest.raises(ValueError, match="dc_curve"):
        ElectricVehicle(dc_curve=curve)


@pytest.mark.parametrize(
    ("wrong", "word"),
    [
        ({"target_soc": 0}, "target_soc"),
        ({"reserve_soc": 101}, "reserve_soc"),
        ({"min_current_a": 5}, "min_current_a"),
        ({"max_discharge_a": -1}, "max_discharge_a"),
        ({"reacts_after_s": 6}, "61851"),
        ({"cable_a": 5}, "cable"),
        ({"ramp_a_per_s": 0}, "ramp_a_per_s"),
    ],
)
def test_impossible_vehicles(wrong: dict[str, float], word: str) -> None:
    with pytest.raises(ValueError, match=word):
        ElectricVehicle(**wrong)  # type: ignore[arg-type]  # names from a table


# Its cable.


@virtual_time
async def test_a_cable_is_read_and_bears_no_more_than_it_says() -> None:
    station = SimulatedStation()
    await started(station)
    evse = station.evse(1)
    assert evse.cable_current_a is None
    await charge(evse, ElectricVehicle(max_current_a=32, cable_a=20))
    await asyncio.sleep(60)
    assert evse.cable_current_a == 20
    assert await power_w(evse) == pytest.approx(20 * 3 * 230)
    await evse.leave_plug()
    assert evse.cable_current_a == 20
    await evse.unplug()
    assert evse.cable_current_a is None


@virtual_time
async def test_over_a_cable_that_does_not_say_what_it_bears_nothing_is_charged() -> None:
    station = SimulatedStation()
    events = await started(station)
    evse = station.evse(1)
    await charge(evse, ElectricVehicle(cable_a=None))
    await asyncio.sleep(60)
    with pytest.raises(HardwareError, match="does not say"):
        assert evse.cable_current_a
    assert pilots(events) == [PilotState.B]


@virtual_time
async def test_a_fixed_cable_is_the_charger_s() -> None:
    station = SimulatedStation(kind=ConnectorKind.TYPE2_CABLE)
    await started(station)
    evse = station.evse(1)
    await charge(evse, ElectricVehicle(max_current_a=32, cable_a=13))
    await asyncio.sleep(60)
    assert evse.cable_current_a is None
    assert await power_w(evse) == pytest.approx(32 * 3 * 230)


# Leaving early.


@virtual_time
async def test_a_driver_who_leaves_early_takes_the_cable_once_it_is_released() -> None:
    station = SimulatedStation()
    events = await started(station)
    evse = station.evse(1)
    vehicle = ElectricVehicle()
    await charge(evse, vehicle)
    await evse.lock_connector()
    await asyncio.sleep(60)
    leaving = asyncio.ensure_future(evse.depart())
    await asyncio.sleep(1)
    assert pilots(events)[-1] is PilotState.B, "the vehicle ceases to draw before it lets go"
    assert await power_w(evse) == 0.0
    await asyncio.sleep(10)
    assert pilots(events)[-1] is PilotState.A
    assert events[-2] == PlugChanged(1, True)
    assert not leaving.done()
    await evse.unlock_connector()
    await leaving
    assert events[-1] == PlugChanged(1, False)
    assert not vehicle.paused
    await evse.plug_in(vehicle)


@virtual_time
async def test_a_driver_who_can_t_wait_leaves_the_cable() -> None:
    station = SimulatedStation()
    await started(station)
    evse = station.evse(1)
    await charge(evse, ElectricVehicle())
    await evse.lock_connector()
    await evse.depart(patience=30)
    assert now() < 40
    assert evse.cable_current_a == 32
    assert evse.lock.locked
    with pytest.raises(HardwareError, match="no vehicle"):
        await evse.depart()
    await evse.tear_out()


@virtual_time
async def test_leaving_a_fixed_cable_or_an_unlocked_socket() -> None:
    for kind in (ConnectorKind.TYPE2_CABLE, ConnectorKind.TYPE2_SOCKET):
        station = SimulatedStation(kind=kind)
        events = await started(station)
        evse = station.evse(1)
        await charge(evse, ElectricVehicle())
        await asyncio.sleep(60)
        await evse.depart()
        assert pilots(events) == list(map(PilotState, "BCBA"))
        assert evse.cable_current_a is None


# Giving energy back.


@virtual_time
async def test_energy_that_is_given_back() -> None:
    station = SimulatedStation(bidirectional=True)
    events = await started(station)
    evse = station.evse(1)
    vehicle = ElectricVehicle(60, 50, max_discharge_a=10, reserve_soc=40, efficiency=0.8)
    await charge(evse, vehicle)
    await asyncio.sleep(600)
    taken, soc = await energy_wh(evse), vehicle.soc

    await evse.take_current(16)
    await asyncio.sleep(60)
    reading = await evse.read_meter()
    assert evse.meter.power_w == pytest.approx(-10 * 3 * 230)
    assert (reading.power_w, reading.current_a) == (0.0, (0.0, 0.0, 0.0))
    assert shown(reading, Measurand.POWER_ACTIVE_EXPORT) == pytest.approx([10 * 3 * 230])
    assert shown(reading, Measurand.CURRENT_EXPORT) == pytest.approx([10, 10, 10])
    assert reading.energy_wh == taken

    await asyncio.sleep(24 * 3600)
    reading = await evse.read_meter()
    (given_back,) = shown(reading, Measurand.ENERGY_ACTIVE_EXPORT_REGISTER)
    assert vehicle.soc == pytest.approx(40, abs=1e-9)
    assert given_back == pytest.approx((soc - 40) * 600 * 0.8)
    assert evse.meter.power_w == 0.0
    assert timers() == [], "an empty battery needs no timer"
    assert pilots(events) == [PilotState.B, PilotState.C]

    await evse.take_current(0)
    await asyncio.sleep(60)
    assert await power_w(evse) == pytest.approx(16 * 3 * 230)
    for amperes in (-1.0, float("inf")):
        with pytest.raises(HardwareError, match="0 or more"):
            await evse.take_current(amperes)


@virtual_time
async def test_a_full_vehicle_asks_again_when_it_may_give() -> None:
    station = SimulatedStation(bidirectional=True)
    events = await started(station)
    evse = station.evse(1)
    await charge(evse, ElectricVehicle(soc=100, max_discharge_a=16))
    await asyncio.sleep(60)
    assert pilots(events) == [PilotState.B]
    await evse.take_current(8)
    await asyncio.sleep(60)
    assert pilots(events) == [PilotState.B, PilotState.C]
    assert evse.meter.power_w == pytest.approx(-8 * 3 * 230)


@virtual_time
async def test_a_vehicle_that_can_t_give_charges_on() -> None:
    station = SimulatedStation(bidirectional=True)
    await started(station)
    evse = station.evse(1)
    await charge(evse, ElectricVehicle())
    await evse.take_current(8)
    await asyncio.sleep(60)
    assert await power_w(evse) == pytest.approx(16 * 3 * 230)


# The meter.


@pytest.mark.parametrize("grade", MeterClass)
@pytest.mark.parametrize("seed", range(4))
def test_a_meter_is_off_within_its_class_the_same_way_for_the_same_seed(
    grade: MeterClass, seed: int
) -> None:
    async def readings(grade: MeterClass | None) -> list[MeterReading]:
        station = SimulatedStation(2, random=chance(seed), meter_class=grade)
        await started(station)
        found: list[MeterReading] = []
        for evse in station.evses:
            await charge(evse, ElectricVehicle())
            await asyncio.sleep(60)
            for amperes in range(32, 12, -1):
                await evse.offer_current(amperes)
                await asyncio.sleep(30)
                found.append(await evse.read_meter())
        return found

    exact, some = run(readings(None)), run(readings(grade))
    assert some == run(readings(grade))
    limit = grade.value / 100
    for right, one in zip(exact, some, strict=True):
        assert one.energy_wh == pytest.approx(right.energy_wh, rel=limit)
        assert one.power_w == pytest.approx(right.power_w, rel=limit)
        assert one.current_a == pytest.approx(right.current_a, rel=limit)
        assert one.energy_wh != right.energy_wh
    assert len({one.power_w for one in some}) == len(some)
    parts = {
        round(one.energy_wh / right.energy_wh, 9) for one, right in zip(some, exact, strict=True)
    }
    assert len(parts) == 2, "each meter is off by a factor of its own"


def test_a_class_wants_chance() -> None:
    with pytest.raises(ValueError, match="random"):
        SimulatedStation(meter_class=MeterClass.B)
    SimulatedStation(meter_class=MeterClass.B, random=Random(1))


# What it costs.


@virtual_time
async def test_while_nothing_changes_a_vehicle_has_one_timer_for_its_end_or_none() -> None:
    station = SimulatedStation()
    await started(station)
    evse = station.evse(1)
    vehicle = ElectricVehicle(reacts_after_s=2)
    await evse.plug_in(vehicle)
    assert timers() == []
    await evse.offer_current(16)
    await evse.close_contactor()
    await asyncio.sleep(60)
    (end,) = timers()
    assert end.when() > now() + 3600
    vehicle.pause()
    await asyncio.sleep(60)
    assert timers() == []


# Vehicles of all kinds.


@pytest.mark.parametrize("seed", range(20))
def test_random_vehicles_keep_to_the_standard_s_times(seed: int) -> None:
    """IEC 61851-1 Annex A: 5 s to follow another offer."""

    async def scenario() -> list[float]:
        station = SimulatedStation(1)
        events = await started(station)
        evse = station.evse(1)
        vehicle = random_vehicle(chance(seed), soc=20)
        await charge(evse, vehicle, 16)
        await asyncio.sleep(10)
        shown: list[float] = []
        for amperes in (16, 9, 32, 13, 0):
            await evse.offer_current(amperes)
            await asyncio.sleep(5)
            shown += (await evse.read_meter()).current_a
            assert max(shown[-3:]) <= amperes
            assert max(shown[-3:]) >= min(amperes, 16) * 0.999
        assert pilots(events)[-1] is PilotState.B
        return shown

    assert run(scenario()) == run(scenario())


def test_random_vehicles_are_of_many_kinds() -> None:
    random = chance(3)
    vehicles = [random_vehicle(random) for _ in range(200)]
    assert len({vehicle.soc for vehicle in vehicles}) == 200
    assert {vehicle.target_soc for vehicle in vehicles} == {80, 90, 100}
    assert {vehicle.cable_a for vehicle in vehicles} == {20, 32}
    assert random_vehicle(random, soc=5, target_soc=70).soc == 5
