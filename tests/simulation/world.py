"""A charger in a street: its station, its network, its drivers, and all that befalls them.

Everything is drawn from one seed. `World.run` plays some hours with misfortune, then lets
everything heal, and `judges.judge` says whether anything was lost.
"""

import asyncio
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from pilotwire.charging_station import ChargingStation
from pilotwire.errors import CsmsUnreachable
from pilotwire.hal.interfaces import HardwareError
from pilotwire.hal.simulated import ElectricVehicle, SimulatedEvse, SimulatedStation
from pilotwire.ocpp.specs import Variable
from pilotwire.station.variables import AuthCtrlr, OCPPCommCtrlr, SampledDataCtrlr
from pilotwire.store import Store
from tests.simulation.backend import Backend
from tests.simulation.misfortune import Misfortune, Network
from tests.support.memory_link import MemoryConnector
from tests.support.scene import SceneClock

__all__ = ["World"]


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


@dataclass
class World:
    """One run. `deliveries` counts what each EVSE's meter must show."""

    seed: int
    folder: Path
    versions: tuple[str, ...] = ("2.0.1",)
    misfortune: Misfortune = field(default_factory=Misfortune)
    hours: float = 12.0
    evses: int = 2
    settings: dict[Variable[Any], object] = field(default_factory=dict)
    lives: int = 0

    def __post_init__(self) -> None:
        self.random = Random(self.seed)
        self.hardware = SimulatedStation(evses=self.evses, random=Random(self.seed + 1))
        self.backend = Backend(Random(self.seed + 2), self.misfortune)
        self.network = Network(Random(self.seed + 3), self.misfortune)
        self.store: FragileStore | None = None
        self.healing = False

    async def run(self) -> None:
        """Play the run; afterwards everything has healed and the station has stopped."""
        async with MemoryConnector(
            self.backend.serve, versions=self.versions, latency=0.05, faults=self.network
        ) as link:
            self.link = link
            station = asyncio.create_task(self._lives())
            players = [asyncio.create_task(self._drivers(evse)) for evse in self.hardware.evses]
            players.append(asyncio.create_task(self._weather()))
            players.append(asyncio.create_task(self._grid()))
            done, _ = await asyncio.wait(
                {station}, timeout=self.hours * 3600, return_when=asyncio.FIRST_COMPLETED
            )
            if done:
                await station
            self._heal()
            for player in players:
                player.cancel()
            await asyncio.wait(players)
            for evse in self.hardware.evses:
                await self._leave(evse)
            await asyncio.sleep(7200)
            self.stopping = True
            assert self.charging_station is not None
            self.charging_station.stop()
            await station
        self.left_behind = asyncio.all_tasks() - {asyncio.current_task()}

    # The station, one life after another.

    async def _lives(self) -> None:
        self.stopping = False
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
            OCPPCommCtrlr.MessageAttempts_TransactionEvent: 1000,
            OCPPCommCtrlr.MessageAttemptInterval_TransactionEvent: 1,
            OCPPCommCtrlr.RetryBackOffWaitMinimum: 5,
            OCPPCommCtrlr.RetryBackOffRepeatTimes: 3,
            AuthCtrlr.OfflineTxForUnknownIdEnabled: True,
            SampledDataCtrlr.TxUpdatedInterval: 300,
        }
        return ChargingStation(
            identity="CS-0042",
            vendor="Example",
            model="One",
            csms="ws://csms.example/ocpp",
            hardware=self.hardware,
            store=store,
            versions=self.versions,
            settings={**settings, **self.settings},
            clock=SceneClock(),
            random=Random(self.random.getrandbits(64)),
            connector=self.link,
        )

    # What befalls it.

    async def _weather(self) -> None:
        """The network goes and comes back."""
        while True:
            await self._gap(self.misfortune.outage_gap)
            self.link.refusal = CsmsUnreachable("no network")
            if self.link.links:
                self.link.links[-1].cut()
            await self._gap(self.misfortune.outage)
            self.link.refusal = None

    async def _grid(self) -> None:
        """The power goes and comes back."""
        while True:
            await self._gap(self.misfortune.power_cut_gap)
            if self.store is None or self.store.dead:
                continue
            if self.random.random() < 0.5:
                self.store.doom = self.random.random() < 0.5
            else:
                self.store.dead = True
                self.life.cancel()

    async def _drivers(self, evse: SimulatedEvse) -> None:
        """Cars come and go at one EVSE."""
        while True:
            await self._gap(1800)
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
                await self._gap(600)
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
        await asyncio.sleep(self.random.expovariate(1 / mean) if mean else 0)

    def _heal(self) -> None:
        self.network.bad = False
        self.backend.bad = False
        self.link.refusal = None
        if self.store is not None:
            self.store.doom = None
