"""`pilotwire sim`: simulated stations that people and programs drive over HTTP."""

import logging
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from random import SystemRandom
from typing import TYPE_CHECKING, Final

from pilotwire.cli.arguments import versions_of
from pilotwire.cli.errors import CliError, reason
from pilotwire.cli.files import private_text
from pilotwire.cli.lifetime import Stop, run_loop
from pilotwire.cli.logs import LogFormat, LogLevel, set_up
from pilotwire.cli.output import say
from pilotwire.cli.run import of_option, read_password
from pilotwire.configuration import ConfigurationError
from pilotwire.configuration.reading import described
from pilotwire.configuration.station import connector
from pilotwire.connection.client import WebSocketConnector
from pilotwire.dialects import SPOKEN
from pilotwire.timing import AcceleratedEventLoop

if TYPE_CHECKING:
    from pilotwire.simulator import ChargerPlan, Simulator

__all__ = ["EMBEDDED", "Settings", "connector_of", "sim"]

EMBEDDED: Final = "embedded"
"""What is said for a URL where the CSMS is the simulator's own."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The options of the command; None, or False, where one is not given."""

    csms: str
    identity: str
    stations: int
    evses: int
    versions: tuple[str, ...] | None
    password_file: Path | None
    ca_file: Path | None
    proxy: str | None = field(repr=False)
    unsecured: bool
    store: Path | None
    speed: float
    host: str
    port: int
    names: tuple[str, ...]
    token_file: Path | None
    csms_port: int
    record: Path | None
    log_level: LogLevel
    log_format: LogFormat


def sim(settings: Settings) -> int:
    """Run a simulator until a signal comes; the exit code."""
    set_up(settings.log_level, settings.log_format)
    for module in ("nicegui", "httpx"):
        if find_spec(module) is None:
            raise CliError("the extra 'simulator' is missing: pip install 'pilotwire[simulator]'")
    password = None if settings.password_file is None else read_password(settings.password_file)
    plans = _plans(settings, password)
    connects = connector_of(
        csms="ws://127.0.0.1:9000" if settings.csms == EMBEDDED else settings.csms,
        identity=settings.identity,
        proxy=settings.proxy,
        ca_file=settings.ca_file,
        password_file=settings.password_file,
        unsecured=settings.unsecured,
    )
    token = _token(settings)
    if settings.store is not None:
        _check_folder(settings.store)
    return run_loop(
        lambda stop: _sim(stop, settings, plans, connects, token),
        lambda: AcceleratedEventLoop(settings.speed),
    )


def _plans(settings: Settings, password: str | None) -> "list[ChargerPlan]":
    from pydantic import SecretStr, ValidationError

    from pilotwire.simulator import ChargerPlan

    versions = versions_of(settings.versions) if settings.versions else SPOKEN
    try:
        return [
            ChargerPlan(
                identity=identity,
                evses=settings.evses,
                password=None if password is None else SecretStr(password),
                versions=versions,
            )
            for identity in _identities(settings)
        ]
    except ValidationError as error:
        fault, *_ = error.errors(include_url=False, include_input=False)
        name = ".".join(map(str, fault["loc"]))
        raise CliError(f"--{'id' if name == 'identity' else name}: {fault['msg']}") from None


def _identities(settings: Settings) -> list[str]:
    if settings.stations == 1:
        return [settings.identity]
    width = len(str(settings.stations))
    return [f"{settings.identity}-{n:0{width}}" for n in range(1, settings.stations + 1)]


def connector_of(
    *,
    csms: str,
    identity: str,
    proxy: str | None,
    ca_file: Path | None,
    password_file: Path | None,
    unsecured: bool,
) -> WebSocketConnector:
    """What opens connections, as the options have it; what can't be is told before anything is.

    Raises:
        CliError: it can't be.
    """
    tables: dict[str, object] = {
        "station": {"identity": identity, "vendor": "Pilotwire", "model": "Simulated"},
        "evse": [{"backend": "simulated"}],
    }
    options = {
        "csms": {
            "url": csms,
            "proxy": proxy,
            "ca_file": None if ca_file is None else ca_file.absolute(),
            "password_file": password_file,
            "unsecured": unsecured,
        }
    }
    given = {
        table: {key: each for key, each in values.items() if each not in {None, False}}
        for table, values in options.items()
    }
    try:
        return connector(described(tables, given))
    except ConfigurationError as error:
        raise CliError("; ".join(of_option(each).text for each in error.findings)) from None


def _token(settings: Settings) -> str | None:
    """What clients must know; None where only this computer can reach us."""
    from pilotwire.simulator.guard import is_loopback

    if settings.token_file is not None:
        token = private_text(settings.token_file, "the token's file").strip()
        if not token.isascii() or not token.isprintable() or not token:
            raise CliError(f"{settings.token_file} holds no token: printable ASCII, one line")
        return token
    return None if is_loopback(settings.host) else f"{SystemRandom().getrandbits(192):048x}"


def _check_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise CliError(f"the folder {folder} cannot be made: {reason(error)}") from None


async def _sim(
    stop: Stop,
    settings: Settings,
    plans: "list[ChargerPlan]",
    connects: WebSocketConnector,
    token: str | None,
) -> int:
    from pilotwire.simulator import Simulator
    from pilotwire.simulator.api import create_app
    from pilotwire.simulator.guard import is_loopback
    from pilotwire.simulator.page import mount
    from pilotwire.simulator.server import listening, serving

    embedded = settings.csms == EMBEDDED
    try:
        listener = listening(settings.host, settings.port)
    except OSError as error:
        raise CliError(
            f"cannot listen on {settings.host}:{settings.port}: {reason(error)}"
        ) from None
    port: int = listener.getsockname()[1]
    async with AsyncExitStack() as stack:
        stack.callback(listener.close)
        simulator = await stack.enter_async_context(
            Simulator(
                None if embedded else settings.csms,
                folder=settings.store,
                connector=None if embedded else connects,
                unsecured=settings.unsecured,
                csms_port=settings.csms_port,
            )
        )
        for plan in plans:
            await simulator.add(plan)
        if settings.record is not None:
            await stack.enter_async_context(_recording(simulator, settings.record))
        app = create_app(
            simulator,
            token=token,
            hosts=(settings.host, *settings.names),
            any_host=token is not None and not settings.names and not is_loopback(settings.host),
            mounts=(mount,),
        )
        await stack.enter_async_context(serving(app, listener))
        _tell(settings, simulator, port, token)
        await stop.wait()
    return 0


@asynccontextmanager
async def _recording(simulator: "Simulator", file: Path) -> AsyncGenerator[None, None]:
    """Record what is done to the stations as long as the context lasts, and write it down then."""
    from pilotwire.simulator.scenario.recorder import record

    try:
        output = file.open("w", encoding="utf-8")
    except OSError as error:
        raise CliError(f"the scenario {file} cannot be written: {reason(error)}") from None
    with output:
        recorder = await record(simulator)
        try:
            yield
        finally:
            output.write(await recorder.toml(name=file.stem))


def _tell(settings: Settings, simulator: "Simulator", port: int, token: str | None) -> None:
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    url = f"http://{host}:{port}"
    if simulator.csms is not None:
        say(f"the CSMS listens on {simulator.csms_url}")
    if token is not None and settings.token_file is None:
        say(f"listening on {url}/?token={token}")
        say("whoever knows the token may do everything; what is said can be read on its way")
    else:
        say(f"listening on {url}")
