"""The options of `pilotwire sim` and `pilotwire fleet`."""

from pathlib import Path
from typing import Annotated

import typer

from pilotwire.cli.logs import LogFormat, LogLevel
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
    versions,
)

__all__ = ["fleet", "simulate"]

_SIM_CSMS = "URL of the CSMS without the stations' identities; embedded is one within."
_SIM_ID = "Identity of the station; of several, it is followed by their number: ID-01."
_SIM_STORE = "Folder in which stations keep what outlasts the simulator; by default it is gone."
_SIM_SPEED = "How many times faster than real time the stations live at first."
_SIM_NAME = "Name by which browsers and clients reach the simulator; repeat it for more."
_SIM_TOKEN = "File with the token that clients must know; made up where others can reach it."  # noqa: S105 -- a help text
_CSMS_PORT = "TCP port of the CSMS within; 0 takes a free one."
_FLEET_CSMS = f"{CSMS} Or `embedded`: one in this process, whose records are compared."
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
            autocompletion=versions,
            help=OFFERED,
        ),
    ] = None,
    password_file: Annotated[Path | None, typer.Option(help=PASSWORD)] = None,
    ca_file: Annotated[Path | None, typer.Option(help=CA)] = None,
    proxy: Annotated[str | None, typer.Option(metavar="URL", help=PROXY)] = None,
    unsecured: Annotated[bool, typer.Option("--unsecured", help=UNSECURED)] = False,
    store: Annotated[Path | None, typer.Option(metavar="FOLDER", help=_SIM_STORE)] = None,
    speed: Annotated[float, typer.Option(min=1.0, max=10_000.0, help=_SIM_SPEED)] = 1.0,
    host: Annotated[str, typer.Option(help=HOST)] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help=PORT)] = 8080,
    name: Annotated[list[str] | None, typer.Option(metavar="NAME", help=_SIM_NAME)] = None,
    token_file: Annotated[Path | None, typer.Option(metavar="FILE", help=_SIM_TOKEN)] = None,
    csms_port: Annotated[int, typer.Option(min=0, max=65535, help=_CSMS_PORT)] = 9000,
    record: Annotated[Path | None, typer.Option(metavar="FILE", help=_RECORD)] = None,
    log_level: Annotated[LogLevel, typer.Option(help=LEVEL)] = LogLevel.WARNING,
    log_format: Annotated[LogFormat, typer.Option(help=FORMAT)] = LogFormat.TEXT,
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


def fleet(
    csms: Annotated[str | None, typer.Option(metavar="URL", help=_FLEET_CSMS)] = None,
    stations: Annotated[int, typer.Option(min=1, max=1_000_000, help=_STATIONS)] = 100,
    profile: Annotated[Path | None, typer.Option(metavar="FILE", help=_PROFILE)] = None,
    duration: Annotated[
        float | None, typer.Option(min=1.0, max=1e9, metavar="SECONDS", help=_DURATION)
    ] = None,
    seed: Annotated[int | None, typer.Option(help=_SEED)] = None,
    speed: Annotated[float, typer.Option(min=1.0, max=10_000.0, help=SPEED)] = 1.0,
    rate: Annotated[float, typer.Option(min=0.01, max=10_000.0, help=_RATE)] = 100.0,
    begin: Annotated[str | None, typer.Option(metavar="HH:MM", help=_BEGIN)] = None,
    versions: Annotated[
        list[str] | None,
        typer.Option(
            "--ocpp", "--versions", metavar="VERSION", autocompletion=versions, help=OFFERED
        ),
    ] = None,
    identity_pattern: Annotated[str, typer.Option(metavar="PATTERN", help=_PATTERN)] = "CS-{n:05}",
    password_file: Annotated[Path | None, typer.Option(help=_ONE_PASSWORD)] = None,
    passwords: Annotated[Path | None, typer.Option(metavar="FILE", help=_THEIR_PASSWORDS)] = None,
    ca_file: Annotated[Path | None, typer.Option(help=CA)] = None,
    unsecured: Annotated[bool, typer.Option("--unsecured", help=UNSECURED)] = False,
    store: Annotated[Path | None, typer.Option(help=_FLEET_STORE)] = None,
    json: Annotated[Path | None, typer.Option(metavar="FILE", help=_JSON)] = None,
    ledger: Annotated[Path | None, typer.Option(metavar="FILE", help=_LEDGER)] = None,
    metrics: Annotated[
        int | None, typer.Option(min=0, max=65535, metavar="PORT", help=_METRICS)
    ] = None,
    metrics_host: Annotated[str, typer.Option(metavar="HOST", help=_METRICS_HOST)] = "127.0.0.1",
    show_profile: Annotated[bool, typer.Option("--show-profile", help=_SHOW_PROFILE)] = False,
    log_level: Annotated[LogLevel, typer.Option(help=LEVEL)] = LogLevel.ERROR,
    log_format: Annotated[LogFormat, typer.Option(help=FORMAT)] = LogFormat.TEXT,
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
