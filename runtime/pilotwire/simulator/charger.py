"""A simulated charger: a whole charging station, and all that a tester can do to it and see of it.

The station is the one that real chargers run, on hardware that is not there. What it does is its
own; a charger here only is its surroundings: power, network, drivers, and an eye on it all.

    starts     when it has power; each start is a new `ChargingStation` on the same store
    power cut  its store takes nothing any more, its connection breaks without a word, its hardware
               falls open; whatever it was at ends there
"""

import asyncio
from collections import deque
from collections.abc import Callable, Coroutine, Sequence
from datetime import datetime
from pathlib import Path
from random import Random, SystemRandom
from types import TracebackType
from typing import Any, Final, Self, TypeAlias

from pilotwire.charging_station import ChargingStation, Environment, NotConnectedError
from pilotwire.connection import Connector, OcppVersion
from pilotwire.errors import PilotwireError
from pilotwire.events import StationEvent
from pilotwire.hal.interfaces import HardwareError
from pilotwire.hal.simulated import Mishap, SimulatedEvse
from pilotwire.rpc import FrameDirection
from pilotwire.simulator import deeds, looking
from pilotwire.simulator.acts import AnyAct
from pilotwire.simulator.bench import About, Bench, Deed, OwnClock, WorldClock
from pilotwire.simulator.errors import ActError
from pilotwire.simulator.messages import MessageLog
from pilotwire.simulator.network import Network
from pilotwire.simulator.outage import MortalStore, PowerCut
from pilotwire.simulator.views import (
    CertificateView,
    Done,
    Sample,
    StationSummary,
    StationView,
    VariableView,
)

__all__ = [
    "About",
    "AnyStation",
    "Bench",
    "MakeStation",
    "OwnClock",
    "SimulatedCharger",
    "WorldClock",
]

AnyStation: TypeAlias = ChargingStation[Any]

SAMPLE_EVERY: Final = 5.0
KEPT_SAMPLES: Final = 20_000

MakeStation: TypeAlias = Callable[[MortalStore, Environment], AnyStation]
"""Makes the station anew for each start."""


class SimulatedCharger:
    """A charger for a tester, in the running event loop; an async context manager.

    Args:
        identity: Its identity at the CSMS.
        bench: Its hardware.
        make: Makes its station, which must have this hardware, identity, store and environment.
        store: The file of its records. It outlasts power cuts.
        connector: What opens connections while there is a network.
        world: The time of day.
        about: What there is to be told of who it is.
        random: The source of ids and of the spread of reconnections.
        sample_every: Seconds between two samples for plots; None takes none.
        tap: Sees each message besides.
    """

    def __init__(
        self,
        identity: str,
        bench: Bench,
        make: MakeStation,
        *,
        store: Path,
        connector: Connector,
        world: WorldClock,
        about: About | None = None,
        random: Random | None = None,
        sample_every: float | None = SAMPLE_EVERY,
        tap: Callable[[FrameDirection, str], None] | None = None,
    ) -> None:
        self.identity = identity
        self.bench = bench
        self.network = Network(connector)
        self.messages = MessageLog(world.now)
        self.clock = OwnClock(world)
        self.about = About() if about is None else about
        self.damage: set[tuple[int, Mishap]] = set()
        """What was broken by acts and is not mended: where, and what."""
        self.starts = 0
        """How often its station has started."""
        self.failure: Exception | None = None
        """What its station has ended with by itself."""
        self.watchers: list[Callable[[Deed], None]] = []
        """Told of each act that was done."""
        self._world = world
        self._make = make
        self._path = store
        self._random = SystemRandom() if random is None else random
        self._sample_every = sample_every
        self._tap = tap
        self._samples: deque[Sample] = deque(maxlen=KEPT_SAMPLES)
        self._listeners: list[Callable[[StationEvent], None]] = []
        self._station: AnyStation | None = None
        self._store: MortalStore | None = None
        self._life: asyncio.Task[None] | None = None
        self._power = asyncio.Event()
        self._power.set()
        self._stopping = False
        self._born = asyncio.Event()
        self._has_run = False
        self._timers: dict[str, asyncio.TimerHandle] = {}
        self._running: asyncio.Task[None] | None = None

    # What it is.

    @property
    def station(self) -> AnyStation:
        """The station that runs.

        Raises:
            ActError: none does: there is no power, or it has failed.
        """
        if self._station is None or not self.running:
            raise ActError("the station has no power" if not self.powered else "it does not run")
        return self._station

    @property
    def running(self) -> bool:
        """Whether its station works; not while it dies of a power cut."""
        return self.powered and self._station is not None and self._station.running

    @property
    def accepted(self) -> bool:
        """Whether the CSMS has accepted its station on a connection."""
        return self._station is not None and self.running and self._station.accepted

    @property
    def powered(self) -> bool:
        """Whether it has power."""
        return self._power.is_set()

    def evse(self, evse_id: int) -> SimulatedEvse:
        """A simulated EVSE.

        Raises:
            ActError: there is none of that number.
        """
        found = self.bench.evses.get(evse_id)
        if found is None:
            raise ActError(f"there is no simulated EVSE {evse_id}", "evse")
        return found

    # What can be done to it, and seen of it.

    async def do(self, act: AnyAct) -> Done:
        """Do something to it; returns when it is done.

        Raises:
            ActError: it can't be done.
        """
        began, after = self._world.now(), self.messages.last
        done = await deeds.do(self, act)
        for tell in tuple(self.watchers):
            tell(Deed(self.identity, act, began, self._world.now(), after))
        return done

    def view(self) -> StationView:
        """What there is to see of it now."""
        return looking.station_view(self)

    def summary(self) -> StationSummary:
        """The same in a line."""
        return looking.summary(self)

    def variables(self) -> Sequence[VariableView]:
        """Its variables, and its configuration keys of 1.6.

        Raises:
            ActError: it does not run.
        """
        return looking.variables(self.station)

    async def certificates(self) -> Sequence[CertificateView]:
        """The certificates that it trusts, and its own."""
        return await looking.certificates(self.bench.folder)

    def samples(self, since: datetime | None = None, most: int = KEPT_SAMPLES) -> Sequence[Sample]:
        """What was so lately, the oldest first: what was taken after that time, at most so many."""
        found = [each for each in self._samples if since is None or each.at > since]
        return found[-most:]

    def listen(self, listener: Callable[[StationEvent], None]) -> None:
        """Call `listener` with each event of its station, start after start."""
        self._listeners.append(listener)
        if self._station is not None:
            self._station.listen(listener)

    async def wait_running(self) -> None:
        """Wait until its station has started."""
        while True:
            await self._born.wait()
            station = self._station
            if station is not None and await self._lasts_until(station.wait_running()):
                return

    async def wait_accepted(self) -> None:
        """Wait until the CSMS has accepted its station on a connection."""
        while True:
            await self.wait_running()
            station = self._station
            if station is not None and await self._lasts_until(_accepted(station)):
                return

    async def _lasts_until(self, news: Coroutine[Any, Any, None]) -> bool:
        """Whether the station lives until something has come about."""
        waiting = asyncio.create_task(news)
        life = self._life
        try:
            if life is not None:
                await asyncio.wait({waiting, life}, return_when=asyncio.FIRST_COMPLETED)
            if waiting.done():
                waiting.result()
                return True
        finally:
            waiting.cancel()
        await asyncio.sleep(0.1)
        return False

    # Power.

    async def cut_power(self) -> None:
        """Cut the power; returns when nothing of the station is left.

        Raises:
            ActError: there is none.
        """
        if not self.powered:
            raise ActError("the power is cut already")
        self._power.clear()
        life = self._life
        if self._store is not None:
            self._store.die()
        self.network.cut()
        if life is not None:
            life.cancel()
            await asyncio.wait({life})

    def give_power(self) -> None:
        """Give the power back.

        Raises:
            ActError: there is power.
        """
        if self.powered:
            raise ActError("there is power already")
        self.later("power", None, self.give_power)
        self.failure = None
        if self.bench.station is not None and self.bench.station.updater is not None:
            self.bench.station.updater.boot()
        self._power.set()

    async def restart(self) -> None:
        """Switch the station off in good order, and on again.

        Raises:
            ActError: it does not run.
        """
        station, life = self.station, self._life
        station.stop()
        if life is not None:
            await asyncio.wait({life})

    def later(self, name: str, seconds: float | None, what: Callable[[], None]) -> None:
        """Do something after some time, instead of what was to be done by that name; None: not."""
        timer = self._timers.pop(name, None)
        if timer is not None:
            timer.cancel()
        if seconds is not None:
            self._timers[name] = asyncio.get_running_loop().call_later(seconds, what)

    # Its life.

    async def run(self) -> None:
        """Be there until `stop`, start after start.

        Raises what its station ends with by itself: a store that can't be opened, say.
        """
        sampling = asyncio.create_task(self._take_samples())
        try:
            while not self._stopping:
                await self._power.wait()
                if self._stopping:
                    break
                await self._live()
        finally:
            sampling.cancel()
            for name in list(self._timers):
                self.later(name, None, self.stop)

    def stop(self) -> None:
        """Let `run` end, in good order where there is power."""
        self._stopping = True
        if self._station is not None:
            self._station.stop()
        self._power.set()

    async def __aenter__(self) -> Self:
        self._stopping = False
        self._running = asyncio.create_task(self._kept_running(), name=f"charger {self.identity}")
        started = asyncio.create_task(self.wait_running())
        try:
            await asyncio.wait({self._running, started}, return_when=asyncio.FIRST_COMPLETED)
        except asyncio.CancelledError:
            self._running.cancel()
            await asyncio.wait({self._running})
            raise
        finally:
            started.cancel()
        if self._running.done():
            self._running.result()
            raise ActError("it was stopped while it started")
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()
        if self._running is not None:
            await self._running

    async def _kept_running(self) -> None:
        """`run`, again and again: what it ends with by itself is kept, until power is given anew.
        What a first start ends with is raised: it would not do the next time either.
        """
        while not self._stopping:
            try:
                await self.run()
            except (PilotwireError, HardwareError, OSError, ValueError) as error:
                if not self._has_run:
                    raise
                self.failure = error
                self._power.clear()

    async def _live(self) -> None:
        """From a start to a stop, or to the next power cut."""
        store = self._store = MortalStore(self._path)
        try:
            environment = Environment(
                clock=self.clock, random=self._random, connector=self.network, tap=self._see
            )
            station = self._station = self._make(store, environment)
            for listener in self._listeners:
                station.listen(listener)
            self.starts += 1
            life = self._life = asyncio.create_task(station.run(), name=f"station {self.identity}")
            self._born.set()
            try:
                await asyncio.wait({life})
            except asyncio.CancelledError:
                life.cancel()
                await asyncio.wait({life})
                raise
            self._has_run = self._has_run or store.dead or life.cancelled() or not life.exception()
        finally:
            self._born.clear()
            self._station = self._life = None
            store.close()
        if not life.cancelled() and not isinstance(life.exception(), PowerCut):
            life.result()

    def _see(self, direction: FrameDirection, text: str) -> None:
        if self._store is None or self._store.dead:
            return  # what the dead say nobody hears
        self._has_run = True
        self.messages.add(self.network.version or OcppVersion.V2_1, direction, text)
        if self._tap is not None:
            self._tap(direction, text)

    async def _take_samples(self) -> None:
        while self._sample_every is not None:
            self._samples.extend(looking.samples(self, self._world.now()))
            await asyncio.sleep(self._sample_every)


async def _accepted(station: AnyStation) -> None:
    while True:
        try:
            return await station.wait_accepted()
        except NotConnectedError:  # it restarts
            await asyncio.sleep(0.1)
