"""Many simulated stations in one process, with drivers, faults and connections that break.

Each is the `ChargingStation` that a real charger runs, on simulated hardware; all share a store and
what opens connections. An idle one costs no more than it does by itself: who comes, and what
breaks, is the fleet's to draw (`plan`).
"""

import asyncio
from collections.abc import Callable, Coroutine, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Final, TypeVar

from pilotwire.charging_station import ChargingStation, Environment, Network
from pilotwire.connection import Connector
from pilotwire.connection.client import WebSocketConnector
from pilotwire.flag import Flag, set_before
from pilotwire.hal.interfaces import HardwareError
from pilotwire.hal.simulated import SimulatedEvse, SimulatedStation
from pilotwire.logs import logger
from pilotwire.simulator.fleet.figures import Counts, Figures, Sessions
from pilotwire.simulator.fleet.ledger import Difference, Ledger, Records, differences
from pilotwire.simulator.fleet.links import Links
from pilotwire.simulator.fleet.plan import Arrival, Breakage, Drop, Plan
from pilotwire.simulator.fleet.profile import StationKind, numbered
from pilotwire.simulator.visits import visit
from pilotwire.station.clock import Clock, SystemClock
from pilotwire.station.hardware.calls import words
from pilotwire.store import Store

__all__ = ["IDENTITIES", "Fleet", "FleetStation"]

T = TypeVar("T", Arrival, Breakage, Drop)

FleetStation = ChargingStation[SimulatedStation]

log = logger(__name__)

IDENTITIES: Final = "CS-{n:05}"
"""What the stations are called where nobody says it."""

_LAST_VISITS_S: Final = 180.0
"""How long the last drivers have to leave, in seconds."""
_PATIENCE_S: Final = 60.0
"""How long an ending fleet waits for a CSMS that takes none of what is left, in seconds."""
_AT_A_TIME: Final = 200
"""How many stations stop at a time."""


class Fleet:
    """Stations, from their start to their end.

    Args:
        plan: What happens to them, and how many there are.
        network: Where the CSMS is; kinds of stations may offer other versions.
        passwords: The passwords of stations that have one of their own, by identity.
        identities: What they are called; `{n}` is a number from 1 on.
        rate: How many start in a second.
        store: Where they all keep what must survive; in memory by default.
        connector: What opens connections.
        clock: The time of day at the beginning.

    Raises:
        ValueError: a network or an identity can't be used.
    """

    def __init__(
        self,
        plan: Plan,
        network: Network,
        *,
        passwords: Mapping[str, str] | None = None,
        identities: str = IDENTITIES,
        rate: float = 100.0,
        store: Store | None = None,
        connector: Connector | None = None,
        clock: Clock | None = None,
    ) -> None:
        self.plan = plan
        self.figures = Figures()
        """What is counted."""
        self.links = Links(WebSocketConnector() if connector is None else connector)
        """The network."""
        self.stations: list[FleetStation] = []
        """Those that have been started, in their order."""
        self._network = network
        self._passwords: Mapping[str, str] = {} if passwords is None else passwords
        self._identities = identities
        self._rate = rate
        self._store = Store(":memory:") if store is None else store
        self._environment = Environment(
            clock=SystemClock() if clock is None else clock,
            random=plan.random("environment"),
            connector=self.links,
            tap=self.figures.tap,
        )
        self._networks: dict[StationKind, Network] = {}
        self._tasks: list[asyncio.Task[None]] = []
        """Those in which they run, in their order."""
        self._occupied: set[tuple[int, int]] = set()
        """EVSEs where a driver is, by the number of the station and their own."""
        self._mishaps: set[asyncio.Task[None]] = set()
        self._visits: set[asyncio.Task[None]] = set()
        self._hurried = False
        self._stop = Flag()
        self._begun_at = 0.0
        numbered(identities, 1)
        network.endpoint(numbered(identities, 1))

    # For whoever runs it.

    @property
    def ledger(self) -> Ledger:
        """The transactions of all stations."""
        return self.figures.ledger

    @property
    def all_started(self) -> bool:
        """Whether all stations have been started; from then on drivers come."""
        return len(self.stations) == self.plan.stations

    async def run(self, duration: float | None = None) -> None:
        """Start all stations, let the days pass for `duration` seconds from then on, or until
        `stop`, and end in good order: the last drivers leave, and what is left is delivered.
        """
        loop = asyncio.get_running_loop()
        self._begun_at = loop.time()
        try:
            async with asyncio.TaskGroup() as tasks:
                starting = tasks.create_task(self._start())
                starting.add_done_callback(
                    lambda _: self._stop.set() if _failed(starting) else None
                )
                days = tasks.create_task(self._days(tasks, starting))
                if duration is None:
                    await self._stop.wait()
                else:
                    await asyncio.wait(
                        {starting, stopped := tasks.create_task(self._stop.wait())},
                        return_when=asyncio.FIRST_COMPLETED,
                    )
                    stopped.cancel()
                    await set_before(self._stop, loop.time() + duration)
                starting.cancel()
                days.cancel()
                await self._end()
        finally:
            left = [task for task in self._tasks if not task.done()]
            for task in left:
                task.cancel()
            if left:
                await asyncio.wait(left)

    def stop(self) -> None:
        """Let `run` end."""
        self._stop.set()

    def counts(self) -> Counts:
        """What it is at now."""
        now, figures, ledger = asyncio.get_running_loop().time(), self.figures, self.ledger
        return Counts(
            seconds=now - self._begun_at,
            stations=self.plan.stations,
            started=len(self.stations),
            failed=figures.failed,
            connected=figures.connected,
            accepted=sum(station.accepted for station in self.stations),
            without_network=self.links.down,
            most_connected=figures.most_connected,
            boots=figures.boots,
            connections=figures.connections,
            faults=figures.faults,
            refused_tokens=figures.refused_tokens,
            sent=figures.sent,
            received=figures.received,
            messages_a_second=figures.rate(now),
            sessions=Sessions(
                arrivals=figures.arrivals,
                turned_away=figures.turned_away,
                without_energy=figures.without_energy,
                running=ledger.running,
                done=ledger.ended,
                energy_kwh=ledger.energy_wh / 1000,
                undelivered=self.undelivered,
                given_up=ledger.given_up,
            ),
            calls=figures.calls(),
        )

    @property
    def undelivered(self) -> int:
        """Messages of transactions that wait for the CSMS."""
        return sum(station.outbox_size for station in self.stations)

    def differences(self, records: Records) -> Iterator[Difference]:
        """Of which transactions a CSMS does not know what the stations do; see `ledger`."""
        return differences(self.ledger.rows(), records)

    # The stations.

    async def _start(self) -> None:
        loop = asyncio.get_running_loop()
        due = loop.time()
        for number, kind in enumerate(self.plan.kinds(), start=1):
            station = self._station(numbered(self._identities, number), kind)
            self.stations.append(station)
            task = loop.create_task(station.run())
            self._tasks.append(task)
            task.add_done_callback(self._over)
            due = max(due, loop.time()) + 1.0 / self._rate  # what is late is not made up for
            await asyncio.sleep(due - loop.time())

    def _station(self, identity: str, kind: StationKind) -> FleetStation:
        network = self._networks.get(kind)
        if network is None:
            versions = kind.versions or self._network.versions
            network = self._networks[kind] = replace(self._network, versions=versions)
        own = self._passwords.get(identity)
        station = ChargingStation(
            identity=identity,
            vendor="Pilotwire",
            model="Fleet",
            csms=network if own is None else replace(network, password=own),
            hardware=kind.build(),
            store=self._store,
            environment=self._environment,
        )
        station.listen(partial(self.figures.hear, identity))
        return station

    def _over(self, task: asyncio.Task[None]) -> None:
        if _failed(task):  # the station has logged why
            self.figures.failed += 1

    # What happens to them.

    async def _days(self, tasks: asyncio.TaskGroup, starting: asyncio.Task[None]) -> None:
        await asyncio.wait({starting})
        begun = asyncio.get_running_loop().time()
        plan = self.plan
        async with asyncio.TaskGroup() as works:
            works.create_task(self._as_planned(begun, plan.arrivals(), partial(self._come, tasks)))
            works.create_task(
                self._as_planned(begun, plan.breakages(), partial(self._mishap, tasks, self._break))
            )
            works.create_task(
                self._as_planned(begun, plan.drops(), partial(self._mishap, tasks, self._drop))
            )

    async def _as_planned(
        self, begun: float, things: Iterator[T], happen: Callable[[T], None]
    ) -> None:
        loop = asyncio.get_running_loop()
        for thing in things:
            await asyncio.sleep(max(0.0, begun + thing.at - loop.time()))
            happen(thing)

    def _come(self, tasks: asyncio.TaskGroup, arrival: Arrival) -> None:
        evse = self._free(arrival)
        if evse is None:
            self.figures.turned_away += 1
            return
        self.figures.arrivals += 1
        _kept(self._visits, tasks.create_task(self._visit(arrival, evse)))

    def _free(self, arrival: Arrival) -> SimulatedEvse | None:
        """An EVSE where nobody is, if there is one."""
        evses = self.stations[arrival.station].hardware.evses
        first = int(arrival.place * len(evses))
        for evse in (*evses[first:], *evses[:first]):
            if evse.vehicle is None and (arrival.station, evse.id) not in self._occupied:
                return evse
        return None

    async def _visit(self, arrival: Arrival, evse: SimulatedEvse) -> None:
        place = arrival.station, evse.id
        self._occupied.add(place)
        try:
            if not await visit(evse, arrival.visit, _silently, lambda: self._hurried):
                self.figures.without_energy += 1
        except HardwareError as error:  # what a driver can't do with what is broken
            log.debug("a visit came to nothing: %s", words(error))
            self.figures.without_energy += 1
        finally:
            self._occupied.discard(place)

    def _mishap(
        self,
        tasks: asyncio.TaskGroup,
        happens: Callable[[T], Coroutine[object, None, None]],
        thing: T,
    ) -> None:
        _kept(self._mishaps, tasks.create_task(happens(thing)))

    async def _break(self, breakage: Breakage) -> None:
        hardware = self.stations[breakage.station].hardware
        evses = hardware.evses
        part = hardware if breakage.fault.station else evses[int(breakage.place * len(evses))]
        part.fail(breakage.fault.code, "as the fleet's profile has it")
        try:
            await asyncio.sleep(breakage.lasts)
        finally:
            part.clear_fault(breakage.fault.code)

    async def _drop(self, drop: Drop) -> None:
        identity = self.stations[drop.station].identity
        await self.links.drop(identity)
        try:
            await asyncio.sleep(drop.lasts)
        finally:
            self.links.mend(identity)

    # The end.

    async def _end(self) -> None:
        self._hurried = True
        for task in self._mishaps:
            task.cancel()
        self.links.mend_all()
        if self._visits:
            await asyncio.wait(self._visits, timeout=_LAST_VISITS_S)
        for task in self._visits:
            task.cancel()
        await self._delivered()
        for first in range(0, len(self.stations), _AT_A_TIME):
            some = slice(first, first + _AT_A_TIME)
            for station in self.stations[some]:
                station.stop()
            await asyncio.wait(self._tasks[some])

    async def _delivered(self) -> None:
        """Wait until the CSMS has all that is over, or takes nothing of it any more."""
        loop = asyncio.get_running_loop()
        left, since = self._left(), loop.time()
        while any(left) and loop.time() - since < _PATIENCE_S:
            await asyncio.sleep(1.0)
            now = self._left()
            if now != left:
                left, since = now, loop.time()

    def _left(self) -> Sequence[int]:
        return self.ledger.running, self.undelivered


def _kept(tasks: set[asyncio.Task[None]], task: asyncio.Task[None]) -> None:
    tasks.add(task)
    task.add_done_callback(tasks.discard)


def _failed(task: asyncio.Task[None]) -> bool:
    return not task.cancelled() and task.exception() is not None


def _silently(text: str) -> None:
    del text
