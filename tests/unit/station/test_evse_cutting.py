"""Cutting is never late: the order to open leaves at once, whatever call hangs at that moment."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest

from pilotwire.hal.interfaces import (
    ConnectorKind,
    FaultCode,
    FaultRaised,
    PilotChanged,
    PilotState,
    PlugChanged,
)
from pilotwire.hal.simulated import ElectricVehicle, SimulatedEvse, SimulatedStation
from pilotwire.ocpp import v16, v21
from pilotwire.station.device_model.standard import SampledDataCtrlr, TxCtrlr
from pilotwire.station.evse.control import EvseControl
from pilotwire.station.evse.holds import Hold
from pilotwire.station.evse.reports import StatusReports
from pilotwire.station.evse.state import EvseState
from pilotwire.station.facts.encoding import decode
from pilotwire.station.facts.transactions import TransactionEvent
from pilotwire.station.station import Station
from pilotwire.station.transactions.log import Cause
from pilotwire.station.vocabulary import Reason, TriggerReason
from tests.support.evse import DRIVER, bare_station
from tests.support.scene import Opponent, Settings, scene
from tests.support.virtual_time import virtual_time

IN_TIME = 0.05
"""Seconds from what forbids energy to the order to open: IEC 61851-1 Annex A gives a lost proximity
or pilot 0.1 s, and a vehicle that does not ask any more 3 s, till it is open.
"""

PAUSE = Hold("a test", suspends=True)
STOP = Cause(TriggerReason.REMOTE_STOP, Reason.REMOTE)


@dataclass
class Driver:
    """EVSE 1 of a station, whose calls are watched, and hang when they are told to."""

    station: Station
    hardware: SimulatedStation
    stubborn: bool
    """Whether a call that hangs ignores that it is cancelled."""
    opened_at: list[float] = field(default_factory=list[float])
    hanging: set[str] = field(default_factory=set[str])
    hung: dict[str, asyncio.Event] = field(default_factory=dict[str, asyncio.Event])
    late: set[str] = field(default_factory=set[str])
    """The calls that do their work before they hang."""
    over: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def evse(self) -> SimulatedEvse:
        return self.hardware.evse(1)

    @property
    def control(self) -> EvseControl:
        return self.station.evses.get(1)

    def watch(self) -> None:
        for name in (
            "offer_current",
            "close_contactor",
            "lock_connector",
            "unlock_connector",
            "read_meter",
            "pilot_state",
        ):
            self.hung[name] = asyncio.Event()
            vars(self.evse)[name] = self._hangs(name, getattr(self.evse, name))
        open_contactor = self.evse.open_contactor

        async def opened() -> None:
            self.opened_at.append(asyncio.get_running_loop().time())
            await open_contactor()

        vars(self.evse)["open_contactor"] = opened

    def _hangs(
        self, name: str, do: Callable[..., Awaitable[object]]
    ) -> Callable[..., Awaitable[object]]:
        async def call(*values: float) -> object:
            if name not in self.hanging:
                return await do(*values)
            over = self.over
            self.hung[name].set()
            if name in self.late:
                await do(*values)
            while not over.is_set():
                try:
                    await over.wait()
                except asyncio.CancelledError:
                    if not self.stubborn:
                        raise
            return await do(*values)

        return call

    async def hangs(self, name: str) -> None:
        """Wait until the station waits for that call."""
        await self.hung[name].wait()
        await asyncio.sleep(1.0)


@asynccontextmanager
async def charging(
    *,
    stubborn: bool = False,
    settings: Settings | None = None,
    hanging: str | None = None,
    connectors: int = 1,
) -> AsyncGenerator[Driver]:
    """A vehicle charges at EVSE 1; or is about to, and a call of the beginning hangs."""
    hardware = SimulatedStation(evses=1, connectors=(ConnectorKind.TYPE2_SOCKET,) * connectors)
    async with bare_station(hardware, settings) as station:
        driver = Driver(station, hardware, stubborn)
        driver.watch()
        if hanging is not None:
            driver.hanging.add(hanging)
            driver.late.add(hanging)
        await hardware.evse(1).plug_in(ElectricVehicle(soc=10, wakes_after_s=0))
        station.core.spawn(begin(driver))
        if hanging is None:
            await asyncio.sleep(3.0)
        else:
            await driver.hangs(hanging)
        assert hardware.evse(1).contactor.closed
        try:
            yield driver
        finally:
            driver.over.set()


async def begin(driver: Driver) -> None:
    await driver.control.authorized(DRIVER)


# How the station comes to wait for a call, while energy flows.

Wait = Callable[[Driver], Awaitable[None]]


async def meter(driver: Driver) -> None:
    """A sample is due."""
    driver.hanging.add("read_meter")
    await driver.hangs("read_meter")


async def offer(driver: Driver) -> None:
    """Another limit holds."""
    driver.hanging.add("offer_current")
    driver.station.core.spawn(limited(driver, 16.0))
    await driver.hangs("offer_current")


async def limited(driver: Driver, amperes: float) -> None:
    await driver.control.limit(amperes)


async def closing(driver: Driver) -> None:
    """It was paused, and goes on: the contactor is closed and the driver does not say so."""
    await driver.control.hold(PAUSE)
    driver.hanging.add("close_contactor")
    driver.late.add("close_contactor")
    driver.station.core.spawn(resumed(driver))
    await driver.hangs("close_contactor")
    assert driver.evse.contactor.closed


async def resumed(driver: Driver) -> None:
    await driver.control.let_go(PAUSE)


WAITS = [meter, offer, closing]


# What forbids energy.

Forbid = Callable[[Driver], Awaitable[None]]


async def ground_fault(driver: Driver) -> None:
    driver.hardware._report(FaultRaised(1, FaultCode.GROUND_FAULT))


async def emergency_stop(driver: Driver) -> None:
    driver.hardware._report(FaultRaised(0, FaultCode.EMERGENCY_STOP))


async def pilot_error(driver: Driver) -> None:
    driver.hardware._report(PilotChanged(1, PilotState.E))


async def no_answer(driver: Driver) -> None:
    driver.hardware._report(FaultRaised(1, FaultCode.EV_COMMUNICATION))


async def torn_out(driver: Driver) -> None:
    driver.hardware._report(PilotChanged(1, PilotState.A))


async def pilot_lost(driver: Driver) -> None:
    driver.hardware._report(PilotChanged(1, PilotState.F))


async def proximity_lost(driver: Driver) -> None:
    """The plug is not seen any more; the pilot has not changed yet."""
    driver.hardware._report(PlugChanged(1, plugged=False))


async def full(driver: Driver) -> None:
    driver.hardware._report(PilotChanged(1, PilotState.B))


async def pause(driver: Driver) -> None:
    await driver.control.hold(PAUSE)


async def deauthorized(driver: Driver) -> None:
    await driver.control.deauthorized(STOP)


async def ended(driver: Driver) -> None:
    await driver.control.end(STOP)


async def no_current(driver: Driver) -> None:
    await driver.control.limit(0.0)


FORBIDS = [
    ground_fault,
    emergency_stop,
    pilot_error,
    no_answer,
    torn_out,
    pilot_lost,
    proximity_lost,
    full,
    pause,
    deauthorized,
    ended,
    no_current,
]


async def is_cut_in_time(driver: Driver, forbid: Forbid) -> None:
    since = asyncio.get_running_loop().time()
    driver.opened_at.clear()
    forbidding = asyncio.ensure_future(forbid(driver))
    await asyncio.sleep(IN_TIME)
    assert driver.opened_at, "no order to open has left"
    assert driver.opened_at[0] - since < IN_TIME
    await asyncio.sleep(60.0)
    driver.over.set()
    await asyncio.sleep(60.0)
    await forbidding
    assert not driver.evse.contactor.closed, "what hung has closed it again"


@pytest.mark.parametrize("stubborn", [False, True], ids=["", "ignores cancellation"])
@pytest.mark.parametrize("forbid", FORBIDS)
@pytest.mark.parametrize("wait", WAITS)
@virtual_time
async def test_the_order_to_open_leaves_at_once(wait: Wait, forbid: Forbid, stubborn: bool) -> None:
    async with charging(stubborn=stubborn) as driver:
        await wait(driver)
        await is_cut_in_time(driver, forbid)


@pytest.mark.parametrize("stubborn", [False, True], ids=["", "ignores cancellation"])
@pytest.mark.parametrize("hanging", ["close_contactor", "read_meter"])
@virtual_time
async def test_the_beginning_of_a_session_does_not_hold_it_up(hanging: str, stubborn: bool) -> None:
    """With TxStartPoint EnergyTransfer the meter is read for the start while energy flows."""
    settings: Settings = {TxCtrlr.TxStartPoint: ("EnergyTransfer",)}
    async with charging(stubborn=stubborn, settings=settings, hanging=hanging) as driver:
        await is_cut_in_time(driver, ground_fault)


async def stopped(station: Station) -> None:
    await station.quiesce()


async def reset(station: Station) -> None:
    """B12.FR.04."""
    await station.evses.end_all(Cause(TriggerReason.RESET_COMMAND, Reason.IMMEDIATE_RESET))


@pytest.mark.parametrize("end", [stopped, reset])
@virtual_time
async def test_no_evse_waits_for_another(end: Callable[[Station], Awaitable[None]]) -> None:
    hardware = SimulatedStation(evses=2)
    async with bare_station(hardware) as station:
        for number in (1, 2):
            await hardware.evse(number).plug_in(ElectricVehicle(soc=10, wakes_after_s=0))
            await station.evses.get(number).authorized(DRIVER)
        await asyncio.sleep(3.0)
        first, second = hardware.evses
        assert first.contactor.closed
        assert second.contactor.closed
        first.meter.hang()
        first.lock.hang()
        ending = asyncio.ensure_future(end(station))
        await asyncio.sleep(IN_TIME)
        assert not first.contactor.closed
        assert not second.contactor.closed
        await ending
        first.meter.repair()
        first.lock.repair()


@pytest.mark.parametrize("version", ["1.6", "2.0.1"])
@pytest.mark.parametrize("word", ["stop", "withdrawal"])
@virtual_time
async def test_what_the_csms_forbids_waits_for_no_turn(word: str, version: str) -> None:
    """F03, E05.FR.02; 1.6 5.11."""
    asked, may_answer = asyncio.Event(), asyncio.Event()

    async def late(_: object) -> v16.StartTransactionResponse | v21.TransactionEventResponse:
        asked.set()
        await may_answer.wait()
        if version == "1.6":
            info = v16.IdTagInfo(status=v16.AuthorizationStatus.INVALID)
            return v16.StartTransactionResponse(transaction_id=1, id_tag_info=info)
        token = v21.IdTokenInfoType(status=v21.AuthorizationStatusEnumType.INVALID)
        return v21.TransactionEventResponse(id_token_info=token)

    csms = Opponent()
    if word == "withdrawal":
        csms.answer(v16.StartTransactionRequest, late)
        csms.answer(v21.TransactionEventRequest, late)
    settings: Settings = {SampledDataCtrlr.TxUpdatedInterval: 10}
    async with scene(version, csms=csms, settings=settings) as s:
        await s.plug_in_and_swipe(ElectricVehicle(soc=10, wakes_after_s=0))
        await s.wait(5.0)
        running = s.station.evses[0].transaction_id
        assert s.evse.contactor.closed
        s.evse.meter.hang()
        await s.wait(6.0)  # a sample is due
        if word == "withdrawal":
            assert asked.is_set()
            may_answer.set()
        elif version == "1.6":
            await s.csms.call(v16.RemoteStopTransactionRequest(transaction_id=1))
        else:
            assert running is not None
            await s.csms.call(v21.RequestStopTransactionRequest(transaction_id=running))
        await s.wait(0.02 + IN_TIME)  # the answer is 0.01 s on its way, and a call or two
        assert not s.evse.contactor.closed


@virtual_time
async def test_what_forbids_the_last_driver_s_energy_leaves_the_next_driver_s() -> None:
    """Of a transaction that has another token by now, nothing is cut (E05.FR.02)."""
    async with charging() as driver:
        running = driver.control.transaction
        assert running is not None
        driver.opened_at.clear()
        await driver.control.stopped_in_transaction("another one", refuse)
        assert not driver.opened_at
        await driver.control.stopped_in_transaction(running.id, lambda _: None)
        await asyncio.sleep(1.0)
        assert driver.evse.contactor.closed, "what was cut for nothing goes on"


def refuse(_: EvseState) -> Cause:
    raise AssertionError("another transaction's word counts")


@virtual_time
async def test_there_is_no_gap_between_two_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    """What forbids energy while one turn is over and the next has not begun waits for neither."""
    async with charging() as driver:
        await offer(driver)
        following = asyncio.ensure_future(driver.control.limit(20.0))
        await asyncio.sleep(1.0)
        tell = StatusReports.tell
        forbidden_at: list[float] = []

        def last_of_a_turn(reports: StatusReports, *, again: bool) -> None:
            tell(reports, again=again)
            if not forbidden_at:  # it runs after this turn, and before who waits is woken
                forbidden_at.append(asyncio.get_running_loop().time())
                driver.opened_at.clear()
                driver.station.core.spawn(paused(driver))

        monkeypatch.setattr(StatusReports, "tell", last_of_a_turn)
        driver.over.set()  # the call that hung ends, and the next one hangs
        driver.over = asyncio.Event()
        await asyncio.sleep(2.0)
        assert driver.opened_at
        assert driver.opened_at[0] - forbidden_at[0] < IN_TIME
        driver.over.set()
        await following


async def paused(driver: Driver) -> None:
    await driver.control.hold(PAUSE)


@virtual_time
async def test_a_contactor_that_moves_late_is_told_to_open_at_once() -> None:
    """Closing was given up on, and then it closes all the same, while another call hangs."""
    async with charging(stubborn=True) as driver:
        await driver.control.hold(PAUSE)
        driver.hanging.add("close_contactor")
        driver.station.core.spawn(resumed(driver))
        await driver.hangs("close_contactor")
        await asyncio.sleep(10.0)
        assert driver.control.snapshot().faults
        moves, driver.over = driver.over, asyncio.Event()
        moved: Callable[[], None] = driver.evse.contactor._moved
        closed_at: list[float] = []

        def move() -> None:
            moved()
            if driver.evse.contactor.closed:
                closed_at.append(asyncio.get_running_loop().time())

        driver.evse.contactor._moved = move
        driver.hanging.add("pilot_state")
        driver.hardware._report(PilotChanged(1, "?"))  # type: ignore[arg-type]  # no state
        await driver.hangs("pilot_state")  # it looks again at what has failed
        driver.opened_at.clear()
        moves.set()
        await asyncio.sleep(0.2)
        assert closed_at
        assert driver.opened_at
        assert driver.opened_at[-1] - closed_at[-1] < IN_TIME
        assert not driver.evse.contactor.closed
        driver.over.set()


@virtual_time
async def test_a_pilot_fault_at_another_connector_is_one_of_the_whole_evse() -> None:
    async def elsewhere(driver: Driver) -> None:
        driver.hardware._report(PilotChanged(1, PilotState.F, connector_id=2))

    async with charging(connectors=2) as driver:
        await meter(driver)
        await is_cut_in_time(driver, elsewhere)


@virtual_time
async def test_the_pilot_is_told_at_once_though_the_contactor_hangs() -> None:
    async with charging() as driver:
        driver.evse.contactor.hang()
        driver.hardware._report(FaultRaised(1, FaultCode.GROUND_FAULT))
        await asyncio.sleep(IN_TIME)
        assert driver.evse.offered_a == 0.0
        driver.evse.contactor.repair()


@virtual_time
async def test_the_fault_that_came_while_a_call_hung_is_the_reason() -> None:
    """The call that fails later is not why the transaction ends."""
    async with charging() as driver:
        await offer(driver)
        await ground_fault(driver)
        await asyncio.sleep(30.0)
        faults = [fault.code for fault in driver.control.snapshot().faults]
        assert faults == [FaultCode.GROUND_FAULT, FaultCode.PILOT]
        end, *_ = driver.station.core.records.outbox.newest()
        event = decode(end)
        assert isinstance(event, TransactionEvent)
        assert event.stopped_reason is Reason.GROUND_FAULT


@virtual_time
async def test_a_contactor_that_is_told_to_open_while_it_closes_has_not_failed() -> None:
    async with charging() as driver:
        await driver.control.hold(PAUSE)
        resuming = asyncio.ensure_future(driver.control.let_go(PAUSE))
        await asyncio.sleep(0.02)  # the contactor travels for 0.05 s
        await ground_fault(driver)
        await resuming
        await asyncio.sleep(1.0)
        faults = [fault.code for fault in driver.control.snapshot().faults]
        assert faults == [FaultCode.GROUND_FAULT]
        assert not driver.evse.contactor.closed


@virtual_time
async def test_calls_that_hang_for_ever_do_not_pile_up() -> None:
    """A meter that ignores everything is asked again, and never by more than a few calls."""
    settings: Settings = {SampledDataCtrlr.TxUpdatedInterval: 10}
    async with charging(stubborn=True, settings=settings) as driver:
        await meter(driver)
        before = len(asyncio.all_tasks())
        await asyncio.sleep(3600.0)
        assert len(asyncio.all_tasks()) < before + 5
        driver.over.set()
        driver.hanging.clear()
        await asyncio.sleep(30.0)
        assert driver.control.snapshot().faults == ()
