"""What a fleet is at, counted as it happens."""

from collections import Counter, deque
from collections.abc import Mapping
from typing import Final

from pydantic import BaseModel, ConfigDict

from pilotwire.events import (
    CallAnswered,
    Connected,
    Disconnected,
    FaultRaised,
    Registered,
    StationEvent,
    TokenRefused,
)
from pilotwire.ocpp.v21 import RegistrationStatusEnumType as RegistrationStatus
from pilotwire.rpc import FrameDirection
from pilotwire.simulator.fleet.ledger import Ledger
from pilotwire.simulator.fleet.percentiles import Latencies

__all__ = ["Call", "Counts", "Figures", "Sessions"]

_WINDOW_S: Final = 10.0
"""How far back it is looked for how many messages there are in a second."""


class _Report(BaseModel):
    model_config = ConfigDict(frozen=True)


class Call(_Report):
    """How an action went; latencies in seconds, from when it was to be said to its answer.

    Attributes:
        count: How often it was answered, rightly or wrongly, or not.
        p50: Half of them took no longer.
        p95: 95 % of them took no longer.
        p99: 99 % of them took no longer.
        longest: The longest.
        errors: How often it had no good answer, by the code of the CALLERROR, `Timeout` or
            `Invalid`.
    """

    count: int
    p50: float
    p95: float
    p99: float
    longest: float
    errors: Mapping[str, int]


class Sessions(_Report):
    """What became of drivers and transactions.

    Attributes:
        arrivals: Drivers who found a free EVSE.
        turned_away: Drivers who found none.
        without_energy: Drivers who gave up, since there was no energy.
        running: Transactions that go on.
        done: Transactions that are over.
        energy_kwh: What was taken in those that are over.
        undelivered: Messages of transactions that wait for the CSMS.
        given_up: Messages of transactions that it was not made to take.
    """

    arrivals: int
    turned_away: int
    without_energy: int
    running: int
    done: int
    energy_kwh: float
    undelivered: int
    given_up: int


class Counts(_Report):
    """What a fleet is at.

    Attributes:
        seconds: Since its beginning, in its own time.
        stations: How many there are to be.
        started: How many have started.
        failed: How many have ended by a fault.
        connected: How many have a connection.
        accepted: How many the CSMS has accepted.
        without_network: How many have no network, as the profile has it.
        most_connected: How many had one at a time, at the most.
        boots: How often the CSMS has accepted one.
        connections: Connections that were opened.
        faults: Faults that came.
        refused_tokens: Tokens that were refused.
        sent: Messages that went to the CSMS, answers too.
        received: Messages that came from it.
        messages_a_second: Of both, lately.
        sessions: Drivers and transactions.
        calls: How actions went.
    """

    seconds: float
    stations: int
    started: int
    failed: int
    connected: int
    accepted: int
    without_network: int
    most_connected: int
    boots: int
    connections: int
    faults: int
    refused_tokens: int
    sent: int
    received: int
    messages_a_second: float
    sessions: Sessions
    calls: Mapping[str, Call]

    @property
    def errors(self) -> Mapping[str, int]:
        """How often calls had no good answer, by code."""
        total: Counter[str] = Counter()
        for call in self.calls.values():
            total.update(call.errors)
        return total


class Figures:
    """Counts what stations tell, and what passes on their connections."""

    def __init__(self) -> None:
        self.ledger = Ledger()
        """Their transactions."""
        self.latencies: dict[str, Latencies] = {}
        """How long their calls took, by action."""
        self.errors: dict[str, Counter[str]] = {}
        """Those without a good answer, by action and code."""
        self.connected = 0
        self.connections = 0
        self.most_connected = 0
        self.boots = 0
        self.started = 0
        self.failed = 0
        self.faults = 0
        self.refused_tokens = 0
        self.arrivals = 0
        self.turned_away = 0
        self.without_energy = 0
        self.sent = 0
        self.received = 0
        self._marks: deque[tuple[float, int]] = deque()

    def hear(self, identity: str, event: StationEvent) -> None:
        """A station has told something."""
        match event:
            case CallAnswered(action, seconds, error):
                latencies = self.latencies.get(action)
                if latencies is None:
                    latencies = self.latencies[action] = Latencies()
                latencies.add(seconds)
                if error is not None:
                    self.errors.setdefault(action, Counter())[error] += 1
            case Connected():
                self.connected += 1
                self.connections += 1
                self.most_connected = max(self.most_connected, self.connected)
            case Disconnected():
                self.connected -= 1
            case Registered(RegistrationStatus.ACCEPTED):
                self.boots += 1
            case FaultRaised():
                self.faults += 1
            case TokenRefused():
                self.refused_tokens += 1
            case _:
                self.ledger.hear(identity, event)

    def tap(self, direction: FrameDirection, text: str) -> None:
        """A message has passed; a `FrameTap`."""
        del text
        if direction is FrameDirection.SENT:
            self.sent += 1
        else:
            self.received += 1

    def rate(self, now: float) -> float:
        """Messages a second since a while ago; asked for about once a second."""
        total = self.sent + self.received
        self._marks.append((now, total))
        while len(self._marks) > 2 and now - self._marks[0][0] > _WINDOW_S:
            self._marks.popleft()
        then, before = self._marks[0]
        return (total - before) / (now - then) if now > then else 0.0

    def calls(self) -> Mapping[str, Call]:
        """How actions went so far."""
        return {
            action: Call(
                count=each.count,
                p50=each.percentile(50),
                p95=each.percentile(95),
                p99=each.percentile(99),
                longest=each.longest,
                errors=dict(self.errors.get(action, {})),
            )
            for action, each in sorted(self.latencies.items())
        }
