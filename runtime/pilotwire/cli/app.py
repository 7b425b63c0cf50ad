"""The commands and their options.

The rule of this module: a mistake of the user is one line on standard error and exit code 2; only a
mistake of ours is a traceback.
"""

import sys
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as version_of
from pathlib import Path
from typing import Annotated, Any, NoReturn, cast

import typer

from pilotwire.errors import PilotwireError

__all__ = ["app", "main"]

BAD_USE = 2
INTERRUPTED = 130

app = typer.Typer(
    name="pilotwire",
    help="The station side of OCPP: simulated charging stations and a small CSMS.",
    pretty_exceptions_enable=False,
    add_completion=False,
)

_CSMS = "URL of the CSMS without the station's identity: ws://... or wss://..."
_TRACE = "Write each message as a line of JSON to this file; what was in it is lost."
_ONE_VERSION = "OCPP version: 1.6, 2.0.1 or 2.1."
_OFFERED = "OCPP version to offer; repeat it, in order of preference. By default 2.1, 2.0.1, 1.6."
_ACCEPTED = "OCPP version to accept; repeat it for more. By default 1.6, 2.0.1 and 2.1."
_ONCE = "End after one session."
_SPEED = "How many times faster than real time the station lives."
_PASSWORD = "File with the password for HTTP Basic authentication."  # noqa: S105 -- a help text
_AUTO = "Let cars come, charge and leave by themselves."
_STORE = "File of the station's database. By default ID.db in the user's state directory."
_CARDS = "Token that the drivers show."
_TOKENS = "Token to accept; repeat it for more. Without any, each token is accepted."
_HOST = "Address to listen on."
_PORT = "TCP port to listen on; 0 takes a free one."


_WHOLE = "Show tokens in full."

_File = Annotated[Path, typer.Argument(metavar="FILE", help="The database's file.")]

_CARD = "04A1B2C3"


@app.callback(invoke_without_command=True)
def pilotwire(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Show the version.")] = False,
) -> None:
    """The station side of OCPP: simulated charging stations and a small CSMS."""
    if version:
        typer.echo(f"pilotwire {_version()}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


@app.command()
def demo(
    ocpp: Annotated[str, typer.Option(metavar="VERSION", help=_ONE_VERSION)] = "2.0.1",
    once: Annotated[bool, typer.Option("--once", help=_ONCE)] = False,
    speed: Annotated[float, typer.Option(min=1.0, max=10_000.0, help=_SPEED)] = 60.0,
    trace: Annotated[Path | None, typer.Option(help=_TRACE)] = None,
) -> None:
    """Watch a simulated station and a CSMS talk while cars charge. Ctrl-C ends it."""
    from pilotwire.cli.demo import demo as command

    raise typer.Exit(command(ocpp=ocpp, once=once, speed=speed, trace=trace))


@app.command()
def run(
    csms: Annotated[str, typer.Option(metavar="URL", help=_CSMS)],
    identity: Annotated[str, typer.Option("--id", metavar="ID", help="The station's identity.")],
    ocpp: Annotated[list[str] | None, typer.Option(metavar="VERSION", help=_OFFERED)] = None,
    password_file: Annotated[Path | None, typer.Option(help=_PASSWORD)] = None,
    evses: Annotated[int, typer.Option(min=1, max=100, help="Number of EVSEs.")] = 2,
    auto: Annotated[bool, typer.Option("--auto", help=_AUTO)] = False,
    token: Annotated[str, typer.Option(metavar="ID", help=_CARDS)] = _CARD,
    store: Annotated[Path | None, typer.Option(help=_STORE)] = None,
    trace: Annotated[Path | None, typer.Option(help=_TRACE)] = None,
    verbose: Annotated[bool, typer.Option("--verbose", help="Log each message, too.")] = False,
) -> None:
    """Run a simulated station against any CSMS, until Ctrl-C or SIGTERM."""
    from pilotwire.cli.run import Settings
    from pilotwire.cli.run import run as command

    settings = Settings(
        csms=csms,
        identity=identity,
        versions=tuple(ocpp or ("2.1", "2.0.1", "1.6")),
        password_file=password_file,
        evses=evses,
        auto=auto,
        token=token,
        store=store,
        trace=trace,
        verbose=verbose,
    )
    raise typer.Exit(command(settings))


@app.command()
def csms(
    host: Annotated[str, typer.Option(help=_HOST)] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help=_PORT)] = 9000,
    ocpp: Annotated[list[str] | None, typer.Option(metavar="VERSION", help=_ACCEPTED)] = None,
    token: Annotated[list[str] | None, typer.Option(metavar="ID", help=_TOKENS)] = None,
    trace: Annotated[Path | None, typer.Option(help=_TRACE)] = None,
) -> None:
    """Run a small CSMS for stations of OCPP 1.6, 2.0.1 and 2.1, until Ctrl-C or SIGTERM."""
    from pilotwire.cli.csms import csms as command

    versions = ocpp or ("1.6", "2.0.1", "2.1")
    raise typer.Exit(command(host=host, port=port, ocpp=versions, tokens=token, trace=trace))


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


def main() -> NoReturn:
    """The entry point of the `pilotwire` command."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = cast("Callable[..., None] | None", getattr(stream, "reconfigure", None))
        if reconfigure is not None:
            reconfigure(errors="replace")
    sys.exit(_exit_code())


def _exit_code() -> int:
    try:
        code: Any = app(prog_name="pilotwire", standalone_mode=False)
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except Exception as error:
        text = _explanation(error)
        if text is None:
            raise
        typer.echo(f"pilotwire: error: {' '.join(text.split())}", err=True)
        return BAD_USE
    return code if isinstance(code, int) else 0


def _explanation(error: Exception) -> str | None:
    """What to tell the user; None if it is no mistake of theirs."""
    from pilotwire.hal.interfaces import HardwareError

    explained = (PilotwireError, HardwareError)
    for leaf in _leaves(error):
        if isinstance(leaf, explained):
            return str(leaf)
        # typer brings its own click, or uses that of the system: this finds either's exceptions.
        for base in typer.BadParameter.__mro__:
            if base.__name__ == "ClickException" and isinstance(leaf, base):
                return str(cast("Any", leaf).format_message())
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
