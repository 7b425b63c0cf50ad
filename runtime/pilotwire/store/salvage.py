"""Reading what can be read of a damaged file.

A table is read forwards until a page can't be read, backwards until one can't, and then from places
in between, until each gap is as small as the attempts allow.
"""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from pilotwire.store.schema import APPLICATION_ID, MIGRATIONS

__all__ = ["salvage"]

_KEYS = {"transactions": "number", "outbox": "id"}
"""The tables whose rows have a number, which tells where a gap is."""

_PROBES = 2000
"""How many places in the gaps of a table are tried."""

_SPAN = 1_000_000
"""How far beyond the first unreadable row the last one may be."""

Rows = dict[object, tuple[object, ...]]


def salvage(damaged: Path, fresh: Path) -> Mapping[str, int]:
    """Write the rows of a damaged file into a new one of its format; how many of each table.

    Raises:
        sqlite3.DatabaseError: not even the list of tables can be read.
    """
    with closing(sqlite3.connect(damaged)) as source, closing(sqlite3.connect(fresh)) as target:
        (version,) = source.execute("PRAGMA user_version").fetchone()
        source.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        for script in MIGRATIONS[: version or len(MIGRATIONS)]:
            target.executescript(script)
        saved: dict[str, int] = {}
        for table in ("state", "variables", "transactions", "outbox"):
            rows = _numbered(source, table) if table in _KEYS else _keyed(source, table)
            for row in rows.values():
                marks = ", ".join("?" * len(row))
                sql = f"INSERT OR IGNORE INTO {table} VALUES ({marks})"  # noqa: S608
                target.execute(sql, row)
            saved[table] = len(rows)
        target.execute(f"PRAGMA application_id={APPLICATION_ID}")
        target.execute(f"PRAGMA user_version={version or len(MIGRATIONS)}")
        target.commit()
    return saved


def _keyed(source: sqlite3.Connection, table: str) -> Rows:
    """Rows of a table without numbers: forwards and backwards."""
    columns = source.execute(f"SELECT name FROM pragma_table_info('{table}') WHERE pk ORDER BY pk")  # noqa: S608
    names = [name for (name,) in columns]
    rows: Rows = {}
    for order in ("ASC", "DESC"):
        key = ", ".join(f"{name} {order}" for name in names)
        _walk(source, f"SELECT NULL, * FROM {table} ORDER BY {key}", rows)  # noqa: S608
    return rows


def _numbered(source: sqlite3.Connection, table: str) -> Rows:
    """Rows of a table with numbers: forwards, backwards, and from within the gap that is left."""
    key = _KEYS[table]
    rows: Rows = {}

    def read(low: int, high: int, order: str) -> int | None:
        """Read from one end of a range to where a page can't be read; None if all can."""
        return _walk(
            source,
            f"SELECT {key}, * FROM {table} NOT INDEXED"  # noqa: S608
            f" WHERE {key} >= {low} AND {key} <= {high} ORDER BY {key} {order}",
            rows,
            start=low if order == "ASC" else high,
        )

    low = read(0, 2**62, "ASC")
    if low is None:
        return rows
    high = read(low, low + _SPAN, "DESC")
    gaps = [] if high is None else [(low, high)]
    for _ in range(_PROBES):
        if not gaps:
            break
        low, high = gaps.pop(0)
        middle = (low + high) // 2
        up, down = read(middle, high, "ASC"), read(low, middle, "DESC")
        if up is not None and high - up > 1:
            gaps.append((up, high))
        if down is not None and down - low > 1:
            gaps.append((low, down))
    return rows


def _walk(source: sqlite3.Connection, sql: str, rows: Rows, start: int = 0) -> int | None:
    """Collect rows until there are no more, or until one can't be read: then the last number."""
    last = start
    try:
        for number, *row in source.execute(sql):
            rows[tuple(row) if number is None else number] = tuple(row)
            last = number
    except sqlite3.DatabaseError:
        return last
    return None
