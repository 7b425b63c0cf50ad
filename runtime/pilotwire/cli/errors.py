"""What ends a command, and with which exit code.

The rule of this module: who starts the command from a program can tell by the code alone whether
to mend the command, the file or the disk, or to wait for somebody else.
"""

import os
from enum import IntEnum
from typing import ClassVar

from pilotwire.errors import PilotwireError
from pilotwire.station.security.files import FolderInUseError
from pilotwire.store.errors import StoreDamagedError, StoreInUseError, StoreUnwritableError

__all__ = ["CliError", "CsmsLost", "ExitCode", "exit_code_of", "reason"]


class ExitCode(IntEnum):
    """How a command ended. What a signal ended before its work was done has 128 and its number."""

    DONE = 0
    """All is well, or nobody wanted to read on."""
    FAULT = 1
    """A fault of Pilotwire; there is a traceback."""
    FOUND = 1
    """`cert check`, or `fleet`, has found something, or a scenario has failed; standard output says
    what.
    """
    USE = 2
    """An argument, or a file that one names, can't be used."""
    DAMAGED = 3
    """The store is damaged."""
    BUSY = 4
    """The store, or the folder of certificates, is in use by another process."""
    LOST = 5
    """No CSMS accepted the station, for longer than the command was to wait."""
    SYSTEM = 6
    """The system, the disk or the hardware failed; the command was right."""


class CliError(PilotwireError):
    """The command can't be carried out; the text says in one line what to change."""

    code: ClassVar[ExitCode] = ExitCode.USE


class CsmsLost(CliError):  # noqa: N818 -- named for what happened
    """There is no CSMS that accepts the station."""

    code = ExitCode.LOST


def exit_code_of(error: Exception) -> ExitCode:
    """The exit code of what can be explained in a line."""
    match error:
        case CliError():
            return error.code
        case StoreDamagedError():
            return ExitCode.DAMAGED
        case StoreInUseError() | FolderInUseError():
            return ExitCode.BUSY
        case StoreUnwritableError() | OSError():
            return ExitCode.SYSTEM
        case PilotwireError():
            return ExitCode.USE
        case _:
            return ExitCode.SYSTEM


def reason(error: OSError) -> str:
    """Why the system refused something, without the number and the path."""
    if error.errno is not None and error.errno > 0:
        return os.strerror(error.errno)
    return error.strerror or str(error)
