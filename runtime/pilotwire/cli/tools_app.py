"""The options of the commands for somebody at a charger: its store, certificates, file, hardware
and meter.
"""

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["cert", "config", "hardware", "meter", "store"]

_MAP = "Register map: one that `meter maps` lists, or a TOML file."
_METER_PORT = "Serial port (Modbus RTU), as /dev/ttyUSB0; or host and port (Modbus TCP)."
_UNIT = "The meter's address on the bus."
_BAUD = "Speed of the serial line; by default as the map has it."
_PARITY = "none, even or odd; by default as the map has it."
_STOP_BITS = "Stop bits of the serial line; by default as the map has it."
_REVERSED = "The meter is wired the other way round: its import is export."
_TESTED = "The file that describes the station."
_YES = "Ask nothing; what needs somebody to look or to hold a card is left out."
_WHOLE = "Show tokens in full."
_File = Annotated[Path, typer.Argument(metavar="FILE", help="The database's file.")]

store = typer.Typer(help="Look into a station's database, which no station has open.")


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
