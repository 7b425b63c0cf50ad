"""Several simulated chargers, and perhaps a CSMS beside them, for whoever serves people.

All that is `async` here may be called from any event loop: it is done in that of the simulator.
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from contextlib import AsyncExitStack
from datetime import datetime
from pathlib import Path
from random import Random, SystemRandom
from tempfile import TemporaryDirectory
from types import MappingProxyType, TracebackType
from typing import Final, Self, cast
from urllib.parse import quote

from pydantic import JsonValue

from pilotwire.charging_station import Clock, SystemClock
from pilotwire.connection import Connector
from pilotwire.connection.client import WebSocketConnector
from pilotwire.csms import (
    BootAnswer,
    Csms,
    StationNotConnected,
    UnsayableRequestError,
    call_raw,
)
from pilotwire.errors import PilotwireError
from pilotwire.hal.interfaces import HardwareError
from pilotwire.simulator.acts import AnyAct
from pilotwire.simulator.bench import CsmsRequested, Deed
from pilotwire.simulator.charger import SimulatedCharger
from pilotwire.simulator.csms_views import csms_view
from pilotwire.simulator.deeds import set_speed
from pilotwire.simulator.errors import ActError, UnknownChargerError
from pilotwire.simulator.expectation import Want, wait_for
from pilotwire.simulator.home import Home
from pilotwire.simulator.plan import ChargerPlan, make_charger
from pilotwire.simulator.views import (
    CertificateView,
    CsmsView,
    Done,
    MessageView,
    Sample,
    SimulatorView,
    StationView,
    VariableView,
)
from pilotwire.station.clock import StationClock
from pilotwire.timing import AcceleratedEventLoop

__all__ = ["MOST_CHARGERS", "Simulator"]

MOST_CHARGERS: Final = 1000
"""How many chargers may be added; for more there is the fleet."""


class Simulator:
    """Simulated chargers; an async context manager, which ends them in good order.

    Args:
        csms: The URL of the CSMS without the stations' identities; None is one within, which
            listens on this computer alone.
        folder: Where chargers keep what must outlast power cuts, a folder each; None is a
            temporary one.
        connector: What opens their connections.
        clock: The time of day at the beginning; from then on it runs on the event loop.
        random: Chance.
        unsecured: Whether neither TLS nor a password will do, beyond this computer.
        sample_every: Seconds between two samples for plots; None takes none.
        csms_port: Where the CSMS within listens; 0 takes a free port.
        embedded: The CSMS within, if it is to be one of yours. With `connector` it is not made to
            listen: that is how the stations reach it.
    """

    def __init__(
        self,
        csms: str | None = None,
        *,
        folder: Path | None = None,
        connector: Connector | None = None,
        clock: Clock | None = None,
        random: Random | None = None,
        unsecured: bool = True,
        sample_every: float | None = 5.0,
        csms_port: int = 0,
        embedded: Csms | None = None,
    ) -> None:
        self._url = csms
        self._folder = folder
        self._connector = connector
        self._clock = SystemClock() if clock is None else clock
        self._random = SystemRandom() if random is None else random
        self._unsecured = unsecured
        self._sample_every = sample_every
        self._csms_port = csms_port
        self._embedded = embedded
        self._chargers: dict[str, SimulatedCharger] = {}
        self._adding: set[str] = set()
        self._stack = AsyncExitStack()
        self._home: Home | None = None
        self._world: StationClock | None = None
        self._changed: list[asyncio.Future[None]] = []
        self._plans: dict[str, ChargerPlan] = {}
        self.plans: Mapping[str, ChargerPlan] = MappingProxyType(self._plans)
        """What they were made of, by identity."""
        self.watchers: list[Callable[[Deed], None]] = []
        """Told, in the simulator's event loop, of all that was done to chargers, and of all that
        the CSMS within was told to send.
        """
        self.chargers: Mapping[str, SimulatedCharger] = MappingProxyType(self._chargers)
        """The chargers by identity; to be used in the simulator's event loop."""

    # Its life.

    async def __aenter__(self) -> Self:
        self._home = Home()
        self._world = StationClock(self._clock)
        await self._stack.__aenter__()
        try:
            if self._folder is None:
                kept = self._stack.enter_context(TemporaryDirectory(prefix="pilotwire-sim-"))
                self._folder = Path(kept)
            if self._url is None:
                self._url = await self._serve()
        except BaseException:  # raised again
            await self._stack.aclose()
            raise
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        chargers = list(self._chargers.values())
        try:
            await asyncio.gather(*(each.__aexit__(None, None, None) for each in chargers))
        finally:
            self._chargers.clear()
            self._plans.clear()
            await self._stack.__aexit__(kind, error, traceback)

    async def _serve(self) -> str:
        if self._embedded is None:
            self._embedded = Csms(
                clock=self.world,
                knows_its_stations=True,
                first_transaction_id=int(self.world.now().timestamp()),
            )
        if self._connector is not None:
            return "ws://127.0.0.1:9000"  # whatever it is: the connector leads to it
        serving = await self._stack.enter_async_context(
            self._embedded.serve(port=self._csms_port, max_connections=2 * MOST_CHARGERS)
        )
        return f"ws://127.0.0.1:{serving.port}"

    # In its own loop.

    @property
    def world(self) -> StationClock:
        """The time of day of the simulated world."""
        if self._world is None:
            raise RuntimeError("the simulator has not been entered")
        return self._world

    @property
    def csms(self) -> Csms | None:
        """The CSMS within, if there is one; to be used in the simulator's event loop."""
        return self._embedded

    @property
    def csms_url(self) -> str:
        """The URL of the CSMS that chargers connect to by default."""
        return self._url or ""

    def charger(self, identity: str) -> SimulatedCharger:
        """A charger; to be used in the simulator's event loop.

        Raises:
            UnknownChargerError: there is none of that identity.
        """
        found = self._chargers.get(identity)
        if found is None:
            raise UnknownChargerError(identity)
        return found

    # From any loop.

    @property
    def home(self) -> Home:
        """Its event loop, for what is to be done there besides."""
        if self._home is None:
            raise RuntimeError("the simulator has not been entered")
        return self._home

    async def view(self) -> SimulatorView:
        """What there is."""
        return await self.home.ask(self._view)

    async def add(self, plan: ChargerPlan) -> StationView:
        """Add a charger; returns when its station has started.

        Raises:
            ActError: it can't be added, and why.
        """
        return await self.home.run(lambda: self._add(plan))

    async def remove(self, identity: str) -> None:
        """Take a charger away, in good order. What it has on disk stays.

        Raises:
            UnknownChargerError: there is none of that identity.
        """
        await self.home.run(lambda: self._remove(identity))

    async def do(self, identity: str, act: AnyAct) -> Done:
        """Do something to a charger; returns when it is done.

        Raises:
            ActError: it can't be done, and why.
            UnknownChargerError: there is none of that identity.
        """
        return await self.home.run(lambda: self.charger(identity).do(act))

    async def station(self, identity: str) -> StationView:
        """What there is to see of a charger. Raises `UnknownChargerError`."""
        return await self.home.ask(lambda: self.charger(identity).view())

    async def variables(self, identity: str) -> Sequence[VariableView]:
        """Its variables, and its keys of 1.6. Raises `UnknownChargerError`, and `ActError` while it
        does not run.
        """
        return await self.home.ask(lambda: self.charger(identity).variables())

    async def certificates(self, identity: str) -> Sequence[CertificateView]:
        """Its certificates. Raises `UnknownChargerError`."""
        return await self.home.run(lambda: self.charger(identity).certificates())

    async def samples(
        self, identity: str, since: datetime | None = None, most: int = 1000
    ) -> Sequence[Sample]:
        """What was so lately at its EVSEs, the oldest first. Raises `UnknownChargerError`."""
        return await self.home.ask(lambda: self.charger(identity).samples(since, most))

    async def messages(
        self, identity: str, since: int = 0, most: int = 1000
    ) -> Sequence[MessageView]:
        """Its messages after that number, the oldest first. Raises `UnknownChargerError`."""
        return await self.home.ask(lambda: self.charger(identity).messages.since(since, most))

    async def newest_messages(self, identity: str, most: int = 200) -> Sequence[MessageView]:
        """The newest ones, the oldest of them first. Raises `UnknownChargerError`."""
        return await self.home.ask(lambda: self.charger(identity).messages.newest(most))

    async def news(self, identity: str, since: int) -> None:
        """Wait until it has a message after that number. Raises `UnknownChargerError`."""
        await self.home.run(lambda: self.charger(identity).messages.news(since))

    async def wait_for(self, identity: str, want: Want) -> MessageView:
        """Wait for a message. Raises `UnknownChargerError`, and `NotInTimeError` if none comes in
        time.
        """
        return await self.home.run(lambda: wait_for(self.charger(identity).messages, want))

    async def set_speed(self, factor: float) -> None:
        """Let time pass so many times as fast. Raises `ActError` where that can't be."""
        await self.home.ask(lambda: set_speed(factor))

    async def csms_view(self) -> CsmsView:
        """What the CSMS within knows. Raises `ActError` if there is none."""
        return await self.home.ask(lambda: csms_view(self._csms(), self.csms_url))

    async def call(
        self, identity: str, action: str, payload: Mapping[str, JsonValue]
    ) -> dict[str, JsonValue]:
        """Have the CSMS within send a request to a station, in the words of the version that it
        speaks; the answer.

        Raises:
            ActError: there is no such CSMS, request or station, or it does not answer.
        """
        return await self.home.run(lambda: self._call(identity, action, payload))

    async def answer_boots(self, identity: str, *answers: BootAnswer) -> None:
        """Have the CSMS within answer a station's next boots so; see `Csms.answer_boots`. Raises
        `ActError` if there is none.
        """
        await self.home.ask(lambda: self._csms().answer_boots(identity, *answers))

    # How.

    def _view(self) -> SimulatorView:
        loop = asyncio.get_running_loop()
        return SimulatorView(
            time=self.world.now(),
            speed=loop.speed if isinstance(loop, AcceleratedEventLoop) else 1.0,
            csms=None if self._embedded is None else self.csms_url,
            stations=tuple(each.summary() for each in self._chargers.values()),
        )

    async def _add(self, plan: ChargerPlan) -> StationView:
        identity = plan.identity
        if identity in self._chargers or identity in self._adding:
            raise ActError(f"there is a station {identity} already", "identity")
        if len(self._chargers) + len(self._adding) >= MOST_CHARGERS:
            raise ActError(f"there are {MOST_CHARGERS} stations, which is all that there may be")
        self._adding.add(identity)
        try:
            folder = cast("Path", self._folder) / quote(identity, safe="")
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            charger = make_charger(
                plan,
                folder,
                csms=self.csms_url,
                connector=self._connector or WebSocketConnector(),
                world=self.world,
                random=self._random,
                unsecured=self._unsecured,
                sample_every=self._sample_every,
            )
            await charger.__aenter__()
        except ActError:
            raise
        except (PilotwireError, HardwareError, OSError, ValueError) as error:
            raise ActError(str(error), "station") from error
        finally:
            self._adding.discard(identity)
        charger.watchers.append(self._tell)
        self._chargers[identity] = charger
        self._plans[identity] = plan
        return charger.view()

    async def _remove(self, identity: str) -> None:
        charger = self.charger(identity)
        del self._chargers[identity], self._plans[identity]
        await charger.__aexit__(None, None, None)

    def _csms(self) -> Csms:
        if self._embedded is None:
            raise ActError("the CSMS is not the simulator's own")
        return self._embedded

    async def _call(
        self, identity: str, action: str, payload: Mapping[str, JsonValue]
    ) -> dict[str, JsonValue]:
        began = self.world.now()
        charger = self._chargers.get(identity)
        after = 0 if charger is None else charger.messages.last
        try:
            answer = await call_raw(self._csms(), identity, action, payload)
        except UnsayableRequestError as error:
            raise ActError(str(error), error.where) from None
        except StationNotConnected as error:
            raise ActError(str(error), "identity") from None
        except PilotwireError as error:
            raise ActError(str(error), action) from error
        asked = CsmsRequested(action, payload)
        self._tell(Deed(identity, asked, began, self.world.now(), after))
        return answer

    def _tell(self, deed: Deed) -> None:
        for tell in tuple(self.watchers):
            tell(deed)
