"""A station as one piece: its blocks, joined, from a start to a stop or a restart. No connection
yet.
"""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime
from random import Random

from pilotwire.hal.interfaces import (
    FaultCleared,
    FaultRaised,
    HardwareError,
    HardwareEvent,
    PilotChanged,
    StationHardware,
    TokenPresented,
)
from pilotwire.station.authorization import AuthorizationBlock
from pilotwire.station.clock import StationClock
from pilotwire.station.core import Core, Spawn
from pilotwire.station.delivery.delivery import Delivery
from pilotwire.station.device_model.configuration import Configuration
from pilotwire.station.device_model.model import DeviceModel
from pilotwire.station.evse.control import EvseControl
from pilotwire.station.evse.evses import Evses
from pilotwire.station.evse.state import EvseSnapshot
from pilotwire.station.facts.authorization import MAX_ID_TOKEN, IdToken
from pilotwire.station.facts.provisioning import StationIdentity
from pilotwire.station.provisioning import Provisioning
from pilotwire.station.remote_control import RemoteControl
from pilotwire.station.transactions.log import Cause, TransactionLog
from pilotwire.station.vocabulary import IdTokenKind, Reason, TriggerReason
from pilotwire.store import StationRecords

__all__ = ["Station"]

_TOKEN_KINDS = frozenset(IdTokenKind)

START_LIMIT = 120.0
"""How long the hardware may take to start, in seconds."""

ROOM_RETRY = 60.0
"""Seconds between looks whether a full disk has room again."""

log = logging.getLogger(__name__)


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
    ) -> None:
        device_model.attach(self)
        delivery = Delivery(records, device_model, clock, random)
        self.core = Core(
            records=records,
            clock=clock,
            device_model=device_model,
            delivery=delivery,
            transactions=TransactionLog(records, delivery, clock),
            random=random,
            spawn=spawn,
        )
        self._hardware = hardware
        self.evses = Evses(hardware.evses, self.core)
        self.authorization = AuthorizationBlock(self.core, self.evses)
        self.remote_control = RemoteControl(self.core, self.evses, self.authorization)
        self.provisioning = Provisioning(
            self.core, identity, self.evses, self.authorization, reboot
        )
        self.configuration = Configuration(self.core)
        self._listening = False
        self._early: list[HardwareEvent] | None = None
        """What the hardware says before the past is settled."""
        self.told: dict[tuple[str, int, int], str] = {}
        """The status that was last told of a connector, by OCPP version, EVSE and connector."""
        delivery.on_answer = self.authorization.heard
        self._looking_for_room = False
        self.core.transactions.on_no_room = self._no_room

    # What the variables that nobody sets say (`definitions.LiveStation`).

    def now(self) -> datetime:
        """The station's time of day."""
        return self.core.clock.now()

    def evse(self, evse_id: int) -> EvseSnapshot:
        """How an EVSE is."""
        return self._evse(evse_id).snapshot()

    def all_evses(self) -> tuple[EvseSnapshot, ...]:
        """How all of them are."""
        return tuple(evse.snapshot() for evse in self.evses)

    async def start(self) -> None:
        """Make the hardware safe, end what a power cut interrupted, then listen to the hardware.

        In this order, or energy could flow while what is past is put down, or a transaction begin
        on an EVSE where another one has not ended.

        Raises:
            HardwareError: the hardware did not start, or not in time.
        """
        self._listening = True
        self._early = []
        self.core.delivery.mark_offline()  # what the last run left unsent
        self.core.transactions.resume_time()
        interrupted = self.core.transactions.running()
        await self._start_hardware()
        await self.evses.begin()
        for transaction in interrupted:
            if transaction.evse_id <= len(self.evses):
                await self._evse(transaction.evse_id).recover(transaction)
            else:
                self.core.transactions.end_interrupted(transaction)
        early, self._early = self._early, None
        for event in early:
            self._heard(event)

    async def _start_hardware(self) -> None:
        try:
            async with asyncio.timeout(START_LIMIT):
                await self._hardware.start(self._heard)
        except TimeoutError:
            raise HardwareError(f"it did not start within {START_LIMIT:g} s") from None

    async def quiesce(self, reason: Reason = Reason.REBOOT) -> None:
        """End all transactions, and do nothing any more."""
        self._listening = False
        cause = Cause(TriggerReason.ABNORMAL_CONDITION, reason)
        for evse in self.evses:
            await evse.shut_down(cause)

    def _heard(self, event: HardwareEvent) -> None:
        if self._early is not None:
            self._early.append(event)
        elif self._listening:
            self.core.spawn(self._handle(event))

    async def _handle(self, event: HardwareEvent) -> None:
        match event:
            case PilotChanged() | FaultRaised() | FaultCleared():
                await self.evses.heard(event)
            case TokenPresented(token, kind, evse_id):
                if kind not in _TOKEN_KINDS:
                    log.error("a reader gave a token of the unknown kind %r; it was ignored", kind)
                elif len(token) > MAX_ID_TOKEN:
                    log.error("a reader gave a token of %d characters; it was ignored", len(token))
                else:
                    await self.authorization.present(IdToken(token, IdTokenKind(kind)), evse_id)

    def _no_room(self) -> None:
        if not self._looking_for_room:
            self._looking_for_room = True
            self.core.spawn(self._look_for_room())

    async def _look_for_room(self) -> None:
        """Go on as before once the store can be written again."""
        while True:
            await asyncio.sleep(ROOM_RETRY)
            if self.core.transactions.recover():
                break
        self._looking_for_room = False
        log.warning("the store can be written again")
        for evse in self.evses:
            await evse.room_again()

    def _evse(self, evse_id: int) -> EvseControl:
        return self.evses[evse_id - 1]
