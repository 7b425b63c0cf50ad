"""`schemas/editions.toml`: the versions that are made, and how a schema says which set it is of."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from codegen.errors import CodegenError
from codegen.facts import entries, load_toml

_OWN = Path(__file__).parents[1] / "schemas/editions.toml"
_SUFFIXES = {"req": "Request", "conf": "Response"}
_NAME = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)
_SET = re.compile(r"[a-z0-9][a-z0-9._-]*", re.ASCII)
_PARTS = {
    "{year}": r"(?P<year>\d{4})",
    "{month}": r"(?P<month>\d{1,2})",
    "{message}": r"(?P<message>\w[\w-]*(?:\.(?:req|conf))?)",
}
_TEXT_KEYS = {"title": str, "id": str, "comment": str, "draft": int}


@dataclass(frozen=True, slots=True)
class Edition:
    """One published set of schemas."""

    set_name: str
    """Folder under `schemas/`."""
    title: str
    draft: str
    identifier: re.Pattern[str]
    """Matches the schema's id."""
    comment_prefix: str | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """One package of messages, and the sets of schemas it is made from."""

    name: str
    title: str
    editions: tuple[Edition, ...]
    narrows: str | None = None
    """The version whose messages can be said in this one."""
    rules: str | None = None
    """The table of rules for that."""

    @property
    def sets(self) -> tuple[str, ...]:
        """Names of the sets."""
        return tuple(edition.set_name for edition in self.editions)


@dataclass(frozen=True, slots=True)
class Identity:
    """What a schema file says of itself."""

    edition: Edition
    published: str
    """Year and month of the schema's id."""
    message: str
    """`HeartbeatRequest`, whatever the file is called."""


def read_versions(root: Path) -> tuple[Version, ...]:
    """The versions in the table of this folder, or of the repository where it has none."""
    path = root / "editions.toml"
    table = load_toml(path if path.exists() else _OWN)
    return tuple(_version(name, entry) for name, entry in entries(table, "editions.toml").items())


def editions_of(versions: Sequence[Version]) -> tuple[Edition, ...]:
    """Every set of every version."""
    return tuple(edition for version in versions for edition in version.editions)


def edition_named(editions: Sequence[Edition], set_name: str) -> Edition:
    """The edition whose schemas stand in `schemas/<set_name>`."""
    for edition in editions:
        if edition.set_name == set_name:
            return edition
    known = ", ".join(edition.set_name for edition in editions)
    raise CodegenError(f"{set_name}: no such set of schemas; known: {known}")


def identify(schema: dict[str, Any], where: str, editions: Sequence[Edition]) -> Identity:
    """Which edition and message this schema is, by its id, `$schema` and comment."""
    pointer = "/$id" if "$id" in schema else "/id"
    identifier = schema.get("$id", schema.get("id"))
    if not isinstance(identifier, str):
        raise CodegenError(f"{where}#{pointer}: no id, so the edition cannot be told")
    comment = str(schema.get("comment", schema.get("$comment", "")))
    for edition in editions:
        match = edition.identifier.fullmatch(identifier)
        if match is None:
            continue
        if edition.comment_prefix is not None and not comment.startswith(edition.comment_prefix):
            continue
        if schema.get("$schema") != edition.draft:
            raise CodegenError(f"{where}#/$schema: {edition.title} is written in {edition.draft}")
        published = f"{match['year']}-{int(match['month']):02}"
        return Identity(edition, published, message_name(match["message"]))
    raise CodegenError(f"{where}#{pointer}: {identifier!r} ({comment!r}) is no edition known here")


def message_name(name: str) -> str:
    """`GetLog.req` -> `GetLogRequest`, as all but the security extension call it."""
    stem, _, kind = name.partition(".")
    return stem + _SUFFIXES[kind] if kind in _SUFFIXES else name


def _version(name: str, entry: Mapping[str, Any]) -> Version:
    where = f"editions.toml: {name}"
    if not _NAME.fullmatch(name):
        raise CodegenError(f"{where}: is no name for a package")
    if not isinstance(entry.get("title"), str) or not set(entry) <= {"title", "sets", "narrows"}:
        raise CodegenError(f"{where}: needs title and sets, and may have narrows")
    given: Any = entry.get("sets")
    if not isinstance(given, dict) or not given:
        raise CodegenError(f"{where}: needs sets")
    parts = entries(cast("dict[str, Any]", given), f"{where}.sets")
    narrows = cast("dict[str, Any]", entry.get("narrows", {"from": None, "rules": None}))
    if set(narrows) != {"from", "rules"}:
        raise CodegenError(f"{where}.narrows: needs from and rules")
    return Version(
        name=name,
        title=entry["title"],
        editions=tuple(_edition(key, part, f"{where}.sets.{key}") for key, part in parts.items()),
        narrows=narrows["from"],
        rules=narrows["rules"],
    )


def _edition(set_name: str, entry: Mapping[str, Any], where: str) -> Edition:
    known = all(isinstance(value, _TEXT_KEYS.get(key, ())) for key, value in entry.items())
    if not known or not {"title", "draft", "id"} <= set(entry) or not _SET.fullmatch(set_name):
        raise CodegenError(f"{where}: needs title, draft and id, and may have comment")
    pattern = re.escape(entry["id"]).replace(r"\{", "{").replace(r"\}", "}")
    for part, expression in _PARTS.items():
        if pattern.count(part) != 1:
            raise CodegenError(f"{where}.id: has not one {part}")
        pattern = pattern.replace(part, expression)
    return Edition(
        set_name=set_name,
        title=entry["title"],
        draft=f"http://json-schema.org/draft-{entry['draft']:02}/schema#",
        identifier=re.compile(pattern, re.ASCII),
        comment_prefix=entry.get("comment"),
    )
