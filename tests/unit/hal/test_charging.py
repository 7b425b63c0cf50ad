"""A vehicle on a simulated EVSE: when it draws, how much, and what the pilot says meanwhile."""

import asyncio

import pytest

from pilotwire.hal.interfaces import ConnectorKind, PilotState, StationHardware
from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation
from tests.support.virtual_time import virtual_time
from tests.unit.hal.scenes import charge, energy_wh, pilots, power_w, started, timers

A, B, C = PilotState.A, PilotState.B, PilotState.C


@virtual_time
async def test_a_vehicle_asks_for_energy_only_once_current_is_offered() -> None:
    station = SimulatedStation()
    events = await started(station)
    evse = station.evse(1)

    await evse.plug_in(ElectricVehicle())
    await asyncio.sleep(60)
    assert pilots(events) == [B]

    await evse.offer_current(16)
    await asyncio.sleep(2)
    assert pilots(events) == [B, C]

    await evse.offer_current(0)
    assert pilots(events) == [B, C, B]

    await evse.unplug()
    assert pilots(events) == [B, C, B, A]
    assert await evse.pilot_state() is A


@virtual_time
async def test_an_offer_withdrawn_before_the_vehicle_woke_is_never_answered() -> None:
    station = SimulatedStation()
    events = await started(station)
    evse = station.evse(1)
    await evse.plug_in(ElectricVehicle(wakes_after_s=3))

    await evse.offer_current(16)
    await asyncio.sleep(2)
    await evse.offer_current(0)
    await asyncio.sleep(60)

    assert pilots(events) == [B]
    assert timers() == []


@pytest.mark.parametrize(
    ("offer", "vehicle_a", "vehicle_phases", "evse_a", "evse_phases", "drawn_a", "drawn_phases"),
    [
        (10, 16, 3, 32, 3, 10, 3),
        (32, 16, 3, 32, 3, 16, 3),
        (32, 32, 1, 32, 3, 32, 1),
        (32, 32, 3, 16, 3, 16, 3),
        (32, 32, 3, 32, 1, 32, 1),
        (6, 16, 2, 32, 3, 6, 2),
    ],
)
def test_the_least_of_offer_vehicle_and_evse_decides(
    offer: float,
    vehicle_a: float,
    vehicle_phases: int,
    evse_a: float,
    evse_phases: int,
    drawn_a: float,
    drawn_phases: int,
) -> None:
    @virtual_time
    async def scenario() -> None:
        station = SimulatedStation(phases=evse_phases, max_current_a=evse_a)
        await started(station)
        evse = station.evse(1)
        await charge(evse, ElectricVehicle(max_current_a=vehicle_a, phases=vehicle_phases), offer)
        await asyncio.sleep(60)

        reading = await evse.read_meter()
        unused = evse_phases - drawn_phases
        assert reading.current_a == pytest.approx((drawn_a,) * drawn_phases + (0.0,) * unused)
        assert reading.power_w == pytest.approx(drawn_a * drawn_phases * 230)
        assert reading.voltage_v == (230.0,) * evse_phases
        assert reading.frequency_hz == 50.0

    scenario()


@virtual_time
async def test_less_than_six_amperes_is_no_offer() -> None:
    station = SimulatedStation()
    events = await started(station)
    evse = station.evse(1)
    await charge(evse, ElectricVehicle(), 5.9)
    await asyncio.sleep(600)
    assert await energy_wh(evse) == 0.0
    assert pilots(events) == [B]

    await evse.offer_current(6)
    await asyncio.sleep(60)
    assert await power_w(evse) == pytest.approx(6 * 3 * 230)

    await evse.offer_current(5.9)
    assert await power_w(evse) == 0.0
    assert pilots(events) == [B, C, B]


@virtual_time
async def test_nothing_flows_through_an_open_contactor() -> None:
    station = SimulatedStation()
    events = await started(station)
    evse = station.evse(1)
    await evse.plug_in(ElectricVehicle())
    await evse.offer_current(16)
    await asyncio.sleep(600)
    assert pilots(events) == [B, C]
    assert await energy_wh(evse) == 0.0

    await evse.close_contactor()
    await asyncio.sleep(600)
    await evse.open_contactor()
    taken = await energy_wh(evse)
    assert taken > 0
    await asyncio.sleep(600)
    assert await energy_wh(evse) == taken
    assert await power_w(evse) == 0.0


@virtual_time
async def test_the_current_grows_over_some_seconds_and_falls_at_once() -> None:
    station = SimulatedStation()
    await started(station)
    evse = station.evse(1)
    await charge(evse, ElectricVehicle(ramp_a_per_s=4, wakes_after_s=0))

    assert await power_w(evse) == 0.0
    await asyncio.sleep(2)
    assert (await evse.read_meter()).current_a[0] == pytest.approx(8)
    await asyncio.sleep(3)
    assert (await evse.read_meter()).current_a[0] == pytest.approx(16)
    await evse.offer_current(7)
    assert (await evse.read_meter()).current_a[0] == pytest.approx(7)
    await evse.offer_current(15)
    await asyncio.sleep(1)
    assert (await evse.read_meter()).current_a[0] == pytest.approx(11)


@virtual_time
async def test_the_current_falls_linearly_with_the_charge_from_the_taper_on() -> None:
    station = SimulatedStation(reports_soc=True)
    await started(station)
    evse = station.evse(1)
    vehicle = ElectricVehicle(battery_kwh=10, soc=70, max_current_a=16, taper_from=80)
    await charge(evse, vehicle)

    seen = 0
    while not vehicle.full:
        await asyncio.sleep(60)
        reading = await evse.read_meter()
        assert reading.soc == pytest.approx(vehicle.soc)
        if 80 < vehicle.soc < 100:
            seen += 1
            expected = 1.6 + (16 - 1.6) * (100 - vehicle.soc) / 20
            assert reading.current_a[0] == pytest.approx(expected)
    assert seen > 10


@pytest.mark.parametrize("taper_from", [0, 80, 100])
def test_a_full_vehicle_goes_back_to_b_and_took_what_was_missing(taper_from: float) -> None:
    @virtual_time
    async def scenario() -> None:
        station = SimulatedStation()
        events = await started(station)
        evse = station.evse(1)
        vehicle = ElectricVehicle(battery_kwh=20, soc=50, taper_from=taper_from, efficiency=0.8)
        await charge(evse, vehicle)

        await asyncio.sleep(24 * 3600)

        assert pilots(events) == [B, C, B]
        assert vehicle.full
        assert vehicle.soc == 100
        assert await energy_wh(evse) == pytest.approx(10_000 / 0.8, rel=1e-9)
        assert await power_w(evse) == 0.0
        assert timers() == []

    scenario()


@virtual_time
async def test_a_vehicle_pauses_and_resumes() -> None:
    station = SimulatedStation()
    events = await started(station)
    evse = station.evse(1)
    vehicle = ElectricVehicle()
    await charge(evse, vehicle)
    await asyncio.sleep(60)

    vehicle.pause()
    assert pilots(events) == [B, C, B]
    assert await power_w(evse) == 0.0
    await asyncio.sleep(3600)
    vehicle.resume()
    await asyncio.sleep(60)

    assert pilots(events) == [B, C, B, C]
    assert await power_w(evse) == pytest.approx(16 * 3 * 230)


@virtual_time
async def test_a_vehicle_can_be_told_to_pause_before_it_is_plugged_in() -> None:
    station = SimulatedStation()
    events = await started(station)
    vehicle = ElectricVehicle()
    vehicle.pause()
    await charge(station.evse(1), vehicle)
    await asyncio.sleep(60)
    assert pilots(events) == [B]


@virtual_time
async def test_what_the_vehicle_took_it_takes_along_to_the_next_evse() -> None:
    station = SimulatedStation()
    await started(station)
    vehicle = ElectricVehicle(battery_kwh=50, soc=20, efficiency=0.9)
    for evse in station.evses:
        await charge(evse, vehicle)
        await asyncio.sleep(1800)
        await evse.unplug()

    total = sum([await energy_wh(evse) for evse in station.evses])
    assert total > 5000
    assert vehicle.soc == pytest.approx(20 + 100 * total * 0.9 / 50_000)


@virtual_time
async def test_direct_current() -> None:
    station = SimulatedStation(
        kind=ConnectorKind.CCS2_CABLE, phases=1, max_current_a=125, voltage=400
    )
    await started(station)
    evse = station.evse(1)
    vehicle = ElectricVehicle(soc=10, ramp_a_per_s=50)
    await charge(evse, vehicle, 125)
    await asyncio.sleep(60)

    reading = await evse.read_meter()
    assert reading.power_w == pytest.approx(50_000)
    assert reading.current_a == pytest.approx((125.0,))
    assert reading.frequency_hz is None
    assert reading.soc == pytest.approx(vehicle.soc)
    await evse.offer_current(2)
    assert await power_w(evse) == pytest.approx(800)


@virtual_time
async def test_only_direct_current_tells_the_state_of_charge_unless_asked_for() -> None:
    for reports_soc, told in [(None, False), (False, False), (True, True)]:
        station = SimulatedStation(reports_soc=reports_soc)
        assert (await station.evse(1).read_meter()).soc is None
        await station.evse(1).plug_in(ElectricVehicle(soc=40))
        assert (await station.evse(1).read_meter()).soc == (40 if told else None)


def test_impossible_vehicles_and_stations_are_refused() -> None:
    with pytest.raises(ValueError, match="percents"):
        ElectricVehicle(soc=101)
    with pytest.raises(ValueError, match="battery_kwh"):
        ElectricVehicle(battery_kwh=0)
    with pytest.raises(ValueError, match="phases"):
        ElectricVehicle(phases=4)
    with pytest.raises(ValueError, match="evses"):
        SimulatedStation(0)
    with pytest.raises(ValueError, match="1 for DC"):
        SimulatedStation(kind=ConnectorKind.CCS2_CABLE, phases=3)


def test_the_simulated_station_is_station_hardware() -> None:
    hardware: StationHardware = SimulatedStation()
    assert [evse.max_current_a for evse in hardware.evses] == [32.0, 32.0]
