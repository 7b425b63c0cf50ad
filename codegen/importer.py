"""Import: official schemas and tables, written down without prose, with their hashes.

Nothing is written before everything has been understood.
"""

from __future__ import annotations

import hashlib
import io
import lzma
import os
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import NoReturn

from codegen.editions import Edition, Identity, edition_named
from codegen.errors import CodegenError
from codegen.names import check_plain
from codegen.reading import read_schema
from codegen.sources import Source, read_sources, write_sources
from codegen.tables import Table, read_table

_BAD_ZIP = (
    *(zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError),
    *(zlib.error, lzma.LZMAError, EOFError, OSError),
)
"""What comes of unpacking a damaged one."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What one run of the importer found."""

    schemas: dict[str, int]
    """Number of messages by set."""
    tables: dict[str, int]
    skipped: tuple[str, ...]


def import_schemas(path: Path, root: Path, set_name: str | None = None) -> Imported:
    """Import every schema and appendix table under `path`, a folder or a zip, into `root`.

    `set_name` tells where tables belong when no schema beside them does.
    """
    schemas: dict[str, dict[str, tuple[str, Identity, str]]] = {}
    raw_tables: list[tuple[str, bytes]] = []
    skipped: list[str] = []
    hashes: dict[str, str] = {}
    for name, content in files_of(path):
        hashes[name] = hashlib.sha256(content).hexdigest()
        suffix = Path(name).suffix.lower()
        if suffix in {".csv", ".json"}:
            check_plain(name, "the name of a file")  # it goes into sources.toml
        if suffix == ".csv":
            raw_tables.append((name, content))
        elif suffix != ".json":
            skipped.append(name)
        else:
            identity, text = read_schema(name, content)
            found = schemas.setdefault(identity.edition.set_name, {})
            if identity.message in found:
                other = found[identity.message][0]
                raise CodegenError(f"{name}: {identity.message} stands in {other} already")
            found[identity.message] = (name, identity, text)
    if not schemas and not raw_tables:
        raise CodegenError(f"{path}: no schema (*.json) and no table (*.csv) in it")
    edition = _edition_of_tables(raw_tables, list(schemas), set_name)
    tables = {name: read_table(name, content) for name, content in raw_tables}

    sources = read_sources(root)
    for found_set, messages in schemas.items():
        _replace(root / found_set, {f"{m}.json": text for m, (_, _, text) in messages.items()})
        sources = _with_schemas(sources, found_set, messages, hashes)
    if edition is not None:
        _replace(root / edition.set_name / "tables", _table_files(tables))
        sources = _with_tables(sources, edition, {name: hashes[name] for name in tables})
    write_sources(root, sources)
    return Imported(
        schemas={name: len(messages) for name, messages in schemas.items()},
        tables={edition.set_name: len(tables)} if edition is not None else {},
        skipped=tuple(skipped),
    )


def files_of(path: Path) -> list[tuple[str, bytes]]:
    """Name and content of every file of a folder or a zip, ordered by name.

    A zip in a zip is opened, as whole editions are published so; hidden files are passed over.
    """
    if path.is_dir():
        paths = sorted(found for found in _walked(path) if found.is_file())
        files = [(found.relative_to(path).as_posix(), found.read_bytes()) for found in paths]
        return [file for file in files if not _hidden(file[0])]
    if not path.is_file():
        raise CodegenError(f"{path}: no such folder or zip file")
    return _unzipped(path.read_bytes(), str(path), "")


def _walked(folder: Path) -> Iterator[Path]:
    """All that is in a folder. One that cannot be read is an error; `rglob` would pass it over."""

    def refuse(error: OSError) -> NoReturn:
        raise error

    for place, _, names in os.walk(folder, onerror=refuse):
        yield from (Path(place) / name for name in names)


def _unzipped(content: bytes, where: str, prefix: str) -> list[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = sorted(archive.infolist(), key=lambda entry: entry.filename)
            found = [
                (entry.filename, archive.read(entry))
                for entry in entries
                if not entry.is_dir() and not _hidden(entry.filename)
            ]
    except _BAD_ZIP as error:
        raise CodegenError(f"{where}: neither a folder nor a readable zip ({error})") from error
    for (name, _), (following, _) in pairwise(found):
        if name == following:
            raise CodegenError(f"{where}: {name} stands twice in it")
    files: list[tuple[str, bytes]] = []
    for name, inner in found:
        path = f"{prefix}{name}"
        files += _unzipped(inner, path, f"{path}/") if _is_zip(name) else [(path, inner)]
    return files


def _is_zip(name: str) -> bool:
    return name.lower().endswith(".zip")


def _hidden(name: str) -> bool:
    """What file managers leave in folders and zips."""
    return any(part.startswith(".") or part == "__MACOSX" for part in name.split("/"))


def _edition_of_tables(
    tables: list[tuple[str, bytes]], found_sets: list[str], set_name: str | None
) -> Edition | None:
    if not tables:
        return None
    if set_name is not None:
        return edition_named(set_name)
    if len(found_sets) == 1:
        return edition_named(found_sets[0])
    raise CodegenError(f"{tables[0][0]}: say with --set which edition this table belongs to")


def _table_files(tables: dict[str, Table]) -> dict[str, str]:
    files: dict[str, str] = {}
    for name, table in tables.items():
        if table.file_name in files:
            raise CodegenError(f"{name}: a second table of this kind")
        files[table.file_name] = table.text
    return files


def _replace(folder: Path, files: dict[str, str]) -> None:
    """Make `files` the whole content of `folder`, touching only what differs."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        if old.is_file() and old.name not in files:
            old.unlink()
    for name, text in files.items():
        target = folder / name
        if not target.exists() or target.read_bytes() != text.encode():
            target.write_bytes(text.encode())


def _with_schemas(
    sources: dict[str, Source],
    set_name: str,
    messages: dict[str, tuple[str, Identity, str]],
    hashes: dict[str, str],
) -> dict[str, Source]:
    identities = [identity for _, identity, _ in messages.values()]
    files = {Path(name).name: hashes[name] for name, _, _ in messages.values()}
    tables = sources[set_name].tables if set_name in sources else {}
    source = Source(
        edition=identities[0].edition.title,
        published=max(identity.published for identity in identities),
        files=files,
        tables=tables,
    )
    return {**sources, set_name: source}


def _with_tables(
    sources: dict[str, Source], edition: Edition, hashes: dict[str, str]
) -> dict[str, Source]:
    old = sources.get(edition.set_name, Source(edition.title, "", {}, {}))
    tables = {Path(name).name: value for name, value in hashes.items()}
    return {
        **sources,
        edition.set_name: Source(old.edition, old.published, old.files, tables),
    }
