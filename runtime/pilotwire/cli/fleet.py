"""`pilotwire fleet`: thousands of simulated stations against any CSMS."""

import asyncio
from collections.abc import AsyncGenerator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from pilotwire.charging_station import Network
from pilotwire.cli.arguments import versions_of
from pilotwire.cli.csms import read_passwords
from pilotwire.cli.errors import CliError, CsmsLost, ExitCode, reason
from pilotwire.cli.fleet_view import FleetView, LiveFleetView
from pilotwire.cli.lifetime import Stop, operate, run_loop
from pilotwire.cli.logs import LogFormat, LogLevel, set_up
from pilotwire.cli.output import say
from pilotwire.cli.run import read_password
from pilotwire.cli.view import terminal
from pilotwire.connection import OcppVersion, TlsFiles
from pilotwire.connection.client import WebSocketConnector
from pilotwire.connection.tls import context_of
from pilotwire.csms import Csms
from pilotwire.errors import Unsecured
from pilotwire.simulator.fleet import DEFAULT_TEXT, Fleet, Plan, default_profile, read_profile
from pilotwire.simulator.fleet.ledger import Records
from pilotwire.simulator.fleet.limits import TooFewFilesError, allow_connections
from pilotwire.simulator.fleet.profile import Profile, numbered
from pilotwire.simulator.fleet.report import Report
from pilotwire.station.clock import StationClock, SystemClock
from pilotwire.store import Store
from pilotwire.timing import AcceleratedEventLoop

__all__ = ["Settings", "fleet", "print_profile"]

EMBEDDED: Final = "embedded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The options of the command; `duration` is in the stations' seconds, without end if None."""

    csms: str
    stations: int
    profile: Path | None
    duration: float | None
    seed: int
    speed: float
    rate: float
    begin: str | None
    versions: tuple[str, ...]
    identities: str
    password_file: Path | None
    passwords: Path | None
    ca_file: Path | None
    unsecured: bool
    store: Path | None
    json: Path | None
    ledger: Path | None
    metrics: int | None
    metrics_host: str
    log_level: LogLevel
    log_format: LogFormat


@dataclass(frozen=True, slots=True)
class _Opened:
    """What was read of files before anything else is done."""

    profile: Profile
    password: str | None
    passwords: Mapping[str, str] | None
    versions: tuple[OcppVersion, ...]


def print_profile() -> ExitCode:
    """Print the profile that counts where none is given."""
    for line in DEFAULT_TEXT.splitlines():
        say(line)
    return ExitCode.DONE


def fleet(settings: Settings) -> int:
    """Run a fleet until a signal comes, or its time is over; the exit code."""
    set_up(settings.log_level, settings.log_format)
    opened = _Opened(
        default_profile() if settings.profile is None else read_profile(settings.profile),
        None if settings.password_file is None else read_password(settings.password_file),
        None if settings.passwords is None else read_passwords(settings.passwords),
        versions_of(settings.versions),
    )
    _check(settings)
    embedded = settings.csms == EMBEDDED
    try:
        allow_connections(settings.stations * (2 if embedded else 1))
    except TooFewFilesError as error:
        raise CliError(f"{error}{'; an embedded CSMS needs as many again' * embedded}") from None
    return run_loop(
        lambda stop: _fleet(stop, settings, opened),
        lambda: AcceleratedEventLoop(settings.speed),
    )


def _check(settings: Settings) -> None:
    if numbered(settings.identities, 1) == numbered(settings.identities, 2):
        raise CliError("--identity-pattern: has {n}, or {n:05}, where the number is to be")
    if settings.metrics is not None and find_spec("prometheus_client") is None:
        raise CliError('--metrics wants pip install "pilotwire[metrics]"')
    _begins_at(settings.begin)


def _begins_at(text: str | None) -> float | None:
    """The seconds since midnight that `--begin` names."""
    if text is None:
        return None
    hours, colon, minutes = text.partition(":")
    if not (colon and hours.isdecimal() and minutes.isdecimal()):
        raise CliError("--begin is a time of day as 07:30")
    if int(hours) > 23 or int(minutes) > 59:
        raise CliError("--begin is a time of day as 07:30")
    return 3600.0 * int(hours) + 60.0 * int(minutes)


async def _fleet(stop: Stop, settings: Settings, opened: _Opened) -> int:
    clock = StationClock(SystemClock())
    now = clock.now()
    begins_at = _begins_at(settings.begin)
    if begins_at is None:
        begins_at = 3600.0 * now.hour + 60.0 * now.minute
    plan = Plan(opened.profile, settings.stations, settings.seed, begins_at)
    async with AsyncExitStack() as stack:
        url, csms = settings.csms, None
        if url == EMBEDDED:
            url, csms = await stack.enter_async_context(_embedded(opened.profile, clock))
        network = Network(url, opened.versions, opened.password, settings.unsecured)
        try:
            made = Fleet(
                plan,
                network,
                passwords=opened.passwords,
                identities=settings.identities,
                rate=settings.rate / settings.speed,
                store=Store(":memory:" if settings.store is None else settings.store),
                connector=await _connector(settings),
                clock=clock,
            )
        except Unsecured as error:
            raise CliError(f"{error}; see --password-file and --unsecured") from None
        except ValueError as error:
            raise CliError(str(error)) from None
        if settings.metrics is not None:
            await _expose(stack, made, settings)
        console = terminal()
        view = (
            FleetView(made, settings.speed)
            if console is None
            else LiveFleetView(made, settings.speed, console)
        )
        with view:
            await operate(_Limited(made, settings.duration), view.paint(), stop.wait())
        records: Records | None = None
        if csms is not None:
            records = {name: list(each.sessions) for name, each in csms.stations.items()}
    return _sum_up(made, settings, records)


class _Limited:
    """A fleet that ends by itself after a time."""

    def __init__(self, made: Fleet, duration: float | None) -> None:
        self._fleet = made
        self._duration = duration

    async def run(self) -> None:
        await self._fleet.run(self._duration)

    def stop(self) -> None:
        self._fleet.stop()


@asynccontextmanager
async def _embedded(profile: Profile, clock: StationClock) -> AsyncGenerator[tuple[str, Csms]]:
    """A CSMS in this process, which knows the profile's tokens, and its URL."""
    csms = Csms(
        tokens=profile.tokens.known(),
        clock=clock,
        first_transaction_id=int(clock.now().timestamp()),
    )
    async with csms.serve() as serving:
        yield f"ws://127.0.0.1:{serving.port}", csms


async def _connector(settings: Settings) -> WebSocketConnector:
    if settings.ca_file is None:
        return WebSocketConnector()
    try:
        tls = await asyncio.to_thread(context_of, TlsFiles((settings.ca_file,)))
    except (OSError, ValueError) as error:
        raise CliError(f"--ca-file: {error}") from None
    return WebSocketConnector(tls=tls)


async def _expose(stack: AsyncExitStack, made: Fleet, settings: Settings) -> None:
    from pilotwire.simulator.fleet.metrics import exposed

    host, port = settings.metrics_host, settings.metrics or 0
    try:
        port = await stack.enter_async_context(exposed(made, port, host))
    except OSError as error:
        raise CliError(f"--metrics: cannot listen on {host}:{port}: {reason(error)}") from None
    say(f"metrics at http://{f'[{host}]' if ':' in host else host}:{port}/metrics")


def _sum_up(made: Fleet, settings: Settings, records: Records | None) -> int:
    report = Report.of(made, settings.seed, records)
    if settings.ledger is not None:
        _write(settings.ledger, "".join(f"{row.line()}\n" for row in made.ledger.rows()))
    text = report.model_dump_json(indent=2)
    if settings.json is not None and str(settings.json) == "-":
        say(text)
    else:
        if settings.json is not None:
            _write(settings.json, f"{text}\n")
        for line in _told(report):
            say(line)
    if not report.counts.boots:
        raise CsmsLost("the CSMS has accepted no station")
    return ExitCode.FOUND if report.lost or report.counts.failed else ExitCode.DONE


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise CliError(f"{path} cannot be written: {reason(error)}") from None


def _told(report: Report) -> list[str]:
    counts, sessions = report.counts, report.counts.sessions
    errors = ", ".join(f"{code} {count}" for code, count in sorted(counts.errors.items()))
    memory = "" if report.kib_a_station is None else f", {report.kib_a_station:.0f} KiB each"
    lines = [
        (
            f"stations: {counts.started} started, {counts.most_connected} connected at a time, "
            f"{counts.boots} boots accepted{memory}"
        ),
        (
            f"drivers: {sessions.arrivals} came, {sessions.turned_away} found no free EVSE, "
            f"{sessions.without_energy} got no energy"
        ),
        (
            f"transactions: {sessions.done} done, {sessions.energy_kwh:.1f} kWh; "
            f"{sessions.running} not over, {sessions.given_up} messages given up, "
            f"{sessions.undelivered} undelivered"
        ),
        f"messages: {counts.sent} sent, {counts.received} received; errors: {errors or 'none'}",
    ]
    if report.comparison is not None:
        found = report.comparison
        lines.append(
            f"held against the CSMS: {found.transactions} transactions, {found.different} different"
        )
        lines += found.differences
    lines.append(f"seed: {report.seed}")
    return lines
