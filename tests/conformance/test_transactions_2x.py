"""Transactions in OCPP 2.x, from the first plug or token to the last (E01 to E09, J02)."""

from itertools import pairwise

import pytest

from pilotwire.hal.interfaces import ConnectorKind
from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation
from pilotwire.ocpp import v21
from pilotwire.station.device_model.standard import SampledDataCtrlr, TxCtrlr
from pilotwire.station.vocabulary import IdTokenKind
from tests.support.editions import IN_2X
from tests.support.scene import TOKEN, Settings, scene
from tests.support.transactions_2x import (
    Trigger,
    events,
    numbered,
    outline,
    registers,
)
from tests.support.virtual_time import virtual_time

pytestmark = IN_2X

State = v21.ChargingStateEnumType


@virtual_time
async def test_cable_plugin_first(version: str) -> None:
    """TC_E_03_CS; E02.FR.01, E02.FR.05, E01.FR.05, E01.FR.09, E01.FR.10, E01.FR.16."""
    async with scene(version) as s:
        await s.evse.plug_in(ElectricVehicle())
        occupied = await s.hears(v21.StatusNotificationRequest, count=2)
        assert occupied.connector_status is v21.ConnectorStatusEnumType.OCCUPIED
        assert not events(s)
        await s.evse.swipe(TOKEN)
        started = await s.hears(v21.TransactionEventRequest)
        assert started.event_type is v21.TransactionEventEnumType.STARTED
        assert started.trigger_reason is Trigger.AUTHORIZED
        assert started.id_token == v21.IdTokenType(id_token=TOKEN, type=IdTokenKind.ISO14443)
        assert started.evse == v21.EVSEType(id=1, connector_id=1)
        assert started.transaction_info.charging_state is State.EV_CONNECTED
        assert registers(started) == [0.0]
        await s.wait(5)
        assert outline(s)[1:] == [("Updated", "ChargingStateChanged", "Charging")]
        assert events(s)[1].id_token is None
        assert s.evse.contactor.closed
        numbered(s)


@virtual_time
async def test_id_token_first(version: str) -> None:
    """TC_E_04_CS, TC_E_01_CS; E03.FR.01."""
    async with scene(version) as s:
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        assert s.csms.actions()[-1] == "Authorize"
        await s.evse.plug_in(ElectricVehicle())
        started = await s.hears(v21.TransactionEventRequest)
        assert started.trigger_reason is Trigger.CABLE_PLUGGED_IN
        assert started.id_token is not None
        await s.wait(5)
        assert outline(s)[-1] == ("Updated", "ChargingStateChanged", "Charging")
        numbered(s)


@virtual_time
async def test_nobody_plugs_in_after_the_token(version: str) -> None:
    """TC_E_05_CS without a transaction, 2.1 C01.FR.26: EVConnectionTimeOut ends it."""
    async with scene(version, settings={TxCtrlr.EVConnectionTimeOut: 30}) as s:
        await s.evse.swipe(TOKEN)
        await s.wait(40)
        await s.evse.plug_in(ElectricVehicle())
        await s.wait(40)
        assert not events(s)
        assert not s.evse.contactor.closed


@virtual_time
async def test_nobody_plugs_in_and_the_transaction_has_begun(version: str) -> None:
    """TC_E_05_CS; E03.FR.05."""
    settings: Settings = {TxCtrlr.EVConnectionTimeOut: 30, TxCtrlr.TxStartPoint: ("Authorized",)}
    async with scene(version, settings=settings) as s:
        await s.evse.swipe(TOKEN)
        await s.wait(40)
        assert outline(s) == [
            ("Started", "Authorized", "Idle"),
            ("Ended", "EVConnectTimeout", "Idle"),
        ]
        ended = events(s)[-1]
        assert ended.transaction_info.stopped_reason is v21.ReasonEnumType.TIMEOUT
        assert ended.evse == v21.EVSEType(id=1)
        numbered(s)


@virtual_time
async def test_start_point_ev_connected(version: str) -> None:
    """TC_E_09_CS; E01.FR.02, E02.FR.01, F01.FR.13."""
    async with scene(version, settings={TxCtrlr.TxStartPoint: ("EVConnected",)}) as s:
        await s.evse.plug_in(ElectricVehicle())
        await s.wait(5)
        assert outline(s) == [("Started", "CablePluggedIn", "EVConnected")]
        assert events(s)[0].id_token is None
        assert not s.evse.contactor.closed
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        assert outline(s)[1:] == [
            ("Updated", "Authorized", "EVConnected"),
            ("Updated", "ChargingStateChanged", "Charging"),
        ]
        assert events(s)[1].id_token is not None
        numbered(s)


@virtual_time
async def test_start_point_energy_transfer(version: str) -> None:
    """TC_E_02_CS; E01.FR.06."""
    async with scene(version, settings={TxCtrlr.TxStartPoint: ("EnergyTransfer",)}) as s:
        await s.plug_in_and_swipe()
        await s.wait(10)
        assert outline(s) == [("Started", "ChargingStateChanged", "Charging")]
        assert events(s)[0].id_token is not None


@virtual_time
async def test_local_stop(version: str) -> None:
    """TC_E_06_CS; C01.FR.03a, E07.FR.01, E07.FR.02, E07.FR.05, E07.FR.07, E06.FR.11."""
    async with scene(version) as s:
        vehicle = ElectricVehicle()
        await s.plug_in_and_swipe(vehicle)
        await s.wait(130)
        assert s.evse.lock.locked
        await s.evse.swipe(TOKEN.lower())
        await s.wait(5)
        ended = events(s)[-1]
        assert (ended.event_type.value, ended.trigger_reason.value) == ("Ended", "StopAuthorized")
        assert ended.transaction_info.stopped_reason is v21.ReasonEnumType.LOCAL
        assert ended.id_token is not None
        assert s.csms.actions().count("Authorize") == 1, "the same token needs no second question"
        assert not s.evse.contactor.closed
        assert not s.evse.lock.locked
        assert registers(ended) == [pytest.approx(s.evse.meter.register_wh, abs=0.001)]
        assert registers(ended)[0] > 0
        numbered(s)
        await s.evse.unplug()
        await s.wait(5)
        last = s.csms.requests(v21.StatusNotificationRequest)[-1]
        assert last.connector_status is v21.ConnectorStatusEnumType.AVAILABLE
        assert len(events(s)) == 5


@virtual_time
async def test_meter_values_while_charging(version: str) -> None:
    """J02.FR.11: one sample every full interval, in the transaction."""
    settings: Settings = {
        SampledDataCtrlr.TxUpdatedInterval: 20,
        SampledDataCtrlr.TxUpdatedMeasurands: (
            "Energy.Active.Import.Register",
            "Power.Active.Import",
            "Current.Import",
            "Voltage",
        ),
    }
    async with scene(version, settings=settings) as s:
        await s.plug_in_and_swipe()
        await s.wait(101)
        samples = [e for e in events(s) if e.trigger_reason is Trigger.METER_VALUE_PERIODIC]
        assert len(samples) == 5
        gaps = {(b.timestamp - a.timestamp).total_seconds() for a, b in pairwise(samples)}
        assert gaps == {20.0}
        values = (samples[0].meter_value or [])[0].sampled_value
        assert [(v.measurand.value, v.phase and v.phase.value) for v in values] == [
            ("Energy.Active.Import.Register", None),
            ("Power.Active.Import", None),
            ("Current.Import", "L1"),
            ("Current.Import", "L2"),
            ("Current.Import", "L3"),
            ("Voltage", "L1-N"),
            ("Voltage", "L2-N"),
            ("Voltage", "L3-N"),
        ]
        assert {v.context.value for v in values} == {"Sample.Periodic"}
        energy = [registers(e)[0] for e in samples]
        assert energy == sorted(energy)


@virtual_time
async def test_ev_suspends_and_goes_on(version: str) -> None:
    """E01.FR.18, E01.FR.19."""
    async with scene(version, settings={SampledDataCtrlr.TxUpdatedInterval: 0}) as s:
        vehicle = ElectricVehicle()
        await s.plug_in_and_swipe(vehicle)
        await s.wait(30)
        vehicle.pause()
        await s.wait(30)
        assert not s.evse.contactor.closed
        vehicle.resume()
        await s.wait(30)
        assert s.evse.contactor.closed
        assert outline(s) == [
            ("Started", "Authorized", "EVConnected"),
            ("Updated", "ChargingStateChanged", "Charging"),
            ("Updated", "ChargingStateChanged", "SuspendedEV"),
            ("Updated", "ChargingStateChanged", "Charging"),
        ]


@virtual_time
async def test_a_vehicle_that_takes_nothing_is_suspended(version: str) -> None:
    """It is given a moment to begin; then the station says that it is the vehicle."""
    async with scene(version) as s:
        vehicle = ElectricVehicle(soc=100)
        await s.plug_in_and_swipe(vehicle)
        await s.wait(30)
        assert outline(s) == [
            ("Started", "Authorized", "EVConnected"),
            ("Updated", "ChargingStateChanged", "SuspendedEV"),
        ]


@pytest.mark.parametrize("phases", [1, 2, 3])
@virtual_time
async def test_the_phases_that_a_vehicle_uses(version: str, phases: int) -> None:
    """E02.FR.18, E02.FR.19: as soon as the meter tells; how many are wired says nothing of it."""
    async with scene(version) as s:
        await s.plug_in_and_swipe(ElectricVehicle(phases=phases))
        await s.wait(130)
        told = [event.number_of_phases_used for event in events(s)]
        assert told == [None, None, phases, phases]


@virtual_time
async def test_one_phase_is_used_where_one_is_wired(version: str) -> None:
    async with scene(version, hardware=SimulatedStation(evses=1, phases=1)) as s:
        await s.plug_in_and_swipe()
        await s.wait(30)
        assert events(s)[1].number_of_phases_used == 1


@virtual_time
async def test_a_state_of_charge_is_the_vehicle_s(version: str) -> None:
    """J02.FR.05; without being asked for it only where direct current lets it be known."""
    hardware = SimulatedStation(evses=1, phases=1, kind=ConnectorKind.CCS2_CABLE)
    async with scene(version, hardware=hardware) as s:
        await s.plug_in_and_swipe()
        await s.wait(70)
        values = events(s)[-1].meter_value
        assert values is not None
        locations = {
            sample.measurand: sample.location for value in values for sample in value.sampled_value
        }
        assert locations[v21.MeasurandEnumType.SOC] is v21.LocationEnumType.EV
        assert locations[v21.MeasurandEnumType.POWER_ACTIVE_IMPORT] is v21.LocationEnumType.OUTLET


@virtual_time
async def test_ev_side_disconnect(version: str) -> None:
    """E09.FR.01, E06.FR.02: reason and trigger of a cable pulled at the vehicle."""
    async with scene(version) as s:
        await s.plug_in_and_swipe()
        await s.wait(30)
        await s.evse.tear_out()
        await s.wait(5)
        ended = events(s)[-1]
        assert outline(s)[-1] == ("Ended", "EVCommunicationLost", "Idle")
        assert ended.transaction_info.stopped_reason is v21.ReasonEnumType.EV_DISCONNECTED
        assert not s.evse.contactor.closed
        numbered(s)
