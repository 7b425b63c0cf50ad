"""Cutting is never late: the order to open leaves at once, whatever call hangs at that moment."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest

from pilotwire.hal.interfaces import FaultCode, FaultRaised, PilotChanged, PilotState
from pilotwire.hal.simulated import ElectricVehicle, SimulatedEvse, SimulatedStation
from pilotwire.station.device_model.standard import SampledDataCtrlr, TxCtrlr
from pilotwire.station.evse.control import EvseControl
from pilotwire.station.evse.holds import Hold
from pilotwire.station.facts.encoding import decode
from pilotwire.station.facts.transactions import TransactionEvent
from pilotwire.station.station import Station
from pilotwire.station.transactions.log import Cause
from pilotwire.station.vocabulary import Reason, TriggerReason
from tests.support.evse import DRIVER, bare_station
from tests.support.scene import Settings
from tests.support.virtual_time import virtual_time

IN_TIME = 0.05
"""Seconds from what forbids energy to the order to open."""

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
            self.hung[name].set()
            if name in self.late:
                await do(*values)
            while not self.over.is_set():
                try:
                    await self.over.wait()
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
    *, stubborn: bool = False, settings: Settings | None = None, hanging: str | None = None
) -> AsyncGenerator[Driver]:
    """A vehicle charges at EVSE 1; or is about to, and a call of the beginning hangs."""
    hardware = SimulatedStation(evses=1)
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


async def torn_out(driver: Driver) -> None:
    driver.hardware._report(PilotChanged(1, PilotState.A))


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
    torn_out,
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
