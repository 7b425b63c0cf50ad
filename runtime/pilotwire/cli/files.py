"""Files that hold secrets."""

import logging
import os
import stat
from pathlib import Path

from pilotwire.cli.errors import CliError, reason

__all__ = ["private_text"]

_log = logging.getLogger(__name__)


def private_text(path: Path, what: str) -> str:
    """The text of a file with secrets; a warning if others may read it.

    Raises:
        CliError: The file is unreadable or no text; nothing of it is in the exception.
    """
    try:
        with path.open("rb") as file:
            mode = os.fstat(file.fileno()).st_mode
            text = file.read().decode()
    except OSError as error:
        raise CliError(f"{what} {path} cannot be read: {reason(error)}") from None
    except UnicodeDecodeError:
        raise CliError(f"{what} {path} is not UTF-8 text") from None
    if stat.S_ISREG(mode) and mode & 0o077:
        _log.warning("%s %s is open to others (mode %03o)", what, path, stat.S_IMODE(mode))
    return text
