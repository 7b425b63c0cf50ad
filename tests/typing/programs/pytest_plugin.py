"""Tests of users, with the fixtures of pytest-pilotwire in their types."""

from typing import assert_type

import pytest

from pilotwire import ChargingStation
from pilotwire.connection import OcppVersion
from pilotwire.hal.interfaces import FaultCode
from pilotwire.hal.simulated import SimulatedStation
from pilotwire.ocpp import v16, v21, v201
from pilotwire.ocpp.v21.device_model import TxCtrlr
from pilotwire.simulator.acts import Depart
from pilotwire.simulator.testing import (
    CsmsFixture,
    FleetFixture,
    MakeStation,
    StationFixture,
    Surroundings,
)
from pilotwire.simulator.views import Done, StationView
from pilotwire.timing import VirtualTimeLoop


@pytest.mark.pilotwire(version="2.0.1", evses=2)
async def test_messages(station: StationFixture, csms: CsmsFixture) -> None:
    assert_type(await csms.wait_for(v201.BootNotificationRequest), v201.BootNotificationRequest)
    assert_type(await station.wait_for(v16.ResetResponse, timeout=5), v16.ResetResponse)
    assert_type(csms.messages(v21.HeartbeatRequest), list[v21.HeartbeatRequest])
    await csms.wait_for(v201.TransactionEventRequest, where=lambda each: each.offline is True)
    await csms.wait_for(v201.TransactionEventRequest, where=lambda each: each.offlin)  # error
    await csms.wait_for("BootNotification")  # error
    await csms.wait_for(v201.HeartbeatRequest())  # error
    await csms.wait_for(v201.IdTokenType)  # error
    await csms.never(v16.StopTransactionRequest, within=60)
    await csms.never(v16.StopTransactionRequest)  # error
    assert_type(station.version, OcppVersion | None)
    station.version = OcppVersion.V1_6  # error


async def test_deeds(station: StationFixture) -> None:
    await station.plug_in(evse=2)
    await station.plug_in(2)  # error
    await station.swipe("04A1B2C3")
    await station.fault(FaultCode.GROUND_FAULT)
    await station.fault("GroundFault")  # error
    await station.power_cut(30)
    assert_type(await station.do(Depart(evse=1)), Done)
    await station.do("depart")  # error
    assert_type(await station.wait_until(lambda view: view.evses[0].id == 1), StationView)
    await station.wait_until(lambda view: view.evse)  # error


async def test_fleet(fleet: FleetFixture, virtual_time: VirtualTimeLoop) -> None:
    assert_type(fleet[0], StationFixture)
    await fleet.each(lambda station: station.plug_in())
    await fleet.each(lambda station: station.plugin())  # error
    assert_type(virtual_time.time(), float)


def program(given: Surroundings) -> ChargingStation[SimulatedStation]:
    assert_type(given.hardware, SimulatedStation)
    return ChargingStation(
        identity=given.identity,
        vendor="Example",
        model="One",
        csms=given.network,
        hardware=given.hardware,
        store=given.store,
        environment=given.environment,
    )


async def test_program(make_station: MakeStation) -> None:
    made = await make_station("CS-7", application=program, accepted=False)
    assert_type(made, StationFixture)
    await make_station("CS-8", settings=[TxCtrlr.EVConnectionTimeOut.to(30)])
    await make_station("CS-8", settings=[TxCtrlr.EVConnectionTimeOut.to("30")])  # error
    await make_station("CS-9", application=lambda given: given.hardware)  # error
