"""`pilotwire csms`: the small CSMS alone."""

import asyncio
import json
import logging
import socket
import ssl
from collections.abc import Callable, Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import datetime
from ipaddress import ip_address
from pathlib import Path

from pilotwire.cli.arguments import check_token, versions_of
from pilotwire.cli.charging import limit_told, place_of
from pilotwire.cli.commands import commands
from pilotwire.cli.console import Console
from pilotwire.cli.errors import CliError, reason
from pilotwire.cli.files import private_text
from pilotwire.cli.lifetime import Stop, run_loop
from pilotwire.cli.logs import LogFormat, LogLevel, set_up
from pilotwire.cli.messages import brief_id, printable, shortened
from pilotwire.cli.output import say
from pilotwire.cli.terminal import is_terminal
from pilotwire.cli.trace import Trace
from pilotwire.connection import OcppVersion
from pilotwire.connection.server import Serving
from pilotwire.csms import (
    CertificateSent,
    ChargingLimitReleased,
    ChargingLimitReported,
    Csms,
    CsmsEvent,
    FirmwareStatusReported,
    LogStatusReported,
    SecurityEventReported,
    Session,
    SessionStarted,
    SessionStopped,
    SessionUpdated,
    StationBooted,
    StationConnected,
    StationDisconnected,
)
from pilotwire.csms.authority import Authority
from pilotwire.ocpp.scalars import format_timestamp
from pilotwire.rpc import FrameDirection
from pilotwire.station.clock import StationClock, SystemClock

__all__ = ["Settings", "csms", "read_passwords", "url_of"]

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The options of the command."""

    host: str
    port: int
    versions: tuple[str, ...]
    tokens: tuple[str, ...] | None
    trace: Path | None
    passwords: Path | None
    tls_cert: Path | None
    tls_key: Path | None
    tls: Path | None
    tls_port: int | None
    tls_names: tuple[str, ...]
    client_certificates: bool
    organization: str | None
    console: bool
    max_connections: int
    ping_interval: float
    log_level: LogLevel
    log_format: LogFormat


def csms(settings: Settings) -> int:
    """Run a CSMS until a signal comes; the exit code."""
    set_up(settings.log_level, settings.log_format)
    versions = versions_of(settings.versions)
    for token in settings.tokens or ():
        check_token(token, versions)
    opened = _opened(settings)
    with Trace(settings.trace) as trace:
        return run_loop(lambda stop: _csms(stop, settings, versions, opened, trace))


def read_passwords(path: Path) -> Mapping[str, str]:
    """The passwords in a file by identity: a line `IDENTITY:PASSWORD` each, `#` before a comment.

    Raises:
        CliError: The file can't be used; nothing of it is in the exception.
    """
    found: dict[str, str] = {}
    text = private_text(path, "the passwords' file")
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        identity, colon, password = line.partition(":")
        if not identity or not colon or not password:
            raise CliError(f"{path}, line {number}: is not IDENTITY:PASSWORD")
        if identity in found:
            raise CliError(f"{path}, line {number}: that identity has a password already")
        found[identity] = password
    if not found:
        raise CliError(f"the passwords' file {path} is empty: no station could connect")
    return found


def _tls(certificate: Path | None, key: Path | None) -> ssl.SSLContext | None:
    if certificate is None:
        if key is not None:
            raise CliError("--tls-key needs --tls-cert")
        return None
    if key is not None:
        private_text(key, "the key's file")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    try:
        # A key with a passphrase is refused, instead of a question on the terminal.
        context.load_cert_chain(certificate, key, password=str)
    except ssl.SSLError as error:
        why = (error.reason or "no certificate, no key, or one with a passphrase").replace("_", " ")
        raise CliError(f"{certificate}: no certificate with its key: {why.lower()}") from None
    except OSError as error:
        raise CliError(f"{certificate} cannot be read: {reason(error)}") from None
    return context


@dataclass(frozen=True, slots=True)
class _Gate:
    """Where stations come in."""

    port: int
    tls: ssl.SSLContext | None


@dataclass(frozen=True, slots=True)
class _Opened:
    """What was read of files before anything else is done."""

    passwords: Mapping[str, str] | None
    authority: Authority | None
    gates: Sequence[_Gate]


def _opened(settings: Settings) -> _Opened:
    passwords = None if settings.passwords is None else read_passwords(settings.passwords)
    if settings.tls is None:
        for name, given in (
            ("--tls-port", settings.tls_port is not None),
            ("--tls-name", bool(settings.tls_names)),
            ("--client-certificates", settings.client_certificates),
            ("--organization", settings.organization is not None),
        ):
            if given:
                raise CliError(f"{name} needs --tls")
        gate = _Gate(settings.port, _tls(settings.tls_cert, settings.tls_key))
        return _Opened(passwords, None, [gate])
    if settings.tls_cert is not None or settings.tls_key is not None:
        raise CliError("--tls makes the certificate of the CSMS: it goes without --tls-cert")
    wanted = ssl.CERT_REQUIRED if settings.client_certificates else ssl.CERT_OPTIONAL
    names = settings.tls_names or _names_of(settings.host)
    try:
        authority = Authority(settings.tls, organization=settings.organization)
        context = authority.server_context(*names, client_certificates=wanted)
    except OSError as error:
        why = reason(error)
        raise CliError(f"the authority's folder {settings.tls} cannot be used: {why}") from None
    except ValueError as error:
        raise CliError(str(error)) from None
    if settings.tls_port is None:
        return _Opened(passwords, authority, [_Gate(settings.port, context)])
    gates = [_Gate(settings.port, None), _Gate(settings.tls_port, context)]
    return _Opened(passwords, authority, gates)


def _names_of(host: str) -> tuple[str, ...]:
    """What a server is called that listens on an address."""
    try:
        address = ip_address(host or "0.0.0.0")  # noqa: S104 -- what an empty host means
    except ValueError:
        return (host,)
    if address.is_unspecified:
        return (socket.gethostname(), "localhost", "127.0.0.1", "::1")
    return ("localhost", "127.0.0.1", "::1") if address.is_loopback else (host,)


async def _csms(
    stop: Stop,
    settings: Settings,
    versions: tuple[OcppVersion, ...],
    opened: _Opened,
    trace: Trace,
) -> int:
    clock = StationClock(SystemClock())
    tell = _teller(settings.log_format)

    def on_event(event: CsmsEvent) -> None:
        tell(clock.now(), _sentence(event), event)

    def tap(identity: str, direction: FrameDirection, text: str) -> None:
        trace.write(clock.now(), _OF_STATION[direction], text, station=identity)

    served = Csms(
        tokens=settings.tokens,
        passwords=opened.passwords,
        authority=opened.authority,
        clock=clock,
        tap=tap,
        on_event=on_event,
        # Nothing is remembered from run to run: stations that are still there are taken as they
        # are, and transaction ids begin where those of an earlier run did not get to.
        knows_its_stations=True,
        first_transaction_id=int(clock.now().timestamp()),
    )
    async with AsyncExitStack() as stack:
        heard: list[tuple[_Gate, str]] = []
        for gate in opened.gates:
            serving = await _listen(stack, served, settings, versions, gate)
            spoken = " and ".join(filter(None, (", ".join(versions[:-1]), versions[-1])))
            url = url_of(settings.host, serving.port, secure=gate.tls is not None)
            tell(clock.now(), f"listening on {url} for OCPP {spoken}", None)
            heard.append((gate, url))
        if settings.tokens is None:
            tell(clock.now(), "no --token is given: every token is accepted", None)
        for gate, url in heard:
            await _warn(settings, gate, url)
        if opened.authority is not None:
            root = opened.authority.folder / f"root-{opened.authority.root.number}.pem"
            tell(clock.now(), f"the root certificate is {root}", None)
        if not settings.console:
            await stop.wait()
            return 0
        console = Console(served, opened.authority, stop.at_will)
        lines = await stack.enter_async_context(commands("csms", console.suggest))
        async with asyncio.TaskGroup() as tasks:
            obeying = _obey(console, lines, lambda text: tell(clock.now(), text, None), stop)
            task = tasks.create_task(obeying)
            await stop.wait()
            task.cancel()
    return 0


async def _obey(
    console: Console,
    lines: "asyncio.Queue[str | None]",
    tell: Callable[[str], None],
    stop: Stop,
) -> None:
    while (line := await lines.get()) is not None:
        for each in await console.obey(line):
            tell(each)
    if is_terminal():  # Ctrl-C or Ctrl-D at the prompt
        stop.at_will()


async def _listen(
    stack: AsyncExitStack,
    served: Csms,
    settings: Settings,
    versions: tuple[OcppVersion, ...],
    gate: _Gate,
) -> Serving:
    serve = served.serve(
        settings.host,
        gate.port,
        versions=versions,
        tls=gate.tls,
        max_connections=settings.max_connections,
        ping_interval=settings.ping_interval,
    )
    try:
        return await stack.enter_async_context(serve)
    except OSError as error:
        where = url_of(settings.host, gate.port).removeprefix("ws://")
        raise CliError(f"cannot listen on {where}: {reason(error)}") from None


async def _warn(settings: Settings, gate: _Gate, url: str) -> None:
    """Say what a gate lacks that others can reach."""
    if not await _is_seen(settings.host):
        return
    certified = gate.tls is not None and settings.client_certificates
    if settings.passwords is None and not certified:
        _log.warning("anybody who reaches %s may connect: --passwords asks for passwords", url)
    if gate.tls is None:
        _log.warning("all that is said on %s can be read on its way: see --tls and --tls-cert", url)


def url_of(host: str, port: int, *, secure: bool = False) -> str:
    """The URL that a station connects to; an IPv6 address stands in brackets (RFC 3986, 3.2.2)."""
    place = f"[{host.replace('%', '%25')}]" if ":" in host else host
    return f"{'wss' if secure else 'ws'}://{place}:{port}"


async def _is_seen(host: str) -> bool:
    """Whether other computers may reach what listens there."""
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host or None, None, type=socket.SOCK_STREAM)
    addresses = (ip_address(str(address[0]).partition("%")[0]) for *_, address in found)
    return not host or not all(address.is_loopback for address in addresses)


_OF_STATION = {
    FrameDirection.SENT: FrameDirection.RECEIVED,
    FrameDirection.RECEIVED: FrameDirection.SENT,
}


def _teller(format_: LogFormat) -> Callable[[datetime, str, CsmsEvent | None], None]:
    """Prints what happens: at what time, in which words, to which station."""

    def line(at: datetime, text: str, event: CsmsEvent | None) -> None:
        who = "" if event is None else f"{event.identity} "
        say(f"{at:%Y-%m-%d %H:%M:%S} {printable(f'{who}{text}')}")

    def objects(at: datetime, text: str, event: CsmsEvent | None) -> None:
        told = {"time": format_timestamp(at), "message": text}
        if event is not None:
            told |= {"station": event.identity, "event": type(event).__name__}
        say(json.dumps(told))

    return objects if format_ is LogFormat.JSON else line


def _sentence(event: CsmsEvent) -> str:
    match event:
        case StationConnected():
            return f"connected with OCPP {event.version}"
        case StationDisconnected():
            return "disconnected"
        case StationBooted(boot=boot):
            return f"booted: {boot.vendor} {boot.model}, {boot.status}"
        case SessionStarted(session=session):
            token = "" if session.token is None else f", token {shortened(session.token)}"
            return f"{_name(session)} started{token}"
        case SessionUpdated(session=session):
            priority = ", with priority" if session.priority else ""
            return f"{_name(session)}: {_energy(session)}{priority}"
        case ChargingLimitReported(limit=limit):
            return limit_told(limit)
        case ChargingLimitReleased(evse_id=evse_id, source=source):
            return f"{source} limits {place_of(evse_id)} no longer"
        case SessionStopped(session=session):
            return f"{_name(session)} stopped, {session.reason or 'Local'}: {_energy(session)}"
        case SecurityEventReported(event=told):
            return f"security event {told.event}" + ("" if not told.info else f": {told.info}")
        case LogStatusReported(request_id=request_id, status=status):
            return "log" + ("" if request_id is None else f" {request_id}") + f": {status}"
        case FirmwareStatusReported(request_id=request_id, status=status):
            return "firmware" + ("" if request_id is None else f" {request_id}") + f": {status}"
        case CertificateSent(serial_number=serial_number, status=status):
            return f"was sent its certificate {serial_number}: {status}"


def _name(session: Session) -> str:
    return f"EVSE {session.evse_id}, session {brief_id(session.transaction_id)}"


def _energy(session: Session) -> str:
    energy_wh = session.energy_wh
    return "energy unknown" if energy_wh is None else f"{energy_wh / 1000:.3f} kWh"
