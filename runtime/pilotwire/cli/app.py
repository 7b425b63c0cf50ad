"""The commands and their options.

The rule of this module: whatever can be explained is one line on standard error and an exit code
that says whose business it is (`ExitCode`); only a fault of ours is a traceback.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as version_of
from pathlib import Path
from typing import Annotated, Any, NoReturn, cast

import typer

from pilotwire.cli.errors import ExitCode, exit_code_of, reason
from pilotwire.cli.lifetime import signals_end_it
from pilotwire.cli.logs import LogFormat, LogLevel
from pilotwire.cli.output import OutputUnread, failures_told
from pilotwire.cli.scenario_app import scenario
from pilotwire.cli.simulator_app import fleet, simulate
from pilotwire.cli.tools_app import cert, config, hardware, meter, store
from pilotwire.cli.words import (
    CA,
    CSMS,
    FORMAT,
    HOST,
    LEVEL,
    OFFERED,
    PASSWORD,
    PORT,
    PROXY,
    SPEED,
    UNSECURED,
    VERSIONS,
    versions,
)
from pilotwire.errors import PilotwireError

__all__ = ["app", "main"]

INTERRUPTED = 130

_CODES = (
    "Exit codes: 0 done; 1 a fault of Pilotwire, or cert check or fleet has found something, or a "
    "scenario has failed; 2 a wrong argument or file; 3 a damaged store; 4 a store or a folder in "
    "use; 5 no CSMS; 6 the system, the disk or the hardware failed; 128 + N ended by signal N "
    "before the work was done."
)

app = typer.Typer(
    name="pilotwire",
    help="The station side of OCPP: simulated charging stations and a small CSMS.",
    epilog=_CODES,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

_TRACE = "Write each message as a line of JSON to this file; what was in it is lost."
_ONE_VERSION = "OCPP version: 1.6, 2.0.1 or 2.1."
_ACCEPTED = "OCPP version to accept; repeat it for more. By default 1.6, 2.0.1 and 2.1."
_ONCE = "End after one session."
_AUTO = "Let cars come, charge and leave by themselves."
_STORE = "File of the station's database. By default ID.db in the user's state directory."
_CARDS = "Token that the drivers show."
_TOKENS = "Token to accept; repeat it for more. Without any, each token is accepted."


_CERTIFICATES = "Folder with the station's certificates and keys; it is made where there is none."
_ONE_ROOT = "Let a new CSMS root take the place of the old one, which must have signed it."
_FILES = "Folder for files that come and go, as firmware and logs; it is made where there is none."
_FIRMWARE = "Let the simulated station have firmware of this version, which the CSMS may update."
_UNSIGNED = "Let it take firmware that nobody has signed."
_PATIENCE = "End with exit code 5 when no CSMS has accepted the station for so many seconds."
_EVENTS = "How events and what is logged are written: lines for people, or JSON for programs."
_PASSWORDS = "File with a line IDENTITY:PASSWORD for each station that may connect."
_CERTIFICATE = "File with the server's certificate chain (PEM), for wss://."
_KEY = "File with its private key (PEM); by default in the certificate's file."
_AUTHORITY = (
    "Folder of an authority for tests: it vouches for the CSMS, for wss://, and signs the "
    "stations' certificates. It is made where there is none."
)
_TLS_PORT = "TCP port for wss://, so that --port stays for ws://."
_TLS_NAME = "Name or address by which stations reach the CSMS; repeat it for more."
_CLIENTS = "Let no station in over wss:// that shows no certificate (security profile 3)."
_ORGANIZATION = "Operator of the stations, for the certificates of a new authority."
_CONSOLE = "Take commands for stations from standard input, a line each; help lists them."
_RUN_CONSOLE = (
    "Take commands: at a prompt, or a line each from standard input; help lists them. By default "
    "where this is a terminal."
)
_CONNECTIONS = "How many stations may be connected at a time."
_PING = "Seconds between WebSocket pings to each station; 0 for chargers that answer none."
_CONFIG = "File that describes the station; options that are given besides count more than it."
_EVSES = "Number of simulated EVSEs; by default 2."
_RUN_LEVEL = f"{LEVEL} By default info."
_RUN_FORMAT = f"{FORMAT} By default text."


_CARD = "04A1B2C3"


@app.callback(invoke_without_command=True)
def pilotwire(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", "-V", help="Show the version.")] = False,
) -> None:
    """The station side of OCPP: simulated charging stations and a small CSMS."""
    if version:
        typer.echo(f"pilotwire {_version()}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


@app.command()
def demo(
    ocpp: Annotated[
        str, typer.Option(metavar="VERSION", autocompletion=versions, help=_ONE_VERSION)
    ] = "2.0.1",
    once: Annotated[bool, typer.Option("--once", help=_ONCE)] = False,
    speed: Annotated[float, typer.Option(min=1.0, max=10_000.0, help=SPEED)] = 60.0,
    trace: Annotated[Path | None, typer.Option(help=_TRACE)] = None,
) -> None:
    """Watch a simulated station and a CSMS talk while cars charge. Ctrl-C ends it."""
    from pilotwire.cli.demo import demo as command

    raise typer.Exit(command(ocpp=ocpp, once=once, speed=speed, trace=trace))


@app.command()
def run(
    config: Annotated[Path | None, typer.Option(metavar="FILE", help=_CONFIG)] = None,
    csms: Annotated[str | None, typer.Option(metavar="URL", help=CSMS)] = None,
    identity: Annotated[
        str | None, typer.Option("--id", metavar="ID", help="The station's identity.")
    ] = None,
    ocpp: Annotated[
        list[str] | None,
        typer.Option(metavar="VERSION", autocompletion=versions, help=OFFERED),
    ] = None,
    password_file: Annotated[Path | None, typer.Option(help=PASSWORD)] = None,
    evses: Annotated[int | None, typer.Option(min=1, max=100, help=_EVSES)] = None,
    auto: Annotated[bool, typer.Option("--auto", help=_AUTO)] = False,
    token: Annotated[str, typer.Option(metavar="ID", help=_CARDS)] = _CARD,
    store: Annotated[Path | None, typer.Option(help=_STORE)] = None,
    trace: Annotated[Path | None, typer.Option(help=_TRACE)] = None,
    speed: Annotated[float, typer.Option(min=1.0, max=10_000.0, help=SPEED)] = 1.0,
    ca_file: Annotated[Path | None, typer.Option(help=CA)] = None,
    proxy: Annotated[str | None, typer.Option(metavar="URL", help=PROXY)] = None,
    unsecured: Annotated[bool, typer.Option("--unsecured", help=UNSECURED)] = False,
    certificates: Annotated[Path | None, typer.Option(metavar="FOLDER", help=_CERTIFICATES)] = None,
    one_csms_root: Annotated[bool, typer.Option("--one-csms-root", help=_ONE_ROOT)] = False,
    files: Annotated[Path | None, typer.Option(metavar="FOLDER", help=_FILES)] = None,
    firmware: Annotated[str | None, typer.Option(metavar="VERSION", help=_FIRMWARE)] = None,
    unsigned_firmware: Annotated[bool, typer.Option("--unsigned-firmware", help=_UNSIGNED)] = False,
    patience: Annotated[
        float | None, typer.Option(min=1.0, max=1e9, metavar="SECONDS", help=_PATIENCE)
    ] = None,
    console: Annotated[
        bool | None, typer.Option("--console/--no-console", help=_RUN_CONSOLE)
    ] = None,
    log_level: Annotated[LogLevel | None, typer.Option(help=_RUN_LEVEL)] = None,
    log_format: Annotated[LogFormat | None, typer.Option(help=_RUN_FORMAT)] = None,
    verbose: Annotated[
        bool, typer.Option("--verbose", help="The same as --log-level debug.")
    ] = False,
) -> None:
    """Run a station against any CSMS, until Ctrl-C, SIGTERM or SIGHUP.

    It is simulated, or what --config describes.
    """
    from pilotwire.cli.run import Settings
    from pilotwire.cli.run import run as command

    settings = Settings(
        config=config,
        csms=csms,
        identity=identity,
        versions=tuple(ocpp) if ocpp else None,
        password_file=password_file,
        evses=evses,
        auto=auto,
        token=token,
        store=store,
        trace=trace,
        speed=speed,
        ca_file=ca_file,
        proxy=proxy,
        unsecured=unsecured,
        certificates=certificates,
        one_csms_root=one_csms_root,
        files=files,
        firmware=firmware,
        unsigned_firmware=unsigned_firmware,
        patience=patience,
        console=console,
        log_level=LogLevel.DEBUG if verbose else log_level,
        log_format=log_format,
    )
    raise typer.Exit(command(settings))


@app.command()
def csms(
    host: Annotated[str, typer.Option(help=HOST)] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help=PORT)] = 9000,
    ocpp: Annotated[
        list[str] | None,
        typer.Option(metavar="VERSION", autocompletion=versions, help=_ACCEPTED),
    ] = None,
    token: Annotated[list[str] | None, typer.Option(metavar="ID", help=_TOKENS)] = None,
    trace: Annotated[Path | None, typer.Option(help=_TRACE)] = None,
    passwords: Annotated[Path | None, typer.Option(metavar="FILE", help=_PASSWORDS)] = None,
    tls_cert: Annotated[Path | None, typer.Option(metavar="FILE", help=_CERTIFICATE)] = None,
    tls_key: Annotated[Path | None, typer.Option(metavar="FILE", help=_KEY)] = None,
    tls: Annotated[Path | None, typer.Option(metavar="FOLDER", help=_AUTHORITY)] = None,
    tls_port: Annotated[int | None, typer.Option(min=0, max=65535, help=_TLS_PORT)] = None,
    tls_name: Annotated[list[str] | None, typer.Option(metavar="NAME", help=_TLS_NAME)] = None,
    client_certificates: Annotated[
        bool, typer.Option("--client-certificates", help=_CLIENTS)
    ] = False,
    organization: Annotated[str | None, typer.Option(metavar="NAME", help=_ORGANIZATION)] = None,
    console: Annotated[bool, typer.Option("--console", help=_CONSOLE)] = False,
    max_connections: Annotated[int, typer.Option(min=1, max=1_000_000, help=_CONNECTIONS)] = 1000,
    ping_interval: Annotated[
        float, typer.Option(min=0.0, max=86_400.0, metavar="SECONDS", help=_PING)
    ] = 20.0,
    log_level: Annotated[LogLevel, typer.Option(help=LEVEL)] = LogLevel.WARNING,
    log_format: Annotated[LogFormat, typer.Option(help=_EVENTS)] = LogFormat.TEXT,
) -> None:
    """Run a small CSMS for stations of OCPP 1.6, 2.0.1 and 2.1, until Ctrl-C or a signal."""
    from pilotwire.cli.csms import Settings
    from pilotwire.cli.csms import csms as command

    settings = Settings(
        host=host,
        port=port,
        versions=tuple(ocpp or VERSIONS),
        tokens=None if not token else tuple(token),
        trace=trace,
        passwords=passwords,
        tls_cert=tls_cert,
        tls_key=tls_key,
        tls=tls,
        tls_port=tls_port,
        tls_names=tuple(tls_name or ()),
        client_certificates=client_certificates,
        organization=organization,
        console=console,
        max_connections=max_connections,
        ping_interval=ping_interval,
        log_level=log_level,
        log_format=log_format,
    )
    raise typer.Exit(command(settings))


app.command("sim")(simulate)
app.command()(fleet)
app.add_typer(scenario, name="scenario")
app.add_typer(store, name="store")
app.add_typer(cert, name="cert")
app.add_typer(config, name="config")
app.add_typer(hardware, name="hw")
app.add_typer(meter, name="meter")


def main() -> NoReturn:
    """The entry point of the `pilotwire` command."""
    _open_the_closed()
    for stream in (sys.stdout, sys.stderr):
        reconfigure = cast("Callable[..., None] | None", getattr(stream, "reconfigure", None))
        if reconfigure is not None:
            reconfigure(errors="replace")
    sys.exit(_exit_code())


def _open_the_closed() -> None:
    """Let no file of ours become standard output or error where the shell has closed them.

    Whoever writes to an output that is closed is told so; what would be an error is lost.
    """
    if sys.stdin is None:
        sys.stdin = os.fdopen(_at(0, os.O_RDONLY), "r")
    if sys.stdout is None:
        sys.stdout = os.fdopen(_at(1, os.O_RDONLY), "w")
    if sys.stderr is None:
        sys.stderr = os.fdopen(_at(2, os.O_WRONLY), "w")


def _at(number: int, flags: int) -> int:
    nothing = os.open(os.devnull, flags)
    if nothing != number:
        os.dup2(nothing, number)
        os.close(nothing)
    return number


def _exit_code() -> int:
    try:
        with signals_end_it(), failures_told():
            code: Any = app(prog_name="pilotwire", standalone_mode=False)
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except SystemExit as ended:
        # So ends typer by a broken pipe, and it is none of standard output.
        if isinstance(ended.__context__, BrokenPipeError):
            return _complain(ended.__context__)
        raise
    except Exception as error:  # whatever it is, it is explained or raised again
        return _complain(error)
    return code if isinstance(code, int) else ExitCode.DONE


def _complain(error: Exception) -> int:
    """Tell the user in a line; what is no business of theirs is raised again."""
    explained = _explained(error)
    if explained is None:
        raise error
    text, code = explained
    if text:
        with suppress(OSError):
            sys.stderr.write(f"pilotwire: error: {' '.join(text.split())}\n")
            sys.stderr.flush()
    return code


def _explained(error: Exception) -> tuple[str, ExitCode] | None:
    """What to tell the user, and the exit code; None if it is no business of theirs."""
    from pilotwire.hal.interfaces import HardwareError

    for leaf in _leaves(error):
        if isinstance(leaf, OutputUnread):
            return "", ExitCode.DONE
        if isinstance(leaf, (PilotwireError, HardwareError)):
            return str(leaf), exit_code_of(leaf)
        # typer brings its own click, or uses that of the system: this finds either's exceptions.
        for base in typer.BadParameter.__mro__:
            if base.__name__ == "ClickException" and isinstance(leaf, base):
                return str(cast("Any", leaf).format_message()), ExitCode.USE
        if isinstance(leaf, OSError):
            where = "" if leaf.filename is None else f"{leaf.filename}: "
            return f"{where}{reason(leaf)}", ExitCode.SYSTEM
    return None


def _leaves(error: BaseException) -> Iterator[BaseException]:
    if isinstance(error, BaseExceptionGroup):
        for each in cast("BaseExceptionGroup[BaseException]", error).exceptions:
            yield from _leaves(each)
    else:
        yield error


def _version() -> str:
    try:
        return version_of("pilotwire")
    except PackageNotFoundError:
        return "(not installed)"
