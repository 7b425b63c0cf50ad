"""Drivers come, charge and leave, whatever the station does."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from random import Random

import pytest

from pilotwire.charging_station import ChargingStation, Environment, Network
from pilotwire.csms import Csms
from pilotwire.hal.interfaces import ConnectorKind
from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation
from pilotwire.simulator.visits import Ending, Visit, random_visit, traffic, visit
from pilotwire.store import Store
from tests.support.memory_link import MemoryConnector
from tests.support.virtual_time import virtual_time
from tests.unit.csms.scenes import Noon

Station = ChargingStation[SimulatedStation]


@asynccontextmanager
async def charger(
    csms: Csms, kind: ConnectorKind = ConnectorKind.TYPE2_CABLE
) -> AsyncGenerator[Station]:
    """A station that is connected, and has had time to boot."""
    async with (
        MemoryConnector(csms.serve_transport, versions=["2.0.1"]) as connector,
        ChargingStation(
            identity="CS-1",
            vendor="Example",
            model="One",
            csms=Network("ws://csms.example", unsecured=True),
            hardware=SimulatedStation(evses=2, kind=kind),
            store=Store(":memory:"),
            environment=Environment(Noon(), Random(1), connector),
        ) as station,
    ):
        await asyncio.sleep(10)
        yield station


def new_csms() -> Csms:
    return Csms(tokens=["CARD"], clock=Noon(), random=Random(2))


@pytest.mark.parametrize("kind", [ConnectorKind.TYPE2_CABLE, ConnectorKind.TYPE2_SOCKET])
@virtual_time
async def test_the_card_ends_the_session(kind: ConnectorKind) -> None:
    csms, told = new_csms(), list[str]()
    async with charger(csms, kind) as station:
        plan = Visit(ElectricVehicle(), "CARD", Ending.CARD, 600.0)
        assert await visit(station.hardware.evse(1), plan, told.append)
    [session] = csms.stations["CS-1"].sessions
    assert session.reason == "Local"
    assert session.energy_wh == pytest.approx(11040 * 600 / 3600, rel=0.02)
    assert [line.partition(": ")[2].partition(",")[0] for line in told] == [
        "a car arrives",
        "the driver shows a card",
        "the car charges",
        "the driver shows the card again",
        "the car leaves",
    ]


@virtual_time
async def test_the_battery_may_get_full() -> None:
    csms, told = new_csms(), list[str]()
    vehicle = ElectricVehicle(battery_kwh=40, soc=98)
    async with charger(csms) as station:
        plan = Visit(vehicle, "CARD", Ending.FULL)
        assert await visit(station.hardware.evse(1), plan, told.append)
    [session] = csms.stations["CS-1"].sessions
    assert vehicle.full
    assert session.reason == "EVDisconnected"
    assert any("the battery is full" in line for line in told)


@virtual_time
async def test_the_plug_may_be_pulled() -> None:
    csms = new_csms()
    async with charger(csms) as station:
        plan = Visit(ElectricVehicle(), "CARD", Ending.UNPLUG, 60.0)
        assert await visit(station.hardware.evse(1), plan, lambda _: None)
    assert csms.stations["CS-1"].sessions[0].reason == "EVDisconnected"


@virtual_time
async def test_a_driver_whose_card_is_not_accepted_gives_up() -> None:
    csms, told = new_csms(), list[str]()
    async with charger(csms) as station:
        plan = Visit(ElectricVehicle(), "NOBODY")
        assert not await visit(station.hardware.evse(1), plan, told.append)
        assert station.hardware.evse(1).vehicle is None
    assert not csms.stations["CS-1"].sessions
    assert any("gives up" in line for line in told)


@virtual_time
async def test_a_driver_whose_session_the_csms_ends_leaves() -> None:
    csms, told = new_csms(), list[str]()
    async with charger(csms) as station, asyncio.TaskGroup() as tasks:
        plan = Visit(ElectricVehicle(), "CARD", Ending.CARD, 600.0)
        driver = tasks.create_task(visit(station.hardware.evse(1), plan, told.append))
        await asyncio.sleep(60)
        [session] = csms.stations["CS-1"].sessions
        assert await csms.remote_stop("CS-1", session.transaction_id) == "Accepted"
        assert await driver
    assert session.reason == "Remote"
    assert any("the energy was cut off" in line for line in told)


@pytest.mark.parametrize("seed", range(2))
@virtual_time
async def test_an_afternoon_of_traffic_leaves_nothing_undone(seed: int) -> None:
    csms = new_csms()
    random = Random(seed)
    async with charger(csms) as station:
        drivers = [
            asyncio.create_task(traffic(evse, "CARD", random, lambda _: None))
            for evse in station.hardware.evses
        ]
        await asyncio.sleep(2 * 3600)
        assert not any(driver.done() for driver in drivers)
        for driver in drivers:
            driver.cancel()
    sessions = csms.stations["CS-1"].sessions
    assert len(sessions) > 5
    assert not any(session.ongoing for session in sessions)
    assert {session.reason for session in sessions} <= {"Local", "EVDisconnected", "Reboot"}
    assert all((session.energy_wh or 0) > 0 for session in sessions)


def test_chance_can_be_repeated() -> None:
    def plans(seed: int) -> list[tuple[Ending, float, float]]:
        random = Random(seed)
        visits = [random_visit("CARD", random) for _ in range(20)]
        return [(each.ending, each.charge_for, each.vehicle.soc) for each in visits]

    assert plans(1) == plans(1) != plans(2)
