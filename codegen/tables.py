"""Appendix tables: the official CSV files, told by their heading, kept without descriptions."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from codegen.errors import CodegenError
from codegen.names import check_plain

_PROSE_COLUMNS = frozenset({"description", "typically used for"})
_KINDS: dict[tuple[str, ...], str] = {
    ("specific component", "variable", "instance", "required?", "datatype", "unit"): "variables",
    ("component",): "components",
    ("name", "datatype", "unit"): "variable_names",
    ("reason code",): "reason_codes",
    ("group", "reason code"): "reason_codes",
    ("security event", "critical"): "security_events",
    ("signingmethod", "algorithm", "curve", "key length", "hash algorithm"): "signing_methods",
}
_VALUE_LISTS = frozenset({"value", "additionalinfo.type", "paymentbrand", "paymentrecognition"})


@dataclass(frozen=True, slots=True)
class Table:
    """One table, ready to be written."""

    file_name: str
    text: str

    @property
    def rows(self) -> list[dict[str, str]]:
        """The rows by lower-case heading."""
        lines = list(csv.reader(io.StringIO(self.text, newline=""), delimiter=";"))
        heading = [title.lower() for title in lines[0]]
        return [dict(zip(heading, line, strict=True)) for line in lines[1:]]


def read_table(name: str, content: bytes) -> Table:
    """The facts of one official table; refuses a heading that is not known."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")  # as some spreadsheets save it
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    except csv.Error as error:
        raise CodegenError(f"{name}: not a table: {error}") from error
    rows = [[cell.strip() for cell in line] for line in lines]
    rows = [row for row in rows if any(row)]
    if not rows:
        raise CodegenError(f"{name}: an empty table")
    heading = rows[0]
    kept = [i for i, title in enumerate(heading) if title.lower() not in _PROSE_COLUMNS]
    kind = _kind(name, tuple(heading[i].lower() for i in kept))
    output = io.StringIO()
    writer = csv.writer(output, delimiter=";", lineterminator="\n")
    for number, row in enumerate(rows, start=1):
        # A semicolon in a description makes a row longer; that column is last, and dropped.
        if len(row) < max(kept) + 1:
            raise CodegenError(f"{name}: row {number} has only {len(row)} columns")
        for i in kept:
            check_plain(row[i], f"{name}: row {number}")
        writer.writerow([row[i] for i in kept])
    return Table(f"{kind}.csv", output.getvalue())


def load_table(path: Path, *columns: str) -> list[dict[str, str]]:
    """The rows of an imported table, by lower-case heading; it must have these columns."""
    try:
        text = path.read_text(encoding="utf-8")
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
        heading = [title.lower() for title in rows[0]] if rows else []
        table = [dict(zip(heading, row, strict=True)) for row in rows[1:]]
    except (ValueError, csv.Error) as error:
        raise CodegenError(f"{path}: not a table: {error}") from error
    for column in columns:
        if column not in heading:
            raise CodegenError(f"{path}: there is no column {column}")
    for number, row in enumerate(rows, start=1):
        for cell in row:
            check_plain(cell, f"{path}: row {number}")
    return table


def _kind(name: str, heading: tuple[str, ...]) -> str:
    if heading in _KINDS:
        return _KINDS[heading]
    if len(heading) == 1 and heading[0] in _VALUE_LISTS:
        return Path(name).stem.lower()
    raise CodegenError(f"{name}: a table with the columns {', '.join(heading)} is not understood")
