"""What is wrong and no fault is a warning: it is told beside the status (1.6 4.9, 7.6)."""

import pytest

from pilotwire.hal.interfaces import FaultCode
from pilotwire.hal.simulated import ElectricVehicle
from pilotwire.ocpp import v16, v21
from pilotwire.station.device_model.standard import TxCtrlr
from tests.support.device_model import component, value_of, variable
from tests.support.editions import IN_2X
from tests.support.scene import TOKEN, Scene, scene
from tests.support.transactions_2x import outline
from tests.support.virtual_time import virtual_time

Told = tuple[str, str]

WARNINGS = [code for code in FaultCode if code.is_warning]
FAULTS = [
    code
    for code in FaultCode
    if not code.is_warning and code is not FaultCode.PILOT_STATE  # which the pilot itself tells
]


def told(s: Scene, connector: int = 1) -> list[Told]:
    """What a CSMS of 1.6 has heard of a connector: status and error code."""
    return [
        (n.status.value, n.error_code.value)
        for n in s.csms.requests(v16.StatusNotificationRequest)
        if n.connector_id == connector
    ]


def statuses(s: Scene) -> list[str]:
    """What a CSMS of 2.x has heard of EVSE 1."""
    notifications = s.csms.requests(v21.StatusNotificationRequest)
    return [n.connector_status.value for n in notifications if n.evse_id == 1]


async def charge(s: Scene) -> None:
    await s.plug_in_and_swipe()
    await s.wait(30)
    assert s.evse.contactor.closed


# Communication with the vehicle.


@virtual_time
async def test_a_pilot_that_is_shorted_while_the_plug_goes_in() -> None:
    async with scene("1.6") as s:
        s.evse.short_pilot()
        await s.wait(1)
        await s.evse.plug_in(ElectricVehicle())
        await s.wait(1)
        s.evse.restore_pilot()
        await s.wait(3)
        assert told(s) == [
            ("Available", "NoError"),
            ("Preparing", "EVCommunicationError"),
            ("Preparing", "NoError"),
        ]
        await s.evse.swipe(TOKEN)
        await s.wait(30)
        assert s.evse.contactor.closed


@virtual_time
async def test_a_pilot_that_is_shorted_suspends_a_transaction() -> None:
    async with scene("1.6") as s:
        await charge(s)
        before = len(told(s))
        s.evse.short_pilot()
        await s.wait(600)
        assert not s.evse.contactor.closed
        assert s.evse.lock.locked
        assert told(s)[before:] == [("SuspendedEVSE", "EVCommunicationError")]
        notification = s.csms.requests(v16.StatusNotificationRequest)[-1]
        assert (notification.info, notification.vendor_error_code) == ("pilot in state E", None)
        s.evse.restore_pilot()
        await s.wait(30)
        assert s.evse.contactor.closed
        assert told(s)[before + 1 :] == [("SuspendedEV", "NoError"), ("Charging", "NoError")]
        assert s.csms.requests(v16.StopTransactionRequest) == []


@virtual_time
async def test_a_vehicle_that_leaves_while_the_pilot_is_shorted() -> None:
    async with scene("1.6") as s:
        await charge(s)
        s.evse.short_pilot()
        await s.wait(5)
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        assert told(s)[-1] == ("Finishing", "EVCommunicationError")
        await s.evse.unplug()
        s.evse.restore_pilot()
        await s.wait(5)
        assert told(s)[-1] == ("Available", "NoError")
        assert len(s.csms.requests(v16.StopTransactionRequest)) == 1


@virtual_time
async def test_a_vehicle_that_does_not_answer() -> None:
    async with scene("1.6") as s:
        await s.evse.plug_in(ElectricVehicle())
        s.evse.fail(FaultCode.EV_COMMUNICATION, "no answer")
        await s.wait(1)
        assert told(s)[-1] == ("Preparing", "EVCommunicationError")
        await s.evse.swipe(TOKEN)
        await s.wait(30)
        assert not s.evse.contactor.closed
        assert told(s)[-1] == ("SuspendedEVSE", "EVCommunicationError")
        s.evse.clear_fault()
        await s.wait(30)
        assert s.evse.contactor.closed
        assert told(s)[-1] == ("Charging", "NoError")


@virtual_time
async def test_it_is_never_told_with_a_status_that_it_does_not_go_with() -> None:
    """1.6 4.9: Preparing, SuspendedEV, SuspendedEVSE and Finishing only."""
    async with scene("1.6") as s:
        s.evse.fail(FaultCode.EV_COMMUNICATION)
        await s.wait(1)
        assert told(s)[-1] == ("Available", "OtherError")
        vendor_code = s.csms.requests(v16.StatusNotificationRequest)[-1].vendor_error_code
        assert vendor_code == "EVCommunication"
        s.evse.fail(FaultCode.GROUND_FAULT)
        await s.wait(1)
        assert told(s)[-1] == ("Faulted", "GroundFailure"), "the fault is told first"
        s.evse.clear_fault(FaultCode.GROUND_FAULT)
        await s.wait(1)
        assert told(s)[-1] == ("Available", "OtherError")
        s.evse.clear_fault()
        await s.wait(1)
        assert told(s)[-1] == ("Available", "NoError")


@IN_2X
@pytest.mark.parametrize("pilot", [True, False], ids=["pilot", "driver"])
@virtual_time
async def test_in_2_x_the_charging_state_tells_it(version: str, pilot: bool) -> None:
    async with scene(version) as s:
        await charge(s)
        problem = component("EVSE", 1), variable("Problem")
        assert await value_of(s, problem) == "false"
        if pilot:
            s.evse.short_pilot()
        else:
            s.evse.fail(FaultCode.EV_COMMUNICATION)
        await s.wait(5)
        assert not s.evse.contactor.closed
        assert outline(s)[-1] == ("Updated", "EVCommunicationLost", "SuspendedEVSE")
        assert await value_of(s, problem) == "true"
        s.evse.restore_pilot()
        s.evse.clear_fault()
        await s.wait(5)
        assert s.evse.contactor.closed
        assert outline(s)[-1] == ("Updated", "ChargingStateChanged", "Charging")
        assert await value_of(s, problem) == "false"
        assert statuses(s) == ["Available", "Occupied"]


@IN_2X
@virtual_time
async def test_it_ends_a_transaction_only_where_the_stop_point_says_so(version: str) -> None:
    """E06.FR.07: EnergyTransfer."""
    async with scene(version, settings={TxCtrlr.TxStopPoint: ("EnergyTransfer",)}) as s:
        await charge(s)
        s.evse.short_pilot()
        await s.wait(5)
        assert outline(s)[-1][:2] == ("Ended", "EVCommunicationLost")


# All that can be wrong.


@pytest.mark.parametrize("code", WARNINGS)
@virtual_time
async def test_a_warning_ends_no_transaction(code: FaultCode) -> None:
    async with scene("1.6") as s:
        await charge(s)
        s.evse.fail(code, "for a while")
        await s.wait(5)
        status, error = told(s)[-1]
        assert status == ("SuspendedEVSE" if code is FaultCode.EV_COMMUNICATION else "Charging")
        assert s.evse.contactor.closed is (status == "Charging")
        assert error not in {"NoError", "OtherError"}
        assert [fault.code for fault in s.station.evses[0].warnings] == [code]
        assert s.station.evses[0].faults == ()
        s.evse.clear_fault()
        await s.wait(30)
        assert told(s)[-1] == ("Charging", "NoError")
        assert s.csms.requests(v16.StopTransactionRequest) == []


@pytest.mark.parametrize("code", FAULTS)
@virtual_time
async def test_a_fault_ends_a_transaction(code: FaultCode) -> None:
    async with scene("1.6") as s:
        await charge(s)
        s.evse.fail(code)
        await s.wait(5)
        status, error = told(s)[-1]
        assert status == "Faulted"
        assert error not in {"NoError", "EVCommunicationError"}
        assert not s.evse.contactor.closed
        assert len(s.csms.requests(v16.StopTransactionRequest)) == 1


@virtual_time
async def test_a_warning_of_the_whole_station_leaves_it_available() -> None:
    async with scene("1.6", evses=2) as s:
        await charge(s)
        s.hardware.fail(FaultCode.TOKEN_READER)
        await s.wait(5)
        assert s.evse.contactor.closed
        assert told(s, 0)[-1] == ("Available", "ReaderFailure")
        assert told(s, 2)[-1] == ("Available", "ReaderFailure")
        s.hardware.fail(FaultCode.HIGH_TEMPERATURE)
        await s.wait(5)
        assert told(s, 0)[-1] == ("Faulted", "HighTemperature"), "a fault is told first"
        s.hardware.clear_fault()
        await s.wait(5)
        assert told(s, 0)[-1] == ("Available", "NoError")
