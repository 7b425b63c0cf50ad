"""Reading what can be read of a damaged file.

A table is read from its root down. Where a page on the way can't be read, the pages below it are
known by what is left over: they belong to nothing else and are not free. What had been deleted is
in free pages, and must not come back: where it can't be told which are free, nothing is taken from
what is left over.

Where the roots are stands on the first page. If that one is lost they are looked for where a new
file has them.
"""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from struct import error as StructError  # noqa: N812 -- an exception, and named like one
from struct import unpack_from

from pilotwire.store.pages import Database, Row, Walk
from pilotwire.store.schema import APPLICATION_ID, MIGRATIONS, TABLES

__all__ = ["salvage"]

_TYPES: Mapping[str, type | tuple[type, ...]] = {"TEXT": str, "INTEGER": int}


class _Table:
    """A table of the new file, and what its rows must be like."""

    def __init__(self, target: sqlite3.Connection, name: str) -> None:
        self._target = target
        self.name = name
        self.saved = 0
        columns = target.execute(f"PRAGMA table_info({name})").fetchall()
        self._names = [column[1] for column in columns]
        self._kinds = [(_TYPES[kind], bool(required)) for _, _, kind, required, *_ in columns]
        self._least = sum(default is None for *_, default, _ in columns)
        ((sql,),) = target.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (name,))
        self._numbered = "WITHOUT ROWID" not in sql

    def fits(self, row: Row) -> bool:
        """Whether it can be a row of this table; a column that came later may be missing."""
        number, values = row
        least = self._least if self._numbered else len(self._names)
        if self._numbered is (number is None) or not least <= len(values) <= len(self._names):
            return False
        checked = zip(values, self._kinds, strict=False)
        return all(
            (isinstance(value, kind) if value is not None else not required)
            for value, (kind, required) in checked
        )

    def take(self, row: Row) -> None:
        """Write a row; one that does not fit, or is there already, is left out."""
        if not self.fits(row):
            return
        number, values = row
        if self._numbered:  # which stands beside the values
            values = (number, *values[1:])
        names, marks = ", ".join(self._names[: len(values)]), ", ".join("?" * len(values))
        sql = f"INSERT OR IGNORE INTO {self.name} ({names}) VALUES ({marks})"  # noqa: S608 -- names of our own tables
        self.saved += self._target.execute(sql, values).rowcount


def salvage(damaged: Path, fresh: Path) -> Mapping[str, int]:
    """Write the rows of a damaged file into a new one of its format; how many of each table."""
    source = Database(damaged)
    version = _format(source.header)
    with closing(sqlite3.connect(fresh)) as target:
        for script in MIGRATIONS[:version]:
            target.executescript(script)
        roots = dict(target.execute("SELECT name, rootpage FROM sqlite_schema")) | _roots(source)
        tables = [_Table(target, name) for name in TABLES if name in roots]
        walks = [source.walk(roots[table.name], table.take) for table in tables]
        holed = [table for table, walk in zip(tables, walks, strict=True) if not walk.whole]
        if holed:
            _take_left_over(source, holed, walks)
        saved = {table.name: table.saved for table in tables}
        if "local_lists" in saved:
            saved |= _whole_lists(target)
        target.execute(f"PRAGMA application_id={APPLICATION_ID}")
        target.execute(f"PRAGMA user_version={version}")
        target.commit()
    return saved


def _whole_lists(target: sqlite3.Connection) -> dict[str, int]:
    """Drop the local authorization lists of which entries are lost, since a list counts as a whole:
    the CSMS will send it anew. How many rows are left.
    """
    whole = (
        "SELECT count(*) FROM listed_tokens AS l WHERE l.station = n.station AND l.list = n.number"
    )
    target.execute(f"DELETE FROM local_lists AS n WHERE entries <> ({whole})")  # noqa: S608 -- our own text
    target.execute(
        "DELETE FROM listed_tokens AS l WHERE NOT EXISTS"
        " (SELECT 1 FROM local_lists AS n WHERE n.station = l.station AND n.number = l.list)"
    )
    ((lists,),) = target.execute("SELECT count(*) FROM local_lists")
    ((tokens,),) = target.execute("SELECT count(*) FROM listed_tokens")
    return {"local_lists": lists, "listed_tokens": tokens}


def _format(header: bytes) -> int:
    """The number of the format: as the file says, or the newest if that can't be read."""
    try:
        version, application = unpack_from(">I4xI", header, 60)
    except StructError:
        return len(MIGRATIONS)
    known = application == APPLICATION_ID and 0 < version <= len(MIGRATIONS)
    return version if known else len(MIGRATIONS)


def _roots(source: Database) -> dict[str, int]:
    """Where each table begins, as the first page says; nothing if it can't be read."""
    rows: list[Row] = []
    source.walk(1, rows.append)
    roots: dict[str, int] = {}
    for _, values in rows:
        match values:
            case ("table", str() as name, _, int() as root, _):
                roots[name] = root
            case _:
                pass
    return roots


def _take_left_over(source: Database, holed: list[_Table], walks: list[Walk]) -> None:
    """Take the rows of the pages to which no page leads that can be read."""
    free = source.free()
    if free is None:
        return
    reached = free.union(*(walk.pages for walk in walks))
    for number in source.numbers:
        rows = [] if number in reached else source.leaf(number)
        owner = next((table for table in holed if all(map(table.fits, rows))), None)
        if owner is not None:
            for row in rows:
                owner.take(row)
