"""What the user did wrong."""

import os

from pilotwire.errors import PilotwireError

__all__ = ["CliError", "reason"]


class CliError(PilotwireError):
    """The command can't be carried out; the text says in one line what to change."""


def reason(error: OSError) -> str:
    """Why the system refused something, without the number and the path."""
    if error.errno is not None and error.errno > 0:
        return os.strerror(error.errno)
    return error.strerror or str(error)
