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

_CSMS = "URL of the CSMS without the station's identity: ws://... or wss://..."
_TRACE = "Write each message as a line of JSON to this file; what was in it is lost."
_ONE_VERSION = "OCPP version: 1.6, 2.0.1 or 2.1."
_OFFERED = "OCPP version to offer; repeat it, in order of preference. By default 2.1, 2.0.1, 1.6."
_ACCEPTED = "OCPP version to accept; repeat it for more. By default 1.6, 2.0.1 and 2.1."
_ONCE = "End after one session."
_SPEED = "How many times faster than real time the station lives."
_PASSWORD = "File with the password for HTTP Basic authentication; - asks for it."  # noqa: S105 -- a help text
_AUTO = "Let cars come, charge and leave by themselves."
_STORE = "File of the station's database. By default ID.db in the user's state directory."
_CARDS = "Token that the drivers show."
_TOKENS = "Token to accept; repeat it for more. Without any, each token is accepted."
_HOST = "Address to listen on."
_PORT = "TCP port to listen on; 0 takes a free one."


_CA = "File with the certificate authorities (PEM) that may vouch for the CSMS, and no others."
_CERTIFICATES = "Folder with the station's certificates and keys; it is made where there is none."
_ONE_ROOT = "Let a new CSMS root take the place of the old one, which must have signed it."
_FILES = "Folder for files that come and go, as firmware and logs; it is made where there is none."
_FIRMWARE = "Let the simulated station have firmware of this version, which the CSMS may update."
_UNSIGNED = "Let it take firmware that nobody has signed."
_PATIENCE = "End with exit code 5 when no CSMS has accepted the station for so many seconds."
_LEVEL = "What is logged on standard error, from this level on; debug has each message."
_FORMAT = "How it is logged: lines for people, or JSON for programs."
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
_PROXY = "HTTP proxy on the way to the CSMS, http:// or https://."
_UNSECURED = "Allow a connection with neither TLS nor a password, beyond this machine."
_MAP = "Register map: one that `meter maps` lists, or a TOML file."
_METER_PORT = "Serial port (Modbus RTU), as /dev/ttyUSB0; or host and port (Modbus TCP)."
_UNIT = "The meter's address on the bus."
_BAUD = "Speed of the serial line; by default as the map has it."
_PARITY = "none, even or odd; by default as the map has it."
_STOP_BITS = "Stop bits of the serial line; by default as the map has it."
_REVERSED = "The meter is wired the other way round: its import is export."
_CONFIG = "File that describes the station; options that are given besides count more than it."
_TESTED = "The file that describes the station."
_YES = "Ask nothing; what needs somebody to look or to hold a card is left out."
_EVSES = "Number of simulated EVSEs; by default 2."
_RUN_LEVEL = f"{_LEVEL} By default info."
_RUN_FORMAT = f"{_FORMAT} By default text."
_SIM_CSMS = "URL of the CSMS without the stations' identities; embedded is one within."
_SIM_ID = "Identity of the station; of several, it is followed by their number: ID-01."
_SIM_STORE = "Folder in which stations keep what outlasts the simulator; by default it is gone."
_SIM_SPEED = "How many times faster than real time the stations live at first."
_SIM_NAME = "Name by which browsers and clients reach the simulator; repeat it for more."
_SIM_TOKEN = "File with the token that clients must know; made up where others can reach it."  # noqa: S105 -- a help text
_CSMS_PORT = "TCP port of the CSMS within; 0 takes a free one."
_FLEET_CSMS = f"{_CSMS} Or `embedded`: one in this process, whose records are compared."
_STATIONS = "Number of stations."
_PROFILE = "File that says who comes and what goes wrong; by default a city, see --show-profile."
_DURATION = "End so many seconds (of the stations) after the last one has started."
_SEED = "Number from which all chance is drawn: the same one gives the same days."
_RATE = "How many stations start in a second."
_BEGIN = "Time of day (UTC) at which the drivers' day begins; by default it is now."
_PATTERN = "What the stations are called; {n} is their number, {n:05} with five digits."
_ONE_PASSWORD = "File with the password of all stations; - asks for it."  # noqa: S105 -- a help text
_THEIR_PASSWORDS = "File with a line IDENTITY:PASSWORD for each station, as csms takes it."
_FLEET_STORE = "File of the database of all stations; by default it is in memory."
_JSON = "Write what it came to as JSON to this file in the end; - is standard output."
_LEDGER = "Write the transactions in the end, a line of JSON each, as the stations know them."
_METRICS = "TCP port for Prometheus metrics; 0 takes a free one."
_METRICS_HOST = "Address for them; anybody who reaches it may read them."
_SHOW_PROFILE = "Print the profile that counts where none is given, and end."
_RECORD = "Write what is done to the stations to this file at the end, as a scenario."
_VERSIONS = ("1.6", "2.0.1", "2.1")


def _versions() -> tuple[str, ...]:
    return _VERSIONS


_WHOLE = "Show tokens in full."

_File = Annotated[Path, typer.Argument(metavar="FILE", help="The database's file.")]

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
        str, typer.Option(metavar="VERSION", autocompletion=_versions, help=_ONE_VERSION)
    ] = "2.0.1",
    once: Annotated[bool, typer.Option("--once", help=_ONCE)] = False,
    speed: Annotated[float, typer.Option(min=1.0, max=10_000.0, help=_SPEED)] = 60.0,
    trace: Annotated[Path | None, typer.Option(help=_TRACE)] = None,
) -> None:
    """Watch a simulated station and a CSMS talk while cars charge. Ctrl-C ends it."""
    from pilotwire.cli.demo import demo as command

    raise typer.Exit(command(ocpp=ocpp, once=once, speed=speed, trace=trace))


@app.command()
def run(
    config: Annotated[Path | None, typer.Option(metavar="FILE", help=_CONFIG)] = None,
    csms: Annotated[str | None, typer.Option(metavar="URL", help=_CSMS)] = None,
    identity: Annotated[
        str | None, typer.Option("--id", metavar="ID", help="The station's identity.")
    ] = None,
    ocpp: Annotated[
        list[str] | None,
        typer.Option(metavar="VERSION", autocompletion=_versions, help=_OFFERED),
    ] = None,
    password_file: Annotated[Path | None, typer.Option(help=_PASSWORD)] = None,
    evses: Annotated[int | None, typer.Option(min=1, max=100, help=_EVSES)] = None,
    auto: Annotated[bool, typer.Option("--auto", help=_AUTO)] = False,
    token: Annotated[str, typer.Option(metavar="ID", help=_CARDS)] = _CARD,
    store: Annotated[Path | None, typer.Option(help=_STORE)] = None,
    trace: Annotated[Path | None, typer.Option(help=_TRACE)] = None,
    speed: Annotated[float, typer.Option(min=1.0, max=10_000.0, help=_SPEED)] = 1.0,
    ca_file: Annotated[Path | None, typer.Option(help=_CA)] = None,
    proxy: Annotated[str | None, typer.Option(metavar="URL", help=_PROXY)] = None,
    unsecured: Annotated[bool, typer.Option("--unsecured", help=_UNSECURED)] = False,
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
    host: Annotated[str, typer.Option(help=_HOST)] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help=_PORT)] = 9000,
    ocpp: Annotated[
        list[str] | None,
        typer.Option(metavar="VERSION", autocompletion=_versions, help=_ACCEPTED),
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
    log_level: Annotated[LogLevel, typer.Option(help=_LEVEL)] = LogLevel.WARNING,
    log_format: Annotated[LogFormat, typer.Option(help=_EVENTS)] = LogFormat.TEXT,
) -> None:
    """Run a small CSMS for stations of OCPP 1.6, 2.0.1 and 2.1, until Ctrl-C or a signal."""
    from pilotwire.cli.csms import Settings
    from pilotwire.cli.csms import csms as command

    settings = Settings(
        host=host,
        port=port,
        versions=tuple(ocpp or _VERSIONS),
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


@app.command("sim")
def simulate(
    csms: Annotated[str, typer.Option(metavar="URL|embedded", help=_SIM_CSMS)] = "embedded",
    identity: Annotated[str, typer.Option("--id", metavar="ID", help=_SIM_ID)] = "SIM",
    stations: Annotated[int, typer.Option(min=1, max=1000, help=_STATIONS)] = 1,
    evses: Annotated[int, typer.Option(min=1, max=100, help="Number of EVSEs of each.")] = 2,
    ocpp: Annotated[
        list[str] | None,
        typer.Option(
            "--ocpp",
            "--versions",
            metavar="VERSION",
            autocompletion=_versions,
            help=_OFFERED,
        ),
    ] = None,
    password_file: Annotated[Path | None, typer.Option(help=_PASSWORD)] = None,
    ca_file: Annotated[Path | None, typer.Option(help=_CA)] = None,
    proxy: Annotated[str | None, typer.Option(metavar="URL", help=_PROXY)] = None,
    unsecured: Annotated[bool, typer.Option("--unsecured", help=_UNSECURED)] = False,
    store: Annotated[Path | None, typer.Option(metavar="FOLDER", help=_SIM_STORE)] = None,
    speed: Annotated[float, typer.Option(min=1.0, max=10_000.0, help=_SIM_SPEED)] = 1.0,
    host: Annotated[str, typer.Option(help=_HOST)] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help=_PORT)] = 8080,
    name: Annotated[list[str] | None, typer.Option(metavar="NAME", help=_SIM_NAME)] = None,
    token_file: Annotated[Path | None, typer.Option(metavar="FILE", help=_SIM_TOKEN)] = None,
    csms_port: Annotated[int, typer.Option(min=0, max=65535, help=_CSMS_PORT)] = 9000,
    record: Annotated[Path | None, typer.Option(metavar="FILE", help=_RECORD)] = None,
    log_level: Annotated[LogLevel, typer.Option(help=_LEVEL)] = LogLevel.WARNING,
    log_format: Annotated[LogFormat, typer.Option(help=_FORMAT)] = LogFormat.TEXT,
) -> None:
    """Run simulated stations that you drive over HTTP, until Ctrl-C or a signal."""
    from pilotwire.cli.sim import Settings
    from pilotwire.cli.sim import sim as command

    settings = Settings(
        csms=csms,
        identity=identity,
        stations=stations,
        evses=evses,
        versions=tuple(ocpp) if ocpp else None,
        password_file=password_file,
        ca_file=ca_file,
        proxy=proxy,
        unsecured=unsecured,
        store=store,
        speed=speed,
        host=host,
        port=port,
        names=tuple(name or ()),
        token_file=token_file,
        csms_port=csms_port,
        record=record,
        log_level=log_level,
        log_format=log_format,
    )
    raise typer.Exit(command(settings))


@app.command()
def fleet(
    csms: Annotated[str | None, typer.Option(metavar="URL", help=_FLEET_CSMS)] = None,
    stations: Annotated[int, typer.Option(min=1, max=1_000_000, help=_STATIONS)] = 100,
    profile: Annotated[Path | None, typer.Option(metavar="FILE", help=_PROFILE)] = None,
    duration: Annotated[
        float | None, typer.Option(min=1.0, max=1e9, metavar="SECONDS", help=_DURATION)
    ] = None,
    seed: Annotated[int | None, typer.Option(help=_SEED)] = None,
    speed: Annotated[float, typer.Option(min=1.0, max=10_000.0, help=_SPEED)] = 1.0,
    rate: Annotated[float, typer.Option(min=0.01, max=10_000.0, help=_RATE)] = 100.0,
    begin: Annotated[str | None, typer.Option(metavar="HH:MM", help=_BEGIN)] = None,
    versions: Annotated[
        list[str] | None,
        typer.Option(
            "--ocpp", "--versions", metavar="VERSION", autocompletion=_versions, help=_OFFERED
        ),
    ] = None,
    identity_pattern: Annotated[str, typer.Option(metavar="PATTERN", help=_PATTERN)] = "CS-{n:05}",
    password_file: Annotated[Path | None, typer.Option(help=_ONE_PASSWORD)] = None,
    passwords: Annotated[Path | None, typer.Option(metavar="FILE", help=_THEIR_PASSWORDS)] = None,
    ca_file: Annotated[Path | None, typer.Option(help=_CA)] = None,
    unsecured: Annotated[bool, typer.Option("--unsecured", help=_UNSECURED)] = False,
    store: Annotated[Path | None, typer.Option(help=_FLEET_STORE)] = None,
    json: Annotated[Path | None, typer.Option(metavar="FILE", help=_JSON)] = None,
    ledger: Annotated[Path | None, typer.Option(metavar="FILE", help=_LEDGER)] = None,
    metrics: Annotated[
        int | None, typer.Option(min=0, max=65535, metavar="PORT", help=_METRICS)
    ] = None,
    metrics_host: Annotated[str, typer.Option(metavar="HOST", help=_METRICS_HOST)] = "127.0.0.1",
    show_profile: Annotated[bool, typer.Option("--show-profile", help=_SHOW_PROFILE)] = False,
    log_level: Annotated[LogLevel, typer.Option(help=_LEVEL)] = LogLevel.ERROR,
    log_format: Annotated[LogFormat, typer.Option(help=_FORMAT)] = LogFormat.TEXT,
) -> None:
    """Run many simulated stations against any CSMS, with drivers, faults and bad networks.

    Exit code 1 where a transaction was lost.
    """
    from random import SystemRandom

    from pilotwire.cli.errors import CliError
    from pilotwire.cli.fleet import Settings, print_profile
    from pilotwire.cli.fleet import fleet as command

    if show_profile:
        raise typer.Exit(print_profile())
    if csms is None:
        raise CliError("say --csms URL, or --csms embedded for one in this process")
    settings = Settings(
        csms=csms,
        stations=stations,
        profile=profile,
        duration=duration,
        seed=SystemRandom().randrange(2**32) if seed is None else seed,
        speed=speed,
        rate=rate,
        begin=begin,
        versions=tuple(versions or ("2.1", "2.0.1", "1.6")),
        identities=identity_pattern,
        password_file=password_file,
        passwords=passwords,
        ca_file=ca_file,
        unsecured=unsecured,
        store=store,
        json=json,
        ledger=ledger,
        metrics=metrics,
        metrics_host=metrics_host,
        log_level=log_level,
        log_format=log_format,
    )
    raise typer.Exit(command(settings))


store = typer.Typer(help="Look into a station's database, which no station has open.")
app.add_typer(store, name="store")


@store.command()
def check(file: _File) -> None:
    """Say whether a database is sound, and what is in it."""
    from pilotwire.cli.store import check_store

    raise typer.Exit(check_store(file))


@store.command()
def repair(file: _File) -> None:
    """Save what can be read of a damaged database into FILE.repaired."""
    from pilotwire.cli.store import repair_store

    raise typer.Exit(repair_store(file))


@store.command()
def export(
    file: _File,
    tokens: Annotated[bool, typer.Option("--tokens", help=_WHOLE)] = False,
) -> None:
    """Print each row as a line of JSON."""
    from pilotwire.cli.store import export_store

    raise typer.Exit(export_store(file, tokens=tokens))


_Folder = Annotated[
    Path, typer.Argument(metavar="FOLDER", help="The folder of the station's certificates.")
]
_USE = "What it is for: own, csms-root, manufacturer-root, v2g-root, mo-root or oem-root."
_OWN_KEY = "File with the private key (PEM) of --use own; by default the key is in the folder."

cert = typer.Typer(help="Look into a station's certificates, or change what it starts with.")
app.add_typer(cert, name="cert")


@cert.command("list")
def list_(folder: _Folder) -> None:
    """Say which certificates and keys are in a folder."""
    from pilotwire.cli.cert import list_folder

    raise typer.Exit(list_folder(folder))


@cert.command("import")
def import_(
    folder: _Folder,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The certificates, in PEM.")],
    use: Annotated[str, typer.Option(metavar="USE", help=_USE)],
    key: Annotated[Path | None, typer.Option(metavar="FILE", help=_OWN_KEY)] = None,
) -> None:
    """Let a station trust a certificate, or give it one of its own."""
    from pilotwire.cli.cert import import_certificate

    raise typer.Exit(import_certificate(folder, file, use, key))


@cert.command()
def csr(
    folder: _Folder,
    organization: Annotated[str, typer.Option(metavar="NAME", help="Who operates the station.")],
    name: Annotated[
        str, typer.Option(metavar="NAME", help="The station's serial number, or its identity.")
    ],
    rsa: Annotated[bool, typer.Option("--rsa", help="RSA 3072 instead of ECDSA P-256.")] = False,
) -> None:
    """Make a key and print the request (CSR) for its certificate."""
    from pilotwire.cli.cert import make_request

    raise typer.Exit(make_request(folder, organization, name, rsa=rsa))


@cert.command("check")
def check_(folder: _Folder) -> None:
    """Say what is wrong with a folder, or will be soon; exit code 1 if anything is."""
    from pilotwire.cli.cert import check_folder

    raise typer.Exit(check_folder(folder))


config = typer.Typer(help="Write and check the file that describes a station.")
app.add_typer(config, name="config")
app.add_typer(scenario, name="scenario")


@config.command("check")
def check_config(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file, in TOML.")],
) -> None:
    """Say what is wrong with a file; exit code 2 if anything is. No hardware is opened."""
    from pilotwire.cli.config import check_file

    raise typer.Exit(check_file(file))


@config.command()
def example() -> None:
    """Print a whole file, with comments, to begin with."""
    from pilotwire.cli.config import print_example

    raise typer.Exit(print_example())


@config.command()
def schema() -> None:
    """Print what a file may say as JSON schema, for editors."""
    from pilotwire.cli.config import print_schema

    raise typer.Exit(print_schema())


hardware = typer.Typer(help="Try the hardware that a file describes.")
app.add_typer(hardware, name="hw")


@hardware.command("test")
def walk_through(
    file: Annotated[Path, typer.Option("--config", metavar="FILE", help=_TESTED)],
    yes: Annotated[bool, typer.Option("--yes", "-y", help=_YES)] = False,
) -> None:
    """Walk through the hardware: read all of it, and move what moves.

    Nothing is moved where a vehicle is connected. Exit code 1 if anything is found.
    """
    from pilotwire.cli.hardware import try_hardware

    raise typer.Exit(try_hardware(file, yes=yes))


meter = typer.Typer(help="Read meters that speak Modbus.")
app.add_typer(meter, name="meter")


@meter.command("maps")
def list_maps() -> None:
    """List the register maps that come with Pilotwire."""
    from pilotwire.cli.meter import meter_maps

    raise typer.Exit(meter_maps())


@meter.command("read")
def read(
    map_: Annotated[str, typer.Option("--map", metavar="NAME|FILE", help=_MAP)],
    port: Annotated[str, typer.Option(metavar="DEVICE|HOST[:PORT]", help=_METER_PORT)],
    unit: Annotated[int, typer.Option(min=0, max=255, help=_UNIT)] = 1,
    baud_rate: Annotated[int | None, typer.Option(min=300, max=4_000_000, help=_BAUD)] = None,
    parity: Annotated[str | None, typer.Option(metavar="PARITY", help=_PARITY)] = None,
    stop_bits: Annotated[int | None, typer.Option(min=1, max=2, help=_STOP_BITS)] = None,
    reversed_wiring: Annotated[bool, typer.Option("--reversed", help=_REVERSED)] = False,
) -> None:
    """Read a meter once and show all that it shows."""
    from pilotwire.cli.meter import Settings, read_meter

    settings = Settings(
        map=map_,
        port=port,
        unit=unit,
        baud_rate=baud_rate,
        parity=parity,
        stop_bits=stop_bits,
        reversed_wiring=reversed_wiring,
    )
    raise typer.Exit(read_meter(settings))


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
