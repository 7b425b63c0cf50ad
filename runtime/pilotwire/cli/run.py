"""`pilotwire run`: a station against any CSMS, as a file or the options describe it."""

import asyncio
import logging
import os
import sys
from collections.abc import Callable, Coroutine, Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from getpass import getpass
from pathlib import Path
from random import SystemRandom
from typing import TYPE_CHECKING, Any, Final, NoReturn
from urllib.parse import quote

from pilotwire.charging_station import (
    CertificateFolder,
    ChargingStation,
    Environment,
    FolderInUseError,
    Network,
)
from pilotwire.cli.arguments import check_token, versions_of
from pilotwire.cli.commands import commands
from pilotwire.cli.errors import CliError, CsmsLost, reason
from pilotwire.cli.files import private_text
from pilotwire.cli.lifetime import Stop, operate, run_loop
from pilotwire.cli.logs import LogFormat, LogLevel, set_up
from pilotwire.cli.messages import Reader
from pilotwire.cli.output import say
from pilotwire.cli.progress import TransferBars, error_terminal
from pilotwire.cli.terminal import is_terminal
from pilotwire.cli.trace import Trace
from pilotwire.configuration import (
    Configuration,
    ConfigurationError,
    Finding,
    Hardware,
    Security,
    build_hardware,
    build_station,
    missing_extras,
)
from pilotwire.configuration.lines import Place
from pilotwire.configuration.reading import described, read_with_places
from pilotwire.configuration.station import connector
from pilotwire.hal.interfaces import HardwareError, StationHardware
from pilotwire.rpc import FrameDirection
from pilotwire.simulator.visits import Tell, traffic
from pilotwire.station.clock import StationClock, SystemClock
from pilotwire.store import Store
from pilotwire.timing import AcceleratedEventLoop

if TYPE_CHECKING:
    from pilotwire.cli.station_console import StationConsole
    from pilotwire.simulator import Bench, SimulatedCharger
    from pilotwire.simulator.bench import About

__all__ = ["Settings", "configured", "default_store", "of_option", "read_password", "run"]

_log = logging.getLogger(__name__)

_OPTION_AT: Final[Mapping[Place, str]] = {
    ("station", "identity"): "--id: {}",
    ("csms",): "--csms: {}; see --password-file and --unsecured",
    ("csms", "url"): "--csms: {}",
    ("csms", "proxy"): "--proxy: {}",
    ("csms", "ca_file"): "--ca-file: {}",
    ("security", "one_csms_root"): "--one-csms-root: {}; see --certificates",
    ("updater",): "--firmware: {}; see --files, --certificates and --unsigned-firmware",
    ("updater", "version"): "--firmware: {}",
}
"""How it is told what is wrong with an option, by the place of the key that it stands for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The options of the command; None, or False, where one is not given. `patience` is in the
    station's seconds, without end if None.
    """

    config: Path | None
    csms: str | None
    identity: str | None
    versions: tuple[str, ...] | None
    password_file: Path | None
    evses: int | None
    auto: bool
    token: str
    store: Path | None
    trace: Path | None
    speed: float
    ca_file: Path | None
    proxy: str | None = field(repr=False)
    unsecured: bool
    certificates: Path | None
    one_csms_root: bool
    files: Path | None
    firmware: str | None
    unsigned_firmware: bool
    patience: float | None
    console: bool | None
    """Whether commands are taken; None: where somebody can type them."""
    log_level: LogLevel | None
    log_format: LogFormat | None


def run(settings: Settings) -> int:
    """Run a station until a signal comes; the exit code."""
    configuration = configured(settings)
    logging_ = configuration.logging
    set_up(LogLevel(logging_.level), LogFormat(logging_.format))
    check_token(settings.token, configuration.csms.versions)
    for extra in missing_extras(configuration):
        raise CliError(extra)
    _check_simulation(settings, configuration)
    console = is_terminal() if settings.console is None else settings.console
    path = configuration.csms.password_file
    if console and str(path) == "-" and not is_terminal():
        raise CliError("--console and --password-file - both read standard input")
    password = None if path is None else read_password(path)
    work = _attended if console else _run
    with Trace(settings.trace) as trace:
        return run_loop(
            lambda stop: work(stop, settings, configuration, password, trace),
            lambda: AcceleratedEventLoop(settings.speed),
        )


def configured(settings: Settings) -> Configuration:
    """The station that the options describe, or a file, than which they count more.

    Raises:
        CliError: options are missing, or do not go together.
        ConfigurationError: an option, or the file, can't be used.
    """
    tables = {table: dict(_given(options)) for table, options in _options(settings).items()}
    try:
        if settings.unsigned_firmware and settings.firmware is None:
            raise CliError("--unsigned-firmware does not go without --firmware")
        if settings.config is not None:
            if settings.evses is not None:
                raise CliError("--evses does not go with --config: it has an [[evse]] for each")
            if settings.firmware is not None:
                raise CliError("--firmware does not go with --config: it has an [updater]")
            return read_with_places(settings.config, tables)[0]
        if settings.csms is None or settings.identity is None:
            raise CliError("say --csms and --id, or --config FILE, which has both")
        return described(_simulated(settings), tables)
    except ConfigurationError as error:
        raise ConfigurationError([of_option(each) for each in error.findings]) from None


def of_option(finding: Finding) -> Finding:
    """The same with the option that it is about, if it is about one."""
    told = None if finding.file is not None else _OPTION_AT.get(finding.place)
    return finding if told is None else Finding(told.format(finding.text))


def _simulated(settings: Settings) -> dict[str, object]:
    """A station of which the options say the rest."""
    evses = 2 if settings.evses is None else settings.evses
    station: dict[str, object] = {
        "station": {"vendor": "Pilotwire", "model": "Simulated"},
        "evse": [{"backend": "simulated"}] * evses,
    }
    if settings.firmware is not None:
        station["updater"] = {
            "backend": "simulated",
            "version": settings.firmware,
            "unsigned": settings.unsigned_firmware,
        }
    return station


def _given(options: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    for key, value in options.items():
        if isinstance(value, Path):  # it does not count from the folder of the file
            yield key, value if str(value) in {"-", ":memory:"} else value.absolute()
        elif value is not None and value is not False:
            yield key, value


def _options(settings: Settings) -> Mapping[str, Mapping[str, object]]:
    return {
        "station": {"identity": settings.identity},
        "csms": {
            "url": settings.csms,
            "versions": versions_of(settings.versions) if settings.versions else None,
            "password_file": settings.password_file,
            "unsecured": settings.unsecured,
            "proxy": settings.proxy,
            "ca_file": settings.ca_file,
        },
        "security": {
            "certificates": settings.certificates,
            "one_csms_root": settings.one_csms_root,
        },
        "files": {"folder": settings.files},
        "store": {"file": settings.store},
        "logging": {"level": settings.log_level, "format": settings.log_format},
    }


def _check_simulation(settings: Settings, configuration: Configuration) -> None:
    simulated = [evse.backend == "simulated" for evse in configuration.evse]
    if settings.auto and not any(simulated):
        raise CliError("--auto is for simulated EVSEs, and there is none")
    updater = configuration.updater
    commands = updater is not None and updater.backend == "command"
    real = not all(simulated) or configuration.meter or configuration.reader or commands
    if settings.speed != 1.0 and real:
        raise CliError("--speed is for hardware that is simulated, all of it")


def read_password(path: Path) -> str:
    """The password in a file, without the newline at its end; "-" is standard input, where a person
    is asked for it.

    Raises:
        CliError: The file is unreadable, empty or no text; nothing of it is in the exception.
    """
    text = _asked() if str(path) == "-" else private_text(path, "the password file")
    password = text.removesuffix("\n").removesuffix("\r")
    if not password:
        raise CliError(
            "no password was given" if str(path) == "-" else f"the password file {path} is empty"
        )
    return password


def _asked() -> str:
    """A line of standard input, which no terminal shows."""
    try:
        return getpass("Password: ") if sys.stdin.isatty() else sys.stdin.readline()
    except EOFError:
        return ""
    except UnicodeDecodeError:
        raise CliError("the password on standard input is not UTF-8 text") from None


def default_store(identity: str) -> Path:
    """Where a station's database is by default: `$XDG_STATE_HOME/pilotwire/ID.db`.

    The directory is made; without the variable it is `~/.local/state/pilotwire`.

    Raises:
        CliError: The directory cannot be made.
    """
    base = os.environ.get("XDG_STATE_HOME") or "~/.local/state"
    directory = Path(base).expanduser() / "pilotwire"
    try:
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise CliError(f"{directory} cannot be made: {reason(error)}; use --store") from None
    return directory / f"{quote(identity, safe='')}.db"


async def _run(
    stop: Stop,
    settings: Settings,
    configuration: Configuration,
    password: str | None,
    trace: Trace,
) -> int:
    """A station by itself."""
    clock = StationClock(SystemClock())
    made = _prepared(configuration, password, clock, trace)
    with _told():
        store = Store(made.store)
        hardware = build_hardware(configuration, memory=made.memory)
        station = build_station(
            configuration, hardware.station, store, password=password, environment=made.environment
        )
    _log.info("%s keeps its records in %s", station.identity, store.path)
    works = _works(stop, settings, hardware, lambda: station.accepted)
    with TransferBars(error_terminal()) as bars:
        station.listen(bars)
        await operate(station, *works)
    return 0


async def _attended(
    stop: Stop,
    settings: Settings,
    configuration: Configuration,
    password: str | None,
    trace: Trace,
) -> int:
    """The same with somebody at it who gives commands."""
    from pilotwire.cli.station_console import StationConsole
    from pilotwire.simulator import SimulatedCharger

    clock = StationClock(SystemClock())
    made = _prepared(configuration, password, clock, trace)
    with _told():
        hardware = build_hardware(configuration, memory=made.memory)

    def make(store: Store, environment: Environment) -> ChargingStation[StationHardware]:
        with _told():
            station = build_station(
                configuration, hardware.station, store, password=password, environment=environment
            )
        if not charger.starts:
            _log.info("%s keeps its records in %s", station.identity, store.path)
        return station

    charger = SimulatedCharger(
        configuration.station.identity,
        _bench(configuration, hardware),
        make,
        store=Path(made.store),
        connector=made.environment.connector,
        world=clock,
        about=_about(configuration),
        sample_every=None,
        tap=made.environment.tap,
    )
    console = StationConsole(charger, stop.at_will)
    works = _works(stop, settings, hardware, lambda: charger.accepted)
    async with commands("run", console.suggest) as lines:
        obeying = _obey(charger, console, lines, stop)
        await operate(charger, obeying, *works)
    return 0


async def _obey(
    charger: "SimulatedCharger",
    console: "StationConsole",
    lines: "asyncio.Queue[str | None]",
    stop: Stop,
) -> None:
    """Do what is said, until that is to end: by `quit`, or as a terminal ends its input."""
    await charger.wait_running()
    console.names()
    while (line := await lines.get()) is not None:
        for each in await console.obey(line):
            say(each)
    if is_terminal():
        stop.at_will()
    await stop.wait()


def _bench(configuration: Configuration, hardware: Hardware) -> "Bench":
    from pilotwire.hal.simulated import SimulatedStation
    from pilotwire.simulator import Bench

    whole = hardware.station
    return Bench(
        hardware.simulated,
        whole if isinstance(whole, SimulatedStation) else None,
        configuration.security.certificates,
    )


def _about(configuration: Configuration) -> "About":
    from pilotwire.simulator.bench import About

    own = configuration.station
    return About(own.vendor, own.model, own.serial_number, own.firmware_version)


def _works(
    stop: Stop, settings: Settings, hardware: Hardware, accepted: Callable[[], bool]
) -> list[Coroutine[Any, Any, None]]:
    works: list[Coroutine[Any, Any, None]] = [stop.wait()]
    if settings.auto:
        works.append(_traffic(hardware, settings.token))
    if settings.patience is not None:
        works.append(_patience(accepted, settings.patience))
    return works


async def _patience(accepted: Callable[[], bool], limit: float) -> NoReturn:
    """End it all when no CSMS has accepted the station for so long."""
    loop = asyncio.get_running_loop()
    since = loop.time()
    while True:
        if accepted():
            since = loop.time()
        elif loop.time() - since >= limit:
            raise CsmsLost(f"no CSMS has accepted the station for {limit:g} s")
        await asyncio.sleep(min(1.0, limit / 10))


@contextmanager
def _told() -> Generator[None, None, None]:
    """Tell what can't be as what it is: the configuration's fault. No hardware has started yet."""
    try:
        yield
    except (ValueError, HardwareError) as error:
        raise CliError(str(error)) from None


@dataclass(frozen=True, slots=True)
class _Prepared:
    """What a station is given."""

    environment: Environment
    store: str
    memory: Path | None


def _prepared(
    configuration: Configuration, password: str | None, clock: StationClock, trace: Trace
) -> _Prepared:
    reader = Reader()

    def tap(direction: FrameDirection, text: str) -> None:
        now = clock.now()
        trace.write(now, direction, text)
        if _log.isEnabledFor(logging.DEBUG):
            _log.debug("%s", reader.read(now, direction, text).line)

    identity = configuration.station.identity
    csms = configuration.csms
    with _told():
        # First of all, so that a bad password leaves no files behind.
        Network(csms.url, csms.versions, password, csms.unsecured).endpoint(identity)
        environment = Environment(clock=clock, tap=tap, connector=connector(configuration))
        _check_folder(configuration.security)
    path = configuration.store.file
    store = str(default_store(identity) if path is None else path)
    memory = None if store == ":memory:" else Path(f"{store}.meters")
    return _Prepared(environment, store, memory)


def _check_folder(security: Security) -> None:
    path = security.certificates
    if path is None:
        return
    folder = CertificateFolder(path)
    try:
        with folder.claimed():  # so that it is told before anything has begun
            folder.open()
    except FolderInUseError:
        raise
    except OSError as error:
        raise CliError(f"the folder {path} cannot be used: {reason(error)}") from None


async def _traffic(hardware: Hardware, token: str) -> None:
    async with asyncio.TaskGroup() as tasks:
        for number, evse in hardware.simulated.items():
            tasks.create_task(traffic(evse, token, SystemRandom(), _tell_of(number)))


def _tell_of(number: int) -> Tell:
    """An EVSE does not know which number it has beside real ones."""

    def tell(text: str) -> None:
        _log.info("EVSE %d: %s", number, text.partition(": ")[2])

    return tell
