"""Cases of block E, transactions (Part 6, 2.6): how they start."""

from pilotwire.hal.simulated import SimulatedStation
from pilotwire.ocpp import v21
from pilotwire.station.device_model.standard import (
    AuthCtrlr,
    SampledDataCtrlr,
    TxCtrlr,
)
from tests.conformance.v201 import states
from tests.conformance.v201.play import (
    MESSAGE_TIMEOUT,
    VALID,
    case,
)
from tests.conformance.v201.settings import AUTH, starting
from tests.support.editions import IN_2X
from tests.support.virtual_time import virtual_time

pytestmark = IN_2X
TIMEOUT = 30


# Start points.


@virtual_time
async def test_TC_E_01_CS(version: str) -> None:
    async with case(version, starting("PowerPathClosed")) as play:
        at = play.at()
        await states.authorized(at)
        await states.ev_connected_pre_session(at)
        await states.energy_transfer_started(at)


@virtual_time
async def test_TC_E_02_CS(version: str) -> None:
    async with case(version, starting("EnergyTransfer")) as play:
        at = play.at()
        await states.authorized(at)
        await at.plug_in()
        await play.status("Occupied")
        event = await at.event(
            type="Started",
            trigger={"ChargingStateChanged", "Authorized"},
            state="Charging",
            token=VALID,
        )
        assert event.evse == v21.EVSEType(id=1, connector_id=1)


@virtual_time
async def test_TC_E_09_CS(version: str) -> None:
    async with case(version, starting("EVConnected")) as play:
        at = play.at()
        await states.parking_bay_occupied(at)
        await states.ev_connected_pre_session(at)
        await states.authorized(at)
        await states.energy_transfer_started(at)


@virtual_time
async def test_TC_E_10_CS(version: str) -> None:
    async with case(version, starting("Authorized"), if_implemented=AUTH) as play:
        at = play.at()
        await states.authorized(at)
        await states.ev_connected_pre_session(at)
        await states.energy_transfer_started(at)


@virtual_time
async def test_TC_E_13_CS(version: str) -> None:
    async with case(version, starting("Authorized"), if_implemented=AUTH) as play:
        at = play.at()
        await states.authorized(at, remote=True)
        await states.ev_connected_pre_session(at)
        await states.energy_transfer_started(at)


@virtual_time
async def test_TC_E_11_CS(version: str) -> None:
    signed = {SampledDataCtrlr.SignReadings: "true"}
    hardware = SimulatedStation(evses=2, signing=True)
    async with case(version, {**starting("DataSigned"), **signed}, hardware=hardware) as play:
        at = play.at()
        await states.authorized(at)
        await at.plug_in()
        await play.status("Occupied")
        started = await at.event(type="Started", trigger="SignedDataReceived", token=VALID)
        assert started.evse == v21.EVSEType(id=1, connector_id=1)
        for value in started.meter_value or ():
            for sample in value.sampled_value:
                assert sample.context == "Transaction.Begin"
                assert sample.signed_meter_value is not None
        assert started.meter_value
        await at.event(type="Updated", trigger="ChargingStateChanged", state="Charging")


@virtual_time
async def test_TC_E_12_CS(version: str) -> None:
    async with case(
        version, starting("ParkingBayOccupancy"), hardware=SimulatedStation(2, bay_sensors=True)
    ) as play:
        at = play.at()
        await states.parking_bay_occupied(at)
        assert at.running
        await states.authorized(at)
        await states.ev_connected_pre_session(at)
        await states.energy_transfer_started(at)


# Beginning.


@virtual_time
async def test_TC_E_03_CS(version: str) -> None:
    async with case(version, if_implemented=AUTH) as play:
        at = play.at()
        await states.ev_connected_pre_session(at)
        await states.authorized(at)
        await states.energy_transfer_started(at)


@virtual_time
async def test_TC_E_04_CS(version: str) -> None:
    async with case(version, if_implemented=AUTH) as play:
        at = play.at()
        await states.parking_bay_occupied(at)
        await states.authorized(at)
        await states.energy_transfer_started(at)


@virtual_time
async def test_TC_E_05_CS(version: str) -> None:
    settings = {TxCtrlr.EVConnectionTimeOut: str(TIMEOUT), **starting("Authorized")}
    async with case(version, settings, if_implemented=AUTH) as play:
        at = play.at()
        await states.authorized(at)
        await at.event(
            type="Ended", trigger="EVConnectTimeout", reason="Timeout", limit=TIMEOUT + 5
        )
        at.new()
        await states.authorized(at)
        await states.energy_transfer_started(at)


@virtual_time
async def test_TC_E_38_CS(version: str) -> None:
    async with case(version) as play:
        at = play.at()
        await states.authorized(at)
        at.vehicle.pause()
        await states.ev_connected_pre_session(at)
        await at.event(trigger="ChargingStateChanged", state="SuspendedEV")


@virtual_time
async def test_TC_E_52_CS(version: str) -> None:
    settings = {AuthCtrlr.DisableRemoteAuthorization: "true"}
    async with case(version, settings, if_implemented={AuthCtrlr.Enabled: "true"}) as play:
        at = play.at()
        await at.present()
        await play.silence(v21.AuthorizeRequest, seconds=MESSAGE_TIMEOUT)
        await states.ev_connected_pre_session(at)
        await play.silence(v21.TransactionEventRequest, seconds=MESSAGE_TIMEOUT)
        assert not at.hardware.contactor.closed
