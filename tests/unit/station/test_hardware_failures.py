"""Hardware fails: every failure is a fault that is reported, and the order stays fail-safe."""

import shutil
from pathlib import Path

import pytest

from pilotwire.hal.interfaces import FaultCode, HardwareError
from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation
from pilotwire.ocpp import v16, v201
from pilotwire.station.device_model.standard import OCPPCommCtrlr, TxCtrlr
from pilotwire.store import Store
from tests.support.scene import TOKEN, Scene, Settings, charge, scene
from tests.support.virtual_time import run, virtual_time

Kind = v201.TransactionEventEnumType


async def broken(*_: object) -> None:
    raise HardwareError("not now")


def last_status(s: Scene) -> str:
    return s.csms.requests(v16.StatusNotificationRequest)[-1].status.value


def last_error(s: Scene) -> str:
    return s.csms.requests(v16.StatusNotificationRequest)[-1].error_code.value


@virtual_time
async def test_a_contactor_that_does_not_close() -> None:
    async with scene("1.6") as s:
        s.evse.contactor.stick_open()
        await s.plug_in_and_swipe()
        await s.wait(5)
        assert (last_status(s), last_error(s)) == ("Faulted", "PowerSwitchFailure")
        assert len(s.csms.requests(v16.StopTransactionRequest)) == 1


@virtual_time
async def test_a_contactor_that_hangs_while_closing() -> None:
    async with scene("1.6") as s:
        s.evse.contactor.hang()
        await s.plug_in_and_swipe()
        await s.wait(30)
        assert last_status(s) == "Faulted"
        s.evse.contactor.repair()


@virtual_time
async def test_a_welded_contactor_keeps_the_plug_locked() -> None:
    """The lock is not released while the contactor is not known to be open."""
    async with scene("1.6") as s:
        await charge(s)
        s.evse.contactor.stick_closed()
        await s.evse.swipe(TOKEN)
        await s.wait(30)
        assert (last_status(s), last_error(s)) == ("Faulted", "PowerSwitchFailure")
        assert len(s.csms.requests(v16.StopTransactionRequest)) == 1
        assert s.evse.lock.locked
        s.evse.contactor.repair()


@pytest.mark.parametrize("breakdown", ["stick_closed", "hang"])
@virtual_time
async def test_a_contactor_that_did_not_open_is_told_again(breakdown: str) -> None:
    """Nobody reports that it can open again, and still it does not stay closed."""
    async with scene("1.6") as s:
        await charge(s)
        getattr(s.evse.contactor, breakdown)()
        await s.evse.swipe(TOKEN)
        await s.wait(600)
        assert s.evse.contactor.closed
        s.evse.contactor.repair()
        await s.wait(20)
        assert not s.evse.contactor.closed
        assert not s.evse.lock.locked
        assert last_status(s) == "Finishing", "the fault is gone with what it was of"


@virtual_time
async def test_a_contactor_that_was_closed_at_the_start_is_told_to_open() -> None:
    """Its contacts were welded when the power went, and can open again now."""
    hardware = SimulatedStation(evses=1)
    async with scene("1.6", hardware=hardware) as s:
        await charge(s)
        s.evse.contactor.stick_closed()
        await s.wait(10)
    assert hardware.evse(1).contactor.closed
    async with scene("1.6", hardware=hardware) as s:
        await s.wait(60)
        assert (last_status(s), last_error(s)) == ("Faulted", "PowerSwitchFailure")
        s.evse.contactor.repair()
        await s.wait(20)
        assert not s.evse.contactor.closed


@virtual_time
async def test_a_meter_that_fails_ends_the_transaction_with_the_last_register() -> None:
    async with scene("1.6") as s:
        await charge(s)
        await s.wait(40)
        known = float(
            s.csms.requests(v16.MeterValuesRequest)[-1].meter_value[0].sampled_value[0].value
        )
        s.evse.meter.break_down()
        await s.wait(60)
        stop = s.csms.requests(v16.StopTransactionRequest)[-1]
        assert stop.meter_stop == round(known)
        assert (last_status(s), last_error(s)) == ("Faulted", "PowerMeterFailure")
        assert not s.evse.contactor.closed


@virtual_time
async def test_a_meter_that_fails_before_the_transaction_lets_none_begin() -> None:
    """Nothing flows that can't be measured."""
    async with scene("2.0.1") as s:
        s.evse.meter.break_down()
        await s.plug_in_and_swipe()
        await s.wait(30)
        assert not s.csms.requests(v201.TransactionEventRequest)
        assert not s.evse.contactor.closed
        status = s.csms.requests(v201.StatusNotificationRequest)[-1].connector_status
        assert status is v201.ConnectorStatusEnumType.FAULTED


@virtual_time
async def test_a_lock_that_jams_lets_no_energy_flow() -> None:
    async with scene("1.6") as s:
        s.evse.lock.jam()
        await s.plug_in_and_swipe()
        await s.wait(30)
        assert (last_status(s), last_error(s)) == ("Faulted", "ConnectorLockFailure")
        assert not s.evse.contactor.closed


@virtual_time
async def test_a_shorted_pilot_lets_no_energy_flow() -> None:
    async with scene("1.6") as s:
        await charge(s)
        s.evse.short_pilot()
        await s.wait(5)
        assert (last_status(s), last_error(s)) == ("SuspendedEVSE", "EVCommunicationError")
        assert not s.evse.contactor.closed


@virtual_time
async def test_a_fault_of_one_evse_leaves_the_other_alone() -> None:
    async with scene("2.0.1", evses=2) as s:
        await charge(s)
        other = s.hardware.evse(2)
        await other.plug_in(ElectricVehicle())
        await other.swipe(TOKEN)
        await s.wait(10)
        s.evse.fail(FaultCode.GROUND_FAULT)
        await s.wait(10)
        assert not s.evse.contactor.closed
        assert other.contactor.closed


@virtual_time
async def test_after_a_fault_is_cleared_a_new_session_can_begin() -> None:
    async with scene("2.0.1") as s:
        await charge(s)
        s.evse.fail(FaultCode.OVERCURRENT_FAULT)
        await s.wait(10)
        ended = s.csms.requests(v201.TransactionEventRequest)[-1]
        assert ended.trigger_reason is v201.TriggerReasonEnumType.ABNORMAL_CONDITION
        reason = ended.transaction_info.stopped_reason
        assert reason is v201.ReasonEnumType.OVERCURRENT_FAULT
        s.evse.clear_fault()
        await s.wait(5)
        await s.evse.swipe(TOKEN)
        await s.wait(10)
        assert s.evse.contactor.closed


@virtual_time
async def test_hardware_that_does_not_start_is_the_application_s_problem() -> None:
    async with scene("2.0.1") as s:
        with pytest.raises(HardwareError, match="started already"):
            await s.hardware.start(lambda event: None)


@pytest.mark.parametrize("version", ["1.6", "2.0.1"])
@virtual_time
async def test_a_token_that_no_message_can_carry_is_ignored(
    version: str, caplog: pytest.LogCaptureFixture
) -> None:
    """An IdTokenType holds 36 characters; a reader may give more."""
    async with scene(version) as s:
        await s.evse.plug_in(ElectricVehicle())
        await s.evse.swipe("7" * 37)
        await s.wait(30)
        assert not s.evse.contactor.closed
        assert "Authorize" not in s.csms.actions()
        await s.evse.swipe(TOKEN)
        await s.wait(30)
        assert s.evse.contactor.closed
    assert "token of 37 characters" in caplog.text
    assert "7" * 37 not in caplog.text


def test_a_slow_meter_after_a_power_cut_lets_no_transactions_overlap(tmp_path: Path) -> None:
    """What was interrupted ends before the vehicle that is still there begins anew."""
    interrupted: dict[int, str] = {}
    hardware = SimulatedStation(evses=2)
    settings: Settings = {TxCtrlr.TxStartPoint: ("EVConnected",)}

    async def until_the_power_cut() -> None:
        with Store(tmp_path / "station.db") as store:
            async with scene("2.0.1", hardware=hardware, store=store, settings=settings) as s:
                for evse in hardware.evses:
                    await evse.plug_in(ElectricVehicle())
                await s.wait(30)
                for event in s.csms.requests(v201.TransactionEventRequest):
                    if event.evse is not None:
                        interrupted[event.evse.id] = event.transaction_info.transaction_id
                for name in ("station.db", "station.db-wal"):
                    shutil.copy(tmp_path / name, tmp_path / name.replace("station", "cut"))

    async def afterwards() -> None:
        with Store(tmp_path / "cut.db") as store:
            async with scene("2.0.1", hardware=hardware, store=store, settings=settings) as s:
                await s.wait(30)
                hardware.evse(1).meter.repair()
                events = s.csms.requests(v201.TransactionEventRequest)
                kinds = [
                    e.event_type
                    for e in events
                    if (e.evse is not None and e.evse.id == 2)
                    or e.transaction_info.transaction_id == interrupted[2]
                ]
                assert kinds.index(Kind.ENDED) < kinds.index(Kind.STARTED)

    run(until_the_power_cut())
    hardware.evse(1).meter.hang()
    run(afterwards())


# Faults that the station finds by itself, and that go by themselves.


@pytest.mark.parametrize("vehicle_stays", [True, False])
@virtual_time
async def test_a_lock_that_jammed_once_is_no_fault_for_ever(vehicle_stays: bool) -> None:
    """1.6 TC_024: no transaction begins; once the bolt moves again, the next one may."""
    async with scene("1.6") as s:
        s.evse.lock.jam()
        await s.plug_in_and_swipe()
        await s.wait(60)
        assert (last_status(s), last_error(s)) == ("Faulted", "ConnectorLockFailure")
        assert not s.csms.requests(v16.StartTransactionRequest)
        s.evse.lock.repair()
        if not vehicle_stays:
            await s.evse.tear_out()
        await s.wait(15)
        assert last_status(s) == ("Preparing" if vehicle_stays else "Available")
        assert not s.evse.lock.locked
        if vehicle_stays:
            await s.evse.swipe(TOKEN)
            await s.wait(10)
            assert s.evse.contactor.closed


@virtual_time
async def test_a_lock_that_fails_at_a_remote_start_begins_no_transaction() -> None:
    """1.6 TC_024."""
    async with scene("1.6") as s:
        s.evse.lock.jam()
        await s.csms.call(v16.RemoteStartTransactionRequest(id_tag=TOKEN, connector_id=1))
        await s.wait(5)
        assert last_status(s) == "Preparing"
        await s.evse.plug_in(ElectricVehicle())
        await s.wait(60)
        assert (last_status(s), last_error(s)) == ("Faulted", "ConnectorLockFailure")
        assert not s.csms.requests(v16.StartTransactionRequest)


@pytest.mark.parametrize("part", ["meter", "contactor", "pilot"])
@virtual_time
async def test_a_part_that_failed_once_is_no_fault_for_ever(part: str) -> None:
    async with scene("2.0.1") as s:
        names = {"meter": "read_meter", "contactor": "close_contactor", "pilot": "offer_current"}
        vars(s.evse)[names[part]] = broken
        await s.plug_in_and_swipe()
        await s.wait(5)
        assert s.station.evses[0].faults
        del vars(s.evse)[names[part]]
        await s.wait(15)
        assert not s.station.evses[0].faults
        await s.evse.swipe(TOKEN)
        await s.wait(10)
        assert s.evse.contactor.closed


@virtual_time
async def test_what_the_hardware_has_raised_is_for_the_hardware_to_clear() -> None:
    async with scene("2.0.1") as s:
        s.evse.fail(FaultCode.METER, "the seal is broken")
        await s.wait(600)
        assert [fault.code for fault in s.station.evses[0].faults] == ["FiscalMetering"]
        s.evse.clear_fault()
        await s.wait(1)
        assert not s.station.evses[0].faults


@pytest.mark.parametrize("version", ["1.6", "2.0.1"])
@pytest.mark.parametrize("unlocks", [True, False])
@virtual_time
async def test_a_plug_that_is_pulled_while_the_bolt_travels_is_an_unplug(
    version: str, unlocks: bool
) -> None:
    """Nothing of it is left in the socket, also where a plug would wait there for its owner."""
    async with scene(version, settings={OCPPCommCtrlr.UnlockOnEVSideDisconnect: unlocks}) as s:
        await s.evse.plug_in(ElectricVehicle())
        await s.wait(5)
        await s.evse.swipe(TOKEN)
        await s.wait(0.2)  # the bolt takes 0.3 s
        await s.evse.tear_out()
        await s.wait(5)
        assert s.station.evses[0].faults == ()
        assert s.station.evses[0].status == "Available"
        assert not s.evse.contactor.closed
        await s.evse.plug_in(ElectricVehicle())
        await s.evse.swipe("AFFE0001")  # somebody else's car
        await s.wait(10)
        assert s.evse.contactor.closed


@virtual_time
async def test_the_meter_fails_beside_what_failed_before_it() -> None:
    """Where a transaction would begin with the plug, a second broken part does not end the
    station.
    """
    settings: Settings = {TxCtrlr.TxStartPoint: ("EVConnected",)}
    hardware = SimulatedStation()
    hardware.evse(1).contactor.hang()  # so that nobody knows whether it is open
    async with scene("1.6", settings=settings, hardware=hardware) as s:
        s.evse.meter.hang()
        await s.evse.plug_in(ElectricVehicle())
        await s.wait(30)
        assert [fault.code for fault in s.station.evses[0].faults] == [FaultCode.CONTACTOR]
        assert s.station.evses[0].transaction_id is None
        s.evse.meter.repair()
        s.evse.contactor.repair()
        await s.wait(60)
        assert not s.station.evses[0].faults


@virtual_time
async def test_a_transaction_that_could_not_begin_begins_later() -> None:
    """The meter failed when the vehicle came, which is when transactions begin; it works again."""
    async with scene("2.0.1", settings={TxCtrlr.TxStartPoint: ("EVConnected",)}) as s:
        vars(s.evse)["read_meter"] = broken
        await s.evse.plug_in(ElectricVehicle())
        await s.wait(5)
        assert [fault.code for fault in s.station.evses[0].faults] == ["FiscalMetering"]
        assert s.station.evses[0].transaction_id is None
        del vars(s.evse)["read_meter"]
        await s.wait(15)
        assert s.station.evses[0].transaction_id is not None
        await s.evse.swipe(TOKEN)
        await s.wait(10)
        assert s.evse.contactor.closed


@pytest.mark.parametrize("part", ["offer_current", "read_meter"])
@virtual_time
async def test_a_plug_is_released_at_a_fault_whatever_else_fails(part: str) -> None:
    """Nobody has to wait at a charger with its contactor open until a pilot can be set again."""
    async with scene("2.0.1") as s:
        await charge(s)
        assert s.evse.lock.locked
        vars(s.evse)[part] = broken
        s.evse.fail(FaultCode.GROUND_FAULT)
        await s.wait(1)
        assert not s.evse.contactor.closed
        assert not s.evse.lock.locked
        del vars(s.evse)[part]
