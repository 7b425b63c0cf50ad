"""Lines on standard output, and what becomes of a command when nobody takes them any more.

A reader that has seen enough (`| head`, a terminal that was closed) ends the command quietly. An
output that can't be written (a full disk, a closed descriptor) ends it with a line that says so.
"""

import errno
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from contextvars import ContextVar
from typing import Final

from pilotwire.cli.errors import CliError, ExitCode, reason

__all__ = ["OUTPUT_ENDED", "OutputFailed", "OutputUnread", "ended_by", "flush", "say", "silence"]

_UNREAD: Final = frozenset({errno.EPIPE, errno.EIO})


class OutputUnread(Exception):  # noqa: N818 -- named for what happened
    """Nobody reads standard output any more."""


class OutputFailed(CliError):  # noqa: N818
    """Standard output can't be written."""

    code = ExitCode.SYSTEM


OUTPUT_ENDED: ContextVar[Callable[[Exception], None] | None] = ContextVar(
    "OUTPUT_ENDED", default=None
)
"""Who is to end a command that runs on an event loop; without one, `say` raises."""


def say(line: str) -> None:
    """Print a line.

    Raises:
        OutputUnread, OutputFailed: it can't be printed, and no event loop runs that ends by it.
    """
    try:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
    except OSError as error:
        silence()
        ended = ended_by(error)
        told = OUTPUT_ENDED.get()
        if told is None:
            raise ended from None
        told(ended)


def flush() -> None:
    """Write what is buffered; raises as `say` does without an event loop."""
    try:
        sys.stdout.flush()
    except OSError as error:
        silence()
        raise ended_by(error) from None


def ended_by(error: OSError) -> OutputUnread | OutputFailed:
    """What a failure to write means."""
    if error.errno in _UNREAD:
        return OutputUnread()
    return OutputFailed(f"standard output can't be written: {reason(error)}")


def silence() -> None:
    """Let what is still buffered vanish: it would fail again when the interpreter ends."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY | os.O_CLOEXEC)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
