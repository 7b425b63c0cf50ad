"""The editions that the generator knows, and how a schema file says which one it belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from codegen.errors import CodegenError

_SUFFIXES = {"req": "Request", "conf": "Response"}


@dataclass(frozen=True, slots=True)
class Edition:
    """One published set of schemas."""

    set_name: str
    """Folder under `schemas/`."""
    title: str
    draft: str
    identifier: re.Pattern[str]
    """Matches the schema's id; the groups are year, month and message."""
    comment_prefix: str | None = None


EDITIONS: tuple[Edition, ...] = (
    Edition(
        set_name="ocpp16",
        title="OCPP 1.6",
        draft="http://json-schema.org/draft-04/schema#",
        identifier=re.compile(r"urn:OCPP:1\.6:(\d{4}):(\d{1,2}):(\w+?)", re.ASCII),
    ),
    Edition(
        set_name="ocpp16-security",
        title="OCPP 1.6 security extension",
        draft="http://json-schema.org/draft-06/schema#",
        identifier=re.compile(r"urn:OCPP:Cp:1\.6:(\d{4}):(\d{1,2}):(\w+\.(?:req|conf))", re.ASCII),
    ),
    Edition(
        set_name="ocpp201",
        title="OCPP 2.0.1",
        draft="http://json-schema.org/draft-06/schema#",
        identifier=re.compile(r"urn:OCPP:Cp:2:(\d{4}):(\d{1,2}):(\w+)", re.ASCII),
        comment_prefix="OCPP 2.0.1",
    ),
    Edition(
        set_name="ocpp21",
        title="OCPP 2.1",
        draft="http://json-schema.org/draft-06/schema#",
        identifier=re.compile(r"urn:OCPP:Cp:2:(\d{4}):(\d{1,2}):(\w+)", re.ASCII),
        comment_prefix="OCPP 2.1",
    ),
)


@dataclass(frozen=True, slots=True)
class Identity:
    """What a schema file says of itself."""

    edition: Edition
    published: str
    """Year and month of the schema's id."""
    message: str
    """`HeartbeatRequest`, whatever the file is called."""


def edition_named(set_name: str) -> Edition:
    """The edition whose schemas stand in `schemas/<set_name>`."""
    for edition in EDITIONS:
        if edition.set_name == set_name:
            return edition
    known = ", ".join(edition.set_name for edition in EDITIONS)
    raise CodegenError(f"{set_name}: no such set of schemas; known: {known}")


def identify(schema: dict[str, Any], where: str) -> Identity:
    """Which edition and message this schema is, by its id, `$schema` and comment."""
    pointer = "/$id" if "$id" in schema else "/id"
    identifier = schema.get("$id", schema.get("id"))
    if not isinstance(identifier, str):
        raise CodegenError(f"{where}#{pointer}: no id, so the edition cannot be told")
    comment = str(schema.get("comment", ""))
    for edition in EDITIONS:
        match = edition.identifier.fullmatch(identifier)
        if match is None:
            continue
        if edition.comment_prefix is not None and not comment.startswith(edition.comment_prefix):
            continue
        if schema.get("$schema") != edition.draft:
            raise CodegenError(f"{where}#/$schema: {edition.title} is written in {edition.draft}")
        year, month, name = match.groups()
        return Identity(edition, f"{year}-{int(month):02}", message_name(name))
    raise CodegenError(f"{where}#{pointer}: {identifier!r} ({comment!r}) is no edition known here")


def message_name(name: str) -> str:
    """`GetLog.req` -> `GetLogRequest`, as all but the security extension call it."""
    stem, _, kind = name.partition(".")
    return stem + _SUFFIXES[kind] if kind in _SUFFIXES else name
