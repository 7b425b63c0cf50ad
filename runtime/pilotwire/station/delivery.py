"""What the outbox holds reaches the CSMS: one message at a time, in order, repeated where it must
be.

Theory of operation. Facts enter by `post`, within the store's commit that made them true. `run` is
the only one to send them, and only while the CSMS has accepted the station. Of the oldest row of
each lane it takes the older one; a transaction row that waits for its repetition holds back its own
lane only, so a CSMS that chokes on one message still hears of the connectors.

What becomes of the row at the head:

    answered                   the answer's facts and the row's end are one commit
    CALLERROR or timeout       transaction: again after interval x failures, in the end given up
                               notification: given up (its successor will tell)
    SecurityError              stays; the CSMS must accept the station first, so it boots again
    connection lost            stays; unsent rows are now marked offline (E11.FR.07)
    no words in this version   leaves unsent
"""

import asyncio
import logging
from collections.abc import Callable
from random import Random

from pilotwire.errors import CallFailed, CallUnanswered
from pilotwire.rpc import ErrorCode, message_ids
from pilotwire.station.csms import Answered, Csms
from pilotwire.station.device_model import DeviceModel
from pilotwire.station.errors import NotAccepted
from pilotwire.station.facts import (
    ConnectorStatusChanged,
    StationEvent,
    TransactionEvent,
    decode_event,
    encode_event,
)
from pilotwire.station.variables import OCPPCommCtrlr
from pilotwire.store import Entry, Lane, StationRecords, Wire

__all__ = ["Delivery"]

log = logging.getLogger(__name__)

AnswerListener = Callable[[TransactionEvent, Answered], None]


class Delivery:
    """The way of facts to the CSMS. `on_answer` hears what the CSMS says to transaction events."""

    def __init__(self, records: StationRecords, device_model: DeviceModel, random: Random) -> None:
        self._records = records
        self._device_model = device_model
        self._new_id = message_ids(random)
        self._posted = asyncio.Event()
        self._emptied = asyncio.Event()
        self._not_before = 0.0
        self.online = False
        self.on_answer: AnswerListener | None = None

    def post(self, event: StationEvent) -> None:
        """Queue a fact; belongs in the `atomic()` block that makes it true."""
        outbox = self._records.outbox
        text = encode_event(event)
        message_id = self._new_id()
        match event:
            case TransactionEvent():
                outbox.add(
                    Lane.TRANSACTION,
                    text,
                    message_id=message_id,
                    offline=not self.online,
                    transaction_id=event.transaction_id,
                )
            case ConnectorStatusChanged():
                # While online every change is told; of those in a time without connection, the
                # last.
                key = f"status:{event.evse_id}:{event.connector_id}"
                outbox.add(
                    Lane.NOTIFICATION,
                    text,
                    message_id=message_id,
                    offline=not self.online,
                    coalesce_key=None if self.online else key,
                )
        self._posted.set()

    def went_offline(self) -> None:
        """The connection is gone: what is unsent now belongs to the offline time."""
        if self.online:
            self.online = False
            with self._records.atomic():
                self._records.outbox.mark_offline()

    async def run(self, csms: Csms) -> None:
        """Send what there is and what comes, until the connection is lost.

        Raises:
            ConnectionClosed: the connection is lost.
            NotAccepted: the CSMS does not take messages of this station.
        """
        self.online = True
        self._not_before = 0.0
        while True:
            self._posted.clear()
            entry = self._next()
            if entry is not None:
                await self._send(csms, entry)
            else:
                self._emptied.set()
                await self._wait()
                self._emptied.clear()

    async def drained(self, limit: float) -> bool:
        """Wait until nothing is left to send, `limit` seconds at most; whether it came to that."""
        if not self._records.outbox.heads():
            return True
        try:
            async with asyncio.timeout(limit):
                while self._records.outbox.heads():
                    self._emptied.clear()
                    await self._emptied.wait()
        except TimeoutError:
            return False
        return True

    def _next(self) -> Entry | None:
        waiting = asyncio.get_running_loop().time() < self._not_before
        for entry in self._records.outbox.heads():
            if entry.lane is not Lane.TRANSACTION or not waiting:
                return entry
        return None

    async def _wait(self) -> None:
        loop = asyncio.get_running_loop()
        until = self._not_before if loop.time() < self._not_before else None
        try:
            async with asyncio.timeout_at(until):
                await self._posted.wait()
        except TimeoutError:
            pass

    async def _send(self, csms: Csms, entry: Entry) -> None:
        event = decode_event(entry.event)
        wire = self._wire(csms, entry, event)
        if wire is None:
            self._remove(entry)
            return
        message_id = entry.message_id
        if entry.attempts and not csms.repeats_keep_id:
            message_id = self._new_id()
        with self._records.atomic():
            self._records.outbox.sending(entry, message_id, wire)
        try:
            answered = await csms.report(wire, message_id)
        except CallUnanswered as error:
            if isinstance(error, CallFailed):
                self._refused(entry, error)
            else:
                with self._records.atomic():
                    self._records.outbox.timed_out(entry)
            self._failed(entry, event, str(error))
            return
        self._answered(entry, event, answered)

    def _refused(self, entry: Entry, error: CallFailed) -> None:
        # An id that was answered is used up: its repetition would get the same answer. But where an
        # earlier attempt had none, the CSMS may have acted on it, and knows the message by its id.
        nothing_done = entry.attempts == entry.refusals
        message_id = self._new_id() if nothing_done else entry.message_id
        # A message that came before the station was accepted is not looked at (B02.FR.09).
        too_early = error.code == ErrorCode.SECURITY_ERROR
        with self._records.atomic():
            if too_early:
                self._records.outbox.not_taken(entry, message_id)
            else:
                self._records.outbox.refused(entry, message_id)
        if too_early:
            raise NotAccepted(str(error))

    def _wire(self, csms: Csms, entry: Entry, event: StationEvent) -> Wire | None:
        if entry.wire is not None and entry.wire.version == csms.version:
            return entry.wire
        return csms.wire(event, offline=entry.offline)

    def _answered(self, entry: Entry, event: StationEvent, answered: Answered) -> None:
        with self._records.atomic():
            if answered.csms_id is not None and entry.transaction_id is not None:
                self._records.transactions.bind(entry.transaction_id, answered.csms_id)
            self._records.outbox.remove(entry)
        self._moved_on(entry)
        if isinstance(event, TransactionEvent) and self.on_answer is not None:
            self.on_answer(event, answered)

    def _failed(self, entry: Entry, event: StationEvent, why: str) -> None:
        # An attempt that a lost connection ended is no failure to process the message (E13).
        failures = entry.refusals + entry.timeouts + 1
        limit = self._device_model[OCPPCommCtrlr.MessageAttempts_TransactionEvent]
        if entry.lane is Lane.NOTIFICATION or failures >= limit:
            self._give_up(entry, event, why)
            return
        interval = self._device_model[OCPPCommCtrlr.MessageAttemptInterval_TransactionEvent]
        self._not_before = asyncio.get_running_loop().time() + interval * failures  # E13.FR.03
        log.warning(
            "message %s failed (%s), failure %d of %d", entry.message_id, why, failures, limit
        )

    def _give_up(self, entry: Entry, event: StationEvent, why: str) -> None:
        # What is lost is named, but not who was concerned: a token is nobody's business here.
        match event:
            case TransactionEvent():
                what = f"{event.event_type} {event.seq_no} of transaction {event.transaction_id}"
            case ConnectorStatusChanged():
                what = f"{event.status} of connector {event.evse_id}.{event.connector_id}"
        log.error("given up message %s (%s): %s", entry.message_id, what, why)
        self._remove(entry)

    def _remove(self, entry: Entry) -> None:
        with self._records.atomic():
            self._records.outbox.remove(entry)
        self._moved_on(entry)

    def _moved_on(self, entry: Entry) -> None:
        """The next transaction message need not wait for what its predecessor had to."""
        if entry.lane is Lane.TRANSACTION:
            self._not_before = 0.0
