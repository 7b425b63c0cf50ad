"""One EVSE at work: it takes in what happens, and brings power path, transaction and reports in
line.

Theory of operation. Whatever happens (a pilot change, a token, a hold, another limit, a fault)
comes in through one door, `_change`: it is first written into `EvseState`, and then `_settle` makes
the world agree with it, always in the same order:

    1. energy that may not flow is cut        (contactor open before anything else)
    2. the plug of a session is held          (or nothing begins)
    3. the transaction event is committed     (nothing flows unrecorded)
    4. energy that may flow is offered        (at the limit; contactor when the vehicle asks)
    5. a plug that nobody holds is released   (never with the contactor closed)
    6. the connectors' statuses are reported

One lock an EVSE keeps this sequence whole: what happens meanwhile waits for its turn. What waits
for no turn is to cut: where energy may not flow any more, the order to open the contactor leaves
at once, beside the sequence that is under way, and bars it until its turn has come.

Hardware that fails on the way raises a fault, ends the transaction and goes through the same
sequence again. A fault that was found so is looked at again every `LOOK_AGAIN` seconds, and goes
once the part does as it is told.
"""

import asyncio
import logging
import math
from collections.abc import Callable, Coroutine

from pilotwire.hal.interfaces import AnyEvse, FaultCode, MeterReading, PilotState
from pilotwire.station.core import Core
from pilotwire.station.device_model.standard import OCPPCommCtrlr, TxCtrlr
from pilotwire.station.errors import HardwareFault
from pilotwire.station.evse import changes
from pilotwire.station.evse.faults import STORE_FULL, Fault
from pilotwire.station.evse.holds import Hold
from pilotwire.station.evse.power import Outlet, PowerPath
from pilotwire.station.evse.reports import StatusReports
from pilotwire.station.evse.state import (
    SUSPENDED_AFTER,
    Authorization,
    EvseSnapshot,
    EvseState,
)
from pilotwire.station.evse.status import connector_status, evse_status
from pilotwire.station.facts.status import ConnectorStatusChanged
from pilotwire.station.transactions.control import TransactionControl
from pilotwire.station.transactions.log import Cause, Transaction
from pilotwire.station.vocabulary import ChargingState, UnlockStatus

__all__ = ["Change", "EvseControl"]

log = logging.getLogger(__name__)

LOOK_AGAIN = 10.0
"""Seconds between looks at a part that has failed: a contactor that has not opened when it had to,
before all.
"""

CLOSING = Hold("the station is about to stop", refuses=True)
NO_CURRENT = Hold("the limit leaves no current", suspends=True)

Change = Callable[[EvseState], Cause | None]
"""Writes into the state what has happened, and returns why that is reported; None: no news."""


class _PulledError(Exception):
    """The vehicle has left before its plug was held."""


class EvseControl:
    """One EVSE: its hardware, its state and its transaction."""

    __slots__ = (
        "_connection_timer",
        "_core",
        "_lock",
        "_look_timer",
        "_power",
        "_reports",
        "_suspension_timer",
        "_tx",
        "_waiting",
        "id",
        "state",
    )

    def __init__(self, evse_id: int, hardware: AnyEvse, core: Core) -> None:
        self.id = evse_id
        self._core = core
        self._power = PowerPath(evse_id, hardware, self._uncertain)
        several = len(self._power.outlets)
        self.state = EvseState(pilots=(PilotState.A,) * several, plugs=(False,) * several)
        self._tx = TransactionControl(
            evse_id, self.state, self._power, core, self._sample_due, self._collect_due
        )
        self._lock = asyncio.Lock()
        self._connection_timer: asyncio.TimerHandle | None = None
        self._suspension_timer: asyncio.TimerHandle | None = None
        self._look_timer: asyncio.TimerHandle | None = None
        self._waiting: tuple[Fault, ...] = ()
        self._reports = StatusReports(evse_id, self.state, core)

    @property
    def transaction(self) -> Transaction | None:
        """The transaction that runs here."""
        return self._tx.current

    @property
    def connectors(self) -> range:
        """The numbers of its connectors."""
        return range(1, len(self.state.pilots) + 1)

    def snapshot(self) -> EvseSnapshot:
        """What there is to see here now."""
        state, tx = self.state, self.transaction
        return EvseSnapshot(
            evse_id=self.id,
            status=evse_status(state),
            connectors=tuple(connector_status(state, number) for number in self.connectors),
            connector_id=state.in_use,
            connected=state.connected,
            charging_state=None if tx is None else self._charging_state(),
            transaction_id=None if tx is None else tx.id,
            token=None if state.authorization is None else state.authorization.token,
            limit=state.limit,
            faults=tuple(state.faults.values()),
            holds=tuple(sorted(hold.name for hold in state.holds)),
        )

    # What happens. Each of these goes through the one door.

    async def begin(self) -> None:
        """The hardware has started; what it did before is not known, so it is told to be safe.

        To be called before anything else happens: contactors are told to open and plugs are
        released, whatever the hardware says of them.
        """
        await self._change(lambda _: changes.CHANGED)

    def pilot_changed(
        self, pilot: PilotState, connector_id: int = 1
    ) -> Coroutine[object, None, None]:
        """The Control Pilot of a connector went to another state.

        Where no energy is asked for any more, the contactor is ordered to open before this returns;
        all else waits for its turn in what it returns.
        """
        outlet = self._power.outlets[connector_id - 1]
        if pilot.wants_energy:
            return self._take_turn(self._pilot(connector_id, pilot))
        outlet.cut()
        return self._take_turn(self._pilot(connector_id, pilot), outlet)

    async def plug_changed(self, connector_id: int, *, plugged: bool) -> None:
        """The hardware sees a plug in a socket, or sees it no more."""
        await self._change(lambda state: changes.plug_seen(state, connector_id, plugged=plugged))

    async def authorized(self, authorization: Authorization) -> bool:
        """A token may charge here. False if meanwhile another one does, or none may."""

        def change(state: EvseState) -> Cause | None:
            if not self._core.standing.open:  # B12.FR.03
                return None
            cause = changes.session_begun(state, authorization)
            if cause is not None:
                self._tx.token_changed()
                self._await_vehicle()
            return cause

        return await self._change(change)

    async def remote_start(self, remote_start_id: int | None) -> None:
        """The CSMS has asked for a start here: the next event tells so (F02.FR.21)."""

        def change(state: EvseState) -> None:
            state.remote_start_id = remote_start_id

        await self._change(change)

    async def deauthorized(self, cause: Cause) -> bool:
        """The session may not go on, because of `cause`. False if there was none."""
        return await self._cut_and_change(lambda state: changes.deauthorized(state, cause))

    async def hold(self, hold: Hold) -> bool:
        """Offer no energy while `hold` stands; a transaction goes on. False where it is no news."""
        return await self._cut_and_change(lambda state: changes.held(state, hold))

    async def let_go(self, hold: Hold) -> bool:
        """Lift a hold. False if it did not stand."""
        return await self._change(lambda state: changes.let_go(state, hold))

    async def limit(self, amperes: float | None) -> bool:
        """Offer at most so much a phase, from now on; None: as much as the hardware can.

        What is too little for the hardware to offer is no energy at all: less than 6 A over AC, 0
        over DC. False where it is no news.

        Raises:
            ValueError: it is no number.
        """
        if amperes is not None and math.isnan(amperes):
            raise ValueError("a limit is a number of amperes, or None")

        enough = self._power.enough(amperes)

        def change(state: EvseState) -> Cause | None:
            if amperes == state.limit:
                return None
            state.limit = amperes
            (changes.let_go if enough else changes.held)(state, NO_CURRENT)
            return changes.CHANGED

        return await (self._change(change) if enough else self._cut_and_change(change))

    async def in_transaction(self, transaction_id: str, change: Change) -> None:
        """Let `change` happen if that transaction still runs when its turn has come."""

        def guarded(state: EvseState) -> Cause | None:
            tx = self.transaction
            return change(state) if tx is not None and tx.id == transaction_id else None

        await self._change(guarded)

    async def release_plug(self) -> None:
        """The owner of a plug that was kept has shown the token."""
        await self._change(changes.disowned)

    async def end(self, cause: Cause) -> None:
        """End the transaction whatever TxStopPoint says, and the session with it."""

        def change(state: EvseState) -> Cause | None:
            goes_on = state.authorization is not None or self.transaction is not None
            return changes.ended(state, cause) if goes_on else None

        await self._cut_and_change(change)

    def fault_raised(self, fault: Fault) -> Coroutine[object, None, None]:
        """The hardware says that something is wrong with it, or with the station as a whole.

        The contactors are ordered to open before this returns; all else waits for its turn in what
        it returns.
        """
        log.error("EVSE %d is faulted: %s: %s", self.id, fault.code, fault.info)
        if fault.code == FaultCode.CONTACTOR:
            self._power.distrust()
        self._power.cut()
        self._waiting += (fault,)

        def change(state: EvseState) -> Cause:
            self._waiting = self._waiting[1:]
            return changes.raised(state, fault)

        return self._take_turn(change, self._power)

    async def found_faulty(self, code: str, info: str) -> None:
        """The hardware said what it can't mean: a fault until it does better."""
        fault = Fault(self.id, code, info, found=True)
        await self._cut_and_change(lambda state: changes.raised(state, fault))

    async def fault_cleared(self, evse_id: int, code: str) -> None:
        """A fault is gone: one of this EVSE, or one of the station as a whole."""
        await self._change(lambda state: changes.cleared(state, evse_id, code))

    async def room_again(self) -> None:
        """Transactions can be recorded again."""
        await self.fault_cleared(self.id, STORE_FULL)

    async def recover(self, tx: Transaction) -> None:
        """End a transaction that a power cut interrupted; the register still shows what was
        delivered.
        """
        await self._tx.recover(tx)

    async def shut_down(self, cause: Cause) -> None:
        """End what runs, leave the hardware safe, and begin nothing any more."""
        self.state.holds |= {CLOSING}  # at once: what waits for its turn must not begin anything
        await self.end(cause)
        async with self._lock:
            self._tx.stop_sampling()
            for timer in (self._connection_timer, self._suspension_timer, self._look_timer):
                _cancel(timer)

    async def abandon(self) -> None:
        """The station does not go on: leave no contactor closed and no plug locked."""
        for leave in (self._power.withdraw, self._power.release):
            try:
                await leave()
            except HardwareFault as failure:
                log.critical("EVSE %d: it can't be left as it should: %s", self.id, failure)

    def let_be(self) -> None:
        """The hardware has been stopped: wait for nothing of it any more."""
        self._power.let_be()

    async def idle(self) -> None:
        """Wait until no transaction runs here, and no plug is locked (B11)."""
        await self._tx.idle()

    def report_status(self, *, again: bool = False, only: int | None = None) -> None:
        """Report the connectors' statuses that are others, or all `again` (B01.FR.05); of one
        connector `only`.
        """
        self._reports.tell(again=again, only=only)

    def status(self, connector_id: int) -> ConnectorStatusChanged:
        """How a connector is."""
        return self._reports.status(connector_id)

    # What the CSMS wants of the EVSE besides.

    async def read_meter(self) -> MeterReading | None:
        """What the meter shows; None where it fails, which is a fault."""
        async with self._lock:
            try:
                return await self._tx.read_meter()
            except HardwareFault as failure:
                await self._failed(failure, changes.CHANGED)
                return None

    async def tell_transaction(self) -> None:
        """Report how the transaction is, if one runs (F06.FR.07)."""
        async with self._lock:
            try:
                await self._tx.tell()
            except HardwareFault as failure:
                await self._failed(failure, changes.CHANGED)

    def has_lock(self, connector_id: int) -> bool:
        """Whether there is a plug to lock: not with a fixed cable."""
        return self._power.outlets[connector_id - 1].has_socket

    async def unlock(self, connector_id: int) -> UnlockStatus:
        """Try to release the plug of a connector, though none may be seen (F05.FR.06); not that of
        a session. A lock that fails is a fault.
        """
        async with self._lock:
            state = self.state
            if state.authorization is not None and state.in_use in {None, connector_id}:
                return UnlockStatus.ONGOING_AUTHORIZED_TRANSACTION
            if state.in_use == connector_id:
                state.owner = None
            try:
                await self._power.outlets[connector_id - 1].move_lock(plugged=False)
            except HardwareFault as failure:
                await self._failed(failure, changes.CHANGED)
                return UnlockStatus.UNLOCK_FAILED
            await self._settle(changes.CHANGED)
            return UnlockStatus.UNLOCKED

    # The door, and what follows.

    async def _change(self, change: Change, cut: PowerPath | Outlet | None = None) -> bool:
        """Let `change` write into the state, and settle what follows. Whether it was news.

        `cut` is what was ordered to open ahead of it, and is barred until its turn has come.
        """
        try:
            await self._lock.acquire()
        finally:
            # Its turn has come, and the state says the same; or nobody waits for it any more.
            if cut is not None:
                cut.unbar()
        try:
            cause = change(self.state)
            if cause is not None:
                await self._settle(cause)
            return cause is not None
        finally:
            self._lock.release()

    async def _take_turn(self, change: Change, cut: PowerPath | Outlet | None = None) -> None:
        await self._change(change, cut)

    async def _cut_and_change(self, change: Change) -> bool:
        """As `_change`; energy that may not flow after it does not wait for its turn."""
        if not self._lock.locked():
            return await self._change(change)  # which cuts before all else
        self._power.cut()
        return await self._change(change, self._power)

    def _uncertain(self) -> None:
        """A contactor may have moved though nobody waits for it any more."""
        log.error("EVSE %d: the contactor moved late; it is told to open", self.id)
        self._later(0.0, lambda _: changes.CHANGED)

    def _pilot(self, connector_id: int, pilot: PilotState) -> Callable[[EvseState], Cause]:
        def change(state: EvseState) -> Cause:
            cause = changes.pilot_seen(state, self.id, connector_id, pilot)
            return self._disconnected(state) if cause is None else cause

        return change

    def _disconnected(self, state: EvseState) -> Cause:
        outlet, settings = self._outlet, self._core.device_model
        socket = outlet is not None and outlet.has_socket
        cause = changes.disconnected(
            state,
            keeps_plug=socket and not settings[OCPPCommCtrlr.UnlockOnEVSideDisconnect],
            ends=settings[TxCtrlr.StopTxOnEVSideDisconnect],
        )
        # A plug in a socket waits for its owner (E10.FR.01), a fixed cable not so long (E10.FR.02).
        if state.authorization is not None and not socket:
            self._await_vehicle()
        return cause

    def _await_vehicle(self) -> None:
        if not self.state.connected:
            _cancel(self._connection_timer)
            self._connection_timer = self._later(
                self._core.device_model[TxCtrlr.EVConnectionTimeOut],
                changes.not_connected_in_time,
            )

    async def _settle(self, cause: Cause) -> None:
        try:
            await self._settle_once(cause)
        except _PulledError:
            await self._settle(self._pilot(self.state.in_use or 1, PilotState.A)(self.state))
        except HardwareFault as failure:
            await self._failed(failure, cause)
        self._look_again_later()
        self._tx.settled(held=self._power.held)
        if self._next_connector():
            await self._settle(changes.PLUGGED_IN)

    async def _failed(self, failure: HardwareFault, cause: Cause) -> None:
        """The hardware failed while it was to follow `cause`."""
        found = failure.code != STORE_FULL  # which `room_again` clears
        fault = Fault(self.id, failure.code, failure.info, found=found)
        if not self.state.faults:
            log.error("EVSE %d is faulted: %s", self.id, failure)
            # What the hardware has said meanwhile came first, and is why the transaction ends.
            causes = [changes.raised(self.state, each) for each in (*self._waiting, fault)]
            await self._settle(causes[0])
            return
        # Another failure on the way down stands beside the first and changes nothing else: what can
        # be done without the failed part has been.
        if fault.key not in self.state.faults:
            log.error("EVSE %d: %s", self.id, failure)
            self.state.faults[fault.key] = fault
        await self._tx.account(cause)
        self.report_status()
        self._look_again_later()

    def _look_again_later(self) -> None:
        """Nobody may come to clear the fault of a part that can do again as it is told."""
        not_open = self._power.may_be_closed and not self.state.may_charge
        if not not_open and not any(fault.found for fault in self.state.faults.values()):
            _cancel(self._look_timer)
            self._look_timer = None
        elif self._look_timer is None:
            loop = asyncio.get_running_loop()
            self._look_timer = loop.call_later(
                LOOK_AGAIN, lambda: self._core.spawn(self._look_again())
            )

    async def _look_again(self) -> None:
        """Faults that the station has found go once the part does again as it is told."""
        self._look_timer = None
        async with self._lock:
            for fault in [fault for fault in self.state.faults.values() if fault.found]:
                try:
                    await self._try_again(fault.code)
                except HardwareFault:
                    continue
                log.warning("EVSE %d: works again: %s", self.id, fault.code)
                changes.cleared(self.state, self.id, fault.code)
            await self._settle(changes.CHANGED)

    async def _try_again(self, code: str) -> None:
        """Raises HardwareFault where what failed with `code` fails again."""
        power = self._power
        match code:
            case FaultCode.CONTACTOR:
                power.distrust()
                await power.withdraw()
            case FaultCode.LOCK:
                await power.move_locks([pilot.connected for pilot in self.state.pilots])
            case FaultCode.METER:
                await power.read_meter()
            case FaultCode.PILOT:
                for number, outlet in enumerate(power.outlets, start=1):
                    self._pilot(number, await outlet.pilot())(self.state)
                    await outlet.offer_nothing()
            case _:
                power.offerable(None)

    def _next_connector(self) -> bool:
        """Let go of the connector in use when nothing goes on there any more. Whether a vehicle
        that waits at another one has its turn now.
        """
        state = self.state
        if (
            state.connected
            or state.held
            or state.authorization is not None
            or state.owner is not None
            or self.transaction is not None
        ):
            return False
        waiting = (number for number in self.connectors if state.pilots[number - 1].connected)
        following = next(waiting, None)
        if following is None and state.finishing:
            return False  # its plug is there still, and nobody else waits
        state.finishing = False
        state.in_use = following
        return following is not None

    async def _settle_once(self, cause: Cause) -> None:
        state = self.state
        if state.authorization is None:
            _cancel(self._connection_timer)
        try:
            await self._cut_and_hold()
        except HardwareFault:
            if self.transaction is not None and not state.session_connected:
                await self._tx.account(cause)  # what began a stop is told, not what failed in it
            raise
        await self._tx.account(cause)
        if not state.may_charge:
            await self._cut()  # that may have ended the session
        if state.may_charge and self._tx.covers_energy:
            _cancel(self._connection_timer)
            await self._supply()
            await self._tx.account(changes.CHANGED)
        if state.authorization is None and state.owner is None:
            await self._power.release()  # E07.FR.07
        self._sync()
        if state.finishing and state.vacated:
            state.finishing = False
        self.report_status()

    async def _hold(self, outlet: Outlet) -> None:
        """Lock the plug of a session; one that was pulled while the bolt travelled is no fault."""
        try:
            await outlet.hold()
        except HardwareFault as failure:
            try:
                pilot = await outlet.pilot()
            except HardwareFault:
                raise failure from None
            if pilot is not PilotState.A:
                raise
            raise _PulledError from None

    async def _cut_and_hold(self) -> None:
        state = self.state
        if not state.may_charge:
            await self._cut()
        elif not state.pilot.wants_energy and self._outlet is not None:
            await self._outlet.open()
        self._sync()
        if state.session_connected and self._outlet is not None:
            await self._hold(self._outlet)
        self._sync()

    async def _cut(self) -> None:
        _cancel(self._suspension_timer)
        self.state.drawn = False
        try:
            await self._power.withdraw()
        finally:
            self._sync()

    async def _supply(self) -> None:
        outlet = self._outlet
        if outlet is None:
            return
        if outlet.barred:
            return
        begins = outlet.offered_at is None
        await outlet.offer(self._power.offerable(self.state.limit))
        if begins:
            # By then the vehicle has asked for energy, or it is suspended.
            self._suspension_timer = self._later(SUSPENDED_AFTER, lambda _: changes.CHANGED)
        if self.state.pilot.wants_energy:
            await outlet.close()
            self.state.drawn = outlet.closed is True
        self._sync()

    @property
    def _outlet(self) -> Outlet | None:
        """The outlet of the connector in use."""
        number = self.state.in_use
        return None if number is None else self._power.outlets[number - 1]

    def _sync(self) -> None:
        outlet = self._outlet
        self.state.offered_at = None if outlet is None else outlet.offered_at
        self.state.closed = outlet is not None and outlet.closed is True
        self.state.held = outlet is not None and outlet.held

    async def _sample_due(self, due: float) -> None:
        await self._measure(self._tx.sample, due)

    async def _collect_due(self, due: float) -> None:
        await self._measure(self._tx.collect, due)

    async def _measure(
        self, measure: Callable[[float], Coroutine[object, None, None]], due: float
    ) -> None:
        async with self._lock:
            try:
                await measure(due)
            except HardwareFault as failure:
                await self._failed(failure, changes.CHANGED)

    def _charging_state(self) -> ChargingState:
        return self.state.charging_state(asyncio.get_running_loop().time())

    def _later(self, delay: float, change: Change) -> asyncio.TimerHandle:
        async def enter() -> None:
            await self._change(change)

        loop = asyncio.get_running_loop()
        return loop.call_later(delay, lambda: self._core.spawn(enter()))


def _cancel(timer: asyncio.TimerHandle | None) -> None:
    if timer is not None:
        timer.cancel()
