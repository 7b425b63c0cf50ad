"""A charger in a street: its station, its network, its drivers, and all that befalls them.

Everything is drawn from one seed. `World.run` plays some hours with misfortune, then lets
everything heal, and `judges.judge` says whether anything was lost.
"""

import asyncio
from collections.abc import Coroutine, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from pathlib import Path
from random import Random
from typing import Any, cast

from pydantic import JsonValue

from pilotwire.charging_station import (
    CertificateFolder,
    ChargingStation,
    Environment,
    FileFolder,
    NotConnectedError,
)
from pilotwire.charging_station import Network as CsmsNetwork
from pilotwire.connection import Endpoint
from pilotwire.hal.simulated import SimulatedStation
from pilotwire.ocpp.base import Message
from pilotwire.ocpp.specs import Variable
from pilotwire.rpc import Call, CallResult, Transport
from pilotwire.station.device_model.standard import (
    AlignedDataCtrlr,
    AuthCacheCtrlr,
    AuthCtrlr,
    LocalAuthListCtrlr,
    OCPPCommCtrlr,
    SampledDataCtrlr,
    TxCtrlr,
)
from pilotwire.station.facts.transactions import TransactionEvent
from pilotwire.station.reservation.block import Reservations as ReservationBlock
from pilotwire.station.reservation.reservation import Reservation
from pilotwire.station.smart_charging.profiles import ChargingProfiles
from pilotwire.station.station import Station
from pilotwire.store import CAPACITY, StationRecords
from tests.simulation.backend import Backend
from tests.simulation.clocks import Clocks
from tests.simulation.consent import Consent
from tests.simulation.credentials import Credentials
from tests.simulation.disk import AtOnce, Disk
from tests.simulation.firmware import STEPS, Firmware
from tests.simulation.inspector import Inspector
from tests.simulation.limits import Limits
from tests.simulation.line import LATENCY, Line
from tests.simulation.lists import Lists
from tests.simulation.logs import Logs
from tests.simulation.meters import MeterBook
from tests.simulation.misfortune import Misfortune, Network
from tests.simulation.outside import Outside
from tests.simulation.people import Drivers, Wear, again, gap, leave
from tests.simulation.pins import PinnedStation, PinnedWear
from tests.simulation.process import FragileStore, Ledger, PowerCut, StationEnd
from tests.simulation.profiles import IDS as PROFILE_IDS
from tests.simulation.profiles import Profiles
from tests.simulation.reservations import IDS, Reservations
from tests.simulation.words import Words
from tests.support.memory_link import MemoryConnector
from tests.support.scene import now
from tests.support.settings import to_settings

__all__ = ["IDENTITY", "World"]

IDENTITY = "CS-0042"

STRANGERS = ("DEAD0001", "DEAD0002")
"""Tokens that are in lists, and never come."""

HEALING = 7200.0
"""Seconds after the last misfortune within which everything must be told."""

DOWN = 300.0
"""Seconds that a power cut takes at most."""

PROFILE_GAP = 400.0
"""Mean seconds between two things that the CSMS does about charging profiles, where it does any."""

BEYOND = 10
"""Messages for each EVSE that may wait beyond the room: those of the running transaction, which
are never dropped.
"""


def _as_simulated(pins: PinnedStation) -> SimulatedStation:
    """It has all that a run asks of one."""
    return cast("SimulatedStation", pins)


@dataclass
class World:
    """One run."""

    seed: int
    folder: Path
    versions: tuple[str, ...] = ("2.0.1",)
    misfortune: Misfortune = field(default_factory=Misfortune)
    hours: float = 24.0
    evses: int = 1
    capacity: int = CAPACITY
    settings: dict[Variable[Any], object] = field(default_factory=dict[Variable[Any], object])
    signing: bool = False
    secured: int = 0
    """The security profile that the station has from its maker; without one, nobody speaks of
    passwords and certificates.
    """
    reserves: bool = False
    """Whether EVSEs are reserved."""
    uploads: bool = False
    """Whether the CSMS wants logs."""
    updates: bool = False
    """Whether the CSMS wants other firmware."""
    unsigned: bool = False
    """Whether firmware need not be signed."""
    limited: bool = False
    """Whether the CSMS sets charging profiles."""
    grid_a: float | None = None
    """What the station as a whole is connected with, in amperes a phase."""
    one_root: bool = False
    """AdditionalRootCertificateCheck."""
    gpio: bool = False
    """The hardware is on mock pins: it has one EVSE, and no meter that signs."""
    lives: int = 0

    def __post_init__(self) -> None:
        self.random = Random(self.seed)
        whims = Random(self.seed + 4)
        self.backend = Backend(Random(self.seed + 2), self.misfortune, self.evses, whims)
        self.network = Network(Random(self.seed + 3), self.misfortune)
        self.logs = Logs(Random(self.seed + 10))
        self.disk = Disk(lambda: not self._alive(), self._die)
        self.firmware = self._firmware() if self.updates else None
        self.pins = PinnedStation(self.folder, self.wrongs) if self.gpio else None
        self.hardware = self._simulated() if self.pins is None else _as_simulated(self.pins)
        self.book = MeterBook(self.hardware)
        self.ledger = Ledger(self.hardware)
        self.ledger.on_change = lambda evse_id: self.inspectors[evse_id - 1].look()
        self.ledger.on_fact = self.book.put_down
        self.ledger.offline = self._offline
        self.ledger.unreadable = lambda evse_id: self.wear[evse_id - 1].unreadable
        self.end = StationEnd(self.backend.wrongs)
        self.end.on_answer = self._answered
        self.words = Words(
            self.backend.wrongs,
            lambda: bool(self.settings.get(AuthCacheCtrlr.Enabled, True)),
            lambda token: self.lists.may_have(token),
        )
        self.ledger.on_session = self._begun
        self.backend.on_clear = self.words.cleared
        self.inspectors = [
            Inspector(evse, self.ledger, partial(self._authorized, evse.id), self.wrongs)
            for evse in self.hardware.evses
        ]
        for inspector in self.inspectors:
            inspector.energy_first = "EnergyTransfer" in self.start_points
        self.consent = Consent(self.settings, self.hardware, self.ledger, self.inspectors)
        self.backend.closed = self._closed
        self.opening: asyncio.Task[None] | None = None
        """The CSMS puts all back into service: no task of the station's."""
        self.wear = [
            (Wear if self.pins is None else PinnedWear)(
                evse, inspector, self._chance(), self.misfortune
            )
            for evse, inspector in zip(self.hardware.evses, self.inspectors, strict=True)
        ]
        self.drivers = [Drivers(evse, self._chance()) for evse in self.hardware.evses]
        self.lists = Lists(
            Random(self.seed + 6),
            self.backend.wrongs,
            [*STRANGERS, *(token for each in self.drivers for token in each.regulars)],
            locally=bool(self.settings.get(AuthCtrlr.LocalPreAuthorize, False)),
            again=not self.settings.get(LocalAuthListCtrlr.DisablePostAuthorize, False),
        )
        self.backend.on_question = self.lists.asked
        self.reservations = Reservations(
            Random(self.seed + 8),
            self.backend.wrongs,
            [STRANGERS[0], *(token for each in self.drivers for token in each.regulars)],
            self.evses,
            now,
        )
        self.profiles = Profiles(
            Random(self.seed + 10),
            self.backend.wrongs,
            self.evses,
            now,
            self.ledger.running,
        )
        self.outside = Outside(
            Random(self.seed + 13), self.evses, lambda: asyncio.get_running_loop().time()
        )
        self.limits = self._limits() if self.limited else None
        self.store: FragileStore | None = None
        self.charging_station: ChargingStation[SimulatedStation] | None = None
        self.stopping = False
        self.clocks = Clocks(self.random, self.misfortune, self.backend)
        self.incidents: list[str] = []
        """The security events that the application has handed over."""
        self.credentials = self._credentials() if self.secured else None

    def _simulated(self) -> SimulatedStation:
        return SimulatedStation(
            evses=self.evses,
            random=Random(self.seed + 1),
            bay_sensors=True,
            signing=self.signing,
            main_meter=True,
            updater=None if self.firmware is None else self.firmware.updater,
        )

    def _firmware(self) -> Firmware:
        firmware = Firmware(
            Random(self.seed + 15),
            self.logs.shelf,
            self.backend.wrongs,
            self.backend.now,
            lambda: bool(self.ledger.running),
            unsigned=self.unsigned,
        )
        firmware.updater.wrote = self.disk.step
        firmware.furnish(CertificateFolder(self.folder / "certificates").open().trusted)
        return firmware

    def _limits(self) -> Limits:
        return Limits(
            self.hardware.evses,
            self._working,
            lambda evse_id: self.wear[evse_id - 1].ailing or self.inspectors[evse_id - 1].broken,
            self.outside.allows,
            self.wrongs,
        )

    @property
    def wrongs(self) -> list[str]:
        """What was seen to be wrong while it happened."""
        return self.backend.wrongs

    @property
    def start_points(self) -> tuple[str, ...]:
        """TxStartPoint, where it is not the usual one."""
        points: Any = self.settings.get(TxCtrlr.TxStartPoint, ())
        return tuple(points)

    @property
    def interval(self) -> int:
        """That of clock-aligned values."""
        interval = self.settings.get(AlignedDataCtrlr.Interval, 0)
        assert isinstance(interval, int)
        return interval

    @property
    def readable(self) -> list[int]:
        """The EVSEs whose meters never failed, and had room for what they showed; 0, too, where it
        has one.
        """
        good = [wear for wear in self.wear if not wear.meter_failed]
        main = [] if self.hardware.main_meter is None else [0]
        return [*main, *(self.wear.index(wear) + 1 for wear in good if self.capacity == CAPACITY)]

    @property
    def messages(self) -> Iterator[Message]:
        """What the CSMS has taken."""
        return (taken.message for taken in self.backend.taken)

    @property
    def sessions(self) -> int:
        """How many drivers came."""
        return sum(drivers.sessions for drivers in self.drivers)

    async def run(self) -> None:
        """Play the run; afterwards everything has healed and the station has stopped."""
        asyncio.get_running_loop().set_default_executor(AtOnce())
        with ExitStack() as around:
            if self.credentials is not None or self.firmware is not None:
                around.enter_context(self.disk.mounted())
            if self.credentials is not None:
                around.enter_context(self.credentials.around())
            await self._play()

    async def _play(self) -> None:
        async with MemoryConnector(
            self.backend.serve, versions=self.versions, latency=LATENCY, faults=self.network
        ) as self.link:
            watches: list[asyncio.Task[None]] = []
            if self.credentials is not None:
                self.link.judge = self.credentials.door.judge
                watch = self.credentials.watch(self._well, self._connected)
                watches.append(asyncio.create_task(watch))
            station = asyncio.create_task(self._lives())
            self.line = Line(self.link, self.backend, self.random, self.misfortune)
            players = [asyncio.create_task(player) for player in self._befall()]
            await asyncio.wait(
                {station, *players},
                timeout=self.hours * 3600,
                return_when=asyncio.FIRST_EXCEPTION,
            )
            for player in players:
                player.cancel()
            for outcome in await asyncio.gather(*players, return_exceptions=True):
                assert isinstance(outcome, asyncio.CancelledError), f"a player failed: {outcome!r}"
            self._heal()
            for evse in self.hardware.evses:
                await leave(evse)
            self.opening = asyncio.create_task(self._reopen())
            await asyncio.wait({station}, timeout=HEALING)
            for healing in (self.opening, *watches):
                healing.cancel()
            self.stopping = True
            if self.charging_station is not None:
                self.charging_station.stop()
            await station
        self.left_behind = asyncio.all_tasks() - {asyncio.current_task()}

    # The station, one life after another.

    async def _lives(self) -> None:
        while not self.stopping:
            self.lives += 1
            others = asyncio.all_tasks()
            with FragileStore(
                self.folder / "station.db", self.ledger, self.wrongs, self._is_room_for
            ) as store:
                self.store = store
                records = StationRecords(store, IDENTITY)
                self.lists.found(records, started=True)
                self.profiles.look(ChargingProfiles(records), started=True)
                store.on_list = partial(self.lists.found, records)
                self.end.started()
                self.book.begun()
                if self.firmware is not None and self.lives > 1:
                    self.firmware.updater.boot()
                store.on_death = self._died
                try:
                    self.charging_station = self._station(store)
                    self.life = asyncio.create_task(self.charging_station.run(), name="life")
                    await self.life
                except (PowerCut, asyncio.CancelledError):
                    if not store.dead:
                        raise
            self._died()
            await asyncio.sleep(1)
            left = asyncio.all_tasks() - others - {self.opening}
            self.wrongs.extend(f"a task outlived the station: {task!r}" for task in left)
            if not self.stopping:
                await asyncio.sleep(self.random.uniform(1, DOWN))

    def _died(self) -> None:
        """The power is gone, and with it all connections."""
        self.end.died()
        self.words.died()
        self.book.ended()
        if self.limits is not None:
            self.limits.died()
        self.outside.forgotten()
        if self.pins is not None:
            self.pins.die()
        for old in self.link.links:
            old.cut()

    def _station(self, store: FragileStore) -> ChargingStation[SimulatedStation]:
        settings: dict[Variable[Any], object] = {
            # Giving up is allowed, and would only hide what is looked for here. No misfortune
            # lasts as long as these attempts.
            OCPPCommCtrlr.MessageAttempts_TransactionEvent: 60,
            OCPPCommCtrlr.MessageAttemptInterval_TransactionEvent: 1,
            OCPPCommCtrlr.RetryBackOffWaitMinimum: 5,
            OCPPCommCtrlr.RetryBackOffRepeatTimes: 3,
            AuthCtrlr.OfflineTxForUnknownIdEnabled: True,
            SampledDataCtrlr.TxUpdatedInterval: 900,
        }
        station = ChargingStation(
            identity=IDENTITY,
            vendor="Example",
            model="One",
            csms=self._csms(),
            hardware=self.hardware,
            store=store,
            settings=to_settings({**settings, **self.settings}),
            environment=Environment(self.clocks.at_a_start(), self._chance(), self, self.end.tap),
            certificates=self._certificates(),
            files=self._files(),
            unsigned_firmware=self.unsigned,
            outbox_capacity=self.capacity,
            max_current_a=self.grid_a,
        )

        @station.data_transfer("com.example", "echo")
        async def echo(data: JsonValue) -> JsonValue:
            return data

        return station

    def _certificates(self) -> CertificateFolder | None:
        if self.credentials is not None:
            return self.credentials.certificates()
        return CertificateFolder(self.folder / "certificates") if self.updates else None

    def _files(self) -> FileFolder | None:
        if not self.uploads and not self.updates:
            return None
        return self.logs.folder(self.folder / "files")

    def _csms(self) -> CsmsNetwork:
        if self.credentials is not None:
            return self.credentials.network(self.versions)
        return CsmsNetwork("ws://csms.example/ocpp", self.versions, unsecured=True)

    def _credentials(self) -> Credentials:
        return Credentials(
            self.seed,
            self.secured,
            self.folder / "certificates",
            self.backend,
            self.misfortune,
            self.disk,
            IDENTITY,
            one_root=self.one_root,
        )

    def _alive(self) -> bool:
        return self.store is not None and not self.store.dead

    def _die(self) -> None:
        assert self.store is not None
        self.store.die()

    def _well(self) -> bool:
        """Whether nothing is between the station and the CSMS."""
        return self._alive() and self.link.refusal is None

    def _connected(self) -> bool:
        return bool(self.link.links) and self.link.links[-1].ended is None

    async def connect(self, endpoint: Endpoint) -> Transport:
        """As a `Connector`: what waited for an answer on the last connection waits no more."""
        transport = await self.link.connect(endpoint)
        self.end.connected(transport.subprotocol)
        return transport

    def _offline(self) -> bool:
        """Whether there is no connection, and was none a second ago: to notice takes a moment."""
        ended = self.link.links[-1].ended if self.link.links else 0.0
        return ended is not None and asyncio.get_running_loop().time() - ended > 1.0

    def _begun(self, event: TransactionEvent) -> None:
        """A session begins under a token."""
        self.words.begun(event)
        self.lists.begun(event)
        if self.clocks.steady():
            self.reservations.begun(event, self._reserved())

    def _is_room_for(self, waiting: int) -> bool:
        return waiting <= self.capacity + BEYOND * self.evses

    def _authorized(self, evse_id: int) -> bool:
        """Whether the station thinks so itself, if it works."""
        evses = () if self.charging_station is None else self.charging_station.evses
        return self._alive() and bool(evses) and evses[evse_id - 1].token is not None

    def _answered(self, call: Call, result: CallResult) -> None:
        """The station has an answer of the CSMS."""
        self.words.heard(call, result)
        self.lists.heard(call, result)
        self.consent.heard(call, result)

    def _closed(self, evse_id: int, closed: bool) -> None:
        """The CSMS knows that an EVSE is out of service, or all of them are (0)."""
        for inspector in self.inspectors[evse_id - 1 : evse_id] if evse_id else self.inspectors:
            inspector.closed(closed)

    def _chance(self) -> Random:
        return Random(self.random.getrandbits(64))

    # What befalls it.

    def _befall(self) -> Iterator[Coroutine[object, None, None]]:
        """All that people, the network, the CSMS and the mains do, each for ever."""
        orders = self.misfortune.order_gap
        for drivers in self.drivers:
            yield drivers.come()
        for wear in self.wear:
            yield wear.befall()
        yield self.line.outages()
        yield self.line.silences()
        yield self.line.stalls()
        yield self.line.forgetting()
        yield again(self.random, orders, self.backend.command)
        yield again(self.backend.whims, orders / 4, self.backend.ask)
        yield again(Random(self.seed + 7), orders / 4, self._list)
        if self.reserves:
            yield again(Random(self.seed + 9), orders / 24, self._reserve)
            yield self._looks()
        if self.uploads:
            yield again(Random(self.seed + 11), orders / 4, self._upload)
        if self.firmware is not None:
            yield again(Random(self.seed + 16), orders / 2, self._update)
            yield self._cuts_at_writes(Random(self.seed + 17))
        if self.limits is not None:
            yield again(Random(self.seed + 11), PROFILE_GAP, self._limit)
            yield again(Random(self.seed + 14), 2 * PROFILE_GAP, self._limit_from_outside)
            yield self._looks_at_limits(self.limits, Random(self.seed + 12))
        yield self._incidents()
        yield again(self.random, self.misfortune.clock_gap, self.clocks.jump)
        yield self._power_cuts()
        if self.credentials is not None:
            yield from self.credentials.befall()
        if len(self.versions) > 1:
            yield self.line.changes(self.versions)

    async def _list(self) -> None:
        """The CSMS sends what it has put down of tokens."""
        await self.lists.update(self.backend.version, self.backend.give)

    async def _upload(self) -> None:
        """The CSMS wants a log."""
        await self.logs.draw(self.backend.version, self.backend.give)

    async def _update(self) -> None:
        """The CSMS wants other firmware."""
        assert self.firmware is not None
        await self.firmware.draw(self.backend.version, self.backend.give)

    async def _cuts_at_writes(self, random: Random) -> None:
        """The power goes at a write of a file, or of firmware."""
        while True:
            await gap(random, self.misfortune.power_cut_gap / 2)
            self.disk.doom = random.randint(1, STEPS)

    async def _reserve(self) -> None:
        """The CSMS has EVSEs kept free."""
        await self.reservations.draw(self.backend.version, self.backend.give)

    async def _limit(self) -> None:
        """The CSMS has EVSEs offer less, or more again."""
        await self.profiles.draw(self.backend.version, self.backend.give)

    async def _limit_from_outside(self) -> None:
        """An energy manager has EVSEs offer less, or more again."""
        if self.charging_station is not None and self._alive():
            try:
                self.outside.draw(self.charging_station.external_limits)
            except PowerCut:
                self.life.cancel()

    async def _looks_at_limits(self, limits: Limits, random: Random) -> None:
        """Somebody looks at what is offered, and which profiles there are, now and then."""
        while True:
            await asyncio.sleep(random.uniform(1, 60))
            station = self._working()
            if station is not None:
                limits.look()
                self.profiles.look(station.block(ChargingProfiles))

    def _working(self) -> Station | None:
        """The station, while it works."""
        if self.charging_station is None or not self._alive():
            return None
        return self.charging_station._station

    async def _looks(self) -> None:
        """Somebody looks at the station, now and then."""
        while True:
            await asyncio.sleep(60)
            if self.charging_station is None or not self._alive():
                continue
            if self.clocks.steady():
                statuses = [evse.status for evse in self.charging_station.evses]
                self.reservations.look(statuses, self._reserved())

    def _reserved(self) -> list[Reservation]:
        """What is reserved at the station, as far as it knows itself."""
        station = None if self.charging_station is None else self.charging_station._station
        return [] if station is None else list(station.block(ReservationBlock).standing)

    async def _reopen(self) -> None:
        """All is in service again, and nothing reserved."""
        await self.backend.open()
        left = list(IDS) if self.reserves else []
        while left:
            cancelling = self.reservations.cancelling(self.backend.version, left[0])
            if await self.backend.give(cancelling) is not None:
                del left[0]
            await asyncio.sleep(10)
        numbers = list(PROFILE_IDS) if self.limited else []
        while numbers:
            if await self.profiles.clear(self.backend.version, self.backend.give, numbers[0]):
                del numbers[0]
            await asyncio.sleep(10)
        wanted = self.firmware is None
        while self.firmware is not None and not wanted:
            wanted = await self.firmware.draw_last(self.backend.version, self.backend.give)
            await asyncio.sleep(10)

    async def _incidents(self) -> None:
        """The application sees what concerns security."""
        chance = Random(self.seed + 5)
        for number in count(1):
            await gap(chance, self.misfortune.order_gap / 2)
            station = self.charging_station
            if station is None or self.store is None or self.store.dead:
                continue
            try:
                station.security_event("Example", str(number))
                self.incidents.append(str(number))
            except NotConnectedError:
                pass
            except PowerCut:
                self.life.cancel()

    async def _power_cuts(self) -> None:
        """The power goes and comes back."""
        while True:
            await gap(self.random, self.misfortune.power_cut_gap)
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
            self.store.die()
            self.life.cancel()

    def _heal(self) -> None:
        self.network.bad = False
        self.backend.bad = False
        self.logs.shelf.good = True
        self.line.heal()
        for wear in self.wear:
            wear.reset()
        if self.store is not None:
            self.store.doom = None
        self.disk.doom = None
