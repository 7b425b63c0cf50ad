"""Parking bays that are watched: where transactions start and end (E01 S1, E03, E06 S1)."""

import asyncio
from collections.abc import Callable

import pytest

from pilotwire.hal.interfaces import MeterReading
from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation
from pilotwire.ocpp import v16, v21
from pilotwire.station.device_model.standard import TxCtrlr
from tests.support.device_model import address, set_
from tests.support.editions import IN_2X
from tests.support.scene import TOKEN, Scene, Settings, scene
from tests.support.transactions_2x import events, numbered, outline, registers
from tests.support.virtual_time import virtual_time

BAY: Settings = {
    TxCtrlr.TxStartPoint: ("ParkingBayOccupancy",),
    TxCtrlr.TxStopPoint: ("ParkingBayOccupancy",),
}
Reason = v21.ReasonEnumType


def watched() -> SimulatedStation:
    return SimulatedStation(evses=1, bay_sensors=True)


def slow_meter(s: Scene) -> None:
    """What it has read takes a second to arrive."""
    read = s.evse.meter.read

    async def slowly(soc: Callable[[], float | None]) -> MeterReading:
        reading = await read(soc)
        await asyncio.sleep(1)
        return reading

    s.evse.meter.read = slowly  # type: ignore[method-assign]  # slowed on the way


async def stop_from_afar(s: Scene) -> None:
    transaction_id = events(s)[0].transaction_info.transaction_id
    await s.csms.call(v21.RequestStopTransactionRequest(transaction_id=transaction_id))
    await s.wait(5)


@pytest.mark.parametrize("remote", [False, True])
@IN_2X
@virtual_time
async def test_from_the_bay_to_the_bay(version: str, remote: bool) -> None:
    """TC_E_12_CS, TC_E_19_CS; E01.FR.01, E06.FR.01, E06.FR.15; F03.FR.02."""
    async with scene(version, hardware=watched(), settings=BAY) as s:
        s.evse.drive_in()
        await s.wait(5)
        assert outline(s) == [("Started", "EVDetected", "Idle")]
        assert events(s)[0].evse == v21.EVSEType(id=1)
        await s.plug_in_and_swipe()
        await s.wait(30)
        assert outline(s)[1:] == [
            ("Updated", "CablePluggedIn", "EVConnected"),
            ("Updated", "Authorized", "EVConnected"),
            ("Updated", "ChargingStateChanged", "Charging"),
        ]
        await (stop_from_afar(s) if remote else s.evse.swipe(TOKEN))
        await s.wait(5)
        await s.evse.unplug()
        await s.wait(5)
        assert outline(s)[-1] == ("Updated", "EVCommunicationLost", "Idle")
        s.evse.drive_out()
        await s.wait(5)
        assert outline(s)[-1] == ("Ended", "EVDeparted", "Idle")
        expected = Reason.REMOTE if remote else Reason.LOCAL
        assert events(s)[-1].transaction_info.stopped_reason is expected
        numbered(s)


@IN_2X
@virtual_time
async def test_all_energy_is_told_where_the_bay_is_left_with_the_cable(version: str) -> None:
    """E06.FR.01, E06.FR.11: the energy ends before the transaction does."""
    async with scene(version, hardware=watched(), settings=BAY) as s:
        s.evse.drive_in()
        await s.plug_in_and_swipe()
        await s.wait(600)
        slow_meter(s)
        s.evse.drive_out()
        await s.wait(30)
        assert outline(s)[-1][:2] == ("Ended", "EVDeparted")
        assert registers(events(s)[-1])[-1] == pytest.approx(s.evse.meter.register_wh, abs=0.001)


@IN_2X
@virtual_time
async def test_a_bay_that_is_occupied_at_the_start(version: str) -> None:
    """E01.FR.01: what is so already is reported first."""
    hardware = watched()
    hardware.evse(1).drive_in()
    settings = {**BAY, TxCtrlr.TxBeforeAcceptedEnabled: True}
    async with scene(version, hardware=hardware, settings=settings) as s:
        assert outline(s) == [("Started", "EVDetected", "Idle")]


@IN_2X
@virtual_time
async def test_nobody_plugs_in_and_the_bay_is_still_occupied(version: str) -> None:
    """E03.FR.15: the token is authorized no more; leaving the bay ends the transaction."""
    settings = {**BAY, TxCtrlr.EVConnectionTimeOut: 30}
    async with scene(version, hardware=watched(), settings=settings) as s:
        s.evse.drive_in()
        await s.evse.swipe(TOKEN)
        await s.wait(40)
        assert outline(s)[-1] == ("Updated", "EVConnectTimeout", "Idle")
        await s.evse.plug_in(ElectricVehicle())
        await s.wait(30)
        assert not s.evse.contactor.closed, "the token has expired"
        await s.evse.unplug()
        s.evse.drive_out()
        await s.wait(5)
        assert outline(s)[-1] == ("Ended", "EVDeparted", "Idle")


@IN_2X
@virtual_time
async def test_nobody_plugs_in_and_the_bay_ends_nothing(version: str) -> None:
    """E03.FR.05."""
    settings = {
        **BAY,
        TxCtrlr.TxStopPoint: ("EVConnected",),
        TxCtrlr.EVConnectionTimeOut: 30,
    }
    async with scene(version, hardware=watched(), settings=settings) as s:
        s.evse.drive_in()
        await s.evse.swipe(TOKEN)
        await s.wait(40)
        assert outline(s)[-1] == ("Ended", "EVConnectTimeout", "Idle")
        assert events(s)[-1].transaction_info.stopped_reason is Reason.TIMEOUT


@IN_2X
@virtual_time
async def test_who_only_stops_by_leaves_no_transaction_behind(version: str) -> None:
    """2.1.1, the warning: no stop point could ever end it, so the empty bay does."""
    settings = {**BAY, TxCtrlr.TxStopPoint: ("EVConnected",)}
    async with scene(version, hardware=watched(), settings=settings) as s:
        s.evse.drive_in()
        await s.wait(50)
        s.evse.drive_out()
        await s.wait(5)
        assert outline(s) == [("Started", "EVDetected", "Idle"), ("Ended", "EVDeparted", "Idle")]


@virtual_time
async def test_in_1_6_a_transaction_needs_token_and_vehicle() -> None:
    """1.6 has no word for bays: its transaction begins with both, and ends with the bay."""
    async with scene("1.6", hardware=watched(), settings=BAY) as s:
        s.evse.drive_in()
        await s.wait(60)
        assert not s.csms.requests(v16.StartTransactionRequest)
        await s.plug_in_and_swipe()
        await s.wait(60)
        assert len(s.csms.requests(v16.StartTransactionRequest)) == 1
        s.evse.drive_out()
        await s.wait(5)
        (stop,) = s.csms.requests(v16.StopTransactionRequest)
        assert stop.reason is v16.Reason.LOCAL
        assert not s.evse.contactor.closed


@IN_2X
@virtual_time
async def test_the_points_are_those_that_the_hardware_can_tell(version: str) -> None:
    """2.7.4, 2.7.5; errata of E06.FR.05: DataSigned is no stop point."""

    async def takes(hardware: SimulatedStation) -> set[str]:
        taken: set[str] = set()
        async with scene(version, hardware=hardware) as s:
            for variable in ("TxStartPoint", "TxStopPoint"):
                for value in ("ParkingBayOccupancy", "DataSigned", "EVConnected"):
                    (result,) = await set_(s, (address(f"TxCtrlr.{variable}"), value))
                    if result.attribute_status == "Accepted":
                        taken.add(f"{variable} {value}")
        return taken

    always = {"TxStartPoint EVConnected", "TxStopPoint EVConnected"}
    bays = {"TxStartPoint ParkingBayOccupancy", "TxStopPoint ParkingBayOccupancy"}
    assert await takes(SimulatedStation(evses=1)) == always
    assert await takes(watched()) == always | bays
    assert await takes(SimulatedStation(evses=1, signing=True)) == always | {
        "TxStartPoint DataSigned"
    }


@IN_2X
@virtual_time
async def test_the_next_driver_at_the_same_cable(version: str) -> None:
    """TxStopPoint EnergyTransfer: once the vehicle has ended a transaction, a token begins another
    one with it.
    """
    async with scene(version, settings={TxCtrlr.TxStopPoint: ("EnergyTransfer",)}) as s:
        vehicle = ElectricVehicle()
        await s.plug_in_and_swipe(vehicle)
        await s.wait(30)
        vehicle.pause()
        await s.wait(30)
        vehicle.resume()
        await s.evse.swipe("AAAAAAAA")
        await s.wait(30)
        assert s.evse.contactor.closed
        assert len({e.transaction_info.transaction_id for e in events(s)}) == 2
