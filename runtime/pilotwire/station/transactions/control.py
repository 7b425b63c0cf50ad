"""The transaction of one EVSE: when it begins and ends, and what its events say.

`EvseControl` writes what happens into `EvseState`; `account` holds that against what was so at its
last call, and commits the event that follows (`station/evse/state.py` has the table). Nothing here
tells the hardware what to do: the meter is read, that is all. `EvseControl` keeps the calls in
order.
"""

import asyncio
from dataclasses import replace
from datetime import datetime

from pilotwire.flag import Flag
from pilotwire.hal.interfaces import MeterReading
from pilotwire.logs import logger
from pilotwire.station.core import Core
from pilotwire.station.errors import HardwareFault
from pilotwire.station.evse.faults import STORE_FULL
from pilotwire.station.evse.power import PowerPath
from pilotwire.station.evse.state import EvseState, TxPoint
from pilotwire.station.facts.metering import MeterValue
from pilotwire.station.facts.transactions import NO_LIMIT
from pilotwire.station.transactions.ids import transaction_id
from pilotwire.station.transactions.log import Cause, Transaction
from pilotwire.station.transactions.metering.collected import still_wanted, with_another
from pilotwire.station.transactions.metering.meter import Meter
from pilotwire.station.transactions.metering.sampling import SampleTimer
from pilotwire.station.transactions.metering.sizes import parts
from pilotwire.station.transactions.metering.values import phases_used
from pilotwire.station.transactions.metering.variables import (
    ALIGNED_ENDED,
    ENDED,
    STARTED,
    Series,
)
from pilotwire.station.transactions.points import TxPoints
from pilotwire.station.transactions.resumption import Pulse
from pilotwire.station.vocabulary import (
    ChargingState,
    EventType,
    ReadingContext,
    Reason,
    TriggerReason,
)
from pilotwire.store import StoreUnwritableError

__all__ = ["TransactionControl"]

_STATE_CHANGED = Cause(TriggerReason.CHARGING_STATE_CHANGED)
_ENDS_SESSION = frozenset({TriggerReason.STOP_AUTHORIZED, TriggerReason.REMOTE_STOP})
"""What ends a session and says nothing of energy."""
_ENERGY = frozenset({TxPoint.ENERGY_TRANSFER})
_SIGNED = frozenset({TxPoint.DATA_SIGNED})

log = logger(__name__)


_NO_POINTS: frozenset[TxPoint] = frozenset()


class TransactionControl:
    """The transaction of one EVSE."""

    __slots__ = (
        "_core",
        "_evse_id",
        "_idle",
        "_points",
        "_power",
        "_pulse",
        "_read_at",
        "_resumed",
        "_started_at",
        "_state",
        "current",
        "meter",
        "points",
        "reading",
        "timers",
    )

    def __init__(
        self,
        evse_id: int,
        state: EvseState,
        power: PowerPath,
        core: Core,
    ) -> None:
        self.current: Transaction | None = None
        self.reading: MeterReading | None = None
        """What the meter showed when it was last read in the transaction."""
        self.points = TxPoints(core, state, signing=power.public_key is not None)
        self.meter = Meter(core, power)
        self.timers: tuple[SampleTimer, ...] = ()
        """What is to run while a transaction does."""
        self._read_at = 0.0
        self._started_at = 0.0
        self._evse_id = evse_id
        self._state = state
        self._power = power
        self._core = core
        self._pulse = Pulse(core, self._alive)
        self._points = _NO_POINTS
        self._resumed = False
        """The next event tells that the transaction goes on after an interruption."""
        self._idle = Flag()
        self._idle.set()

    @property
    def covers_energy(self) -> bool:
        """Whether energy may flow: a transaction runs, or the flow is what begins one."""
        return self.current is not None or (
            TxPoint.ENERGY_TRANSFER in self.points.start and self._core.standing.open
        )

    def settled(self, *, held: bool) -> None:
        """All that followed from what happened is done, and a plug is locked still, or none is."""
        if self.current is None and not held:
            self._idle.set()
        else:
            self._idle.clear()

    @property
    def age(self) -> float:
        """Seconds since the transaction began."""
        return asyncio.get_running_loop().time() - self._started_at

    @property
    def reading_age(self) -> float:
        """Seconds since the meter was read."""
        return asyncio.get_running_loop().time() - self._read_at

    @property
    def energy_wh(self) -> float:
        """What the transaction has taken by the last reading, in Wh."""
        began_wh = None if self.current is None else self.current.began_wh
        if began_wh is None or self.reading is None:
            return 0.0
        return self.reading.energy_wh - began_wh

    async def idle(self) -> None:
        """Wait until no transaction runs and no plug is locked."""
        await self._idle.wait()

    def token_changed(self) -> None:
        """A token was accepted: the next event tells which."""
        if self.current is not None:
            self.current = replace(self.current, token_reported=False)

    def stop_sampling(self) -> None:
        """No sample is due any more."""
        for timer in self.timers:
            timer.stop()
        self._pulse.stop()

    async def account(self, cause: Cause) -> None:
        """Begin, go on with or end the transaction, as what is now so has it.

        Raises:
            HardwareFault: no transaction can begin, for the meter fails or the disk is full.
        """
        before, self._points = self._points, self.points.now()
        if self.current is None:
            begun = (self._points - before) & self.points.start
            if not begun:
                return
            now, self._points = self._points, self._points & before
            if self._state.refusal is not None or not self._core.standing.open:
                return  # they count once a transaction may begin, and so if this one can't:
            await self._start(cause, with_signature=begun == _SIGNED)
            self._points = now
            return
        lost = (self.current.points - self._points) & self.points.stop
        of_session = cause.trigger in _ENDS_SESSION and not cause.ends
        if of_session and lost == _ENERGY:
            # It is not the end of the session that counts, but that of the energy (figure 55).
            ended = self._update_session(self.current, cause)
            await self._end(ended, replace(_STATE_CHANGED, reason=cause.reason))
        # Where nothing is left of it, no stop point can be lost any more.
        elif cause.ends or lost or not self._points:
            await self._end(self.current, self._stopped_by_vehicle(lost) or cause)
        elif of_session:
            self.current = self._update_session(self.current, cause)
            if self._state_is_news():
                self._update(self.current, _STATE_CHANGED)
        elif cause.trigger is not TriggerReason.CHARGING_STATE_CHANGED or self._state_is_news():
            self._update(self.current, cause)

    def _stopped_by_vehicle(self, lost: frozenset[TxPoint]) -> Cause | None:
        """Why the transaction ends where it is the vehicle that takes no energy (TC_E_22)."""
        if lost == _ENERGY and self._state.may_charge:
            return replace(_STATE_CHANGED, reason=Reason.STOPPED_BY_EV)
        return None

    async def read(self, context: ReadingContext, *series: Series) -> MeterReading:
        """What the meter shows, for these; within a transaction the register does not fall.

        Raises:
            HardwareFault: the meter fails.
        """
        reading = await self.meter.read(context, *series)
        if self.current is None:
            return reading
        return self._noted(self._not_falling(self.current, reading))

    def _noted(self, reading: MeterReading) -> MeterReading:
        self.reading, self._read_at = reading, asyncio.get_running_loop().time()
        return reading

    def tell(
        self,
        trigger: TriggerReason,
        reading: MeterReading,
        values: tuple[MeterValue, ...],
        kept: tuple[MeterValue, ...] = (),
    ) -> None:
        """Report values, in several events of one time where they are too long (J02.FR.14); others
        are `kept` for the end.
        """
        if self.current is None:
            return
        first, *more = parts(values)
        tx = replace(self.current, samples=with_another(self.current.samples, kept))
        self._update(tx, Cause(trigger), reading, first)
        for part in more:
            self._update(self.current, Cause(trigger), reading, part, self.current.reported_at)

    def collect(self, values: tuple[MeterValue, ...]) -> None:
        """Keep values for the end of the transaction; a power cut soon after may lose them."""
        if self.current is not None and values:
            self.current = replace(self.current, samples=with_another(self.current.samples, values))
            self._core.transactions.keep(self.current)

    async def recover(self, tx: Transaction) -> None:
        """End a transaction that a power cut interrupted; the register still shows what was
        delivered.
        """
        reading = await self._last_reading(tx)
        values = self._last_values(reading, tx.reported_at)
        self._core.transactions.end_interrupted(tx, reading, values)
        log.warning("EVSE %d: transaction %s ended by a power cut", self._evse_id, tx.id)

    def resume(self, tx: Transaction) -> None:
        """Go on with a transaction after an interruption: its next event tells so (E17.FR.14)."""
        # Energy has ceased to flow in any case, and that it did is not what ends it.
        self.current = replace(tx, points=tx.points - _ENERGY, resume=False)
        self._resumed = True
        began = tx.began_at or tx.reported_at
        self._runs(max(0.0, (self._core.clock.now() - began).total_seconds()))
        log.warning("EVSE %d: transaction %s goes on after an interruption", self._evse_id, tx.id)

    def leave(self, cause: Cause) -> None:
        """Report that a reset interrupts the transaction, which goes on after it (B13.FR.04)."""
        if self.current is None:
            return
        told = replace(self._as_it_is(self.current), resume=True)
        self._core.transactions.record(told, EventType.UPDATED, cause, None)
        log.info("EVSE %d: transaction %s waits for a reset", self._evse_id, told.id)
        self.current = None
        self._state.in_transaction = False
        self.stop_sampling()

    def _runs(self, age: float) -> None:
        """A transaction runs, and has for so many seconds."""
        self._started_at = asyncio.get_running_loop().time() - age
        for timer in self.timers:
            timer.start()
        self._pulse.start()

    def _alive(self) -> None:
        if self.current is not None:
            self.current = self._core.transactions.alive(self.current)

    async def _start(self, cause: Cause, *, with_signature: bool) -> None:
        begin = ReadingContext.TRANSACTION_BEGIN
        if with_signature:  # E01.FR.04: it is what the transaction starts with
            cause = replace(cause, trigger=TriggerReason.SIGNED_DATA_RECEIVED)
            reading = self._noted(await self._power.read_signed_meter(begin))
        else:
            reading = self._noted(await self.meter.read(begin, STARTED, ENDED))
        tx = Transaction(
            id=transaction_id(self._core.transactions.next_number(), self._core.random),
            evse_id=self._evse_id,
            seq_no=0,
            reported_at=self._core.clock.now(),
            register_wh=reading.energy_wh,
            samples=self.meter.values(ENDED, reading, begin),
            key_untold=self.meter.key_once,
        )
        if self._state.tx_limit != NO_LIMIT:
            cause = replace(cause, limit=self._state.tx_limit)
        values, *more = parts(self.meter.values(STARTED, reading, begin))
        try:
            self.current = self._core.transactions.record(
                self._as_it_is(tx), EventType.STARTED, cause, reading, values
            )
        except StoreUnwritableError as error:
            # Nothing may flow that can't be recorded.
            log.critical("EVSE %d: no transaction can begin: %s", self._evse_id, error)
            raise HardwareFault(STORE_FULL, "the store can't be written") from error
        self._state.in_transaction = True
        self._runs(0.0)
        for part in more:  # E02.FR.11
            more_values = Cause(TriggerReason.METER_VALUE_PERIODIC)
            self._update(self.current, more_values, reading, part, self.current.reported_at)
        log.info("EVSE %d: transaction %s started", self._evse_id, tx.id)

    def _update(
        self,
        tx: Transaction,
        cause: Cause,
        reading: MeterReading | None = None,
        values: tuple[MeterValue, ...] = (),
        timestamp: datetime | None = None,
    ) -> None:
        if self._resumed:
            cause, self._resumed = replace(cause, trigger=TriggerReason.TX_RESUMED), False
        self.current = self._core.transactions.record(
            self._as_it_is(tx, reading), EventType.UPDATED, cause, reading, values, timestamp
        )

    def _update_session(self, tx: Transaction, cause: Cause) -> Transaction:
        """The session has ended, and the transaction goes on. What else is so now is for another
        event to tell (figure 55).
        """
        told = replace(self._as_it_is(tx), charging_state=None, stop_began=cause.reason)
        told = self._core.transactions.record(told, EventType.UPDATED, cause, None)
        return replace(told, charging_state=tx.charging_state)

    async def _end(self, tx: Transaction, cause: Cause) -> None:
        reading = await self._last_reading(tx)
        values = self._last_values(reading, None)
        samples = still_wanted(
            tx.samples,
            sampled=bool(self.meter.wanted(ENDED)),
            aligned=bool(self.meter.wanted(ALIGNED_ENDED)),
        )
        ended = replace(self._as_it_is(tx), samples=samples)
        if cause.trigger is TriggerReason.CHARGING_STATE_CHANGED and self._state.connected:
            ended = replace(ended, charging_state=ChargingState.EV_CONNECTED)  # TC_E_22
        self._core.transactions.record(ended, EventType.ENDED, cause, reading, values)
        log.info("EVSE %d: transaction %s ended: %s", self._evse_id, tx.id, cause.reason)
        self.current = None
        self._resumed = False
        self._state.in_transaction = False
        self.stop_sampling()
        self._state.end_session()
        self._points = self.points.now()  # whoever is authorized next begins another one
        self._state.finishing = not self._state.vacated

    async def _last_reading(self, tx: Transaction) -> MeterReading | None:
        try:
            reading = await self.meter.read(ReadingContext.TRANSACTION_END, ENDED)
            return self._noted(self._not_falling(tx, reading))
        except HardwareFault as fault:
            log.error("EVSE %d: the last known register must do: %s", self._evse_id, fault)  # noqa: TRY400 -- no traceback for a known failure
            return None

    def _not_falling(self, tx: Transaction, reading: MeterReading) -> MeterReading:
        """A meter that lost its memory must not shorten a bill (J02.FR.16)."""
        if reading.energy_wh >= tx.register_wh:
            return reading
        log.warning(
            "EVSE %d: the register fell from %.0f to %.0f Wh; the higher value stays",
            self._evse_id,
            tx.register_wh,
            reading.energy_wh,
        )
        return replace(reading, energy_wh=tx.register_wh)

    def _last_values(
        self, reading: MeterReading | None, timestamp: datetime | None
    ) -> tuple[MeterValue, ...]:
        if reading is None:
            return ()
        return self.meter.values(ENDED, reading, ReadingContext.TRANSACTION_END, timestamp)

    def _as_it_is(self, tx: Transaction, reading: MeterReading | None = None) -> Transaction:
        """The transaction with what is now true of it."""
        used = 0 if reading is None else phases_used(reading)
        authorization, allowance = self._state.authorization, self._state.allowance
        if authorization is not None:
            tx = replace(
                tx,
                authorized_by=authorization.token,
                stop_began=None,
                reservation_id=authorization.reservation_id,
            )
            self._state.reservation_told = authorization.reservation_id
        tx = replace(
            tx,
            authorized=authorization is not None,
            group=None if authorization is None else authorization.group,
            withheld=any(hold.of_session for hold in self._state.holds),
            allowed_wh=None if allowance is None else allowance.energy_wh,
        )
        asked = self._state if authorization is None else authorization
        if asked.remote_start_id is not None and asked.remote_start_id != tx.remote_start_id:
            remote = asked.remote_start_id
            tx = replace(tx, remote_start_id=remote, remote_start_reported=False)  # F02.FR.21
        return replace(
            tx,
            points=tx.points | self.points.now(),
            limit=self._state.tx_limit,
            ceiling=self._state.tx_ceiling,
            charging_state=self._charging_state(),
            connector_id=self._state.in_use if self._state.connected else tx.connector_id,
            # On how many energy flows only the meter can tell (E02.FR.18).
            phases=used or tx.phases or (1 if self._power.phases == 1 else None),
        )

    def _state_is_news(self) -> bool:
        return self.current is None or self._charging_state() is not self.current.charging_state

    def _charging_state(self) -> ChargingState:
        return self._state.charging_state(asyncio.get_running_loop().time())
