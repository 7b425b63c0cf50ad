"""The options of `pilotwire scenario`."""

from pathlib import Path
from typing import Annotated

import typer

from pilotwire.cli.logs import LogFormat, LogLevel
from pilotwire.cli.words import CA, FORMAT, PASSWORD, PROXY, UNSECURED, versions

__all__ = ["scenario"]

_CSMS = "URL of the CSMS without the stations' identities; embedded is one within the process."
_ID = "Identity of the station instead of the scenario's, where that has one station."
_OCPP = "OCPP version to play with; repeat it for more. By default all that a scenario is for."
_SEED = "What all chance is drawn from, instead of each scenario's own seed."
_VIRTUAL = (
    "Let waiting take no time, and each run be the same, as it is with the embedded CSMS anyway; "
    "or let time be real, on real sockets."
)
_SPEED = "Let idle time pass so many times as fast, on real sockets."
_JUNIT = "Write a JUnit report to this file; what was in it is lost."
_LEVEL = (
    "What is logged on standard error, from this level on; debug has each message. By "
    "default nothing is."
)

_Files = Annotated[
    list[Path],
    typer.Argument(metavar="FILE", help="Scenarios, in TOML or Python; Python is run."),
]

scenario = typer.Typer(
    name="scenario",
    help="Play scenarios: what is done at simulated stations, and what has to come of it.",
    no_args_is_help=True,
)


@scenario.command("run")
def run_scenarios(
    files: _Files,
    csms: Annotated[str, typer.Option(metavar="URL|embedded", help=_CSMS)] = "embedded",
    identity: Annotated[str | None, typer.Option("--id", metavar="ID", help=_ID)] = None,
    ocpp: Annotated[
        list[str] | None,
        typer.Option(
            "--ocpp",
            "--versions",
            metavar="VERSION",
            autocompletion=versions,
            help=_OCPP,
        ),
    ] = None,
    seed: Annotated[int | None, typer.Option(help=_SEED)] = None,
    virtual: Annotated[
        bool | None, typer.Option("--virtual/--real-time", help=_VIRTUAL, show_default=False)
    ] = None,
    speed: Annotated[float | None, typer.Option(min=1.0, max=10_000.0, help=_SPEED)] = None,
    junit: Annotated[Path | None, typer.Option(metavar="FILE", help=_JUNIT)] = None,
    password_file: Annotated[Path | None, typer.Option(help=PASSWORD)] = None,
    ca_file: Annotated[Path | None, typer.Option(help=CA)] = None,
    proxy: Annotated[str | None, typer.Option(metavar="URL", help=PROXY)] = None,
    unsecured: Annotated[bool, typer.Option("--unsecured", help=UNSECURED)] = False,
    log_level: Annotated[LogLevel | None, typer.Option(help=_LEVEL)] = None,
    log_format: Annotated[LogFormat, typer.Option(help=FORMAT)] = LogFormat.TEXT,
) -> None:
    """Play scenarios, and say how they end.

    Exit code 0: all have passed; 1: one has failed; 2: a file can't be used.
    """
    from pilotwire.cli.scenarios import Settings, run_files

    settings = Settings(
        files=tuple(files),
        csms=csms,
        identity=identity,
        versions=tuple(ocpp) if ocpp else None,
        seed=seed,
        virtual=virtual,
        speed=speed,
        junit=junit,
        password_file=password_file,
        ca_file=ca_file,
        proxy=proxy,
        unsecured=unsecured,
        log_level=log_level,
        log_format=log_format,
    )
    raise typer.Exit(run_files(settings))


@scenario.command("check")
def check_scenarios(files: _Files) -> None:
    """Say what is wrong with scenarios, with file and line. Nothing is played."""
    from pilotwire.cli.scenarios import check_files

    raise typer.Exit(check_files(files))
