"""`pilotwire run`: the simulated station against any CSMS."""

import asyncio
import logging
import os
import ssl
import sys
from collections.abc import Coroutine
from dataclasses import dataclass, field
from getpass import getpass
from pathlib import Path
from random import SystemRandom
from typing import Any, NoReturn
from urllib.parse import quote

from pilotwire.charging_station import (
    CertificateFolder,
    ChargingStation,
    Environment,
    FolderInUseError,
    Network,
)
from pilotwire.cli.arguments import check_token, versions_of
from pilotwire.cli.errors import CliError, CsmsLost, reason
from pilotwire.cli.files import private_text
from pilotwire.cli.lifetime import Stop, operate, run_loop
from pilotwire.cli.logs import LogFormat, LogLevel, set_up
from pilotwire.cli.messages import Reader
from pilotwire.cli.scenario import traffic
from pilotwire.cli.trace import Trace
from pilotwire.connection import Endpoint, TlsFiles
from pilotwire.connection.client import WebSocketConnector
from pilotwire.connection.tls import context_of
from pilotwire.errors import Unsecured
from pilotwire.hal.interfaces import ConnectorKind, HardwareError
from pilotwire.hal.simulated import SimulatedStation
from pilotwire.rpc import FrameDirection
from pilotwire.station.clock import StationClock, SystemClock
from pilotwire.store import Store
from pilotwire.timing import AcceleratedEventLoop

__all__ = ["Settings", "default_store", "read_password", "run"]

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The options of the command; `patience` is in the station's seconds, without end if None."""

    csms: str
    identity: str
    versions: tuple[str, ...]
    password_file: Path | None
    evses: int
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
    patience: float | None
    log_level: LogLevel
    log_format: LogFormat


def run(settings: Settings) -> int:
    """Run a station until a signal comes; the exit code."""
    set_up(settings.log_level, settings.log_format)
    versions = versions_of(settings.versions)
    try:
        # First of all, so that a bad URL leaves no files behind.
        Endpoint(settings.csms, settings.identity, versions, unsecured=True)
        WebSocketConnector(proxy=settings.proxy)
    except ValueError as error:
        raise CliError(str(error)) from None
    check_token(settings.token, versions)
    if settings.certificates is not None and settings.ca_file is not None:
        raise CliError("--ca-file does not go with --certificates; see pilotwire cert import")
    if settings.one_csms_root and settings.certificates is None:
        raise CliError("--one-csms-root needs --certificates")
    password = None if settings.password_file is None else read_password(settings.password_file)
    tls = None if settings.ca_file is None else _trusting(settings.ca_file, settings.csms)
    with Trace(settings.trace) as trace:
        return run_loop(
            lambda stop: _run(stop, settings, password, tls, trace),
            lambda: AcceleratedEventLoop(settings.speed),
        )


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


def _trusting(path: Path, url: str) -> ssl.SSLContext:
    """TLS that trusts the authorities of this file, and no others."""
    if not url.lower().startswith("wss:"):
        raise CliError("--ca-file is for a wss:// URL")
    try:
        return context_of(TlsFiles((path,)))
    except ssl.SSLError:
        raise CliError(f"the CA file {path} holds no certificate in PEM format") from None
    except UnicodeDecodeError:
        raise CliError(f"the CA file {path} is no text") from None
    except OSError as error:
        raise CliError(f"the CA file {path} cannot be read: {reason(error)}") from None


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
    password: str | None,
    tls: ssl.SSLContext | None,
    trace: Trace,
) -> int:
    clock = StationClock(SystemClock())
    station = _station(settings, password, tls, clock, trace)
    works: list[Coroutine[Any, Any, None]] = [stop.wait()]
    if settings.auto:
        works.append(_traffic(station.hardware, settings.token))
    if settings.patience is not None:
        works.append(_patience(station, settings.patience))
    await operate(station, *works)
    return 0


async def _patience(station: ChargingStation[SimulatedStation], limit: float) -> NoReturn:
    """End it all when no CSMS has accepted the station for so long."""
    loop = asyncio.get_running_loop()
    since = loop.time()
    while True:
        if station.accepted:
            since = loop.time()
        elif loop.time() - since >= limit:
            raise CsmsLost(f"no CSMS has accepted the station for {limit:g} s")
        await asyncio.sleep(min(1.0, limit / 10))


def _station(
    settings: Settings,
    password: str | None,
    tls: ssl.SSLContext | None,
    clock: StationClock,
    trace: Trace,
) -> ChargingStation[SimulatedStation]:
    reader = Reader()

    def tap(direction: FrameDirection, text: str) -> None:
        now = clock.now()
        trace.write(now, direction, text)
        if _log.isEnabledFor(logging.DEBUG):
            _log.debug("%s", reader.read(now, direction, text).line)

    try:
        # As above: a bad password leaves no files behind.
        csms = Network(settings.csms, settings.versions, password, settings.unsecured)
        csms.endpoint(settings.identity)
        certificates = _folder(settings)
        path = default_store(settings.identity) if settings.store is None else settings.store
        store = Store(path)
        station = ChargingStation(
            identity=settings.identity,
            vendor="Pilotwire",
            model="Simulated",
            csms=csms,
            hardware=SimulatedStation(
                evses=settings.evses,
                random=SystemRandom(),
                memory=None if store.path == ":memory:" else Path(f"{store.path}.meters"),
                kind=ConnectorKind.TYPE2_CABLE,
            ),
            store=store,
            certificates=certificates,
            environment=Environment(
                clock=clock, tap=tap, connector=WebSocketConnector(tls=tls, proxy=settings.proxy)
            ),
        )
    except Unsecured as error:
        raise CliError(f"{error}: use --password-file, or allow it by --unsecured") from None
    except (ValueError, HardwareError) as error:  # none of the hardware has started yet
        raise CliError(str(error)) from None
    _log.info("%s keeps its records in %s", settings.identity, path)
    return station


def _folder(settings: Settings) -> CertificateFolder | None:
    path = settings.certificates
    if path is None:
        return None
    folder = CertificateFolder(path, one_csms_root=settings.one_csms_root)
    try:
        with folder.claimed():  # so that it is told before anything has begun
            folder.open()
    except FolderInUseError:
        raise
    except OSError as error:
        raise CliError(f"the folder {path} cannot be used: {reason(error)}") from None
    return folder


async def _traffic(hardware: SimulatedStation, token: str) -> None:
    async with asyncio.TaskGroup() as tasks:
        for evse in hardware.evses:
            tasks.create_task(traffic(evse, token, SystemRandom(), _log.info))
