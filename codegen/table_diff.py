"""What changed between the appendix tables of two editions: rows come and go, cells change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from codegen.standard_values import VALUE_COLUMNS

Row = Mapping[str, str]
Tables = Mapping[str, Sequence[Row]]
"""Rows by lower-case heading, by the name of the table."""

_KEYS: Mapping[str, tuple[str, ...]] = {
    "variables": ("specific component", "variable", "instance"),
    "variable_names": ("name",),
}


def table_changes(old: Tables, new: Tables) -> Iterator[tuple[str, str, str | None, str | None]]:
    """Subject, what, old and new of every change; nothing if one edition came without tables."""
    if not old or not new:
        return
    for table in sorted(set(old) | set(new)):
        if table not in old or table not in new:
            there = table in old
            yield table, "table", "removed" if there else None, None if there else "added"
            continue
        olds, news = _rows(table, old[table]), _rows(table, new[table])
        for key in sorted(set(olds) | set(news)):
            subject = f"{table}: {key}"
            if key not in news:
                yield subject, "row", "removed", None
            elif key not in olds:
                yield subject, "row", None, "added"
            else:
                yield from _cells(subject, olds[key], news[key])


def _rows(table: str, rows: Sequence[Row]) -> dict[str, dict[str, str]]:
    """The rows by what tells them apart; what stands in several is joined."""
    found: dict[str, dict[str, str]] = {}
    columns = _KEYS.get(table, (VALUE_COLUMNS.get(table, "value"),))
    for row in rows:
        key = ".".join(part for column in columns if (part := row.get(column, "")))
        if not key:  # a heading within the table
            continue
        facts = found.setdefault(key, {})
        for column, cell in row.items():
            if column not in columns and cell not in facts.get(column, "").split(" / "):
                facts[column] = " / ".join(filter(None, (facts.get(column), cell)))
    return found


def _cells(subject: str, old: Row, new: Row) -> Iterator[tuple[str, str, str | None, str | None]]:
    for column in dict.fromkeys((*old, *new)):
        before, now = old.get(column, ""), new.get(column, "")
        if before != now:
            yield subject, column, before or None, now or None
