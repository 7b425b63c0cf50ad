"""The safety rule, over all that can happen to a socket, in any order.

the contactor is closed  =>  the pilot is in C or D, somebody is authorized, the plug is locked,
                             no fault stands, and the limit leaves a current

`EvseState.may_charge` is the rule, but for the pilot and the lock: `Supply` closes for a vehicle
that asks, and `Settling` holds the plug before that or does not come so far.

The search is breadth-first: each state that was not seen is gone on from with each input, to some
depth. Two sequences with the same state are taken to go on alike; where what a state is made of
does not tell all of it, the sequences without that short cut do.
"""

import asyncio
import itertools
from collections.abc import Iterable
from dataclasses import dataclass, field

import pytest

from pilotwire.hal.interfaces import (
    ConnectorKind,
    EventSink,
    FaultCleared,
    FaultCode,
    FaultRaised,
    HardwareError,
    MeterReading,
    PilotChanged,
    PilotState,
)
from pilotwire.station.evse.control import EvseControl
from pilotwire.station.station import Station
from pilotwire.station.transactions.log import Cause
from pilotwire.station.vocabulary import Reason, TriggerReason
from pilotwire.store import Store
from tests.support.depth import DEEPER
from tests.support.evse import DRIVER, bare_station
from tests.support.virtual_time import run

PILOTS = tuple(f"pilot {state}" for state in PilotState)
INPUTS = (
    *PILOTS,
    "authorize",
    "deauthorize",
    "jam the lock",
    "free the lock",
    "raise a fault",
    "clear the fault",
    "limit 0",
    "limit 16",
    "time passes",
)
CHARGING = ("pilot B", "authorize", "pilot C")
OVER = Cause(TriggerReason.REMOTE_STOP, Reason.REMOTE)
OPENS_WITHIN = 0.1
"""Seconds, from what forbids energy (IEC 61851-1 Annex A)."""


@dataclass
class Socket:
    """A socket that does as it is told, at once, and looks at each order."""

    kind: ConnectorKind = ConnectorKind.TYPE2_SOCKET
    phases: int = 3
    max_current_a: float = 32.0
    pilot: PilotState = PilotState.A
    authorized: bool = False
    faulty: bool = False
    limit: float = 32.0
    jammed: bool = False
    locked: bool = False
    closed: bool = False
    wrongly_closed_since: float | None = None
    wrongs: list[str] = field(default_factory=list[str])
    """What it was told and must not be. Not raised there, where it would be one more failure."""

    @property
    def may_be_closed(self) -> bool:
        return (
            self.pilot.wants_energy
            and self.authorized
            and self.locked
            and not self.faulty
            and self.limit >= 6
        )

    async def pilot_state(self) -> PilotState:
        return self.pilot

    async def offer_current(self, amperes: float) -> None:
        self.holds(amperes <= self.limit, "more is offered than may be")

    async def close_contactor(self) -> None:
        self.holds(self.may_be_closed, "told to close")
        self.closed = True

    async def open_contactor(self) -> None:
        self.closed = False
        self.look()

    async def lock_connector(self) -> None:
        if self.jammed:
            raise HardwareError("the lock is jammed")
        self.locked = True

    async def unlock_connector(self) -> None:
        self.holds(not self.closed, "the plug is released under load")
        if self.jammed:
            raise HardwareError("the lock is jammed")
        self.locked = False

    async def read_meter(self) -> MeterReading:
        return MeterReading(0.0)

    def look(self) -> None:
        """It may be closed wrongly for so long as an opening may take."""
        now = asyncio.get_running_loop().time()
        if not self.closed or self.may_be_closed:
            self.wrongly_closed_since = None
        elif self.wrongly_closed_since is None:
            self.wrongly_closed_since = now
        else:
            self.holds(now - self.wrongly_closed_since <= OPENS_WITHIN, "it is closed still")

    def holds(self, promise: bool, wrong: str) -> None:
        if not promise:
            self.wrongs.append(wrong)


class Hardware:
    """A station with that one socket."""

    def __init__(self) -> None:
        self.socket = Socket()
        self.evses = (self.socket,)
        self.sink: EventSink = lambda _: None

    async def start(self, sink: EventSink) -> None:
        self.sink = sink

    async def stop(self) -> None:
        self.socket.closed = False

    async def reboot(self) -> None:
        pass


class Play:
    """One sequence of inputs."""

    def __init__(self, hardware: Hardware, station: Station) -> None:
        self.hardware, self.socket = hardware, hardware.socket
        self.evse: EvseControl = station.evses.get(1)

    async def happens(self, what: str) -> None:
        socket, (kind, _, more) = self.socket, what.partition(" ")
        task: asyncio.Future[bool] | asyncio.Future[None] | None = None
        match kind:
            case "pilot":
                socket.pilot = PilotState(more)
                self.hardware.sink(PilotChanged(1, socket.pilot))
            case "authorize":
                task = asyncio.ensure_future(self._authorize())
            case "deauthorize":
                socket.authorized = False
                task = asyncio.ensure_future(self.evse.deauthorized(OVER))
            case "jam" | "free":
                socket.jammed = kind == "jam"
            case "raise":
                socket.faulty = True
                self.hardware.sink(FaultRaised(1, FaultCode.GROUND_FAULT))
            case "clear":
                socket.faulty = False
                self.hardware.sink(FaultCleared(1, FaultCode.GROUND_FAULT))
            case "limit":
                task = asyncio.ensure_future(self._limit(float(more)))
            case _:
                await asyncio.sleep(20)
        for _ in range(20):
            socket.look()
            await asyncio.sleep(0.05)
        if task is not None:
            await task
        # A fault or a lost vehicle ends the session: the next needs another authorization.
        socket.authorized = socket.authorized and self.evse.state.authorization is not None
        socket.look()

    async def _limit(self, amperes: float) -> bool:
        self.socket.limit = amperes  # when the station is told, which can't know of it before
        return await self.evse.limit(amperes)

    async def _authorize(self) -> None:
        self.socket.authorized = True  # before the station can act on it
        if not await self.evse.authorized(DRIVER):
            self.socket.authorized = self.evse.state.authorization is not None

    @property
    def key(self) -> str:
        """All that tells one state from another."""
        state, socket = self.evse.state, self.socket
        return repr(
            (
                (socket.pilot, socket.authorized, socket.faulty, socket.limit, socket.jammed),
                (socket.locked, socket.closed),
                (state.pilots, state.in_use, state.authorization is not None, state.shorted),
                (sorted(state.faults), sorted(state.warnings), sorted(map(str, state.holds))),
                (state.limit, state.closed, state.held, state.under_way, state.finishing),
                (state.unplugged, state.in_transaction, state.owner is not None),
                state.offered_at is not None,
            )
        )


async def played(store: Store, sequence: Iterable[str]) -> tuple[str, bool]:
    """The state after a sequence, and whether energy flows in it."""
    sequence = tuple(sequence)
    hardware = Hardware()
    async with bare_station(hardware, store=store) as station:
        play = Play(hardware, station)
        try:
            for what in sequence:
                await play.happens(what)
                assert not hardware.socket.wrongs
        except AssertionError as error:
            raise AssertionError(f"{' > '.join(sequence)}: {error}") from error
        return play.key, hardware.socket.closed


async def search(deepest: int) -> tuple[int, int]:
    """How many states there are, and in how many of them energy flows."""
    store = Store(":memory:")
    start, _ = await played(store, ())
    seen, flows = {start}, 0
    edge: list[tuple[str, ...]] = [()]
    for _ in range(deepest):
        found: list[tuple[str, ...]] = []
        for sequence, what in itertools.product(edge, INPUTS):
            key, closed = await played(store, (*sequence, what))
            if key not in seen:
                seen.add(key)
                flows += closed
                found.append((*sequence, what))
        edge = found
    return len(seen), flows


def test_all_states_that_three_inputs_lead_to() -> None:
    """Five, where there is time."""
    states, flows = run(search(3 + 2 * DEEPER))
    assert states > 90 + 160 * DEEPER
    assert flows > 2 * DEEPER, "it closes at all"


def test_a_limit_in_the_instant_in_which_a_pilot_is_believed_again() -> None:
    """The offer that is under way then is not told to the vehicle any more."""
    run(played(Store(":memory:"), ("pilot E", "pilot B", "authorize", "limit 0")))


async def play_all(sequences: Iterable[tuple[str, ...]]) -> int:
    store = Store(":memory:")
    return sum([(await played(store, sequence))[1] for sequence in sequences])


def test_all_pairs_of_inputs_while_energy_flows() -> None:
    assert run(play_all((*CHARGING, *two) for two in itertools.product(INPUTS, repeat=2)))


@pytest.mark.slow
@pytest.mark.parametrize("first", INPUTS)
def test_all_triples_of_inputs(first: str) -> None:
    """While energy flows; at rest, too, where there is time."""
    for begin in (CHARGING, ())[: 1 + DEEPER]:
        run(play_all((*begin, first, *two) for two in itertools.product(INPUTS, repeat=2)))
