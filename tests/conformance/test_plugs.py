"""A cable that was pulled at the vehicle: what becomes of the plug at the station's side (E09, E10,
B11; 1.6 4.10).
"""

import pytest

from pilotwire.hal.interfaces import ConnectorKind, PlugChanged
from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation
from pilotwire.ocpp import v16, v21
from pilotwire.station.device_model.standard import OCPPCommCtrlr, TxCtrlr
from tests.support.editions import IN_2X
from tests.support.scene import TOKEN, Scene, Settings, charge, scene
from tests.support.transactions_2x import events, outline
from tests.support.virtual_time import virtual_time

KEPT: Settings = {OCPPCommCtrlr.UnlockOnEVSideDisconnect: False}
GOES_ON: Settings = {
    TxCtrlr.StopTxOnEVSideDisconnect: False,
    TxCtrlr.TxStopPoint: ("Authorized",),
}


def statuses(s: Scene) -> list[str]:
    return [n.connector_status.value for n in s.csms.requests(v21.StatusNotificationRequest)]


@virtual_time
async def test_a_plug_that_is_left_in_the_socket_is_finishing_in_1_6() -> None:
    """TC_005_1_CS."""
    async with scene("1.6") as s:
        await charge(s)
        await s.evse.leave_plug()
        await s.wait(5)
        (stop,) = s.csms.requests(v16.StopTransactionRequest)
        assert stop.reason is v16.Reason.EV_DISCONNECTED
        assert not s.evse.lock.locked
        told = [n.status.value for n in s.csms.requests(v16.StatusNotificationRequest)]
        assert told[-2:] == ["Charging", "Finishing"]
        await s.wait(600)
        assert len(s.csms.requests(v16.StatusNotificationRequest)) == len(told)
        await s.evse.unplug()
        await s.wait(1)
        assert s.csms.requests(v16.StatusNotificationRequest)[-1].status.value == "Available"


@IN_2X
@virtual_time
async def test_a_plug_that_is_left_in_the_socket_keeps_it_occupied(version: str) -> None:
    """E09.FR.02: it is unlocked, and somebody has yet to take it."""
    async with scene(version) as s:
        await charge(s)
        await s.evse.leave_plug()
        await s.wait(60)
        assert outline(s)[-1] == ("Ended", "EVCommunicationLost", "Idle")
        assert statuses(s)[-1] == "Occupied"
        await s.evse.unplug()
        await s.wait(1)
        assert statuses(s) == ["Available", "Occupied", "Available"]


@pytest.mark.parametrize("sees_plugs", [True, False])
@IN_2X
@virtual_time
async def test_a_plug_that_waits_for_its_owner_keeps_it_occupied(
    version: str, sees_plugs: bool
) -> None:
    """TC_E_25_CS, E09.FR.03; also where the hardware knows of plugs by their lock only."""
    async with scene(version, settings=KEPT) as s:
        await charge(s)
        if sees_plugs:
            await s.evse.leave_plug()
        else:
            vehicle = s.evse.vehicle
            assert vehicle is not None
            vehicle.disconnect()
            s.evse._vehicle = None
            s.evse._observe()
        await s.wait(60)
        assert outline(s)[-1] == ("Ended", "EVCommunicationLost", "Idle")
        assert s.evse.lock.locked
        assert statuses(s)[-1] == "Occupied"
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        assert not s.evse.lock.locked
        if sees_plugs:
            assert statuses(s)[-1] == "Occupied"
            await s.evse.unplug()
            await s.wait(1)
        assert statuses(s) == ["Available", "Occupied", "Available"]


@IN_2X
@virtual_time
async def test_a_transaction_goes_on_when_the_vehicle_comes_back(version: str) -> None:
    """TC_E_26_CS, E10.FR.01: the plug stays locked, and the connector is taken."""
    async with scene(version, settings={**GOES_ON, **KEPT}) as s:
        await charge(s)
        before = len(events(s))
        await s.evse.leave_plug()
        await s.wait(600)
        assert outline(s)[before] == ("Updated", "EVCommunicationLost", "Idle")
        assert s.evse.lock.locked
        assert statuses(s)[-1] == "Occupied"
        await s.evse.plug_in(ElectricVehicle())
        await s.wait(30)
        later = [one for one in outline(s)[before + 1 :] if one[1] != "MeterValuePeriodic"]
        assert later == [
            ("Updated", "CablePluggedIn", "EVConnected"),
            ("Updated", "ChargingStateChanged", "Charging"),
        ]


@IN_2X
@virtual_time
async def test_a_fixed_cable_waits_for_its_vehicle_only_so_long(version: str) -> None:
    """TC_E_27_CS, E10.FR.02."""
    hardware = SimulatedStation(evses=1, kind=ConnectorKind.TYPE2_CABLE)
    async with scene(version, hardware=hardware, settings=GOES_ON) as s:
        await charge(s)
        before = len(events(s))
        await s.evse.tear_out()
        await s.wait(50)
        assert outline(s)[before] == ("Updated", "EVCommunicationLost", "Idle")
        assert statuses(s)[-1] == "Available"
        await s.evse.plug_in(ElectricVehicle())
        await s.wait(120)
        assert s.evse.contactor.closed, "it came back in time"
        await s.evse.tear_out()
        await s.wait(70)
        assert outline(s)[-1] == ("Ended", "EVConnectTimeout", "Idle")
        reason = events(s)[-1].transaction_info.stopped_reason
        assert reason is v21.ReasonEnumType.TIMEOUT


@IN_2X
@virtual_time
async def test_a_plug_that_is_locked_still_is_not_idle(version: str) -> None:
    """B11, B12: a reset on idle waits for the plug's owner."""
    async with scene(version, settings=KEPT) as s:
        await charge(s)
        await s.evse.leave_plug()
        await s.wait(5)
        answer = await s.csms.call(v21.ResetRequest(type=v21.ResetEnumType.ON_IDLE))
        assert answer.status is v21.ResetStatusEnumType.SCHEDULED
        await s.wait(600)
        assert s.csms.actions().count("BootNotification") == 1
        await s.evse.swipe(TOKEN)
        await s.wait(60)
        assert s.csms.actions().count("BootNotification") == 2


@IN_2X
@virtual_time
async def test_the_next_driver_uses_the_cable_that_was_left(version: str) -> None:
    async with scene(version) as s:
        await charge(s)
        await s.evse.leave_plug()
        await s.wait(5)
        await s.evse.plug_in(ElectricVehicle())
        await s.evse.swipe("AAAAAAAA")
        await s.wait(30)
        assert s.evse.contactor.closed
        await s.evse.swipe("AAAAAAAA")
        await s.wait(5)
        await s.evse.unplug()
        await s.wait(1)
        assert statuses(s)[-1] == "Available"


@pytest.mark.parametrize("shorted", [True, False])
@IN_2X
@virtual_time
async def test_a_plug_that_is_taken_out_takes_its_vehicle_along(
    version: str, shorted: bool
) -> None:
    """Nobody waits for it, whatever the pilot says, or says later."""
    async with scene(version, settings=KEPT) as s:
        await charge(s)
        if shorted:
            s.evse.short_pilot()
            await s.wait(1)
            await s.evse.tear_out()
            await s.wait(5)
            s.evse.restore_pilot()
        else:
            s.evse._report(PlugChanged(1, plugged=False))
            await s.wait(1)
            assert not s.evse.contactor.closed
            await s.evse.tear_out()
        await s.wait(5)
        assert s.station.evses[0].token is None
        assert statuses(s)[-1] == "Available"
        await s.evse.plug_in(ElectricVehicle())
        await s.evse.swipe("AAAAAAAA")
        await s.wait(30)
        assert s.evse.contactor.closed
