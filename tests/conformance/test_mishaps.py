"""Each mishap on command, played through a station: safe order, status, event, and recovery."""

from dataclasses import dataclass

import pytest

from pilotwire.hal.interfaces import HardwareError
from pilotwire.hal.simulated import ElectricVehicle, Mishap, SimulatedStation
from pilotwire.ocpp import v16, v21
from pilotwire.station.device_model.standard import SampledDataCtrlr
from tests.support.editions import IN_2X
from tests.support.scene import TOKEN, Scene, charge, scene
from tests.support.transactions_2x import events
from tests.support.virtual_time import virtual_time

CUT_WITHIN = 0.1
"""Seconds in which a fault that the hardware notices stops the energy."""

GIVEN_UP = 60.0
"""By then the station has noticed what it can notice: the meter is read twice."""

LOOKED_AGAIN = 30.0
"""By then the station has looked whether it works again."""


@dataclass(frozen=True)
class Course:
    """How a mishap goes that befalls an EVSE while it charges.

    `by_card`: the station can't notice while it charges, and the driver ends the session. `moves`
    is what contactor and lock do, `at_once` that energy is cut within `CUT_WITHIN`, `status` and
    `error` what 1.6 is told, `component` where 2.x is told of a problem, `reason` why the
    transaction ended; None for one that goes on. `mended` is what contactor and lock do after that.
    `tried` is how often energy is offered meanwhile, to see whether it is over.
    """

    moves: str
    status: str
    error: str
    component: str
    code: str
    reason: str | None
    mended: str
    by_card: bool = False
    at_once: bool = False
    tried: int = 0


COURSES = {  # nobody notices a switch of phases that jams before it is to move
    Mishap.WELDED_CONTACTOR: Course(
        moves="",
        status="Faulted",
        error="PowerSwitchFailure",
        component="PowerContactor",
        code="PowerContactor",
        reason="Local",
        mended="open released",
        by_card=True,
    ),
    Mishap.LOCK_JAM: Course(
        moves="open",
        status="Faulted",
        error="ConnectorLockFailure",
        component="ConnectorPlugRetentionLock",
        code="ConnectorPlugRetentionLock",
        reason="Local",
        mended="released",
        by_card=True,
    ),
    Mishap.RCD_TRIP: Course(
        moves="open released",
        status="Faulted",
        error="GroundFailure",
        component="EVSE",
        code="GroundFault",
        reason="GroundFault",
        mended="",
        at_once=True,
    ),
    Mishap.METER_SILENCE: Course(
        moves="open released",
        status="Faulted",
        error="PowerMeterFailure",
        component="FiscalMetering",
        code="FiscalMetering",
        reason="Other",
        mended="",
    ),
    Mishap.PILOT_SHORT: Course(
        moves="open",
        status="SuspendedEVSE",
        error="EVCommunicationError",
        component="EVSE",
        code="EVCommunication",
        reason=None,
        mended="closed",
        at_once=True,
    ),
    Mishap.DIODE_FAULT: Course(
        moves="open",
        status="SuspendedEVSE",
        error="EVCommunicationError",
        component="EVSE",
        code="EVCommunication",
        reason=None,
        mended="closed",
        at_once=True,
        tried=4,
    ),
    Mishap.OVER_TEMPERATURE: Course(
        moves="open released",
        status="Faulted",
        error="HighTemperature",
        component="EVSE",
        code="HighTemperature",
        reason="Other",
        mended="",
        at_once=True,
    ),
    Mishap.READER_FAILURE: Course(
        moves="",
        status="Charging",
        error="ReaderFailure",
        component="EVSE",
        code="TokenReader",
        reason=None,
        mended="",
    ),
    Mishap.BROWN_OUT: Course(
        moves="open released",
        status="Faulted",
        error="UnderVoltage",
        component="EVSE",
        code="UnderVoltage",
        reason="PowerQuality",
        mended="",
        at_once=True,
    ),
}


class Journal:
    """What contactor and lock of EVSE 1 do, in order."""

    def __init__(self, s: Scene) -> None:
        self._seen: list[str] = []
        contactor, lock = s.evse.contactor, s.evse.lock
        moved, move = contactor._moved, lock._move

        def contactor_moved() -> None:
            moved()
            self._seen.append("closed" if contactor.closed else "open")

        def lock_moves(*, locked: bool) -> None:
            if locked is not lock.locked:
                self._seen.append("locked" if locked else "released")
            move(locked=locked)

        contactor._moved = contactor_moved
        vars(lock)["_move"] = lock_moves

    def read(self) -> str:
        """What was done since this was last asked."""
        seen, self._seen[:] = " ".join(self._seen), []
        return seen


async def befallen(s: Scene, mishap: Mishap, course: Course) -> Journal:
    """Charge, let it happen, and let the station notice; what contactor and lock do thereafter."""
    await charge(s)
    journal = Journal(s)
    mishap.befall(s.evse)
    if course.at_once:
        await s.wait(CUT_WITHIN)
        assert s.evse.meter.power_w == 0.0
    await s.wait(GIVEN_UP)
    if course.by_card:
        assert journal.read() == ""
        await s.evse.swipe(TOKEN)
        await s.wait(10)
    assert journal.read() == course.moves
    assert (s.evse.meter.power_w > 0) is (mishap is Mishap.READER_FAILURE)
    return journal


async def charges_again(s: Scene) -> None:
    """The driver leaves, and the next one charges."""
    await s.evse.depart()
    await s.wait(5)
    await charge(s)
    await s.wait(5)
    assert s.evse.meter.power_w > 0


def told(s: Scene, connector: int = 1) -> list[tuple[str, str]]:
    """What a CSMS of 1.6 has heard of a connector: status and error code."""
    return [
        (n.status.value, n.error_code.value)
        for n in s.csms.requests(v16.StatusNotificationRequest)
        if n.connector_id == connector
    ]


def problems(s: Scene) -> list[tuple[str, str | None, str]]:
    """Component, code and value of the events that a CSMS of 2.x has heard of."""
    return [
        (e.component.name, e.tech_code, e.actual_value)
        for n in s.csms.requests(v21.NotifyEventRequest)
        for e in n.event_data
    ]


@pytest.mark.parametrize("mishap", COURSES)
@virtual_time
async def test_in_1_6(mishap: Mishap) -> None:
    course = COURSES[mishap]
    async with scene("1.6") as s:
        journal = await befallen(s, mishap, course)
        assert told(s)[-1] == (course.status, course.error)
        assert bool(s.csms.requests(v16.StopTransactionRequest)) is (course.reason is not None)

        mishap.mend(s.evse)
        await s.wait(LOOKED_AGAIN)
        assert journal.read() == course.mended
        goes_on = "Charging" if course.reason is None else "Finishing"
        assert told(s)[-1] == (goes_on, "NoError")
        await charges_again(s)
        assert told(s)[-1] == ("Charging", "NoError")


@IN_2X
@pytest.mark.parametrize("mishap", COURSES)
@virtual_time
async def test_in_2_x(version: str, mishap: Mishap) -> None:
    course = COURSES[mishap]
    async with scene(version) as s:
        journal = await befallen(s, mishap, course)
        last = events(s)[-1]
        if course.reason is None:
            assert last.event_type is v21.TransactionEventEnumType.UPDATED
        else:
            assert last.transaction_info.stopped_reason == course.reason
        statuses = [
            n.connector_status.value for n in s.csms.requests(v21.StatusNotificationRequest)
        ]
        assert statuses[-1] == ("Faulted" if course.status == "Faulted" else "Occupied")
        comes = (course.component, course.code, "true")
        goes = (course.component, course.code, "false")
        assert problems(s) == [comes, *(goes, comes) * course.tried]

        mishap.mend(s.evse)
        await s.wait(LOOKED_AGAIN)
        assert journal.read() == course.mended
        assert problems(s) == [comes, goes] * (course.tried + 1)
        status = s.csms.requests(v21.StatusNotificationRequest)[-1].connector_status
        assert status is v21.ConnectorStatusEnumType.OCCUPIED
        await charges_again(s)


@virtual_time
async def test_a_brown_out_of_the_whole_station() -> None:
    async with scene("2.0.1", evses=2) as s:
        await charge(s)
        s.hardware.brown_out()
        await s.wait(CUT_WITHIN)
        assert not s.evse.contactor.closed
        reading = await s.evse.read_meter()
        assert reading.voltage_v == pytest.approx((138, 138, 138))
        await s.wait(10)
        assert problems(s) == [("ChargingStation", "UnderVoltage", "true")]
        with pytest.raises(HardwareError, match="voltage is too low"):
            await s.evse.close_contactor()
        s.hardware.restore_mains()
        await s.wait(10)
        assert problems(s)[1:] == [("ChargingStation", "UnderVoltage", "false")]
        await charges_again(s)


@virtual_time
async def test_the_reader_of_the_whole_station() -> None:
    async with scene("1.6") as s:
        s.hardware.reader.break_down()
        await s.wait(5)
        await s.hardware.swipe(TOKEN)
        assert told(s, 0)[-1] == ("Available", "ReaderFailure")
        s.hardware.reader.repair()
        await s.wait(5)
        assert told(s, 0)[-1] == ("Available", "NoError")


@virtual_time
async def test_an_rcd_that_trips_leaves_nothing_to_flow_through_welded_contacts() -> None:
    async with scene("2.0.1") as s:
        await charge(s)
        Mishap.WELDED_CONTACTOR.befall(s.evse)
        Mishap.RCD_TRIP.befall(s.evse)
        await s.wait(0)
        assert s.evse.contactor.closed
        assert s.evse.meter.power_w == 0.0
        await s.wait(60)
        assert s.evse.lock.locked
        Mishap.RCD_TRIP.mend(s.evse)
        Mishap.WELDED_CONTACTOR.mend(s.evse)
        await s.wait(LOOKED_AGAIN)
        assert not s.evse.contactor.closed
        assert not s.evse.lock.locked


@virtual_time
async def test_a_diode_fault_wants_a_vehicle_and_goes_with_it() -> None:
    async with scene("1.6") as s:
        with pytest.raises(HardwareError, match="no vehicle"):
            Mishap.DIODE_FAULT.befall(s.evse)
        Mishap.DIODE_FAULT.mend(s.evse)
        await charge(s)
        before = len(told(s))
        Mishap.DIODE_FAULT.befall(s.evse)
        await s.wait(5)
        mistrusted, tried = ("SuspendedEVSE", "EVCommunicationError"), ("SuspendedEV", "NoError")
        assert told(s)[before:] == [mistrusted, tried, mistrusted]
        await s.wait(600)
        assert told(s)[-1] == mistrusted
        await s.evse.tear_out()
        await s.wait(10)
        assert told(s)[-1] == ("Available", "NoError")
        await charge(s)


# A driver who leaves early, and one whose vehicle gives back.


@IN_2X
@virtual_time
async def test_a_driver_leaves_early(version: str) -> None:
    async with scene(version) as s:
        await charge(s)
        journal = Journal(s)
        await s.evse.depart()
        assert journal.read() == "open released"
        await s.wait(5)
        assert events(s)[-1].transaction_info.stopped_reason is v21.ReasonEnumType.EV_DISCONNECTED
        status = s.csms.requests(v21.StatusNotificationRequest)[-1].connector_status
        assert status is v21.ConnectorStatusEnumType.AVAILABLE


@virtual_time
async def test_a_vehicle_gives_back_and_the_csms_sees_the_export() -> None:
    """2.1 Q: a measurand for what flows out of the vehicle, none of them negative."""
    hardware = SimulatedStation(evses=1, bidirectional=True)
    measurands = (
        "Energy.Active.Import.Register",
        "Energy.Active.Export.Register",
        "Power.Active.Import",
        "Power.Active.Export",
    )
    settings = {SampledDataCtrlr.TxUpdatedMeasurands: measurands}
    async with scene("2.1", hardware=hardware, settings=settings) as s:
        vehicle = ElectricVehicle(max_discharge_a=16)
        await s.plug_in_and_swipe(vehicle)
        await s.wait(600)
        soc = vehicle.soc
        await s.evse.take_current(10)
        await s.wait(3600)
        shown = {
            str(sample.measurand): sample.value
            for value in events(s)[-1].meter_value or ()
            for sample in value.sampled_value
        }
        assert shown["Power.Active.Export"] == pytest.approx(10 * 3 * 230)
        assert shown["Power.Active.Import"] == 0
        assert shown["Energy.Active.Export.Register"] == pytest.approx(6900, rel=0.02)
        assert shown["Energy.Active.Import.Register"] == pytest.approx(1840, rel=0.02)
        assert vehicle.soc < soc
