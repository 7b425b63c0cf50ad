"""A transaction: what is known of it, what is kept of it, and how its events are made (E)."""

from dataclasses import dataclass, replace
from datetime import datetime

from pydantic import TypeAdapter

from pilotwire.hal.interfaces import MeterReading
from pilotwire.station.clock import StationClock
from pilotwire.station.delivery import Delivery
from pilotwire.station.evse import TxPoint
from pilotwire.station.facts import IdToken, MeterValue, ResetKind, TransactionEvent
from pilotwire.station.vocabulary import (
    ChargingState,
    EventType,
    Reason,
    TriggerReason,
)
from pilotwire.store import StationRecords

__all__ = ["Cause", "Transaction", "TransactionLog", "TransactionStatus"]


@dataclass(frozen=True, slots=True)
class Cause:
    """Why something is reported. `ends` makes the transaction end whatever TxStopPoint says."""

    trigger: TriggerReason
    reason: Reason = Reason.OTHER
    token: IdToken | None = None
    reset: ResetKind | None = None
    ends: bool = False


@dataclass(frozen=True, slots=True)
class TransactionStatus:
    """Whether a transaction runs (None where no one was asked for), and whether messages wait."""

    ongoing: bool | None
    messages_in_queue: bool


@dataclass(frozen=True, slots=True)
class Transaction:
    """A transaction as it is kept on disk.

    `seq_no` is the next one. `reported_at` and `register_wh` are of its latest event: what is still
    certain of it after a power cut.
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
    phases: int | None = None


_TRANSACTIONS: TypeAdapter[Transaction] = TypeAdapter(Transaction)


class TransactionLog:
    """Where transactions and their events become durable, together or not at all."""

    def __init__(self, records: StationRecords, delivery: Delivery, clock: StationClock) -> None:
        self._records = records
        self._delivery = delivery
        self._clock = clock

    def running(self) -> list[Transaction]:
        """Those that had not ended when the station last ran."""
        return [
            _TRANSACTIONS.validate_json(row.body) for row in self._records.transactions.running()
        ]

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
        tx = replace(transaction, charging_state=None)
        self.record(tx, EventType.ENDED, cause, reading, meter_values, transaction.reported_at)

    def status(self, transaction_id: str | None) -> TransactionStatus:
        """What becomes of a transaction, or of all where none is named (E14)."""
        waiting = self._records.outbox.count(transaction_id) > 0
        if transaction_id is None:
            return TransactionStatus(None, waiting)
        row = self._records.transactions.get(transaction_id)
        return TransactionStatus(row is not None and not row.ended, waiting)

    def known(self, transaction_id: str) -> bool:
        """Whether the id has been given out."""
        return self._records.transactions.get(transaction_id) is not None

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
        """
        tx = transaction
        # A clock that the CSMS set back must not reorder the events.
        when = timestamp or max(self._clock.now(), tx.reported_at)
        ended = event_type is EventType.ENDED
        token = cause.token
        if tx.authorized_by is not None and not tx.token_reported:
            token = tx.authorized_by
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
            charging_state=tx.charging_state,
            id_token=token,
            authorized_by=tx.authorized_by,
            power_path_closed_first=first,
            path_closed=tx.path_closed or first,
            remote_start_id=remote,
            stopped_reason=cause.reason if ended else None,
            reset=cause.reset,
            phases=tx.phases if tx.charging_state is ChargingState.CHARGING else None,
            meter_values=meter_values,
        )
        after = replace(
            tx,
            seq_no=tx.seq_no + 1,
            reported_at=when,
            register_wh=register,
            token_reported=tx.token_reported or tx.authorized_by is not None,
            remote_start_reported=tx.remote_start_id is not None,
            path_closed=tx.path_closed or first,
        )
        with self._records.atomic():
            if event_type is EventType.STARTED:
                self._records.transactions.forget_old()
            body = _TRANSACTIONS.dump_json(after).decode()
            self._records.transactions.save(tx.id, tx.evse_id, body, ended=ended)
            self._delivery.post(event)
        return after
