"""The `pilotwire` command. Heavy parts are imported by the commands that need them."""

import sys
from typing import Final, NoReturn

__all__ = ["main"]

_EXTRA: Final = frozenset({"typer", "rich"})


def main() -> NoReturn:
    """The entry point of the command; without the packages of `pilotwire[cli]` it names them."""
    try:
        from pilotwire.cli.app import main as command
    except ModuleNotFoundError as error:
        if error.name not in _EXTRA:
            raise
        text = f"the command line needs {error.name}: pip install 'pilotwire[cli]'"
        sys.stderr.write(f"pilotwire: error: {text}\n")
        sys.exit(2)
    command()
