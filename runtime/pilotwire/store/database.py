"""Opening, migrating and writing the file; what is in the tables is the business of the other
modules.

Theory of operation. A transaction of SQLite is open from the first block after a commit to the next
commit. `atomic()` ends with a commit: what it wrote is on the disk. `lazily()` does not: what it
wrote is seen at once by all that read here, and goes to the disk with the next commit. So a note
that may be lost costs no commit of its own, and what is on the disk is always a state that once
was.

The statements of the open transaction are remembered. When a block fails, or SQLite undoes
everything because the disk is full, the blocks before it are written anew from them.
"""

import os
import sqlite3
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from typing import Self
from weakref import finalize

from pilotwire.logs import logger
from pilotwire.store.errors import (
    StoreError,
    StoreForeignError,
    StoreInUseError,
    StoreNewerError,
    damaged,
    explained,
    unwritable,
)
from pilotwire.store.pages import PAGE
from pilotwire.store.place import Place, narrow
from pilotwire.store.reserve import Reserve
from pilotwire.store.schema import APPLICATION_ID, MIGRATIONS

__all__ = ["RESERVE", "Store"]

log = logger(__name__)

Value = str | int | float | None

RESERVE = 1 << 20
"""Bytes that are kept free for what must be written to a full disk."""

LAZY_LIMIT = 1000
"""Statements that may wait for a commit; then there is one for them alone."""

_NUMBERED = ("outbox", "given_up", "security_log")
"""The tables whose rows get their ids here."""


class Store:
    """A file of stations' records; `:memory:` keeps them in memory.

    The file is created with mode 0600 if it is not there; one that others may read, as passwords
    and tokens are in it, is narrowed to that. It belongs to one process at a time: two
    that sent from the same outbox would send everything twice. Every `atomic()` block is on the
    disk when it ends (WAL, synchronous FULL).

    Args:
        path: The file.
        reserve: Bytes that are kept free on the disk for the ends of running transactions, in a
            file beside it.

    Raises:
        StoreError: the file is damaged, foreign, too new, in use or not accessible.
    """

    def __init__(self, path: str | os.PathLike[str], *, reserve: int = RESERVE) -> None:
        self.path = os.fspath(path)
        self.commits = 0
        """How many commits there have been since the file was opened."""
        self.counts: dict[str, int] = {}
        """Numbers that others keep of the tables; forgotten when a block fails."""
        self._depth = 0
        self._claimed: set[str] = set()
        self._must_commit = False
        self._newest_ids: dict[str, int] = {}
        self._open_statements: list[tuple[str, tuple[Value, ...]]] = []
        try:
            self._connection = self._open()
        except OSError as error:
            raise StoreError(f"{self.path}: can't be opened: {error.strerror}") from error
        except sqlite3.DatabaseError as error:
            raise explained(self.path, error) from error
        except UnicodeDecodeError as error:  # in what SQLite says of the damage
            raise damaged(self.path, "its text is not UTF-8") from error
        # A store that is dropped without `close` lets go of its file quietly, in whichever thread
        # the last of it is dropped.
        self._finalizer = finalize(self, self._connection.close)
        self._place = Place(self.path)
        self._reserve = Reserve(self.path, reserve)
        try:
            self.low = not self._reserve.fill()
        except StoreError:
            self._finalizer()
            raise
        """The disk is full or fails, and the reserve is in use, or the file is not in its place any
        more: only what must not be lost should be written, until `recover` says that all is well
        again."""
        if self.low:
            log.critical("%s: the disk is full; no transaction begins until it is not", self.path)

    @contextmanager
    def atomic(self) -> Generator[None, None, None]:
        """Write all that the block writes, or nothing of it. Blocks nest: the outermost one
        commits.

        There must be no `await` inside: what another task wrote would be part of the same commit.

        Raises:
            StoreUnwritableError: the disk is full or fails, and the reserve did not help.
            StoreError: the commit failed. Nothing of the block was written.
        """
        self._must_commit = True
        if self._depth:
            yield
            return
        with self._outermost():
            yield
            self._commit()

    @contextmanager
    def lazily(self) -> Generator[None, None, None]:
        """Like `atomic`, for what may be lost in a power cut: it is on the disk after the next
        commit. Within an `atomic()` block it is part of that.
        """
        if self._depth:
            yield
            return
        self._must_commit = False
        with self._outermost():
            yield
            if self._must_commit or len(self._open_statements) >= LAZY_LIMIT:
                self._commit()

    @contextmanager
    def claimed(self, identity: str) -> Generator[None, None, None]:
        """The records of that station belong to who is in the block.

        Raises:
            StoreInUseError: somebody else is.
        """
        if identity in self._claimed:
            raise StoreInUseError(
                f"{self.path}: another station {identity!r} runs on it; give each its own identity"
            )
        self._claimed.add(identity)
        try:
            yield
        finally:
            self._claimed.discard(identity)

    def flush(self) -> None:
        """Commit what lazy blocks have written."""
        if self._open_statements and not self._depth:
            with self.atomic():
                pass

    def look(self) -> bool:
        """Whether the file is still in its place; if not, that is logged and `low` from now on."""
        if self._place.kept():
            return True
        if not self.low:
            self.low = True
            log.critical(
                "%s: was moved, deleted or replaced while it was open: what is recorded now is lost"
                " with the end of this process. No transaction begins; put the file back, with"
                " its -wal, or stop the station",
                self.path,
            )
        return False

    def recover(self) -> bool:
        """Whether the file can be written again and the reserve is complete; tries it."""
        if self.low and self._place.kept() and self._has_reserve():
            self.low = False
            try:
                with self.atomic():
                    self.execute(f"PRAGMA user_version={len(MIGRATIONS)}")
            except StoreError:
                self.low = True
        return not self.low

    def _has_reserve(self) -> bool:
        try:
            return self._reserve.fill()
        except StoreError as error:
            log.error("%s", error)  # noqa: TRY400 -- no traceback for a known failure
            return False

    def execute(self, sql: str, *parameters: Value) -> int:
        """Run one statement that writes; returns how many rows it changed. Only within a block."""
        if not self._depth:
            raise RuntimeError("writes belong in an atomic() block")
        try:
            changed = self._connection.execute(sql, parameters).rowcount
        except sqlite3.OperationalError as error:
            self._make_room(error)
            changed = self._connection.execute(sql, parameters).rowcount
        self._open_statements.append((sql, parameters))
        return changed

    def next_id(self, table: str) -> int:
        """An id for a new row, greater than any that a row of the table has had since the start."""
        self._newest_ids[table] += 1
        return self._newest_ids[table]

    def _look_up_ids(self) -> None:
        """The newest id of each table, once: later ones are all from here, for the file belongs to
        this process. Looked up before a block takes any row away, which may come back.
        """
        for table in _NUMBERED:
            ((newest,),) = self.rows(f"SELECT coalesce(max(id), 0) FROM {table}")  # noqa: S608 -- names of our own tables
            self._newest_ids[table] = int(newest)

    def rows(self, sql: str, *parameters: Value) -> Sequence[sqlite3.Row]:
        """What a SELECT finds.

        Raises:
            StoreError: the file can't be read any more.
        """
        try:
            return self._connection.execute(sql, parameters).fetchall()
        except sqlite3.Error as error:
            raise explained(self.path, error) from error

    def close(self) -> None:
        """Let go of the file. All that was written is in it."""
        if self._finalizer.alive and self._connection.in_transaction:
            try:
                self._connection.execute("COMMIT")
            except sqlite3.Error as error:
                log.error("%s: the last notes are lost: %s", self.path, error)  # noqa: TRY400 -- the error says where and why
        self._finalizer()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    # The open transaction.

    @contextmanager
    def _outermost(self) -> Generator[None, None, None]:
        settled = len(self._open_statements)
        self._depth = 1
        try:
            if not self._connection.in_transaction:
                self._connection.execute("BEGIN IMMEDIATE")
            if not self._newest_ids:
                self._look_up_ids()
            yield
        except sqlite3.Error as error:
            self._undo(settled)
            raise explained(self.path, error) from error
        except BaseException:  # raised again
            self._undo(settled)
            raise
        finally:
            self._depth = 0

    def _commit(self) -> None:
        try:
            self._connection.execute("COMMIT")
        except sqlite3.OperationalError as error:
            self._make_room(error)
            self._connection.execute("COMMIT")
        self._open_statements.clear()
        self.commits += 1
        self.look()

    def _undo(self, settled: int) -> None:
        """Take back the block, and nothing of those that were complete before it."""
        del self._open_statements[settled:]
        self.counts.clear()
        try:
            self._replay()
        except sqlite3.Error as error:
            self._open_statements.clear()
            log.error("%s: notes are lost: %s", self.path, error)  # noqa: TRY400 -- the error says where and why

    def _replay(self) -> None:
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")
        if self._open_statements:
            self._connection.execute("BEGIN IMMEDIATE")
            for sql, parameters in self._open_statements:
                self._connection.execute(sql, parameters)

    def _make_room(self, error: sqlite3.OperationalError) -> None:
        """Give up the reserve, and write the open transaction anew."""
        if not unwritable(error) or self.low:
            raise error
        self.low = True
        log.critical("%s: %s; only what must not be lost is written now", self.path, error)
        self._reserve.release()
        self._replay()
        if not self._connection.in_transaction:
            self._connection.execute("BEGIN IMMEDIATE")

    # The file.

    def _open(self) -> sqlite3.Connection:
        if self.path != ":memory:":
            os.close(os.open(self.path, os.O_CREAT | os.O_RDWR, 0o600))
        connection = self._connect()
        try:
            connection.row_factory = sqlite3.Row
            connection.text_factory = _text
            connection.execute("PRAGMA locking_mode=EXCLUSIVE")
            self._refuse_foreign(connection)
            connection.execute(f"PRAGMA page_size={PAGE}")
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=FULL")
            # Some builds of SQLite overwrite what is deleted, pages more for the flash to write.
            connection.execute("PRAGMA secure_delete=FAST")
            self._refuse_damaged(connection)
            self._migrate(connection)
            if self.path != ":memory:":  # not before it is known to be ours
                narrow(self.path)
        except BaseException:  # raised again
            connection.close()
            raise
        return connection

    def _connect(self) -> sqlite3.Connection:
        return sqlite3.connect(
            self.path, timeout=1.0, isolation_level=None, check_same_thread=False
        )

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
            raise damaged(self.path, " ".join(finding.split()))

    def _migrate(self, connection: sqlite3.Connection) -> None:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        for number, script in enumerate(MIGRATIONS[version:], start=version + 1):
            # A script is one transaction with the number that says it ran: a power cut leaves
            # either.
            connection.executescript(
                f"BEGIN IMMEDIATE; {script}; PRAGMA application_id={APPLICATION_ID};"
                f" PRAGMA user_version={number}; COMMIT;"
            )


def _text(raw: bytes) -> str:
    """Text of the file; a byte that is damaged must not hide all the rest."""
    return raw.decode(errors="replace")
