"""What is wrong with components, told as events (2.x G05, N07)."""

from typing import Any

import pytest

from pilotwire.errors import CallRefused
from pilotwire.hal.interfaces import ConnectorKind, FaultCode, OwnWord, PilotChanged, PilotState
from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation
from pilotwire.ocpp import v21
from pilotwire.rpc import ErrorCode
from pilotwire.store import StationRecords, Store
from tests.support.device_model import component, value_of, variable
from tests.support.editions import IN_2X
from tests.support.scene import TOKEN, Scene, scene
from tests.support.virtual_time import virtual_time

PLUG: dict[str, Any] = {"id": 1, "connectorId": 1}
EVSE_1: dict[str, Any] = {"id": 1}

PLACES: dict[FaultCode, tuple[str, dict[str, Any]]] = {
    FaultCode.CONTACTOR: ("PowerContactor", PLUG),
    FaultCode.LOCK: ("ConnectorPlugRetentionLock", PLUG),
    FaultCode.PILOT: ("CPPWMController", PLUG),
    FaultCode.METER: ("FiscalMetering", EVSE_1),
}
"""The parts that fail as components of their own."""


def told(s: Scene) -> list[v21.EventDataType]:
    """The events that the CSMS has heard of."""
    return [e for n in s.csms.requests(v21.NotifyEventRequest) for e in n.event_data]


def outline(s: Scene) -> list[tuple[str, str | None, str, bool | None]]:
    """Component, code, value and whether it is cleared."""
    return [(e.component.name, e.tech_code, e.actual_value, e.cleared) for e in told(s)]


@IN_2X
@virtual_time
async def test_a_lock_that_fails(version: str) -> None:
    """G05.FR.01, G05.FR.02; found by the station itself, which finds out when it works again."""
    async with scene(version) as s:
        s.evse.lock.jam()
        await s.evse.plug_in(ElectricVehicle())
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        (event,) = told(s)
        assert (event.trigger, event.event_notification_type) == ("Delta", "HardWiredNotification")
        assert (event.component.name, event.variable.name) == (
            "ConnectorPlugRetentionLock",
            "Problem",
        )
        assert event.component.evse == v21.EVSEType(id=1, connector_id=1)
        assert (event.actual_value, event.cleared) == ("true", None)
        assert event.tech_info is not None
        assert "lock" in event.tech_info
        assert not s.evse.contactor.closed
        s.evse.lock.repair()
        await s.wait(60)
        assert outline(s)[1:] == [
            ("ConnectorPlugRetentionLock", "ConnectorPlugRetentionLock", "false", True)
        ]
        assert len({event.event_id for event in told(s)}) == 2


@IN_2X
@pytest.mark.parametrize("code", [c for c in FaultCode if c is not FaultCode.PILOT_STATE])
@virtual_time
async def test_each_fault_is_told_once(version: str, code: FaultCode) -> None:
    name, place = PLACES.get(code, ("EVSE", EVSE_1))
    async with scene(version) as s:
        s.evse.fail(code, "seen by the driver")
        await s.wait(5)
        s.evse.clear_fault(code)
        await s.wait(5)
        assert outline(s) == [(name, code, "true", None), (name, code, "false", True)]
        for event in told(s):
            assert event.component.evse == v21.EVSEType.model_validate(place)
            assert event.tech_info == "seen by the driver"
            severity = 6 if code.is_warning else event.severity
            assert event.severity == (None if version == "2.0.1" else severity)


@virtual_time
async def test_a_pilot_in_state_f() -> None:
    async with scene("2.1") as s:
        for state in (PilotState.F, PilotState.A):
            s.hardware._report(PilotChanged(1, state))
            await s.wait(5)
        assert outline(s) == [
            ("EVSE", "ControlPilot", "true", None),
            ("EVSE", "ControlPilot", "false", True),
        ]


@IN_2X
@virtual_time
async def test_several_faults_are_told_one_by_one(version: str) -> None:
    async with scene(version) as s:
        s.evse.fail(FaultCode.GROUND_FAULT)
        s.evse.fail(OwnWord("com.example.door"), "open")
        await s.wait(5)
        s.evse.clear_fault(FaultCode.GROUND_FAULT)
        await s.wait(5)
        problem = component("EVSE", 1), variable("Problem")
        assert await value_of(s, problem) == "true"
        s.evse.clear_fault()
        await s.wait(5)
        assert await value_of(s, problem) == "false"
        assert outline(s) == [
            ("EVSE", "GroundFault", "true", None),
            ("EVSE", "com.example.door", "true", None),
            ("EVSE", "GroundFault", "true", True),  # the door is a problem of the EVSE still
            ("EVSE", "com.example.door", "false", True),
        ]


@virtual_time
async def test_newer_information_is_told_as_such() -> None:
    async with scene("2.1") as s:
        s.evse.fail(FaultCode.HIGH_TEMPERATURE, "81 degrees")
        await s.wait(5)
        s.evse.fail(FaultCode.HIGH_TEMPERATURE, "84 degrees")
        await s.wait(5)
        assert [event.tech_info for event in told(s)] == ["81 degrees", "84 degrees"]
        assert [event.cleared for event in told(s)] == [None, None]


@IN_2X
@virtual_time
async def test_a_fault_of_the_whole_station_is_told_once(version: str) -> None:
    async with scene(version, evses=3) as s:
        s.hardware.fail(FaultCode.EMERGENCY_STOP, "button")
        await s.wait(5)
        problem = component("ChargingStation"), variable("Problem")
        assert await value_of(s, problem) == "true"
        s.hardware.clear_fault()
        await s.wait(5)
        assert await value_of(s, problem) == "false"
        assert outline(s) == [
            ("ChargingStation", "EmergencyStop", "true", None),
            ("ChargingStation", "EmergencyStop", "false", True),
        ]
        assert all(event.component.evse is None for event in told(s))


@virtual_time
async def test_which_of_several_connectors_it_is_says_the_text() -> None:
    kinds = (ConnectorKind.TYPE2_SOCKET, ConnectorKind.TYPE2_SOCKET)
    hardware = SimulatedStation(evses=1, connectors=kinds)
    async with scene("2.1", hardware=hardware) as s:
        s.evse.connector(2).lock.jam()
        await s.evse.connector(2).plug_in(ElectricVehicle())
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        (event,) = told(s)
        assert event.component.name == "ConnectorPlugRetentionLock"
        assert event.component.evse == v21.EVSEType(id=1)
        assert event.tech_info is not None
        assert "connector 2" in event.tech_info


@IN_2X
@virtual_time
async def test_of_a_time_offline_the_last_of_each_fault_is_told(version: str) -> None:
    async with scene(version) as s:
        s.go_offline()
        await s.wait(1)
        for _ in range(3):
            s.evse.fail(FaultCode.GROUND_FAULT)
            await s.wait(5)
            s.evse.clear_fault()
            await s.wait(5)
        s.evse.fail(FaultCode.HIGH_TEMPERATURE)
        await s.wait(5)
        assert told(s) == []
        s.go_online()
        await s.wait(600)
        assert outline(s) == [
            ("EVSE", "GroundFault", "false", True),
            ("EVSE", "HighTemperature", "true", None),
        ]


@IN_2X
@pytest.mark.parametrize("evse_id", [0, 1])
@virtual_time
async def test_what_went_with_a_power_cut_is_told_to_be_over(version: str, evse_id: int) -> None:
    """The driver sees two things wrong, and after the restart one of them: N07.FR.14 for what no
    monitor was set for.
    """
    store = Store(":memory:")
    place = "EVSE" if evse_id else "ChargingStation"
    async with scene(version, store=store) as s:
        part = s.evse if evse_id else s.hardware
        part.fail(FaultCode.GROUND_FAULT, "leak")
        part.fail(FaultCode.HIGH_TEMPERATURE)
        await s.wait(5)
        assert [each[:3] for each in outline(s)] == [
            (place, "GroundFault", "true"),
            (place, "HighTemperature", "true"),
        ]
    hardware = SimulatedStation(evses=1)
    (hardware.evse(1) if evse_id else hardware).fail(FaultCode.HIGH_TEMPERATURE)
    for expected in (
        [(place, "HighTemperature", "true", None), (place, "GroundFault", "true", True)],
        [(place, "HighTemperature", "true", None)],
    ):
        async with scene(version, store=store, hardware=hardware) as s:
            await s.wait(5)
            assert sorted(outline(s)) == sorted(expected)


@virtual_time
async def test_a_damaged_note_of_them_costs_nothing_else() -> None:
    store = Store(":memory:")
    for damaged in ("{", "7", "[7]", '[["x", 1]]', '[[1, "GroundFault"], 2]'):
        with store.atomic():
            StationRecords(store, "CS-0042").state.set("problems", damaged)
        async with scene("2.1", store=store) as s:
            s.evse.fail(FaultCode.METER)
            await s.wait(5)
            assert outline(s)[-1][:3] == ("FiscalMetering", "FiscalMetering", "true")


@IN_2X
@virtual_time
async def test_a_csms_that_takes_no_events_is_left_alone(version: str) -> None:
    async with scene(version) as s:

        def refused(_: v21.NotifyEventRequest) -> v21.NotifyEventResponse:
            raise CallRefused(ErrorCode.NOT_IMPLEMENTED, "no events here")

        s.csms.answer(v21.NotifyEventRequest, refused)
        s.evse.fail(FaultCode.GROUND_FAULT)
        await s.wait(5)
        s.evse.clear_fault()
        await s.wait(3600)
        assert s.station.evses[0].faults == ()
        assert s.csms.requests(v21.HeartbeatRequest)
        assert s.station.given_up == []


@virtual_time
async def test_in_1_6_the_status_alone_tells_it() -> None:
    async with scene("1.6") as s:
        s.evse.fail(FaultCode.GROUND_FAULT)
        await s.wait(5)
        assert s.station.outbox_size == 0
        assert set(s.csms.actions()) <= {
            "BootNotification",
            "StatusNotification",
            "SecurityEventNotification",
            "Heartbeat",
        }
