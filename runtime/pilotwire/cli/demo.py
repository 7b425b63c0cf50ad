"""`pilotwire demo`: a CSMS, a simulated station and cars, in one process over a real WebSocket."""

import asyncio
import logging
from collections.abc import Awaitable, Generator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from random import SystemRandom
from typing import Final

from pilotwire.charging_station import ChargingStation, Environment, Network
from pilotwire.cli.arguments import versions_of
from pilotwire.cli.errors import CliError, CsmsLost
from pilotwire.cli.lifetime import Stop, operate, run_loop
from pilotwire.cli.messages import Reader, brief_id, shortened
from pilotwire.cli.output import say
from pilotwire.cli.trace import Trace
from pilotwire.cli.view import EvseLine, LiveView, View, terminal
from pilotwire.connection import OcppVersion
from pilotwire.csms import Csms, CsmsEvent, Session, SessionStopped
from pilotwire.hal.interfaces import ConnectorKind
from pilotwire.hal.simulated import ElectricVehicle, SimulatedEvse, SimulatedStation
from pilotwire.rpc import FrameDirection
from pilotwire.simulator.visits import Tell, Visit, traffic, visit
from pilotwire.station.clock import StationClock, SystemClock
from pilotwire.store import Store
from pilotwire.timing import AcceleratedEventLoop

__all__ = ["demo"]

IDENTITY: Final = "DEMO-1"
TOKEN: Final = "04A1B2C3"  # noqa: S105 -- anybody may have it
PATIENCE: Final = 300.0
"""How long the demo waits for the station to be accepted, or for a session's end to be reported."""

Station = ChargingStation[SimulatedStation]


def demo(*, ocpp: str, once: bool, speed: float, trace: Path | None) -> int:
    """Run the demo; the exit code."""
    [version] = versions_of([ocpp])
    with Trace(trace) as open_trace:
        command = partial(_demo, version=version, once=once, speed=speed, trace=open_trace)
        return run_loop(command, lambda: AcceleratedEventLoop(speed))


async def _demo(stop: Stop, *, version: OcppVersion, once: bool, speed: float, trace: Trace) -> int:
    scene = _Scene(trace)
    async with scene.csms.serve() as serving:
        hardware = SimulatedStation(
            evses=2, random=SystemRandom(), kind=ConnectorKind.TYPE2_CABLE, reports_soc=True
        )
        station = ChargingStation(
            identity=IDENTITY,
            vendor="Pilotwire",
            model="Demo",
            csms=Network(f"ws://127.0.0.1:{serving.port}", (version,)),
            hardware=hardware,
            store=Store(":memory:"),
            environment=Environment(clock=scene.clock, tap=scene.tap),
        )
        console = terminal()
        if console is not None:
            scene.view = LiveView(
                console,
                title=f"pilotwire demo · OCPP {version} · {speed:g} times as fast",
                speed=speed,
                now=scene.clock.now,
                evses=lambda: scene.look(station),
            )
        play = scene.play_once(station) if once else scene.play_on(station)
        with scene.view, _warnings_to(scene.tell):
            await operate(station, play, scene.view.paint(), stop.wait())
    if not once:
        scene.sum_up()
        return 0
    if scene.ended is None:
        if not stop.wanted:
            raise CliError("the demo went wrong: no session came about")
        return stop.exit_code
    scene.sum_up()
    return 0


class _Scene:
    """What the demo knows of itself.

    Attributes:
        ended: The last session that ended.
    """

    def __init__(self, trace: Trace) -> None:
        self.clock = StationClock(SystemClock())
        self.csms = Csms(tokens=[TOKEN], clock=self.clock, on_event=self._on_event)
        self.view = View()
        self.ended: Session | None = None
        self._trace = trace
        self._reader = Reader()
        self._over = asyncio.Event()

    def tap(self, direction: FrameDirection, text: str) -> None:
        """See a message of the station."""
        now = self.clock.now()
        self._trace.write(now, direction, text)
        self.view.message(self._reader.read(now, direction, text))

    def tell(self, text: str) -> None:
        """Show what happens."""
        self.view.tell(self.clock.now(), text)

    async def play_once(self, station: Station) -> None:
        """One car, one session."""
        await _soon(station.wait_accepted())
        await asyncio.sleep(5.0)
        car = ElectricVehicle(battery_kwh=40.0, soc=35.0)
        if await visit(station.hardware.evse(1), Visit(car, TOKEN), self.tell):
            await _soon(self._over.wait())

    async def play_on(self, station: Station) -> None:
        """Car after car, at each EVSE."""
        await _soon(station.wait_accepted())
        async with asyncio.TaskGroup() as tasks:
            for evse in station.hardware.evses:
                tasks.create_task(traffic(evse, TOKEN, SystemRandom(), self.tell))

    def look(self, station: Station) -> Sequence[EvseLine]:
        """What there is to see of the EVSEs now."""
        return [self._line(station, evse) for evse in station.hardware.evses]

    def sum_up(self) -> None:
        """Print what it was all about."""
        record = self.csms.stations.get(IDENTITY)
        sessions = [] if record is None else [each for each in record.sessions if not each.ongoing]
        for number, session in enumerate(sessions, start=1):
            say(f"session {number} at EVSE {session.evse_id}: ended, {session.reason or 'Local'}")
            say(f"  transaction id: {session.transaction_id}")
            say(f"  energy at start: {_wh(session.meter_start_wh)}")
            say(f"  energy at stop: {_wh(session.meter_stop_wh)}")
            say(f"  energy delivered: {_wh(session.energy_wh)}")
        counts = sorted(self._reader.counts.items())
        say("messages: " + ", ".join(f"{action} {count}" for action, count in counts))

    def _line(self, station: Station, evse: SimulatedEvse) -> EvseLine:
        session = self._session(evse.id)
        snapshot = next((each for each in station.evses if each.evse_id == evse.id), None)
        state = "-"
        if snapshot is not None:
            state = snapshot.charging_state or snapshot.status
            if snapshot.faults:
                state = "Faulted"
        start_wh = None if session is None else session.meter_start_wh
        vehicle = evse.vehicle
        flow = None if vehicle is None else vehicle.flow
        return EvseLine(
            evse_id=evse.id,
            state=state,
            power_w=0.0 if flow is None else flow.power_w(asyncio.get_running_loop().time()),
            energy_wh=None if start_wh is None else evse.meter.register_wh - start_wh,
            soc=None if vehicle is None else vehicle.soc,
            session="" if session is None else _session(session),
            limit="" if snapshot is None or snapshot.limit is None else f"{snapshot.limit:g} A",
        )

    def _session(self, evse_id: int) -> Session | None:
        record = self.csms.stations.get(IDENTITY)
        if record is None:
            return None
        ongoing = (each for each in reversed(record.sessions) if each.ongoing)
        return next((each for each in ongoing if each.evse_id == evse_id), None)

    def _on_event(self, event: CsmsEvent) -> None:
        if isinstance(event, SessionStopped):
            self.ended = event.session
            self._over.set()


@contextmanager
def _warnings_to(tell: Tell) -> Generator[None, None, None]:
    """Show what is logged among everything else: it would tear the picture apart."""

    class Teller(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            tell(f"{record.levelname.lower()}: {record.getMessage()}")

    teller = Teller(logging.WARNING)
    logging.getLogger().addHandler(teller)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(teller)


async def _soon(news: Awaitable[object]) -> None:
    try:
        async with asyncio.timeout(PATIENCE):
            await news
    except TimeoutError:
        raise CsmsLost(
            "the demo got stuck: station and CSMS do not understand each other"
        ) from None


def _session(session: Session) -> str:
    token = "" if session.token is None else f", token {shortened(session.token)}"
    return f"{brief_id(session.transaction_id)}{token}"


def _wh(value: float | None) -> str:
    return "unknown" if value is None else f"{value:.0f} Wh"
