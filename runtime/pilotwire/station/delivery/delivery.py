"""What the outbox holds reaches the CSMS: one message at a time, in order, repeated where it must
be.

Theory of operation. Facts enter by `post`, within the store's commit that made them true. `run` is
the only one to send them, and only while the CSMS has accepted the station. Of the oldest row of
each lane it takes the oldest; a row that waits for its repetition holds back its own lane only, so
a CSMS that chokes on one message still hears of the connectors. What differs between lanes stands
in the table of `store.lanes`; what is of a lane that stands back goes when nothing else is due.

What becomes of the row at the head:

    answered                   the answer's facts and the row's end are one commit; the end of an
                               intermediate update, or in a lane that is not repeated, goes with the
                               next one
    CALLERROR or timeout       repeated lane: again after interval x failures, in the end given up
                               else: given up (its successor will tell)
    can't be put into words    given up
    anything unexpected        given up: it costs the row that it befalls, and not the station
    SecurityError              stays; the CSMS must accept the station first, so it boots again
    no answer, nor any to the  stays, uncounted: nobody is there; in the end the connection is given
    heartbeat after it         up (`Peer`)
    connection lost            stays; all rows are now marked offline (E11.FR.07)
    no words in this version   leaves unsent
    something must go ahead    in this version's words it goes ahead of the row

A row that enters while nothing waits before it is noted as sent in the commit that enters it, and
goes out in those words. So a message takes one commit as long as the CSMS keeps up.

Of a message of a repeated lane that is given up a record is kept (`StationRecords.given_up`). What
an answer says, and that there will be none (`GivenUp`), is heard by those who asked to: `keep`
within the commit that ends the row, `hear` after it.

A full outbox drops intermediate updates, the 1st, 3rd, 5th ... of a transaction, and never its
start or its end (E04.FR.08, E11.FR.05, E12.FR.05). Their sequence numbers stay used: the gap is how
the CSMS can tell that something is missing (E04.FR.04).
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import timedelta
from random import Random

from pydantic import ValidationError

from pilotwire.errors import CallFailed, CallTimeout, CallUnanswered, ConnectionClosed
from pilotwire.flag import Flag
from pilotwire.foreign import printable
from pilotwire.logs import logger
from pilotwire.rpc import ErrorCode, message_ids
from pilotwire.station.clock import StationClock
from pilotwire.station.csms import Csms
from pilotwire.station.delivery.repetition import Repetition
from pilotwire.station.device_model.model import DeviceModel
from pilotwire.station.errors import NotAccepted
from pilotwire.station.facts.encoding import corrected, decode, encode
from pilotwire.station.facts.fact import Fact
from pilotwire.station.signals import Signals
from pilotwire.store import (
    Entry,
    Full,
    Offline,
    StationRecords,
    StoreError,
    StoreUnwritableError,
    Wire,
)

__all__ = ["Delivery", "GivenUp"]

log = logger(__name__)

WRITE_RETRY = 30.0
"""Seconds between attempts to note what is about to be sent while the store can't be written."""

SOON = 0.001
"""Seconds by which what waits is due earlier: a timer may fire as much before its time as its clock
can't tell, and who then finds nothing due would wait, and be woken, again and again.
"""


@dataclass(frozen=True, slots=True)
class GivenUp:
    """A message will not be sent again, and why. `wire` is None if it could not be put into words
    at all.
    """

    transaction_id: str | None
    wire: Wire | None
    why: str


async def _yes() -> bool:
    return True


class Delivery:
    """The way of facts to the CSMS.

    `keep` and `hear` are the listeners for what it answers, by class of answer.
    """

    def __init__(
        self,
        records: StationRecords,
        device_model: DeviceModel,
        clock: StationClock,
        random: Random,
    ) -> None:
        self._records = records
        self._clock = clock
        self._new_id = message_ids(random)
        self._repetition = Repetition(device_model, self._new_id)
        self._posted = Flag()
        self._emptied = Flag()
        self._not_before: dict[str, float] = {}
        """Until when the lanes wait in which something is to be repeated."""
        self._csms: Csms | None = None
        self._lives: Callable[[], Awaitable[bool]] = _yes
        self._prepared: int | None = None
        self.online = False
        self.correction: timedelta | None = None
        """By how much provisional times are wrong, while that can't be written into the rows."""
        self.dropped = 0
        """How many intermediate updates found no room, in this run of the station."""
        self.keep: Signals[None] = Signals()
        self.hear: Signals[None] = Signals()

    def post(self, fact: Fact) -> None:
        """Queue a fact; belongs in the `atomic()` block that makes it true."""
        lane = fact.lane
        if lane.offline is Offline.DROP and not self.online:
            return
        if lane.full is Full.THIN and not self._room_for(fact):
            return
        wire = self._next_words(fact)
        row_id = self._records.outbox.add(
            lane,
            encode(fact),
            message_id=self._new_id(),
            offline=not self.online,
            transaction_id=fact.in_transaction,
            # While online every change is told; of those in a time without connection, the last.
            coalesce_key=fact.coalesce_key if not self.online else None,
            intermediate=fact.intermediate,
            wire=wire,
        )
        if wire is not None:
            self._prepared = row_id
        self._posted.set()

    def tell(self, fact: Fact) -> None:
        """Queue a fact that nothing else depends on; a power cut may lose it.

        All statuses are told anew after a restart (B01.FR.05), and the next reading of a meter
        comes, so a full disk may lose it, too.
        """
        try:
            with self._records.lazily():
                self.post(fact)
        except StoreUnwritableError as error:
            log.error("a notification is not told, for the store can't be written: %s", error)  # noqa: TRY400 -- the error says where and why

    async def say(self, csms: Csms, fact: Fact) -> None:
        """Tell a fact beside the queue, now or not at all.

        For a CSMS that has asked for it though it has not accepted the station (B02.FR.02): what
        waits in the queue may not be told yet.

        Raises:
            CallUnanswered: no usable answer came.
            ConnectionClosed: the connection was lost before it did.
        """
        wire = csms.wire(fact, offline=False)
        if wire is not None:
            await csms.report(fact, wire, self._new_id())

    def _next_words(self, fact: Fact) -> Wire | None:
        """The words of a fact that is next to go; if there are none, that is dealt with then."""
        if (
            not fact.lane.repeated
            or fact.lane.minor
            or self._csms is None
            or self._prepared is not None
        ):
            return None
        if not self._records.outbox.idle(fact.lane):
            return None
        try:
            return self._csms.wire(fact, offline=False)
        except Exception:  # a fact that has no words is no reason to end
            return None

    def _room_for(self, fact: Fact) -> bool:
        if not self._records.outbox.full or self._made_room() or not fact.intermediate:
            return True
        self._note_dropped(fact.in_transaction or "", 1)
        return False

    @property
    def crammed(self) -> bool:
        """Whether the outbox is full, with nothing in it that may be dropped."""
        if not self._records.outbox.full:
            return False
        with self._records.lazily():
            return not self._made_room()

    def _made_room(self) -> bool:
        thinned = self._records.outbox.thin_out()
        if thinned is None:
            return False
        self._note_dropped(*thinned)
        return True

    def _note_dropped(self, transaction_id: str, number: int) -> None:
        self.dropped += number
        log.error(
            "the outbox is full: dropped %d updates of transaction %s, %d in all",
            number,
            transaction_id,
            self.dropped,
        )

    def went_offline(self) -> None:
        """The connection is gone: what has no answer now belongs to the offline time."""
        self._csms = None
        if self.online:
            self.online = False
            self.mark_offline()

    def mark_offline(self) -> None:
        """All that has no answer is of the time without a connection (E11.FR.07)."""
        prepared, self._prepared = self._prepared, None
        try:
            # In a power cut the next start does the same.
            with self._records.lazily():
                if prepared is not None:
                    self._records.outbox.not_sent(prepared)
                self._records.outbox.mark_offline()
        except StoreUnwritableError as error:
            log.error("what waits is not marked as offline: %s", error)  # noqa: TRY400 -- the error says where and why

    def correct(self, by: timedelta) -> None:
        """Set the times of unsent facts right that were stamped before the time was known.

        In several commits, from the oldest on; what is right already stays as it is.
        """
        after: int | None = 0
        while after is not None:
            with self._records.atomic():
                after = self._records.outbox.rewrite(lambda event: _corrected(event, by), after)

    async def run(self, csms: Csms, lives: Callable[[], Awaitable[bool]]) -> None:
        """Send what there is and what comes, until the connection is lost. `lives` finds out
        whether the CSMS says anything at all, where it has not answered.

        Raises:
            ConnectionClosed: the connection is lost.
            NotAccepted: the CSMS does not take messages of this station.
        """
        self.online = True
        self._csms, self._lives = csms, lives
        self._not_before.clear()
        while True:
            self._posted.clear()
            entry = self._next()
            if entry is not None:
                try:
                    await self._send_or_give_up(csms, entry)
                except StoreUnwritableError as error:
                    # Nothing goes out that is not on disk first.
                    log.error("messages wait, for the store can't be written: %s", error)  # noqa: TRY400 -- the error says where and why
                    await asyncio.sleep(WRITE_RETRY)
            else:
                self._emptied.set()
                await self._wait()
                self._emptied.clear()

    async def drained(self, limit: float) -> bool:
        """Wait until nothing is left to send, `limit` seconds at most; whether it came to that.

        What is minor, and waits for its repetition, is not waited for.
        """
        if not self._left():
            return True
        try:
            async with asyncio.timeout(limit):
                while self._left():
                    self._emptied.clear()
                    await self._emptied.wait()
        except TimeoutError:
            return False
        return True

    def _left(self) -> bool:
        heads = self._records.outbox.heads()
        return any(not entry.lane.minor or self._due(entry) for entry in heads)

    def _next(self) -> Entry | None:
        return next((entry for entry in self._records.outbox.heads() if self._due(entry)), None)

    def _due(self, entry: Entry) -> bool:
        now = asyncio.get_running_loop().time()
        return self._not_before.get(entry.lane.name, now) <= now + SOON

    async def _wait(self) -> None:
        now = asyncio.get_running_loop().time()
        until = min((due for due in self._not_before.values() if due > now + SOON), default=None)
        try:
            async with asyncio.timeout_at(until):
                await self._posted.wait()
        except TimeoutError:
            pass

    async def _send_or_give_up(self, csms: Csms, entry: Entry) -> None:
        """Send a row; whatever unexpected happens to it is its end, and not the station's."""
        try:
            await self._send(csms, entry)
        except (ConnectionClosed, NotAccepted, StoreError):
            raise
        except Exception as error:  # whatever it is, it costs this row alone
            log.exception("message %s failed unexpectedly", entry.message_id)
            self._give_up(entry, None, f"failed unexpectedly: {type(error).__name__}")

    async def _send(self, csms: Csms, entry: Entry) -> None:
        try:
            fact = decode(self._in_time(entry.event))
            wire = self._wire(csms, entry, fact)
        except ValueError as error:  # damaged, or not within what this version can say
            self._give_up(entry, None, _unspeakable(error))
            return
        if wire is None:
            self._done(entry, None)
            return
        sent = self._noted(csms, entry, wire)
        try:
            answer = await csms.report(fact, wire, sent.message_id)
        except CallUnanswered as error:
            if isinstance(error, CallFailed):
                self._refused(sent, wire, error)
            elif isinstance(error, CallTimeout) and not await self._lives():
                self._unheard(sent, error)
                return
            else:
                with self._records.atomic():
                    self._records.outbox.timed_out(sent, self._repetition.id_after_timeout(sent))
            self._failed(sent, wire, error)
            return
        except (ValueError, LookupError) as error:  # kept words that are damaged
            self._give_up(sent, wire, _unspeakable(error))
            return
        self._done(sent, wire, answer)
        try:
            self.hear.emit(answer)
        except Exception:  # what was said is said
            log.exception("what follows the answer to message %s failed", sent.message_id)

    def _in_time(self, event: str) -> str:
        return event if self.correction is None else corrected(event, self.correction)

    def _noted(self, csms: Csms, entry: Entry, wire: Wire) -> Entry:
        """Note that a row is about to be sent in these words; the row as it is then."""
        if entry.id == self._prepared and entry.wire == wire:
            self._prepared = None  # its first attempt, this one, is noted already
            return entry
        repeated = entry.attempts > 0 and not csms.repeats_keep_id
        message_id = self._new_id() if repeated else entry.message_id
        with self._light(entry):
            self._records.outbox.sending(entry, message_id, wire)
        return replace(entry, message_id=message_id, attempts=entry.attempts + 1, wire=wire)

    def _light(self, entry: Entry) -> AbstractContextManager[None]:
        return self._records.atomic() if entry.lane.repeated else self._records.lazily()

    def _refused(self, entry: Entry, wire: Wire, error: CallFailed) -> None:
        # A message that came before the station was accepted is not looked at (B02.FR.09).
        too_early = error.code == ErrorCode.SECURITY_ERROR
        message_id = self._repetition.id_after_refusal(entry, wire)
        with self._records.atomic():
            if too_early:
                self._records.outbox.not_taken(entry, message_id)
            else:
                self._records.outbox.refused(entry, message_id)
        if too_early:
            raise NotAccepted(str(error))

    def _wire(self, csms: Csms, entry: Entry, fact: Fact) -> Wire | None:
        kept = entry.wire
        # What was sent before the connection was lost is told as offline from then on (E11.FR.07).
        # 1.6 has no word for it, and there the repetition keeps its message id.
        as_it_was = csms.repeats_keep_id or not entry.offline
        if kept is not None and kept.version == csms.version and as_it_was:
            return kept
        return csms.wire(fact, offline=entry.offline)

    def _failed(self, entry: Entry, wire: Wire, why: CallUnanswered) -> None:
        if self._repetition.hopeless(entry, why):
            self._give_up(entry, wire, str(why))
            return
        self._put_off(entry)
        log.warning(
            "message %s failed (%s), failure %d of %d",
            entry.message_id,
            why,
            self._repetition.failures(entry),
            self._repetition.limit,
        )

    def _unheard(self, entry: Entry, why: CallTimeout) -> None:
        """Nobody is there to process it: it is no failed attempt, and the row stays."""
        self._put_off(entry)
        log.warning("message %s: %s, nor was anything else", entry.message_id, why)

    def _put_off(self, entry: Entry) -> None:
        due = asyncio.get_running_loop().time() + self._repetition.pause(entry)
        self._not_before[entry.lane.name] = due

    def _give_up(self, entry: Entry, wire: Wire | None, why: str) -> None:
        # What is lost is named, but not who was concerned: a token is nobody's business here.
        what = "message" if wire is None else wire.action
        of = "" if entry.transaction_id is None else f" of transaction {entry.transaction_id}"
        log.error("given up %s %s%s: %s", what, entry.message_id, of, why)
        end = GivenUp(entry.transaction_id, wire, why)
        self._done(entry, wire, end, given_up=why)
        self.hear.emit(end)

    def _done(
        self,
        entry: Entry,
        wire: Wire | None,
        answer: object = None,
        given_up: str | None = None,
    ) -> None:
        """What was said is said, or given up for that reason.

        That an intermediate update is, a power cut may undo: then it is said again to the letter,
        which a CSMS knows by its message id (1.6) or its sequence number (2.x).
        """
        ahead = wire is not None and wire.ahead
        light = entry.intermediate and not ahead and given_up is None
        scope = self._records.lazily() if light else self._light(entry)
        try:
            self._note_done(scope, entry, ahead, answer, given_up)
        except StoreUnwritableError as error:
            log.error("an answer is not on the disk yet: %s", error)  # noqa: TRY400 -- the error says where and why
            self._note_done(self._records.lazily(), entry, ahead, answer, given_up)
        # The next message of the lane need not wait for what its predecessor had to.
        self._not_before.pop(entry.lane.name, None)

    def _note_done(
        self,
        scope: AbstractContextManager[None],
        entry: Entry,
        ahead: bool,
        answer: object,
        given_up: str | None,
    ) -> None:
        with scope:
            if given_up is not None and entry.lane.repeated and not entry.lane.minor:
                self._records.given_up.add(entry, self._clock.now(), given_up)
            self.keep.emit(answer)
            if ahead:
                self._records.outbox.said_ahead(entry, self._new_id())
            else:
                self._records.outbox.remove(entry)


def _corrected(event: str, by: timedelta) -> str:
    try:
        return corrected(event, by)
    except (ValueError, OverflowError):
        return event  # when it is about to be sent, it is given up


def _unspeakable(error: Exception) -> str:
    # Without the values, which the other lines show: there may be a token among them.
    if isinstance(error, ValidationError):
        fault, *_ = error.errors(include_url=False, include_input=False)
        place = ".".join(map(str, (error.title, *fault["loc"])))
        return f"can't be put into words: {place}: {fault['msg']}"
    first, *_ = str(error).splitlines() or [type(error).__name__]
    return f"can't be put into words: {printable(first)}"
