"""Holds, limits and faults of an EVSE, and hardware whose past is not known."""

import math
from dataclasses import replace

import pytest

from pilotwire.hal.interfaces import (
    ConnectorKind,
    FaultCode,
    FaultRaised,
    OwnWord,
    PilotChanged,
    PilotState,
)
from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation
from pilotwire.ocpp import v16, v21
from pilotwire.station.device_model.standard import TxCtrlr
from pilotwire.station.evse.holds import Hold
from pilotwire.station.vocabulary import ConnectorStatus
from tests.support.device_model import component, value_of, variable
from tests.support.evse import DRIVER, bare_station, control
from tests.support.scene import TOKEN, Scene, charge, scene
from tests.support.transactions_2x import events, outline
from tests.support.virtual_time import virtual_time

PAUSED = Hold("paused", suspends=True)
OUT_OF_ORDER = Hold("out of order", shows=ConnectorStatus.UNAVAILABLE, refuses=True)
RESERVED = Hold("reserved", shows=ConnectorStatus.RESERVED, refuses=True)
OF_SESSION = Hold("not this one", suspends=True, of_session=True)


def statuses(s: Scene, connector_id: int = 1) -> list[str]:
    """What a CSMS of 2.0.1 has heard of a connector of EVSE 1."""
    return [
        n.connector_status.value
        for n in s.csms.requests(v21.StatusNotificationRequest)
        if (n.evse_id, n.connector_id) == (1, connector_id)
    ]


def told_16(s: Scene, connector: int = 1) -> list[tuple[str, str, str | None]]:
    """What a CSMS of 1.6 has heard of a connector: status, error and the maker's own code."""
    return [
        (n.status.value, n.error_code.value, n.vendor_error_code)
        for n in s.csms.requests(v16.StatusNotificationRequest)
        if n.connector_id == connector
    ]


# Holds.


@virtual_time
async def test_a_hold_suspends_a_session_and_lets_it_go_on() -> None:
    async with scene("2.0.1") as s:
        await charge(s)
        evse = control(s)
        assert await evse.hold(PAUSED)
        assert not await evse.hold(PAUSED)
        assert not s.evse.contactor.closed
        assert s.evse.lock.locked, "the session is still on"
        assert s.station.evses[0].holds == ("paused",)
        await s.wait(60)
        assert await evse.let_go(PAUSED)
        assert not await evse.let_go(PAUSED)
        await s.wait(60)
        assert s.evse.contactor.closed
        assert outline(s)[2:] == [
            ("Updated", "ChargingStateChanged", "SuspendedEVSE"),
            ("Updated", "MeterValuePeriodic", "SuspendedEVSE"),
            ("Updated", "ChargingStateChanged", "SuspendedEV"),
            ("Updated", "ChargingStateChanged", "Charging"),
            ("Updated", "MeterValuePeriodic", "Charging"),
        ]


@virtual_time
async def test_each_of_several_holds_keeps_energy_from_the_vehicle() -> None:
    async with scene("2.0.1") as s:
        await charge(s)
        evse = control(s)
        other = replace(PAUSED, name="also paused")
        await evse.hold(PAUSED)
        await evse.hold(other)
        await evse.let_go(PAUSED)
        await s.wait(30)
        assert not s.evse.contactor.closed
        await evse.let_go(other)
        await s.wait(30)
        assert s.evse.contactor.closed


@virtual_time
async def test_a_hold_of_a_session_goes_with_it() -> None:
    """E05.FR.02: what the CSMS says of one token is nothing to the next one."""
    async with scene("2.0.1") as s:
        assert not await control(s).hold(OF_SESSION), "there is no session"
        await charge(s)
        assert await control(s).hold(OF_SESSION)
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        assert s.station.evses[0].holds == ()
        await s.evse.swipe("AAAAAAAA")
        await s.wait(30)
        assert s.evse.contactor.closed


@pytest.mark.parametrize("hold", [OUT_OF_ORDER, RESERVED], ids=lambda hold: hold.name)
@virtual_time
async def test_a_hold_shows_and_refuses(hold: Hold) -> None:
    """G01, F01.FR.23; 2.1 G01.FR.09: no change of status when somebody plugs in all the same."""
    assert hold.shows is not None
    async with scene("2.0.1", settings={TxCtrlr.TxStartPoint: ("EVConnected",)}) as s:
        await control(s).hold(hold)
        await s.wait(1)
        assert statuses(s) == ["Available", hold.shows.value]
        await s.plug_in_and_swipe()
        answer = await s.csms.call(
            v21.RequestStartTransactionRequest(
                evse_id=1,
                remote_start_id=1,
                id_token=v21.IdTokenType(id_token=TOKEN, type="ISO14443"),
            )
        )
        await s.wait(30)
        assert answer.status is v21.RequestStartStopStatusEnumType.REJECTED
        assert not s.evse.contactor.closed
        assert events(s) == []
        assert "Authorize" not in s.csms.actions()
        assert statuses(s) == ["Available", hold.shows.value]
        place = (component("EVSE", 1), variable("AvailabilityState"))
        assert await value_of(s, place) == hold.shows.value

        await control(s).let_go(hold)
        await s.wait(1)
        assert statuses(s)[-1] == "Occupied"
        assert [e.event_type.value for e in events(s)] == ["Started"], "the vehicle is there"
        await s.evse.swipe(TOKEN)
        await s.wait(30)
        assert s.evse.contactor.closed


# Limits.


@virtual_time
async def test_the_offer_follows_a_limit_while_a_vehicle_charges() -> None:
    async with scene("2.0.1") as s:
        await charge(s)
        assert s.evse.offered_a == 32.0
        told = len(outline(s))
        for limit, offered in [(16.0, 16.0), (6.0, 6.0), (80.0, 32.0), (10.0, 10.0), (None, 32.0)]:
            assert await control(s).limit(limit)
            assert s.evse.offered_a == offered
            assert s.evse.contactor.closed
            assert s.station.evses[0].limit == limit
        assert not await control(s).limit(None)
        await s.wait(5)
        assert len(outline(s)) == told, "a transaction is charging all along"


@pytest.mark.parametrize("limit", [0.0, -3.0, 5.9])
def test_a_limit_that_no_pilot_can_express_is_no_energy(limit: float) -> None:
    """IEC 61851-1: a duty cycle says 6 A at least."""

    @virtual_time
    async def play() -> None:
        async with scene("2.0.1") as s:
            await charge(s)
            await control(s).limit(limit)
            assert s.evse.offered_a == 0.0
            assert not s.evse.contactor.closed
            assert s.evse.lock.locked
            await s.wait(10)
            assert outline(s)[-1] == ("Updated", "ChargingStateChanged", "SuspendedEVSE")
            await control(s).limit(6.0)
            await s.wait(10)
            assert s.evse.offered_a == 6.0
            assert s.evse.contactor.closed
            assert outline(s)[-1] == ("Updated", "ChargingStateChanged", "Charging")

    play()


@virtual_time
async def test_a_session_that_begins_without_current_is_suspended_by_the_evse() -> None:
    async with scene("2.0.1") as s:
        await control(s).limit(0.0)
        await s.plug_in_and_swipe()
        await s.wait(30)
        assert outline(s) == [("Started", "Authorized", "SuspendedEVSE")]
        assert s.evse.lock.locked
        assert not s.evse.contactor.closed
        await control(s).limit(None)
        await s.wait(30)
        assert s.evse.contactor.closed


@virtual_time
async def test_direct_current_can_be_little() -> None:
    hardware = SimulatedStation(
        evses=1, kind=ConnectorKind.CCS2_CABLE, phases=1, max_current_a=200, voltage=400
    )
    async with scene("2.0.1", hardware=hardware) as s:
        await charge(s)
        await control(s).limit(1.0)
        assert (s.evse.offered_a, s.evse.contactor.closed) == (1.0, True)
        await control(s).limit(0.0)
        assert (s.evse.offered_a, s.evse.contactor.closed) == (0.0, False)


@virtual_time
async def test_a_limit_is_a_number() -> None:
    async with bare_station(SimulatedStation()) as station:
        with pytest.raises(ValueError, match="number"):
            await station.evses.get(1).limit(math.nan)


@virtual_time
async def test_a_limit_that_can_not_be_offered_is_a_fault() -> None:
    """The pilot does not answer: what the vehicle was told last may be too much."""
    async with scene("2.0.1") as s:
        await charge(s)
        offer = s.evse.offer_current

        async def broken(amperes: float) -> None:
            if amperes:
                raise OSError("no answer")
            await offer(amperes)

        s.evse.offer_current = broken  # type: ignore[method-assign]  # replaced for the test
        await control(s).limit(10.0)
        assert [fault.code for fault in s.station.evses[0].faults] == [FaultCode.PILOT]
        assert (s.evse.offered_a, s.evse.contactor.closed) == (0.0, False)


# Faults.


@virtual_time
async def test_each_of_several_faults_is_cleared_by_itself() -> None:
    """Told is the one that stands the longest."""
    async with scene("1.6") as s:
        s.evse.fail(FaultCode.GROUND_FAULT, "30 mA")
        s.evse.fail(FaultCode.HIGH_TEMPERATURE)
        await s.wait(1)
        assert [fault.code for fault in s.station.evses[0].faults] == [
            FaultCode.GROUND_FAULT,
            FaultCode.HIGH_TEMPERATURE,
        ]
        s.evse.clear_fault(FaultCode.GROUND_FAULT)
        await s.wait(1)
        await s.plug_in_and_swipe()
        await s.wait(30)
        assert not s.evse.contactor.closed
        s.evse.clear_fault(FaultCode.HIGH_TEMPERATURE)
        await s.wait(1)
        await s.evse.swipe(TOKEN)
        await s.wait(30)
        assert s.evse.contactor.closed
        assert told_16(s)[:4] == [
            ("Available", "NoError", None),
            ("Faulted", "GroundFailure", None),
            ("Faulted", "HighTemperature", None),
            ("Preparing", "NoError", None),
        ]


@virtual_time
async def test_what_the_station_finds_stands_beside_what_the_hardware_says() -> None:
    async with scene("2.0.1") as s:
        await charge(s)
        s.evse.contactor.stick_closed()
        s.evse.fail(FaultCode.OVERCURRENT_FAULT)
        await s.wait(5)
        faults = [fault.code for fault in s.station.evses[0].faults]
        assert faults == [FaultCode.OVERCURRENT_FAULT, FaultCode.CONTACTOR]
        s.evse.clear_fault()
        await s.wait(60)
        faults = [fault.code for fault in s.station.evses[0].faults]
        assert faults == [FaultCode.CONTACTOR], "it does not open yet"
        assert statuses(s)[-1] == "Faulted"
        s.evse.contactor.repair()
        await s.wait(15)
        assert statuses(s)[-1] == "Occupied"


@virtual_time
async def test_a_code_of_the_maker_s_own() -> None:
    """1.6 7.6: OtherError, with the code as vendorErrorCode."""
    async with scene("1.6") as s:
        s.evse.fail(OwnWord("Flooded"), "5 cm")
        await s.wait(1)
        assert told_16(s)[-1] == ("Faulted", "OtherError", "Flooded")
        s.evse.fail(OwnWord("F" * 80))
        s.evse.clear_fault(OwnWord("Flooded"))
        await s.wait(1)
        assert told_16(s)[-1] == ("Faulted", "OtherError", "F" * 50)


@virtual_time
async def test_the_pilot_s_error_is_a_fault_while_it_lasts() -> None:
    """State F: the EVSE is not available. State E is a warning (1.6 4.9)."""
    async with scene("1.6") as s:
        await charge(s)
        read = s.evse._read_pilot
        s.evse._read_pilot = lambda: PilotState.F  # type: ignore[method-assign]  # what it reads
        s.evse._refresh()
        await s.wait(5)
        (fault,) = s.station.evses[0].faults
        assert fault.code is FaultCode.PILOT_STATE
        assert told_16(s)[-1] == ("Faulted", "OtherError", "ControlPilot")
        s.evse._read_pilot = read  # type: ignore[method-assign]  # what it reads
        s.evse._refresh()
        await s.wait(30)
        assert s.station.evses[0].faults == ()
        assert not s.evse.contactor.closed, "the session has ended"
        await s.evse.swipe(TOKEN)
        await s.wait(30)
        assert s.evse.contactor.closed


@virtual_time
async def test_a_lock_that_fails_lets_no_transaction_begin() -> None:
    async with scene("2.0.1") as s:
        s.evse.lock.jam()
        await s.plug_in_and_swipe()
        await s.wait(30)
        assert events(s) == []
        assert statuses(s)[-1] == "Faulted"


@virtual_time
async def test_a_fault_of_the_whole_station_stands_on_every_evse() -> None:
    """1.6 4.9: connector 0 is the Charge Point itself."""
    async with scene("1.6", evses=2) as s:
        await charge(s)
        s.hardware.evse(2).fail(FaultCode.EMERGENCY_STOP)
        s.hardware.fail(FaultCode.EMERGENCY_STOP, "the red button")
        await s.wait(5)
        assert not s.evse.contactor.closed
        (stop,) = s.csms.requests(v16.StopTransactionRequest)
        assert stop.reason is v16.Reason.EMERGENCY_STOP
        for connector in (0, 1, 2):
            assert told_16(s, connector)[-1] == ("Faulted", "OtherError", "EmergencyStop")
        s.hardware.clear_fault()
        await s.wait(5)
        assert told_16(s, 0)[-1] == ("Available", "NoError", None)
        assert told_16(s, 1)[-1][0] == "Finishing"
        assert told_16(s, 2)[-1][0] == "Faulted", "it has one of its own with the same code"
        await s.evse.swipe(TOKEN)
        await s.wait(30)
        assert s.evse.contactor.closed


@virtual_time
async def test_a_fault_of_the_whole_station_is_there_after_a_boot() -> None:
    hardware = SimulatedStation(evses=1)
    hardware.fail(FaultCode.CONTROLLER)
    async with scene("1.6", hardware=hardware) as s:
        assert told_16(s, 0) == [("Faulted", "InternalError", None)]
        assert told_16(s, 1) == [("Faulted", "InternalError", None)]


@virtual_time
async def test_an_emergency_stop_does_not_wait_for_hardware_that_hangs() -> None:
    async with scene("2.0.1", evses=2) as s:
        await charge(s)
        other = s.hardware.evse(2)
        await other.plug_in(ElectricVehicle())
        await other.swipe("AAAAAAAA")
        await s.wait(30)
        s.evse.contactor.hang()
        s.hardware.fail(FaultCode.EMERGENCY_STOP)
        await s.wait(1)
        assert not other.contactor.closed
        s.evse.contactor.repair()


@pytest.mark.parametrize(
    "event",
    [
        PilotChanged(3, PilotState.B),
        PilotChanged(1, PilotState.B, connector_id=2),
        PilotChanged(0, PilotState.B, connector_id=7),
        FaultRaised(-1, FaultCode.GROUND_FAULT),
    ],
    ids=repr,
)
@virtual_time
async def test_what_the_hardware_says_of_parts_that_it_does_not_have_is_ignored(
    event: PilotChanged | FaultRaised, caplog: pytest.LogCaptureFixture
) -> None:
    async with scene("2.0.1", evses=2) as s:
        s.hardware._report(event)
        await charge(s)
    assert "it was refused" in caplog.text


# Hardware whose past is not known.


@virtual_time
async def test_at_the_start_contactor_pilot_and_lock_are_told_to_be_safe() -> None:
    """A process that was killed has left everything as it was, and this hardware keeps it so."""
    hardware = SimulatedStation(evses=2)
    orders: list[str] = []
    evse = hardware.evse(2)
    for name in ("offer_current", "open_contactor", "unlock_connector", "close_contactor"):
        do = getattr(evse, name)

        async def noted(*amperes: float, name: str = name, do: object = do) -> None:
            orders.append(" ".join([name, *map(str, amperes)]))
            await do(*amperes)  # type: ignore[operator]  # calls from a table

        vars(evse)[name] = noted
    await evse.plug_in(ElectricVehicle())
    await evse.lock_connector()
    async with bare_station(hardware) as station:
        assert orders == ["open_contactor", "offer_current 0.0", "unlock_connector"]
        assert not evse.lock.locked
        await station.evses.get(2).pilot_changed(PilotState.B)
        assert len(orders) == 3, "now it is known"


@virtual_time
async def test_a_contactor_that_does_not_open_at_the_start_is_a_fault() -> None:
    hardware = SimulatedStation(evses=1)
    hardware.evse(1).contactor.hang()
    async with bare_station(hardware) as station:
        (fault,) = station.evse(1).faults
        assert fault.code is FaultCode.CONTACTOR
        assert not await station.evses.get(1).authorized(DRIVER)
        hardware.evse(1).contactor.repair()
