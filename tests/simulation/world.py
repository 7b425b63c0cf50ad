"""A charger in a street: its station, its network, its drivers, and all that befalls them.

Everything is drawn from one seed. `World.run` plays some hours with misfortune, then lets
everything heal, and `judges.judge` says whether anything was lost.
"""

import asyncio
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

from pilotwire.charging_station import ChargingStation
from pilotwire.connection import Endpoint
from pilotwire.errors import CsmsUnreachable
from pilotwire.hal.interfaces import HardwareError
from pilotwire.hal.simulated import ElectricVehicle, SimulatedEvse, SimulatedStation
from pilotwire.ocpp.specs import Variable
from pilotwire.rpc import Call, FrameDirection, Transport, parse
from pilotwire.station.variables import AuthCtrlr, OCPPCommCtrlr, SampledDataCtrlr
from pilotwire.store import StationRecords, Store
from tests.simulation.backend import Backend
from tests.simulation.misfortune import Misfortune, Network
from tests.support.memory_link import MemoryConnector
from tests.support.scene import SceneClock

__all__ = ["IDENTITY", "World"]

IDENTITY = "CS-0042"

TIMEOUT = 30.0
"""Seconds after which a station may give up on an answer."""

HEALING = 7200.0
"""Seconds after the last misfortune within which everything must be told."""


class PowerCut(BaseException):
    """The process is gone. What its code does after that has no effect on anything."""


class FragileStore(Store):
    """A store whose process can be gone at any commit."""

    def __init__(self, path: Path) -> None:
        self.dead = False
        self.doom: bool | None = None
        """Die at the next commit: before it is made (False), or right after (True)."""
        super().__init__(path)
        # The machine of the test goes on: what has been written is there after any death.
        self._connection.execute("PRAGMA synchronous=OFF")

    @contextmanager
    def atomic(self) -> Generator[None, None, None]:
        if self.dead:
            raise PowerCut
        doomed_after = self.doom
        with super().atomic():
            yield
            if doomed_after is False:
                self.dead = True
                raise PowerCut
        if doomed_after:
            self.dead = True
            raise PowerCut


class OneCallAtATime:
    """Watches what a station sends: no CALL while another waits for its answer (OCPP-J 4.1.1)."""

    def __init__(self, wrongs: list[str]) -> None:
        self._wrongs = wrongs
        self._open: tuple[str, float] | None = None

    def tap(self, direction: FrameDirection, text: str) -> None:
        """See a text of the station."""
        at = asyncio.get_running_loop().time()
        frame = parse(text)
        if isinstance(frame, Call) and direction is FrameDirection.SENT:
            if self._open is not None and at - self._open[1] < TIMEOUT - 0.01:
                self._wrongs.append(f"sent while {self._open[0]} was not answered: {text}")
            self._open = (frame.message_id, at)
        elif self._open is not None and frame.message_id == self._open[0]:
            self._open = None

    def connected(self) -> None:
        """A new connection begins."""
        self._open = None


@dataclass
class World:
    """One run."""

    seed: int
    folder: Path
    versions: tuple[str, ...] = ("2.0.1",)
    misfortune: Misfortune = field(default_factory=Misfortune)
    hours: float = 24.0
    evses: int = 1
    settings: dict[Variable[Any], object] = field(default_factory=dict)
    lives: int = 0
    sessions: int = 0

    def __post_init__(self) -> None:
        self.random = Random(self.seed)
        self.hardware = SimulatedStation(evses=self.evses, random=Random(self.seed + 1))
        self.backend = Backend(Random(self.seed + 2), self.misfortune)
        self.network = Network(Random(self.seed + 3), self.misfortune)
        self.store: FragileStore | None = None
        self.charging_station: ChargingStation[SimulatedStation] | None = None
        self.stopping = False
        self.calls = OneCallAtATime(self.backend.wrongs)
        for evse in self.hardware.evses:
            self._watch_contactor(evse)

    async def run(self) -> None:
        """Play the run; afterwards everything has healed and the station has stopped."""
        async with MemoryConnector(
            self.backend.serve, versions=self.versions, latency=0.05, faults=self.network
        ) as self.link:
            station = asyncio.create_task(self._lives())
            befall = (
                *(self._drivers(evse) for evse in self.hardware.evses),
                *(self._wear(evse) for evse in self.hardware.evses),
                self._outages(),
                self._silences(),
                self._stalls(),
                self._forgetting(),
                self._clock_jumps(),
                self._power_cuts(),
            )
            players = [asyncio.create_task(player) for player in befall]
            await asyncio.wait(
                {station, *players},
                timeout=self.hours * 3600,
                return_when=asyncio.FIRST_EXCEPTION,
            )
            self._heal()
            for player in players:
                player.cancel()
            for outcome in await asyncio.gather(*players, return_exceptions=True):
                assert isinstance(outcome, asyncio.CancelledError), f"a player failed: {outcome!r}"
            for evse in self.hardware.evses:
                await self._leave(evse)
            await asyncio.wait({station}, timeout=HEALING)
            self.stopping = True
            if self.charging_station is not None:
                self.charging_station.stop()
            await station
        self.left_behind = asyncio.all_tasks() - {asyncio.current_task()}

    # The station, one life after another.

    async def _lives(self) -> None:
        while not self.stopping:
            self.lives += 1
            with FragileStore(self.folder / "station.db") as store:
                self.store = store
                self.charging_station = self._station(store)
                self.life = asyncio.create_task(self.charging_station.run())
                try:
                    await self.life
                except (PowerCut, asyncio.CancelledError):
                    if not store.dead:
                        raise
                store.dead = True
            self.backend.rebooted = True
            for old in self.link.links:
                old.cut()
            if not self.stopping:
                await asyncio.sleep(self.random.uniform(1, 300))

    def _station(self, store: Store) -> ChargingStation[SimulatedStation]:
        settings: dict[Variable[Any], object] = {
            # Giving up is allowed, and would only hide what is looked for here.
            OCPPCommCtrlr.MessageAttempts_TransactionEvent: 1000,
            OCPPCommCtrlr.MessageAttemptInterval_TransactionEvent: 1,
            OCPPCommCtrlr.RetryBackOffWaitMinimum: 5,
            OCPPCommCtrlr.RetryBackOffRepeatTimes: 3,
            AuthCtrlr.OfflineTxForUnknownIdEnabled: True,
            SampledDataCtrlr.TxUpdatedInterval: 900,
        }
        return ChargingStation(
            identity=IDENTITY,
            vendor="Example",
            model="One",
            csms="ws://csms.example/ocpp",
            hardware=self.hardware,
            store=store,
            versions=self.versions,
            settings={**settings, **self.settings},
            clock=SceneClock(),
            random=Random(self.random.getrandbits(64)),
            connector=self,
            tap=self.calls.tap,
        )

    async def connect(self, endpoint: Endpoint) -> Transport:
        """As a `Connector`: what waited for an answer on the last connection waits no more."""
        transport = await self.link.connect(endpoint)
        self.calls.connected()
        return transport

    def _watch_contactor(self, evse: SimulatedEvse) -> None:
        """Energy flows only where a running transaction is on disk."""
        close = evse.close_contactor

        async def watched() -> None:
            assert self.store is not None
            running = StationRecords(self.store, IDENTITY).transactions.running()
            if evse.id not in {row.evse_id for row in running}:
                self.backend.wrongs.append(f"EVSE {evse.id} closed without a transaction")
            await close()

        vars(evse)["close_contactor"] = watched

    # What befalls it.

    async def _outages(self) -> None:
        """The network goes and comes back."""
        while True:
            await self._gap(self.misfortune.outage_gap)
            self.link.refusal = CsmsUnreachable("no network")
            self._cut()
            await self._gap(self.misfortune.outage)
            self.link.refusal = None

    async def _silences(self) -> None:
        """A connection is dead, and neither end knows."""
        while True:
            await self._gap(self.misfortune.silence_gap)
            if self.link.links:
                link = self.link.links[-1]
                link.silent = True
                await self._gap(self.misfortune.silence)
                link.cut()

    async def _stalls(self) -> None:
        """Messages take their time."""
        while True:
            await self._gap(self.misfortune.stall_gap)
            if self.link.links:
                self.link.links[-1].latency = self.random.uniform(1, 40)
                await self._gap(self.misfortune.stall)
                self.link.links[-1].latency = 0.05

    async def _forgetting(self) -> None:
        """The CSMS restarts, and does not know who was there."""
        while True:
            await self._gap(self.misfortune.forgetting_gap)
            self.backend.forget()
            self._cut()

    async def _clock_jumps(self) -> None:
        """The CSMS changes its mind about the time."""
        while True:
            await self._gap(self.misfortune.clock_gap)
            self.backend.clock_offset = timedelta(seconds=self.random.uniform(-7200, 7200))

    async def _power_cuts(self) -> None:
        """The power goes and comes back."""
        while True:
            await self._gap(self.misfortune.power_cut_gap)
            if self.store is None or self.store.dead:
                continue
            if self.random.random() < 0.5:
                self.store.doom = self.random.random() < 0.5
                continue
            # Between any two steps: most things happen when something else has just happened.
            if self.random.random() < 0.5 and self.link.links:
                self.backend.passed.clear()
                await self.backend.passed.wait()
                for _ in range(self.random.randrange(12)):
                    await asyncio.sleep(0)
            self.store.dead = True
            self.life.cancel()

    async def _wear(self, evse: SimulatedEvse) -> None:
        """Parts of an EVSE fail and are repaired."""
        breakdowns: list[tuple[Callable[[], None], Callable[[], None]]] = [
            (lambda: evse.fail("GroundFailure", "drawn by lot"), evse.clear_fault),
            (evse.contactor.stick_open, evse.contactor.repair),
            (evse.contactor.hang, evse.contactor.repair),
            (evse.lock.jam, evse.lock.repair),
            (evse.short_pilot, evse.restore_pilot),
        ]
        while True:
            await self._gap(self.misfortune.fault_gap)
            fail, repair = self.random.choice(breakdowns)
            fail()
            try:
                await self._gap(self.misfortune.fault)
            finally:
                repair()
                self._reset_fault(evse)

    def _reset_fault(self, evse: SimulatedEvse) -> None:
        """Somebody presses the reset button: what the station itself found is forgotten as well."""
        evse.fail("OtherError", "the reset button")
        evse.clear_fault()

    async def _drivers(self, evse: SimulatedEvse) -> None:
        """Cars come and go at one EVSE, some twenty a day."""
        while True:
            await self._gap(1200)
            self.sessions += 1
            token = f"{self.random.getrandbits(32):08X}"
            vehicle = ElectricVehicle(
                battery_kwh=self.random.uniform(20, 90),
                soc=self.random.uniform(5, 95),
                max_current_a=self.random.choice([10, 16, 32]),
            )
            card_first = self.random.random() < 0.3
            if card_first:
                await evse.swipe(token)
                await self._gap(15)
            await evse.plug_in(vehicle)
            if not card_first:
                await self._gap(20)
                await evse.swipe(token)
            await self._gap(2400)
            if self.random.random() < 0.2:
                vehicle.pause()
                await self._gap(300)
                vehicle.resume()
                await self._gap(300)
            if self.random.random() < 0.7:
                await evse.swipe(token)
                await self._gap(10)
            await self._leave(evse)

    async def _leave(self, evse: SimulatedEvse) -> None:
        if evse.vehicle is None:
            return
        try:
            await evse.unplug()
        except HardwareError:
            await evse.tear_out()  # by force: the plug is still locked

    async def _gap(self, mean: float) -> None:
        await asyncio.sleep(self.random.expovariate(1 / mean))

    def _cut(self) -> None:
        if self.link.links:
            self.link.links[-1].cut()

    def _heal(self) -> None:
        self.network.bad = False
        self.backend.bad = False
        self.link.refusal = None
        for link in self.link.links:
            link.latency = 0.05
            if link.silent:
                link.cut()
        if self.store is not None:
            self.store.doom = None
