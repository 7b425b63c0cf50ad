"""`schemas/sources.toml`: which official files the schemas were made from, by SHA-256."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from codegen.errors import CodegenError

_HEADER = "# Written by `python -m codegen import`: SHA-256 of every official file that was read.\n"


@dataclass(frozen=True, slots=True)
class Source:
    """Where one set of schemas comes from."""

    edition: str
    published: str
    """Year and month in the schemas' ids."""
    files: dict[str, str]
    tables: dict[str, str]


def read_sources(root: Path) -> dict[str, Source]:
    """The recorded sources by set; empty before the first import."""
    path = root / "sources.toml"
    if not path.exists():
        return {}
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        return {
            name: Source(
                edition=entry["edition"],
                published=entry["published"],
                files=entry.get("files", {}),
                tables=entry.get("tables", {}),
            )
            for name, entry in data.items()
        }
    except (ValueError, KeyError, TypeError) as error:
        raise CodegenError(f"{path.name}: not as it was written: {error}") from error


def write_sources(root: Path, sources: dict[str, Source]) -> None:
    """Write the record; the same sources give the same bytes."""
    lines = [_HEADER]
    for name, source in sorted(sources.items()):
        lines.append(f'\n["{name}"]\n')
        lines.append(f'edition = "{source.edition}"\npublished = "{source.published}"\n')
        for kind, files in (("files", source.files), ("tables", source.tables)):
            if files:
                lines.append(f'\n["{name}".{kind}]\n')
                lines.extend(f'"{file}" = "{value}"\n' for file, value in sorted(files.items()))
    root.mkdir(parents=True, exist_ok=True)
    path = root / "sources.toml"
    text = "".join(lines)
    if not path.exists() or path.read_bytes() != text.encode():
        path.write_bytes(text.encode())
