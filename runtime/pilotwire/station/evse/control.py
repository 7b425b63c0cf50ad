"""One EVSE at work: it takes in what happens, and brings power path, transaction and reports in
line.

Theory of operation. Whatever happens (a pilot change, a token, a hold, another limit, a fault)
comes in through one door (`Door`): it is first written into `EvseState`, and then `Settling`
makes the world agree with it, always in the same order:

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
sequence again. A fault that was found so is looked at again, and goes once the part does as it is
told (`second_look`).
"""

import asyncio
import math
from collections.abc import Callable, Coroutine

from pilotwire.hal.interfaces import AnyEvse, PilotState
from pilotwire.logs import logger
from pilotwire.station.core import Core
from pilotwire.station.device_model.standard import TxCtrlr
from pilotwire.station.errors import HardwareFault
from pilotwire.station.events import TokenAccepted
from pilotwire.station.evse import changes
from pilotwire.station.evse.changes import Change
from pilotwire.station.evse.connection import Connection
from pilotwire.station.evse.door import Door
from pilotwire.station.evse.doorkeeper import Anybody, Doorkeeper
from pilotwire.station.evse.governed import SWITCHING, Governed
from pilotwire.station.evse.governor import Grant
from pilotwire.station.evse.holds import Hold
from pilotwire.station.evse.intake import FaultIntake
from pilotwire.station.evse.metering import EvseMetering
from pilotwire.station.evse.mistrust import Mistrust
from pilotwire.station.evse.power import PowerPath
from pilotwire.station.evse.reports import StatusReports
from pilotwire.station.evse.second_look import SecondLook
from pilotwire.station.evse.settling import Settling
from pilotwire.station.evse.state import (
    SUSPENDED_AFTER,
    Authorization,
    EvseSnapshot,
    EvseState,
)
from pilotwire.station.evse.status import connector_status, evse_status
from pilotwire.station.evse.supply import Supply
from pilotwire.station.facts.status import ConnectorStatusChanged
from pilotwire.station.facts.transactions import TransactionLimit
from pilotwire.station.transactions.control import TransactionControl
from pilotwire.station.transactions.limits import LimitWatch
from pilotwire.station.transactions.log import Cause, Transaction
from pilotwire.station.transactions.resumption import RESUMING, restore
from pilotwire.station.vocabulary import ChargingState, Reason, TriggerReason, UnlockStatus

__all__ = ["Change", "EvseControl"]

log = logger(__name__)

CLOSING = Hold("the station is about to stop", refuses=True)
NO_CURRENT = Hold("the limit leaves no current", suspends=True)


class EvseControl:
    """One EVSE: its hardware, its state and its transaction."""

    __slots__ = (
        "_connection",
        "_core",
        "_door",
        "_limits",
        "_power",
        "_reports",
        "_second_look",
        "_settling",
        "_supply",
        "_tx",
        "doorkeeper",
        "faults",
        "governed",
        "id",
        "metering",
        "state",
    )

    def __init__(self, evse_id: int, hardware: AnyEvse, core: Core) -> None:
        self.id = evse_id
        self._core = core
        self.doorkeeper: Doorkeeper = Anybody()
        """Who has a say on whose session begins."""
        self._power = PowerPath(evse_id, hardware, self._uncertain)
        several = len(self._power.outlets)
        self.state = EvseState(pilots=(PilotState.A,) * several, plugs=(False,) * several)
        self._tx = TransactionControl(evse_id, self.state, self._power, core)
        self.metering = EvseMetering(evse_id, self.state, self._tx, core, self._measure)
        """What its meter shows."""
        self._reports = StatusReports(evse_id, self.state, core)
        self.governed = Governed(
            evse_id,
            self.state,
            self._power,
            core.announce,
            self._switching_over,
        )
        """What limits it, and who says so."""
        self._supply = Supply(self.state, self._power, self.governed, self._offered)
        self._second_look = SecondLook(
            evse_id,
            self.state,
            self._power,
            due=self._look_again_soon,
            read=self._pilot_read,
        )
        self._limits = LimitWatch(
            self.state,
            self._tx,
            self._most_watts,
            self._look_at_limits_soon,
        )
        self._connection = Connection(
            evse_id,
            self.state,
            self._supply,
            core.device_model,
            Mistrust(self.state, self._later),
            self._vehicle_awaited,
        )
        self._settling = Settling(
            evse_id,
            self.state,
            self._power,
            self._supply,
            self._tx,
            self._connection,
            self._second_look,
            self._limits,
            self.governed,
            self._reports,
        )
        self._door = Door(self.state, self._power, self._settling, core.spawn)
        self.faults = FaultIntake(evse_id, self._power, self._settling, self._door)
        """Who is told what is wrong with it."""

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
        state, tx, reading = self.state, self.transaction, self._tx.reading
        limit, reason = self.governed.limit
        return EvseSnapshot(
            evse_id=self.id,
            status=evse_status(state),
            connectors=tuple(connector_status(state, number) for number in self.connectors),
            connector_id=state.in_use,
            connected=state.connected,
            charging_state=None if tx is None else self._charging_state(),
            transaction_id=None if tx is None else tx.id,
            began=None if tx is None else tx.began_at,
            energy_wh=None if tx is None else tx.energy_wh,
            power_w=None if tx is None or reading is None else reading.power_w,
            token=None if state.authorization is None else state.authorization.token,
            limit=limit,
            faults=tuple(state.faults.values()),
            holds=tuple(sorted({hold.name for hold in state.holds_on(state.in_use)})),
            warnings=self._reports.warnings,
            limit_reason=None if limit is None else reason,
            limit_until=state.grant.until if limit is not None and limit != state.limit else None,
        )

    # What its parts ask of it.

    def _later(self, seconds: float, change: Change) -> asyncio.TimerHandle:
        return self._door.later(seconds, change)

    def _switching_over(self, seconds: float) -> None:
        self._later(seconds, lambda state: changes.let_go(state, SWITCHING))

    def _most_watts(self) -> float:
        return self._power.most_watts

    def _look_again_soon(self) -> None:
        self._core.spawn(self._look_again())

    def _look_at_limits_soon(self) -> None:
        self._core.spawn(self._look_at_limits())

    # What happens. Each of these goes through the one door.

    async def begin(self) -> None:
        """The hardware has started; what it did before is not known, so it is told to be safe.

        To be called before anything else happens: contactors are told to open and plugs are
        released, whatever the hardware says of them.
        """
        await self._door.change(lambda _: changes.CHANGED)

    async def resume(self, tx: Transaction) -> None:
        """The same where a transaction goes on after an interruption (2.1 E17)."""
        try:
            await self._power.withdraw()
            pilots = [await outlet.pilot() for outlet in self._power.outlets]
        except HardwareFault as failure:
            log.error("EVSE %d: transaction %s can't go on: %s", self.id, tx.id, failure)  # noqa: TRY400 -- no traceback for a known failure
            await self.begin()
            await self.recover(tx)
            return

        def change(state: EvseState) -> Cause:
            restore(state, tx, self._core.device_model)
            self._tx.resume(tx)
            causes = [self._connection.pilot(n, pilot) for n, pilot in enumerate(pilots, start=1)]
            if not state.unplugged:
                self._connection.awaited()
            lost = (cause for cause in causes if cause.reason is Reason.EV_DISCONNECTED)
            return next(lost, Cause(TriggerReason.TX_RESUMED))

        await self._door.change(change)
        if RESUMING in self.state.holds:
            longest = self._core.device_model[TxCtrlr.EnergyTransferResumptionRandomRange]
            delay = self._core.random.uniform(0, longest)  # E17.FR.18
            self._door.later(delay, lambda state: changes.let_go(state, RESUMING))

    async def leave(self, cause: Cause) -> None:
        """Leave the transaction to go on after a reset (2.1 B13): no energy flows till then, and
        the plug is released.
        """

        def change(state: EvseState) -> Cause:
            self._tx.leave(cause)
            state.end_session()
            return changes.CHANGED

        await self._door.cut_and_change(change)

    async def settle(self) -> None:
        """A block has placed a hold without waiting for its turn: make the world agree with it."""
        await self._door.change(lambda _: changes.CHANGED)

    def pilot_changed(
        self, pilot: PilotState, connector_id: int = 1
    ) -> Coroutine[object, None, None]:
        """The Control Pilot of a connector went to another state.

        Where no energy is asked for any more, the contactor is ordered to open before this returns,
        and those of all connectors where the pilot is a fault; all else waits for its turn in
        what it returns.
        """

        def change(_: EvseState) -> Cause:
            return self._connection.pilot(connector_id, pilot)

        if pilot.wants_energy:
            return self._door.take_turn(change)
        cut = self._power if pilot is PilotState.F else self._power.outlets[connector_id - 1]
        cut.cut()
        return self._door.take_turn(change, cut)

    def plug_changed(self, connector_id: int, *, plugged: bool) -> Coroutine[object, None, None]:
        """The hardware sees a plug in a socket, or sees it no more.

        The contactor of a plug that is gone is ordered to open before this returns.
        """

        def change(_: EvseState) -> Cause:
            return self._connection.plug(connector_id, plugged=plugged)

        if plugged:
            return self._door.take_turn(change)
        outlet = self._power.outlets[connector_id - 1]
        outlet.cut()
        return self._door.take_turn(change, outlet)

    async def bay_changed(self, *, occupied: bool) -> None:
        """The sensor sees something in the parking bay, or sees it no more."""

        def change(state: EvseState) -> Cause | None:
            ends = self._tx.points.ends_with_the_bay
            return changes.bay_seen(state, occupied=occupied, ends=ends)

        await self._door.change(change)

    async def authorized(self, authorization: Authorization) -> bool:
        """A token may charge here. False if meanwhile another one does, or none may."""

        def change(state: EvseState) -> Cause | None:
            if not self._core.standing.open:  # B12.FR.03
                return None
            entering = self.doorkeeper.lets_in(self.id, authorization)
            if entering is None:
                return None
            cause = changes.session_begun(state, entering)
            if cause is not None:
                self.doorkeeper.has_let_in(self.id, entering)
                self._tx.token_changed()
                self._connection.awaited()
                self._core.announce(TokenAccepted(self.id, authorization.token))
            return cause

        return await self._door.change(change)

    async def remote_start(self, remote_start_id: int | None) -> None:
        """The CSMS has asked for a start here: the next event tells so (F02.FR.21)."""

        def change(state: EvseState) -> None:
            state.remote_start_id = remote_start_id

        await self._door.change(change)

    async def deauthorized(self, cause: Cause) -> bool:
        """The session may not go on, because of `cause`. False if there was none."""
        return await self._door.cut_and_change(lambda state: changes.deauthorized(state, cause))

    async def hold(self, hold: Hold, connector_id: int | None = None) -> bool:
        """Offer no energy while `hold` stands, at a connector or at none of the EVSE; a transaction
        goes on. False where it is no news.
        """

        def change(state: EvseState) -> Cause | None:
            return changes.held(state, hold, connector_id)

        if hold.after_transaction or connector_id not in {None, self.state.in_use}:
            return await self._door.change(change)
        return await self._door.cut_and_change(change)

    async def let_go(self, hold: Hold, connector_id: int | None = None) -> bool:
        """Lift a hold. False if it did not stand."""
        return await self._door.change(lambda state: changes.let_go(state, hold, connector_id))

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
            self.governed.tell()
            (changes.let_go if enough else changes.held)(state, NO_CURRENT)
            return changes.CHANGED

        return await (self._door.change(change) if enough else self._door.cut_and_change(change))

    def regranted(self, grant: Grant) -> Coroutine[object, None, None]:
        """The governor grants something else from now on.

        Where that leaves no current, the contactors are ordered to open before this returns; all
        else waits for its turn in what it returns.
        """
        return self.settle() if self.governed.leaves_enough(grant) else self._door.cut_now()

    async def limit_transaction(self, limit: TransactionLimit) -> TransactionLimit:
        """Let the transaction that runs here, or else the next one, have no more than that (2.1
        E16); what is None stays as it was. What counts now: the CSMS may have set less.

        Raises:
            ValueError: a limit is no finite number.
        """
        limit.check()
        await self._door.change(lambda _: self._limits.set_here(limit))
        return self.state.tx_limit

    async def limited_by_csms(self, transaction_id: str, limit: TransactionLimit) -> None:
        """The CSMS lets a transaction have so much, and it still runs."""
        await self.in_transaction(transaction_id, lambda _: self._limits.set_by_csms(limit))

    async def in_transaction(self, transaction_id: str, change: Change) -> None:
        """Let `change` happen if that transaction still runs when its turn has come."""
        await self._door.change(self._guarded(transaction_id, change))

    async def stopped_in_transaction(self, transaction_id: str, change: Change) -> None:
        """The same for what forbids energy: if that transaction runs now, it is cut at once."""
        if self._runs(transaction_id):
            await self._door.cut_and_change(self._guarded(transaction_id, change))

    async def release_plug(self) -> None:
        """The owner of a plug that was kept has shown the token."""
        await self._door.change(changes.disowned)

    async def end(self, cause: Cause) -> None:
        """End the transaction whatever TxStopPoint says, and the session with it."""

        def change(state: EvseState) -> Cause | None:
            goes_on = state.authorization is not None or self.transaction is not None
            return changes.ended(state, cause) if goes_on else None

        await self._door.cut_and_change(change)

    async def recover(self, tx: Transaction) -> None:
        """End a transaction that a power cut interrupted; the register still shows what was
        delivered.
        """
        await self._tx.recover(tx)

    async def shut_down(self, cause: Cause) -> None:
        """End what runs, leave the hardware safe, and begin nothing any more."""
        self.state.holds |= {CLOSING}  # at once: what waits for its turn must not begin anything
        await self.end(cause)
        async with self._door.turn():
            self._tx.stop_sampling()
            self._limits.stop()
            self._supply.stop_waiting()
            self._second_look.stop()
            self._connection.stop()

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

    def has_lock(self, connector_id: int) -> bool:
        """Whether there is a plug to lock: not with a fixed cable."""
        return self._power.outlets[connector_id - 1].has_socket

    async def unlock(self, connector_id: int) -> UnlockStatus:
        """Try to release the plug of a connector, though none may be seen (F05.FR.06); not that of
        a session. A lock that fails is a fault.
        """
        async with self._door.turn():
            state = self.state
            if state.authorization is not None and state.in_use in {None, connector_id}:
                return UnlockStatus.ONGOING_AUTHORIZED_TRANSACTION
            if state.in_use == connector_id:
                state.owner = None
            try:
                await self._power.outlets[connector_id - 1].move_lock(plugged=False)
            except HardwareFault as failure:
                await self._settling.failed(failure, changes.CHANGED)
                return UnlockStatus.UNLOCK_FAILED
            await self._settling.settle(changes.CHANGED)
            return UnlockStatus.UNLOCKED

    # What follows.

    def _runs(self, transaction_id: str) -> bool:
        return self.transaction is not None and self.transaction.id == transaction_id

    def _guarded(self, transaction_id: str, change: Change) -> Change:
        return lambda state: change(state) if self._runs(transaction_id) else None

    def _uncertain(self) -> None:
        """A contactor may have moved though nobody waits for it any more."""
        log.error("EVSE %d: the contactor moved late; it is told to open", self.id)
        self._core.spawn(self._door.cut_now())

    async def _look_again(self) -> None:
        async with self._door.turn():
            await self._second_look.look()
            await self._settling.settle(changes.CHANGED)

    async def _look_at_limits(self) -> None:
        async with self._door.turn():
            cause = await self._limits.look()
            if cause is None:
                self._limits.arrange()
            else:
                await self._settling.settle(cause)

    def _pilot_read(self, connector_id: int, pilot: PilotState) -> None:
        self._connection.pilot(connector_id, pilot)

    async def _measure(self, measure: Callable[[], Coroutine[object, None, None]]) -> None:
        async with self._door.turn():
            await measure()

    def _vehicle_awaited(self, seconds: float) -> asyncio.TimerHandle:
        def change(state: EvseState) -> Cause | None:
            return changes.not_connected_in_time(state, ends=not self._tx.points.ends_with_the_bay)

        return self._door.later(seconds, change)

    def _offered(self) -> asyncio.TimerHandle:
        """By the end of it the vehicle has asked for energy, or it is suspended."""
        return self._door.later(SUSPENDED_AFTER, lambda _: changes.CHANGED)

    def _charging_state(self) -> ChargingState:
        return self.state.charging_state(asyncio.get_running_loop().time())
