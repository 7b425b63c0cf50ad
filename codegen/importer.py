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
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from pathlib import Path
from typing import NoReturn

from codegen.editions import Edition, Identity, edition_named, editions_of, read_versions
from codegen.errors import CodegenError, Findings
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
    removed: tuple[str, ...]


class Absent(Enum):
    """What becomes of a schema or table that a set has and the new files lack."""

    KEEP = "keep"
    REMOVE = "remove"


def import_schemas(
    path: Path, root: Path, set_name: str | None = None, absent: Absent | None = None
) -> Imported:
    """Import every schema and appendix table under `path`, a folder or a zip, into `root`.

    `set_name` tells where tables belong when no schema beside them does; `absent`, what becomes of
    what is in `root` and not under `path`. Raises CodegenError with all that is not understood.
    """
    editions = editions_of(read_versions(root))
    findings = Findings()
    schemas: dict[str, dict[str, tuple[str, Identity, str]]] = {}
    raw_tables: list[tuple[str, bytes]] = []
    tables: dict[str, Table] = {}
    skipped: list[str] = []
    hashes: dict[str, str] = {}
    for name, content in files_of(path):
        hashes[name] = hashlib.sha256(content).hexdigest()
        suffix = Path(name).suffix.lower()
        if suffix not in {".csv", ".json"}:
            skipped.append(name)
            continue
        with findings.collect():
            check_plain(name, "the name of a file")  # it goes into sources.toml
            if suffix == ".csv":
                raw_tables.append((name, content))
                tables[name] = read_table(name, content)
                continue
            identity, text = read_schema(name, content, editions)
            found = schemas.setdefault(identity.edition.set_name, {})
            if identity.message in found:
                other = found[identity.message][0]
                raise CodegenError(f"{name}: {identity.message} stands in {other} already")
            found[identity.message] = (name, identity, text)
    findings.finish()
    if not schemas and not raw_tables:
        raise CodegenError(f"{path}: no schema (*.json) and no table (*.csv) in it")
    edition = _edition_of_tables(editions, raw_tables, list(schemas), set_name)

    folders = {
        root / found_set: {f"{m}.json": text for m, (_, _, text) in messages.items()}
        for found_set, messages in schemas.items()
    }
    if edition is not None:
        folders[root / edition.set_name / "tables"] = _table_files(tables)
    sources = read_sources(root)
    if absent is None:
        _refuse_absent(path, root, folders)
    removed = [
        name.relative_to(root).as_posix()
        for folder, files in folders.items()
        for name in _write(folder, files, remove=absent is Absent.REMOVE)
    ]
    keep = absent is Absent.KEEP
    for found_set, messages in schemas.items():
        sources = _with_schemas(sources, found_set, messages, hashes, keep=keep)
    if edition is not None:
        of_tables = {name: hashes[name] for name in tables}
        sources = _with_tables(sources, edition, of_tables, keep=keep)
    write_sources(root, sources)
    return Imported(
        schemas={name: len(messages) for name, messages in schemas.items()},
        tables={edition.set_name: len(tables)} if edition is not None else {},
        skipped=tuple(skipped),
        removed=tuple(removed),
    )


def files_of(path: Path) -> list[tuple[str, bytes]]:
    """Name and content of every file of a folder or a zip, ordered by name.

    A zip in either is opened, as whole editions are published so; hidden files are passed over.
    """
    if path.is_dir():
        paths = sorted(found for found in _walked(path) if found.is_file())
        names = {found: found.relative_to(path).as_posix() for found in paths}
        found = [(name, file.read_bytes()) for file, name in names.items() if not _hidden(name)]
        return _opened(found, "")
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
    return _opened(found, prefix)


def _opened(found: list[tuple[str, bytes]], prefix: str) -> list[tuple[str, bytes]]:
    """The files, with what is in zips in place of the zips."""
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
    editions: Sequence[Edition],
    tables: list[tuple[str, bytes]],
    found_sets: list[str],
    set_name: str | None,
) -> Edition | None:
    if not tables:
        return None
    if set_name is not None:
        return edition_named(editions, set_name)
    if len(found_sets) == 1:
        return edition_named(editions, found_sets[0])
    raise CodegenError(f"{tables[0][0]}: say with --set which edition this table belongs to")


def _table_files(tables: dict[str, Table]) -> dict[str, str]:
    files: dict[str, str] = {}
    for name, table in tables.items():
        if table.file_name in files:
            raise CodegenError(f"{name}: a second table of this kind")
        files[table.file_name] = table.text
    return files


def _refuse_absent(path: Path, root: Path, folders: dict[Path, dict[str, str]]) -> None:
    """Whether what is missing was dropped or just left out of this folder, nobody can tell."""
    missing = {
        folder.relative_to(root).as_posix(): sorted(Path(name).stem for name in old)
        for folder, files in folders.items()
        if (old := _files_in(folder) - set(files))
    }
    if missing:
        raise CodegenError(
            *(f"{path}: lacks what {name} has: {', '.join(old)}" for name, old in missing.items()),
            "nothing is imported; say with --remove that these go, or with --keep that they stay",
        )


def _files_in(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir() if file.is_file()} if folder.is_dir() else set()


def _write(folder: Path, files: dict[str, str], *, remove: bool) -> list[Path]:
    """Write what differs and, if told to, remove what is not in `files`; what was removed."""
    folder.mkdir(parents=True, exist_ok=True)
    removed = sorted(folder / name for name in _files_in(folder) - set(files)) if remove else []
    for old in removed:
        old.unlink()
    for name, text in files.items():
        target = folder / name
        if not target.exists() or target.read_bytes() != text.encode():
            target.write_bytes(text.encode())
    return removed


def _with_schemas(
    sources: dict[str, Source],
    set_name: str,
    messages: dict[str, tuple[str, Identity, str]],
    hashes: dict[str, str],
    *,
    keep: bool,
) -> dict[str, Source]:
    identities = [identity for _, identity, _ in messages.values()]
    files = {Path(name).name: hashes[name] for name, _, _ in messages.values()}
    if set_name in sources and keep:
        files = sources[set_name].files | files
    tables = sources[set_name].tables if set_name in sources else {}
    source = Source(
        edition=identities[0].edition.title,
        published=max(identity.published for identity in identities),
        files=files,
        tables=tables,
    )
    return {**sources, set_name: source}


def _with_tables(
    sources: dict[str, Source], edition: Edition, hashes: dict[str, str], *, keep: bool
) -> dict[str, Source]:
    old = sources.get(edition.set_name, Source(edition.title, "", {}, {}))
    tables = old.tables if keep else {}
    tables = tables | {Path(name).name: value for name, value in hashes.items()}
    return {
        **sources,
        edition.set_name: Source(old.edition, old.published, old.files, tables),
    }
