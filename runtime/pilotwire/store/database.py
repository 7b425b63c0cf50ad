"""Opening, migrating and writing the file; what is in the tables is the business of the other
modules.
"""

import os
import sqlite3
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Self
from weakref import finalize

from pilotwire.errors import PilotwireError
from pilotwire.store.schema import APPLICATION_ID, MIGRATIONS

__all__ = [
    "Store",
    "StoreDamagedError",
    "StoreError",
    "StoreForeignError",
    "StoreInUseError",
    "StoreNewerError",
]

Value = str | int | float | None


class StoreError(PilotwireError):
    """The store's file can't be used as it is; the text names the file and what to do about it."""


class StoreDamagedError(StoreError):
    """The file is not a sound SQLite database."""


class StoreForeignError(StoreError):
    """The file is a database, but of another program."""


class StoreNewerError(StoreError):
    """The file was written by a newer Pilotwire than this one."""


class StoreInUseError(StoreError):
    """Another process has the file open."""


class Store:
    """A file of stations' records; `:memory:` keeps them in memory.

    The file is created with mode 0600 if it is not there. It belongs to one process at a time: two
    that sent from the same outbox would send everything twice. Every `atomic()` block is on the
    disk when it ends (WAL, synchronous FULL).

    Raises:
        StoreError: the file is damaged, foreign, too new, in use or not accessible.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = os.fspath(path)
        self._depth = 0
        try:
            self._connection = self._open()
        except OSError as error:
            raise StoreError(f"{self.path}: can't be opened: {error.strerror}") from error
        except sqlite3.DatabaseError as error:
            raise _explained(self.path, error) from error
        # A store that is dropped without `close` lets go of its file quietly.
        self._finalizer = finalize(self, self._connection.close)

    @contextmanager
    def atomic(self) -> Generator[None, None, None]:
        """Write all that the block writes, or nothing of it. Blocks nest: the outermost one
        commits.

        There must be no `await` inside: what another task wrote would be part of the same commit.

        Raises:
            StoreError: the commit failed; nothing of the block was written.
        """
        if self._depth:
            yield
            return
        self._depth = 1
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            yield
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            self._roll_back()
            raise _explained(self.path, error) from error
        except BaseException:
            self._roll_back()
            raise
        finally:
            self._depth = 0

    def execute(self, sql: str, *parameters: Value) -> int:
        """Run one statement that writes; returns the rowid of an INSERT. Only within `atomic()`."""
        if not self._depth:
            raise RuntimeError("writes belong in an atomic() block")
        return self._connection.execute(sql, parameters).lastrowid or 0

    def rows(self, sql: str, *parameters: Value) -> Sequence[sqlite3.Row]:
        """What a SELECT finds."""
        return self._connection.execute(sql, parameters).fetchall()

    def close(self) -> None:
        """Let go of the file. All that was committed is in it."""
        self._finalizer()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def _roll_back(self) -> None:
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")

    def _open(self) -> sqlite3.Connection:
        if self.path != ":memory:":
            os.close(os.open(self.path, os.O_CREAT | os.O_RDWR, 0o600))
        # One thread uses it; the one that happens to collect a dropped store may be another.
        connection = sqlite3.connect(
            self.path, timeout=1.0, isolation_level=None, check_same_thread=False
        )
        try:
            connection.row_factory = sqlite3.Row
            connection.execute("PRAGMA locking_mode=EXCLUSIVE")
            self._refuse_foreign(connection)
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=FULL")
            self._refuse_damaged(connection)
            self._migrate(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _refuse_foreign(self, connection: sqlite3.Connection) -> None:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        if application != APPLICATION_ID and (application or version or tables):
            raise StoreForeignError(
                f"{self.path}: a database of another program; name another file"
            )
        if version > len(MIGRATIONS):
            raise StoreNewerError(
                f"{self.path}: written by a newer Pilotwire (format {version}, this one knows "
                f"{len(MIGRATIONS)}); update Pilotwire or name another file"
            )

    def _refuse_damaged(self, connection: sqlite3.Connection) -> None:
        (finding,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        if finding != "ok":
            raise StoreDamagedError(_damaged(self.path, " ".join(finding.split())))

    def _migrate(self, connection: sqlite3.Connection) -> None:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        for number, script in enumerate(MIGRATIONS[version:], start=version + 1):
            # A script is one transaction with the number that says it ran: a power cut leaves
            # either.
            connection.executescript(
                f"BEGIN IMMEDIATE; {script}; PRAGMA application_id={APPLICATION_ID};"
                f" PRAGMA user_version={number}; COMMIT;"
            )


def _damaged(path: str, finding: str) -> str:
    name = Path(path).name
    return (
        f"{path}: damaged ({finding}); nothing was changed. Keep a copy of the file, then save what"
        f" can be read with `sqlite3 {name} .recover | sqlite3 {name}.repaired` and use that file"
    )


def _explained(path: str, error: sqlite3.Error) -> StoreError:
    code = getattr(error, "sqlite_errorcode", None)
    primary = code & 0xFF if isinstance(code, int) else None
    if primary in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return StoreInUseError(f"{path}: another process has it open; stop that one first")
    if primary in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        return StoreDamagedError(_damaged(path, str(error)))
    return StoreError(f"{path}: {error}")
