"""Diff: what changed between two editions, and whom each change can break.

A change breaks *senders* if what an unchanged sender may send is refused by the new edition; it
breaks *receivers* if what the new edition lets others send is refused by an unchanged receiver.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any, cast

from codegen.editions import message_name
from codegen.errors import CodegenError, Findings
from codegen.importer import files_of
from codegen.reading import read_facts, read_name
from codegen.table_diff import Tables, table_changes
from codegen.tables import read_table

Schema = Mapping[str, Any]

_ANYTHING: Schema = {}
_REFERENCE = "#/definitions/"
_DRAFT4 = "draft-04"
_BOUNDS = ("minimum", "maximum")
_NUMBERS = {"integer", "number"}
_OF_2018 = re.compile(r"_v\d+p\d+$")
"""Ends the names of the files of OCPP 2.0, some of which have no id."""
_LIMITS = ("maxLength", "minItems", "maxItems", "minimum", "maximum", "multipleOf", "format")


@dataclass(frozen=True, slots=True)
class Change:
    """One difference."""

    subject: str
    """Message, type, or a field of one: `IdTokenType.idToken`."""
    what: str
    """`message`, `type`, `renamed`, `field`, `required`, `values`, `default`, `draft`, `table`,
    `row`, the column of a table, or the keyword of a limit."""
    old: Any
    """None where there was nothing."""
    new: Any
    breaks_senders: bool
    breaks_receivers: bool

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Edition:
    """The messages of one set, the types that they share, and the tables that came with them."""

    messages: Mapping[str, Schema]
    types: Mapping[str, Schema]
    tables: Tables = field(default_factory=dict[str, list[dict[str, str]]])

    def resolve(self, schema: Schema) -> Schema:
        """The schema that a reference leads to."""
        reference = _referred(schema)
        return schema if reference is None else self.types[reference]


def read_edition(path: Path) -> Edition:
    """The schemas and tables of a folder or zip, official or imported.

    In an edition whose messages do not agree on a type, such as OCPP 2.0, each has its own:
    `EVSEType of ResetRequest`.
    """
    findings = Findings()
    messages: dict[str, Schema] = {}
    types: dict[str, Schema] = {}
    tables: dict[str, list[dict[str, str]]] = {}
    files: dict[str, str] = {}
    for name, content in files_of(path):
        with findings.collect():
            match Path(name).suffix.lower():
                case ".csv":
                    table = read_table(name, content)
                    tables[Path(table.file_name).stem] = table.rows
                case ".json":
                    facts = read_facts(name, content)
                    stem = _OF_2018.sub("", Path(name).stem)
                    message = message_name(read_name(name, content)) or stem
                    if message in files:
                        raise CodegenError(f"{name}: {message} stands in {files[message]} already")
                    files[message] = name
                    messages[message] = _taken(message, facts, types)
                case _:
                    pass
    findings.finish()
    if not messages:
        raise CodegenError(f"{path}: no schema (*.json) in it")
    return Edition(messages, types, tables)


def _taken(message: str, facts: dict[str, Any], types: dict[str, Schema]) -> Schema:
    """A message whose types have been added; those that are not the known ones get names."""
    own: dict[str, Any] = facts.get("definitions", {})
    names = {name: name for name in own}
    differing = {name for name in own if types.get(name, own[name]) != own[name]}
    while differing:
        # What refers to such a type is another one itself.
        names |= {name: f"{name} of {message}" for name in differing}
        renamed = {name: _renamed(own[name], names) for name in own}
        differing = {
            name
            for name in own
            if names[name] == name and types.get(name, renamed[name]) != renamed[name]
        }
    for name, definition in own.items():
        types[names[name]] = _renamed(definition, names)
    taken: Schema = _renamed({k: v for k, v in facts.items() if k != "definitions"}, names)
    return taken


def _renamed(schema: Any, names: Mapping[str, str]) -> Any:
    """The schema with other names in its references."""
    if not isinstance(schema, dict):
        return schema
    parts = cast("dict[str, Any]", schema)
    if isinstance(parts.get("$ref"), str):
        target = parts["$ref"].removeprefix(_REFERENCE)
        return {**parts, "$ref": _REFERENCE + names.get(target, target)}
    return {key: _renamed(part, names) for key, part in parts.items()}


def compare(old: Edition, new: Edition) -> list[Change]:
    """Every change, ordered by subject; empty if the editions say the same."""
    aliases = _aliases(old, new)
    known = Edition(
        {name: _renamed(schema, aliases) for name, schema in old.messages.items()},
        {aliases.get(k, k): _renamed(schema, aliases) for k, schema in old.types.items()},
    )
    changes = [
        *_drafts(old, new),
        *_named("message", known.messages, new.messages, known, new),
        *(Change(now, "renamed", before, now, False, False) for before, now in aliases.items()),
        *_named("type", known.types, new.types, known, new),
        *(Change(*change, False, False) for change in table_changes(old.tables, new.tables)),
    ]
    return sorted(changes, key=lambda change: (change.subject, change.what))


def _aliases(old: Edition, new: Edition) -> dict[str, str]:
    """Types that have another name now: where the one stood, the other stands."""
    found: dict[str, str] = {}
    for before, now in ((old.messages, new.messages), (old.types, new.types)):
        for name in sorted(set(before) & set(now)):
            olds, news = (schema[name].get("properties", {}) for schema in (before, now))
            for key in sorted(set(olds) & set(news)):
                a, b = (_referred(part.get("items", part)) for part in (olds[key], news[key]))
                if a is None or b is None or a in new.types or b in old.types:
                    continue
                if _kind(old.types[a]) == _kind(new.types[b]) and b not in found.values():
                    found.setdefault(a, b)
    return found


def _drafts(old: Edition, new: Edition) -> Iterator[Change]:
    """Another draft of JSON Schema. What matters to OCPP: in draft 4, 1.0 is no integer."""
    moved: dict[tuple[str, str], list[str]] = {}
    for name in sorted(set(old.messages) & set(new.messages)):
        drafts = [str(side.messages[name].get("$schema", "none")) for side in (old, new)]
        if drafts[0] != drafts[1]:
            moved.setdefault((drafts[0], drafts[1]), []).append(name)
    for (a, b), names in moved.items():
        everywhere = len(names) == len(set(old.messages) & set(new.messages))
        for subject in ("all messages",) if everywhere and len(names) > 1 else names:
            of = names if everywhere else [subject]
            whole = any(_has_integer(new.messages[name], new) for name in of)
            breaks = (whole and _DRAFT4 in side for side in (b, a))
            yield Change(subject, "draft", a, b, *breaks)


def _has_integer(schema: Schema, edition: Edition, seen: frozenset[str] = frozenset()) -> bool:
    reference = _referred(schema)
    if reference in seen:
        return False
    if reference is not None:
        seen |= {reference}
    schema = edition.resolve(schema)
    parts = [*schema.get("properties", {}).values()]
    parts += [schema["items"]] if "items" in schema else []
    return schema.get("type") == "integer" or any(
        _has_integer(part, edition, seen) for part in parts
    )


def _named(
    what: str, olds: Mapping[str, Schema], news: Mapping[str, Schema], old: Edition, new: Edition
) -> Iterator[Change]:
    # A type by itself is never sent: the fields that have it tell whom its coming or going breaks.
    sent = what == "message"
    for name in sorted(set(olds) | set(news)):
        if name not in olds:
            yield Change(name, what, None, "added", False, sent)
        elif name not in news:
            yield Change(name, what, "removed", None, sent, False)
        else:
            yield from _schemas(name, olds[name], news[name], old, new)


def _schemas(subject: str, a: Schema, b: Schema, old: Edition, new: Edition) -> Iterator[Change]:
    """Changes of one place; what a reference leads to is compared at the type that it names."""
    if a.get("$ref") != b.get("$ref") or _kind(a) != _kind(b):
        if _described(a) != _described(b):
            broken = _refuses(a, b, old, new), _refuses(b, a, new, old)
            yield Change(subject, "type", _described(a), _described(b), *broken)
    elif "enum" in a:
        yield from _values(subject, a["enum"], b["enum"])
    elif a.get("type") == "object":
        yield from _fields(subject, a, b, old, new)
    elif a.get("type") == "array":
        yield from _schemas(f"{subject}[]", a["items"], b["items"], old, new)
    if _kind(a) == _kind(b) or {_kind(a), _kind(b)} == _NUMBERS:
        yield from _limits(subject, a, b, old, new)
    if a.get("default") != b.get("default"):
        yield Change(subject, "default", a.get("default"), b.get("default"), False, False)


def _limits(subject: str, a: Schema, b: Schema, old: Edition, new: Edition) -> Iterator[Change]:
    for key in _LIMITS:
        if a.get(key) == b.get(key) or (_kind(a) != _kind(b) and key not in _BOUNDS):
            continue
        # Only the limit itself, so that each change is judged alone.
        kind = "number" if {_kind(a), _kind(b)} == _NUMBERS else a.get("type")
        of_a, of_b = _only(key, kind, a), _only(key, kind, b)
        broken = _refuses(of_a, of_b, old, new), _refuses(of_b, of_a, new, old)
        yield Change(subject, key, a.get(key), b.get(key), *broken)


def _only(key: str, kind: str | None, schema: Schema) -> Schema:
    alone: dict[str, Any] = {"type": kind, "items": dict[str, Any]()}
    return {**alone, key: schema[key]} if key in schema else alone


def _values(subject: str, olds: list[str], news: list[str]) -> Iterator[Change]:
    added = [value for value in news if value not in olds]
    removed = [value for value in olds if value not in news]
    if added:
        yield Change(subject, "values", None, added, False, True)
    if removed:
        yield Change(subject, "values", removed, None, True, False)


def _fields(subject: str, a: Schema, b: Schema, old: Edition, new: Edition) -> Iterator[Change]:
    olds, news = a.get("properties", {}), b.get("properties", {})
    closed_before, closed_now = (s.get("additionalProperties") is False for s in (a, b))
    if closed_before != closed_now:
        yield Change(
            subject,
            "other fields",
            "refused" if closed_before else "allowed",
            "refused" if closed_now else "allowed",
            closed_now,
            closed_before,
        )
    for name in dict.fromkeys((*olds, *news)):
        field = f"{subject}.{name}"
        before, now = (name in schema.get("required", ()) for schema in (a, b))
        if name not in olds:
            new_field = _needed(news[name], now)
            # Where other fields are allowed, a vendor may have used the name for anything.
            senders = now or (not closed_before and _refuses(_ANYTHING, news[name], old, new))
            yield Change(field, "field", None, new_field, senders, closed_before)
        elif name not in news:
            old_field = _needed(olds[name], before)
            receivers = before or (not closed_now and _refuses(_ANYTHING, olds[name], new, old))
            yield Change(field, "field", old_field, None, closed_now, receivers)
        else:
            if before != now:
                yield Change(field, "required", before, now, now, before)
            yield from _schemas(field, olds[name], news[name], old, new)


def _needed(schema: Schema, required: bool) -> str:
    return f"{'required' if required else 'optional'} {_described(schema)}"


def _referred(schema: Schema) -> str | None:
    reference = schema.get("$ref")
    return None if reference is None else str(reference).removeprefix(_REFERENCE)


def _kind(schema: Schema) -> str:
    if "$ref" in schema:
        return "reference"
    return "enumeration" if "enum" in schema else str(schema.get("type", "anything"))


def _described(schema: Schema) -> str:
    if "$ref" in schema:
        return str(_referred(schema))
    if schema.get("type") == "array":
        return f"array of {_described(schema['items'])}"
    return _kind(schema)


def _refuses(
    sent: Schema,
    wanted: Schema,
    sender: Edition,
    receiver: Edition,
    seen: frozenset[tuple[str, str]] = frozenset(),
) -> bool:
    """Whether some instance of `sent` is none of `wanted`."""
    pair = (str(sent.get("$ref")), str(wanted.get("$ref")))
    if "$ref" in sent and "$ref" in wanted:
        if pair in seen:
            return False
        seen |= {pair}
    sent, wanted = sender.resolve(sent), receiver.resolve(wanted)
    if _kind(wanted) == "anything":
        return False
    if "enum" in sent:
        return any(not _is_text_of(value, wanted) for value in sent["enum"])
    types = (sent.get("type"), wanted.get("type"))
    if "enum" in wanted or (types[0] != types[1] and types != ("integer", "number")):
        return True
    if any(_tighter(key, sent, wanted) for key in _LIMITS):
        return True
    if types[0] == "array":
        return _refuses(sent["items"], wanted["items"], sender, receiver, seen)
    if types[0] != "object":
        return False
    olds, news = sent.get("properties", {}), wanted.get("properties", {})
    closed = wanted.get("additionalProperties") is False
    if sent.get("additionalProperties") is not False and any(
        _refuses(_ANYTHING, news[name], sender, receiver) for name in set(news) - set(olds)
    ):
        return True
    if set(wanted.get("required", ())) - set(sent.get("required", ())):
        return True
    if closed and (set(olds) - set(news) or sent.get("additionalProperties") is not False):
        return True
    return any(
        _refuses(olds[name], news[name], sender, receiver, seen) for name in set(olds) & set(news)
    )


def _is_text_of(value: str, wanted: Schema) -> bool:
    if "enum" in wanted:
        return value in wanted["enum"]
    long = len(value) > wanted.get("maxLength", len(value))
    return wanted.get("type") == "string" and not long and "format" not in wanted


def _tighter(key: str, sent: Schema, wanted: Schema) -> bool:
    if key not in wanted:
        return False
    if key == "multipleOf":
        step = sent.get(key, 1 if sent.get("type") == "integer" else None)
        return step is None or bool(Fraction(repr(step)) % Fraction(repr(wanted[key])))
    if key not in sent:
        return not (key == "minItems" and wanted[key] == 0)
    if key.startswith("max"):
        return bool(sent[key] > wanted[key])
    if key.startswith("min"):
        return bool(sent[key] < wanted[key])
    return bool(sent[key] != wanted[key])
