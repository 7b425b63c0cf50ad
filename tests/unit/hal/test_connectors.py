"""Simulated EVSEs with several connectors."""

import asyncio

import pytest

from pilotwire.hal.interfaces import (
    ConnectorKind,
    FaultCode,
    HardwareError,
    MultiConnectorEvse,
    PilotChanged,
    PilotState,
)
from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation
from tests.support.virtual_time import virtual_time
from tests.unit.hal.scenes import energy_wh, power_w, started, timers

BOTH = (ConnectorKind.TYPE2_SOCKET, ConnectorKind.TYPE2_CABLE)


@virtual_time
async def test_the_first_connector_of_an_evse_is_the_evse() -> None:
    station = SimulatedStation(connectors=BOTH)
    evse = station.evse(2)
    several: MultiConnectorEvse = evse
    assert several.connectors[0] is evse
    assert evse.connector(1) is evse
    assert tuple(connector.kind for connector in evse.connectors) == BOTH
    assert len(SimulatedStation().evse(1).connectors) == 1
    for number in (0, 3):
        with pytest.raises(IndexError, match="1 to 2"):
            evse.connector(number)


@virtual_time
async def test_events_name_the_connector() -> None:
    station = SimulatedStation(connectors=BOTH)
    await station.evse(2).connector(2).plug_in(ElectricVehicle())
    events = await started(station)
    await station.evse(2).plug_in(ElectricVehicle())
    assert events == [PilotChanged(2, PilotState.B, 2), PilotChanged(2, PilotState.B, 1)]


@virtual_time
async def test_one_meter_counts_for_all_connectors() -> None:
    station = SimulatedStation(connectors=BOTH)
    await started(station)
    evse = station.evse(1)
    await evse.plug_in(ElectricVehicle())
    cable = evse.connector(2)
    await cable.plug_in(ElectricVehicle())
    await cable.offer_current(16)
    await cable.close_contactor()
    await asyncio.sleep(3600)
    assert await energy_wh(evse) == pytest.approx(16 * 3 * 230, rel=0.01)
    assert await power_w(evse) == pytest.approx(16 * 3 * 230)
    await evse.unplug()
    assert await power_w(evse) > 0, "the other vehicle charges on"
    await station.stop()
    assert timers() == []
    assert not cable.contactor.closed


@virtual_time
async def test_an_interlock_lets_one_contactor_be_closed() -> None:
    station = SimulatedStation(connectors=BOTH)
    await started(station)
    evse = station.evse(1)
    cable = evse.connector(2)
    await cable.close_contactor()
    await cable.close_contactor()
    with pytest.raises(HardwareError, match="one contactor is closed"):
        await evse.close_contactor()
    await cable.open_contactor()
    await evse.close_contactor()


@virtual_time
async def test_a_second_contactor_that_is_welded_is_a_fault_of_the_evse() -> None:
    station = SimulatedStation(connectors=BOTH)
    await started(station)
    evse = station.evse(1)
    await evse.connector(2).close_contactor()
    evse.connector(2).contactor.stick_closed()
    await station.reboot()
    assert [fault.code for fault in evse.faults] == [FaultCode.CONTACTOR]
    with pytest.raises(HardwareError, match="EVSE 1"):
        await station.stop()


@virtual_time
async def test_the_parts_of_a_connector_say_whose_they_are() -> None:
    station = SimulatedStation(connectors=BOTH)
    await started(station)
    with pytest.raises(HardwareError, match="EVSE 1, connector 2"):
        await station.evse(1).connector(2).unplug()


def test_the_connectors_of_an_evse_are_alike() -> None:
    with pytest.raises(ValueError, match="all for AC"):
        SimulatedStation(connectors=(ConnectorKind.TYPE2_SOCKET, ConnectorKind.CCS2_CABLE))
