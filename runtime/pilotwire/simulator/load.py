"""Stations as users of Locust, for load that one machine can't make; wants
`pip install "pilotwire[load]"`.

    from pilotwire.simulator.load import StationUser

    class Station(StationUser):
        versions = ("2.0.1",)

    locust -f locustfile.py --headless -u 5000 -r 50 --host ws://csms.example/ocpp

A user is the station that real chargers run, on simulated hardware; each of its messages with its
answer is a request of Locust, named as the action. Locust lives on gevent, a station on asyncio:
all stations of a process share one event loop in a thread of its own, and what they tell comes back
through a queue.
"""

import asyncio
import itertools
from collections import deque
from collections.abc import Callable, Coroutine, Sequence
from contextlib import suppress
from functools import cache, partial
from random import SystemRandom
from typing import Any, ClassVar, Final, TypeVar

import gevent  # type: ignore[import-untyped]  # it has no types
from gevent import monkey
from gevent.event import Event  # type: ignore[import-untyped]  # as above
from gevent.lock import RLock  # type: ignore[import-untyped]  # as above
from locust import User, between, task
from locust.env import Environment as LocustEnvironment

from pilotwire.charging_station import ChargingStation, Environment, Network
from pilotwire.errors import PilotwireError
from pilotwire.events import CallAnswered, MessageGivenUp, StationEvent
from pilotwire.hal.simulated import SimulatedStation
from pilotwire.simulator.fleet.limits import allow_connections
from pilotwire.simulator.fleet.profile import numbered
from pilotwire.simulator.visits import Ending, Visit, random_visit, visit
from pilotwire.store import Store

__all__ = ["CallFailedError", "NoEnergyError", "NotAcceptedError", "StationUser"]

T = TypeVar("T")

_Station = ChargingStation[SimulatedStation]

_APART: Final = 100_000
"""Numbers that each worker has for its stations."""
_FILES: Final = 10_000
"""Connections that a process tries to be allowed."""


class CallFailedError(PilotwireError):
    """A message had no good answer; the text is the code of the error, or Timeout."""


class NoEnergyError(PilotwireError):
    """A driver had no energy, and gave up."""


class NotAcceptedError(PilotwireError):
    """The CSMS has not accepted a station in time."""


class _Bridge:
    """The event loop of all stations of this process, in a thread of its own."""

    def __init__(self) -> None:
        self._news: deque[Callable[[], object]] = deque()
        # A watcher of gevent's is what another thread may wake its hub with.
        self._bell: Any = gevent.get_hub().loop.async_()
        self._bell.start(self._rung)
        self._lives = Event()
        start_new_thread: Any = monkey.get_original("_thread", "start_new_thread")
        start_new_thread(self._live, ())
        self._lives.wait()
        self.store: Store = self.call(self._open)
        self.environment = Environment()

    def call(self, begin: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """Run a coroutine there, while other users have their turns; what it returns or raises."""
        done = Event()
        outcome: list[asyncio.Task[T]] = []

        def over(ended: asyncio.Task[T]) -> None:
            outcome.append(ended)
            self.tell(done.set)

        self._loop.call_soon_threadsafe(
            lambda: self._loop.create_task(begin()).add_done_callback(over)
        )
        done.wait()
        return outcome[0].result()

    def tell(self, news: Callable[[], object]) -> None:
        """Have something done on Locust's side; called on the loop's."""
        self._news.append(news)
        self._bell.send()

    def close(self) -> None:
        """End the loop: its threads are waited for when the interpreter ends, and so is it."""
        self.call(self._loop.shutdown_default_executor)
        self._loop.call_soon_threadsafe(self._loop.stop)

    def _rung(self) -> None:
        gevent.spawn(self._drain)

    def _drain(self) -> None:
        while self._news:
            self._news.popleft()()

    def _live(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._loop.call_soon(self.tell, self._lives.set)
        self._loop.run_forever()

    async def _open(self) -> Store:
        return Store(":memory:")  # made in the thread that uses it


_one_at_a_time = RLock()
_made: list[_Bridge] = []


def _bridge() -> _Bridge:
    """The bridge of this process; users who come while it is made wait for it."""
    with _one_at_a_time:
        if not _made:
            with suppress(OSError):  # fewer may be enough; connections that fail tell of it else
                allow_connections(_FILES)
            _made.append(_Bridge())
        return _made[0]


@cache
def _close_in_the_end(environment: LocustEnvironment) -> None:
    def quitting(**_: object) -> None:
        _bridge().close()

    environment.events.quitting.add_listener(quitting)  # type: ignore[no-untyped-call]  # so Locust has it


_counter = itertools.count(1)


class StationUser(User):
    """A station, and the drivers who come to it one after the other.

    Its `host`, or `--host`, is the URL of the CSMS without the station's identity. Make a class of
    it, and say what differs. Requests of Locust are its messages (type `OCPP`, named as the action)
    and its visits (type `driver`).

    Attributes:
        versions: The OCPP versions to offer, in order of preference.
        identities: What stations are called: `{n}` is a number, and no other user's in any worker.
        password: The password of HTTP Basic authentication, if the CSMS wants one.
        unsecured: Whether ws:// without a password will do, beyond this machine.
        evses: How many EVSEs a station has; drivers come to the first.
        token: What drivers show.
        charge_seconds: For how long they charge, from the least to the most.
        patience_s: How long a station may take until it is accepted.
        wait_time: Seconds from one driver to the next.
    """

    abstract = True
    wait_time = between(5, 30)

    versions: ClassVar[Sequence[str]] = ("2.1", "2.0.1", "1.6")
    identities: ClassVar[str] = "LOCUST-{n:07}"
    password: ClassVar[str | None] = None
    unsecured: ClassVar[bool] = False
    evses: ClassVar[int] = 1
    token: ClassVar[str] = "04A1B2C3"  # noqa: S105 -- anybody may have it
    charge_seconds: ClassVar[tuple[float, float]] = (30.0, 120.0)
    patience_s: ClassVar[float] = 60.0

    def __init__(self, environment: LocustEnvironment) -> None:
        super().__init__(environment)
        self._locust = environment
        self._bridge = _bridge()
        self._random = SystemRandom()
        self._station: _Station | None = None
        self._running: asyncio.Task[None] | None = None
        _close_in_the_end(environment)
        worker = int(getattr(environment.runner, "worker_index", 0) or 0)
        self.identity = numbered(self.identities, max(0, worker) * _APART + next(_counter))
        """What the station is called."""

    def on_start(self) -> None:
        """Start the station, and wait until the CSMS has accepted it."""
        try:
            self._bridge.call(self._start)
        except TimeoutError:
            error = NotAcceptedError(f"not accepted within {self.patience_s:g} s")
            self._report("station", "accepted", self.patience_s, error)

    def on_stop(self) -> None:
        """Let the station end; its last messages are delivered."""
        self._bridge.call(self._end)

    @task
    def charge(self) -> None:
        """Let a driver come, charge and leave."""
        begun = gevent.get_hub().loop.now()
        energy = self._bridge.call(self._visit)
        error = None if energy else NoEnergyError("no energy")
        self._report("driver", "visit", gevent.get_hub().loop.now() - begun, error)

    async def _start(self) -> None:
        bridge = self._bridge
        host: str | None = self.host or self._locust.host  # pyright: ignore[reportUnknownVariableType, reportUnknownMemberType]  # Locust's has no type
        if host is None:
            raise ValueError("the URL of the CSMS is missing: give --host")
        station = self._station = ChargingStation(
            identity=self.identity,
            vendor="Pilotwire",
            model="Locust",
            csms=Network(host, tuple(self.versions), self.password, self.unsecured),
            hardware=SimulatedStation(self.evses),
            store=bridge.store,
            environment=bridge.environment,
        )
        station.listen(self._heard)
        self._running = asyncio.create_task(station.run())
        async with asyncio.timeout(self.patience_s):
            while not station.accepted:  # noqa: ASYNC110 -- wait_accepted is for one that runs
                await asyncio.sleep(0.05)

    async def _end(self) -> None:
        if self._station is not None and self._running is not None:
            self._station.stop()
            await asyncio.wait({self._running})

    async def _visit(self) -> bool:
        assert self._station is not None  # noqa: S101 -- Locust begins with on_start
        plan = random_visit(self.token, self._random)
        seconds = self._random.uniform(*self.charge_seconds)
        plan = Visit(plan.vehicle, self.token, Ending.CARD, seconds)
        return await visit(self._station.hardware.evse(1), plan, lambda _: None)

    def _heard(self, event: StationEvent) -> None:
        """On the loop's side: what is told goes to Locust's."""
        match event:
            case CallAnswered(action, seconds, error):
                failure = None if error is None else CallFailedError(error)
                self._bridge.tell(partial(self._report, "OCPP", action, seconds, failure))
            case MessageGivenUp(_, reason):
                failure = CallFailedError(f"given up: {reason}")
                self._bridge.tell(partial(self._report, "OCPP", "given up", 0.0, failure))
            case _:
                pass

    def _report(
        self, kind: str, name: str, seconds: float, error: PilotwireError | None = None
    ) -> None:
        request: Any = self._locust.events.request  # what fires has no types
        request.fire(
            request_type=kind,
            name=name,
            response_time=1000.0 * seconds,
            response_length=0,
            exception=error,
            context={},
        )
