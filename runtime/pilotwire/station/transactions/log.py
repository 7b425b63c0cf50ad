"""A transaction: what is known of it, what is kept of it, and how its events are made (E)."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache
from typing import TypeAlias

from pydantic import TypeAdapter

from pilotwire.hal.interfaces import MeterReading
from pilotwire.logs import logger
from pilotwire.station.announcements import Announcements
from pilotwire.station.clock import PROVISIONAL_START, StationClock
from pilotwire.station.delivery.delivery import Delivery, GivenUp
from pilotwire.station.events import (
    TransactionEnded,
    TransactionNumbered,
    TransactionSnapshot,
    TransactionStarted,
    TransactionUpdated,
)
from pilotwire.station.evse.state import TxPoint
from pilotwire.station.facts.authorization import IdToken
from pilotwire.station.facts.encoding import corrected, decode, encode
from pilotwire.station.facts.metering import MeterValue
from pilotwire.station.facts.provisioning import ResetKind
from pilotwire.station.facts.transactions import (
    NO_LIMIT,
    TransactionAnswered,
    TransactionEvent,
    TransactionLimit,
)
from pilotwire.station.standing import Standing
from pilotwire.station.transactions.metering.values import with_key
from pilotwire.station.vocabulary import (
    ChargingState,
    EventType,
    OperationMode,
    Reason,
    TriggerReason,
)
from pilotwire.store import StationRecords, StoreUnwritableError, TransactionRow

__all__ = ["Cause", "Companion", "Transaction", "TransactionLog", "TransactionStatus"]


log = logger(__name__)

_PROVISIONAL = "provisional_times"
"""Set in the store while it may hold times of a clock that did not know them: to the seconds by
which they are wrong once these are known, and to `_UNKNOWN` before.
"""

_UNKNOWN = "yes"


@dataclass(frozen=True, slots=True)
class Cause:
    """Why something is reported. `ends` makes the transaction end whatever TxStopPoint says.
    `limit` is what was set, `mode` what is executed from now on.
    """

    trigger: TriggerReason
    reason: Reason = Reason.OTHER
    token: IdToken | None = None
    reset: ResetKind | None = None
    ends: bool = False
    limit: TransactionLimit | None = None
    mode: OperationMode | None = None


@dataclass(frozen=True, slots=True)
class TransactionStatus:
    """Whether a transaction runs (None where no one was asked for), and whether messages wait."""

    ongoing: bool | None
    messages_in_queue: bool


@dataclass(frozen=True, slots=True)
class Transaction:
    """A transaction as it is kept on disk.

    `seq_no` is the next one. `reported_at` and `register_wh` are of its latest event: what is still
    certain of it after a power cut; `began_at` and `began_wh` are of its first, and `ready_at` is
    when it was first both authorized and connected to a vehicle. `samples` are what
    its last event tells besides what is so then. `limit` is how much it may have, and `ceiling`
    what the CSMS allows. `stop_began` is why the session ended while the transaction goes on.
    `key_untold` is the meter's public key until it has been told. `reservation_id` is the
    reservation that its session has used. With `provisional`, the clock did not know the time then.

    `authorized`, `group`, `withheld` and `allowed_wh` are of the session: whether one is on, the
    group of its token, whether a hold of its own keeps energy from it, and at how much energy of
    the transaction one will. `alive_at` is when the transaction
    was last known to run, where that is noted besides its events. With `resume`, it goes on after
    the reset that is under way.
    """

    id: str
    evse_id: int
    seq_no: int
    reported_at: datetime
    register_wh: float
    points: frozenset[TxPoint] = frozenset()
    charging_state: ChargingState | None = None
    authorized_by: IdToken | None = None
    token_reported: bool = False
    remote_start_id: int | None = None
    remote_start_reported: bool = False
    path_closed: bool = False
    connector_id: int | None = None
    place_told: bool = False
    connector_told: int | None = None
    stop_began: Reason | None = None
    samples: tuple[MeterValue, ...] = ()
    phases: int | None = None
    provisional: bool = False
    began_at: datetime | None = None
    began_wh: float | None = None
    ready_at: datetime | None = None
    limit: TransactionLimit = NO_LIMIT
    ceiling: TransactionLimit = NO_LIMIT
    authorized: bool = False
    group: IdToken | None = None
    withheld: bool = False
    allowed_wh: float | None = None
    alive_at: datetime | None = None
    resume: bool = False
    key_untold: str | None = None
    reservation_id: int | None = None

    @property
    def energy_wh(self) -> float:
        """What has been taken from its beginning to its latest event, in Wh."""
        return 0.0 if self.began_wh is None else self.register_wh - self.began_wh


@cache
def _transactions() -> TypeAdapter[Transaction]:
    return TypeAdapter(Transaction)


Companion: TypeAlias = Callable[[Transaction, EventType], Callable[[], None]]
"""Writes what goes with an event of a transaction, and returns what is to be done once the commit
is made.
"""


class TransactionLog:
    """Where transactions and their events become durable, together or not at all."""

    def __init__(
        self,
        records: StationRecords,
        delivery: Delivery,
        clock: StationClock,
        announce: Announcements,
        standing: Standing,
    ) -> None:
        self._records = records
        self._delivery = delivery
        self._clock = clock
        self._announce = announce
        self._standing = standing
        self._unwritten: list[tuple[Transaction, TransactionEvent]] = []
        self.on_no_room: Callable[[], None] = lambda: None
        """Called when something was not written or not begun for want of room."""
        self.alongside: list[Companion] = []
        """What is written in the commits of transactions' events besides."""
        clock.on_known = self._time_known
        delivery.keep.on(TransactionAnswered, self._keep_answer)
        delivery.keep.on(GivenUp, self._keep_end)
        delivery.hear.on(TransactionAnswered, self._tell_number)

    def _keep_answer(self, answer: TransactionAnswered) -> None:
        transaction_id = answer.event.transaction_id
        if answer.csms_id is not None:
            self._records.transactions.bind(transaction_id, answer.csms_id)
        if answer.opened is not None:
            self._records.transactions.tell(transaction_id, answer.opened)

    def _tell_number(self, answer: TransactionAnswered) -> None:
        if answer.csms_id is not None:
            number = TransactionNumbered(answer.event.transaction_id, answer.csms_id)
            self._announce(number)

    def _keep_end(self, end: GivenUp) -> None:
        """A start that was given up must not be told for ever."""
        if end.transaction_id is not None and end.wire is not None and end.wire.opens:
            self._records.transactions.tell(end.transaction_id, end.wire.version)

    @property
    def dated(self) -> bool:
        """Whether all times in the store are right, and what time it is now is known."""
        return not self._clock.provisional and self._records.state.get(_PROVISIONAL) is None

    def resume_time(self) -> None:
        """Go on from the latest time on record while the clock does not know better, and correct
        what an earlier run left that did not know the time either.
        """
        self._finish_dating()
        times = [tx.reported_at for tx in self.running()]
        for newest in self._records.outbox.newest():
            with suppress(ValueError):  # if it can't be read, delivery gives it up
                times.append(decode(newest).timestamp)
        logged = self._records.security_log.newest()
        if logged is not None:
            times.append(logged)
        latest = max(times, default=PROVISIONAL_START)
        if self._clock.provisional:
            self._clock.resume(latest)
        elif self._records.state.get(_PROVISIONAL) is not None:
            # When it was is not known any more: before now, and in this order.
            self._time_known(self._clock.now() - latest)

    def _finish_dating(self) -> None:
        """Date anew what a power cut kept from it, by as much as what had its turn before."""
        wrong_by = self._records.state.get(_PROVISIONAL)
        with suppress(ValueError):  # not known yet
            self._time_known(timedelta(seconds=float(wrong_by or _UNKNOWN)))

    def _time_known(self, difference: timedelta) -> None:
        """Set the times right that were stamped by a clock that did not know them."""
        log.info("the time of day is known; what happened before is dated anew")
        self._unwritten = [
            (self._in_time(tx, difference), _event_in_time(event, difference))
            for tx, event in self._unwritten
        ]
        try:
            self._date_anew(difference)
        except StoreUnwritableError as error:
            # Nothing is sent either until the store can be written.
            log.error("what happened before is not dated anew yet: %s", error)  # noqa: TRY400 -- the error says where and why
            self._delivery.correction = difference
            self.on_no_room()

    def _date_anew(self, difference: timedelta) -> None:
        if self._records.state.get(_PROVISIONAL) is not None:
            with self._records.atomic():
                self._records.state.set(_PROVISIONAL, repr(difference.total_seconds()))
        self._delivery.correct(difference)
        with self._records.atomic():
            self._records.transactions.rewrite(lambda event: corrected(event, difference))
            for tx in self.running():
                self._save(self._in_time(tx, difference), ended=False)
            self._records.security_log.correct(difference)
            self._records.state.remove(_PROVISIONAL)
        self._delivery.correction = None

    def undated(self) -> None:
        """Something is written that does not know its time: the next start has to date it anew, if
        this one does not come to it. Belongs in the `atomic()` block that writes it.
        """
        self._records.state.set(_PROVISIONAL, _UNKNOWN)

    def _dated(self, tx: Transaction) -> Transaction:
        """A transaction as it is known to its EVSE, with its times right if they are known."""
        if tx.provisional and not self._clock.provisional:
            return self._in_time(tx, self._clock.correction)
        return tx

    def _in_time(self, tx: Transaction, difference: timedelta) -> Transaction:
        if not tx.provisional:
            return tx
        samples = tuple(replace(one, timestamp=one.timestamp + difference) for one in tx.samples)
        return replace(
            tx,
            reported_at=tx.reported_at + difference,
            began_at=None if tx.began_at is None else tx.began_at + difference,
            ready_at=None if tx.ready_at is None else tx.ready_at + difference,
            alive_at=None if tx.alive_at is None else tx.alive_at + difference,
            samples=samples,
            provisional=False,
        )

    def _save(self, tx: Transaction, *, ended: bool) -> None:
        body = _transactions().dump_json(tx).decode()
        self._records.transactions.save(tx.id, tx.evse_id, body, ended=ended)

    def keep(self, tx: Transaction) -> None:
        """Note what is known of a transaction; a power cut soon after may lose it."""
        try:
            with self._records.lazily():
                self._save(self._dated(tx), ended=False)
        except StoreUnwritableError as error:
            log.error("a sample of transaction %s is not on the disk: %s", tx.id, error)  # noqa: TRY400 -- the error says where and why

    def alive(self, tx: Transaction) -> Transaction:
        """Put it on the disk that a transaction runs now."""
        tx = replace(self._dated(tx), alive_at=self._clock.now())
        try:
            with self._records.atomic():
                self._save(tx, ended=False)
        except StoreUnwritableError as error:
            log.error("that transaction %s runs is not on the disk: %s", tx.id, error)  # noqa: TRY400 -- the error says where and why
        return tx

    def running(self) -> list[Transaction]:
        """Those that had not ended when the station last ran."""
        running: list[Transaction] = []
        for row in self._records.transactions.running():
            try:
                running.append(_transactions().validate_json(row.body))
            except ValueError:
                self._set_aside(row)
        return running

    def _set_aside(self, row: TransactionRow) -> None:
        """A record that can't be read must not keep the station from working."""
        log.critical("the record of transaction %s is damaged; no end is reported", row.id)
        # Where that can't be written, the next start does it.
        with suppress(StoreUnwritableError), self._records.atomic():
            self._records.transactions.save(row.id, row.evse_id, row.body, ended=True)
            self._records.given_up.add_unreadable(
                self._clock.now(), "the record of the transaction is damaged", row.id, row.body
            )

    def end_interrupted(
        self,
        transaction: Transaction,
        reading: MeterReading | None = None,
        meter_values: tuple[MeterValue, ...] = (),
    ) -> None:
        """End a transaction that a power cut interrupted.

        It ended when the power went: its last report is the last moment that is certain.
        """
        cause = Cause(TriggerReason.ABNORMAL_CONDITION, Reason.POWER_LOSS)
        tx = replace(transaction, charging_state=None, stop_began=None)
        self.record(tx, EventType.ENDED, cause, reading, meter_values, transaction.reported_at)

    def status(self, transaction_id: str | None) -> TransactionStatus:
        """What becomes of a transaction, or of all where none is named (E14)."""
        waiting = self._records.outbox.waiting(transaction_id)
        if transaction_id is None:
            return TransactionStatus(None, waiting)
        row = self._records.transactions.get(transaction_id)
        return TransactionStatus(row is not None and not row.ended, waiting)

    def next_number(self) -> int:
        """The number of the next transaction; see `ids.transaction_id`."""
        return self._records.transactions.next_number()

    def record(
        self,
        transaction: Transaction,
        event_type: EventType,
        cause: Cause,
        reading: MeterReading | None,
        meter_values: tuple[MeterValue, ...] = (),
        timestamp: datetime | None = None,
    ) -> Transaction:
        """Commit an event of a transaction, and return the transaction as it is after it.

        Without a `reading` the last known register stands for it; without a `timestamp` it is now.

        Raises:
            StoreUnwritableError: there is no room for another transaction.
        """
        tx = transaction
        tx = self._dated(tx)
        # A clock that the CSMS set back must not reorder the events.
        when = timestamp or max(self._clock.now(), tx.reported_at)
        meter_values = tuple(
            replace(value, timestamp=max(value.timestamp, tx.reported_at)) for value in meter_values
        )
        ended = event_type is EventType.ENDED
        if ended:
            meter_values = (*tx.samples, *meter_values)
            tx = replace(tx, samples=())
        tells_key = False
        if tx.key_untold is not None and self._tells_values(tx, event_type):
            meter_values, tells_key = with_key(meter_values, tx.key_untold)
        provisional = self._clock.provisional if timestamp is None else tx.provisional
        token = cause.token
        tells_token = tx.authorized_by is not None and not tx.token_reported
        if tells_token:
            token = tx.authorized_by
        tells_place = not tx.place_told or tx.connector_id != tx.connector_told
        reason = cause.reason if cause.ends or tx.stop_began is None else tx.stop_began
        remote = None if tx.remote_start_reported else tx.remote_start_id
        first = not tx.path_closed and TxPoint.POWER_PATH_CLOSED in tx.points
        # The register only grows (J02.FR.16): a meter that lost its memory must not shorten a bill.
        register = max(tx.register_wh, tx.register_wh if reading is None else reading.energy_wh)
        event = TransactionEvent(
            event_type=event_type,
            timestamp=when,
            trigger=cause.trigger if remote is None or ended else TriggerReason.REMOTE_START,
            seq_no=tx.seq_no,
            transaction_id=tx.id,
            evse_id=tx.evse_id,
            register_wh=register,
            connector_id=tx.connector_id,
            tells_place=tells_place,
            charging_state=tx.charging_state,
            id_token=token,
            authorized_by=tx.authorized_by,
            power_path_closed_first=first,
            path_closed=tx.path_closed or first,
            remote_start_id=remote,
            stopped_reason=reason if ended else None,
            reset=cause.reset,
            phases=tx.phases if tx.charging_state is ChargingState.CHARGING else None,
            limit=cause.limit,
            operation_mode=cause.mode,
            meter_values=meter_values,
            tells_key=tells_key,
            reservation_id=tx.reservation_id if tells_token or first else None,
            provisional=provisional or None,
        )
        after = replace(
            tx,
            seq_no=tx.seq_no + 1,
            reported_at=when,
            register_wh=register,
            token_reported=tx.token_reported or tx.authorized_by is not None,
            remote_start_reported=tx.remote_start_id is not None,
            path_closed=tx.path_closed or first,
            place_told=True,
            connector_told=tx.connector_id,
            provisional=provisional,
            alive_at=None,
            began_at=when if tx.began_at is None else tx.began_at,
            began_wh=register if tx.began_wh is None else tx.began_wh,
            ready_at=when if first else tx.ready_at,
            key_untold=None if tells_key else tx.key_untold,
        )
        self._write(after, event)
        if self._announce.wanted:
            self._tell(after, event)
        return after

    def _tells_values(self, tx: Transaction, event_type: EventType) -> bool:
        """Whether the CSMS hears of the values of an event: 1.6 has no room for those of a start,
        and hears of nothing before.
        """
        begun = tx.path_closed and event_type is not EventType.STARTED
        return self._standing.steered_finely or begun

    def _tell(self, tx: Transaction, event: TransactionEvent) -> None:
        """Let the application hear of an event."""
        row = self._records.transactions.get(tx.id)
        now = TransactionSnapshot(
            id=tx.id,
            csms_id=None if row is None else row.csms_id,
            evse_id=tx.evse_id,
            connector_id=tx.connector_id,
            token=tx.authorized_by,
            began=tx.began_at or tx.reported_at,
            at=event.timestamp,
            energy_wh=tx.energy_wh,
            charging_state=tx.charging_state,
        )
        match event.event_type:
            case EventType.STARTED:
                self._announce(TransactionStarted(now))
            case EventType.UPDATED:
                self._announce(TransactionUpdated(now, event.trigger))
            case EventType.ENDED:
                self._announce(TransactionEnded(now, event.stopped_reason or Reason.OTHER))

    def _write(self, after: Transaction, event: TransactionEvent) -> None:
        starts = event.event_type is EventType.STARTED
        if starts and not self._room_for_another() and not self.recover():
            self.on_no_room()
            raise StoreUnwritableError("there is no room for another transaction")
        if event.intermediate and (self._records.low or self._unwritten):
            self.on_no_room()
            log.error("no room: dropped update %d of transaction %s", event.seq_no, after.id)
            return
        if self._unwritten:  # what comes later may not be on the disk earlier
            self._unwritten.append((after, event))
            return
        try:
            self._commit(after, event)
        except StoreUnwritableError as error:
            self.on_no_room()
            if starts:
                raise
            log.critical("an event of transaction %s is not on the disk: %s", after.id, error)
            if not event.intermediate:
                self._unwritten.append((after, event))

    def _commit(self, after: Transaction, event: TransactionEvent) -> None:
        with self._records.atomic():
            if event.event_type is EventType.STARTED:
                self._records.transactions.forget_old()
            self._save(after, ended=event.event_type is EventType.ENDED)
            if event.event_type is EventType.STARTED or event.power_path_closed_first:
                self._records.transactions.began(after.id, encode(event))
            if event.provisional:
                self.undated()
            self._delivery.post(event)
            once_made = [write(after, event.event_type) for write in self.alongside]
        for follow in once_made:
            follow()

    def _room_for_another(self) -> bool:
        return self._records.look() and not self._records.low and not self._delivery.crammed

    def recover(self) -> bool:
        """Whether transactions can begin (again); writes what could not be written before."""
        if not self._records.recover():
            return False
        try:
            if self._delivery.correction is not None:
                self._date_anew(self._delivery.correction)
            while self._unwritten:
                self._commit(*self._unwritten[0])
                del self._unwritten[0]
            return self._room_for_another()
        except StoreUnwritableError:
            return False


def _event_in_time(event: TransactionEvent, difference: timedelta) -> TransactionEvent:
    return event.shifted(difference) if event.provisional else event
