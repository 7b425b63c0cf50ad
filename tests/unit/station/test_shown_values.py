"""Who watches a variable that nobody sets hears of it when what it shows has changed."""

import asyncio

from pilotwire.hal.interfaces import FaultCode
from pilotwire.station.device_model.definitions import Component
from pilotwire.station.device_model.standard import (
    EVSE,
    AnyComponent,
    AuthCtrlr,
    ChargingStation,
    Connector,
)
from tests.support.scene import Scene, scene
from tests.support.virtual_time import virtual_time

EVSE_1 = Component("EVSE", evse_id=1)
CONNECTOR_1 = Component("Connector", evse_id=1, connector_id=1)


def watched(s: Scene) -> list[tuple[str, object]]:
    """What is heard from now on of the variables that show how EVSE 1 is."""
    heard: list[tuple[str, object]] = []
    model = s.station.device_model
    model.watch(EVSE.AvailabilityState, lambda v: heard.append(("EVSE", v)), EVSE_1)
    model.watch(Connector.AvailabilityState, lambda v: heard.append(("plug", v)), CONNECTOR_1)
    model.watch(AnyComponent.Problem, lambda v: heard.append(("problem", v)), EVSE_1)
    model.watch(ChargingStation.AvailabilityState, lambda v: heard.append(("all", v)))
    return heard


@virtual_time
async def test_a_vehicle_that_comes_is_heard_of_at_once() -> None:
    async with scene("2.1") as s:
        heard = watched(s)
        await s.plug_in_and_swipe()
        await asyncio.sleep(1)
        assert set(heard) == {
            ("EVSE", "Occupied"),
            ("plug", "Occupied"),
            ("problem", False),
            ("all", "Occupied"),
        }


@virtual_time
async def test_a_fault_is_heard_of_and_its_end_too() -> None:
    async with scene("1.6") as s:
        heard = watched(s)
        s.evse.fail(FaultCode.HIGH_TEMPERATURE)
        await asyncio.sleep(1)
        assert ("problem", True) in heard
        assert ("EVSE", "Faulted") in heard
        heard.clear()
        s.evse.clear_fault()
        await asyncio.sleep(1)
        assert ("problem", False) in heard
        assert ("EVSE", "Available") in heard


@virtual_time
async def test_a_warning_is_a_problem_and_nothing_else() -> None:
    async with scene("2.1") as s:
        heard = watched(s)
        s.evse.fail(FaultCode.TOKEN_READER)
        await asyncio.sleep(1)
        assert ("problem", True) in heard
        assert ("EVSE", "Available") in heard
        heard.clear()
        s.evse.clear_fault()
        await asyncio.sleep(1)
        assert ("problem", False) in heard


@virtual_time
async def test_nobody_hears_of_what_did_not_change() -> None:
    async with scene("2.1") as s:
        heard = watched(s)
        s.station.device_model[AuthCtrlr.AuthorizeRemoteStart] = False
        await asyncio.sleep(600)
        assert heard == []
