"""One EVSE at work: it takes in what happens, and brings power path, transaction and reports in
line.

Theory of operation. Whatever happens (a pilot change, a token, a command, a fault) is first written
into `EvseState`, and then `_settle` makes the world agree with it, always in the same order:

    1. energy that may not flow is cut        (contactor open before anything else)
    2. the transaction event is committed     (nothing flows unrecorded)
    3. energy that may flow is offered        (plug locked, pilot, contactor when the vehicle asks)
    4. a plug that nobody holds is released   (never with the contactor closed)
    5. the connector's status is reported

One lock an EVSE keeps this sequence whole: what happens meanwhile waits for its turn. Hardware that
fails on the way sets the fault, ends the transaction and goes through the same sequence again.
"""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from dataclasses import replace

from pilotwire.hal.interfaces import EvseHardware, PilotState
from pilotwire.station.core import Core
from pilotwire.station.device_model.standard import OCPPCommCtrlr, TxCtrlr
from pilotwire.station.errors import HardwareFault
from pilotwire.station.evse.power import PowerPath
from pilotwire.station.evse.state import (
    CONNECTOR,
    SUSPENDED_AFTER,
    Authorization,
    EvseSnapshot,
    EvseState,
    Fault,
)
from pilotwire.station.facts.status import ConnectorStatusChanged
from pilotwire.station.transactions.control import NO_ROOM, TransactionControl
from pilotwire.station.transactions.log import Cause, Transaction
from pilotwire.station.vocabulary import ChargingState, Reason, TriggerReason

__all__ = ["EvseControl"]

log = logging.getLogger(__name__)

OPEN_RETRY = 10.0
"""Seconds between orders to a contactor that has not opened when it had to."""

_CONTACTOR_FAILED = "PowerSwitchFailure"

_FAULT_REASONS = {
    "GroundFailure": Reason.GROUND_FAULT,
    "OverCurrentFailure": Reason.OVERCURRENT_FAULT,
    "OverVoltage": Reason.POWER_QUALITY,
    "UnderVoltage": Reason.POWER_QUALITY,
}


class EvseControl:
    """One EVSE: its hardware, its state and its transaction."""

    def __init__(self, evse_id: int, hardware: EvseHardware, core: Core) -> None:
        self.id = evse_id
        self.state = EvseState()
        self._core = core
        self._power = PowerPath(evse_id, hardware)
        self._tx = TransactionControl(evse_id, self.state, self._power, core, self._sample_due)
        self._lock = asyncio.Lock()
        self._connection_timer: asyncio.TimerHandle | None = None
        self._suspension_timer: asyncio.TimerHandle | None = None
        self._opening_timer: asyncio.TimerHandle | None = None
        self._reported: ConnectorStatusChanged | None = None

    @property
    def transaction(self) -> Transaction | None:
        """The transaction that runs here."""
        return self._tx.current

    def snapshot(self) -> EvseSnapshot:
        """What there is to see here now."""
        state, tx = self.state, self.transaction
        return EvseSnapshot(
            evse_id=self.id,
            status=state.connector_status(),
            connected=state.connected,
            charging_state=None if tx is None else self._charging_state(),
            transaction_id=None if tx is None else tx.id,
            token=None if state.authorization is None else state.authorization.token,
            fault=state.fault,
        )

    # What happens.

    async def pilot_changed(self, pilot: PilotState) -> None:
        """The Control Pilot went to another state."""
        async with self._lock:
            was_connected = self.state.connected
            self.state.pilot = pilot
            if pilot in {PilotState.E, PilotState.F}:
                await self._fail(HardwareFault("EVCommunicationError", f"pilot in state {pilot}"))
            elif self.state.connected and not was_connected:
                await self._settle(Cause(TriggerReason.CABLE_PLUGGED_IN))
            elif was_connected and not self.state.connected:
                await self._disconnected()
            else:
                await self._settle(Cause(TriggerReason.CHARGING_STATE_CHANGED))

    async def authorized(self, authorization: Authorization) -> bool:
        """A token may charge here. False if meanwhile another one does, or a fault stands."""
        async with self._lock:
            state = self.state
            if state.authorization is not None or state.fault is not None or state.closing_down:
                return False
            if state.kept_from(authorization.token):
                return False
            self.state.authorization = authorization
            self._tx.token_changed()
            self.state.owner = None
            self.state.finishing = False
            if not self.state.connected:
                self._connection_timer = self._later(
                    self._core.device_model[TxCtrlr.EVConnectionTimeOut],
                    self._not_connected_in_time,
                )
            await self._settle(Cause(TriggerReason.AUTHORIZED))
            return True

    async def deauthorized(self, cause: Cause) -> bool:
        """The session may not go on, because of `cause`. False if there was none."""
        async with self._lock:
            if self.state.authorization is None:
                return False
            if cause.trigger is TriggerReason.DEAUTHORIZED:
                self.state.owner = self.state.authorization.token
            await self._deauthorize(cause)
            return True

    async def suspend(self) -> None:
        """Offer no more energy, and let the transaction go on (C15.FR.06, E05.FR.02)."""
        async with self._lock:
            self.state.suspended = True
            await self._settle(Cause(TriggerReason.CHARGING_STATE_CHANGED))

    async def release_plug(self) -> None:
        """The owner of a plug that was kept has shown the token."""
        async with self._lock:
            self.state.owner = None
            await self._settle(Cause(TriggerReason.CHARGING_STATE_CHANGED))

    async def end(self, cause: Cause) -> None:
        """End the transaction whatever TxStopPoint says, and the session with it."""
        async with self._lock:
            if self.state.authorization is not None or self.transaction is not None:
                await self._deauthorize(replace(cause, ends=True))

    async def fault_raised(self, code: str, info: str) -> None:
        """The hardware says that something is wrong with it."""
        async with self._lock:
            if code == _CONTACTOR_FAILED:
                self._power.distrust()
            await self._fail(HardwareFault(code, info))

    async def fault_cleared(self) -> None:
        """The hardware says that it is well again."""
        async with self._lock:
            self.state.fault = None
            await self._settle(Cause(TriggerReason.CHARGING_STATE_CHANGED))

    async def room_again(self) -> None:
        """Transactions can be recorded again."""
        async with self._lock:
            if self.state.fault == NO_ROOM:
                self.state.fault = None
                await self._settle(Cause(TriggerReason.CHARGING_STATE_CHANGED))

    async def recover(self, tx: Transaction) -> None:
        """End a transaction that a power cut interrupted; the register still shows what was
        delivered.
        """
        await self._tx.recover(tx)

    async def shut_down(self, cause: Cause) -> None:
        """End what runs, leave the hardware safe, and begin nothing any more."""
        self.state.closing_down = True
        await self.end(cause)
        async with self._lock:
            self._tx.stop_sampling()
            for timer in (self._connection_timer, self._suspension_timer, self._opening_timer):
                _cancel(timer)

    async def idle(self) -> None:
        """Wait until no transaction runs here."""
        await self._tx.idle()

    def report_status(self, *, again: bool = False) -> None:
        """Report the connector's status if it is another, or `again` in any case (B01.FR.05)."""
        state = self.state
        status = ConnectorStatusChanged(
            evse_id=self.id,
            connector_id=CONNECTOR,
            timestamp=self._core.clock.now(),
            status=state.connector_status(),
            charging_state=None if state.authorization is None else self._charging_state(),
            finishing=state.finishing,
            fault=state.fault.code if state.fault else None,
            info=state.fault.info if state.fault else None,
            provisional=self._core.clock.provisional or None,
        )
        last = self._reported
        if last is not None:
            last = replace(last, timestamp=status.timestamp, provisional=status.provisional)
        if again or last != status:
            self._core.delivery.tell(replace(status, again=again))
            self._reported = status

    # What follows.

    async def _disconnected(self) -> None:
        state = self.state
        state.finishing = False
        keeps_plug = (
            self._power.has_socket
            and not self._core.device_model[OCPPCommCtrlr.UnlockOnEVSideDisconnect]
        )
        if not keeps_plug:
            state.owner = None
        cause = Cause(TriggerReason.EV_COMMUNICATION_LOST, Reason.EV_DISCONNECTED)
        if (
            state.authorization is not None
            and self._core.device_model[TxCtrlr.StopTxOnEVSideDisconnect]
        ):
            if keeps_plug:
                state.owner = state.authorization.token  # E09.FR.03
            await self._deauthorize(cause)  # E09.FR.01
        else:
            await self._settle(cause)

    async def _deauthorize(self, cause: Cause) -> None:
        self.state.authorization = None
        self.state.suspended = False
        _cancel(self._connection_timer)
        await self._settle(cause)

    async def _not_connected_in_time(self) -> None:
        async with self._lock:
            if self.state.authorization is not None and not self.state.connected:
                cause = Cause(TriggerReason.EV_CONNECT_TIMEOUT, Reason.TIMEOUT, ends=True)
                await self._deauthorize(cause)  # E03.FR.05

    async def _suspension_due(self) -> None:
        async with self._lock:
            await self._settle(Cause(TriggerReason.CHARGING_STATE_CHANGED))

    async def _fail(self, fault: HardwareFault) -> None:
        log.error("EVSE %d is faulted: %s", self.id, fault)
        self.state.fault = Fault(fault.code, fault.info)
        reason = _FAULT_REASONS.get(fault.code, Reason.OTHER)
        await self._deauthorize(Cause(TriggerReason.ABNORMAL_CONDITION, reason, ends=True))

    async def _settle(self, cause: Cause) -> None:
        try:
            await self._settle_once(cause)
        except HardwareFault as fault:
            # A second failure on the way down changes nothing: the first fault stands, and what can
            # be done without the failed part has been.
            if self.state.fault is None:
                await self._fail(fault)
            else:
                log.error("EVSE %d: %s", self.id, fault)  # noqa: TRY400
                await self._tx.account(cause)
                self.report_status()
        if self._power.closed and not self.state.may_charge:
            _cancel(self._opening_timer)
            self._opening_timer = self._later(OPEN_RETRY, self._not_open_yet)

    async def _not_open_yet(self) -> None:
        """Nobody may come to clear the fault of a contactor that can open again."""
        async with self._lock:
            if self._power.closed and not self.state.may_charge:
                await self._settle(Cause(TriggerReason.CHARGING_STATE_CHANGED))

    async def _settle_once(self, cause: Cause) -> None:
        state = self.state
        if not state.may_charge:
            await self._cut()
        elif not state.pilot.wants_energy:
            await self._power.open()
        self._sync()
        await self._tx.account(cause)
        if state.may_charge and self._tx.covers_energy:
            _cancel(self._connection_timer)
            await self._supply()
            await self._tx.account(Cause(TriggerReason.CHARGING_STATE_CHANGED))
        if state.authorization is None and state.owner is None:
            await self._power.release()  # E07.FR.07
        self.report_status()

    async def _cut(self) -> None:
        _cancel(self._suspension_timer)
        self.state.drawn = False
        try:
            await self._power.withdraw()
        finally:
            self._sync()

    async def _supply(self) -> None:
        if self._power.offered_at is None:
            await self._power.offer()
            self._suspension_timer = self._later(SUSPENDED_AFTER, self._suspension_due)
        if self.state.pilot.wants_energy:
            await self._power.close()
            self.state.drawn = True
        self._sync()

    def _sync(self) -> None:
        self.state.offered_at = self._power.offered_at
        self.state.closed = self._power.closed

    def _charging_state(self) -> ChargingState:
        return self.state.charging_state(asyncio.get_running_loop().time())

    async def _sample_due(self, due: float) -> None:
        async with self._lock:
            try:
                await self._tx.sample(due)
            except HardwareFault as fault:
                await self._fail(fault)

    def _later(
        self, delay: float, action: Callable[[], Coroutine[object, None, None]]
    ) -> asyncio.TimerHandle:
        loop = asyncio.get_running_loop()
        return loop.call_later(delay, lambda: self._core.spawn(action()))


def _cancel(timer: asyncio.TimerHandle | None) -> None:
    if timer is not None:
        timer.cancel()
