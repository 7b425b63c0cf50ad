"""The process of a station, which can be gone at any instant, and what was on its disk by then."""

import asyncio
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pilotwire.connection import OcppVersion
from pilotwire.hal.simulated import SimulatedStation
from pilotwire.rpc import Call, CallResult, Frame, FrameDirection
from pilotwire.station.facts.encoding import decode
from pilotwire.station.facts.security import SecurityEventHappened
from pilotwire.station.facts.transactions import TransactionEvent
from pilotwire.station.vocabulary import EventType
from pilotwire.store import METER_VALUES, SECURITY_EVENT, TRANSACTION, Store
from tests.support.frames import FrameJudge, parsed

__all__ = ["Committed", "FragileStore", "Ledger", "PowerCut", "StationEnd"]

TIMEOUT = 30.0
"""Seconds after which a station may give up on an answer."""

UNSETTLED_LIMIT = 1100
"""Statements that may wait for a commit: 1000, and what one more block writes."""


_TAKEN_DOWN = frozenset({TRANSACTION.name, SECURITY_EVENT.name})
"""Lanes of which nothing may be lost."""

PROMISED = {"Heartbeat": 150.0, "StatusNotification": 600.0}
"""Seconds within which a message that the CSMS has triggered is sent, if the connection lasts; what
has a lane waits for what is in it.
"""

_TRIGGERS = frozenset({"TriggerMessage", "ExtendedTriggerMessage"})
_TRIGGERED = {
    "SignChargePointCertificate": "SignCertificate",
    "SignChargingStationCertificate": "SignCertificate",
}
"""Messages that are triggered by another name."""


class PowerCut(BaseException):
    """The process is gone. What its code does after that has no effect on anything."""


@dataclass(frozen=True)
class Committed:
    """A transaction event as it reached the disk: when, and what was so then.

    `at` is in virtual time, `register_wh` what the meter counted. Where the meter was `unreadable`,
    the station can't know that. It was `offline` where there was no connection.
    """

    event: TransactionEvent
    at: float
    register_wh: float
    unreadable: bool
    offline: bool


class Ledger:
    """All transaction events that were ever committed, in their order: what the CSMS must know."""

    def __init__(self, hardware: SimulatedStation) -> None:
        self._hardware = hardware
        self.events: dict[str, list[Committed]] = {}
        """By transaction."""
        self.running: dict[int, str] = {}
        """The transaction that runs on an EVSE."""
        self.security: list[SecurityEventHappened] = []
        """All security events that were ever committed, in their order."""
        self.unreadable: Callable[[int], bool] = lambda _: False
        self.offline: Callable[[], bool] = lambda: False
        self.on_change: Callable[[int], None] = lambda _: None
        self.on_session: Callable[[TransactionEvent], None] = lambda _: None
        """Called with the first event of a transaction that is under a token."""
        self.on_fact: Callable[[str], None] = lambda _: None
        """Called with each text that is committed of a transaction, or of a meter."""

    def committed(self, text: str) -> None:
        """Take down an event, in the instant of its commit."""
        event = decode(text)
        if isinstance(event, SecurityEventHappened):
            self.security.append(event)
            return
        assert isinstance(event, TransactionEvent)
        evse_id = event.evse_id
        before = self.events.setdefault(event.transaction_id, [])
        if event.authorized_by and not any(each.event.authorized_by for each in before):
            self.on_session(event)
        before.append(
            Committed(
                event,
                asyncio.get_running_loop().time(),
                self._hardware.evse(evse_id).meter.register_wh,
                self.unreadable(evse_id),
                self.offline(),
            )
        )
        if event.event_type is EventType.STARTED:
            self.running[evse_id] = event.transaction_id
        elif event.event_type is EventType.ENDED:
            self.running.pop(evse_id, None)
        self.on_change(evse_id)


class FragileStore(Store):
    """A store whose process can be gone at any commit.

    `on_death` is called in that instant. What was not committed is lost with it. `on_list` is
    called after each commit that has changed the local authorization list.
    """

    def __init__(
        self, path: Path, ledger: Ledger, wrongs: list[str], bound: Callable[[int], bool]
    ) -> None:
        self.dead = False
        self.doom: bool | None = None
        """Die at the next commit: before it is made (False), or right after (True)."""
        self.on_death: Callable[[], None] = lambda: None
        self.on_list: Callable[[], None] = lambda: None
        self._list_changed = False
        self._ledger = ledger
        self._wrongs = wrongs
        self._bound = bound
        self._facts: list[str] = []
        self._readings: list[str] = []
        super().__init__(path)
        # The machine of the test goes on: what has been written is there after any death.
        self._connection.execute("PRAGMA synchronous=OFF")

    @contextmanager
    def atomic(self) -> Generator[None, None, None]:
        self._alive()
        doomed_after = self.doom
        with self._taking_down(), super().atomic():
            yield
            if doomed_after is False:
                self.die()
                raise PowerCut
        if self._list_changed and not self._depth:
            self._list_changed = False
            self.on_list()
        if doomed_after and not self._depth:
            self.die()
            raise PowerCut

    @contextmanager
    def lazily(self) -> Generator[None, None, None]:
        # Of the dead it is lost with all that was not committed.
        with self._taking_down(), super().lazily():
            yield

    def execute(self, sql: str, *parameters: Any) -> int:
        if sql.startswith("INSERT INTO outbox") and parameters[2] in _TAKEN_DOWN:
            self._facts.append(parameters[6])
        if sql.startswith("INSERT INTO outbox") and parameters[2] == METER_VALUES.name:
            self._readings.append(parameters[6])
        self._list_changed |= "local_lists" in sql
        return super().execute(sql, *parameters)

    def die(self) -> None:
        """Be gone, as by a power cut."""
        if not self.dead:
            self.dead = True
            self.on_death()

    def close(self) -> None:
        """Let go of the file; after a death without a commit."""
        if self.dead and self._connection.in_transaction:
            self._connection.execute("ROLLBACK")
        self.dead = True
        super().close()

    def _alive(self) -> None:
        if self.dead:
            raise PowerCut

    @contextmanager
    def _taking_down(self) -> Generator[None, None, None]:
        if self._depth:
            yield
            return
        self._facts.clear()
        self._readings.clear()
        yield
        for fact in self._facts:
            self._ledger.committed(fact)
        for fact in (*self._facts, *self._readings):
            self._ledger.on_fact(fact)
        for waiting in self.counts.values():
            if not self._bound(waiting):
                self._wrongs.append(f"{waiting} messages wait, which is more than there is room")
        if len(self._open_statements) > UNSETTLED_LIMIT:
            self._wrongs.append(f"{len(self._open_statements)} statements wait for a commit")


class StationEnd:
    """Watches the station's end of its connections.

    Every frame is valid by its schema, no CALL leaves while another waits for its answer (OCPP-J
    4.1.1), and none but a boot, and what the CSMS has triggered, before the station has been
    accepted (B02, B03). A message that was triggered, and promised, is sent. `on_answer` hears of
    each answer that the station receives in time, together with its CALL.
    """

    def __init__(self, wrongs: list[str]) -> None:
        self._wrongs = wrongs
        self._open: tuple[Call, float] | None = None
        self._judge: FrameJudge | None = None
        self._accepted = False
        self._alive = False
        self._wishes: dict[str, str] = {}
        """Which messages the CSMS wants, by the ids of its CALLs."""
        self._invited: set[str] = set()
        self._promised: dict[str, float] = {}
        """Since when a message is to be sent."""
        self.on_answer: Callable[[Call, CallResult], None] = lambda _call, _result: None

    def tap(self, direction: FrameDirection, text: str) -> None:
        """See a text of the station."""
        if not self._alive:
            return  # what a dead station says nobody hears
        try:
            self._see(direction, text)
        except Exception as error:  # which the station would log, and nobody read
            self._wrongs.append(f"the judge of what is said fell over: {error!r}")

    def _see(self, direction: FrameDirection, text: str) -> None:
        frame: Frame | None = parsed(text)
        if frame is None:
            self._open = None  # half of an answer is one, too
            return
        at = asyncio.get_running_loop().time()
        sent = direction is FrameDirection.SENT
        assert self._judge is not None
        try:
            self._judge.see(text, sent=sent)
        except AssertionError as error:
            self._wrongs.append(str(error))
        self._triggered(frame, at, sent=sent)
        if sent:
            if isinstance(frame, Call):
                if self._open is not None and at - self._open[1] < TIMEOUT - 0.01:
                    waiting = self._open[0].message_id
                    self._wrongs.append(f"sent while {waiting} was not answered: {text}")
                if not self._accepted and frame.action not in {"BootNotification", *self._invited}:
                    self._wrongs.append(f"sent before the station was accepted: {text}")
                self._open = (frame, at)
        elif self._open is not None and not isinstance(frame, Call):
            call, since = self._open
            if frame.message_id == call.message_id:
                self._open = None
                if isinstance(frame, CallResult):
                    if call.action == "BootNotification":
                        self._accepted = frame.payload["status"] == "Accepted"
                    if at - since < TIMEOUT - 0.01:  # nobody waits for it any more
                        self.on_answer(call, frame)

    def _triggered(self, frame: Frame, at: float, *, sent: bool) -> None:
        """F06.FR.10, F06.FR.04, B02.FR.02."""
        if isinstance(frame, Call) and not sent and frame.action in _TRIGGERS:
            wish = str(frame.payload["requestedMessage"])
            self._wishes[frame.message_id] = _TRIGGERED.get(wish, wish)
        elif isinstance(frame, CallResult) and sent:
            promised = self._wishes.pop(frame.message_id, None)
            if promised is not None and frame.payload["status"] == "Accepted":
                self._invited.add(promised)
                if promised in PROMISED:
                    self._promised.setdefault(promised, at)
        elif isinstance(frame, Call) and sent:
            self._promised.pop(frame.action, None)
        for wish, since in list(self._promised.items()):
            if at - since > PROMISED[wish]:
                del self._promised[wish]
                self._wrongs.append(f"{wish} was triggered, accepted, and never sent")

    def _new_connection(self) -> None:
        self._wishes.clear()
        self._invited.clear()
        self._promised.clear()

    def started(self) -> None:
        """The station starts: it has not been accepted yet."""
        self._alive, self._accepted = True, False

    def died(self) -> None:
        """The station is gone."""
        self._alive = False

    def connected(self, subprotocol: str) -> None:
        """A new connection begins."""
        self._open = None
        self._new_connection()
        self._judge = FrameJudge(OcppVersion.parse(subprotocol).edition)
