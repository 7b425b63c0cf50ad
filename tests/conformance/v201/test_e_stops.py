"""Cases of block E, transactions (Part 6, 2.6): how they end."""

from pilotwire.hal.interfaces import ConnectorKind
from pilotwire.hal.simulated import SimulatedStation
from pilotwire.ocpp import v21
from pilotwire.station.device_model.standard import (
    AuthCtrlr,
    OCPPCommCtrlr,
    TxCtrlr,
)
from tests.conformance.v201 import states
from tests.conformance.v201.play import (
    DURATION,
    MESSAGE_TIMEOUT,
    VALID,
    Configuration,
    case,
)
from tests.conformance.v201.settings import AUTH, starting, stopping
from tests.support.editions import IN_2X
from tests.support.virtual_time import virtual_time

pytestmark = IN_2X
TIMEOUT = 30


# Stop points.


@virtual_time
async def test_TC_E_06_CS(version: str) -> None:
    async with case(version, if_implemented=AUTH) as play:
        at = play.at()
        await states.energy_transfer_started(at)
        await states.stop_authorized(at)
        await states.ev_connected_post_session(at)
        await states.ev_disconnected(at)
        await states.parking_bay_unoccupied(at)


@virtual_time
async def test_TC_E_07_CS(version: str) -> None:
    async with case(version, stopping("PowerPathClosed")) as play:
        await states.stop_authorized(play.at())


@virtual_time
async def test_TC_E_35_CS(version: str) -> None:
    async with case(version, stopping("PowerPathClosed")) as play:
        at = play.at()
        await states.energy_transfer_started(at)
        await states.stop_authorized(at, remote=True)


@virtual_time
async def test_TC_E_37_CS(version: str) -> None:
    settings = {**stopping("PowerPathClosed"), TxCtrlr.StopTxOnEVSideDisconnect: "false"}
    async with case(version, settings) as play:
        at = play.at()
        await states.energy_transfer_suspended(at)
        await at.hardware.leave_plug()
        await at.event(
            type="Ended",
            trigger="EVCommunicationLost",
            state="Idle",
            reason={"EVDisconnected", "StoppedByEV"},
        )


@virtual_time
async def test_TC_E_08_CS(version: str) -> None:
    async with case(version, stopping("EnergyTransfer")) as play:
        await states.stop_authorized(play.at())


@virtual_time
async def test_TC_E_22_CS(version: str) -> None:
    async with case(version, stopping("EnergyTransfer")) as play:
        at = play.at()
        await states.energy_transfer_started(at)
        at.vehicle.pause()
        await at.event(
            type="Ended", trigger="ChargingStateChanged", state="EVConnected", reason="StoppedByEV"
        )


@virtual_time
async def test_TC_E_14_CS(version: str) -> None:
    async with case(version, stopping("EVConnected")) as play:
        at = play.at()
        await states.ev_connected_post_session(at)
        await at.unplug()
        await play.status("Available")
        await at.event(
            type="Ended",
            trigger="EVCommunicationLost",
            state="Idle",
            reason={"Local", "EVDisconnected", ""},
        )


@virtual_time
async def test_TC_E_20_CS(version: str) -> None:
    settings = {**stopping("EVConnected"), TxCtrlr.StopTxOnEVSideDisconnect: "false"}
    async with case(version, settings) as play:
        at = play.at()
        await states.energy_transfer_suspended(at)
        await at.hardware.leave_plug()
        await at.event(
            type="Ended", trigger="EVCommunicationLost", state="Idle", reason="EVDisconnected"
        )


@virtual_time
async def test_TC_E_54_CS(version: str) -> None:
    settings = {**stopping("EVConnected"), TxCtrlr.StopTxOnEVSideDisconnect: "false"}
    direct = SimulatedStation(2, kind=ConnectorKind.CCS2_CABLE, phases=1)
    async with case(version, settings, hardware=direct) as play:
        at = play.at()
        await states.energy_transfer_suspended(at)
        await at.hardware.unplug()
        await at.event(
            type="Ended",
            trigger="EVCommunicationLost",
            state="Idle",
            reason={"StoppedByEV", "EVDisconnected"},
        )


@virtual_time
async def test_TC_E_15_CS(version: str) -> None:
    async with case(version, stopping("Authorized")) as play:
        at = play.at()
        await states.energy_transfer_started(at)
        await play.s.wait(DURATION)
        await at.present()
        await at.event(type="Ended", trigger="StopAuthorized", reason="Local")


@virtual_time
async def test_TC_E_21_CS(version: str) -> None:
    async with case(version, stopping("Authorized")) as play:
        at = play.at()
        await states.energy_transfer_started(at)
        assert at.transaction_id is not None
        await play.call(
            v21.RequestStopTransactionRequest(transaction_id=at.transaction_id), status="Accepted"
        )
        await at.event(type="Ended", trigger="RemoteStop", reason="Remote")


@virtual_time
async def test_TC_E_19_CS(version: str) -> None:
    async with case(
        version, stopping("ParkingBayOccupancy"), hardware=SimulatedStation(2, bay_sensors=True)
    ) as play:
        at = play.at()
        await states.ev_disconnected(at)
        await states.parking_bay_unoccupied(at)
        assert at.ended


@virtual_time
async def test_TC_E_16_CS(version: str) -> None:
    settings = {**stopping("PowerPathClosed", "Authorized"), TxCtrlr.StopTxOnInvalidId: "true"}
    unknown = {AuthCtrlr.OfflineTxForUnknownIdEnabled: "true"}
    async with case(version, settings, if_implemented={**AUTH, **unknown}) as play:
        at = play.at()
        play.know(VALID, "Invalid")
        await states.start_offline_transaction(at)
        came = await at.all_events()
        while came[-1].trigger_reason in {"MeterValuePeriodic"}:
            came.pop()
        *queued, last = came
        assert queued
        assert all(event.offline for event in queued)
        assert (last.event_type, last.trigger_reason) == ("Ended", "Deauthorized")
        assert last.transaction_info.stopped_reason == "DeAuthorized"


@virtual_time
async def test_TC_E_17_CS(version: str) -> None:
    settings = {
        **stopping("Authorized"),
        TxCtrlr.StopTxOnEVSideDisconnect: "true",
        OCPPCommCtrlr.UnlockOnEVSideDisconnect: "false",
    }
    async with case(version, settings, if_implemented=AUTH) as play:
        at = play.at()
        await states.energy_transfer_suspended(at)
        await at.hardware.leave_plug()
        await at.event(
            type="Ended", trigger="EVCommunicationLost", state="Idle", reason="EVDisconnected"
        )
        await at.s.wait(5)
        assert at.hardware.lock.locked
        await at.present()
        await at.unplug()
        await play.status("Available")


@virtual_time
async def test_TC_E_39_CS(version: str) -> None:
    settings = {
        **starting("Authorized"),
        **stopping("Authorized"),
        TxCtrlr.EVConnectionTimeOut: str(TIMEOUT),
    }
    async with case(version, settings, if_implemented=AUTH) as play:
        at = play.at()
        await states.authorized(at)
        await at.event(
            type="Ended", trigger="EVConnectTimeout", reason="Timeout", limit=TIMEOUT + 5
        )
        at.new()
        await at.plug_in()
        await play.status("Occupied")
        await play.silence(v21.TransactionEventRequest, seconds=MESSAGE_TIMEOUT)
        assert not at.hardware.contactor.closed


# The cable is pulled at the EV.


@virtual_time
async def test_TC_E_24_CS(version: str) -> None:
    settings = {
        TxCtrlr.StopTxOnEVSideDisconnect: "true",
        OCPPCommCtrlr.UnlockOnEVSideDisconnect: "true",
    }
    async with case(version, settings) as play:
        at = play.at()
        await states.energy_transfer_suspended(at)
        await at.hardware.leave_plug()
        await at.event(trigger="EVCommunicationLost", state="Idle")
        await at.unplug()
        await play.status("Available")


@virtual_time
async def test_TC_E_25_CS(version: str) -> None:
    settings = {
        TxCtrlr.StopTxOnEVSideDisconnect: "true",
        OCPPCommCtrlr.UnlockOnEVSideDisconnect: "false",
    }
    async with case(version, settings) as play:
        at = play.at()
        await states.energy_transfer_suspended(at)
        await at.hardware.leave_plug()
        await at.event(trigger="EVCommunicationLost", state="Idle")
        await at.s.wait(5)
        assert at.hardware.lock.locked
        await at.present()
        await at.unplug()
        await play.status("Available")


GOES_ON: Configuration = {
    **stopping("Authorized"),
    TxCtrlr.StopTxOnEVSideDisconnect: "false",
}
"""The transaction outlives a cable that is pulled at the EV."""


@virtual_time
async def test_TC_E_26_CS(version: str) -> None:
    settings = {**GOES_ON, OCPPCommCtrlr.UnlockOnEVSideDisconnect: "false"}
    async with case(version, settings) as play:
        at = play.at()
        await states.energy_transfer_suspended(at)
        await at.hardware.leave_plug()
        await at.event(type="Updated", trigger="EVCommunicationLost", state="Idle")
        await at.s.wait(10)
        at.vehicle.resume()
        await at.hardware.plug_in(at.vehicle)
        await at.event(type="Updated", trigger="CablePluggedIn", state="EVConnected")
        await at.event(type="Updated", trigger="ChargingStateChanged", state="Charging")


@virtual_time
async def test_TC_E_27_CS(version: str) -> None:
    settings = {**GOES_ON, TxCtrlr.EVConnectionTimeOut: str(TIMEOUT)}
    fixed = SimulatedStation(2, kind=ConnectorKind.TYPE2_CABLE)
    unlock = {OCPPCommCtrlr.UnlockOnEVSideDisconnect: "false"}
    async with case(version, settings, if_implemented=unlock, hardware=fixed) as play:
        at = play.at()
        await states.energy_transfer_suspended(at)
        await at.hardware.unplug()
        await at.event(type="Updated", trigger="EVCommunicationLost", state="Idle")
        await play.status("Available")
        await at.event(
            type="Ended", trigger="EVConnectTimeout", reason="Timeout", limit=TIMEOUT + 5
        )
