"""A station as one piece: its blocks, joined, from a start to a stop or a restart. No connection
yet.
"""

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from contextvars import copy_context
from datetime import datetime
from random import Random
from typing import TypeVar

from pilotwire.hal.interfaces import EventSink, HardwareError, HardwareEvent, StationHardware
from pilotwire.logs import logger
from pilotwire.station import blocks
from pilotwire.station.announcements import Announcements
from pilotwire.station.clock import StationClock
from pilotwire.station.core import Blocks, Core, Spawn
from pilotwire.station.delivery.delivery import Delivery, GivenUp
from pilotwire.station.device_model.model import DeviceModel
from pilotwire.station.events import MessageGivenUp
from pilotwire.station.evse.evses import Evses
from pilotwire.station.evse.state import EvseSnapshot
from pilotwire.station.facts.provisioning import StationIdentity
from pilotwire.station.hardware.calls import call, words
from pilotwire.station.hardware.checks import checked_event
from pilotwire.station.metering.block import Metering
from pilotwire.station.security_events import SecurityEvents
from pilotwire.station.smart_charging.limits import Limits
from pilotwire.station.standing import Standing
from pilotwire.station.transactions.log import Cause, TransactionLog
from pilotwire.station.transactions.resumption import goes_on
from pilotwire.station.vocabulary import Reason, SecurityEvent, TriggerReason
from pilotwire.store import StationRecords

__all__ = ["Station"]

START_LIMIT = 120.0
"""How long the hardware may take to start, in seconds."""

SLOW_START = 10.0
"""Seconds between two words about hardware that has not started yet."""

ROOM_RETRY = 60.0
"""Seconds between looks whether a full disk has room again."""

STORE_LOOK = 60.0
"""Seconds between looks whether the store's file is in its place."""

log = logger(__name__)

B = TypeVar("B")


class Station:
    """The functional blocks of one run of a station.

    `reboot` is called when the station must start anew: stop this one, restart the hardware, make
    another.
    """

    def __init__(
        self,
        *,
        identity: StationIdentity,
        hardware: StationHardware,
        records: StationRecords,
        device_model: DeviceModel,
        clock: StationClock,
        random: Random,
        spawn: Spawn,
        reboot: Callable[[], None],
        application: Blocks | None = None,
        announce: Announcements | None = None,
    ) -> None:
        device_model.attach(self)
        announce = Announcements() if announce is None else announce
        delivery = Delivery(records, device_model, clock, random)
        standing = Standing()
        self.core = Core(
            identity=identity,
            hardware=hardware,
            records=records,
            clock=clock,
            device_model=device_model,
            delivery=delivery,
            transactions=TransactionLog(records, delivery, clock, announce, standing),
            standing=standing,
            random=random,
            spawn=spawn,
            reboot=reboot,
            application=application or Blocks(),
            announce=announce,
        )
        delivery.hear.on(GivenUp, self._given_up)
        self.blocks = self.core.blocks
        for row in blocks.BLOCKS:
            if row.make is not None:
                self.blocks.add(row.make(self.core))
        self.evses = self.blocks[Evses]
        self._security = self.blocks[SecurityEvents]
        self._listening = False
        self._connectors = tuple(len(evse.connectors) for evse in self.evses)
        self._early: list[object] | None = None
        """What the hardware says before the past is settled."""
        self._looking_for_room = False
        self.core.transactions.on_no_room = self._no_room

    def _given_up(self, end: GivenUp) -> None:
        self.core.announce(MessageGivenUp(end.transaction_id, end.why))

    # What the variables that nobody sets say (`definitions.LiveStation`).

    def now(self) -> datetime:
        """The station's time of day."""
        return self.core.clock.now()

    def evse(self, evse_id: int) -> EvseSnapshot:
        """How an EVSE is."""
        return self.evses.get(evse_id).snapshot()

    def all_evses(self) -> tuple[EvseSnapshot, ...]:
        """How all of them are."""
        return self.evses.snapshots()

    def block(self, kind: type[B]) -> B:
        """A block of the station."""
        return self.blocks[kind]

    async def start(self) -> None:
        """Make the hardware safe, end what a power cut interrupted or go on with it, then listen.

        In this order, or energy could flow while what is past is put down, or a transaction begin
        on an EVSE where another one has not ended.

        Raises:
            HardwareError: the hardware did not start, or not in time.
        """
        self._listening = True
        self._early = []
        self.core.delivery.mark_offline()  # what the last run left unsent
        dated = self.core.transactions.dated
        self.core.transactions.resume_time()
        self._security.started()
        interrupted = self.core.transactions.running()
        resumed = {
            tx.evse_id: tx
            for tx in interrupted
            if tx.evse_id <= len(self.evses) and goes_on(self.core, tx, dated=dated)
        }
        await self._start_hardware()
        await self.evses.begin(resumed.values())
        for transaction in interrupted:
            if resumed.get(transaction.evse_id) is not transaction:
                await self.evses.recover(transaction)
        self.evses.begun.set()
        early, self._early = self._early, None
        for event in early:
            self._heard(event)
        self.blocks[Metering].start()
        self._look_later()

    async def _start_hardware(self) -> None:
        sink = self._sink()
        telling = asyncio.create_task(_tell_of_slowness())
        begun = asyncio.get_running_loop().time()
        try:
            await call(lambda: self.core.hardware.start(sink), START_LIMIT)
        except TimeoutError:
            if asyncio.get_running_loop().time() < begun + START_LIMIT:
                raise HardwareError("it did not start: something in it timed out") from None
            raise HardwareError(f"it did not start within {START_LIMIT:g} s") from None
        except HardwareError:
            raise
        except Exception as error:  # a driver may raise anything
            raise HardwareError(f"it did not start: {words(error)}") from error
        finally:
            telling.cancel()

    async def quiesce(self, reason: Reason = Reason.REBOOT) -> None:
        """End all transactions, and do nothing any more."""
        self._listening = False
        self.blocks[Metering].stop()
        self.blocks[Limits].stop()
        await self.evses.shut_down(Cause(TriggerReason.ABNORMAL_CONDITION, reason))

    def _sink(self) -> EventSink:
        """What the hardware speaks to, from whichever thread; what follows is this station's."""
        loop, own_thread = asyncio.get_running_loop(), threading.get_ident()
        context = copy_context()

        def sink(event: HardwareEvent) -> None:
            if threading.get_ident() == own_thread:
                context.copy().run(self._said, event)
                return
            with suppress(RuntimeError):  # the loop is closed: nobody is there to hear it
                loop.call_soon_threadsafe(self._said, event, context=context.copy())

        return sink

    def _said(self, event: object) -> None:
        checked = checked_event(event, self._connectors)
        if checked is None:
            return
        if self._early is not None:
            self._early.append(checked)
        elif self._listening:
            self._heard(checked)

    def _heard(self, event: object) -> None:
        hearings = self.core.heard.emit(event)
        if not hearings:
            log.error("the hardware told of a %s, which nobody knows", type(event).__name__)
        for hearing in hearings:
            self.core.spawn(hearing)

    def _look_later(self) -> None:
        """Where nothing is recorded for a long time, somebody has to look after the store."""
        if self.core.records.on_disk:
            loop = asyncio.get_running_loop()
            loop.call_later(STORE_LOOK, lambda: self.core.spawn(self._look()))

    async def _look(self) -> None:
        if not self.core.records.look():
            self._no_room()
        self._look_later()

    def _no_room(self) -> None:
        if not self._looking_for_room:
            self._looking_for_room = True
            self._security.happened(SecurityEvent.MEMORY_EXHAUSTION)
            self.core.spawn(self._look_for_room())

    async def _look_for_room(self) -> None:
        """Go on as before once the store can be written again."""
        while True:
            await asyncio.sleep(ROOM_RETRY)
            if self.core.transactions.recover():
                break
        self._looking_for_room = False
        self._security.write()
        log.warning("%s: can be written again", self.core.records.path)
        await self.evses.room_again()


async def _tell_of_slowness() -> None:
    """Say now and then that the hardware has not started: nothing else happens till then."""
    waited = 0.0
    while True:
        await asyncio.sleep(SLOW_START)
        waited += SLOW_START
        log.warning("the hardware has not started for %g s; it has %g s", waited, START_LIMIT)
