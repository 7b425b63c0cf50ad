"""What can be wrong with a store's file, and what to do about it.

::

    StoreError
    ├── StoreDamagedError      the file is not a sound SQLite database
    ├── StoreForeignError      a database of another program
    ├── StoreNewerError        written by a newer Pilotwire
    ├── StoreInUseError        another process has it open
    └── StoreUnwritableError   the disk is full, fails, or must not be written
"""

import sqlite3
from shlex import quote

from pilotwire.errors import PilotwireError

__all__ = [
    "StoreDamagedError",
    "StoreError",
    "StoreForeignError",
    "StoreInUseError",
    "StoreNewerError",
    "StoreUnwritableError",
    "damaged",
    "explained",
    "unwritable",
]

_UNWRITABLE = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
}


class StoreError(PilotwireError):
    """The store's file can't be used as it is; the text names the file and what to do about it."""


class StoreDamagedError(StoreError):
    """The file is not a sound SQLite database."""


class StoreForeignError(StoreError):
    """The file is a database, but of another program."""


class StoreNewerError(StoreError):
    """The file was written by a newer Pilotwire than this one."""


class StoreInUseError(StoreError):
    """Another process has the file open, or another station of this one runs on its records."""


class StoreUnwritableError(StoreError):
    """The file can be read and not written: the disk is full, fails, or is read-only."""


def damaged(path: str, finding: str) -> StoreDamagedError:
    """The error of a file that is not sound."""
    return StoreDamagedError(
        f"{path}: damaged ({finding}); nothing was changed. Keep a copy of the file;"
        f" `pilotwire store repair {quote(path)}` saves what can be read"
    )


def explained(path: str, error: sqlite3.Error) -> StoreError:
    """What SQLite says, as an error of ours."""
    primary = _primary(error)
    if primary in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return StoreInUseError(f"{path}: another process has it open; stop that one first")
    if primary in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        return damaged(path, str(error))
    if primary in _UNWRITABLE:
        return StoreUnwritableError(
            f"{path}: can't be written ({error}); free space on its disk, or see to its permissions"
        )
    return StoreError(f"{path}: {error}")


def unwritable(error: sqlite3.Error) -> bool:
    """Whether the disk is at fault, so that freeing space may help."""
    return _primary(error) in _UNWRITABLE


def _primary(error: sqlite3.Error) -> int | None:
    code = getattr(error, "sqlite_errorcode", None)
    return code & 0xFF if isinstance(code, int) else None
