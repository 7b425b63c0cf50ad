"""What the user did wrong."""

import os

from pilotwire.errors import PilotwireError
from pilotwire.station.facts.authorization import MAX_ID_TOKEN

__all__ = ["CliError", "checked_token", "reason"]


class CliError(PilotwireError):
    """The command can't be carried out; the text says in one line what to change."""


def reason(error: OSError) -> str:
    """Why the system refused something, without the number and the path."""
    if error.errno is not None and error.errno > 0:
        return os.strerror(error.errno)
    return error.strerror or str(error)


def checked_token(token: str) -> str:
    """The token, if a message can carry it: OCPP 2.x has 36 characters for it, 1.6 has 20.

    Raises:
        CliError: It is empty or too long.
    """
    if not 0 < len(token) <= MAX_ID_TOKEN:
        raise CliError(f"--token takes 1 to {MAX_ID_TOKEN} characters, not {len(token)}")
    return token
