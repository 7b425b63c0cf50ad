"""Looking into a store's file that no station has open: is it sound, what is in it, what can be
saved of it.

The rule of this module: the file itself is never written. What is read is a copy, with the changes
that wait beside it.
"""

import errno
import json
import os
import re
import shutil
import sqlite3
from collections.abc import Generator, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

from pilotwire.store.database import Store
from pilotwire.store.errors import (
    StoreDamagedError,
    StoreError,
    StoreInUseError,
    StoreUnwritableError,
    explained,
)
from pilotwire.store.place import beside
from pilotwire.store.salvage import salvage
from pilotwire.store.schema import TABLES

__all__ = ["StationSummary", "Summary", "check", "export", "repair"]


def _unreadable(column: str) -> str:
    return f"NOT CASE typeof({column}) WHEN 'text' THEN json_valid({column}) ELSE 0 END"


_STATIONS = f"""
    SELECT station,
        (SELECT count(*) FROM transactions t WHERE t.station = s.station AND NOT ended),
        (SELECT count(*) FROM outbox o WHERE o.station = s.station),
        (SELECT count(*) FROM given_up g WHERE g.station = s.station),
        (SELECT count(*) FROM outbox o WHERE o.station = s.station AND {_unreadable("event")})
        + (SELECT count(*) FROM transactions t
           WHERE t.station = s.station AND NOT ended AND {_unreadable("body")})
    FROM ({" UNION ".join(f"SELECT station FROM {table}" for table in TABLES)}) s
    ORDER BY station
"""  # noqa: S608 -- names of our own tables
_WITH_URLS = frozenset({"firmware_publishing", "firmware_update", "log_upload"})
"""Facts in whose URLs there may be a password."""
_URL = re.compile(r'://(?:\\.|[^"\\])*')
_JSON_COLUMNS = ("event", "body", "wire", "opening", "payload")
_TOKEN_NAMES = {"idTag", "idToken", "parentIdTag", "groupIdToken", "token"}
_TOKEN_FACTS = {"id_token", "authorized_by", "group"}
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS}


@dataclass(frozen=True, slots=True)
class StationSummary:
    """What the file holds of one station."""

    identity: str
    running: int
    waiting: int
    given_up: int
    unreadable: int
    """Waiting messages and running transactions that are damaged; they will be given up."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What `check` finds in a sound file. `format` is the number of its tables' format."""

    format: int
    stations: tuple[StationSummary, ...]


def check(path: Path) -> Summary:
    """What is in a sound file.

    Raises:
        StoreError: the file is damaged, foreign, too new, in use or not readable.
    """
    with _copy(path) as copy:
        format_ = _format(copy)
        with _opened(path, copy) as store:
            found = store.rows(_STATIONS)
            return Summary(format_, tuple(StationSummary(*row) for row in found))


def export(path: Path, *, tokens: bool = False) -> Iterator[str]:
    """Every row as a line of JSON. Tokens are shortened unless `tokens`; passwords never shown.

    Raises:
        StoreError: the file is damaged, foreign, too new, in use or not readable.
    """
    with _copy(path) as copy, _opened(path, copy) as store:
        for table in TABLES:
            for row in store.rows(f"SELECT * FROM {table}"):  # noqa: S608 -- names of our own tables
                fields = {name: _unpacked(name, row[name]) for name in row.keys()}  # noqa: SIM118 -- a row's own keys; it is no mapping
                if table == "variables" and "password" in row["variable"].lower():
                    fields["value"] = "***"
                if table == "state" and row["key"] in _WITH_URLS:
                    fields["value"] = _URL.sub("://***", str(row["value"]))
                line = {"table": table, **fields}
                yield json.dumps(line if tokens else _shortened(line), ensure_ascii=False)


def repair(path: Path) -> tuple[Path, Mapping[str, int]] | None:
    """Save every row that can be read into a new file, `PATH.repaired`; the path, and the number
    of rows by table. None if the file is sound.

    Raises:
        StoreUnwritableError: the new file can't be written.
        StoreError: nothing of the file can be read, or it is foreign, too new or in use; or there
            is a `PATH.repaired` already.
    """
    try:
        check(path)
    except StoreDamagedError:
        pass
    else:
        return None
    target = path.with_name(f"{path.name}.repaired")
    if target.exists():
        raise StoreError(f"{target}: is there already; move it away first")
    with _copy(path) as copy:
        fresh = copy.with_name("fresh")
        saved = salvage(copy, fresh)
        if not any(saved.values()):
            raise StoreDamagedError(f"{path}: nothing of it can be read")
        Store(fresh, reserve=0).close()  # brings it to the newest format, and checks it
        _put(fresh, target)
    return target, saved


def _put(fresh: Path, target: Path) -> None:
    """Put the new file into its place, whole or not at all."""
    part = target.with_name(f"{target.name}.part")
    try:
        # Exclusive, so that it overwrites nothing, and nothing that a link there leads to.
        descriptor = os.open(part, os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_WRONLY, 0o600)
    except FileExistsError:
        raise StoreError(f"{part}: is there already; move it away first") from None
    except OSError as error:
        raise _not_written(target, error) from error
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(fresh.read_bytes())
            file.flush()
            os.fsync(descriptor)
        part.replace(target)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise _not_written(target, error) from error


def _not_written(target: Path, error: OSError) -> StoreUnwritableError:
    return StoreUnwritableError(
        f"{target}: can't be written: {error.strerror}; copy the damaged file and its -wal to"
        " a place that can be, and repair that"
    )


@contextmanager
def _copy(path: Path) -> Generator[Path, None, None]:
    """A copy of the file and of the log beside it, if nobody has them open."""
    _refuse_in_use(path)
    with TemporaryDirectory(prefix="pilotwire-") as directory:
        copy = Path(directory) / "copy"
        try:
            _copy_file(path, copy)
            log = beside(path, "-wal")
            if log.exists():
                _copy_file(log, beside(copy, "-wal"))
        except OSError as error:
            kind = StoreUnwritableError if error.errno in _NO_ROOM else StoreError
            raise kind(f"{path}: can't be copied to {copy}: {error.strerror}") from error
        yield copy


def _copy_file(source: Path, copy: Path) -> None:
    copy.touch(mode=0o600)  # as private as the file itself should be
    shutil.copyfile(source, copy)


def _refuse_in_use(path: Path) -> None:
    if not path.is_file():
        raise StoreError(f"{path}: is no file")
    try:
        uri = f"{path.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(uri, uri=True, timeout=0.0)) as connection:
            connection.execute("PRAGMA locking_mode=EXCLUSIVE")
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.DatabaseError as error:
        reason = explained(str(path), error)
        if isinstance(reason, StoreInUseError):
            raise reason from error


def _format(copy: Path) -> int:
    with closing(sqlite3.connect(copy)) as connection:
        try:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
        except sqlite3.DatabaseError:
            return 0
        return int(version)


@contextmanager
def _opened(path: Path, copy: Path) -> Generator[Store, None, None]:
    """The copy as a store; what is wrong with it is told with the name of the original."""
    if not copy.stat().st_size:
        raise StoreError(f"{path}: is empty")
    try:
        store = Store(copy, reserve=0)
    except StoreError as error:
        raise type(error)(str(error).replace(str(copy), str(path))) from error
    with store:
        yield store


def _unpacked(name: str, value: object) -> object:
    if isinstance(value, bytes):  # which only damage brings about
        return value.decode(errors="replace")
    if name in _JSON_COLUMNS and isinstance(value, str):
        try:
            unpacked: Any = json.loads(value)
        except ValueError:
            return value
        if name == "opening":
            return [_unpacked("event", event) for event in cast("list[object]", unpacked)]
        if name == "wire":
            version, action, payload, *_ = cast("list[object]", unpacked)
            return [version, action, _unpacked("payload", payload)]
        return unpacked
    return value


def _shortened(value: object, name: str = "") -> object:
    if isinstance(value, dict):
        fields = cast("dict[str, object]", value)
        if name in _TOKEN_FACTS and isinstance(fields.get("value"), str):
            return {**fields, "value": _short(str(fields["value"]))}
        return {key: _shortened(each, key) for key, each in fields.items()}
    if isinstance(value, list):
        return [_shortened(each, name) for each in cast("list[object]", value)]
    if name in _TOKEN_NAMES and isinstance(value, str):
        return _short(value)
    return value


def _short(token: str) -> str:
    return f"{token[:2]}..."
