"""`pilotwire csms`: the small CSMS alone."""

import asyncio
import json
import logging
import socket
import ssl
from collections.abc import Callable, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import datetime
from ipaddress import ip_address
from pathlib import Path

from pilotwire.cli.arguments import check_token, versions_of
from pilotwire.cli.errors import CliError, reason
from pilotwire.cli.files import private_text
from pilotwire.cli.lifetime import Stop, run_loop
from pilotwire.cli.logs import LogFormat, LogLevel, set_up
from pilotwire.cli.messages import brief_id, printable, shortened
from pilotwire.cli.output import say
from pilotwire.cli.trace import Trace
from pilotwire.connection import OcppVersion
from pilotwire.csms import (
    Csms,
    CsmsEvent,
    Session,
    SessionStarted,
    SessionStopped,
    SessionUpdated,
    StationBooted,
    StationConnected,
    StationDisconnected,
)
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
    passwords = None if settings.passwords is None else read_passwords(settings.passwords)
    tls = _tls(settings.tls_cert, settings.tls_key)
    with Trace(settings.trace) as trace:
        return run_loop(lambda stop: _csms(stop, settings, versions, passwords, tls, trace))


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


async def _csms(
    stop: Stop,
    settings: Settings,
    versions: tuple[OcppVersion, ...],
    passwords: Mapping[str, str] | None,
    tls: ssl.SSLContext | None,
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
        passwords=passwords,
        clock=clock,
        tap=tap,
        on_event=on_event,
        # Nothing is remembered from run to run: stations that are still there are taken as they
        # are, and transaction ids begin where those of an earlier run did not get to.
        knows_its_stations=True,
        first_transaction_id=int(clock.now().timestamp()),
    )
    async with AsyncExitStack() as stack:
        host = settings.host
        serve = served.serve(
            host,
            settings.port,
            versions=versions,
            tls=tls,
            max_connections=settings.max_connections,
            ping_interval=settings.ping_interval,
        )
        try:
            serving = await stack.enter_async_context(serve)
        except OSError as error:
            where = url_of(host, settings.port).removeprefix("ws://")
            raise CliError(f"cannot listen on {where}: {reason(error)}") from None
        spoken = " and ".join(filter(None, (", ".join(versions[:-1]), versions[-1])))
        url = url_of(host, serving.port, secure=tls is not None)
        tell(clock.now(), f"listening on {url} for OCPP {spoken}", None)
        if settings.tokens is None:
            tell(clock.now(), "no --token is given: every token is accepted", None)
        if passwords is None and await _is_seen(host):
            _log.warning("anybody who reaches %s may connect: --passwords asks for passwords", url)
        if tls is None and await _is_seen(host):
            _log.warning("all that is said on %s can be read on its way: see --tls-cert", url)
        await stop.wait()
    return 0


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
            return f"{_name(session)}: {_energy(session)}"
        case SessionStopped(session=session):
            return f"{_name(session)} stopped, {session.reason or 'Local'}: {_energy(session)}"


def _name(session: Session) -> str:
    return f"EVSE {session.evse_id}, session {brief_id(session.transaction_id)}"


def _energy(session: Session) -> str:
    energy_wh = session.energy_wh
    return "energy unknown" if energy_wh is None else f"{energy_wh / 1000:.3f} kWh"
