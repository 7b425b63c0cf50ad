"""Appendix tables: the official CSV files, told by their heading, kept without descriptions."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from codegen.errors import CodegenError

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


def read_table(name: str, content: bytes) -> Table:
    """The facts of one official table; refuses a heading that is not known."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")  # as some spreadsheets save it
    rows = [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text), delimiter=";")]
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
        writer.writerow([row[i] for i in kept])
    return Table(f"{kind}.csv", output.getvalue())


def load_table(path: Path) -> list[dict[str, str]]:
    """The rows of an imported table, by lower-case heading."""
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream, delimiter=";"))
    heading = [title.lower() for title in rows[0]]
    return [dict(zip(heading, row, strict=True)) for row in rows[1:]]


def _kind(name: str, heading: tuple[str, ...]) -> str:
    if heading in _KINDS:
        return _KINDS[heading]
    if len(heading) == 1 and heading[0] in _VALUE_LISTS:
        return Path(name).stem.lower()
    raise CodegenError(f"{name}: a table with the columns {', '.join(heading)} is not understood")
